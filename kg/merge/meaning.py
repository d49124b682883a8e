"""Trigger words and types -> which events can be the same thing said twice."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.event_types import EventTypes
from kg.lexicon import table, words
from kg.merge.sketch import EventSketch

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
        self._alike: dict[str, frozenset[str]] = {}
        for group in known["alike"]:
            for name in group:
                self._alike[name] = self._alike.get(name, frozenset()) | frozenset(group)

    def mergeable(self, event: EventSketch) -> bool:
        """Whether an event can be one with another at all: states and sayings cannot."""
        return event.type not in self._apart

    def groups(self, event: EventSketch) -> Iterable[str]:
        """Keys of which two events share at least one if they can be the same."""
        yield f"={stem(event.lemma)}"
        if event.type is not None:
            yield from sorted(self._related(event.type))

    def alike(self, one: EventSketch, other: EventSketch) -> bool:
        """Whether the triggers can mean one thing: one type, one above the other, one stem.

        "beschoten" (Shelling) and "de aanval" (Attack) can; "aanval" and "overname" cannot.
        """
        if one.type is None or other.type is None:
            return stem(one.lemma) == stem(other.lemma)
        if one.type == other.type:
            return True
        first, second = self._chain(one.type)[:-1], self._chain(other.type)[:-1]
        return (
            one.type in second
            or other.type in first
            or other.type in self._alike.get(one.type, frozenset())
        )

    def _chain(self, name: str) -> tuple[str, ...]:
        return self._types.chain(name) if name in self._types.by_name else (name,)

    def _related(self, name: str) -> frozenset[str]:
        """The type, those above it short of the top class, and those that are said for it."""
        chain = self._chain(name)
        above = chain[:-1] if len(chain) > 1 else chain
        return frozenset(above).union(*(self._alike.get(n, frozenset()) for n in above))


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
    plain = "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
    return plain[:-1] + {"v": "f", "z": "s"}.get(plain[-1:], plain[-1:])
