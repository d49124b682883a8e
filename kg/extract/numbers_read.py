"""Words -> numbers: digits, number words, fractions, ordinals, vague numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from kg.extract.numbers_parts import (
    ARTICLES,
    Number,
    fraction,
    phrase,
    phrase_before,
    ranked,
    section,
    tail_of_name,
    vague,
)
from kg.extract.numbers_spoken import continued, spoken
from kg.extract.numbers_words import cardinal, digits, fraction_word, half_word, ordinal
from kg.extract.times.tokens import Words
from kg.extract.times.tokens import words as cut

__all__ = ["Number", "cut", "head", "phrase", "phrase_before", "read", "section"]

_SPACES: Final = (" ", "\u00a0", "\u2009", "\u202f")
_MOST_GROUPS: Final = 6


@lru_cache(maxsize=65536)
def _number_word(low: str) -> bool:
    return (
        low in ARTICLES
        or low in ("half", "halve", "de", "driekwart", "min", "minus", "paar", "enkele", "enige")
        or low in section("vague")
        or low in section("signs")
        or low in section("about")
        or low in ("meerdere", "verscheidene")
        or cardinal(low) is not None
        or ordinal(low) is not None
        or half_word(low) is not None
        or fraction_word(low) is not None
    )


def head(words: Words, place: int) -> bool:
    """Whether a quantity may begin at a place: cheap, before the patterns are tried."""
    low = words.low(place)
    return (
        (low.isascii() and low.isdigit())
        or low in section("currency_signs")
        or (low in ("-", "−") or _number_word(low) or _may_be_code(words.at(place).text))
    )


def _may_be_code(text: str) -> bool:
    return (len(text) == 3 and text.isupper()) or text.lower() in section("dollar_countries")


def read(words: Words, place: int) -> Number | None:
    """The number at a place, the longest that can be read; None where there is none.

    "2,5 miljoen", "twee derde", "een op de vijf", "enkele tientallen", "de helft", "22ste".
    """
    low = words.low(place)
    if low in ("-", "−", "min", "minus"):
        return _negative(words, place)
    number = (
        vague(words, place)
        or fraction(words, place)
        or ranked(words, place)
        or _digits(words, place)
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


def _decimals(words: Words, number: Number) -> Number:
    """ "nul komma vijf": decimals told in words."""
    digit = words.count(number.after + 1) if words.low(number.after) == "komma" else None
    if digit is None or number.value % 1 or digit > 99:
        return number
    told = continued(words, Decimal(f"{number.value}.{digit}"), number.after + 2)
    return number._replace(value=told.value, after=told.after)


def _negative(words: Words, place: int) -> Number | None:
    if words.low(place) not in ("min", "minus"):
        apart = not words.joined(place) or words.low(place - 1) in ("(", "€", "$")
        if not apart or not words.joined(place + 1):
            return None
    if words.low(place + 1) in ("-", "−", "min", "minus"):
        return None
    inner = read(words, place + 1)
    if inner is None and words.low(place) == "min" and words.low(place + 1) in ARTICLES:
        return Number(Decimal(-1), place + 2)
    if inner is None or inner.kind not in ("count", "fraction") or inner.comparator != "Exactly":
        return None
    return inner._replace(value=-inner.value)


def _run(words: Words, place: int) -> tuple[str, int] | None:
    """A run of digits with its separators, and the place after it."""
    first = words.at(place)
    if not (first.text.isascii() and first.text.isdigit()):
        return None
    run, after = first.text, place + 1
    groups = 0
    while groups < _MOST_GROUPS and words.low(after) in (".", ",") and words.joined(after):
        following = words.at(after + 1)
        if not words.joined(after + 1) or not (
            following.text.isascii() and following.text.isdigit()
        ):
            break
        run += words.low(after) + following.text
        after += 2
        groups += 1
    return run, after


def _spaced(words: Words, place: int, run: str, after: int) -> tuple[str, int]:
    """More groups of three digits after single spaces: "1 414 021 100"."""
    if not (run.isdigit() and len(run) <= 3 and not run.startswith("0")):
        return run, after
    start, groups = after, 0
    whole = run
    while groups < _MOST_GROUPS:
        group = words.at(after)
        one_space = group.start == words.at(after - 1).end + 1 and len(group.text) == 3
        if not (one_space and group.text.isascii() and group.text.isdigit()):
            break
        whole += " " + group.text
        after += 1
        groups += 1
    longer = (
        words.number(after) is not None and words.at(after).start == words.at(after - 1).end + 1
    )
    if longer:
        return run, start
    if groups and words.low(after) == "," and words.joined(after) and words.joined(after + 1):
        tail = words.at(after + 1).text
        if tail.isascii() and tail.isdigit():
            return f"{whole},{tail}", after + 2
    return whole, after


def _digits(words: Words, place: int) -> Number | None:
    """ "280.000", "3,5", "10 1/2"; no "3-1", "747-400", "F16", "1.2.3", "5G", "020-123"."""
    found = _run(words, place)
    if found is None or tail_of_name(words, place):
        return None
    run, after = _spaced(words, place, *found)
    value = digits(run)
    if value is None:
        return None
    sign = section("signs").get(words.low(after))
    if sign is not None and run.isdigit():
        return Number(value + Decimal(sign), after + 1)
    following = words.low(after)
    if words.joined(after):
        if following in (":", "/", "–") and words.joined(after + 1):
            return _slashed(words, place, after, value) if following == "/" else None
        if following == "-" and words.joined(after + 1) and words.low(after + 1)[:1].isdigit():
            return None
        if following == "," and words.low(after + 1) == "-" and words.joined(after + 1):
            return Number(value, after + 2)
    if words.low(after + 1) == "/" and words.joined(after + 1) and run.isdigit():
        mixed = _slashed(words, after, after + 1, Decimal(words.number(after, 2) or 0))
        if mixed is not None:
            return Number(value + mixed.value, mixed.after)
    return Number(*continued(words, value, after))


def _slashed(words: Words, place: int, slash: int, above: Decimal) -> Number | None:
    """ "1/4"; no "22/4/2016", "6/2016"."""
    below = words.number(slash + 1, 2)
    if not below or not 0 < above < below or words.low(slash) != "/":
        return None
    if words.joined(slash + 2) and (
        words.low(slash + 2) in ("/", "-") or words.low(slash + 2).isalnum()
    ):
        return None
    if words.joined(place) and words.low(place - 1) in ("/", "-"):
        return None
    return Number(above / below, slash + 2, "fraction")


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
    part = fraction(words, number.after + 1)
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
