"""Sketches of events -> clusters, each one event: first in a document, then between documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kg.corrections import NONE, Corrections
from kg.event_types import EventTypes
from kg.merge.clusters import Cluster, Clusters
from kg.merge.contradictions import Contradictions
from kg.merge.meaning import Meaning
from kg.merge.places import Places
from kg.merge.rules import Rule, Rules
from kg.merge.sketch import Sketch
from kg.merge.things import Same

# How many events of one meaning a mention is held against, the nearest first: the time stays
# linear in the length of a document and of a block.
HELD_AGAINST = 12


class EventMerger:
    """Finds the mentions of one event.

    Args:
        sketches: the documents.
        things: what they name, by the key that stays.
        same: entity key -> the key of the entity it was merged into.
        types: the event types.
        places: where places lie.
        corrections: events that a person has called one, or not one.
    """

    def __init__(
        self,
        sketches: Iterable[Sketch],
        things: Mapping[str, Same],
        same: Mapping[str, str],
        types: EventTypes,
        places: Places,
        corrections: Corrections = NONE,
    ) -> None:
        self._sketches = sorted(sketches, key=lambda s: s.document)
        classes = {key: thing.entity_class for key, thing in things.items()}
        labels = {key: thing.label for key, thing in things.items()}
        self._places = places
        self._corrections = corrections
        self._meaning = Meaning(types)
        self._against = Contradictions(self._meaning, self._places, classes, corrections)
        self._rules = Rules(self._places, set(classes), labels)
        self.clusters = Clusters((e for s in self._sketches for e in s.events), same)

    def merge(self) -> Clusters:
        """All clusters, joined as far as the rules reach."""
        self._correct()
        for sketch in self._sketches:
            self._inside(sketch)
        self._between()
        return self.clusters

    def _correct(self) -> None:
        """Join what a person has called one event."""
        by_name = {str(e.key): e.key for s in self._sketches for e in s.events}
        for row in self._corrections.of("merge_events"):
            keys = sorted(by_name[name] for name in row.names if name in by_name)
            for key in keys[1:]:
                self.clusters.join(self.clusters.of(keys[0]), self.clusters.of(key), row.reason)

    def _inside(self, sketch: Sketch) -> None:
        """Join the mentions of one document: the nearest event before that fits."""
        before: dict[str, list[Cluster]] = {}
        for event in sorted(sketch.events, key=lambda e: e.key):
            if not self._meaning.mergeable(event):
                continue
            groups = tuple(self._meaning.groups(event))
            own = self.clusters.of(event.key)
            for rule in self._rules.inside:
                found = self._fitting(own, _nearest(before, groups), (rule,))
                if found is not None:
                    own = self.clusters.join(*found)
                    break
            for group in groups:
                before.setdefault(group, []).append(own)

    def _between(self) -> None:
        """Join what different documents tell, block by block."""
        for block in self._blocks():
            heads: list[Cluster] = []
            for cluster in block:
                cluster = self.clusters.of(cluster.key)
                found = self._fitting(cluster, _distinct(reversed(heads)), self._rules.between)
                if found is not None:
                    joined = self.clusters.join(*found)
                    heads = [h for h in heads if h not in (found[0], found[1])]
                    cluster = joined
                if cluster not in heads:
                    heads.append(cluster)

    def _blocks(self) -> Iterator[list[Cluster]]:
        """Clusters that may be one: of one meaning, at one place or with one participant."""
        blocks: dict[tuple[str, str], dict[Cluster, None]] = {}
        for cluster in self.clusters:
            members = [m for m in cluster.members if self._meaning.mergeable(m)]
            anchors = self._places.precise(cluster.setting) | cluster.places | cluster.actors
            for group in sorted({g for m in members for g in self._meaning.groups(m)}):
                for anchor in sorted(anchors):
                    blocks.setdefault((group, anchor), {})[cluster] = None
        for _, block in sorted(blocks.items(), key=lambda item: item[0]):
            if len(block) > 1:
                yield sorted(block, key=_order)

    def _fitting(
        self, cluster: Cluster, others: Iterable[Cluster], rules: tuple[Rule, ...]
    ) -> tuple[Cluster, Cluster, str] | None:
        """The first that is the same event, and why."""
        for other in islice(others, HELD_AGAINST):
            if other is cluster or self._against.any(cluster, other):
                continue
            for rule in rules:
                if reason := rule(other, cluster):
                    return other, cluster, reason
        return None


def _nearest(before: Mapping[str, list[Cluster]], groups: Iterable[str]) -> Iterator[Cluster]:
    """The clusters of these meanings, the last told of first."""
    found = [c for group in groups for c in before.get(group, ())[-HELD_AGAINST:]]
    found.sort(key=lambda c: max(m.key for m in c.members), reverse=True)
    return _distinct(found)


def _distinct(clusters: Iterable[Cluster]) -> Iterator[Cluster]:
    return iter(dict.fromkeys(clusters))


def _order(cluster: Cluster) -> tuple[object, ...]:
    """By day, those that tell it first: an event meets those of its own day."""
    day = cluster.begin or cluster.end
    return (day is None, not cluster.narrow, day, cluster.key)
