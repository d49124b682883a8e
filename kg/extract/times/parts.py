"""Parts of periods: "de eerste zes maanden van 2022", "de week van 10 april", "het paasweekend"."""

from __future__ import annotations

from typing import Final

from kg.extract.times.dates import Found, dated, year_after
from kg.extract.times.lexicon import direction, mapping, numbered
from kg.extract.times.nodes import Day, Holiday, Month, Nth, PartOfYear, Range, Shift, WeekOf
from kg.extract.times.periods import of_period
from kg.extract.times.tokens import Words

_BEGINS: Final = frozenset(("begint", "start", "aanvangt", "begon", "startte"))
_WEEKENDS: Final = ("weekend", "weekeinde")
_UNITS: Final = frozenset(("day", "week", "weekend", "month", "quarter", "year", "decade"))


def nth(words: Words, place: int) -> Found | None:
    """ "de eerste vrijdag van maart", "de laatste dag van juli", "de eerste zes maanden van 2022".

    "de eerste maanden van 2022" says not how many: it is the beginning of 2022.
    """
    start = place + (words.low(place) in ("de", "het"))
    if words.low(start) == "laatste":
        n, after = -1, start + 1
    else:
        ranked = words.rank(start)
        if ranked is None or ranked[0] > 366:
            return None
        n, after = ranked
    count = words.count(after) if n in (1, -1) else None
    after += count is not None
    low = words.low(after)
    weekday = numbered("weekdays").get(low)
    unit = "weekday" if weekday else mapping("units").get(low)
    many = (
        unit in _UNITS and low != "dag" and low.endswith(("en", "ia", "s")) and low != "weekeinde"
    )
    if unit != "weekday" and (unit not in _UNITS or many != (count is not None)):
        return None
    if unit == "day" and words.low(after + 1) not in ("van", "in"):
        return None
    found = of_period(words, after + 1)
    if found is None:
        return None
    return Nth(n, unit or "", found[0], weekday, count or 1), found[1]


def week(words: Words, place: int) -> Found | None:
    """ "week 31", "week 10 van 2022", "de week van 10 april"; no "de week"."""
    start = place + (words.low(place) == "de")
    if words.low(start) != "week":
        return None
    number = words.number(start + 1, 2)
    if number is not None and 1 <= number <= 53:
        of = year_after(words, start + 2) if words.low(start + 2) != "in" else None
        code = f"W{number:02d}"
        return (PartOfYear(code, of[0]), of[1]) if of else (PartOfYear(code), start + 2)
    if words.low(start + 1) in ("van", "beginnend", "startend", "aanvangend"):
        after = start + 2 + (words.low(start + 2) == "op")
        found = dated(words, after)
        return (WeekOf(found[0]), found[1]) if found else None
    if words.low(start + 1) == "die":
        begins = words.low(start + 2) in _BEGINS and words.low(start + 3) == "op"
        found = dated(words, start + 4 if begins else start + 2)
        if found is not None and (begins or words.low(found[1]) in _BEGINS):
            return WeekOf(found[0]), found[1] + (not begins)
    return None


def weekend(words: Words, place: int) -> Found | None:
    """ "(in) het weekend", "het weekend van 5 (en 6) maart", "het paasweekend"."""
    start = place + (words.low(place) == "het")
    feast = mapping("feast_weekends").get(words.low(start))
    if feast is not None:
        of = year_after(words, start + 1) if words.low(start + 1) != "in" else None
        node = WeekOf(Holiday(feast, of[0] if of else None), "weekend")
        return node, of[1] if of else start + 1
    if start == place or words.low(start) not in _WEEKENDS:
        return None
    if words.low(start + 1) == "van":
        after = start + 2
        if words.number(after, 2) and words.low(after + 1) in ("en", "op"):
            after += 2
        found = dated(words, after)
        if found is not None and isinstance(found[0], Day):
            return WeekOf(found[0], "weekend"), found[1]
    if words.low(start + 1) in ("van", "na", "voor"):
        return None
    return Shift("weekend", 0), start + 1


def month_of(words: Words, place: int) -> Found | None:
    """ "de maand van 15 september": the month of a day."""
    start = place + (words.low(place) == "de")
    if words.lows(start, 2) != "maand van":
        return None
    found = dated(words, start + 2)
    day = found[0] if found else None
    if found is None or not isinstance(day, Day) or day.month is None:
        return None
    return Month(day.month, day.year), found[1]


def rest(words: Words, place: int) -> Found | None:
    """ "de rest van de maand", "de rest van dit jaar"."""
    start = place + (words.low(place) == "de")
    if words.lows(start, 2) != "rest van":
        return None
    owner = words.low(start + 2)
    units = {"dag": "day", "week": "week", "maand": "month", "jaar": "year"}
    unit = units.get(words.low(start + 3))
    if unit is None or not (owner in ("de", "het", "mijn") or direction(owner) == 0):
        return None
    if unit == "day":
        return (Shift("day", 0), start + 4) if direction(owner) == 0 else None
    return Range(Shift("day", 0), Shift(unit, 0)), start + 4
