"""Sketches of entities -> which of different articles are one, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.corrections import NONE, Corrections
from kg.gazetteer import fold
from kg.merge.places import Places
from kg.merge.same import Same
from kg.merge.sketch import Sketch, ThingSketch, official
from kg.spelling import has_first_name, sound

# How many things of one name and company a new one is held against.
HELD_AGAINST = 12
# A single word is a name of its own from so many letters: "Philips"; not "Ter".
DISTINCT = 5
# In articles about other towns so many others must be the same.
FAR_COMPANY = 3
# So many days after, a name without more is somebody else's.
SEASON = 45


class ThingMerger:
    """Finds what different articles name alike and tell alike.

    Args:
        sketches: the documents.
        places: where places lie.
        corrections: names that a person has called one, or not one.
    """

    def __init__(
        self, sketches: Iterable[Sketch], places: Places, corrections: Corrections = NONE
    ) -> None:
        self._places = places
        self._corrections = corrections
        self.of: dict[str, Same] = {}
        self._lands: dict[Same, set[str]] = {}
        # What hundreds of stories name: parliaments, ministries.
        self._official: set[str] = set()
        # Surnames that somebody bears with a first name.
        self._surnames: set[str] = set()
        self._rules: tuple[Callable[[Same, Same], str], ...] = (
            self.same_function,
            self.same_company,
            self.same_town,
            self.same_land,
        )
        for sketch in sorted(sketches, key=lambda s: s.document):
            # "Amerikanen" are others in each article
            own = [thing for thing in sketch.things if thing.known or thing.top != "Group"]
            tokens = {thing.key: _token(thing) for thing in own}
            for thing in own:
                if thing.top == "Person":
                    self._surnames |= {
                        sound(n).split()[-1] for n in thing.names if has_first_name(n)
                    }
                if thing.known and official(thing.entity_class):
                    self._official.add(thing.key)
                same = self.of.setdefault(thing.key, Same())
                same.add(thing)
                same.documents.add(sketch.document)
                if sketch.published is not None:
                    same.printed.add(sketch.published)
                same.near |= {tokens.get(key, key) for key in thing.near}
                same.around |= set(tokens.values()) - {tokens[thing.key]}

    def __iter__(self) -> Iterator[Same]:
        """What is one thing each, by key."""
        return iter(sorted(dict.fromkeys(self.of.values()), key=lambda s: s.first.key))

    def merge(self) -> None:
        """Join block by block; what has an identity already is one by its key."""
        self._correct()
        for block in self._blocks():
            heads: list[Same] = []
            for same in block:
                same = self.of[same.first.key]
                if same in heads:
                    continue
                found = self._fitting(same, heads[-HELD_AGAINST:])
                if found is None:
                    heads.append(same)
                    continue
                other, reason = found
                self.join(other, same, reason)

    def _correct(self) -> None:
        """Join what a person has called one, whatever speaks against it but two identities."""
        for row in self._corrections.of("merge"):
            if row.document is not None:
                continue
            names = {fold(name) for name in row.names}
            found = [same for same in self if names & same.spellings]
            found.sort(key=lambda s: (not s.known, s.first.key))
            for same in found[1:]:
                if not same.known:
                    self.join(found[0], same, row.reason)

    def join(self, into: Same, other: Same, reason: str) -> None:
        """Make one of two; the reason is kept."""
        self._lands_of(into).update(self._lands_of(other))
        into.absorb(other, reason)
        for thing in other.things:
            self.of[thing.key] = into

    def _blocks(self) -> Iterator[list[Same]]:
        """Things of one name that are told of with one other thing."""
        alike: dict[str, dict[Same, None]] = {}
        for same in self:
            for name in same.names:
                alike.setdefault(name, {})[same] = None
                if "Person" in same.tops:
                    alike.setdefault(name.split()[-1], {})[same] = None
        for _, bearers in sorted(alike.items()):
            if len(bearers) == 1 or all(same.known for same in bearers):
                continue
            blocks: dict[str, list[Same]] = {}
            for same in bearers:
                for token in same.around:
                    blocks.setdefault(token, []).append(same)
            for _, block in sorted(blocks.items()):
                if len(block) > 1:
                    yield sorted(block, key=lambda s: (not s.known, s.first.key))

    def _fitting(self, same: Same, others: Iterable[Same]) -> tuple[Same, str] | None:
        for other in others:
            if self.apart(same, other):
                continue
            for rule in self._rules:
                if reason := rule(other, same):
                    return other, reason
        return None

    def apart(self, one: Same, other: Same) -> bool:
        """Whether two things cannot be one.

        Both have an identity; one article keeps them apart; one has an identity that linking
        did not give the other, but for a surname; another class; another first
        name; another function ("burgemeester", "keeper"); other countries near them.
        """
        if (one.known and other.known) or one.documents & other.documents:
            return True
        if (one.known or other.known) and "Person" not in one.tops:
            return True
        tops = [same.tops for same in (one, other) if self._class_sure(same)]
        if len(tops) > 1 and tops[0] and tops[1] and tops[0].isdisjoint(tops[1]):
            return True
        if _other_first_name(one, other):
            return True
        offices = one.functions and other.functions and "Person" in one.tops & other.tops
        if offices and one.functions.isdisjoint(other.functions):
            return True
        first, second = self._lands_of(one), self._lands_of(other)
        return bool(first and second) and first.isdisjoint(second)

    def _lands_of(self, same: Same) -> set[str]:
        """The countries near a thing, kept as it grows."""
        if same not in self._lands:
            self._lands[same] = self._places.countries(same.near)
        return self._lands[same]

    def _class_sure(self, same: Same) -> bool:
        """Whether the class of a thing tells; that of an unknown name of one word does not, but
        for a surname: "Palasel schrapt banen" could be about a person, for all that is known."""
        surname = any(name.split()[-1] in self._surnames for name in same.names)
        return same.known or surname or any(" " in name for name in same.names)

    def _full(self, one: Same, other: Same) -> bool:
        """Whether they share a name that is enough: two words, or one that is no surname."""
        shared = one.names & other.names
        person = any("Person" in same.tops and self._class_sure(same) for same in (one, other))
        if person:
            return any(has_first_name(name) for name in shared)
        return any(" " in name or len(name) >= DISTINCT for name in shared)

    def same_function(self, one: Same, other: Same) -> str:
        """ "burgemeester Ihor Koval" and "burgemeester Koval", in articles about one town."""
        functions = one.functions & other.functions
        places = self._places.precise(one.around & other.around)
        if not (functions and places) or not _one_person(one, other):
            return ""
        return (
            f"zelfde naam en functie ({', '.join(sorted(functions))}), in stukken over één plaats"
        )

    def same_company(self, one: Same, other: Same) -> str:
        """ "Anna Post" beside the same company, person or town, or with the same full name
        somewhere in both articles."""
        shared = self._telling(one.near & other.near)
        if not shared:
            shared = self._telling(one.around & other.around)
            people = {token for token in shared if token[0] == "~" and has_first_name(token[1:])}
            if len(shared) < 2 and not people:
                return ""
            if all(map(self._places.known, shared)):
                return ""  # Schiphol and Berlijn stand in a thousand articles
            towns = self._places.precise(one.around), self._places.precise(other.around)
            if all(towns) and towns[0].isdisjoint(towns[1]) and len(shared) < FAR_COMPANY:
                return ""  # two namesakes who know two namesakes, each in a town of their own
        if not self._full(one, other):
            return ""
        return "zelfde naam, in hetzelfde gezelschap"

    def same_town(self, one: Same, other: Same) -> str:
        """ "Ali Haddad" in two articles about one town, while a story lasts."""
        towns = self._places.precise(one.around & other.around)
        if not towns or not self._full(one, other) or not _one_season(one, other):
            return ""
        return "zelfde naam, kort na elkaar in stukken over één plaats"

    def same_land(self, one: Same, other: Same) -> str:
        """ "Stichting Vluchtelingenhulp" in two articles about one country; people bear the
        names of others too often."""
        people = any("Person" in same.tops and self._class_sure(same) for same in (one, other))
        if people or not self._full(one, other):
            return ""
        lands = self._places.countries(one.around) & self._places.countries(other.around)
        return "zelfde naam, in artikelen over hetzelfde land" if lands else ""

    def _telling(self, tokens: set[str]) -> set[str]:
        """Those that few articles share: no countries, no parliament."""
        return tokens - self._places.countries(tokens) - self._official


def _one_season(one: Same, other: Same) -> bool:
    """Whether some article of one appeared shortly before or after some of the other."""
    if not one.printed or not other.printed:
        return False
    gap = max(min(one.printed), min(other.printed)) - min(max(one.printed), max(other.printed))
    return gap.days <= SEASON


def _token(thing: ThingSketch) -> str:
    return thing.key if thing.known else f"~{sound(thing.label)}"


def _other_first_name(one: Same, other: Same) -> bool:
    """ "Oleh Koval" and "Mychailo Koval": one surname, and first names that differ."""
    if not one.full or not other.full or not one.full.isdisjoint(other.full):
        return False
    return "Person" in one.tops & other.tops


def _one_person(one: Same, other: Same) -> bool:
    """Whether they share a name, or the surname of one is all that the other gives."""
    first, second = one.names, other.names
    if first & second:
        return True
    lasts = {name.split()[-1] for name in first}, {name.split()[-1] for name in second}
    return bool(lasts[0] & second or lasts[1] & first)
