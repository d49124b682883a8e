"""What a number measures: money, percentages, measures, ages, lengths of time."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from kg.extract.numbers_read import Number, phrase, read, section, years_word
from kg.extract.times.lexicon import mapping
from kg.extract.times.tokens import Words
from kg.lexicon import table

_YEARS_OLD: Final = frozenset(("oud", "oude", "jong", "jonge"))


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
    number = read(words, place) or _one_of_money(words, place) or _age_word(words, place)
    if number is None:
        return None
    if isinstance(number, Measured):
        return number
    return unit_of(words, place, number)


def _one_of_money(words: Words, place: int) -> Number | None:
    """ "een dollar", "een euro": with money the article counts."""
    money = words.low(place) in ("een", "één") and words.low(place + 1) in ("euro", "dollar")
    return Number(Decimal(1), place + 1) if money else None


def _age_word(words: Words, place: int) -> Measured | None:
    """ "vierendertigjarige", "op dertigjarige leeftijd": an age in one word."""
    age = years_word(words.low(place))
    if age is None:
        return None
    after = place + 1 + (words.low(place + 1) == "leeftijd")
    return Measured(Number(Decimal(age), place + 1), place, after, "age", "year", place)


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
    if words.low(start) == "graden" and words.lows(start + 1, 2) == "onder nul":
        cold = number._replace(value=-abs(number.value))
        return bare._replace(number=cold, after=start + 3, kind="measure", unit="degree")
    age = _age(words, place, start)
    if age is not None:
        unit = mapping("units").get(words.low(start), "year")
        return bare._replace(after=age, kind="age", unit=unit)
    money = _currency(words, start)
    if money is not None:
        money = money[0], money[1] + (words.low(money[1]) == "'s")
        value, end = _cents(words, money[1], number.value)
        return bare._replace(
            number=number._replace(value=value), after=end, kind="money", unit=money[0]
        )
    measure = phrase(words, start, "measures")
    if measure is None and dash and words.low(start).endswith("s"):
        # "een 10-mijls traject"
        stem = section("measures").get(words.low(start)[:-1])
        stem = stem or table("numbers_units.toml")["measures"].get(words.low(start)[:-1])
        measure = (stem, start + 1) if stem else None
    letter = words.at(start).text
    if len(letter) == 1 and letter.isupper() and words.joined(start):
        # "5G", "3D": names, no grams.
        return bare
    if measure is not None and not (
        words.joined(measure[1]) and words.low(measure[1])[:1].isalnum()
    ):
        return bare._replace(after=measure[1], kind="measure", unit=measure[0])
    length = mapping("units").get(words.low(start))
    if length is not None and not dash:
        return bare._replace(after=start + 1, kind="duration", unit=length)
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
    if words.at(place).text in codes():
        return words.at(place).text, place + 1
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
    low, text = words.low(place), words.at(place).text
    if low in section("currency_signs"):
        return section("currency_signs")[low], place + 1
    if text in codes():
        return text, place + 1
    found = phrase(words, place, "currencies")
    if found is not None:
        return found
    noun = phrase(words, place + 1, "currency_nouns")
    if noun is not None and low.endswith("e") and low.isalpha():
        named = names().get(f"{low} {noun[0]}")
        if named is not None or low.endswith(("se", "sche")):
            return named or noun[0], noun[1]
    bare = phrase(words, place, "currency_nouns")
    if bare is not None:
        return names().get(bare[0], bare[0]), bare[1]
    return None


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes that may stand beside an amount: "500 CHF"."""
    return frozenset(table("numbers_units.toml")["currency_iso"]["words"])


@cache
def names() -> dict[str, str]:
    """Currency names -> ISO 4217 codes."""
    known: dict[str, str] = {**table("numbers_units.toml")["currencies"], **section("currencies")}
    return known


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
    if low in ("jaar", "jaren", "maanden", "maand", "weken", "dagen"):
        if words.low(start + 1) in _YEARS_OLD:
            return start + 2
        if words.lows(place - 2, 2) == "leeftijd van":
            return start + 1
    years = words.number(place, 3)
    bracket = words.low(place - 1) == "(" and words.low(start) == ")" and start == place + 1
    if bracket and years is not None and 0 < years < 120 and words.capital(place - 2):
        return start
    return None
