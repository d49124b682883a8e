"""`kg explain`: why mentions stand for one thing, and what was considered and refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.explain_event import event_explanation, is_event
from kg.cli.explain_words import MENTIONS, PREFIXES, around, column, rows
from kg.errors import InvalidGraphError, UsageError

if TYPE_CHECKING:
    import pyoxigraph

_ALL = (
    PREFIXES
    + """
SELECT DISTINCT ?thing ?label ?anchor ?old WHERE {
  ?thing rdfs:label ?label ; gaf:denotedBy ?m . ?m nif:anchorOf ?anchor
  FILTER(EXISTS { ?thing kg:mergedBecause ?why } || EXISTS { ?thing a sem:Event })
  OPTIONAL { ?old dcterms:isReplacedBy|owl:sameAs ?thing } }
"""
)
_REFUSED = "niet gekozen: "
_QUOTED = re.compile("“(.+?)”")
# More matches than this are named, not explained.
SHOWN = 10


@click.command()
@click.argument("thing")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    help="The graph to look in.",
)
def explain(thing: str, graph: Path) -> None:
    """Tell why mentions were taken for one THING: its IRI, its label or the words of a mention.

    Of an entity prints each mention with its sentence, the reasons for which mentions were joined
    and linked, and what was considered and refused. Of an event prints each mention with who says
    it and how sure, why they are one event, and what it is part of.
    """
    from kg.graph import to_store

    if not graph.is_file():
        raise UsageError(f"no graph at {graph}", "build one first: kg build ARTICLE.txt")
    try:
        store = to_store(graph.read_bytes())
    except SyntaxError as error:
        raise InvalidGraphError(f"{graph} is no Turtle: {error}", "build it again") from error
    found = matching(store, thing)
    if not found:
        raise UsageError(
            f"{graph} has nothing called {thing!r}",
            "Give a label, the words of a mention, or an IRI; kg query wie lists the people.",
        )
    for number, (iri, label) in enumerate(found):
        if number == SHOWN:
            click.echo(f"… and {len(found) - SHOWN} more; give an IRI to choose one")
            break
        if number:
            click.echo()
        told = event_explanation if is_event(store, iri) else explanation
        click.echo("\n".join(told(store, iri, label)))


def matching(store: pyoxigraph.Store, words: str) -> list[tuple[str, str]]:
    """IRI and label of the things meant: the best sort of match alone, in order of IRI.

    An IRI (or its last part, or one that it replaced) before a label before the words of a
    mention; capitals do not count.
    """
    wanted = words.strip("<>").lower()
    ranked: dict[int, dict[str, str]] = {0: {}, 1: {}, 2: {}}
    for row in rows(store, _ALL):
        iri, label, anchor, old = row
        if any(wanted in _ways_to_write(known) for known in (iri, old)):
            ranked[0][iri] = label
        elif wanted == label.lower():
            ranked[1][iri] = label
        elif wanted == anchor.lower():
            ranked[2][iri] = label
    best = next((of for of in ranked.values() if of), {})
    return sorted(best.items())


def _ways_to_write(iri: str) -> tuple[str, ...]:
    """An IRI, "event/aanval-1a2b3c4d" and "aanval-1a2b3c4d", in small letters."""
    parts = iri.lower().split("/")
    return iri.lower(), "/".join(parts[-2:]), parts[-1]


def explanation(store: pyoxigraph.Store, iri: str, label: str) -> list[str]:
    """The lines about one entity."""
    classes = column(
        store, f"SELECT ?c WHERE {{ <{iri}> a ?c FILTER(STRSTARTS(STR(?c), STR(kg:))) }}"
    )
    same = column(store, f"SELECT ?s WHERE {{ <{iri}> owl:sameAs ?s }}")
    reasons = column(store, f"SELECT ?r WHERE {{ <{iri}> kg:mergedBecause ?r }}")
    lines = [f"{label} ({', '.join(c.rsplit('#', 1)[-1] for c in classes)})", f"  {iri}"]
    lines += [f"  = {s}" for s in same] or ["  no identity outside this graph"]
    kept, refused = _told(reasons)
    lines.append("Mentions")
    used: set[str] = set()
    mentions = rows(store, MENTIONS % f"<{iri}>")
    shared = _shared(kept) if len(mentions) > 1 else {}
    for document, begin, end, kind, anchor, text, sentence in mentions:
        sort = kind.rsplit("#", 1)[-1].lower() or "mention"
        lines.append(f"  {document} {begin}-{end} {sort} “{anchor}”")
        lines.append(f"      {around(text, sentence, int(begin), int(end))}")
        words = " ".join(anchor.split())
        used.add(words)
        lines += [f"      because: {r}" for r in kept.get(words, ()) if r not in shared]
    other = (r for words, told in kept.items() if words not in used for r in told)
    rest = dict.fromkeys([*shared, *other])
    if rest or not kept:
        lines.append("Joined and linked because")
        lines += [f"  {reason}" for reason in rest] or ["  no reason is in the graph"]
    lines.append("Considered and refused")
    lines += [f"  {reason}" for reason in refused] or ["  nothing"]
    return lines


def _told(reasons: list[str]) -> tuple[dict[str, dict[str, None]], dict[str, None]]:
    """Reasons by the words of the mention that each is about, and what was refused."""
    kept: dict[str, dict[str, None]] = {}
    refused: dict[str, None] = {}
    for reason in reasons:
        told, _, not_chosen = reason.partition(_REFUSED)
        parts = [p for p in told.strip("; ").split("; ") if p]
        about = _QUOTED.search(parts[0]) if parts else None
        mention_alone = len(parts) > 1 and parts[0].startswith("vermelding ")
        of = kept.setdefault(about[1] if about else "", {})
        of.update(dict.fromkeys(parts[1:] if mention_alone else parts))
        refused.update(dict.fromkeys(p for p in not_chosen.split("; ") if p))
    return kept, refused


def _shared(kept: dict[str, dict[str, None]]) -> dict[str, None]:
    """The reasons that hold for all mentions alike, in the order of the first."""
    first = next(iter(kept.values()), {})
    return {r: None for r in first if all(r in told for told in kept.values())}
