"""Lengths of time: "drie dagen", "een half jaar", "de hele week", "maandenlang"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kg.extract.numbers_digits import digits
from kg.extract.numbers_words import half_word
from kg.extract.times.dates import Found
from kg.extract.times.lexicon import (
    days_long,
    listed,
    mapping,
    numbered,
)
from kg.extract.times.nodes import Amount, Duration
from kg.extract.times.tokens import Words
from kg.lexicon import table

_MOST_AMOUNTS: Final = 6
# Before "een week" they make it a length; a bare "een dag" tells "op een dag" as well.
_ADJECTIVES: Final = frozenset(("hele", "heel", "volle", "gehele", "ganse", "volledige"))
_MANY: Final = frozenset(("tientallen", "honderden", "duizenden", "miljoenen"))


def count(words: Words, place: int) -> tuple[Decimal | None, int] | None:
    """A number before a unit: "3", "3,5", "twee", "een", "een half", "een paar" (None)."""
    low = words.low(place)
    sign = table("numbers.toml")["signs"].get(low)
    if sign is not None:
        return Decimal(sign), place + 1
    number = words.number(place, 7)
    if number is not None:
        point = words.low(place + 1) in (",", ".") and words.joined(place + 1)
        if point and words.joined(place + 2) and words.number(place + 2, 3) is not None:
            told = digits(f"{low}{words.low(place + 1)}{words.low(place + 2)}")
            return None if told is None else (told, place + 3)
        return Decimal(number), place + 1
    if low in ("half", "halve"):
        return Decimal("0.5"), place + 1
    if low in ("een", "één", "de", "het") and words.low(place + 1) in ("half", "halve"):
        return Decimal("0.5"), place + 2
    if low in ("een", "één"):
        if words.low(place + 1) in ("paar", "aantal", "tiental", "handvol"):
            return None, place + 2
        if words.low(place + 1) == "kleine":
            return count(words, place + 2)
        return Decimal(1), place + 1
    half = half_word(low)
    if half is not None:
        return half, place + 1
    if low in listed("vague") or low in _MANY:
        return None, place + 1
    whole = words.count(place)
    if whole is None:
        return None
    if words.low(place + 1) == "en" and words.lows(place + 2, 2) in ("een half", "een halve"):
        return whole + Decimal("0.5"), place + 4
    scale = table("numbers.toml")["scales"].get(words.low(place + 1))
    return (whole * Decimal(scale), place + 2) if scale else (Decimal(whole), place + 1)


def amounts(words: Words, place: int) -> tuple[tuple[Amount, ...], int] | None:
    """A length told in one or more units: "2 jaar, 1 maand en 21 dagen"."""
    found: list[Amount] = []
    after = place
    while len(found) < _MOST_AMOUNTS:
        start = after
        if found:
            start += words.low(start) == ","
            start += words.low(start) == "en"
        told = count(words, start)
        if told is None:
            break
        adjective = words.low(told[1]) in _ADJECTIVES and not found
        unit = mapping("units").get(words.low(told[1] + adjective))
        if unit is None:
            break
        found.append(Amount(told[0], unit))
        after = told[1] + adjective + 1
        rough = words.count(after + 1) if words.low(after) == "of" else None
        if rough and words.low(place) in ("een", "'n", "’n") and len(found) == 1:
            # "een jaar of drie"
            return (Amount(Decimal(rough), unit),), after + 2
    return (tuple(found), after) if found else None


def one(words: Words, place: int) -> tuple[tuple[Amount, ...], int] | None:
    """A unit alone, once: the "jaar" of "een keer in het jaar"."""
    unit = mapping("units").get(words.low(place))
    return ((Amount(Decimal(1), unit),), place + 1) if unit else None


def whole(words: Words, place: int) -> tuple[tuple[Amount, ...], int] | None:
    """ "de hele dag", "heel het jaar", "het hele weekend"."""
    start = place + (words.low(place) in ("de", "het"))
    if words.low(start) not in _ADJECTIVES:
        return None
    # "heel de dag"
    start += words.low(start) in ("heel", "gans") and words.low(start + 1) in ("de", "het")
    unit = mapping("units").get(words.low(start + 1))
    named = words.low(start + 2) in numbered("months") or words.number(start + 2, 4) is not None
    return ((Amount(Decimal(1), unit),), start + 2) if unit and not named else None


def duration(words: Words, place: int) -> Found | None:
    """ "drie dagen", "anderhalf uur", "de hele week"; no "een dag", "de 34 jaar oude man"."""
    long = days_long(words.low(place))
    if long is not None:
        return Duration(
            (Amount(None if long[0] is None else Decimal(long[0]), long[1]),)
        ), place + 1
    found = whole(words, place) or amounts(words, place) or _short_hours(words, place)
    if found is None:
        return None
    told, after = found
    if words.low(after) in ("oud", "oude", "jong", "jonge"):
        return None
    after += words.low(after) == "lang"
    short = told[0].unit in ("half_hour", "quarter_hour", "quarter_century")
    article = words.low(place) == "een" and after == place + 2 and not short
    if article and not (
        words.low(place - 1) in listed("lengths_length_before")
        or words.low(after) in listed("lengths_length_after")
    ):
        return None
    if words.joined(place) and words.low(place - 1) in (",", ".", "-", "/", ":", "$", "€"):
        return None
    return Duration(told), after


def _short_hours(words: Words, place: int) -> tuple[tuple[Amount, ...], int] | None:
    """ "3u", in Flemish papers; after "om" and the like it is a time of day."""
    hours = words.number(place, 2)
    short = hours is not None and words.low(place + 1) == "u" and words.joined(place + 1)
    told_apart = not words.joined(place) and not words.joined(place + 2)
    if not short or not told_apart or words.low(place - 1) in listed("clock_before"):
        return None
    return (Amount(Decimal(hours or 0), "hour"),), place + 2
