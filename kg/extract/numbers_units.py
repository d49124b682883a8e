"""What a number measures: money, percentages, measures, ages, lengths of time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract import numbers_money as money
from kg.extract.numbers_parts import ARTICLES
from kg.extract.numbers_read import Number, phrase, read, section, years_word
from kg.extract.times.lexicon import mapping
from kg.extract.times.tokens import Words
from kg.lexicon import table

_YEARS_OLD: Final = frozenset(("oud", "oude", "ouden", "jong", "jonge"))
_AND_OLDER: Final = frozenset(("plusser", "plussers", "plus"))
_AGES: Final = frozenset(("day", "week", "month", "year", "century"))
_TEMPERATURES: Final = frozenset(("degree", "°C", "°F", "K"))


class Measured(NamedTuple):
    """A number with its kind and unit; ``start`` and ``after`` take in sign and unit."""

    number: Number
    start: int
    after: int
    kind: str
    unit: str | None
    number_start: int


def measured(words: Words, place: int) -> Measured | None:
    """The number at a place with what it measures; None where there is no number.

    "€ 3 miljard" (EUR), "2,5 miljoen dollar" (USD), "40 procent" (%), "30 kilometer" (km),
    "de 34-jarige" (year), "drie dagen" (day); what is counted is left to the reader.
    """
    sign = money.sign(words, place)
    if sign is not None:
        return _after_sign(words, place, *sign)
    negative = _negative_money(words, place)
    if negative is not None:
        return negative
    number = read(words, place) or _one(words, place) or _age_word(words, place)
    if number is None:
        return None
    if isinstance(number, Measured):
        return number
    return unit_of(words, place, number)


def _one(words: Words, place: int) -> Number | None:
    """ "een dollar", "een procent", "een jaar oud": there the article counts."""
    if words.low(place) not in ARTICLES:
        return None
    following = words.low(place + 1)
    aged = following in mapping("units") and words.low(place + 2) in _YEARS_OLD
    counted = (
        following in ("euro", "dollar", "promille") or following in section("percent")["words"]
    )
    return Number(Decimal(1), place + 1) if aged or counted else None


def _negative_money(words: Words, place: int) -> Measured | None:
    """ "-€ 5"."""
    if words.low(place) not in ("-", "−", "–") or not words.joined(place + 1):
        return None
    sign = None if words.joined(place) else money.sign(words, place + 1)
    found = _after_sign(words, place + 1, *sign) if sign else None
    if found is None or found.number.value <= 0:
        return None
    number = found.number._replace(value=-found.number.value)
    return found._replace(number=number, start=place)


def _after_sign(words: Words, place: int, code: str, start: int) -> Measured | None:
    number = read(words, start)
    if number is None or number.kind not in ("count", "fraction"):
        return None
    after = number.after
    letter = section("money_letters").get(words.low(after)) if words.joined(after) else None
    if letter is not None and not words.joined(after + 1):
        # "$5m", "€10k"
        number = number._replace(value=number.value * Decimal(letter), after=after + 1)
        return Measured(number, place, after + 1, "money", code, start)
    following = money.currency(words, after)
    if following is not None and words.low(after) not in money.cents():
        after = following[1]
    return Measured(number, place, after, "money", code, start)


def _age_word(words: Words, place: int) -> Measured | None:
    """ "op dertigjarige leeftijd"; "de vierentwintigjarige" alone is a person."""
    age = years_word(words.low(place))
    if age is None or words.low(place + 1) != "leeftijd":
        return None
    return Measured(Number(Decimal(age), place + 1), place, place + 2, "age", "year", place)


def unit_of(words: Words, place: int, number: Number) -> Measured:
    """A number with the unit that follows it; ``kind`` stays the number's where none does."""
    after = number.after
    bare = Measured(number, place, after, number.kind, None, place)
    if number.kind == "ordinal":
        return bare
    percent = _percent(words, after)
    if percent is not None:
        return bare._replace(after=percent[1], kind=percent[0], unit=percent[2])
    dash = words.low(after) == "-" and words.joined(after)
    start = after + dash
    age = _age(words, place, start)
    if age is not None:
        unit = mapping("units").get(words.low(start), "year")
        older = words.low(start) in _AND_OLDER
        comparator = "AtLeast" if older else number.comparator
        number = number._replace(comparator=comparator)
        return bare._replace(number=number, after=age, kind="age", unit=unit)
    weight = money.weight(words, place, start)
    if weight is not None:
        return bare._replace(after=weight[1], kind="measure", unit=weight[0])
    paid = money.currency(words, start)
    if paid is not None:
        paid = paid[0], paid[1] + (words.low(paid[1]) == "'s")
        value, end = money.with_cents(words, paid[1], number.value)
        number = number._replace(value=value)
        return bare._replace(number=number, after=end, kind="money", unit=paid[0])
    measure = _measure(words, start, dash)
    if measure is not None and measure[0] == "m" and number.value in (1, 2):
        return _with_centimeters(words, bare, measure[1])
    if measure is not None:
        return _cold(words, bare._replace(after=measure[1], kind="measure", unit=measure[0]))
    length = mapping("units").get(words.low(start))
    if length is not None and not dash:
        return bare._replace(after=start + 1, kind="duration", unit=length)
    return bare


def _with_centimeters(words: Words, bare: Measured, after: int) -> Measured:
    """ "1 meter 80": a height."""
    more = words.count(after)
    two_digits = more is not None and 10 <= more < 100 and len(words.low(after)) > 1
    told = two_digits and not words.joined(after)
    if told and words.low(after + 1) not in mapping("units"):
        value = bare.number.value + Decimal(more or 0) / 100
        after, bare = after + 1, bare._replace(number=bare.number._replace(value=value))
    return bare._replace(after=after, kind="measure", unit="m")


def _percent(words: Words, after: int) -> tuple[str, int, str] | None:
    """ "procent", "%"; "%-punt" is a measure."""
    if words.low(after) not in section("percent")["words"]:
        return None
    points = words.low(after + 1) == "-" and words.low(after + 2) in ("punt", "punten")
    if points and words.joined(after + 1):
        return "measure", after + 3, "pp"
    dotted = words.low(after) == "pct" and words.low(after + 1) == "." and words.joined(after + 1)
    return "percent", after + 1 + (dotted and words.at(after + 2).text[:1].islower()), "%"


def _measure(words: Words, start: int, dash: bool) -> tuple[str, int] | None:
    """The unit of measure at a place and where it ends: "km", "vierkante meter", "km per uur"."""
    letter = words.at(start).text
    if len(letter) == 1 and letter.isupper() and words.joined(start):
        # "5G", "3D": names, no grams.
        return None
    exact = section("measures_exact").get(letter)
    measure = (exact, start + 1) if exact else phrase(words, start, "measures")
    if measure is None and dash and words.low(start).endswith("s"):
        # "een 10-mijls traject"
        stem = words.low(start)[:-1]
        known = section("measures").get(stem) or table("numbers_units.toml")["measures"].get(stem)
        measure = (known, start + 1) if known else None
    if measure is None or (words.joined(measure[1]) and words.low(measure[1])[:1].isalnum()):
        return None
    return _rate(words, *measure)


def _rate(words: Words, unit: str, after: int) -> tuple[str, int]:
    """A speed: "kilometer per uur", "m/s", "megabit per seconde"; no "vaten per dag"."""
    per = words.low(after)
    time = section("rate_times").get(words.low(after + 1))
    if per not in ("per", "/") or time is None or unit not in section("rates")["units"]:
        return unit, after
    short = section("rates_named").get(f"{unit}/{time}", f"{unit}/{time}")
    return short, after + 2


def _cold(words: Words, measured: Measured) -> Measured:
    """A temperature with "onder nul", "vorst" or a minus that stands apart."""
    if measured.unit not in _TEMPERATURES:
        return measured
    number, after = measured.number, measured.after
    told = phrase(words, after, "freezing")
    if told is not None:
        value = abs(number.value) if told[0] == "above" else -abs(number.value)
        return measured._replace(number=number._replace(value=value), after=told[1])
    start = measured.number_start
    before = words.low(start - 1)
    apart = not words.joined(start) and not words.joined(start - 1)
    if before in ("-", "−", "–") and apart and words.at(start - 2).text.islower():
        cold = number._replace(value=-number.value)
        return measured._replace(number=cold, start=start - 1, number_start=start - 1)
    return measured


def _age(words: Words, place: int, start: int) -> int | None:
    """The place after "-jarige", "jaar oud", or the bracket in "Jansen (34)"."""
    low = words.low(start)
    if low in ("jarige", "jarig", "jarigen"):
        return start + 1 + (words.low(start + 1) == "leeftijd")
    if low in _AND_OLDER and words.joined(start):
        return start + 1
    aged = words.lows(place - 2, 2) == "leeftijd van"
    if mapping("units").get(low) in _AGES:
        after = start + 1 + (low == "jr" and words.low(start + 1) == ".")
        after += words.low(after) == "-" and words.joined(after)
        if words.low(after) in _YEARS_OLD:
            return after + 1
        return start + 1 if aged else None
    years = words.number(place, 3)
    bracket = words.low(place - 1) == "(" and words.low(start) == ")" and start == place + 1
    if years is not None and 0 < years < 120:
        named = bracket and words.capital(place - 2)
        return start if named or (aged and not low[:1].isalpha()) else None
    return None
