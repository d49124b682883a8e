"""Things of different articles taken for one, and what they tell together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from kg.gazetteer import fold
from kg.merge.sketch import ThingSketch
from kg.spelling import has_first_name, sound


@dataclass(slots=True, eq=False)
class Same:
    """Things taken for one; ``around`` is who and what they are told of with.

    A name that is known only inside its document stands in ``around`` as "~" and its sound;
    ``names`` are its names as they sound, ``full`` those with a first name, its label among them;
    ``known`` says that it has an identity outside the articles, ``tops`` are the top classes that
    tell something. All are kept as it grows: a name can stand in thousands of articles.
    """

    things: list[ThingSketch] = field(default_factory=list)
    known: bool = False
    tops: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    printed: set[date] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    _first: ThingSketch | None = None

    def add(self, thing: ThingSketch) -> None:
        """Take in a thing that it surely is."""
        self.things.append(thing)
        if self._first is None or _rank(thing) < _rank(self._first):
            self._first = thing
        self.known |= thing.known
        self.tops |= {thing.top} - {"Thing"}
        self.names |= {sound(name) for name in thing.names}
        self.full |= {sound(name) for name in (*thing.names, thing.label) if has_first_name(name)}
        self.functions |= thing.functions

    def absorb(self, other: Same, reason: str) -> None:
        """Take in what was taken for another thing; the reason is kept."""
        self.things += other.things
        self._first = min(self.first, other.first, key=_rank)
        self.known |= other.known
        self.tops |= other.tops
        self.reasons += [*other.reasons, reason]
        for own, found in (
            (self.names, other.names),
            (self.full, other.full),
            (self.documents, other.documents),
            (self.functions, other.functions),
            (self.near, other.near),
            (self.around, other.around),
        ):
            own |= found
        self.printed |= other.printed

    @property
    def first(self) -> ThingSketch:
        """The one whose key stays: a known identity, else the smallest key."""
        if self._first is None:
            raise ValueError("nothing was added to it yet: add() a thing first")
        return self._first

    @property
    def label(self) -> str:
        """What it is called: the fullest name, of a known identity its own."""
        first = self.first
        if first.known:
            return first.label
        return min((t.label for t in self.things), key=lambda n: (-len(n.split()), -len(n), n))

    @property
    def entity_class(self) -> str:
        """The class of a known identity, else the one that most articles give; Thing if none."""
        if self.first.known:
            return self.first.entity_class
        votes = Counter(t.entity_class for t in self.things if t.top != "Thing")
        return min(votes, key=lambda name: (-votes[name], name), default="Thing")

    @property
    def spellings(self) -> set[str]:
        """Its names and labels as they are compared."""
        return {fold(name) for thing in self.things for name in (*thing.names, thing.label)}


def _rank(thing: ThingSketch) -> tuple[bool, str]:
    return not thing.known, thing.key
