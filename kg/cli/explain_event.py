"""An event -> lines that say who tells it, why its mentions are one, what it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.explain_words import MENTIONS, PREFIXES, around, column, rows

if TYPE_CHECKING:
    import pyoxigraph

_CLAIMS = (
    PREFIXES
    + """
SELECT DISTINCT ?begin ?document ?speaker ?illocution ?status ?certainty ?polarity ?rule WHERE {
  %s gaf:denotedBy ?m .
  ?claim kg:aboutMention ?m ; kg:illocution ?illocution ; kg:status ?status ;
         kg:certainty ?certainty ; kg:polarity ?polarity ; kg:rule ?rule .
  ?m nif:beginIndex ?begin ; nif:referenceContext/dcterms:identifier ?document .
  OPTIONAL { ?claim kg:speaker/rdfs:label ?speaker } }
ORDER BY ?document ?begin ?rule ?speaker
"""
)


def is_event(store: pyoxigraph.Store, iri: str) -> bool:
    """Whether an IRI is an event's."""
    return bool(column(store, f"SELECT ?c WHERE {{ <{iri}> a ?c FILTER(?c = sem:Event) }}"))


def event_explanation(store: pyoxigraph.Store, iri: str, label: str) -> list[str]:
    """The lines about one event.

    Each mention is headed by its key, document#start,end, which corrections.toml takes.
    """
    classes = column(
        store, f"SELECT ?c WHERE {{ <{iri}> a ?c FILTER(STRSTARTS(STR(?c), STR(kg:))) }}"
    )
    lines = [f"{label} ({', '.join(map(_local, classes)) or 'event'})", f"  {iri}"]
    for old in column(store, f"SELECT ?o WHERE {{ ?o dcterms:isReplacedBy <{iri}> }}"):
        lines.append(f"  replaces {old}")
    claims: dict[tuple[str, str], list[str]] = {}
    for begin, document, speaker, *how in rows(store, _CLAIMS % f"<{iri}>"):
        illocution, status, certainty, polarity, rule = map(_local, how)
        claims.setdefault((document, begin), []).append(
            f"{speaker or '(krant)'}: {illocution}, {status}, {certainty}, {polarity}  [{rule}]"
        )
    lines.append("Mentions")
    for document, begin, end, _, anchor, text, sentence in rows(store, MENTIONS % f"<{iri}>"):
        lines.append(f"  {document}#{begin},{end} “{anchor}”")
        lines.append(f"      {around(text, sentence, int(begin), int(end))}")
        lines += [f"      {claim}" for claim in claims.get((document, begin), ())]
    lines.append("One event because")
    reasons = column(store, f"SELECT ?r WHERE {{ <{iri}> kg:mergedBecause ?r }}")
    lines += [f"  {reason}" for reason in reasons] or ["  it is told once"]
    for title, pattern in (
        ("Part of", f"?e sem:hasSubEvent <{iri}>"),
        ("Consists of", f"<{iri}> sem:hasSubEvent ?e"),
    ):
        others = column(store, f"SELECT ?l WHERE {{ {pattern} . ?e rdfs:label ?l }}")
        lines += [title, *(f"  {other}" for other in others)] if others else []
    return lines


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]
