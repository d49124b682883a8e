"""Words and digits -> ranks: "tweede", "22ste", "honderd en eerste", "vier miljoenste"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kg.extract.numbers_digits import digits
from kg.extract.numbers_figures import run
from kg.extract.numbers_parts import Number, section, tail_of_name
from kg.extract.numbers_spoken import continued, spoken
from kg.extract.numbers_words import ordinal
from kg.extract.times.tokens import Words

_ENDINGS: Final = ("e", "de", "ste")
_SCALES: Final = (10**18, 10**15, 10**12, 10**9, 10**6, 1000)
_STEPS: Final = (*_SCALES, 100)


def ranked(words: Words, place: int) -> Number | None:
    """ "tweede", "22ste", "1.000e", "honderd en eerste"; no "Tweede Kamer"."""
    told = _in_digits(words, place) or _in_words(words, place)
    if told is None or words.low(told[1]) in section("ordinal_names")["words"]:
        return None
    if tail_of_name(words, place):
        return None
    return Number(told[0], told[1], "ordinal")


def _in_digits(words: Words, place: int) -> tuple[Decimal, int] | None:
    """ "22ste", "50-ste", "10.000e"."""
    found = run(words, place)
    if found is None:
        return None
    told, after = found
    after += words.low(after) == "-" and words.joined(after) and words.low(after + 1) == "ste"
    value = digits(told)
    fits = value is not None and value % 1 == 0 and "," not in told
    if not fits or words.low(after) not in _ENDINGS or not words.joined(after):
        return None
    return (value, after + 1) if value is not None else None


def _in_words(words: Words, place: int) -> tuple[Decimal, int] | None:
    """One word, or a number whose last word is a rank: "honderd en eerste", "vier miljoenste"."""
    alone = ordinal(words.low(place))
    if alone is not None:
        return Decimal(alone), place + 1
    begun = spoken(words, place)
    figures = words.number(place, 3)
    if begun is None and figures is not None:
        begun = continued(words, Decimal(figures), place + 1)
    if begun is None:
        return None
    value, after = begun
    linked = words.low(after) == "en"
    last = ordinal(words.low(after + linked))
    if last is None:
        return None
    if not linked and last in _SCALES and 0 < value < last:
        return value * last, after + 1
    adds = _adds(value, last, linked) and figures is None
    return (value + last, after + linked + 1) if adds else None


def _adds(value: Decimal, last: int, linked: bool) -> bool:
    """Whether a rank goes on with a number: "twee en twintigste", "honderd (en) tweede"; no
    "de honderd eerste klanten"."""
    if 0 < value < 10:
        return linked and last in range(20, 100, 10)
    step = next((step for step in _STEPS if value % step == 0), 0)
    return last < step and (linked or last > 1)
