"""Trigger words and types -> which events can be the same thing said twice."""

from __future__ import annotations

from functools import cache

from kg.event_types import EventTypes
from kg.lexicon import event_noun, table, words
from kg.merge.sketch import EventSketch
from kg.spelling import undoubled

# Endings of nouns made of verbs, and of verbs; what is left is compared.
_ENDINGS = ("ingen", "ing", "en", "n")
_SHORTEST = 4


class Meaning:
    """Tells whether two events can be one by what their triggers mean.

    Args:
        types: the event types.
    """

    def __init__(self, types: EventTypes) -> None:
        self._types = types
        known = table("merging.toml")["meaning"]
        self._apart = frozenset(known["apart"])
        self._own_kind = frozenset(known["own_kind"])
        self._results = frozenset(known["results"])
        self._outcomes = frozenset(known["outcomes"])
        self._focal = frozenset(known["focal"])
        self._takes_up = {noun: frozenset(kinds) for noun, kinds in known["takes_up"].items()}
        self._kind = {noun: i for i, kind in enumerate(known["other_kinds"]) for noun in kind}
        self._synonym = {word: f"~{group[0]}" for group in known["synonyms"] for word in group}
        self._known: dict[tuple[str | bool | None, ...], bool] = {}
        self._bases: dict[str, str] = {}
        self._alike: dict[str, frozenset[str]] = {}
        for group in known["alike"]:
            for name in group:
                self._alike[name] = self._alike.get(name, frozenset()) | frozenset(group)

    def mergeable(self, event: EventSketch) -> bool:
        """Whether an event can be one with another at all: states and sayings cannot."""
        return event.type not in self._apart or (
            event.definite and bool(self._taken_up(event.lemma))
        )

    def focal(self, event: EventSketch) -> bool:
        """Whether an article tells of one event of its kind, unless it says otherwise."""
        if event.definite and self._taken_up(event.lemma):
            return True
        return event.type is not None and not self._focal.isdisjoint(self._chain(event.type))

    def groups(self, event: EventSketch) -> tuple[str, ...]:
        """Keys of which two events share at least one if they can be the same."""
        found = {self._word(event.lemma)} | self._taken_up(event.lemma)
        if event.type is not None:
            found |= self._related(event.type)
        return tuple(sorted(found))

    def is_type(self, group: str) -> bool:
        """Whether a key of ``groups`` is a type, and no word."""
        return group in self._types.by_name

    def alike(self, one: EventSketch, other: EventSketch) -> bool:
        """Whether the triggers can mean one thing.

        One type, one above the other, one stem, or a noun that takes up the other: "beschoten"
        (Shelling) and "de aanval" (Attack) can, "de ramp" and "de brand"; "aanval" and
        "overname" cannot.
        """
        pair = (one.type, one.lemma, one.noun, other.type, other.lemma, other.noun)
        if pair not in self._known:
            self._known[pair] = self._compared(one, other)
        return self._known[pair]

    def _compared(self, one: EventSketch, other: EventSketch) -> bool:
        kinds = self._kind.get(one.lemma), self._kind.get(other.lemma)
        if None not in kinds and kinds[0] != kinds[1]:
            return False
        if one.type is not None and other.type is not None:
            if one.type == other.type or other.type in self._alike.get(one.type, frozenset()):
                return True
            first, second = self._chain(one.type)[:-1], self._chain(other.type)[:-1]
            if one.type in second or other.type in first:
                return True
        if self._word(one.lemma) == self._word(other.lemma):
            return one.type is None or other.type is None
        return self._up(one, other) or self._up(other, one)

    def akin(self, one: EventSketch, other: EventSketch) -> bool:
        """Whether two triggers are of one type, or one type lies above the other.

        Nearer than ``alike``: "kopen" and "overname" can be one event, but are not akin.
        """
        if one.type is None or other.type is None:
            return self.alike(one, other)
        return one.type in self._chain(other.type) or other.type in self._chain(one.type)

    def carries(self, verb: EventSketch, noun: EventSketch) -> bool:
        """ "getroffen door een aardbeving": whether a verb only says that the noun happened, or
        the noun what the verb came to ("veroordeeld tot een celstraf")."""
        if verb.noun or not noun.noun:
            return False
        one = verb.type == noun.type and noun.type in self._outcomes
        return (one and noun.came_of == verb.key.trigger.start) or self._up(verb, noun)

    def _word(self, lemma: str) -> str:
        """What words for one thing share: their stem, or the first of their synonyms; compounds
        go with their last part ("raadsdebat")."""
        base = self._base(lemma)
        return self._synonym.get(lemma) or self._synonym.get(base) or f"={stem(base)}"

    def _taken_up(self, lemma: str) -> frozenset[str]:
        """The types that a word takes up: "ramp", "scheepsramp"."""
        known = self._takes_up.get(lemma)
        return self._takes_up.get(self._base(lemma), frozenset()) if known is None else known

    def _base(self, lemma: str) -> str:
        """The last part of a compound that is an event by itself, else the word."""
        if lemma not in self._bases:
            nouns = words("nominal_events.toml", "nouns") | self._takes_up.keys()
            self._bases[lemma] = event_noun(lemma, nouns) or lemma
        return self._bases[lemma]

    def _up(self, noun: EventSketch, other: EventSketch) -> bool:
        kinds = self._taken_up(noun.lemma)
        if not noun.noun and noun.type is not None and noun.type not in self._results:
            return False  # a verb with a type of its own means that: "gewond raken"
        return other.type is not None and not kinds.isdisjoint(self._chain(other.type))

    def _chain(self, name: str) -> tuple[str, ...]:
        """A type and those above it, as far as one word can mean both."""
        if name in self._own_kind or name not in self._types.by_name:
            return (name,)
        return self._types.chain(name)

    def _related(self, name: str) -> frozenset[str]:
        """The type, those above it, and those that are said for it."""
        chain = self._chain(name)
        return frozenset(chain).union(*(self._alike.get(n, frozenset()) for n in chain))


def is_light(lemma: str) -> bool:
    """Whether a word says too little to tell one event by: "komen", "situatie"."""
    return lemma in words("merging.toml", "meaning", "light")


@cache
def stem(lemma: str) -> str:
    """What a verb and the noun made of it share: "verlagen", "verlaging" -> "verlag".

    Doubled letters count once: "opening" and "openen", "botsing" and "botsen".
    """
    word = lemma.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    plain = undoubled(word)
    return plain[:-1] + {"v": "f", "z": "s"}.get(plain[-1:], plain[-1:])
