"""A time expression and the day of publication -> TIMEX3 value and days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from kg.extract.times import arithmetic, composed
from kg.extract.times.arithmetic import Period, plus, shifted
from kg.extract.times.choice import Tense, chosen
from kg.extract.times.nodes import (
    Away,
    Beside,
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
                return composed.nth(node, self.of(node.period))
            case WeekOf(day, unit):
                begin = self.of(day).begin
                week = arithmetic.unit_period(unit, begin) if begin else None
                return week or Period("P1W", None, None)
            case Away():
                start = self.today if node.origin is None else self.of(node.origin).begin
                return composed.away(node, start)
            case Beside(day=day):
                return composed.beside(node, self.of(day).begin)
            case Stretch():
                return composed.stretch(node, self.today)
            case Duration(amounts):
                return Period(duration_value(amounts), None, None)
            case PartOfDay(part, day):
                return self._part_of_day(part, day)
            case Tonight():
                steps = 0 if self.tense == "future" else -1
                return self._part_of_day("NI", Shift("day", steps))
            case Clock(clock, day):
                return self._clock(clock, day)
            case Range():
                return composed.between(node, self.of, lambda day, tense: _Calendar(day, tense).of)
            case Open(inner, signal):
                return composed.opened(self.of(inner), signal)
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
        return chosen(
            [p for p in around if p], node.direction, "near", self.today, self.tense
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
            return plus(monday, node.weekday - 1) or value
        if node.direction in (-2, 2):
            weeks = 7 if node.direction == 2 else -7
            return plus(monday, node.weekday - 1 + weeks) or value
        days = [plus(monday, node.weekday - 1 + 7 * step) for step in (-1, 0, 1)]
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
            before = shifted(self.today, "week", Decimal(-1))
            found = arithmetic.unit_period(unit, before) if before else None
        return found or unplaced

    def _clock(self, clock: str, day: Node | None) -> Period:
        if day is None:
            return Period(f"T{clock}", None, None)
        on = self.of(day)
        if isinstance(day, Tonight) and on.end is not None and clock < "12":
            # "om drie uur vannacht" is after midnight.
            on = arithmetic.day_period(on.end)
        return Period(f"{on.value.partition('T')[0]}T{clock}", on.begin, on.end)

    def _part_of_day(self, part: str, day: Node | None) -> Period:
        if day is None:
            return Period(f"T{part}", None, None)
        on = self.of(day)
        if part == "NI" and on.begin is not None:
            return arithmetic.night_period(on.begin)
        return Period(f"{on.value}T{part}", on.begin, on.end)
