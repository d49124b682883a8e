"""Times told from the day of publication: "gisteren", "volgende week", "twee jaar geleden"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from kg.extract.times import clock, hours
from kg.extract.times.adjectives import adjective
from kg.extract.times.dates import Found, dated, written_date
from kg.extract.times.lexicon import direction, mapping, numbered, part_of_day, phrases
from kg.extract.times.nodes import (
    Amount,
    Away,
    Day,
    PartOfDay,
    Reference,
    Shift,
    Stretch,
    Tonight,
    Weekday,
)
from kg.extract.times.periods import holiday
from kg.extract.times.tokens import Words
from kg.extract.times.weekdays import afterthought, weekday


def day_adverb(words: Words, place: int) -> Found | None:
    """ "gisteren", "donderdagavond", "vanochtend", "vannacht"; no "de morgen", "De Morgen"."""
    low = words.low(place)
    if low == "vannacht":
        return Tonight(), place + 1
    if low == "morgen" and (
        words.low(place - 1) in ("de", "goede", "elke", "iedere", "deze", "die", "s", "'s", "’s")
        or (words.capital(place) and not words.opens(place))
    ):
        return None
    if low in numbered("day_adverbs"):
        on = Shift("day", numbered("day_adverbs")[low])
        following = words.low(place + 2)
        early = words.low(place + 1) == "vroeg" and following not in ("in", "op", "genoeg")
        return (PartOfDay("MO", on), place + 2) if early else (on, place + 1)
    part = part_of_day(low)
    if part is None:
        return None
    after = place + 1
    if part.days is not None:
        return PartOfDay(part.part, Shift("day", part.days)), after
    there: int | None = None
    then = afterthought(words, after)
    if then is not None:
        there, after = then
    full = written_date(words, after) if there is None else None
    if full is not None:
        # "vrijdagavond 4 maart"
        return PartOfDay(part.part, full[0]), full[1]
    in_week = direction(words.low(after)) if there is None else None
    if in_week is not None and words.low(after + 1) == "week":
        # "dinsdagmiddag volgende week"
        return PartOfDay(
            part.part, Weekday(part.weekday or 0, None, Shift("week", in_week))
        ), after + 2
    return PartOfDay(part.part, Weekday(part.weekday or 0, there)), after


def _part_of(words: Words, place: int) -> Found | None:
    """ "de nacht van donderdag op vrijdag", "de avond van 4 maart", "in de ochtend van"."""
    start = place + (words.low(place) in ("de", "het"))
    code = mapping("dayparts").get(words.low(start))
    if code is None or words.low(start + 1) != "van":
        return None
    night = _night_between(words, start + 2) if code == "NI" else None
    if night is not None:
        return night
    found = dated(words, start + 2) or weekday(words, start + 2) or adjective(words, start + 2)
    if found is None or isinstance(found[0], PartOfDay | Stretch):
        return None
    node, after = found
    if words.low(after) == "op" and code == "NI":
        second = dated(words, after + 1) or weekday(words, after + 1)
        if second is not None:
            after = second[1]
    return PartOfDay(code, node), after


def _night_between(words: Words, place: int) -> Found | None:
    """ "(de nacht van) 3 op 4 maart", "vrijdag op zaterdag 5 maart": the night before the last."""
    start = place + (words.low(place) in numbered("weekdays"))
    start += words.number(start, 2) is not None
    if start == place or words.low(start) != "op":
        return None
    last = dated(words, start + 1)
    if last is None or not isinstance(last[0], Day):
        return None
    return PartOfDay("NI", Away((Amount(Decimal(1), "day"),), -1, last[0])), last[1]


def reference(words: Words, place: int) -> Found | None:
    """ "nu", "op dit moment", "onlangs", "binnenkort"; no "nu" in "tot nu toe"."""
    for size in (4, 3, 2):
        value = mapping("reference_phrases").get(words.lows(place, size))
        if value is not None:
            return Reference(value), place + size
    low = words.low(place)
    if low == "nu" and words.low(place + 1) == "toe":
        return Reference("PRESENT_REF"), place + 2
    value = mapping("references").get(low)
    if value is None or (
        words.joined(place + 1) and words.low(place + 1) in (".", "-") and (words.joined(place + 2))
    ):
        return None
    if low == "nu" and (words.joined(place) and words.low(place - 1) in (".", "-")):
        return None
    return Reference(value), place + 1


def day(words: Words, place: int) -> Found | None:
    """A day in any way of telling, with its part or clock: "donderdag om 14.30 uur"."""
    found = dated(words, place)
    if found is not None and isinstance(found[0], Day) and found[0].year is None:
        then = afterthought(words, found[1])
        if then is not None:
            # "21 mei jongstleden"
            return replace(found[0], direction=then[0]), then[1]
    if found is None:
        found = (
            _part_of(words, place)
            or adjective(words, place)
            or day_adverb(words, place)
            or weekday(words, place)
        )
    if found is None:
        return None
    node, after = found
    if isinstance(node, Day | Weekday | PartOfDay | Tonight) or node in (
        Shift("day", 0),
        Shift("day", 1),
        Shift("day", -1),
        Shift("day", 2),
        Shift("day", -2),
    ):
        if isinstance(node, Tonight):
            told_hours = hours.at_hours(words, node, after)
            told = clock.at_clock(words, after)
            if told_hours is not None or told is None:
                return told_hours or found
            node = PartOfDay("NI", Shift("day", 0))
        if isinstance(node, PartOfDay) and words.low(after) in ("vroeg", "laat"):
            after += 1
        return hours.with_time(words, node, after)
    return node, after


def feast(words: Words, place: int) -> Found | None:
    """A feast day with its part or clock; see ``periods.holiday``."""
    if words.low(place) not in _holiday_heads():
        return None
    return holiday(words, place)


@cache
def _holiday_heads() -> frozenset[str]:
    return frozenset(name.split()[0] for name in phrases("holidays"))
