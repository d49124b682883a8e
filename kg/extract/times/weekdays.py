"""Days of the week: "vrijdag volgende week", "maandag jl.", "de eerste maandag na Pasen"."""

from __future__ import annotations

from typing import Final

from kg.extract.times.dates import Found, dated
from kg.extract.times.lexicon import direction, numbered
from kg.extract.times.nodes import Beside, Node, Shift, Weekday
from kg.extract.times.periods import holiday
from kg.extract.times.tokens import Words

_AFTERTHOUGHTS: Final = {"jongstleden": -1, "jl": -1, "aanstaande": 1, "as": 1}
_DOTTED: Final = {"a . s": 1, "j . l": -1}


def afterthought(words: Words, place: int) -> tuple[int, int] | None:
    """ "(vrijdag) jongstleden", "(3 maart) a.s.": last or next, and the place after it."""
    there = _AFTERTHOUGHTS.get(words.low(place))
    if there is not None:
        return there, place + 1
    dotted = _DOTTED.get(words.lows(place, 3))
    if dotted is None or not words.joined(place + 1):
        return None
    # The last point ends the sentence unless it goes on in lower case.
    point = words.low(place + 3) == "." and words.at(place + 4).text[:1].islower()
    return dotted, place + 3 + point


def weekday(words: Words, place: int) -> Found | None:
    """ "donderdag", "vrijdag volgende week", "maandag jl."; no "zo", no "di" in "Di Rupo"."""
    number = numbered("weekdays").get(words.low(place))
    if number is None:
        return None
    after = place + 1
    beside = _beside_day(words, after)
    if beside is not None:
        return Beside(number, 1, *beside[0]), beside[1]
    start = after + (words.low(after) in ("van", "in"))
    start += start > after and words.low(start) == "de"
    there = direction(words.low(start))
    if there is not None and words.low(start + 1) == "week":
        return Weekday(number, None, Shift("week", there)), start + 2
    then = afterthought(words, after)
    return (Weekday(number, then[0]), then[1]) if then else (Weekday(number), after)


def _beside_day(words: Words, place: int) -> tuple[tuple[int, Node], int] | None:
    """ "(maandag) na Pasen", "(de eerste zondag) voor 1 mei": the side and the day."""
    sign = {"na": 1, "voor": -1, "vóór": -1}.get(words.low(place))
    if sign is None:
        return None
    found = holiday(words, place + 1) or dated(words, place + 1)
    return None if found is None else ((sign, found[0]), found[1])


def nth_beside(words: Words, place: int) -> Found | None:
    """ "de eerste maandag na 1 mei", "de tweede zondag voor Pasen"."""
    start = place + (words.low(place) == "de")
    ranked = words.rank(start)
    weekday = numbered("weekdays").get(words.low(ranked[1])) if ranked else None
    if ranked is None or weekday is None:
        return None
    beside = _beside_day(words, ranked[1] + 1)
    return None if beside is None else (Beside(weekday, ranked[0], *beside[0]), beside[1])
