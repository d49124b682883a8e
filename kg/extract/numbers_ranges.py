"""Two numbers -> the ends of a range: "20 tot 30 procent", "tussen 2 en 3 miljoen", "5-10 km"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from kg.extract.numbers_read import section
from kg.extract.numbers_units import Measured, measured
from kg.extract.times.tokens import APART, Words

_DASHES: Final = ("-", "–", "—")
_MOST_WORDS: Final = 24
_LINKS: Final = ("tot", "à", "a", "á")
_LONG_LINKS: Final = (("tot en met", 3), ("t / m", 3), ("- tot", 2), ("- à", 2))


def upper(words: Words, lower: Measured) -> Measured | None:
    """The upper end of the range that a number begins; None where it begins none.

    Catches "20 tot 30 procent", "20% tot 30%", "drie à vier", "tussen (de) 20 en 30",
    "twee- tot driehonderd", "5-10 km"; leaves alone "20 en 30", "3-1", "10 euro tot 5 euro".
    """
    if lower.number.kind != "count" or lower.number.comparator != "Exactly":
        return None
    start = _linked(words, lower)
    if start is None:
        return None
    start += words.low(start) == "de"
    dashed = words.low(start - 1) in _DASHES
    found = _apart(words, start) if dashed else measured(words, start)
    if found is None or found.number.kind != "count" or found.number.comparator != "Exactly":
        return None
    if found.number.value <= lower.number.value:
        return None
    if lower.kind != "count" and (found.kind, found.unit) != (lower.kind, lower.unit):
        signed = lower.kind == "money" and lower.number_start > lower.start
        if not signed or found.kind != "count":
            return None
        return found._replace(kind=lower.kind, unit=lower.unit)
    if dashed and found.kind == "count" and _scale(words, found) is None:
        return None
    return found


def _apart(words: Words, place: int) -> Measured | None:
    """What is measured at a place, as if no dash were joined to it."""
    first = replace(words.at(place), gap=APART)
    view = Words([first, *(words.at(place + step) for step in range(1, _MOST_WORDS))])
    found = measured(view, 0)
    if found is None:
        return None
    return found._replace(
        number=found.number._replace(after=found.number.after + place),
        start=found.start + place,
        after=found.after + place,
        number_start=found.number_start + place,
    )


def lower_value(words: Words, lower: Measured, higher: Measured) -> Decimal:
    """The lower end, in the scale of the upper one: 2 miljoen in "2 tot 3 miljoen"."""
    value = lower.number.value
    scale = _scale(words, higher)
    shared = scale is not None and lower.kind in ("count", "money") and value > 0
    if scale is None or not shared or _scale(words, lower) is not None:
        return value
    return value * scale if value < higher.number.value / scale else value


def _linked(words: Words, lower: Measured) -> int | None:
    """Where the upper end stands, after "tot", "tot en met", a dash, "en" (of "tussen")."""
    after = lower.after
    for link, size in _LONG_LINKS:
        if words.lows(after, size) == link:
            return after + size
    low = words.low(after)
    if low in _LINKS:
        return after + 1
    between = words.low(lower.start - 1) == "tussen" or (
        words.lows(lower.start - 2, 2) == "tussen de"
    )
    if low == "en" and between:
        return after + 1
    number = words.low(after + 1)[:1].isdigit() or words.low(after + 1) in ("€", "$", "£")
    return after + 1 if low in _DASHES and number else None


def _scale(words: Words, told: Measured) -> Decimal | None:
    """The scale that a number ends with: "3 miljoen", "driehonderd", "drie honderd"."""
    last = words.low(told.number.after - 1)
    if last == ".":
        last = words.low(told.number.after - 2)
    scales = section("scales")
    if last in scales:
        return Decimal(scales[last])
    return next((Decimal(scales[s]) for s in ("duizend", "honderd") if last.endswith(s)), None)
