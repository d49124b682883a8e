"""Repetition: "elke dinsdag", "om de twee weken", "drie keer per jaar", "zondagen", "wekelijks"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kg.extract.times.clock import at_clock, later
from kg.extract.times.dates import Found, numeric_date, written_date
from kg.extract.times.lengths import amounts, count, one
from kg.extract.times.lexicon import (
    mapping,
    numbered,
    part_of_day,
    phrases,
    plural_part,
    repeated,
    weekdays_plural,
)
from kg.extract.times.nodes import Amount, Day, Often
from kg.extract.times.tokens import Words
from kg.extract.times.values import duration_value
from kg.lexicon import table

_SETS_BEFORE: Final = frozenset(("elke", "iedere", "elk", "ieder", "alle"))
_CODES: Final = frozenset(("MO", "AF", "EV", "NI"))


def often(words: Words, place: int) -> Found | None:
    """ "elke dinsdag", "om de twee weken", "drie keer per jaar", "zondagen", "dagelijks"."""
    low = words.low(place)
    if low in ("'s", "’s", "‘s") and words.low(place + 1).removesuffix("s") in numbered("weekdays"):
        low, place = words.low(place + 1), place + 1
    if low in ("werkdagen", "weekdagen") and words.low(place - 1) == "op":
        return _often_at(words, (Often("P1D"), place + 1))
    in_the = words.lows(place - 2, 2) == "in de"
    if in_the and low in ("weekends", "weekenden", "weekeinden"):
        return Often("XXXX-WXX-WE"), place + 1
    if low in mapping("sets"):
        return _often_at(words, (Often(mapping("sets")[low]), place + 1))
    every = repeated(low)
    if every is not None:
        return _often_at(words, (Often(duration_value((Amount(*every),))), place + 1))
    parts = plural_part(low)
    if parts is not None:
        day = "XXXX-XX-XX" if parts.weekday is None else f"XXXX-WXX-{parts.weekday}"
        made = _often_at(words, (Often(f"{day}T{parts.part}"), place + 1))
        # "de avonden" alone is no time
        sure = parts.weekday is not None or made[1] > place + 1 or words.low(place - 1) == "op"
        return made if sure else None
    if low in _SETS_BEFORE:
        found = _each(words, place + 1)
        return _often_at(words, _within(words, found)) if found else None
    if low == "om" and words.low(place + 1) in ("de", "het"):
        start = place + 2 + (words.low(place + 2) == "andere")
        other = start != place + 2
        told = amounts(words, start)
        unit = mapping("units").get(words.low(start))
        if other and words.low(start) in numbered("weekdays"):
            return Often(f"XXXX-WXX-{numbered('weekdays')[words.low(start)]}"), start + 1
        if told is not None and not other:
            return Often(duration_value(told[0])), told[1]
        if unit is not None and (other or words.low(start) in ("dag", "week", "maand", "jaar")):
            return Often(duration_value((Amount(Decimal(2), unit),))), start + 1
        return None
    weekday = numbered("weekdays").get(low)
    if weekday is not None and words.lows(place + 1, 2) == "om de":
        # "vrijdag om de (andere) week"
        after = place + 3 + (words.low(place + 3) == "andere")
        return (Often(f"XXXX-WXX-{weekday}"), after + 1) if words.low(after) == "week" else None
    plural = weekdays_plural(low)
    if plural is not None:
        return _often_at(words, (Often(f"XXXX-WXX-{plural}"), place + 1))
    once = low in ("eenmaal", "tweemaal", "driemaal", "viermaal", "eens")
    told_count = None if once else count(words, place)
    if once or (told_count and words.low(told_count[1]) in ("keer", "maal")):
        after = place + 1 if once or told_count is None else told_count[1] + 1
        unit = mapping("units").get(words.low(after + 1))
        if words.low(after) == "per" and unit:
            return Often(duration_value((Amount(Decimal(1), unit),))), after + 2
        if words.low(after) == "in" and words.low(after + 1) in ("de", "het"):
            each = amounts(words, after + 2) or one(words, after + 2)
            return (Often(duration_value(each[0])), each[1]) if each else None
    return None


def _within(words: Words, found: Found) -> Found:
    """A set with its day or month: "elke week op vrijdag", "ieder jaar in maart"."""
    node, after = found
    if not isinstance(node, Often) or words.low(after) not in ("op", "in"):
        return found
    low = words.low(after + 1)
    if node.value == "P1W" and low in numbered("weekdays"):
        return Often(f"XXXX-WXX-{numbered('weekdays')[low]}"), after + 2
    if node.value == "P1Y" and low in numbered("months") and words.low(after) == "in":
        return Often(f"XXXX-{numbered('months')[low]:02d}"), after + 2
    date = written_date(words, after + 1) if node.value == "P1Y" else None
    day = date[0] if date else None
    if date is not None and isinstance(day, Day) and day.year is None and day.month:
        return Often(f"XXXX-{day.month:02d}-{day.day:02d}"), date[1]
    return found


def _often_at(words: Words, found: Found) -> Found:
    """A set with the clock after it: "elke maandag om 16.00 uur"."""
    told = at_clock(words, found[1])
    node = found[0]
    if told is None or not isinstance(node, Often):
        return found
    return often_at(node, told[0]), told[1]


def often_at(node: Often, told: str) -> Often:
    """A set at a time of day: every day at three is XXXX-XX-XXT15:00."""
    day, _, part = node.value.partition("T")
    told = later(told, part) if part in _CODES else told
    if node.value == "P1D" or day == "XXXX-XX-XX":
        return Often(f"XXXX-XX-XXT{told}")
    return Often(f"{day}T{told}") if day.startswith("XXXX-") else node


def _each(words: Words, place: int) -> Found | None:
    low = words.low(place)
    if low == "andere":
        unit = mapping("units").get(words.low(place + 1))
        if words.low(place + 1) in numbered("weekdays"):
            return _each(words, place + 1)
        return (Often(duration_value((Amount(Decimal(2), unit),))), place + 2) if unit else None
    ranked = words.rank(place)
    if ranked and ranked[0] <= 31 and words.low(ranked[1] - 1) not in mapping("units"):
        start = ranked[1] + (words.low(ranked[1]) == "dag")
        if words.lows(start, 3) in ("van de maand", "van elke maand", "van iedere maand"):
            # "elke 15e van de maand"
            return Often(duration_value((Amount(Decimal(1), "month"),))), start + 3
    if ranked and words.low(ranked[1]) in numbered("weekdays"):
        unit = mapping("units").get(words.low(ranked[1] + 3))
        if words.low(ranked[1] + 1) == "van" and unit:
            # "elke eerste maandag van de maand"
            return Often(duration_value((Amount(Decimal(1), unit),))), ranked[1] + 4
    if low in numbered("weekdays"):
        code = mapping("dayparts").get(words.low(place + 1))
        day = f"XXXX-WXX-{numbered('weekdays')[low]}"
        return (Often(f"{day}T{code}"), place + 2) if code else (Often(day), place + 1)
    part = part_of_day(low)
    if part is not None and part.weekday is not None:
        return Often(f"XXXX-WXX-{part.weekday}T{part.part}"), place + 1
    if low in mapping("dayparts"):
        return Often(f"XXXX-XX-XXT{mapping('dayparts')[low]}"), place + 1
    if low in numbered("months"):
        return Often(f"XXXX-{numbered('months')[low]:02d}"), place + 1
    if low in mapping("seasons"):
        return Often(f"XXXX-{mapping('seasons')[low]}"), place + 1
    if low in ("werkdag", "weekdag"):
        return Often("P1D"), place + 1
    if low in phrases("holidays"):
        rule = table("times.toml")["holidays"][phrases("holidays")[low]]
        return Often(f"XXXX-{rule}" if rule[0].isdigit() else "P1Y"), place + 1
    found = written_date(words, place) or numeric_date(words, place)
    node = found[0] if found else None
    if found and isinstance(node, Day) and node.year is None and node.month:
        return Often(f"XXXX-{node.month:02d}-{node.day:02d}"), found[1]
    told = amounts(words, place)
    if told is not None:
        return Often(duration_value(told[0])), told[1]
    unit = mapping("units").get(low)
    if unit == "weekend":
        return Often("XXXX-WXX-WE"), place + 1
    if unit is None or words.low(place - 1) == "alle":
        return None
    return Often(duration_value((Amount(Decimal(1), unit),))), place + 1
