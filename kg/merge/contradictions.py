"""Two clusters -> why they cannot be one event, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kg.corrections import NONE, Corrections
from kg.lexicon import table
from kg.merge.clusters import Cluster, met, where
from kg.merge.meaning import Meaning
from kg.merge.named import Named
from kg.vocab import top_class

# An article of the day before can be about the same news.
A_DAY = timedelta(days=1)
# Which is meant by "nieuw" or "eerder" depends on the article.
RELATIVE = frozenset({"later", "eerder", "ander"})
# Roles in which two different names are two different events.
_TELLING = ("agent", "patient", "theme", "target", "recipient", "destination", "origin")


class Contradictions:
    """The reasons against a merge.

    Args:
        meaning: what triggers mean.
        named: what the articles name.
        corrections: events that a person has told apart.
    """

    def __init__(self, meaning: Meaning, named: Named, corrections: Corrections = NONE) -> None:
        self._meaning = meaning
        self._places = named.places
        self._classes = named.classes
        self._lasting = table("merging.toml")["lasting"]
        self._mutual = frozenset(table("merging.toml")["meaning"]["mutual"])
        self._split = [frozenset(row.names) for row in corrections.of("split_events")]
        self.rules: tuple[Callable[[Cluster, Cluster], bool], ...] = (
            self.corrected,
            self.meanings,
            self.days,
            self.wheres,
            self.participants,
            self.whom,
            self.ranks,
            self.numbers,
            self.realities,
            self.sentences,
        )

    def any(self, one: Cluster, other: Cluster) -> bool:
        """Whether anything speaks against taking them for one event."""
        return any(rule(one, other) for rule in self.rules)

    def corrected(self, one: Cluster, other: Cluster) -> bool:
        """A person has said so (corrections.toml)."""
        if not self._split:
            return False
        first, second = ({str(m.key) for m in c.members} for c in (one, other))
        return any(first & names and second & names for names in self._split)

    def meanings(self, one: Cluster, other: Cluster) -> bool:
        """ "luchtaanval" and "overname": no pair of triggers means one thing, or two types
        never do. A word without a type goes with what it was joined to."""
        pairs = [(a, b) for a in one.kinds.values() for b in other.kinds.values()]
        alike = [self._meaning.alike(a, b) for a, b in pairs]
        return not any(alike) or any(
            not same and a.type is not None and b.type is not None
            for same, (a, b) in zip(alike, pairs, strict=True)
        )

    def days(self, one: Cluster, other: Cluster) -> bool:
        """ "maandag" and "woensdag": no day is left on which both can have happened.

        What lasts, a war, is told of on many days.
        """
        begin = max(filter(None, (one.begin, other.begin)), default=None)
        end = min(filter(None, (one.end, other.end)), default=None)
        if begin is None or end is None or begin <= end:
            return False
        kinds = {kind for kind, _, _ in (*one.kinds, *other.kinds)}
        known = [self._lasting.get(kind or "", {"days": 0})["days"] for kind in kinds]
        return bool((begin - end).days > min(known))

    def wheres(self, one: Cluster, other: Cluster) -> bool:
        """ "in Charkiv" and "in Odesa": different places, neither in the other."""
        return self._places.apart(where(one), where(other))

    def participants(self, one: Cluster, other: Cluster) -> bool:
        """ "Rusland viel aan" and "Oekraïne viel aan": other names of one class in one role."""
        for role in _TELLING:
            for kind, keys in self._named(one, role).items():
                others = self._named(other, role).get(kind, set())
                if kind == "Place" and self._places.apart(keys, others):
                    return True
                if kind != "Place" and others and not keys & others:
                    return True
        return False

    def whom(self, one: Cluster, other: Cluster) -> bool:
        """ "het ontslag van Jansen" and "Post stapte op": it happened to others.

        Whom a kind of event happens to, its ``once`` in merging.toml tells.
        """
        first, second = met(one, self._classes), met(other, self._classes)
        if not first or not second or first & second:
            return False
        for kind in ("Person", "Organisation", "Place"):
            ones, others = (
                [k for k in keys if top_class(self._classes[k]) == kind] for keys in (first, second)
            )
            related = any(self._places.related(a, b) for a in ones for b in others)
            if ones and others and not related:
                return True
        return False

    def ranks(self, one: Cluster, other: Cluster) -> bool:
        """ "de eerste ronde" and "de tweede ronde"; in one article also "een eerdere aanval".

        What is "nieuw" goes with what follows it, not with what came before.
        """
        if _new_after(one, other) or _new_after(other, one):
            return True
        both = one.documents & other.documents
        if both:
            return any(_other_rank(one, other, document) for document in both)
        first, second = (c.ranks - RELATIVE - {""} for c in (one, other))
        if first and second and first.isdisjoint(second):
            return True
        return ("klein" in first) != ("klein" in second)  # "het brandje" is not "de brand"

    def numbers(self, one: Cluster, other: Cluster) -> bool:
        """ "de aanval", and "de aanvallen" or "is vaak beschoten": one is not the many."""
        return one.many.isdisjoint(other.many)

    def realities(self, one: Cluster, other: Cluster) -> bool:
        """ "Kiev eist hun vertrek" or "als ze vertrekken", and "ze vertrokken"."""
        return one.unreal.isdisjoint(other.unreal)

    def sentences(self, one: Cluster, other: Cluster) -> bool:
        """ "Ze vielen Irpin aan en daarna Boetsja": one sentence tells one thing once.

        But "getroffen door een aardbeving" tells it in two words.
        """
        if one.documents.isdisjoint(other.documents):
            return False
        return any(
            a.sentence == b.sentence
            and not (self._meaning.carries(a, b) or self._meaning.carries(b, a))
            for document in one.documents & other.documents
            for a in one.told[document]
            for b in other.told[document]
        )

    def _named(self, cluster: Cluster, role: str) -> dict[str, set[str]]:
        """The named fillers of a role by their top class."""
        found: dict[str, set[str]] = {}
        filled = cluster.roles.get(role, set())
        if role == "agent" and any(kind in self._mutual for kind, _, _ in cluster.kinds):
            # "Ada trouwde met Piet", "Piet trouwde met Ada"
            filled = filled | cluster.roles.get("participant", set())
        for key in filled:
            if key in self._classes:
                found.setdefault(top_class(self._classes[key]), set()).add(key)
        return found


def _other_rank(one: Cluster, other: Cluster, document: str) -> bool:
    """Whether an article tells of one beside the other: "de aanval … een eerdere aanval"."""
    own, others = one.told[document], other.told[document]
    earlier, later = sorted((own, others), key=lambda members: min(m.key for m in members))
    first = min(later, key=lambda m: m.key)
    if first.pointing:
        return False
    told = {m.rank for m in earlier}
    if first.rank in ("", "later"):
        return "eerder" in told or (first.rank == "later" and "later" not in told)
    return first.rank not in told


def _new_after(one: Cluster, other: Cluster) -> bool:
    """Whether an article calls one new when the other had been told of before."""
    return (
        one.renewed is not None
        and other.printed is not None
        and other.printed[0] < one.renewed - A_DAY
    )
