"""Words -> numbers: digits, number words, fractions, ordinals, vague numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from kg.extract.numbers_figures import in_digits
from kg.extract.numbers_fractions import fraction
from kg.extract.numbers_parts import (
    ARTICLES,
    Number,
    about_number,
    phrase,
    phrase_before,
    section,
    vague,
)
from kg.extract.numbers_ranks import ranked
from kg.extract.numbers_spoken import continued, spoken
from kg.extract.numbers_words import cardinal, half_word, is_number
from kg.extract.times.tokens import Words
from kg.extract.times.tokens import words as cut

_MOST_DECIMALS: Final = 6
_MINUS: Final = ("-", "−", "–")

__all__ = ["Number", "cut", "head", "phrase", "phrase_before", "read", "section"]


@lru_cache(maxsize=65536)
def _number_word(low: str) -> bool:
    return (
        low in ARTICLES
        or low in ("half", "halve", "de", "min", "minus", "paar", "enkele", "enige")
        or low in section("vague")
        or low in section("signs")
        or low in ("meerdere", "verscheidene")
        or is_number(low)
        or about_number(low) is not None
        or years_word(low) is not None
    )


def years_word(low: str) -> int | None:
    """ "vierendertigjarige" -> 34; None for any other word."""
    for ending in ("jarigen", "jarige", "jarig"):
        if low.endswith(ending):
            return cardinal(low.removesuffix(ending))
    return None


def head(words: Words, place: int) -> bool:
    """Whether a quantity may begin at a place: cheap, before the patterns are tried."""
    low = words.low(place)
    return (
        (low.isascii() and low.isdigit())
        or low in section("currency_signs")
        or (low in _MINUS or _number_word(low) or _may_be_code(words.at(place).text))
    )


def _may_be_code(text: str) -> bool:
    low = text.lower()
    codes = low in section("dollar_countries") or low in section("codes_before")
    return codes or (len(text) == 3 and text.isupper())


def read(words: Words, place: int) -> Number | None:
    """The number at a place, the longest that can be read; None where there is none.

    "2,5 miljoen", "twee derde", "een op de vijf", "enkele tientallen", "de helft", "22ste".
    """
    low = words.low(place)
    if low in (*_MINUS, "min", "minus"):
        return _negative(words, place)
    number = (
        _article_and_fraction(words, place)
        or vague(words, place)
        or fraction(words, place)
        or ranked(words, place)
        or in_digits(words, place)
        or _words(words, place)
    )
    if number is None or number.kind == "ordinal":
        return number
    if number.kind == "fraction":
        # "een half miljoen", "een kwart miljard"
        told = continued(words, number.value, number.after)
        return number if told.after == number.after else Number(told.value, told.after)
    if number.comparator == "Exactly":
        number = _decimals(words, number)
    return _with_fraction(words, number)


def _article_and_fraction(words: Words, place: int) -> Number | None:
    """ "een en een half (miljoen)"."""
    if words.low(place) not in ARTICLES or words.low(place + 1) != "en":
        return None
    both = _with_fraction(words, Number(Decimal(1), place + 1))
    return both if both.after > place + 1 else None


def _decimals(words: Words, number: Number) -> Number:
    """ "nul komma vijf", "drie komma een vier", "nul komma nul drie": decimals told in words."""
    place = number.after + 1
    if words.low(number.after) not in ("komma", "punt") or number.value % 1:
        return number
    if words.number(number.after - 1) is not None:
        return number
    told = ""
    while len(told) < _MOST_DECIMALS:
        article = words.low(place) == "een" and (not told or _no_noun(words, place + 1))
        digit = 1 if article else words.count(place)
        if digit is None or digit > 99 or words.number(place) is not None:
            break
        if told and digit > 9:
            break
        told += str(digit)
        place += 1
        if digit > 9:
            break
    if not told:
        return number
    more = continued(words, Decimal(f"{number.value}.{told}"), place)
    return number._replace(value=more.value, after=more.after)


def _no_noun(words: Words, place: int) -> bool:
    """Whether no noun follows that "een" could be the article of."""
    low = words.low(place)
    figure = words.count(place) is not None or low in section("scales")
    return not low.isalpha() or figure or low in section("percent")["words"]


def _negative(words: Words, place: int) -> Number | None:
    if words.low(place) not in ("min", "minus"):
        apart = not words.joined(place) or words.low(place - 1) in ("(", "€", "$")
        if not apart or not words.joined(place + 1):
            return None
    if words.low(place + 1) in (*_MINUS, "min", "minus"):
        return None
    inner = read(words, place + 1)
    if inner is None and words.low(place + 1) in ARTICLES and words.low(place) not in _MINUS:
        return Number(Decimal(-1), place + 2)
    if inner is None or inner.kind not in ("count", "fraction") or inner.comparator != "Exactly":
        return None
    return inner._replace(value=-inner.value)


def _words(words: Words, place: int) -> Number | None:
    low = words.low(place)
    half = half_word(low)
    if half is not None:
        return Number(*continued(words, half, place + 1))
    found = spoken(words, place)
    if found is None or (low == "acht" and _acht_is_verb(words, place)):
        return None
    return Number(*found)


def _acht_is_verb(words: Words, place: int) -> bool:
    lists = section("acht_is_verb")
    return words.low(place + 1) in lists["after"] or words.low(place - 1) in lists["before"]


def _with_fraction(words: Words, number: Number) -> Number:
    """ "vijf en een half", "zes miljoen en twee derde"."""
    if words.low(number.after) != "en" or number.value % 1:
        return number
    part = fraction(words, number.after + 1, mixed=True)
    if part is None or part.value >= 1 or words.low(number.after + 1) == "de":
        return number
    if words.low(part.after - 1) in ("half", "halve") or words.low(part.after) not in (
        "van",
        "deel",
    ):
        scale = Decimal(section("scales").get(words.low(number.after - 1), "1"))
        both = number._replace(value=number.value + part.value * scale, after=part.after)
        # "twee en een half miljoen"
        return both if scale > 1 else both._replace(**continued(words, *both[:2])._asdict())
    return number
