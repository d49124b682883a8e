"""Times so long before or after another: "twee weken geleden", "drie dagen na Pasen"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from kg.extract.times.adjectives import NO_VALUE, adjective
from kg.extract.times.dates import Found, dated
from kg.extract.times.lengths import amounts
from kg.extract.times.lexicon import direction, listed, mapping
from kg.extract.times.nodes import (
    Amount,
    Away,
    Node,
    PartOfDay,
    Range,
    Shift,
    Stretch,
    Tonight,
    Weekday,
)
from kg.extract.times.periods import holiday
from kg.extract.times.relative import day_adverb
from kg.extract.times.tokens import Words
from kg.extract.times.tokens import words as words_of
from kg.extract.times.weekdays import weekday

# "vrijdag over drie uur" is no distance from Friday.
_BELOW_A_DAY: Final = frozenset(("hour", "half_hour", "quarter_hour", "minute", "second"))
_ABOUT: Final = (
    *("minder dan", "meer dan", "niet meer dan", "nog geen", "ruim", "bijna", "ongeveer", "circa"),
    *("zo'n", "zo’n", "hooguit", "maximaal", "minstens", "krap"),
)


def about(words: Words, place: int) -> int:
    """The place after "minder dan", "ruim", "ongeveer" and the like, or the place itself."""
    for size in (3, 2, 1):
        if words.lows(place, size) in _about():
            return place + size
    return place


@cache
def _about() -> frozenset[str]:
    return frozenset(cut.lows(0, len(cut)) for cut in map(words_of, _ABOUT))


def away(words: Words, place: int) -> Found | None:
    """ "twee weken geleden", "over drie maanden", "drie dagen na Pasen", "twee dagen later".

    "over drie auto's", "over de week" are left alone; "twee dagen later" counts from what was
    told before and gets no days.
    """
    low = words.low(place)
    dayed = place + (low == "de")
    if words.low(dayed) in ("dag", "week") and words.low(dayed + 1) in ("na", "voor", "vóór"):
        # "de dag na Kerst", "de dag voor gisteren"
        unit = mapping("units")[words.low(dayed)]
        return _from(words, ((Amount(Decimal(1), unit),), dayed + 1))
    if low in ("over", "binnen"):
        start = place + 1
        start += words.low(start) in ("de", "het") and direction(words.low(start + 1)) == 1
        start += direction(words.low(start)) == 1
        start = about(words, start)
        start += 2 * (low == "binnen" and words.lows(start, 2) == "nu en")
        told = amounts(words, start)
        if told is None:
            return None
        if low == "binnen":
            from_today = words.lows(told[1], 2) in ("na vandaag", "vanaf vandaag", "vanaf nu")
            counted = None if from_today else _from(words, told)
            if counted is not None and isinstance(counted[0], Away) and counted[0].sign == 1:
                # "binnen twee weken na 3 maart"
                origin = counted[0].origin
                return (Range(origin, counted[0]), counted[1]) if origin else None
            return Stretch(told[0], 1), told[1] + 2 * from_today
        if words.lows(told[1], 3) == "in de toekomst":
            return Away(told[0], 1), told[1] + 3
        from_now = words.lows(told[1], 2) == "vanaf nu"
        counted = _from(words, told) if low == "over" else None
        if counted is not None and not from_now:
            return counted
        spread = words.low(told[1]) in ("verspreid", "verdeeld", "heen", "uitgesmeerd")
        return None if spread else (Away(told[0], 1), told[1] + 2 * from_now)
    told = amounts(words, place) or _unit_alone(words, place)
    if told is None:
        return None
    after = told[1]
    if _ago(words, after) and not (
        words.low(after) == "terug" and told[0][-1].unit in _BELOW_A_DAY
    ):
        return Away(told[0], -1), after + 1
    side = {"in de toekomst": 1, "in het verleden": -1}.get(words.lows(after, 3))
    if side is not None:
        return Away(told[0], side), after + 3
    if words.low(after) in listed("relative_anaphoric") and words.low(after + 1) != "dan":
        return NO_VALUE, after + 1
    return _from(words, told)


def from_day(words: Words, day: Node, after: int) -> Found | None:
    """ "donderdag over een week", "morgen over een maand": so long after the day told first."""
    known = isinstance(day, Weekday) or (isinstance(day, Shift) and day.unit == "day")
    precisely = after + (words.low(after) in ("precies", "exact"))
    ago = amounts(words, precisely) if known else None
    if ago is not None and _ago(words, ago[1]):
        # "zaterdag twee weken geleden", "vandaag precies een jaar geleden"
        return Away(ago[0], -1, day), ago[1] + 1
    told = amounts(words, after + 1) if known and words.low(after) == "over" else None
    if told is None or told[0][-1].unit in _BELOW_A_DAY:
        return None
    if isinstance(day, Weekday) and day.direction is None:
        day = replace(day, direction=1)
    return Away(told[0], 1, day), told[1]


def _ago(words: Words, place: int) -> bool:
    """ "twee jaar geleden", "twee jaar terug"; not "een week terug naar huis"."""
    if words.low(place) == "terug":
        return words.low(place + 1) not in ("naar", "in", "bij", "op", "tot")
    return words.low(place) == "geleden"


def _unit_alone(words: Words, place: int) -> tuple[tuple[Amount, ...], int] | None:
    """ "jaren geleden", "maanden later", "(nog geen) uur geleden"; no "jaren" by itself."""
    unit = mapping("units").get(words.low(place))
    told = words.low(place + 1) in ("later", "daarna", "eerder") or _ago(words, place + 1)
    if unit is None or not told:
        return None
    plural = words.low(place).endswith(("en", "ia"))
    return (Amount(None if plural else Decimal(1), unit),), place + 1


def _from(words: Words, told: tuple[tuple[Amount, ...], int]) -> Found | None:
    """A length with the day that it counts from: "twee dagen na Pasen"."""
    after = told[1]
    sign = {"na": 1, "vanaf": 1, "sedert": 1, "voor": -1, "vóór": -1}.get(words.low(after))
    if sign is None:
        return None
    start = after + 1
    if words.low(start) == "nu":
        return Away(told[0], sign), start + 1
    start += words.low(start) == "de" and words.rank(start + 1) is None
    found = (
        dated(words, start)
        or holiday(words, start)
        or day_adverb(words, start)
        or weekday(words, start)
    )
    if found is None:
        return _beside_shift(words, told[0], sign, start)
    if isinstance(found[0], PartOfDay | Tonight):
        return None
    return Away(told[0], sign, found[0]), found[1]


def _beside_shift(words: Words, told: tuple[Amount, ...], sign: int, place: int) -> Found | None:
    """ "(de week na) volgende week", "(een maand voor) volgende maand": the same unit."""
    found = adjective(words, place)
    node = found[0] if found else None
    count = told[0].count
    if found is None or not isinstance(node, Shift) or count is None or count % 1:
        return None
    if [amount.unit for amount in told] != [node.unit]:
        return None
    return Shift(node.unit, node.steps + sign * int(count)), found[1]
