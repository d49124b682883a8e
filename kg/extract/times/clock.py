"""Times of day: "om 14.30 uur", "half negen", "'s avonds", "kwart over acht"."""

from __future__ import annotations

from typing import Final

from kg.extract.times.dates import Found
from kg.extract.times.lexicon import mapping
from kg.extract.times.nodes import Clock, Node, PartOfDay
from kg.extract.times.tokens import Words

_BEFORE: Final = frozenset(
    [
        "om",
        "rond",
        "omstreeks",
        "tegen",
        "klokslag",
        "vanaf",
        "tot",
        "sinds",
        "uiterlijk",
        "vandaag",
        "gisteren",
        "morgen",
    ]
)
_QUOTED_S: Final = ("'s", "’s", "‘s")


def genitive_part(words: Words, place: int) -> tuple[str, int] | None:
    """ "'s avonds" -> EV and the place after it."""
    if words.low(place) in _QUOTED_S:
        code = mapping("dayparts_genitive").get(words.low(place + 1))
        return (code, place + 2) if code else None
    return None


def named_part(words: Words, place: int) -> tuple[str, int] | None:
    """ "'s avonds", "in de avond", "vroeg in de ochtend" -> code and the place after it."""
    found = genitive_part(words, place)
    if found is not None:
        return found
    start = place + (words.low(place) in ("vroeg", "laat", "later", "eerder"))
    start += words.low(start) == ","
    if words.low(start) in ("in", "tijdens") and words.low(start + 1) in ("de", "het"):
        after = start + 2 + (words.low(start + 2) in ("vroege", "late"))
        code = mapping("dayparts").get(words.low(after))
        if code is not None and words.low(after) != "morgen":
            return code, after + 1
    return None


def _hour_word(words: Words, place: int, most: int = 24) -> int | None:
    number = words.number(place, 2)
    if number is None:
        number = words.count(place)
    if number is None and words.low(place) == "een":
        number = 1
    return number if number is not None and 0 <= number <= most else None


def _digital(words: Words, place: int) -> tuple[str, int, bool] | None:
    """ "14.30", "14:30:15": the clock, the place after it and whether colons make it sure."""
    hour, mark, minute = words.number(place, 2), words.low(place + 1), words.number(place + 2, 2)
    if hour is None or minute is None or mark not in (".", ":") or hour > 24 or minute > 59:
        return None
    if not (words.joined(place + 1) and words.joined(place + 2)) or len(words.low(place + 2)) != 2:
        return None
    if words.joined(place) and words.low(place - 1) in (".", ",", ":", "/", "€", "$", "£"):
        return None
    after, clock = place + 3, f"{hour:02d}:{minute:02d}"
    second = words.number(after + 1, 2)
    if words.low(after) in (".", ":") and words.joined(after) and words.joined(after + 1):
        if second is not None:
            if second > 59 or len(words.low(after + 1)) != 2:
                return None
            clock, after = f"{clock}:{second:02d}", after + 2
        elif words.number(after + 1) is not None:
            return None
    if words.joined(after) and words.low(after) in ("%", "°"):
        return None
    return clock, after, mark == ":"


def _spoken(words: Words, place: int) -> tuple[str, int] | None:
    """ "half negen", "kwart over acht", "tien voor half zes"."""
    low = words.low(place)
    if low == "half":
        hour = _hour_word(words, place + 1, 12)
        return (f"{(hour - 1) % 24:02d}:30", place + 2) if hour else None
    if low in ("middernacht",):
        return "00:00", place + 1
    minutes = 15 if low == "kwart" else _hour_word(words, place, 29)
    side = words.low(place + 1)
    if minutes is None or not minutes or side not in ("voor", "over"):
        return None
    half = words.low(place + 2) == "half"
    hour = _hour_word(words, place + 2 + half, 12)
    if not hour or (
        low != "kwart" and not half and words.low(place + 3) not in ("uur", "'s", "’s")
    ):
        return None
    total = hour * 60 - 30 * half + (minutes if side == "over" else -minutes)
    return f"{total // 60 % 24:02d}:{total % 60:02d}", place + 3 + half


def _later(clock: str, code: str | None) -> str:
    """A clock of twelve hours in the part of the day that is told: 7 in the evening is 19."""
    hour = int(clock[:2])
    if code == "NI":
        add = 12 if 9 <= hour < 12 else 0
    else:
        add = 12 if code in ("AF", "EV") and 0 < hour < 12 else 0
        add = 0 if code == "AF" and hour > 8 else add
    return f"{hour + add:02d}{clock[2:]}"


def clock(words: Words, place: int, sure: bool = False) -> tuple[str, int] | None:
    """A time of day and the place after it; ``sure`` where a day or part of it stands by.

    "om 14.30 uur", "rond 19.00", "7 uur 's avonds", "half negen"; no "twee uur", "6.45 procent",
    "2-1", "om 3 doden".
    """
    before = words.low(place - 1) in _BEFORE
    digital = _digital(words, place)
    if digital is not None:
        told, after, colon = digital
        hours = words.low(after) in ("uur", "u", "h")
        after += hours
        if not (hours or before or sure or colon):
            return None
        if words.low(after) in ("procent", "%", "euro", "miljoen", "miljard", "dollar"):
            return None
    else:
        spoken = _spoken(words, place)
        if spoken is not None:
            told, after = spoken
            after += words.low(after) == "uur"
            low = words.low(place)
            part = named_part(words, after)
            if low == "half" and not (before or sure or part):
                return None
        else:
            hour = _hour_word(words, place)
            if hour is None or words.low(place + 1) not in ("uur", "u"):
                return None
            after = place + 2
            minute = words.count(after)
            part = named_part(words, after)
            if minute is not None and minute < 60 and (before or sure):
                told, after = f"{hour:02d}:{minute:02d}", after + 1
            elif before or sure or part:
                told = f"{hour:02d}:00"
            else:
                return None
            if words.low(after) in ("lang", "geleden", "later", "durende"):
                return None
    part = genitive_part(words, after) or (named_part(words, after) if not sure else None)
    if part is not None:
        return _later(told, part[0]), part[1]
    return told, after


def time_of_day(words: Words, place: int) -> Found | None:
    """A clock, or "'s avonds" with or without a clock, of no day."""
    part = genitive_part(words, place)
    if part is not None:
        found = at_clock(words, part[1])
        if found is not None:
            return Clock(_later(found[0], part[0])), found[1]
        return PartOfDay(part[0]), part[1]
    told = clock(words, place)
    return (Clock(told[0]), told[1]) if told else None


def at_clock(words: Words, place: int) -> tuple[str, int] | None:
    """A clock that belongs to the day before it: "om 14.30 uur", "rond 19.00"."""
    start = place + (words.low(place) == ",")
    start += words.low(start) in ("om", "rond", "omstreeks", "tegen", "klokslag")
    found = clock(words, start, sure=True)
    if found is None and start > place and words.low(start - 1) == "om":
        hour = _hour_word(words, start)
        ends = not words.low(start + 1).isalpha() or words.opens(start + 2)
        if hour is not None and ends and not words.joined(start + 1):
            return f"{hour:02d}:00", start + 1
    return found


def with_time(words: Words, day: Node, place: int) -> Found:
    """A day with the part of the day or clock that follows it, if any."""
    part = named_part(words, place)
    if part is not None:
        found = at_clock(words, part[1])
        if found is not None:
            return Clock(_later(found[0], part[0]), day), found[1]
        return PartOfDay(part[0], day), part[1]
    told = at_clock(words, place)
    if told is None:
        return day, place
    if isinstance(day, PartOfDay):
        return Clock(_later(told[0], day.part), day.day), told[1]
    return Clock(told[0], day), told[1]
