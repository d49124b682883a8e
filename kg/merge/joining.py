"""Clusters -> clusters joined: in a document first, then between documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, islice

from kg.corrections import Corrections
from kg.event_types import EventTypes
from kg.merge.clusters import Cluster, Clusters, met, within
from kg.merge.contradictions import Contradictions
from kg.merge.evidence import Evidence
from kg.merge.meaning import Meaning, is_light
from kg.merge.named import Named
from kg.merge.rules import FOLLOWED, Rule, Rules
from kg.merge.sketch import Sketch

# How many events of one meaning a mention is held against in its document, the nearest first, and
# how many of each meaning and anchor between documents: the time stays linear in their number.
HELD_AGAINST = 12
MOST_HEADS = 12
# What an article is about stands in its headline or its first sentence.
OPENING = 1

_Found = tuple[Cluster, str] | None


class Joining:
    """Joins events, in one document and between documents.

    Args:
        clusters: the events, joined in place.
        types: the event types.
        named: what the articles name.
        corrections: events that a person has told apart.
    """

    def __init__(
        self, clusters: Clusters, types: EventTypes, named: Named, corrections: Corrections
    ) -> None:
        self._clusters = clusters
        self._meaning = Meaning(types)
        self._named = named
        self._places = named.places
        self._against = Contradictions(self._meaning, named, corrections)
        self._evidence = Evidence(self._meaning, named)
        self._rules = Rules(self._meaning, named, self._evidence)

    def between(self) -> None:
        """Join what different documents tell: what is certain first, then what one word says."""
        self._sweep(self._told_of, self._certain)
        self._sweep(self._stories, self._likely, one_word=True)
        self._sweep(self._stories, self._likely)

    def inside(self, sketch: Sketch) -> None:
        """Join the mentions of one document: the nearest event before that fits."""
        before: dict[str, list[Cluster]] = {}
        for event in sorted(sketch.events, key=lambda e: e.key):
            if not self._meaning.mergeable(event):
                continue
            groups = self._meaning.groups(event)
            own = self._clusters.of(event.key)
            for rule in self._rules.inside:
                found = self._first(own, _nearest(before, groups), (rule,))
                if found is not None:
                    own = self._clusters.join(found[0], own, found[1])
                    break
            for group in groups:
                before.setdefault(group, []).append(own)

    def _sweep(
        self,
        anchors: Callable[[Cluster], Iterable[str]],
        choose: Callable[[Cluster, list[Cluster]], _Found],
        *,
        one_word: bool = False,
    ) -> None:
        """Hold each event against those published before it that it shares a meaning and an
        anchor with, of each the last few: time stays linear in the number of articles.

        Args:
            anchors: the keys of what an event is looked up by.
            choose: which of the candidates it is one with, and why.
            one_word: only what is told in the same word, or in its synonyms.
        """
        heads: dict[tuple[str, str], list[Cluster]] = {}
        for cluster in sorted(self._clusters, key=_order):
            members = [m for m in cluster.members if self._meaning.mergeable(m)]
            groups = {g for m in members for g in self._meaning.groups(m)}
            if one_word:
                groups = {group for group in groups if not self._meaning.is_type(group)}
            keys = [(group, anchor) for anchor in anchors(cluster) for group in groups]
            found: dict[Cluster, None] = {}
            for key in keys:
                live = dict.fromkeys(self._clusters.of(h.key) for h in heads.get(key, ()))
                heads[key] = [h for h in live if not _over(h, cluster)][-MOST_HEADS:]
                found.update(dict.fromkeys(heads[key]))
            candidates = sorted(found, key=_order)
            while chosen := choose(cluster, candidates):
                other, reason = chosen
                candidates.remove(other)
                cluster = self._clusters.join(other, cluster, reason)
            for key in keys:
                heads[key] = [h for h in heads[key] if self._clusters.of(h.key) is not cluster]
                heads[key].append(cluster)

    def _certain(self, cluster: Cluster, heads: list[Cluster]) -> _Found:
        return self._first(cluster, reversed(heads), self._rules.certain)

    def _likely(self, cluster: Cluster, heads: list[Cluster]) -> _Found:
        """The one event that fits, of several the nearest; none where two are as near and cannot
        be one."""
        found = []
        for other in heads:
            if not within(cluster, other, FOLLOWED):
                continue
            one = self._first(cluster, (other,), self._rules.likely)
            if one is not None:
                found.append(one)
        best = max((self._nearness(cluster, other) for other, _ in found), default=())
        found = [one for one in found if self._nearness(cluster, one[0]) == best]
        return found[-1] if found and not self._any_apart(found) else None

    def _nearness(self, cluster: Cluster, other: Cluster) -> tuple[bool, ...]:
        """What makes one of several events that fit the likelier."""
        return (
            not cluster.actors.isdisjoint(other.actors),
            self._evidence.hit_same(cluster, other),
            cluster.stale == other.stale,
            _main(other),
        )

    def _any_apart(self, found: list[tuple[Cluster, str]]) -> bool:
        """Whether something speaks against two of them being one event."""
        return any(self._against.any(one, other) for (one, _), (other, _) in combinations(found, 2))

    def _told_of(self, cluster: Cluster) -> set[str]:
        """Where an event happened and who took part; else the country of its sentences."""
        if not (cluster.narrow or self._rules.lasts(cluster) or met(cluster, self._named.classes)):
            return set()
        told = self._places.precise(cluster.setting) | cluster.places | cluster.actors
        return told or self._places.countries(cluster.setting)

    def _stories(self, cluster: Cluster) -> set[str]:
        """What the articles that tell of an event name; words that say too little have none."""
        if all(is_light(m.lemma) for m in cluster.members):
            return set()
        told = {key for d in cluster.documents for key in self._named.company[d]}
        return {key for key in told if not self._places.known(key)}

    def _told_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether an article that tells of both puts them in two places: "de brand in een
        magazijn" after "de brand"."""
        for document in one.documents & other.documents:
            own, others = one.told[document], other.told[document]
            earlier, later = sorted((own, others), key=lambda members: min(m.key for m in members))
            told = {key for m in earlier for key in m.places}
            new = {key for m in later for key in m.places} - told
            if any(not self._places.known(key) and key not in self._named.keys for key in new):
                return True
        return False

    def _first(
        self, cluster: Cluster, others: Iterable[Cluster], rules: tuple[Rule, ...]
    ) -> _Found:
        """The first that is the same event, and why."""
        for other in others:
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
    return islice(dict.fromkeys(found), HELD_AGAINST)


def _order(cluster: Cluster) -> tuple[object, ...]:
    """By publication: a story is followed from its first article on."""
    printed = cluster.printed
    return (printed is None, printed[0] if printed else None, cluster.key)


def _over(earlier: Cluster, cluster: Cluster) -> bool:
    """Whether an event was last told of so long before another that its story is over."""
    if earlier.printed is None or cluster.printed is None:
        return False
    return (cluster.printed[0] - earlier.printed[1]).days > FOLLOWED


def _main(cluster: Cluster) -> bool:
    """Whether an article is about it: its headline or opening tells it."""
    return cluster.opens <= OPENING
