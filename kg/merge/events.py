"""Sketches of events -> clusters, each one event: first in a document, then between documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, islice

from kg.corrections import NONE, Corrections
from kg.event_types import EventTypes
from kg.merge.clusters import Cluster, Clusters, within
from kg.merge.contradictions import Contradictions
from kg.merge.evidence import Evidence
from kg.merge.meaning import Meaning, is_light
from kg.merge.places import Places
from kg.merge.rules import FOLLOWED, Rule, Rules
from kg.merge.same import Same
from kg.merge.sketch import Sketch
from kg.vocab import class_chain

# How many events of one meaning a mention is held against, the nearest first: the time stays
# linear in the length of a document and of a block.
HELD_AGAINST = 12
MOST_HEADS = 8
_OFFICIAL = frozenset({"Government", "Institution", "Media", "Party", "InternationalOrganisation"})
# What an article is about stands in its headline or its first sentence.
OPENING = 1
# The named things that make the story of an article, those named first.
COMPANY_KEPT = 8


_Found = tuple[Cluster, str] | None


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
        self._named = {key for key, kept in same.items() if kept in things}
        self._meaning = Meaning(types)
        self._company = {
            s.document: self._story([same.get(t.key, t.key) for t in s.things], things)
            for s in self._sketches
        }
        self._against = Contradictions(self._meaning, self._places, classes, corrections)
        self._evidence = Evidence(self._meaning, places, labels, self._company)
        self._rules = Rules(self._meaning, places, labels, classes, self._evidence)
        self.clusters = Clusters((e for s in self._sketches for e in s.events), same)

    def merge(self) -> Clusters:
        """All clusters, joined as far as the rules reach."""
        self._correct()
        for sketch in self._sketches:
            self._inside(sketch)
        for block in self._blocks(stories=False):
            self._between(block, self._certain)
        for block in self._blocks(stories=True):
            self._between(block, self._likely)
        return self.clusters

    def _story(self, keys: Iterable[str], things: Mapping[str, Same]) -> frozenset[str]:
        """What tells one story from another: towns, and the people and firms told of."""
        telling = [
            key
            for key in dict.fromkeys(keys)
            if key in things and (_tells(things[key]) or self._places.precise((key,)))
        ]
        return frozenset(telling[:COMPANY_KEPT])

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
            groups = self._meaning.groups(event)
            own = self.clusters.of(event.key)
            for rule in self._rules.inside:
                found = self._first(own, _nearest(before, groups), (rule,))
                if found is not None:
                    own = self.clusters.join(found[0], own, found[1])
                    break
            for group in groups:
                before.setdefault(group, []).append(own)

    def _between(
        self, block: list[Cluster], choose: Callable[[Cluster, list[Cluster]], _Found]
    ) -> None:
        """Join what different documents tell, in the order of publication."""
        heads: list[Cluster] = []
        for cluster in block:
            cluster = self.clusters.of(cluster.key)
            if cluster in heads:
                continue
            heads = [h for h in heads if h.key == self.clusters.of(h.key).key][-MOST_HEADS:]
            found = choose(cluster, [h for h in heads if h is not cluster])
            if found is not None:
                other, reason = found
                heads.remove(other)
                cluster = self.clusters.join(other, cluster, reason)
            heads.append(cluster)

    def _certain(self, cluster: Cluster, heads: list[Cluster]) -> _Found:
        return self._first(cluster, reversed(heads), self._rules.certain)

    def _likely(self, cluster: Cluster, heads: list[Cluster]) -> _Found:
        """The one event that fits; of several the one that touched the same, or the one that
        its article is about; else none."""
        found = []
        for other in heads:
            if not within(cluster, other, FOLLOWED):
                continue
            one = self._first(cluster, (other,), self._rules.likely)
            if one is not None:
                found.append(one)
        for better in (self._evidence.hit_same, _main):
            if len(found) > 1 and self._any_apart(found):
                found = [one for one in found if better(one[0], cluster)] or found
        return found[-1] if found and not self._any_apart(found) else None

    def _any_apart(self, found: list[tuple[Cluster, str]]) -> bool:
        """Whether something speaks against two of them being one event."""
        return any(self._against.any(one, other) for (one, _), (other, _) in combinations(found, 2))

    def _blocks(self, *, stories: bool) -> Iterator[list[Cluster]]:
        """Clusters that may be one: of one meaning, at one place or with one participant.

        Args:
            stories: also those of articles that name one thing.
        """
        blocks: dict[tuple[str, str], dict[Cluster, None]] = {}
        for cluster in self.clusters:
            members = [m for m in cluster.members if self._meaning.mergeable(m)]
            if stories:
                members = [m for m in members if not is_light(m.lemma)]
                anchors = {key for d in cluster.documents for key in self._company[d]}
            else:
                anchors = self._places.precise(cluster.setting) | cluster.places | cluster.actors
                anchors = anchors or self._places.countries(cluster.setting)
            for group in sorted({g for m in members for g in self._meaning.groups(m)}):
                for anchor in anchors:
                    blocks.setdefault((group, anchor), {})[cluster] = None
        for _, block in sorted(blocks.items(), key=lambda item: item[0]):
            if len(block) > 1:
                yield from _in_time(sorted(block, key=_order))

    def _told_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether an article that tells of both puts them in two places: "de brand in een
        magazijn" after "de brand"."""
        for document in one.documents & other.documents:
            own, others = one.told[document], other.told[document]
            earlier, later = sorted((own, others), key=lambda members: min(m.key for m in members))
            told = {key for m in earlier for key in m.places}
            new = {key for m in later for key in m.places} - told
            if any(not self._places.known(key) and key not in self._named for key in new):
                return True
        return False

    def _first(
        self, cluster: Cluster, others: Iterable[Cluster], rules: tuple[Rule, ...]
    ) -> _Found:
        """The first that is the same event, and why."""
        for other in islice(others, HELD_AGAINST):
            if other is cluster or self._against.any(cluster, other):
                continue
            if self._told_apart(cluster, other):
                continue
            for rule in rules:
                if reason := rule(other, cluster):
                    return other, reason
        return None


def _nearest(before: Mapping[str, list[Cluster]], groups: Iterable[str]) -> Iterator[Cluster]:
    """The clusters of these meanings, the last told of first."""
    found = [c for group in groups for c in before.get(group, ())[-HELD_AGAINST:]]
    found.sort(key=lambda c: c.last, reverse=True)
    return iter(dict.fromkeys(found))


def _order(cluster: Cluster) -> tuple[object, ...]:
    """By publication: a story is followed from its first article on."""
    printed = cluster.printed
    return (printed is None, printed[0] if printed else None, cluster.key)


def _in_time(block: list[Cluster]) -> Iterator[list[Cluster]]:
    """A block cut where for long nothing was told."""
    run: list[Cluster] = []
    for cluster in block:
        if run and run[-1].printed and cluster.printed:
            gap = cluster.printed[0] - max(c.printed[1] for c in run[-3:] if c.printed)
            if gap.days > FOLLOWED:
                yield run
                run = []
        run.append(cluster)
    yield run


def _tells(thing: Same) -> bool:
    """Whether a thing that no list knows tells one story from another; a ministry does not."""
    return not thing.known and not _OFFICIAL & set(class_chain(thing.entity_class))


def _main(one: Cluster, other: Cluster) -> bool:
    """Whether an article is about the first: its headline or opening tells it."""
    return one.opens <= OPENING
