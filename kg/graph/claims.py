"""Claims -> triples: who says what, and how sure."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.graph.document import DocumentNames, Words
from kg.graph.entities import entity_iri
from kg.graph.events import event_iri
from kg.graph.terms import Triple, decimal, dutch, plain, term, types
from kg.model import Claim, Event, Links, Mention, Relation


def claim_iri(names: DocumentNames, claim: Claim) -> ox.NamedNode:
    """The IRI of a claim: by what it is about, its rule and its speaker."""
    speaker = claim.speaker.span if claim.speaker else ""
    about = claim.about
    inner = about.provenance.rule if isinstance(about, Claim) else type(about).__name__
    return names.other(
        "claim", claim.status, str(_trigger(claim)), claim.provenance.rule, str(speaker), inner
    )


def claim(
    names: DocumentNames,
    words: Words,
    links: Links,
    said: Claim,
    by_trigger: dict[object, Event],
) -> Iterator[Triple]:
    """A claim; its speaker is the document where nobody else is named.

    ``kg:aboutMention`` stands on the innermost claim of an event alone.
    """
    iri = claim_iri(names, said)
    yield from types(iri, ["kg:Claim"])
    about = said.about
    if isinstance(about, Claim):
        yield iri, term("kg:about"), claim_iri(names, about)
    elif isinstance(about, Event):
        yield iri, term("kg:about"), event_iri(names, about)
        yield iri, term("kg:aboutMention"), words.phrase(about.trigger)
    else:
        yield iri, term("kg:about"), relation_iri(names, about)
    yield iri, term("kg:speaker"), _who(names, links, said.speaker)
    for curie, other in (
        ("kg:claimAddressee", said.addressee),
        ("kg:claimTarget", said.target),
    ):
        if other is not None:
            yield iri, term(curie), _who(names, links, other)
    yield iri, term("kg:illocution"), term(f"kg:{said.illocution}")
    yield iri, term("kg:status"), term(f"kg:{said.status}")
    yield iri, term("kg:certainty"), term(f"kg:{said.certainty}")
    yield iri, term("kg:polarity"), term(f"kg:{said.polarity}")
    if said.cue is not None:
        yield iri, term("kg:cue"), words.phrase(said.cue)
    if said.quote is not None:
        yield iri, term("kg:quote"), dutch(said.quote.of(names.document.text))
    if said.quote_kind is not None:
        yield iri, term("kg:quoteKind"), term(f"kg:{said.quote_kind}")
    yield iri, term("gaf:denotedBy"), words.phrase(said.provenance.span)
    if said.made_by is not None and said.made_by in by_trigger:
        yield iri, term("prov:wasGeneratedBy"), event_iri(names, by_trigger[said.made_by])
    yield iri, term("kg:rule"), plain(said.provenance.rule)
    if said.confidence is not None:
        yield iri, term("kg:confidence"), decimal(said.confidence)
    yield iri, term("prov:wasDerivedFrom"), names.article


def relation_iri(names: DocumentNames, relation: Relation) -> ox.NamedNode:
    """The IRI of a standing relation: by its words, predicate and subject."""
    key = f"{relation.span.start},{relation.span.end}"
    subject = f"{relation.subject.span.start},{relation.subject.span.end}"
    return names.other("relation", relation.predicate, key, relation.predicate, subject)


def _who(names: DocumentNames, links: Links, mention: Mention | None) -> ox.NamedNode:
    return names.article if mention is None else entity_iri(names.base, links.of[mention].entity)


def _trigger(claim: Claim) -> object:
    about = claim.about
    while isinstance(about, Claim):
        about = about.about
    return about.trigger if isinstance(about, Event) else about.span
