"""What two clusters share, and what tells them apart: what the rules for a merge weigh."""

from __future__ import annotations

from kg.lexicon import table
from kg.merge.clusters import Cluster, touched, where
from kg.merge.meaning import Meaning
from kg.merge.named import Named

# What an article tells so early is its news.
LEAD = 4
# Nouns that end in so many letters alike can be one thing: "flatgebouw", "woongebouw".
SAME_END = 6


# What underwent an event, and where it was.
_HIT = (("patient", "theme"), ("hasPlace",))


class Evidence:
    """Weighs two clusters.

    Args:
        meaning: what triggers mean.
        named: what the articles name.
    """

    def __init__(self, meaning: Meaning, named: Named) -> None:
        self._meaning = meaning
        self._places = named.places
        self._labels = named.labels
        self._company = named.company
        self._once = table("merging.toml")["once"]

    def shared_company(self, one: Cluster, other: Cluster) -> set[str]:
        """What two of their articles both name; nothing where that is only great cities, of
        which a hundred stories tell."""
        nothing: frozenset[str] = frozenset()
        shared = max(
            (
                self._company.get(a, nothing) & self._company.get(b, nothing)
                for a in one.stories
                for b in other.stories
                if a != b  # what one article keeps apart, its own story does not join
            ),
            key=len,
            default=nothing,
        )
        return set() if all(self._places.known(key) for key in shared) else set(shared)

    def scene(self, cluster: Cluster) -> set[str]:
        """Where it lasts and who takes part; "de oorlog" alone is that of the article's country."""
        told = cluster.places | cluster.actors
        return told or self._places.countries(cluster.setting)

    def hit_same(self, one: Cluster, other: Cluster) -> bool:
        """Whether both tell that the same kind of thing was touched: "de flat", "een flat"."""
        return any(_same_head(a, b) for a in _hit(one) for b in _hit(other))

    def hit_alike(self, one: Cluster, other: Cluster) -> bool:
        """Whether not two kinds of things were touched: "de flat" and "de markt"; what is hit
        "op zee" can be a boat."""
        both = any(touched(one, *roles) and touched(other, *roles) for roles in _HIT)
        return not both or self.hit_same(one, other)

    def touching(self, one: Cluster, other: Cluster) -> bool:
        """Whether the same somebody takes part in both, or the same kind of thing was touched."""
        return not one.actors.isdisjoint(other.actors) or self.hit_same(one, other)

    def focal(self, one: Cluster, other: Cluster) -> bool:
        return all(any(map(self._meaning.focal, c.kinds.values())) for c in (one, other))

    @staticmethod
    def news(cluster: Cluster) -> bool:
        """Whether an article tells of it as its news."""
        return cluster.news <= LEAD

    def some_focal(self, one: Cluster, other: Cluster) -> bool:
        return any(map(self._meaning.focal, (*one.kinds.values(), *other.kinds.values())))

    @staticmethod
    def untyped(one: Cluster, other: Cluster) -> bool:
        """Whether one of them has no type at all."""
        return any(all(kind is None for kind, _, _ in c.kinds) for c in (one, other))

    def undergone(self, one: Cluster, other: Cluster) -> set[str]:
        """Who or what underwent both."""
        return {
            key
            for role in ("patient", "theme", "target")
            for key in one.roles.get(role, set()) & other.roles.get(role, set())
            if key in self._labels
        }

    def town(self, cluster: Cluster) -> set[str]:
        """The towns in which it happened; what is hit there tells it too."""
        return self._places.precise(where(cluster)) or self._places.precise(cluster.setting)

    def others(self, one: Cluster, other: Cluster) -> bool:
        """ "Een fietser stierf. … Maanden eerder stierf een andere fietser": in one article what
        is told of two is two, where it happens to somebody once."""
        kinds = {kind for kind, _, _ in (*one.kinds, *other.kinds)}
        roles = {role for kind in kinds if kind in self._once for role in self._once[kind]["roles"]}
        return any(
            one.roles.get(role)
            and other.roles.get(role)
            and not one.roles[role] & other.roles[role]
            for role in roles
        )

    def elsewhere(self, one: Cluster, other: Cluster) -> bool:
        """Whether what is told of one is another town than the other is told in."""
        told = self.town(one), self.town(other)
        return all(told) and told[0].isdisjoint(told[1])

    def name(self, keys: set[str]) -> str:
        return ", ".join(sorted(self._labels.get(key, key) for key in keys))


def _hit(cluster: Cluster) -> set[str]:
    return touched(cluster, *(role for roles in _HIT for role in roles))


def _same_head(one: str, other: str) -> bool:
    """ "flat" and "flatgebouw", "fabriek" and "chemiefabriek", "flatgebouw" and "woongebouw"."""
    if one.endswith(other) or other.endswith(one) or one.startswith(other):
        return True
    return one[-SAME_END:] == other[-SAME_END:] and min(len(one), len(other)) > SAME_END
