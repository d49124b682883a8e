"""What a number measures: money, percentages, measures, ages, lengths of time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract.numbers_read import Number, phrase, read, section
from kg.extract.times.lexicon import mapping
from kg.extract.times.tokens import Words

_YEARS_OLD: Final = frozenset(("oud", "oude", "jong", "jonge"))
_DOLLARS: Final = frozenset(("dollar", "dollars"))


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
    sign = _sign(words, place)
    if sign is not None:
        return _after_sign(words, place, *sign)
    number = read(words, place)
    if number is None:
        return None
    return unit_of(words, place, number)


def unit_of(words: Words, place: int, number: Number) -> Measured:
    """A number with the unit that follows it; ``kind`` stays the number's where none does."""
    after = number.after
    bare = Measured(number, place, after, number.kind, None, place)
    if number.kind == "ordinal":
        return bare
    if words.low(after) in section("percent")["words"]:
        return bare._replace(after=after + 1, kind="percent", unit="%")
    dash = words.low(after) == "-" and words.joined(after)
    start = after + dash
    age = _age(words, place, start)
    if age is not None:
        return bare._replace(after=age, kind="age", unit="year")
    money = _currency(words, start)
    if money is not None:
        value, end = _cents(words, money[1], number.value)
        return bare._replace(
            number=number._replace(value=value), after=end, kind="money", unit=money[0]
        )
    measure = phrase(words, start, "measures")
    if measure is not None and not (
        words.joined(measure[1]) and words.low(measure[1])[:1].isalnum()
    ):
        return bare._replace(after=measure[1], kind="measure", unit=measure[0])
    unit = mapping("units").get(words.low(start))
    if unit is not None and not dash:
        return bare._replace(after=start + 1, kind="duration", unit=unit)
    return bare


def _sign(words: Words, place: int) -> tuple[str, int] | None:
    """A currency sign or code before an amount: "€", "US$", "EUR"."""
    low = words.low(place)
    signs = section("currency_signs")
    if low in signs:
        return signs[low], place + 1
    if (
        low in section("dollar_countries")
        and words.low(place + 1) == "$"
        and words.joined(place + 1)
    ):
        return section("dollar_countries")[low], place + 2
    if words.at(place).text in ("EUR", "USD", "GBP"):
        return low.upper(), place + 1
    return None


def _after_sign(words: Words, place: int, code: str, start: int) -> Measured | None:
    number = read(words, start)
    if number is None or number.kind not in ("count", "fraction"):
        return None
    after = number.after
    following = _currency(words, after)
    if following is not None and words.low(after) != "cent":
        after = following[1]
    return Measured(number, place, after, "money", code, start)


def _currency(words: Words, place: int) -> tuple[str, int] | None:
    """ "euro", "Amerikaanse dollar", "Hongkongse dollar" (no code known: "dollar")."""
    found = phrase(words, place, "currencies")
    if found is not None:
        return found
    other = words.low(place).endswith("se") and words.low(place + 1) in section("currencies")
    return (words.low(place + 1), place + 2) if other else None


def _cents(words: Words, place: int, value: Decimal) -> tuple[Decimal, int]:
    """ "3 euro en 50 cent", "vijf euro vijftig"."""
    if words.low(place - 1) not in ("euro", "dollar", "pond", "gulden") or value % 1:
        return value, place
    linked = words.low(place) == "en"
    cents = words.count(place + linked)
    told = words.low(place + linked + 1) == "cent"
    if cents is None or not 0 < cents < 100 or not (told or (not linked and cents >= 10)):
        return value, place
    if not told and words.low(place + 1).isalpha():
        return value, place
    return value + Decimal(cents) / 100, place + linked + 1 + told


def _age(words: Words, place: int, start: int) -> int | None:
    """The place after "-jarige", "jaar oud", or the bracket in "Jansen (34)"."""
    low = words.low(start)
    if low in ("jarige", "jarig", "jarigen"):
        return start + 1 + (words.low(start + 1) == "leeftijd")
    if low == "jaar" and words.low(start + 1) in _YEARS_OLD:
        return start + 2
    years = words.number(place, 3)
    bracket = words.low(place - 1) == "(" and words.low(start) == ")" and start == place + 1
    if bracket and years is not None and 0 < years < 120 and words.capital(place - 2):
        return start
    return None
