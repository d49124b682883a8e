"""Times of day: "om 14.30 uur", "half negen", "'s avonds", "kwart over acht"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.extract.numbers_words import cardinal
from kg.extract.times.dates import Found
from kg.extract.times.lexicon import listed, mapping, plural_part
from kg.extract.times.nodes import Clock, Node, PartOfDay
from kg.extract.times.tokens import Words

_SPOKEN_AFTER: Final = frozenset(
    (
        *("om", "rond", "omstreeks", "tegen", "tot", "van", "vanaf", "tussen"),
        *("is", "was", "op", "voor", "na", "klokslag"),
    )
)
# "na 20.00" is a time of day, "na 4.85" none.
_ROUND_MINUTES: Final = ("00", "15", "30", "45")
_MOST_MINUTES: Final = 60
_QUOTED_S: Final = ("'s", "’s", "‘s", "ʼs")


def genitive_part(words: Words, place: int) -> tuple[str, int] | None:
    """ "'s avonds" -> EV and the place after it."""
    if words.low(place) in _QUOTED_S:
        code = mapping("dayparts_genitive").get(words.low(place + 1))
        after = place + 2 + (words.low(place + 2) in ("vroeg", "laat"))
        return (code, after) if code else None
    return None


def named_part(words: Words, place: int) -> tuple[str, int] | None:
    """ "'s avonds", "in de avond", "vroeg in de ochtend" -> code and the place after it."""
    found = genitive_part(words, place)
    if found is not None:
        return found
    if words.low(place) == "aan" and words.low(place + 1) == "het":
        edge = words.low(place + 2) in ("einde", "eind", "begin") and words.lows(place + 3, 2)
        code = mapping("dayparts").get(words.low(place + 5)) if edge == "van de" else None
        return (code, place + 6) if code else None
    start = place + (words.low(place) in ("vroeg", "laat", "later", "eerder", "midden"))
    start += words.low(start) == ","
    if words.low(start) in ("in", "tijdens") and words.low(start + 1) in ("de", "het"):
        after = start + 2 + (words.low(start + 2) in ("vroege", "late"))
        code = mapping("dayparts").get(words.low(after))
        if code is not None and words.low(after) != "morgen":
            return code, after + 1
    return None


def hour_word(words: Words, place: int, most: int = 24) -> int | None:
    number = words.number(place, 2)
    if number is None:
        number = words.count(place)
    if number is None and words.low(place) == "een":
        number = 1
    return number if number is not None and 0 <= number <= most else None


def _flemish(words: Words, place: int) -> tuple[str, int] | None:
    """ "14u30", "20u": the notation of Flemish papers."""
    hour = words.number(place, 2)
    if hour is None or hour > 24 or words.low(place + 1) not in ("u", "h"):
        return None
    if not words.joined(place + 1) or words.joined(place):
        return None
    minute = words.number(place + 2, 2) if words.joined(place + 2) else None
    if minute is not None and minute < 60:
        return f"{hour:02d}:{minute:02d}", place + 3
    return f"{hour:02d}:00", place + 2


def _digital(words: Words, place: int) -> tuple[str, int, bool] | None:
    """ "14.30", "14:30:15": the clock, the place after it and whether colons make it sure."""
    flemish = _flemish(words, place)
    if flemish is not None:
        return *flemish, flemish[1] == place + 3
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


def _spoken(words: Words, place: int, sure: bool) -> tuple[str, int] | None:
    """ "half negen", "kwart over acht", "tien voor half zes"; no "half een" without a cue."""
    low, before = words.low(place), words.low(place - 1)
    cued = sure or before in _SPOKEN_AFTER
    if low == "half":
        hour = _spoken_hour(words, place + 1, cued)
        if hour is None and cued and words.low(place + 1) == "een":
            # "om half een vielen …"
            hour = 1
        if hour is None or words.joined(place + 1):
            return None
        return f"{(hour - 1) % 24:02d}:30", place + 2
    if low in mapping("clock_nouns"):
        return mapping("clock_nouns")[low], place + 1
    plural = mapping("clock_plurals").get(low)
    if plural is not None:
        return (plural, place + 1) if before in listed("clock_plural_before") else None
    minutes = 15 if low == "kwart" else hour_word(words, place, 29)
    counted = words.low(place + 1) in ("minuten", "minuut")
    after = place + 1 + counted
    side = words.low(after)
    if not minutes or side not in ("voor", "over", "na"):
        return None
    digital = _digital(words, after + 1) if counted else None
    if digital is not None:
        total = int(digital[0][:2]) * 60 + int(digital[0][3:5])
        return _minutes(total + (-minutes if side == "voor" else minutes)), digital[1]
    half = words.low(after + 1) == "half"
    hour = _spoken_hour(words, after + 1 + half, cued)
    end = after + 2 + half
    if hour is None or (side == "na" and low != "kwart" and not cued):
        return None
    told_so = low == "kwart" or half or counted or words.low(end) in ("uur", *_QUOTED_S)
    if not told_so and not (cued and (minutes % 5 == 0 or before == "om")):
        return None
    if words.low(end) in mapping("units") and words.low(end) != "uur":
        # "drie minuten voor acht dagen"
        return None
    return _minutes(hour * 60 - 30 * half + (-minutes if side == "voor" else minutes)), end


def _spoken_hour(words: Words, place: int, cued: bool) -> int | None:
    """The hour of a spoken clock; "een" only beside a cue, it is the article as well."""
    hour = hour_word(words, place, 12)
    if words.low(place) != "een":
        return hour or None
    following = words.low(place + 1)
    sure = following == "uur" or named_part(words, place + 1) is not None
    ends = cued and (not following.isalpha() or following in listed("after_year"))
    return hour if sure or ends else None


def _minutes(total: int) -> str:
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def later(clock: str, code: str | None) -> str:
    """A clock of twelve hours in the part of the day that is told: 7 in the evening is 19."""
    hour = int(clock[:2])
    if code == "NI":
        add = 12 if 9 <= hour < 12 else (-12 if hour == 12 else 0)
    else:
        add = 12 if code in ("AF", "EV") and 0 < hour < 12 else 0
        add = 0 if code == "AF" and hour > 8 else add
    return f"{hour + add:02d}{clock[2:]}"


@lru_cache(maxsize=4096)
def _may_be_clock(low: str) -> bool:
    """Whether a clock can begin with a word: cheap, before the patterns are tried."""
    if low.isascii() and low.isdigit():
        return len(low) <= 2
    spoken = low in ("half", "kwart", "een") or (cardinal(low) or _MOST_MINUTES) < _MOST_MINUTES
    return (
        spoken or low == "nul" or low in mapping("clock_nouns") or low in mapping("clock_plurals")
    )


def clock(words: Words, place: int, sure: bool = False) -> tuple[str, int] | None:
    """A time of day and the place after it; ``sure`` where a day or part of it stands by.

    "om 14.30 uur", "rond 19.00", "7 uur 's avonds", "half negen"; no "twee uur", "6.45 procent",
    "2-1", "om 3 doden".
    """
    if not _may_be_clock(words.low(place)):
        return None
    before = words.low(place - 1) in listed("clock_before")
    digital = _digital(words, place)
    if digital is not None:
        told, after, colon = digital
        hours = words.low(after) in ("uur", "u", "h")
        after += hours
        in_part = named_part(words, after)
        full = words.low(place - 1) in ("na", "voor", "vóór") and told[3:5] in _ROUND_MINUTES
        ends = not words.low(after).isalpha() and not words.joined(after)
        if not (hours or before or sure or colon or in_part or (full and ends)):
            return None
        if words.low(after) in ("procent", "%", "euro", "miljoen", "miljard", "dollar"):
            return None
    else:
        spoken = _spoken(words, place, sure)
        if spoken is not None:
            told, after = spoken
            after += words.low(after) == "uur"
            low = words.low(place)
            part = named_part(words, after)
            counted = low == "half" and words.number(place + 1) is not None
            if counted and not (before or sure or part):
                return None
        else:
            hour = hour_word(words, place)
            if hour is None or words.low(place + 1) not in ("uur", "u"):
                return None
            after = place + 2
            minute = words.count(after)
            part = named_part(words, after)
            midnight = words.low(after) == "middernacht"
            whole = words.low(after + 1) not in mapping("units") and words.low(place) != "een"
            if minute is not None and minute < 60 and (before or sure or (minute >= 5 and whole)):
                told, after = f"{hour:02d}:{minute:02d}", after + 1
            elif before or sure or part or midnight:
                told = f"{hour:02d}:00"
            else:
                return None
            if words.low(after) in ("lang", "geleden", "later", "durende"):
                return None
    part = genitive_part(words, after) or (named_part(words, after) if not sure else None)
    if part is None and words.low(after) == "middernacht":
        # "12 uur middernacht"
        part = "NI", after + 1
    if part is not None:
        return later(told, part[0]), part[1]
    return told, after


def part_of_no_day(words: Words, place: int) -> Found | None:
    """ "(in) de ochtend", "(in) de late avond"; no "de avond" that is the subject."""
    if words.low(place) != "de" or words.low(place - 1) not in ("in", "tijdens"):
        return None
    spread = words.low(place + 1) in ("vroege", "late")
    after = place + 1 + spread
    code = mapping("dayparts").get(words.low(after))
    plural = plural_part(words.low(after)) if spread and code is None else None
    if plural is not None and plural.weekday is None:
        # "in de late avonden"
        code = plural.part
    if code is None or words.low(after + 1) == "van":
        return None
    return PartOfDay(code), after + 1


def time_of_day(words: Words, place: int) -> Found | None:
    """A clock, or "'s avonds" with or without a clock, of no day."""
    part = genitive_part(words, place)
    if part is not None:
        found = at_clock(words, part[1])
        if found is not None:
            return Clock(later(found[0], part[0])), found[1]
        return PartOfDay(part[0]), part[1]
    told = clock(words, place)
    return (Clock(told[0]), told[1]) if told else None


def at_clock(words: Words, place: int) -> tuple[str, int] | None:
    """A clock that belongs to the day before it: "om 14.30 uur", "rond 19.00"."""
    start = place + (words.low(place) in (",", "-", "–"))
    start += words.low(start) in listed("clock_at")
    start += words.low(start) == "het" and words.low(start + 1) in mapping("clock_nouns")
    found = clock(words, start, sure=True)
    if found is None and start > place and words.low(start - 1) == "om":
        hour = hour_word(words, start)
        ends = not words.low(start + 1).isalpha() or words.opens(start + 2)
        if hour is not None and ends and not words.joined(start + 1):
            return f"{hour:02d}:00", start + 1
    return found


def placed(told: Clock, day: Node) -> Clock:
    """A clock on a day; on "morgenavond" half past five is 17:30."""
    if isinstance(day, PartOfDay):
        return Clock(later(told.clock, day.part), day.day)
    return Clock(told.clock, day)
