"""Triples of documents, and what of them is one -> the triples of one graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.graph.document import event_ref_iri
from kg.graph.terms import Triple, dutch, mint_iri, plain, term, true, types
from kg.model import MergedEntity, MergedEvent, Merges
from kg.vocab import ENTITY_CLASSES, class_chain, top_class

_LABEL = term("rdfs:label")
_TYPE = term("rdf:type")
_ROLES_OF_TIME = (term("sem:hasTime"), term("kg:timeInferred"))
# Of these a merged event has its own; they are written anew.
_SUMMED = (term("kg:status"), term("kg:agentUnstated"))
_CLASSES = frozenset(term(f"kg:{name}") for name in ENTITY_CLASSES)


def merged(triples: Iterable[Triple], merges: Merges, base: str) -> Iterator[Triple]:
    """The triples with one IRI for what is one.

    Everything that was told of the parts is told of the whole: mentions, claims, roles,
    quantities. Of labels, times and statuses it has one. The old IRIs remain: of an entity as
    ``owl:sameAs`` the new one, of an event as ``dcterms:isReplacedBy``.

    Args:
        triples: those of all documents.
        merges: what is one.
        base: base IRI of the data.
    """
    now: dict[ox.NamedNode, ox.NamedNode] = {}
    dropped: dict[ox.NamedNode, frozenset[ox.NamedNode]] = {}
    added: list[Triple] = []
    for event in merges.events:
        added += _event(event, base, now, dropped)
    for entity in merges.entities:
        added += _entity(entity, base, now, dropped)
    for subject, predicate, value in triples:
        gone = dropped.get(subject)
        if gone is not None and (predicate in gone or (predicate == _TYPE and value in gone)):
            continue
        whose = now.get(subject, subject)
        of = now.get(value, value) if isinstance(value, ox.NamedNode) else value
        # What two events had to do with each other is nothing once they are one.
        if whose != of or subject == value:
            yield whose, predicate, of
    yield from added
    for whole, part in merges.parts:
        yield event_ref_iri(base, whole), term("sem:hasSubEvent"), event_ref_iri(base, part)


def _event(
    event: MergedEvent,
    base: str,
    now: dict[ox.NamedNode, ox.NamedNode],
    dropped: dict[ox.NamedNode, frozenset[ox.NamedNode]],
) -> Iterator[Triple]:
    kept = event_ref_iri(base, event.events[0])
    for member in event.events:
        iri = event_ref_iri(base, member)
        gone = {*_SUMMED}
        if member != event.labelled:
            gone.add(_LABEL)
        if member != event.timed:
            gone.update(_ROLES_OF_TIME)
        dropped[iri] = frozenset(gone)
        if iri != kept:
            now[iri] = kept
            yield iri, term("dcterms:isReplacedBy"), kept
    yield kept, term("kg:status"), term(f"kg:{event.status}")
    if event.agent_unstated:
        yield kept, term("kg:agentUnstated"), true()
    for reason in event.reasons:
        yield kept, term("kg:mergedBecause"), plain(reason)


def _entity(
    entity: MergedEntity,
    base: str,
    now: dict[ox.NamedNode, ox.NamedNode],
    dropped: dict[ox.NamedNode, frozenset[ox.NamedNode]],
) -> Iterator[Triple]:
    kept = mint_iri(base, "entity", entity.entities[0][1], entity.entities[0][0])
    for key, label in entity.entities:
        iri = mint_iri(base, "entity", label, key)
        dropped[iri] = _CLASSES | {_LABEL}
        if iri != kept:
            now[iri] = kept
            yield iri, term("owl:sameAs"), kept
    yield kept, _LABEL, dutch(entity.label)
    yield from types(kept, [f"kg:{name}" for name in class_chain(entity.entity_class)])
    if top_class(entity.entity_class) == "Place":
        yield from types(kept, ["sem:Place"])
    for reason in entity.reasons:
        yield kept, term("kg:mergedBecause"), plain(reason)
