"""Triples of documents, and what of them is one -> the triples of one graph."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pyoxigraph as ox

from kg.graph.document import event_ref_iri
from kg.graph.terms import Triple, dutch, mint_iri, plain, term, true, types
from kg.model import MergedEntity, MergedEvent, Merges
from kg.vocab import ACTOR_ROLES, ENTITY_CLASSES, PLACE_ROLES, class_chain, top_class

_LABEL = term("rdfs:label")
_TYPE = term("rdf:type")
_ABOUT = term("kg:about")
_TIMES = frozenset((term("sem:hasTime"), term("kg:timeInferred")))
# Of these a merged event has its own; they are written anew.
_SUMMED = frozenset((term("kg:status"), term("kg:agentUnstated")))
_CLASSES = frozenset(term(f"kg:{name}") for name in ENTITY_CLASSES)
_ROLES = {
    term("sem:hasPlace" if name == "hasPlace" else f"kg:{name}"): name
    for name in ACTOR_ROLES + PLACE_ROLES
}
_OF_ROLES = frozenset((*_ROLES, term("sem:hasActor")))
# What a claim has for its own event alone.
_OWN = frozenset((_ABOUT, term("kg:aboutMention")))


def merged(triples: Collection[Triple], merges: Merges, base: str) -> Iterator[Triple]:
    """The triples with one IRI for what is one.

    Everything that was told of the parts is told of the whole: mentions, claims, quantities,
    roles. But who did what as only others tell it stays theirs: a ``kg:Relation`` with a claim.
    Of labels, times and statuses it has one. The old IRIs remain: of an entity as
    ``owl:sameAs`` the new one, of an event as ``dcterms:isReplacedBy``.

    Args:
        triples: those of all documents.
        merges: what is one.
        base: base IRI of the data.
    """
    joined = _Joined(merges, base)
    for subject, predicate, value in triples:
        whose = joined.now.get(subject, subject)
        of = joined.now.get(value, value) if isinstance(value, ox.NamedNode) else value
        if subject in joined.claimed and predicate in _ROLES and isinstance(of, ox.NamedNode):
            joined.roles.setdefault(subject, set()).add((predicate, of))
        about = value if predicate == _ABOUT and isinstance(value, ox.NamedNode) else None
        if about in joined.claimed and about is not None:
            joined.claims.setdefault(about, []).append(subject)
        gone = joined.dropped.get(subject)
        if gone is not None and (predicate in gone or (predicate == _TYPE and value in gone)):
            continue
        # What two events had to do with each other is nothing once they are one.
        if whose != of or subject == value:
            yield whose, predicate, of
    yield from joined.added
    yield from joined.relations(triples)
    for whole, part in merges.parts:
        yield event_ref_iri(base, whole), term("sem:hasSubEvent"), event_ref_iri(base, part)


class _Joined:
    """What becomes of the IRIs of what is one.

    ``now`` leads from an old IRI to the one that stays, ``dropped`` to the predicates and
    classes that its triples lose, ``added`` are triples of the whole; ``claimed`` are events
    whose roles are claims, ``roles`` those roles and ``claims`` the claims about them.
    """

    def __init__(self, merges: Merges, base: str) -> None:
        self._base = base
        self.now: dict[ox.NamedNode, ox.NamedNode] = {}
        self.dropped: dict[ox.NamedNode, frozenset[ox.NamedNode]] = {}
        self.added: list[Triple] = []
        self.claimed: set[ox.NamedNode] = set()
        self.roles: dict[ox.NamedNode, set[tuple[ox.NamedNode, ox.NamedNode]]] = {}
        self.claims: dict[ox.NamedNode, list[ox.NamedNode]] = {}
        for event in merges.events:
            self._event(event)
        for entity in merges.entities:
            self._entity(entity)

    def relations(self, triples: Collection[Triple]) -> Iterator[Triple]:
        """Who did what as a party tells it: a relation of the event, and the claim about it."""
        of = {claim: event for event in self.roles for claim in self.claims.get(event, ())}
        told: dict[ox.NamedNode, list[Triple]] = {}
        for triple in triples:
            if triple[0] in of and triple[1] not in _OWN:
                told.setdefault(triple[0], []).append(triple)
        for claim, event in sorted(of.items(), key=lambda pair: pair[0].value):
            for predicate, filler in sorted(self.roles[event], key=str):
                key = (event.value, _ROLES[predicate], filler.value)
                relation = mint_iri(self._base, "relation", _ROLES[predicate], *key)
                copy = mint_iri(self._base, "claim", _ROLES[predicate], claim.value, *key)
                yield from types(relation, ["kg:Relation"])
                yield relation, term("rdf:subject"), self.now.get(event, event)
                yield relation, term("rdf:predicate"), predicate
                yield relation, term("rdf:object"), filler
                yield copy, _ABOUT, relation
                for _, what, value in told[claim]:
                    if isinstance(value, ox.NamedNode):
                        value = self.now.get(value, value)
                    yield copy, what, value
                    if what == term("gaf:denotedBy"):
                        yield relation, what, value

    def _event(self, event: MergedEvent) -> None:
        kept = event_ref_iri(self._base, event.events[0])
        for member in event.events:
            iri = event_ref_iri(self._base, member)
            gone = set(_SUMMED)
            if member != event.labelled:
                gone.add(_LABEL)
            if member != event.timed:
                gone |= _TIMES
            if member in event.claimed:
                gone |= _OF_ROLES
                self.claimed.add(iri)
            self.dropped[iri] = frozenset(gone)
            if iri != kept:
                self.now[iri] = kept
                self.added.append((iri, term("dcterms:isReplacedBy"), kept))
        self.added.append((kept, term("kg:status"), term(f"kg:{event.status}")))
        if event.agent_unstated:
            self.added.append((kept, term("kg:agentUnstated"), true()))
        for reason in event.reasons:
            self.added.append((kept, term("kg:mergedBecause"), plain(reason)))

    def _entity(self, entity: MergedEntity) -> None:
        kept = mint_iri(self._base, "entity", entity.entities[0][1], entity.entities[0][0])
        for key, label in entity.entities:
            iri = mint_iri(self._base, "entity", label, key)
            self.dropped[iri] = _CLASSES | {_LABEL}
            if iri != kept:
                self.now[iri] = kept
                self.added.append((iri, term("owl:sameAs"), kept))
        self.added.append((kept, _LABEL, dutch(entity.label)))
        self.added += types(kept, [f"kg:{name}" for name in class_chain(entity.entity_class)])
        if top_class(entity.entity_class) == "Place":
            self.added += types(kept, ["sem:Place"])
        for reason in entity.reasons:
            self.added.append((kept, term("kg:mergedBecause"), plain(reason)))
