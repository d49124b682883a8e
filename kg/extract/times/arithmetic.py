"""Days and periods of the calendar: shifts, weeks, feast days. Pure dates, no text."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Final, NamedTuple

_DAYS: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7}
_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "lustrum": 60,
    "decade": 120,
    "quarter_century": 300,
    "century": 1200,
    "millennium": 12000,
}
# First month and number of months of the parts of a year; a winter runs into the next year
# (meteorological seasons, KNMI).
_PARTS: Final = {
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}


class Period(NamedTuple):
    """A TIMEX3 value with the first and last day of what it stands for."""

    value: str
    begin: date | None
    end: date | None


def shifted(day: date, unit: str, count: Decimal) -> date | None:
    """The day so many units later (earlier where negative); None off the calendar.

    Months keep the day of the month or take the month's last: 31 March - 1 month is
    28 February. Parts of a day leave the day as it is; half months count 15 days.
    """
    try:
        if unit == "workday":
            return _workdays_later(day, int(count))
        if unit in _DAYS:
            whole = (count * _DAYS[unit]).to_integral_value(ROUND_FLOOR)
            return day + timedelta(days=int(whole))
        if unit in _MONTHS:
            months = count * _MONTHS[unit]
            whole = months.to_integral_value(ROUND_FLOOR)
            index = day.year * 12 + day.month - 1 + int(whole)
            year, month = divmod(index, 12)
            if not MINYEAR <= year <= MAXYEAR:
                return None
            moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
            return moved + timedelta(days=int((months - whole) * 30))
    except OverflowError:
        return None
    return day


def _workdays_later(day: date, count: int) -> date:
    """The day so many days from Monday to Friday later; feasts are worked on."""
    weeks, rest = divmod(abs(count), 5)
    step = timedelta(days=1 if count > 0 else -1)
    while day.isoweekday() > 5:
        # Five working days from a Sunday end on the Friday: as from the Friday before.
        day -= step
    day += 7 * weeks * step
    while rest:
        day += step
        rest -= day.isoweekday() <= 5
    return day


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day)


def plus(day: date, days: int) -> Period | None:
    """The day so many days later; None off the calendar."""
    found = shifted(day, "day", Decimal(days))
    return day_period(found) if found else None


def month_period(year: int, month: int) -> Period | None:
    """A month of a year; None off the calendar."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    return Period(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last))


def year_period(year: int) -> Period | None:
    """A year; None off the calendar."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Period(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def years_period(value: str, first: int, count: int) -> Period | None:
    """So many years from the first on, under a TIMEX3 value ("199", "20")."""
    last = first + count - 1
    if first == 0:
        first = 1
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Period(value, date(first, 1, 1), date(last, 12, 31))


def part_period(code: str, year: int) -> Period | None:
    """A quarter (Q1), half (H1), season (SU) or ISO week (W10) of a year."""
    if code.startswith("W") and code[1:].isdigit():
        try:
            return week_period(date.fromisocalendar(year, int(code[1:]), 1))
        except ValueError:
            return None
    month, count = _PARTS[code]
    first = month_period(year, month)
    last = month_period(*((year, month + count - 1) if month + count <= 13 else (year + 1, 2)))
    if first is None or last is None:
        return None
    return Period(f"{year:04d}-{code}", first.begin, last.end)


def part_of(code: str, day: date) -> int:
    """The year of the part of a year (see ``part_period``) that is this year's on a day."""
    return day.year - 1 if code == "WI" and day.month < 3 else day.year


def week_period(day: date) -> Period | None:
    """The ISO week that a day falls in."""
    year, week, weekday = day.isocalendar()
    try:
        begin = day - timedelta(days=weekday - 1)
        return Period(f"{year:04d}-W{week:02d}", begin, begin + timedelta(days=6))
    except OverflowError:
        return None


def weekend_period(day: date) -> Period | None:
    """The Saturday and Sunday of the ISO week that a day falls in."""
    week = week_period(day)
    if week is None or week.begin is None:
        return None
    return Period(f"{week.value}-WE", week.begin + timedelta(days=5), week.end)


def unit_period(unit: str, day: date) -> Period | None:
    """The calendar unit ("week", "month", …) that a day falls in."""
    match unit:
        case "week":
            return week_period(day)
        case "weekend":
            return weekend_period(day)
        case "month":
            return month_period(day.year, day.month)
        case "quarter":
            return part_period(f"Q{(day.month + 2) // 3}", day.year)
        case "half":
            return part_period(f"H{(day.month + 5) // 6}", day.year)
        case "year":
            return year_period(day.year)
        case "decade":
            return years_period(f"{day.year // 10:03d}", day.year // 10 * 10, 10)
        case "century":
            return years_period(f"{day.year // 100:02d}", day.year // 100 * 100, 100)
        case "night":
            return night_period(day)
    return day_period(day)


def night_period(day: date) -> Period:
    """The night that begins in the evening of a day."""
    after = shifted(day, "day", Decimal(1))
    return Period(f"{day.isoformat()}TNI", day, after or day)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The n-th such day of the week in a month, Monday 1; n = -1 is the last."""
    period = month_period(year, month)
    if period is None or period.begin is None or period.end is None:
        return None
    if n < 0:
        found = period.end - timedelta(days=(period.end.isoweekday() - weekday) % 7)
    else:
        found = period.begin + timedelta(days=(weekday - period.begin.isoweekday()) % 7 + 7 * n - 7)
    return found if found.month == month else None


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (the "anonymous" algorithm, Nature, 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day of a feast in a year by its rule in the word list; None off the calendar."""
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        if rule.startswith("nth:"):
            of, _, later = rule.removeprefix("nth:").partition("+")
            month, weekday, n = (int(part) for part in of.split(":"))
            found = nth_weekday(year, month, weekday, n)
            return found + timedelta(days=int(later or 0)) if found else None
        if rule.startswith("koningsdag"):
            day = date(year, 4, 27)
            day = day - timedelta(days=1) if day.isoweekday() == 7 else day
            return day + timedelta(days=int(rule.removeprefix("koningsdag") or 0))
        if rule == "koninginnedag":
            day = date(year, 4, 30)
            return day - timedelta(days=1) if day.isoweekday() == 7 else day
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None
