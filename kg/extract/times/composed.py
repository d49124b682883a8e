"""Times told by way of other times -> Periods: ranges, distances, n-th parts, open ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from kg.extract.times import arithmetic
from kg.extract.times.arithmetic import Period, plus, shifted
from kg.extract.times.choice import Tense
from kg.extract.times.nodes import (
    Amount,
    Away,
    Beside,
    Clock,
    Day,
    Holiday,
    Month,
    Node,
    Nth,
    PartOfDay,
    PartOfYear,
    Range,
    Stretch,
    Weekday,
)
from kg.extract.times.values import duration_value

Placing: TypeAlias = Callable[[Node], Period]

_UNPLACED: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_EXACT: Final = (
    *("century", "decade", "quarter_century", "lustrum", "year", "half", "quarter", "month"),
    *("week", "night", "day", "workday"),
)
# What a count of units without a period of their own is told to.
_TOLD_TO: Final = {"night": "day", "workday": "day", "lustrum": "year", "quarter_century": "year"}
# What a broken count is told to: "anderhalf jaar geleden" to the month.
_FINER: Final = {
    "century": "year",
    "decade": "year",
    "quarter_century": "year",
    "lustrum": "year",
    "year": "month",
    "half": "month",
    "week": "day",
}


def nth(node: Nth, period: Period) -> Period:
    """The n-th days, weeks, months of a period; X's where it has fewer or is not placed."""
    unplaced = Period(f"{period.value}-WXX", None, None)
    if period.begin is None or period.end is None:
        return unplaced
    if node.unit in ("weekday", "week", "weekend"):
        found = _nth_of_week(node, period.begin, period.end)
    else:
        found = _nth_unit(node, period.begin, period.end)
    return found or unplaced


def _nth_of_week(node: Nth, begin: date, end: date) -> Period | None:
    # A week belongs to the period in which its Thursday lies (ISO 8601), a weekend to that of
    # its Saturday.
    weekday = {"weekday": node.weekday or 1, "week": 4, "weekend": 6}[node.unit]
    if node.n > 0:
        first = (weekday - begin.isoweekday()) % 7 + 7 * (node.n - 1)
        found = plus(begin, first)
    else:
        back = (end.isoweekday() - weekday) % 7 + 7 * (node.count - 1)
        found = plus(end, -back)
    if found is None or found.begin is None or not begin <= found.begin <= end:
        return None
    if node.unit == "weekday":
        return found
    last = plus(found.begin, 7 * (node.count - 1))
    if node.count > 1 and last and last.begin:
        opening, week = (arithmetic.week_period(day) for day in (found.begin, last.begin))
        if week is None or week.end is None or opening is None or opening.begin is None:
            return None
        start, stop = max(opening.begin, begin), min(week.end, end)
        return Period(f"{start}/{stop}", start, stop)
    return arithmetic.unit_period(node.unit, found.begin)


def _nth_unit(node: Nth, begin: date, end: date) -> Period | None:
    count = Decimal(node.count)
    if node.n > 0:
        start = shifted(begin, node.unit, Decimal(node.n - 1))
    else:
        after = plus(end, 1)
        start = shifted(after.begin, node.unit, -count) if after and after.begin else None
    stop = shifted(start, node.unit, count) if start else None
    last = plus(stop, -1) if stop else None
    if start is None or last is None or last.begin is None or not begin <= start <= end:
        return None
    if node.count == 1:
        return arithmetic.unit_period(node.unit, start)
    if node.unit == "month":
        first, final = (arithmetic.unit_period("month", d) for d in (start, last.begin))
        return (
            Period(f"{first.value}/{final.value}", start, last.begin) if first and final else None
        )
    return Period(f"{start}/{last.begin}", start, last.begin)


def beside(node: Beside, day: date | None) -> Period:
    """The n-th such day of the week after or before a day."""
    if day is None:
        return Period(f"XXXX-WXX-{node.weekday}", None, None)
    gap = node.sign * (node.weekday - day.isoweekday()) % 7 or 7
    found = plus(day, node.sign * (gap + 7 * (node.n - 1)))
    return found or Period(f"XXXX-WXX-{node.weekday}", None, None)


def away(node: Away, start: date | None) -> Period:
    """So long before or after a day, as fine as the length is told.

    Hours and minutes count from a moment that nobody knows: beside days they are left out,
    alone they are PAST_REF or FUTURE_REF.
    """
    vague = Period(_UNPLACED[node.sign], None, None)
    exact = tuple(amount for amount in node.amounts if amount.unit in _EXACT)
    day = moved(start, exact, node.sign)
    if day is None or not exact:
        return vague
    if node.origin is not None or len(exact) < len(node.amounts):
        return arithmetic.day_period(day)
    last = exact[-1]
    unit = last.unit
    if last.count is not None and last.count % 1:
        unit = _FINER.get(unit, "day")
    return arithmetic.unit_period(_TOLD_TO.get(unit, unit), day) or vague


def moved(start: date | None, amounts: tuple[Amount, ...], sign: int) -> date | None:
    """The day so long before or after; None for a vague length or off the calendar."""
    for amount in amounts:
        if start is None or amount.count is None:
            return None
        start = shifted(start, amount.unit, sign * amount.count)
    return start


def stretch(node: Stretch, today: date | None) -> Period:
    """So long up to today or from today on."""
    vague = Period(_UNPLACED[node.sign], None, None)
    there = moved(today, node.amounts, node.sign)
    if today is None or there is None or node.amounts[-1].unit not in _EXACT:
        return vague
    length = duration_value(node.amounts)
    if node.sign < 0:
        return Period(f"{length}/{today.isoformat()}", there, today)
    return Period(f"{today.isoformat()}/{length}", today, there)


def between(node: Range, of: Placing, seen_from: Callable[[date, Tense], Placing]) -> Period:
    """From one time to another; an end without a year goes with the other end.

    Args:
        of: places a node seen from the day of publication.
        seen_from: places nodes seen from another day, in a tense.
    """
    first = of(node.first)
    final = node.last.day if isinstance(node.last, Clock | PartOfDay) else node.last
    open_end = isinstance(final, Weekday) and final.week is None
    if open_end and first.begin and not getattr(final, "direction", None):
        # "van volgende maandag tot vrijdag": the Friday after it.
        last = seen_from(first.begin, "future")(node.last)
        return Period(f"{first.value}/{last.value}", first.begin, last.end)
    last = of(node.last)
    loose_end = isinstance(node.last, Day | Month | Holiday | PartOfYear) and node.last.year is None
    if loose_end and first.begin and last.end and last.end < first.begin:
        last = seen_from(first.begin, "future")(node.last)
    yearless = (
        isinstance(node.first, Day | Month)
        and node.first.year is None
        and getattr(node.first, "direction", None) is None
    )
    dated = isinstance(node.last, Day | Month)
    if last.end and ((yearless and dated) or (first.begin and first.begin > last.end)):
        # "van november tot februari": the first is the last one before the other.
        first = seen_from(last.end, "past")(node.first)
    value = f"{first.value}/{last.value}"
    if first.begin and last.end and last.end < first.begin:
        return Period(value, None, None)  # "volgende mei - afgelopen donderdag"
    return Period(value, first.begin, last.end)


def opened(inner: Period, signal: str) -> Period:
    """A period open at one side: "since", "until" or "after" it."""
    if signal == "until":
        return Period(f"../{inner.value}", None, inner.end)
    if signal == "after" and inner.end is not None:
        after = plus(inner.end, 1)
        if after is not None:
            return Period(f"{after.value}/..", after.begin, None)
    return Period(f"{inner.value}/..", inner.begin, None)
