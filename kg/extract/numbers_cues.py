"""Words around a number -> comparator: "zeker 22", "bijna 40 procent", "50 of meer"."""

from __future__ import annotations

from typing import Final

from kg.extract.numbers_read import phrase, phrase_before, section
from kg.extract.times.tokens import Words

_LOOK_BACK: Final = 4
_MEASURED: Final = frozenset(("percent", "money", "measure", "age", "duration"))


def comparator(
    words: Words, start: int, after: int, kind: str, value_is_round: bool
) -> tuple[str | None, int, int]:
    """The comparator that the words around tell (None: none), and the span they widen to.

    "onder de 22 doden" tells none, "onder de 40 procent" LessThan; "steeg tot 40 procent" none,
    "tot 40 procent" AtMost.
    """
    behind = phrase(words, after, "after")
    if behind is not None:
        return behind[0], start, behind[1]
    before = phrase_before(words, start, "before")
    if before is not None:
        cue = words.lows(before[1], start - before[1])
        if _limits(words, cue, after, kind, value_is_round):
            return before[0], before[1], after
        return None, start, after
    tot = section("tot")
    for size in (3, 2, 1):
        cue = words.lows(start - size, size)
        if cue in tot["words"]:
            first = start - size
            rising = any(
                words.low(first - step) in tot["not_after"] for step in range(1, _LOOK_BACK + 1)
            )
            ranged = words.low(first - 1).isdigit()
            return (
                (None if rising or ranged else "AtMost"),
                (start if rising or ranged else first),
                after,
            )
    return None, start, after


def _limits(words: Words, cue: str, after: int, kind: str, value_is_round: bool) -> bool:
    """Whether a word before a number compares: "onder de 22 doden" and "boven 40 huizen" say
    where, "onder de 40 procent", "boven 1000 meter" and "boven de 170." how much."""
    if kind in _MEASURED:
        return True
    if cue in section("measure_only")["words"]:
        return False
    ends = not words.low(after)[:1].isalpha()
    return cue not in section("measured_only")["words"] or value_is_round or ends
