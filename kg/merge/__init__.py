"""Sketches of many documents -> Merges: which entities and events are one, and why."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kg.corrections import NONE, Corrections
from kg.event_types import EventTypes
from kg.gazetteer import Gazetteer
from kg.lexicon import words
from kg.merge.clusters import Cluster, Clusters
from kg.merge.events import join_events
from kg.merge.lasting import parts_of
from kg.merge.named import named
from kg.merge.places import Places
from kg.merge.same import Same
from kg.merge.sketch import Sketch
from kg.merge.sketching import sketch
from kg.merge.things import ThingMerger
from kg.model import MergedEntity, MergedEvent, Merges
from kg.vocab import STATUSES

__all__ = ["Sketch", "merge", "sketch"]


def merge(
    sketches: Iterable[Sketch],
    types: EventTypes,
    gazetteer: Gazetteer,
    corrections: Corrections = NONE,
) -> Merges:
    """Find what is told of more than once.

    The order of the sketches plays no part. Entities come first, since events are told apart
    by who takes part in them. No merge beats a wrong merge.

    Args:
        sketches: the documents, each with another id.
        types: the event types.
        gazetteer: where places lie.
        corrections: what a person has set right; they have the last word.
    """
    documents = sorted(sketches, key=lambda s: s.document)
    with _no_cycles():
        return _merged(documents, types, gazetteer, corrections)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """The search for cyclic garbage stopped, in the whole process: merging makes many objects
    that stay and no cycles, and the search costs a third of its time on ten thousand articles."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _merged(
    documents: Sequence[Sketch], types: EventTypes, gazetteer: Gazetteer, corrections: Corrections
) -> Merges:
    classes = {t.key: t.entity_class for s in documents for t in s.things}
    places = Places(gazetteer, classes)
    things = ThingMerger(documents, places, corrections)
    things.merge()
    kept = {thing.key: same.first.key for same in things for thing in same.things}
    names = named(documents, {same.first.key: same for same in things}, kept, places)
    clusters = Clusters((e for s in documents for e in s.events), kept)
    join_events(documents, clusters, names, types, corrections)
    return Merges(
        entities=tuple(_entity(same) for same in things if same.reasons),
        events=tuple(_event(cluster) for cluster in clusters if len(cluster.members) > 1),
        parts=tuple((whole.key, part.key) for whole, part in parts_of(clusters, places, types)),
    )


def _entity(same: Same) -> MergedEntity:
    first = same.first
    others = {(thing.key, thing.label) for thing in same.things} - {(first.key, first.label)}
    return MergedEntity(
        entities=((first.key, first.label), *sorted(others)),
        label=same.label,
        entity_class=same.entity_class,
        reasons=tuple(sorted(set(same.reasons))),
    )


def _event(cluster: Cluster) -> MergedEvent:
    members = sorted(cluster.members, key=lambda m: m.key)
    results = words("merging.toml", "meaning", "results")
    statuses = {status for member in members for status in member.statuses}
    status = next(status for status in STATUSES if status in statuses)
    own = [member for member in members if status in member.statuses]
    keys = {member.key for member in own}
    named = any(role == "agent" for member in own for role, _ in member.roles)
    return MergedEvent(
        events=tuple(member.key for member in members),
        # What happened names it, before what came of it.
        labelled=max(own, key=lambda m: (m.type not in results, m.fullness)).key,
        timed=min(members, key=lambda m: (m.vagueness, m.key not in keys)).key,
        status=status,
        agent_unstated=not named and all(member.unstated for member in own),
        claimed=frozenset(member.key for member in members if member.key not in keys),
        reasons=tuple(sorted(set(cluster.reasons))),
    )
