"""Dates, months and years of the calendar: "3 maart 2022", "03-03-2022", "in 2019"."""

from __future__ import annotations

from calendar import monthrange
from typing import Final, TypeAlias

from kg.extract.numbers_words import cardinal
from kg.extract.times.lexicon import direction, listed, numbered
from kg.extract.times.nodes import Day, Month, Node, Shift, Year
from kg.extract.times.tokens import Words

Found: TypeAlias = tuple[Node, int]

_SEPARATORS: Final = ("-", "/", ".")
_DASHES: Final = ("-", "–", "—", "/")
# Two digits of a year: up to 49 it is this century.
_PIVOT: Final = 50
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_UNLESS_ROUND: Final = frozenset(("na", "tot", "voor", "vóór"))
_BEFORE_DAY_MONTH: Final = frozenset(["op", "sinds", "tot", "vanaf", "elke", "iedere"])


def month_name(words: Words, place: int, beside: bool) -> tuple[int, int] | None:
    """A month and the place after it; an abbreviation only ``beside`` a day or a year."""
    low = words.low(place)
    if low in numbered("months"):
        return numbered("months")[low], place + 1
    if beside and low in numbered("month_abbreviations"):
        after = place + 1
        dotted = words.low(after) == "." and words.joined(after)
        following = words.at(after + 1)
        if dotted and (following.text[:1].isdigit() or following.text[:1].islower()):
            after += 1
        return numbered("month_abbreviations")[low], after
    return None


def year(words: Words, place: int) -> tuple[int, int] | None:
    """A year in four digits or in words ("tweeduizend achttien"), whatever stands around."""
    number = words.number(place, 4)
    if number is not None:
        long = len(words.low(place)) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR
        broken = words.joined(place + 1) and words.low(place + 1) in (".", ",", "%", "°")
        cut = broken and words.number(place + 2) is not None and words.joined(place + 2)
        return (number, place + 1) if long and not cut else None
    if words.low(place) in ("'", "’", "‘") and words.joined(place + 1):
        short = words.number(place + 1, 2)
        if short is not None and len(words.low(place + 1)) == 2:
            return century_of(short), place + 2
        return None
    told = cardinal(words.low(place))
    if told in (1000, 2000) or (told and told % 100 == 0 and 1100 <= told <= 1900):
        more = cardinal(words.low(place + 1))
        if more and more < 100:
            return told + more, place + 2
        tail = cardinal(words.low(place + 2)) if words.low(place + 1) == "en" else None
        if tail and tail < 100 and words.low(place + 2) != "een":
            return told + tail, place + 3
    if told is not None and _FIRST_YEAR < told <= _LAST_YEAR:
        return told, place + 1
    return None


def century_of(short: int) -> int:
    """The year that two digits stand for: 08 -> 2008, 71 -> 1971."""
    return short + (2000 if short < _PIVOT else 1900)


def year_after(words: Words, place: int) -> tuple[Node, int] | None:
    """A year that goes with what stands before it: "2022", "van 2022", "van dit jaar"."""
    start = place
    if (words.low(start) == "," and words.number(start + 1, 4) is not None) or words.low(start) in (
        "van",
        "in",
    ):
        start += 1
    article = start + (words.low(start) in ("het", "dat"))
    there = direction(words.low(article))
    if there is not None and words.low(article + 1) == "jaar":
        return Shift("year", there), article + 2
    if start != article and words.low(article) == "jaar" and words.number(article + 1, 4) is None:
        return Shift("year", 0), article + 1
    if words.low(article) == "jaar" and start != article:
        article += 1
    found = year(words, article)
    if found is None or words.low(found[1]) in listed("not_after_year"):
        return None
    if words.low(place) in ("'", "’", "‘") and start != place:
        return None
    return Year(found[0]), found[1]


def possible(day: int, month: int, of: int | None = None) -> bool:
    """Whether a month can have such a day (29 February in a leap year)."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(of if of and of < 9999 else 2020, month)[1]


def _loose(words: Words, place: int) -> bool:
    """Whether a number is not the tail of a larger one ("6,107.31", "133-03")."""
    if not words.joined(place):
        return True
    before = words.low(place - 1)
    return not (before in _SEPARATORS or before == "," or before[-1:].isalnum())


def numeric_date(words: Words, place: int) -> Found | None:
    """ "03-03-2022", "3/3/22", "2022-03-03"; as "22-4" only after "op" and the like."""
    first = words.number(place, 4)
    mark = words.low(place + 1)
    second = words.number(place + 2, 2)
    if first is None or second is None or mark not in _SEPARATORS or not _loose(words, place):
        return None
    if not (words.joined(place + 1) and words.joined(place + 2)):
        return None
    third = words.number(place + 4, 4)
    if words.low(place + 3) == mark and words.joined(place + 3) and words.joined(place + 4):
        end = place + 5
        short_year = words.low(place + 3 + 1) if third is not None else ""
        if third is None:
            made = year(words, place + 4)
            if made is None or first > 31 or not possible(first, second, made[0]):
                return None
            return Day(first, second, Year(made[0])), made[1]
        if words.low(end) in _SEPARATORS and words.joined(end) and words.number(end + 1):
            return None
        if len(words.low(place)) == 4:
            fits = len(short_year) <= 2 and possible(third, second, first)
            return (Day(third, second, Year(first)), end) if fits else None
        if len(short_year) in (1, 3) or len(words.low(place)) > 2:
            return None
        if mark == "." and len(short_year) != 4:
            return None
        of = third if len(short_year) == 4 else century_of(third)
        return (Day(first, second, Year(of)), end) if possible(first, second, of) else None
    return _day_month(words, place, first, second, mark)


def _day_month(words: Words, place: int, first: int, second: int, mark: str) -> Found | None:
    cut = words.joined(place + 3) and (
        words.low(place + 3) in (*_SEPARATORS, ":", ",", "%") or words.low(place + 3).isalnum()
    )
    more = words.number(place + 4) is not None and words.joined(place + 4)
    if cut and (more or words.low(place + 3).isalnum()):
        return None
    before = words.low(place - 1)
    known = before in _BEFORE_DAY_MONTH or before in numbered("weekdays")
    if mark == "." or not known or not possible(first, second):
        return None
    of = year_after(words, place + 3) if words.low(place + 3) == "," else None
    return (Day(first, second, of[0]), of[1]) if of else (Day(first, second), place + 3)


def written_date(words: Words, place: int, last: bool = False) -> Found | None:
    """ "3 maart", "de 3e maart 2022", "vierde juli van 1995", "06-Mar-08"."""
    start = place + (words.low(place) == "de")
    ranked = words.rank(start)
    number = words.number(start, 2)
    if ranked is not None:
        day, after = ranked
    elif start == place and number is not None and (last or _loose(words, place)):
        day, after = number, place + 1
    elif start == place and (told := words.count(place)) is not None and number is None:
        day, after = told, place + 1
    else:
        return None
    dashed = words.low(after) in _DASHES and words.joined(after) and words.joined(after + 1)
    linked = ranked is not None or (last and words.low(after + 1) != "de")
    if dashed or (words.low(after) == "van" and linked):
        after += 1
    elif words.low(after) == "dag" and words.low(after + 1) == "van" and ranked is not None:
        after += 2
    found = month_name(words, after, beside=True)
    if found is None or not possible(day, found[0]):
        return None
    month, after = found
    if dashed and words.low(after) in _DASHES and words.joined(after):
        short = words.number(after + 1, 4)
        if short is not None and len(words.low(after + 1)) in (2, 4):
            of = short if short > 99 else century_of(short)
            return (Day(day, month, Year(of)), after + 2) if possible(day, month, of) else None
    made = year_after(words, after)
    if made is None:
        return Day(day, month), after
    if isinstance(made[0], Year) and not possible(day, month, made[0].year):
        return None
    return Day(day, month, made[0]), made[1]


def dated(words: Words, place: int) -> Found | None:
    """A date with or without its day of the week: "maandag 12 januari, 2016", "wo. 22 jan"."""
    low = words.low(place)
    after = place
    if low in numbered("weekdays") or low in numbered("weekday_abbreviations"):
        after += 1
        after += words.low(after) == "."
        after += words.low(after) == ","
        if after == place + 1 and low == "do" and words.capital(place):
            return None
    found = written_date(words, after) or numeric_date(words, after)
    if found is not None or (after != place and low not in numbered("weekdays")):
        return found
    return day_number(words, after)


def day_number(words: Words, place: int) -> Found | None:
    """ "de 15e", "de 20ste van de volgende maand": a day of a month that is not named."""
    if words.low(place) != "de":
        return None
    ranked = words.rank(place + 1)
    if ranked is None or not 1 <= ranked[0] <= 31:
        return None
    after = ranked[1]
    after += words.low(after) == "van"
    after += words.low(after) == "de"
    there = direction(words.low(after))
    if there is not None and words.low(after + 1) == "maand":
        return Day(ranked[0], None, Shift("month", there)), after + 2
    if words.low(place - 1) in numbered("weekdays"):
        return Day(ranked[0], None, None, numbered("weekdays")[words.low(place - 1)]), ranked[1]
    return None


def month(words: Words, place: int) -> Found | None:
    """ "maart 2022", "mrt. 2022", "maart", "2016-11"; no "Mei" or "April" that may be a name."""
    start = place
    if words.low(place) == "maand" and words.low(place + 1) in numbered("months"):
        start += 1
    found = month_name(words, start, beside=True)
    if found is not None:
        dashed = words.low(found[1]) in _DASHES and words.joined(found[1])
        made = year_after(words, found[1] + dashed)
        if made is not None and (not dashed or isinstance(made[0], Year)):
            return Month(found[0], made[0]), made[1]
        low = words.low(start)
        between = words.low(found[1] + 1) in numbered("months")
        plain = low in numbered("months") and (between or not words.joined(found[1] + 1))
        if low in numbered("months") and (plain or words.low(found[1]) != "-"):
            named = (
                words.capital(start)
                and start == place
                and (low in ("mei", "april", "augustus", "juni") or not words.opens(start))
            )
            return None if named else (Month(found[0]), found[1])
    return _numeric_month(words, place)


def _numeric_month(words: Words, place: int) -> Found | None:
    """ "2016-11", "11/2016"."""
    first, second = words.number(place, 4), words.number(place + 2, 4)
    mark = words.low(place + 1)
    if first is None or second is None or mark not in ("-", "/") or not _loose(words, place):
        return None
    joined = words.joined(place + 1) and words.joined(place + 2)
    tail = words.joined(place + 3) and (
        (words.low(place + 3) in _SEPARATORS and words.number(place + 4) is not None)
        or words.low(place + 3).isalnum()
    )
    if not joined or tail:
        return None
    if len(words.low(place)) == 4 and len(words.low(place + 2)) == 2:
        first, second = second, first
    elif len(words.low(place)) > 2 or len(words.low(place + 2)) != 4:
        return None
    fits = 1 <= first <= 12 and 1900 <= second < 2100
    return (Month(first, Year(second)), place + 3) if fits else None


def _early_year(words: Words, place: int) -> tuple[int, int] | None:
    """A year of three digits, only after "het jaar": "het jaar 267"."""
    told = words.count(place)
    if told is None or not 100 <= told < _FIRST_YEAR or words.low(place + 1).isalpha():
        return None
    return told, place + 1


def bare_year(words: Words, place: int) -> Found | None:
    """A year where the words around it say so: "in 2019", "(2010)", "het jaar 1648".

    "in 2022 kwamen zij" is a year; "2022 soldaten", "van 2022 soldaten", "in 2000 meter" not.
    """
    start = place + (words.low(place) in listed("year_names"))
    found = year(words, start) or (_early_year(words, start) if start > place else None)
    if found is None or not _loose(words, start):
        return None
    number, after = found
    before, next_word = words.low(start - 1), words.low(after)
    listing = before == "," and words.number(start - 2, 4) is not None
    if listing and len(words.low(start - 2)) == 4 and next_word in (",", "en", "of"):
        return Year(number), after
    if words.lows(start - 3, 3) == "tot en met" or words.lows(start - 2, 2) == "loop van":
        before = "in"
    if next_word in listed("not_after_year") or (words.joined(after) and next_word.isalnum()):
        return None
    if words.joined(after) and next_word in ("-", "/") and words.number(after + 1) is not None:
        return None
    digits = words.number(start) is not None
    if start != place or (before == "(" and next_word == ")"):
        return Year(number), after
    if not 1500 <= number < 2100 and before not in ("anno", "in", "jaar"):
        return None
    if before in _UNLESS_ROUND and 1900 <= number < 2060 and number % 100 and digits:
        return Year(number), after
    if (
        before in listed("dates_strong")
        and number < _LAST_YEAR
        and (digits or before in ("in", "jaar"))
    ):
        return Year(number), after
    ends = not next_word or not next_word.isalpha() or next_word in listed("after_year")
    weak = before in listed("dates_weak") and 1900 <= number < 2050
    return (Year(number), after) if weak and ends and next_word != "%" and digits else None
