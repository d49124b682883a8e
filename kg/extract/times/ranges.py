"""Ranges whose ends share what is told once: "3 tot 5 maart", "2014-2018", "9 tot 12 uur"."""

from __future__ import annotations

from kg.extract.times import (
    adjectives,
    clock,
    dates,
    hours,
    periods,
    relative,
    sets,
    weekdays,
)
from kg.extract.times.dates import Found
from kg.extract.times.lexicon import direction, link, listed, numbered
from kg.extract.times.nodes import (
    Clock,
    Day,
    Node,
    Often,
    PartOfDay,
    Range,
    Shift,
    Tonight,
    Weekday,
    Year,
)
from kg.extract.times.tokens import Words


def hours_of_days(cut: Words, place: int) -> Found | None:
    """ "16.00 uur op vrijdag tot 12.00 uur zaterdag", "het middaguur vandaag tot …"."""
    first = _clock_of_day(cut, place)
    if first is None:
        return None
    between = cut.low(place - 1) == "tussen" and cut.low(first[1]) == "en"
    start = first[1] + 1 if between else link(cut, first[1])
    last = _clock_of_day(cut, start) if start is not None else None
    return None if last is None else (Range(first[0], last[0]), last[1])


def _clock_of_day(cut: Words, place: int) -> Found | None:
    """A clock with the day after it: "16.00 uur op vrijdag", "middernacht, 3 maart"."""
    start = place + (cut.low(place) == "het")
    told = clock.clock(cut, start, sure=True)
    if told is None:
        return None
    at = told[1] + (cut.low(told[1]) in ("op", ","))
    day = dates.dated(cut, at) or weekdays.weekday(cut, at) or relative.day_adverb(cut, at)
    if day is None or isinstance(day[0], Tonight):
        return None
    return clock.placed(Clock(told[0]), day[0]), day[1]


def _years_in_words(cut: Words, place: int) -> Found | None:
    """ "van tweeduizend tot tweeduizend veertien"; no "van duizend tot tweeduizend huizen"."""
    if cut.low(place - 1) not in ("van", "tussen"):
        return None
    first = dates.year(cut, place)
    if first is None or first[0] < 1500:
        return None
    between = cut.low(place - 1) == "tussen" and cut.low(first[1]) == "en"
    start = first[1] + 1 if between else link(cut, first[1])
    last = dates.year(cut, start) if start is not None else None
    if last is None or last[0] <= first[0] or not (first[0] % 100 or last[0] % 100):
        return None
    following = cut.low(last[1])
    ends = not following.isalpha() or following in listed("after_year")
    return (Range(Year(first[0]), Year(last[0])), last[1]) if ends else None


def short_range(cut: Words, place: int) -> Found | None:
    """ "3 tot 5 maart", "19-20 november", "tussen 3 en 12 september", "2014-2018", "9 tot 12 uur".

    "3-1", "2 tot 3 doden", "10-15" are left alone.
    """
    told = hours.clock_range(cut, place)
    if told is not None:
        return on_day(cut, *told) or told
    season = periods.years_of(cut, place)
    if season is not None and cut.low(place - 1) in listed("two_year_names"):
        return Range(Year(season[0]), Year(season[0] + 1)), season[1]
    weekday = place + 1 if cut.low(place) in numbered("weekdays") else place
    found = _days_of_month(cut, weekday)
    if found is not None or weekday != place:
        return found
    number = cut.number(place, 4)
    if number is None:
        ranked = cut.rank(place + (cut.low(place) == "de"))
        if ranked is None:
            return _years_in_words(cut, place)
        number, after = ranked
    else:
        suffix = cut.rank(place)
        after = suffix[1] if suffix else place + 1
    if cut.joined(place) and cut.low(place - 1) in ("-", "/", ".", ",", ":"):
        return None
    between = cut.low(place - 1) == "tussen" and cut.low(after) == "en"
    start = after + 1 if between else link(cut, after)
    if start is None:
        return None
    if len(cut.low(place)) == 4 and cut.number(place, 4) is not None:
        return _years(cut, place, number, start)
    beyond = start + 1 + (cut.low(start + 1) == "van")
    there = direction(cut.low(beyond))
    if there is not None and cut.low(beyond + 1) == "maand":
        days = adjectives.day_numbers(cut, place, Shift("month", there), between)
        return (days[0], beyond + 2) if days else None
    return None


def _days_of_month(cut: Words, place: int) -> Found | None:
    """Days whose month is told with the last: "3 tot 5 maart", "dinsdag 8 en woensdag 9 maart",
    "3, 4 en 5 maart"; no "3 en 10 maart", two days apart."""
    if cut.joined(place) and cut.low(place - 1) in ("-", "/", ".", ",", ":"):
        return None
    first = _day_number(cut, place)
    if first is None:
        return None
    number, after = first
    between = cut.low(place - 1) == "tussen"
    latest = number
    while cut.low(after) == "," and cut.number(after + 1, 2) == latest + 1:
        latest, after = latest + 1, after + 2
    listing = cut.low(after) == "en"
    start = after + 1 if listing else link(cut, after)
    if start is None or not 1 <= number <= 31:
        return None
    start += cut.low(start) in numbered("weekdays")
    last = dates.written_date(cut, start, last=True)
    day = last[0] if last else None
    if last is None or not isinstance(day, Day) or not day.month:
        return None
    if listing and not between and day.day != latest + 1:
        return None
    return Range(Day(number, day.month, day.year), day), last[1]


def _day_number(cut: Words, place: int) -> tuple[int, int] | None:
    """A day in digits, as a rank or in a word: "3", "de 3e", "drie"."""
    start = place + (cut.low(place) == "de")
    ranked = cut.rank(start)
    if ranked is not None:
        return ranked
    number = cut.number(place, 2)
    if number is None and cut.number(place) is None:
        number = cut.count(place)
    return None if number is None else (number, place + 1)


def _years(cut: Words, place: int, first: int, start: int) -> Found | None:
    last = dates.year(cut, start)
    sure = cut.low(place - 1) in ("tussen", "van", "periode", "in", "(", "seizoen", "jaren")
    if last is None:
        short = cut.number(start, 2)
        if cut.low(start - 1) in ("-", "/", "–") and sure and short == (first + 1) % 100:
            return Range(Year(first), Year(first + 1)), start + 1
        return None
    fits = 1500 <= first < last[0] < 2100 and last[0] - first < 300
    tail = cut.joined(last[1]) and cut.low(last[1]) in ("-", "/", "–")
    if not fits or tail or cut.low(last[1]) in listed("not_after_year"):
        return None
    return Range(Year(first), Year(last[0])), last[1]


def _day_of_part(cut: Words, after: int) -> Found | None:
    """The day after a part of no day: "'s ochtends op 4 maart", "laat in de avond op vrijdag"."""
    linked = cut.low(after) == "op"
    day = dates.dated(cut, after + 1) if linked else None
    return day or weekdays.weekday(cut, after + linked)


def on_day(cut: Words, node: Node, after: int) -> Found | None:
    """A clock, or two, with the day after it: "om 14.30 uur vandaag", "'s avonds op 4 maart"."""
    if isinstance(node, PartOfDay) and node.day is None:
        day = _day_of_part(cut, after)
        return (PartOfDay(node.part, day[0]), day[1]) if day else None
    ends = (node.first, node.last) if isinstance(node, Range) else (node,)
    if not all(isinstance(end, Clock) and end.day is None for end in ends):
        return None
    later = after + (cut.low(after) in ("op", ","))
    often = sets.often(cut, later) if isinstance(node, Clock) else None
    if often is not None and isinstance(node, Clock) and isinstance(often[0], Often):
        return sets.often_at(often[0], node.clock), often[1]
    day = relative.day(cut, later)
    if day is None or not isinstance(day[0], Day | Weekday | Shift | PartOfDay | Tonight):
        return None
    placed = [clock.placed(end, day[0]) for end in ends if isinstance(end, Clock)]
    return (Range(placed[0], placed[1]) if len(placed) > 1 else placed[0]), day[1]
