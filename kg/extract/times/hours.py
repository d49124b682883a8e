"""Hours of a day: "tussen 14.00 en 16.00 uur", "dinsdag van 9 tot 11 uur", "maandag om 8 uur"."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.extract.times.clock import at_clock, clock, genitive_part, hour_word, later, named_part
from kg.extract.times.dates import Found
from kg.extract.times.lexicon import mapping
from kg.extract.times.nodes import Clock, Node, PartOfDay, Range, Shift, Weekday
from kg.extract.times.tokens import Words
from kg.lexicon import table

_TO: Final = ("tot", "-", "–", "en")


def clock_range(words: Words, place: int) -> Found | None:
    """ "(van) half vier tot half vijf", "(tussen) 14.00 en 16.00 uur", "14.00 - 14.30"."""
    first = clock(words, place, sure=True) or _bare_hour(words, place)
    if first is None:
        return None
    bare = first[1] == place + 1
    start = first[1]
    if words.low(place - 1) == "tussen" and words.low(start) in ("en", "-"):
        start += 1
    else:
        long = words.lows(start, 3) in ("tot en met", "t / m")
        start += 3 if long else words.low(start) in _TO
    last = _last_clock(words, start) if start > first[1] else None
    if last is None or words.low(last[1]) in listed_measures():
        return None
    ending = frozenset(words.low(at) for at in range(start, last[1]))
    told_hour = bool(ending & {"uur", "u"})
    if bare:
        # "tussen 3 en 4 uur 's middags": what is told of the last holds for the first.
        if not (told_hour or ending & {":", "."} or named_part(words, last[1] - 2)):
            return None
        afternoon = int(last[0][:2]) > 12 and (words.number(start, 2) or 24) <= 12
        first = later(first[0], "EV" if afternoon else None), first[1]
    elif (
        genitive_part(words, first[1] - 2)
        and not genitive_part(words, last[1] - 2)
        and last[0] < min(first[0], "12")
    ):
        # "van 13.30 uur 's middags tot 3.30"
        last = later(last[0], "EV"), last[1]
    cued = words.low(place - 1) in ("van", "tussen", "om", "vanaf")
    colons = ":" in (words.low(place + 1), words.low(start + 1))
    if not (cued or told_hour or colons):
        return None
    return Range(Clock(first[0]), Clock(last[0])), last[1]


def _last_clock(words: Words, place: int) -> tuple[str, int] | None:
    """The end of a range of hours with its part of the day: "6 's middags"."""
    found = clock(words, place, sure=True)
    if found is None:
        hour = hour_word(words, place, 12)
        part = genitive_part(words, place + 1)
        return None if hour is None or part is None else (later(f"{hour:02d}:00", part[0]), part[1])
    part = named_part(words, found[1])
    return (later(found[0], part[0]), part[1]) if part else found


def _bare_hour(words: Words, place: int) -> tuple[str, int] | None:
    """A bare number that may be an hour: the first of "tussen 15 en 16 uur"."""
    hour = hour_word(words, place)
    if hour is None or words.low(place) == "een" or words.joined(place):
        return None
    to = words.low(place + 1) in _TO or words.lows(place + 1, 3) == "t / m"
    linked = to and not words.joined(place + 1)
    return (f"{hour:02d}:00", place + 1) if linked else None


@cache
def listed_measures() -> frozenset[str]:
    """Units after which "14.30" is no time of day."""
    numbers = table("numbers.toml")
    return frozenset((*numbers["measures"], *numbers["currencies"], *numbers["percent"]["words"]))


def part_with_hours(words: Words, place: int) -> Found | None:
    """ "'s ochtends tussen 8 en 10 uur": the hours of a part of no day."""
    part = genitive_part(words, place)
    if part is None or words.low(part[1]) not in ("van", "tussen"):
        return None
    found = clock_range(words, part[1] + 1)
    if found is None or not isinstance(found[0], Range):
        return None
    ends = [
        Clock(later(end.clock, part[0]))
        for end in (found[0].first, found[0].last)
        if isinstance(end, Clock)
    ]
    return Range(ends[0], ends[1]), found[1]


def at_hours(words: Words, day: Node, place: int) -> Found | None:
    """A day with the hours that follow it: "dinsdag van 14.00 tot 14.30 uur"."""
    start = place + (words.low(place) in ("van", "tussen", "om"))
    if start == place:
        return None
    found = clock_range(words, start)
    if found is None or not isinstance(found[0], Range):
        return None
    code = day.part if isinstance(day, PartOfDay) else None
    of = day.day if isinstance(day, PartOfDay) else day
    ends = [
        Clock(later(n.clock, code), of)
        for n in (found[0].first, found[0].last)
        if isinstance(n, Clock)
    ]
    return Range(ends[0], ends[1]), found[1]


def with_time(words: Words, day: Node, place: int) -> Found:
    """A day with the part of the day or clock that follows it, if any."""
    hours = at_hours(words, day, place)
    if hours is not None:
        return hours
    part = named_part(words, place)
    bare = mapping("dayparts").get(words.low(place))
    if part is None and bare is not None and isinstance(day, Weekday | Shift):
        part = bare, place + 1
    if part is not None:
        found = at_clock(words, part[1])
        if found is not None:
            return Clock(later(found[0], part[0]), day), found[1]
        return PartOfDay(part[0], day), part[1]
    told = at_clock(words, place)
    if told is None:
        return day, place
    of_day = named_part(words, told[1])
    if of_day is not None and not isinstance(day, PartOfDay):
        return Clock(later(told[0], of_day[0]), day), of_day[1]
    if isinstance(day, PartOfDay):
        return Clock(later(told[0], day.part), day.day), told[1]
    return Clock(told[0], day), told[1]
