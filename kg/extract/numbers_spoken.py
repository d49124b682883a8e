"""Words and digits -> one number, however it is cut up: "twee miljoen driehonderd vijftig"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract.numbers_parts import ARTICLES, section
from kg.extract.numbers_words import cardinal, denominator
from kg.extract.times.tokens import Words

_MOST_WORDS: Final = 16
_HUNDRED: Final = Decimal(100)
_THOUSAND: Final = Decimal(1000)
# "een miljoen drie" is a list; what follows a big scale alone must be bigger than this.
_SMALL: Final = 12
_GROUPS: Final = ("dozijn", "dozijnen", "gros")
_SHORT: Final = ("mln", "mld", "mrd")


class Spoken(NamedTuple):
    """A number and the place after its last word."""

    value: Decimal
    after: int


def spoken(words: Words, place: int) -> Spoken | None:
    """The number in words that begins at a place; None where none does.

    Catches "tweehonderd vijfentwintig" (225), "twee en twintig" (22), "vijf duizend drie
    honderd" (5300), "een miljoen tweehonderdduizend"; leaves alone "twee drie" (two numbers),
    "tien en twintig", "een huis".
    """
    low = words.low(place)
    if low in ARTICLES and _tens_after(words, place):
        return _continued(words, [Decimal(1)], place + 1)
    if low == "een":
        scaled = _scale(words, place + 1) is not None and words.low(place + 1) != "duizend"
        return continued(words, Decimal(1), place + 1) if scaled else None
    value = cardinal(low)
    return None if value is None else _continued(words, [Decimal(value)], place + 1)


def _tens_after(words: Words, place: int) -> bool:
    """Whether "en dertig" follows: "een en dertig"."""
    return words.low(place + 1) == "en" and cardinal(words.low(place + 2)) in range(20, 100, 10)


def continued(words: Words, first: Decimal, after: int) -> Spoken:
    """A number read already, with the scales behind it and what they let follow.

    "3,5 | miljoen", "3 | miljoen 200 duizend", "anderhalf | miljoen"; "200 | twintig" is 200.
    """
    scaled = _scaled(words, [first], after, None)
    return Spoken(first, after) if scaled is None else _continued(words, [], *scaled)


def _continued(
    words: Words,
    parts: list[Decimal],
    after: int,
    total: Decimal = Decimal(0),
    least: Decimal | None = None,
) -> Spoken:
    """Go on with a number: ``parts`` are its sum so far, below ``least``, the last scale."""
    for _ in range(_MOST_WORDS):
        hundreds = words.low(after) == "honderd" and parts and 0 < parts[-1] < _HUNDRED
        if hundreds and parts[-1] % 1 == 0 and (len(parts) == 1 or parts[-2] % _THOUSAND == 0):
            parts[-1] *= _HUNDRED
            after += 1
            continue
        scaled = _scaled(words, parts, after, least) if parts else None
        if scaled is not None:
            after, more, least = scaled
            total, parts = total + more, []
            continue
        linked = words.low(after) == "en"
        start = after + linked
        value = _value(words, start)
        if value is None or not _fits(words, start, value, parts, least, linked):
            break
        if linked and value < (denominator(words.low(start + 1)) or 0):
            # "honderd en drie vierde"
            break
        if parts and value >= _THOUSAND:
            # "tweehonderd | vijftigduizend"
            parts = [parts[-1] * _THOUSAND + value]
        elif linked and parts and parts[-1] < 10:
            parts[-1] += value
        else:
            parts.append(value)
        after = start + 1
    return Spoken(total + sum(parts, Decimal(0)), after)


def _scaled(
    words: Words, parts: list[Decimal], after: int, least: Decimal | None
) -> tuple[int, Decimal, Decimal] | None:
    """The parts times the scale behind them: place after it, product, scale."""
    scale = _scale(words, after)
    low = words.low(after)
    number = sum(parts, Decimal(0))
    if scale is None or (least is not None and scale >= least):
        return None
    figures = words.number(after - 1) is not None
    if low == "honderd" and (
        least is not None or (number >= _HUNDRED and not figures) or len(parts) > 1
    ):
        return None
    further = _scale(words, after + 1)
    if further is not None and further > scale and low not in _GROUPS:
        # "honderd duizend miljoen"
        return after + 2, number * scale * further, further
    dotted = low in _SHORT and words.low(after + 1) == "." and words.joined(after + 1)
    dotted = dotted and words.at(after + 2).text[:1].islower()
    return after + 1 + dotted, number * scale, scale


def _scale(words: Words, place: int) -> Decimal | None:
    told = section("scales").get(words.low(place))
    return None if told is None else Decimal(told)


def _value(words: Words, place: int) -> Decimal | None:
    """A number word; digits only before a scale of their own ("3 miljoen 200 duizend")."""
    low = words.low(place)
    digits = words.number(place, 3)
    if digits is not None:
        return None if _scale(words, place + 1) is None else Decimal(digits)
    if low == "een":
        return Decimal(1) if _counts(words, place) else None
    found = cardinal(low)
    return None if found is None else Decimal(found)


def _counts(words: Words, place: int) -> bool:
    """Whether "een" within a number counts: "honderd en een.", "drie honderd een en dertig"; no
    "honderd een huis"."""
    if _tens_after(words, place):
        return True
    following = words.low(place + 1)
    return not following[:1].isalpha() and following not in ("-", "–", "½", "'", "’", "“", '"')


def _fits(
    words: Words,
    place: int,
    value: Decimal,
    parts: list[Decimal],
    least: Decimal | None,
    linked: bool,
) -> bool:
    """Whether a number goes on with this value: below the last part's or scale's step."""
    if parts:
        last = parts[-1]
        if value >= _THOUSAND:
            hundreds = last % _HUNDRED == 0 and last < _THOUSAND and value < _HUNDRED * _THOUSAND
            listed = linked and "tussen" in (words.low(place - 3), words.low(place - 4))
            return len(parts) == 1 and least is None and hundreds and not listed and last > 0
        if linked and 0 < last < 10 and last % 1 == 0:
            return value in range(20, 100, 10)
        step = _THOUSAND if last % _THOUSAND == 0 else _HUNDRED if last % _HUNDRED == 0 else 0
        return 0 < value < step
    if least is None or least <= _HUNDRED:
        return least is not None and 0 < value < _HUNDRED
    further = _scale(words, place + 1)
    if value >= least or (further is not None and further >= least):
        return False
    return value > _SMALL or further is not None or least == _THOUSAND
