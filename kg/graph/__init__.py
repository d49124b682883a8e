"""Claims and links -> triples, and triples -> bytes."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.event_types import EventTypes
from kg.gazetteer import Gazetteer
from kg.graph import claims, document, entities, events
from kg.graph.document import DocumentNames, Words
from kg.graph.merged import merged
from kg.graph.terms import Triple, check_base, term
from kg.model import Analysis, Event, Extraction, Links
from kg.vocab import BASE, PREFIXES

# What the Turtle abbreviates beside the vocabularies: "entity:poetin-1a2b3c4d".
_ABBREVIATED = ("entity", "event", "claim", "relation", "quantity")

__all__ = ["Triple", "check_base", "document_triples", "merged", "to_store", "to_turtle"]


def document_triples(
    analysis: Analysis,
    extraction: Extraction,
    links: Links,
    event_types: EventTypes,
    gazetteer: Gazetteer,
    base: str = BASE,
) -> list[Triple]:
    """All that one document tells, as triples (repeats among them).

    Raises:
        ValueError: a mention's offsets give no words (E09); nothing of the document may then
            enter the graph.
    """
    names = DocumentNames(base, analysis.document)
    words = Words(names, analysis)
    found: list[Triple] = list(document.article(names))
    for mention in extraction.mentions:
        link = links.of[mention]
        phrase = words.phrase(mention.span)
        found += entities.entity(base, link.entity, gazetteer)
        found += entities.mention(base, link, phrase, mention.kind.value)
    by_trigger: dict[object, Event] = {event.trigger: event for event in extraction.events}
    statuses: dict[object, set[str]] = {}
    for claim in extraction.claims:
        if isinstance(claim.about, Event):
            about = claim.about.light_of or claim.about.trigger
            statuses.setdefault(about, set()).add(claim.status)
        found += claims.claim(names, words, links, claim, by_trigger)
    for event in extraction.events:
        found += events.event(
            names,
            words,
            links,
            event_types,
            event,
            statuses[event.light_of or event.trigger],
            by_trigger,
        )
    return found + words.triples


def to_turtle(triples: Iterable[Triple], base: str = BASE) -> bytes:
    """Turtle with the same bytes for the same triples, in whatever order they come.

    Subjects are in the order of their IRIs, rdf:type first; a blank line between subjects.
    """
    is_a = term("rdf:type")
    ordered = sorted(set(triples), key=lambda t: (t[0].value, t[1] != is_a, t[1].value, str(t[2])))
    prefixes = PREFIXES | {kind: f"{base}{kind}/" for kind in _ABBREVIATED}
    written = ox.serialize(
        (ox.Triple(*t) for t in ordered), format=ox.RdfFormat.TURTLE, prefixes=prefixes
    )
    lines = (written or b"").split(b"\n")
    # The serializer writes its prefixes in no fixed order.
    head = sorted(line for line in lines if line.startswith(b"@prefix"))
    body = b"\n".join(lines[len(head) :]).replace(b" .\n", b" .\n\n")
    return b"\n".join([*head, b"", body.rstrip(b"\n") + b"\n"])


def to_store(turtle: bytes) -> ox.Store:
    """Turtle, parsed back into a store for queries.

    Raises:
        SyntaxError: the bytes are no Turtle.
    """
    store = ox.Store()
    store.bulk_load(input=turtle, format=ox.RdfFormat.TURTLE)
    return store
