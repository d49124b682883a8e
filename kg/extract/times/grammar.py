"""Text -> time expressions: the patterns in order, ranges, "sinds", "eind", "rond"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.extract.times import (
    clock,
    dates,
    distances,
    hours,
    lengths,
    parts,
    periods,
    ranges,
    relative,
    sets,
    weekdays,
)
from kg.extract.times.dates import Found
from kg.extract.times.lexicon import (
    direction,
    link,
    listed,
    mapping,
    may_begin,
    numbered,
    part_of_day,
)
from kg.extract.times.nodes import (
    Century,
    Clock,
    Day,
    Decade,
    Expression,
    Holiday,
    Month,
    Node,
    Nth,
    Open,
    PartOfDay,
    PartOfYear,
    Range,
    Reference,
    Shift,
    Weekday,
    WeekOf,
    Year,
)
from kg.extract.times.tokens import Words, words
from kg.model import Span

Pattern = Callable[[Words, int], Found | None]

# In order: the first that reads anything at a place decides.
POINTS: Final[tuple[Pattern, ...]] = (
    parts.nth,
    weekdays.nth_beside,
    periods.part_of_year,
    parts.week,
    parts.month_of,
    parts.weekend,
    parts.rest,
    periods.decade,
    periods.century,
    relative.day,
    relative.feast,
    periods.feast_days,
    periods.season,
    dates.month,
    dates.bare_year,
    hours.clock_range,
    hours.part_with_hours,
    clock.time_of_day,
    clock.part_of_no_day,
)
OTHERS: Final[tuple[Pattern, ...]] = (
    sets.often,
    distances.away,
    relative.reference,
)
_PLACED: Final = (
    Day,
    Month,
    Year,
    Decade,
    Century,
    Weekday,
    Shift,
    PartOfYear,
    Nth,
    WeekOf,
    Holiday,
    PartOfDay,
    Clock,
)
# Periods that have an early and a late part.
_SPREAD: Final = (Month, Year, Decade, Century, Shift, PartOfYear, Holiday)
_FROM: Final = frozenset(("van", "vanaf"))


def find_expressions(text: str) -> tuple[Expression, ...]:
    """The time expressions of a text, in order, none overlapping another.

    Spans take articles in ("de komende dagen"), signals not ("sinds", "op", "van"); those of
    distance are part of the expression ("over drie maanden", "begin volgende week"). Linear in
    the length of the text: every pattern looks a bounded number of words ahead.

    Catches "Begin volgende week volgt een derde gespreksronde."; leaves alone "Zo vielen er 14
    doden onder 2022 soldaten."
    """
    cut = words(text)
    found: list[Expression] = []
    place = 0
    while place < len(cut):
        made = _expression(cut, place) if may_begin(cut.low(place)) else None
        if made is None or made[1] <= place:
            place += 1
            continue
        expression, after = made
        found.append(expression)
        place = after
    return tuple(found)


def _expression(cut: Words, place: int) -> tuple[Expression, int] | None:
    modified = _modified(cut, place)
    if modified is not None:
        node, after, modifier = modified
    else:
        read = _read(cut, place)
        if read is None:
            return None
        (node, after), modifier = read, None
        if cut.low(place - 1) in ("rond", "omstreeks", "circa", "ca") and not isinstance(
            node, Clock
        ):
            modifier = "APPROX"
    if not isinstance(node, Range):
        node = _opened(cut, place, node)
    end = cut.at(after - 1).end
    return Expression(Span(cut.at(place).start, end), node, modifier), after


def _read(cut: Words, place: int) -> Found | None:
    """A range, else a repetition or distance, else a time, else a length."""
    found = ranges.hours_of_days(cut, place) or ranges.short_range(cut, place)
    if found is not None:
        return found
    for pattern in OTHERS:
        found = pattern(cut, place)
        if found is not None:
            now = found[0] == Reference("PRESENT_REF") and cut.low(place - 1) == "tussen"
            return (_range_from(cut, place, (Shift("day", 0), found[1])) if now else None) or found
    found = _point(cut, place)
    if found is not None:
        return distances.from_day(cut, *found) or _range_from(cut, place, found) or found
    return lengths.duration(cut, place)


def _point(cut: Words, place: int) -> Found | None:
    for pattern in POINTS:
        found = pattern(cut, place)
        if found is None:
            continue
        node, after = found
        return ranges.on_day(cut, node, after) or found
    # "20.30 vandaag", "acht uur vanavond": a clock without "om" only beside a day.
    told = clock.clock(cut, place, sure=True)
    if told is None:
        return None
    beside = relative.day_adverb(cut, told[1]) if cut.number(place) is None else None
    if cut.number(place) is None and not (beside and isinstance(beside[0], PartOfDay)):
        return None
    return ranges.on_day(cut, Clock(told[0]), told[1])


def _range_from(cut: Words, place: int, first: Found) -> Found | None:
    """ "3 maart tot 5 april", "2010-2015", "tussen 2010 en 2015"; no "tot" without an end."""
    node, after = first
    if not isinstance(node, _PLACED) or (isinstance(node, Shift) and node.unit == "weekend"):
        return None
    between = cut.low(place - 1) == "tussen"
    start = after + 1 if between and cut.low(after) == "en" else link(cut, after)
    if start is None:
        return None
    start += cut.low(start) == "in"
    last: Found | None = None
    if isinstance(node, Clock):
        told = clock.clock(cut, start, sure=True)
        if told is not None:
            last = Clock(told[0]), told[1]
            last = (ranges.on_day(cut, *last) if node.day else None) or last
    if isinstance(node, Year):
        number = dates.year(cut, start)
        if number is not None and cut.low(number[1]) not in listed("not_after_year"):
            last = Year(number[0]), number[1]
    ranked = cut.rank(start + (cut.low(start) == "de"))
    if last is None and isinstance(node, Day) and node.month and ranked:
        # "15 november tot en met de 19e"
        later = dates.written_date(cut, start)
        if later is None and node.day < ranked[0] <= 31:
            return Range(node, Day(ranked[0], node.month, node.year)), ranked[1]
    if last is None:
        last = _modified_point(cut, start) or _point(cut, start)
    if last is None and (now := relative.reference(cut, start)) is not None:
        last = (Shift("day", 0), now[1]) if now[0] == Reference("PRESENT_REF") else None
    if last is None or not isinstance(last[0], _PLACED):
        return None
    if isinstance(node, Clock) != isinstance(last[0], Clock):
        return None
    end = last[0]
    if isinstance(node, Clock) and isinstance(end, Clock) and node.day and end.day is None:
        end = Clock(end.clock, node.day)
    elif isinstance(node, Clock) and isinstance(end, Clock) and end.day and node.day is None:
        node = Clock(node.clock, end.day)
    return Range(node, end), last[1]


def _modified_point(cut: Words, place: int) -> Found | None:
    found = _modified(cut, place)
    return (found[0], found[1]) if found else None


def _modified(cut: Words, place: int) -> tuple[Node, int, str] | None:
    """ "eind februari", "begin volgende week", "medio 2022", "het begin van de jaren tachtig"."""
    start = place + (cut.low(place) in ("het", "de"))
    edge = _edge(cut, start)
    if edge is not None:
        found = _point(cut, edge[1])
        if found is None or not isinstance(found[0], _SPREAD):
            return None
        if isinstance(found[0], Shift) and found[0].unit == "day":
            # "de vroege morgen"
            return None
        return (*found, edge[0])
    code = mapping("modifiers").get(cut.low(start))
    if code is None or (cut.low(start) == "half" and start != place):
        return None
    after = start + 1
    loose = cut.low(start) in ("later", "eerder", "laat", "vroeg")
    if cut.low(after) in (("in", "op") if loose else ("van",)):
        after += 1
    low = cut.low(after)
    number = dates.year(cut, after)
    if number is not None and 1500 <= number[0] < 2100 and cut.number(after, 4) is not None:
        if cut.low(number[1]) in listed("not_after_year"):
            return None
        node: Node = Year(number[0])
        return _modified_range(cut, place, (node, number[1]), code)
    relative_month = direction(low) is not None and cut.low(after + 1) == "maand"
    if cut.low(start) == "half" and low not in numbered("months") and not relative_month:
        return None
    if low in ("de", "het", "die", "dit") and cut.low(after + 1) in (
        "week",
        "maand",
        "jaar",
        "dag",
    ):
        unit = {"week": "week", "maand": "month", "jaar": "year", "dag": "day"}[cut.low(after + 1)]
        anchored = (loose and unit != "day") or cut.low(after - 1) == "van" or low == "dit"
        return (Shift(unit, 0), after + 2, code) if anchored and low != "die" else None
    part = mapping("dayparts").get(cut.low(after + 1)) if low == "de" else None
    if part is not None and not loose and cut.low(after - 1) in ("van", "halverwege"):
        return PartOfDay(part), after + 2, code
    after += low == "de" and part_of_day(cut.low(after + 1)) is not None
    found = _point(cut, after)
    if found is None or isinstance(found[0], Clock) or not isinstance(found[0], _PLACED):
        return None
    if isinstance(found[0], Day | Weekday) and cut.low(start) not in ("later", "eerder"):
        return None
    return _modified_range(cut, place, found, code)


def _edge(cut: Words, place: int) -> tuple[str, int] | None:
    """ "eerste maanden van 2022", "tweede helft van maart", "vroege jaren zestig": START or END
    and where the period stands."""
    low = cut.low(place)
    code = {"eerste": "START", "tweede": "END", "laatste": "END"}.get(low)
    half = cut.low(place + 1) == "helft" and low != "laatste" and cut.low(place + 2) == "van"
    if half and code and periods.part_of_year(cut, place) is None:
        return code, place + 3
    many = cut.low(place + 1) in ("dagen", "weken", "maanden", "jaren")
    if many and low != "tweede" and code and cut.low(place + 2) == "van":
        return code, place + 3
    early = {"vroege": "START", "late": "END"}.get(low)
    return (early, place + 1) if early else None


def _modified_range(cut: Words, place: int, found: Found, code: str) -> tuple[Node, int, str]:
    ranged = _range_from(cut, place, found)
    return (*ranged, "APPROX") if ranged else (*found, code)


def _opened(cut: Words, place: int, node: Node) -> Node:
    """A time after "sinds", "vanaf", "tot" or "na": open at one side."""
    before = cut.low(place - 1)
    if not isinstance(node, _PLACED):
        return node
    if before in listed("since"):
        return Open(node, "since")
    if before in ("tot", "uiterlijk") or cut.lows(place - 3, 3) == "tot en met":
        return Open(node, "until")
    if before == "na" and not isinstance(node, Clock | PartOfDay):
        return Open(node, "after")
    return node
