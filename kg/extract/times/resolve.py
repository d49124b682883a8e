"""A time expression and the day of publication -> TIMEX3 value and days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from kg.extract.times import arithmetic
from kg.extract.times.arithmetic import Period, shifted
from kg.extract.times.choice import Tense, chosen
from kg.extract.times.nodes import (
    Amount,
    Away,
    Century,
    Clock,
    Day,
    Decade,
    Duration,
    Expression,
    Holiday,
    Month,
    Node,
    Nth,
    Often,
    Open,
    PartOfDay,
    PartOfYear,
    Range,
    Reference,
    Shift,
    Stretch,
    Tonight,
    Weekday,
    WeekOf,
    Year,
)
from kg.extract.times.values import duration_value
from kg.lexicon import table
from kg.model import Time

_UNPLACED: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_EXACT_UNITS: Final = frozenset(
    ("day", "night", "week", "month", "quarter", "half", "year", "decade", "century")
)


def resolve(expression: Expression, published: date | None, tense: Tense | None = None) -> Time:
    """The time that an expression means in a text published on a day.

    Args:
        published: the day that "gisteren" counts from; None leaves such times unplaced.
        tense: of the verb that the expression belongs to. "donderdag" is the last Thursday
            with "past", the next with "future". Without it a weekday is the last one (news
            tells what happened), a date or month without a year the nearest.

    Returns: TIMEX3 value and first and last day. Without days: durations, sets, times of day
    of no day, vague references. ISO 8601 intervals where TIMEX3 has no one value: "2010/2015",
    "2022-02-24/.." (since), "../2022-05-01" (until), "P3D/2022-03-04" (the last three days).

    Catches "donderdag" (published Friday 2022-03-04: 2022-03-03); leaves alone nothing: what
    cannot be placed keeps X's or becomes PAST_REF or FUTURE_REF.
    """
    found = _Calendar(published, tense).of(expression.node)
    return Time(found.value, found.begin, found.end, expression.span)


class _Calendar:
    """Node -> Period, from one day of publication and one tense."""

    def __init__(self, today: date | None, tense: Tense | None) -> None:
        self.today = today
        self.tense = tense

    def of(self, node: Node) -> Period:
        """The period of any node."""
        match node:
            case Year(year):
                return arithmetic.year_period(year) or Period(str(year), None, None)
            case Day() | Month() | PartOfYear() | Holiday():
                return self._in_year(node)
            case Weekday():
                return self._weekday(node)
            case Decade(decade):
                return self._decade(decade)
            case Century(century):
                value = f"{century:02d}"
                return arithmetic.years_period(value, century * 100, 100) or Period(
                    value, None, None
                )
            case Shift(unit, steps):
                return self._shift(unit, steps)
            case Nth():
                return self._nth(node)
            case WeekOf(day):
                begin = self.of(day).begin
                week = arithmetic.week_period(begin) if begin else None
                return week or Period("P1W", None, None)
            case Away():
                return self._away(node)
            case Stretch():
                return self._stretch(node)
            case Duration(amounts):
                return Period(duration_value(amounts), None, None)
            case PartOfDay(part, day):
                return self._part_of_day(part, day)
            case Tonight():
                steps = 0 if self.tense == "future" else -1
                return self._part_of_day("NI", Shift("day", steps))
            case Clock(clock, day):
                if day is None:
                    return Period(f"T{clock}", None, None)
                on = self.of(day)
                return Period(f"{on.value.partition('T')[0]}T{clock}", on.begin, on.end)
            case Range():
                return self._range(node)
            case Open(inner, signal):
                return self._open(self.of(inner), signal)
            case Often(value) | Reference(value):
                return Period(value, None, None)

    def _in_year(self, node: Day | Month | PartOfYear | Holiday) -> Period:
        """A day, month, part of a year or feast: in its own year, else the nearest."""
        if isinstance(node, Day) and node.month is None:
            return self._day_of_month(node)
        if node.year is not None:
            begin = self.of(node.year).begin
            return (self._made(node, begin.year) if begin else None) or self._unplaced(node)
        if self.today is None:
            return self._unplaced(node)
        around = [self._made(node, self.today.year + step) for step in range(-8, 9)]
        direction = None if isinstance(node, Day) else node.direction
        return chosen(
            [p for p in around if p], direction, "near", self.today, self.tense
        ) or self._unplaced(node)

    def _made(self, node: Day | Month | PartOfYear | Holiday, year: int) -> Period | None:
        match node:
            case Day(day, int(month)):
                try:
                    return arithmetic.day_period(date(year, month, day))
                except ValueError:
                    return None
            case Month(month):
                return arithmetic.month_period(year, month)
            case PartOfYear(code):
                return arithmetic.part_period(code, year)
            case Holiday(name):
                found = arithmetic.holiday(table("times.toml")["holidays"][name], year)
                return arithmetic.day_period(found) if found else None
        return None

    def _unplaced(self, node: Day | Month | PartOfYear | Holiday) -> Period:
        """The value with X's for what is not known: "XXXX-03-03", "XXXX-SU"."""
        match node:
            case Day(day, month):
                return Period(f"XXXX-{month:02d}-{day:02d}", None, None)
            case Month(month):
                return Period(f"XXXX-{month:02d}", None, None)
            case PartOfYear(code):
                return Period(f"XXXX-{code}", None, None)
            case Holiday(name):
                rule = table("times.toml")["holidays"][name]
                fixed = rule if rule[:1].isdigit() else "XX-XX"
                return Period(f"XXXX-{fixed}", None, None)

    def _day_of_month(self, node: Day) -> Period:
        """ "de 15e": of the nearest month, or of the month named beside it."""
        near = self.of(node.year).begin if node.year is not None else self.today
        if near is None:
            return Period(f"XXXX-XX-{node.day:02d}", None, None)
        steps = (0,) if node.year is not None else (-2, -1, 0, 1, 2)
        around: list[Period] = []
        for step in steps:
            month = shifted(near.replace(day=1), "month", Decimal(step))
            if month is not None:
                made = self._made(Day(node.day, month.month), month.year)
                begin = made.begin if made else None
                if made and begin and node.weekday in (None, begin.isoweekday()):
                    around.append(made)
        found = chosen(around, None, "past", self.today, self.tense)
        return found or Period(f"XXXX-XX-{node.day:02d}", None, None)

    def _weekday(self, node: Weekday) -> Period:
        value = Period(f"XXXX-WXX-{node.weekday}", None, None)
        if node.week is not None:
            begin = self.of(node.week).begin
            if begin is None:
                return value
            week = arithmetic.week_period(begin)
            monday = week.begin if week else None
        elif self.today is None:
            return value
        else:
            week = arithmetic.week_period(self.today)
            monday = week.begin if week else None
        if monday is None:
            return value
        if node.week is not None or node.direction == 0:
            return _plus(monday, node.weekday - 1) or value
        if node.direction in (-2, 2):
            weeks = 7 if node.direction == 2 else -7
            return _plus(monday, node.weekday - 1 + weeks) or value
        days = [_plus(monday, node.weekday - 1 + 7 * step) for step in (-1, 0, 1)]
        return (
            chosen([day for day in days if day], node.direction, "past", self.today, self.tense)
            or value
        )

    def _decade(self, decade: int) -> Period:
        if decade < 10:
            # "de jaren negentig": the last that has begun.
            latest = self.today.year // 10 if self.today else 202
            decade = latest - (latest - decade) % 10
        value = f"{decade:03d}"
        return arithmetic.years_period(value, decade * 10, 10) or Period(value, None, None)

    def _shift(self, unit: str, steps: int) -> Period:
        unplaced = Period(_UNPLACED[(steps > 0) - (steps < 0)], None, None)
        if self.today is None:
            return unplaced
        day = shifted(self.today, unit, Decimal(steps))
        if day is None:
            return unplaced
        found = arithmetic.unit_period(unit, day)
        if (
            unit == "weekend"
            and steps == 0
            and self.tense == "past"
            and self.today.isoweekday() < 5
        ):
            found = arithmetic.unit_period(unit, self.today - timedelta(days=7))
        return found or unplaced

    def _nth(self, node: Nth) -> Period:
        period = self.of(node.period)
        if period.begin is None or period.end is None:
            return Period(f"{period.value}-WXX", None, None)
        # ISO weeks and weekdays alike: the n-th that begins in the period.
        weekday = node.weekday or 1
        if node.n > 0:
            first = (weekday - period.begin.isoweekday()) % 7
            found = _plus(period.begin, first + 7 * (node.n - 1))
        else:
            found = _plus(period.end, -((period.end.isoweekday() - weekday) % 7))
        if found is None or found.begin is None or found.begin > period.end:
            return Period(f"{period.value}-WXX", None, None)
        if node.weekday is None:
            return arithmetic.week_period(found.begin) or found
        return found

    def _away(self, node: Away) -> Period:
        vague = Period(_UNPLACED[node.sign], None, None)
        start = self.today if node.origin is None else self.of(node.origin).begin
        day = self._moved(start, node.amounts, node.sign)
        finest = node.amounts[-1].unit
        if day is None or finest not in _EXACT_UNITS:
            return vague if day is None or node.origin is None else arithmetic.day_period(day)
        if node.origin is not None or any(a.count and a.count % 1 for a in node.amounts):
            return arithmetic.day_period(day)
        return arithmetic.unit_period("day" if finest == "night" else finest, day) or vague

    def _moved(self, start: date | None, amounts: tuple[Amount, ...], sign: int) -> date | None:
        """The day so long before or after; None for a vague length or off the calendar."""
        for amount in amounts:
            if start is None or amount.count is None:
                return None
            start = shifted(start, amount.unit, sign * amount.count)
        return start

    def _stretch(self, node: Stretch) -> Period:
        vague = Period(_UNPLACED[node.sign], None, None)
        there = self._moved(self.today, node.amounts, node.sign)
        if self.today is None or there is None or node.amounts[-1].unit not in _EXACT_UNITS:
            return vague
        length, today = duration_value(node.amounts), self.today.isoformat()
        if node.sign < 0:
            return Period(f"{length}/{today}", there, self.today)
        return Period(f"{today}/{length}", self.today, there)

    def _part_of_day(self, part: str, day: Node | None) -> Period:
        if day is None:
            return Period(f"T{part}", None, None)
        on = self.of(day)
        if part == "NI" and on.begin is not None:
            return arithmetic.night_period(on.begin)
        return Period(f"{on.value}T{part}", on.begin, on.end)

    def _range(self, node: Range) -> Period:
        first = self.of(node.first)
        open_end = isinstance(node.last, Weekday) and node.last.week is None
        if open_end and first.begin and not getattr(node.last, "direction", None):
            # "van volgende maandag tot vrijdag": the Friday after it.
            last = _Calendar(first.begin, "future").of(node.last)
            return Period(f"{first.value}/{last.value}", first.begin, last.end)
        last = self.of(node.last)
        loose_end = isinstance(node.last, Day | Month) and node.last.year is None
        if loose_end and first.begin and last.end and last.end < first.begin:
            last = _Calendar(first.begin, "future").of(node.last)
        yearless = (
            isinstance(node.first, Day | Month)
            and node.first.year is None
            and getattr(node.first, "direction", None) is None
        )
        dated = isinstance(node.last, Day | Month)
        if last.end and ((yearless and dated) or (first.begin and first.begin > last.end)):
            # "van november tot februari": the first is the last one before the other.
            first = _Calendar(last.end, "past").of(node.first)
        return Period(f"{first.value}/{last.value}", first.begin, last.end)

    def _open(self, inner: Period, signal: str) -> Period:
        if signal == "until":
            return Period(f"../{inner.value}", None, inner.end)
        if signal == "after" and inner.end is not None:
            after = _plus(inner.end, 1)
            if after is not None:
                return Period(f"{after.value}/..", after.begin, None)
        return Period(f"{inner.value}/..", inner.begin, None)


def _plus(day: date, days: int) -> Period | None:
    found = shifted(day, "day", Decimal(days))
    return arithmetic.day_period(found) if found else None
