"""Periods told from the day of publication: "vorig jaar", "volgende week", "de komende dagen"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kg.extract.times.dates import Found, dated, month
from kg.extract.times.lengths import amounts, count
from kg.extract.times.lexicon import (
    direction,
    link,
    listed,
    mapping,
    numbered,
    part_of_day,
    phrases,
)
from kg.extract.times.nodes import (
    Amount,
    Day,
    Node,
    PartOfDay,
    Range,
    Reference,
    Shift,
    Stretch,
    Weekday,
)
from kg.extract.times.periods import directed, holiday, nth_of
from kg.extract.times.tokens import Words

_ABBREVIATED: Final = {"a . s .": (1, 4), "j . l .": (-1, 4), "as .": (1, 2), "jl .": (-1, 2)}


NO_VALUE: Final = Reference("XXXX-XX-XX")


def adjective(words: Words, place: int) -> Found | None:
    """ "vorig jaar", "begin volgende week", "de komende dagen", "deze zomer", "afgelopen nacht".

    "de volgende dag" has a value without days: it counts from what was told before.
    """
    start = place + (words.low(place) in ("de", "het"))
    article = start != place
    short = next((v for k, v in _ABBREVIATED.items() if words.lows(start, v[1]) == k), None)
    if short is not None and words.low(start + short[1]) in numbered("weekdays"):
        return Weekday(numbered("weekdays")[words.low(start + short[1])], short[0]), start + short[
            1
        ] + 1
    there = direction(words.low(start))
    if there is None:
        counted = _counted_first(words, place)
        return counted or (_last(words, place) if words.low(start) == "laatste" else None)
    skipping = words.low(start) in listed("skipping")
    after = start + 1
    if there == 0 and words.low(after) in listed("nexts"):
        # "deze aankomende vrijdag"
        there, after = 1, after + 1
    low = words.low(after)
    if low in numbered("weekdays"):
        full = dated(words, after)
        if full is not None:
            return full
        twice = 2 if skipping else (-2 if words.low(start) == "vorige" else there)
        return Weekday(numbered("weekdays")[low], twice), after + 1
    part = part_of_day(low)
    if part is not None and part.weekday is not None:
        twice = 2 if skipping else there
        return PartOfDay(part.part, Weekday(part.weekday, twice)), after + 1
    if low in mapping("dayparts") and article and skipping:
        # "de volgende ochtend" counts from what was told before.
        return NO_VALUE, after + 1
    if low in mapping("dayparts"):
        return _shifted_part(mapping("dayparts")[low], there, skipping, after + 1)
    named = directed(words, after, there)
    if named is not None:
        return named
    return _unit(words, place, after, there, article)


def _shifted_part(code: str, there: int, skipping: bool, after: int) -> Found:
    steps = there
    if code == "NI" and there == 1 and not skipping:
        steps = 0
    return PartOfDay(code, Shift("day", steps)), after


def _unit(words: Words, place: int, start: int, there: int, article: bool) -> Found | None:
    """What follows "vorige": a unit, or a number of them."""
    unit = mapping("units").get(words.low(start))
    plural = unit is not None and words.low(start) in (
        "dagen",
        "weken",
        "maanden",
        "jaren",
        "uren",
        "weekenden",
        "weekends",
        "eeuwen",
        "decennia",
        "nachten",
        "minuten",
        "kwartalen",
    )
    if unit is None:
        if words.low(start) in ("werkweek",):
            return Shift("week", there), start + 1
        told = amounts(words, start)
        if told is None or (there == 0 and told[0][0].count == 1):
            return None
        return (Stretch(told[0], there), told[1]) if there else (Reference("PRESENT_REF"), told[1])
    after = start + 1
    if plural:
        if there == 0:
            return Reference("PRESENT_REF"), after
        return Stretch((Amount(None, unit),), there), after
    if unit == "day":
        return _one_day(words, start, there)
    if unit not in listed("relative_shifts"):
        return (Stretch((Amount(Decimal(1), unit),), there), after) if there else None
    past = words.low(start - 1) in ("afgelopen", "voorbije")
    if article and past and unit in ("month", "year", "quarter", "decade", "century"):
        return Stretch((Amount(Decimal(1), unit),), -1), after
    if unit == "weekend" and there == 1 and words.low(start - 1) not in listed("skipping"):
        # "komend weekend" is the first to come, "volgend weekend" that of next week.
        there = 0
    node: Node = Shift(unit, there)
    return _inside(words, node, unit, after)


def _inside(words: Words, node: Node, unit: str, after: int) -> Found:
    """A day or month within a week or year: "volgende week dinsdag", "volgend jaar juni"."""
    start = after
    if words.low(start) in ("op", "-", "in"):
        start += 1
    if unit == "week" and words.low(start) in numbered("weekdays"):
        return Weekday(numbered("weekdays")[words.low(start)], None, node), start + 1
    part = part_of_day(words.low(start))
    if unit == "week" and part is not None and part.weekday is not None:
        return PartOfDay(part.part, Weekday(part.weekday, None, node)), start + 1
    if unit == "month":
        cued = words.low(after) in ("van", "tussen")
        days = day_numbers(words, after + cued, node, words.low(after) == "tussen")
        return days or (node, after)
    if unit == "year":
        inner = nth_of(words, start, node)
        if inner is not None:
            return inner
        found = month(words, start)
        if found is not None and getattr(found[0], "year", 0) is None:
            return type(found[0])(found[0].month, node), found[1]  # type: ignore[union-attr, call-arg, arg-type]
        feast = holiday(words, start)
        if feast is not None and getattr(feast[0], "year", 0) is None:
            return type(feast[0])(feast[0].name, node), feast[1]  # type: ignore[union-attr, call-arg, arg-type]
    return node, after


def day_numbers(words: Words, place: int, month_of: Node, between: bool) -> Found | None:
    """ "4 tot 22", "(tussen) 4 en 22" within a month that is told beside it."""
    first = words.number(place, 2)
    linked = between and words.low(place + 1) == "en"
    start = place + 2 if linked else link(words, place + 1)
    last = words.number(start, 2) if start is not None else None
    if first is None or last is None or start is None or not 1 <= first < last <= 31:
        return None
    return Range(Day(first, None, month_of), Day(last, None, month_of)), start + 1


def _one_day(words: Words, start: int, there: int) -> Found:
    if there == 0:
        return Shift("day", 0), start + 1
    if words.low(start - 1) in ("afgelopen", "verleden"):
        return Shift("day", -1), start + 1
    return NO_VALUE, start + 1


def _counted_first(words: Words, place: int) -> Found | None:
    """ "de twee komende jaren"."""
    start = place + (words.low(place) in ("de", "het"))
    told = count(words, start)
    if told is None or words.low(start) in ("de", "het", "een", "half"):
        return None
    there = direction(words.low(told[1]))
    unit = mapping("units").get(words.low(told[1] + 1))
    if not there or unit is None:
        return None
    return Stretch((Amount(told[0], unit),), there), told[1] + 2


def _last(words: Words, place: int) -> Found | None:
    """ "de laatste jaren", "de laatste drie maanden"; "de laatste dag" has no day of its own."""
    start = place + 1 + (words.low(place) in ("de", "het"))
    told = amounts(words, start)
    if told is not None and words.low(start) not in ("een", "halve", "half"):
        if words.low(told[1]) in ("van", "voor"):
            return None
        return Stretch(told[0], -1), told[1]
    low = words.low(start)
    if low in numbered("weekdays"):
        return Weekday(numbered("weekdays")[low], -1), start + 1
    if low in phrases("holidays"):
        return directed(words, start, -1)
    if low in mapping("dayparts") and low != "morgen":
        return PartOfDay(mapping("dayparts")[low], Shift("day", -1)), start + 1
    ends = words.low(start + 1) not in ("van", "voor", "in")
    if ends and (low in numbered("months") or low in mapping("seasons")):
        return directed(words, start, -1)
    if ends and low in ("week", "maand", "jaar", "weekend", "kwartaal"):
        return Shift(mapping("units")[low], -1), start + 1
    if low == "uur":
        return Stretch((Amount(Decimal(1), "hour"),), -1), start + 1
    if low in ("jaren", "weken", "maanden", "dagen", "decennia", "uren"):
        if words.low(start + 1) in ("van", "voor"):
            return None
        return Stretch((Amount(None, mapping("units")[low]),), -1), start + 1
    return None
