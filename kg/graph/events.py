"""Events, their roles and times -> triples."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.event_types import EventTypes
from kg.graph.document import DocumentNames, Words, event_ref_iri
from kg.graph.entities import entity_iri
from kg.graph.labels import event_label
from kg.graph.terms import Triple, day, decimal, dutch, plain, term, true, types
from kg.graph.time_labels import time_label
from kg.model import Event, EventRef, Links, Mention, Quantity, Time
from kg.vocab import ACTOR_ROLES, STATUSES


def event_iri(names: DocumentNames, event: Event) -> ox.NamedNode:
    """The IRI of an event of the document; of a light verb that of the event which it carries."""
    trigger = event.light_of or event.trigger
    ref = EventRef(names.document.id, trigger, event.type or event.lemma)
    return event_ref_iri(names.base, ref)


def event(
    names: DocumentNames,
    words: Words,
    links: Links,
    event_types: EventTypes,
    happening: Event,
    statuses: set[str],
    by_trigger: dict[object, Event],
) -> Iterator[Triple]:
    """An event with its classes, label, mention, roles, time and status.

    Args:
        statuses: those of its claims; the event's own is the first that holds.
        by_trigger: the document's events by trigger span, for roles that events fill.
    """
    iri = event_iri(names, happening)
    if happening.light_of is not None:
        yield from _mention(words, iri, happening)
        return
    yield from types(iri, ["sem:Event"])
    kind = event_types.by_name.get(happening.type or "")
    if kind is not None:
        yield from types(iri, [f"kg:{name}" for name in event_types.chain(kind.name)])
    elif happening.type is not None:
        yield from types(iri, [f"kg:{happening.type}"])
    label = event_label(happening, names.document.text, kind, links)
    yield iri, term("rdfs:label"), dutch(label)
    yield from _mention(words, iri, happening)
    yield iri, term("kg:status"), term(f"kg:{next(s for s in STATUSES if s in statuses)}")
    yield iri, term("kg:rule"), plain(happening.rule)
    if happening.agent_unstated:
        yield iri, term("kg:agentUnstated"), true()
    for role in happening.roles:
        if isinstance(role.filler, Mention):
            yield from _actor(iri, role.name, entity_iri(names.base, links.of[role.filler].entity))
        elif isinstance(role.filler, Quantity):
            yield from quantity(names, words, iri, role.filler)
        elif role.filler in by_trigger:
            yield iri, _role(role.name), event_iri(names, by_trigger[role.filler])
    if happening.when is not None:
        yield from _time(names, words, iri, happening.when)


def _mention(words: Words, iri: ox.NamedNode, happening: Event) -> Iterator[Triple]:
    trigger = words.phrase(happening.trigger)
    yield iri, term("gaf:denotedBy"), trigger
    if happening.particle is not None:
        yield trigger, term("kg:particle"), words.phrase(happening.particle)


def _role(name: str) -> ox.NamedNode:
    return term("sem:hasPlace") if name == "hasPlace" else term(f"kg:{name}")


def _actor(iri: ox.NamedNode, role: str, filler: ox.NamedNode) -> Iterator[Triple]:
    yield iri, _role(role), filler
    if role in ACTOR_ROLES:
        yield iri, term("sem:hasActor"), filler
        yield from types(filler, ["sem:Actor"])
    elif role in ("hasPlace", "origin", "destination", "near"):
        yield from types(filler, ["sem:Place"])


def quantity(
    names: DocumentNames, words: Words, of: ox.NamedNode, number: Quantity
) -> Iterator[Triple]:
    """A number as told, hung on an event, relation or entity."""
    key = f"{number.span.start},{number.span.end}"
    iri = names.other("quantity", f"{number.value} {number.unit or ''}", key)
    yield of, term("kg:quantity"), iri
    yield from types(iri, ["kg:Quantity"])
    yield iri, term("kg:value"), decimal(number.value)
    yield iri, term("kg:comparator"), term(f"kg:{number.comparator}")
    if number.unit:
        yield iri, term("kg:unit"), plain(number.unit)
    yield iri, term("gaf:denotedBy"), words.phrase(number.span)


def _time(names: DocumentNames, words: Words, iri: ox.NamedNode, when: Time) -> Iterator[Triple]:
    placed = when.begin is not None or when.end is not None
    node = names.time(when.value, own=not placed)
    yield iri, term("sem:hasTime"), node
    if when.inferred:
        yield iri, term("kg:timeInferred"), true()
    yield from types(node, ["sem:Time", "time:Interval"])
    yield node, term("kg:timex"), plain(when.value)
    yield node, term("rdfs:label"), dutch(time_label(when.value))
    if when.span is not None:
        yield node, term("gaf:denotedBy"), words.phrase(when.span)
    if when.begin is not None and when.begin == when.end:
        yield node, term("sem:hasTimeStamp"), day(when.begin)
        return
    for stamp, edge, name, moment in (
        ("sem:hasBeginTimeStamp", "time:hasBeginning", "begin", when.begin),
        ("sem:hasEndTimeStamp", "time:hasEnd", "end", when.end),
    ):
        if moment is not None:
            instant = ox.NamedNode(f"{node.value}/{name}")
            yield node, term(stamp), day(moment)
            yield node, term(edge), instant
            yield from types(instant, ["time:Instant"])
            yield instant, term("time:inXSDDate"), day(moment)
