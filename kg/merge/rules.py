"""Two clusters that nothing keeps apart -> why they are one event, or nothing.

A rule is a method that gives its reason in Dutch, or "": each says what it catches.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kg.lexicon import table
from kg.merge.clusters import Cluster
from kg.merge.meaning import is_light, stem
from kg.merge.places import Places

Rule = Callable[[Cluster, Cluster], str]

# A headline is told again at once; what a definite noun takes up stands not far before it.
LEAD = 4
BACK = 6
# News of the same day is told within so many days.
FRESH = timedelta(days=4)


class Rules:
    """The reasons for a merge, inside one document and between documents.

    Args:
        places: which place lies in which.
        named: the keys of what is named in the articles.
        labels: entity key -> label, for reasons.
    """

    def __init__(self, places: Places, named: set[str], labels: dict[str, str]) -> None:
        self._places = places
        self._named = named
        self._labels = labels
        self._once = table("merging.toml")["once"]
        self._lasting = table("merging.toml")["lasting"]
        self.inside: tuple[Rule, ...] = (self.headline, self.taken_up, self.same_parts)
        self.between: tuple[Rule, ...] = (
            self.day_and_place,
            self.day_and_parts,
            self.once,
            self.lasting,
        )

    def headline(self, one: Cluster, other: Cluster) -> str:
        """ "Apple onthult telefoon" above "Apple heeft maandag een telefoon onthuld"."""
        titles = [c for c in (one, other) if all(m.title for m in c.members)]
        if len(titles) != 1:
            return ""
        title, body = (one, other) if titles[0] is one else (other, one)
        first = min(body.members, key=lambda m: m.key)
        light = title.members[0].type is None and is_light(title.members[0].lemma)
        if first.sentence > LEAD or (light and not title.actors & body.actors):
            return ""
        return f"de kop en de tekst vertellen het: “{title.members[0].lemma}”, “{first.lemma}”"

    def taken_up(self, one: Cluster, other: Cluster) -> str:
        """ "Rebellen vielen Irpin aan. … Bij de aanval …": a definite noun takes it up."""
        earlier, later = sorted((one, other), key=lambda c: min(m.sentence for m in c.members))
        first = min(later.members, key=lambda m: m.key)
        if not (first.noun and first.definite) or first.many:
            return ""
        distance = first.sentence - max(m.sentence for m in earlier.members)
        # "de moord op een handelaar" brings its own: it takes nothing up.
        if not 0 < distance <= BACK or not later.actors <= earlier.actors:
            return ""
        return f"“{first.lemma}” neemt eerdere gebeurtenis “{earlier.members[-1].lemma}” op"

    def same_parts(self, one: Cluster, other: Cluster) -> str:
        """ "Apple introduceerde de telefoon. … De telefoon werd geïntroduceerd".

        A town alone is no such part: it can be shelled again and again.
        """
        for role, keys in one.roles.items():
            shared = keys & other.roles.get(role, set())
            shared = {key for key in shared if not self._places.known(key)}
            if shared and role in ("patient", "theme", "destination"):
                return f"zelfde soort gebeurtenis met {self._name(shared)}"
        both = one.actors & other.actors
        if len(both) > 1:
            return f"zelfde soort gebeurtenis met {self._name(both)}"
        return ""

    def day_and_place(self, one: Cluster, other: Cluster) -> str:
        """ "Maandag is Irpin beschoten" and "de aanval op Irpin van 7 maart"."""
        if not (one.narrow and other.narrow):
            return ""
        shared = self._where(one) & self._where(other)
        if not shared:
            return ""
        return f"zelfde soort gebeurtenis in {self._name(shared)} op {_day(one, other)}"

    def day_and_parts(self, one: Cluster, other: Cluster) -> str:
        """ "Minister Post sprak woensdag met zijn collega Baas" and "het gesprek met Baas"."""
        if not (one.narrow and other.narrow):
            return ""
        shared = one.actors & other.actors & self._named
        if len(shared) < 2 and not self._undergone(one, other):
            return ""
        return f"zelfde soort gebeurtenis met {self._name(shared)} op {_day(one, other)}"

    def once(self, one: Cluster, other: Cluster) -> str:
        """ "de benoeming van Anna Post" weeks after: she is appointed but once."""
        if one.printed is None or other.printed is None:
            return ""
        for kind in sorted({m.type for m in one.members + other.members if m.type}):
            known = self._once.get(kind)
            if known is None:
                continue
            shared = one.roles.get(known["role"], set()) & other.roles.get(known["role"], set())
            gap = max(one.printed[0], other.printed[0]) - min(one.printed[1], other.printed[1])
            if shared & self._named and gap.days <= known["days"]:
                return f"overkomt {self._name(shared)} maar eens"
        return ""

    def lasting(self, one: Cluster, other: Cluster) -> str:
        """ "de oorlog in Oekraïne" in two articles, "het beleg van de stad" and "de belegering"."""
        kinds = {m.type for m in one.members + other.members}
        known = self._lasting.get(min(kinds, key=str) or "") if len(kinds) == 1 else None
        if known is None or one.printed is None or other.printed is None:
            return ""
        gap = max(one.printed[0], other.printed[0]) - min(one.printed[1], other.printed[1])
        shared = (one.places | one.actors) & (other.places | other.actors) & self._named
        if not shared or gap.days > known["days"]:
            return ""
        return f"duurt voort: zelfde soort gebeurtenis, {self._name(shared)}"

    def _undergone(self, one: Cluster, other: Cluster) -> set[str]:
        """Who or what underwent both."""
        return {
            key
            for role in ("patient", "theme", "target")
            for key in one.roles.get(role, set()) & other.roles.get(role, set()) & self._named
        }

    def _where(self, cluster: Cluster) -> set[str]:
        """The towns in which it happened; what is hit there tells it too."""
        told = self._places.precise(cluster.places | cluster.roles.get("patient", set()))
        return told or self._places.precise(cluster.setting)

    def _name(self, keys: set[str]) -> str:
        return ", ".join(sorted(self._labels.get(key, key) for key in keys))


def _day(one: Cluster, other: Cluster) -> str:
    found = max(filter(None, (one.begin, other.begin)))
    return f"{found.day}-{found.month}-{found.year}"


def same_word(one: Cluster, other: Cluster) -> bool:
    """Whether the two share a trigger word."""
    return bool({stem(m.lemma) for m in one.members} & {stem(m.lemma) for m in other.members})
