"""Dutch number words -> values, one word at a time."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from kg.lexicon import table

# Longer words are no numbers: "negenhonderdnegenennegentigduizendnegenhonderdnegenennegentig"
# has 61 letters.
_LONGEST: Final = 70

_BIG_SCALES: Final = ("miljoen", "miljard", "biljoen", "biljard", "triljoen")
_IRREGULAR_ORDINALS: Final = (("eerste", "een"), ("derde", "drie"), ("achtste", "acht"))


@cache
def _below_hundred() -> dict[str, int]:
    """Every spelling of 0-99: "tweeëntwintig", "tweeentwintig" and "twee-en-twintig"."""
    words = table("numbers.toml")
    found: dict[str, int] = {**words["units"], **words["teens"], **words["tens"]}
    for unit, ones in words["units"].items():
        if ones == 0:
            continue
        for ten, tens in words["tens"].items():
            for glue in ("en", "ën"):
                found[unit + glue + ten] = ones + tens
    return found


@cache
def _compound() -> re.Pattern[str]:
    """A number word below a million, in parts; anchored, each part read once."""
    small = "|".join(sorted(_below_hundred(), key=len, reverse=True))
    hundred = rf"(?:(?P<h{{0}}>{small})?(?P<c{{0}}>honderd))?(?:en|ën)?(?P<r{{0}}>{small})?"
    return re.compile(
        rf"(?:(?P<thousands>{hundred.format(1)})(?P<k>duizend))?(?:en|ën)?{hundred.format(2)}"
    )


@lru_cache(maxsize=65536)
def cardinal(word: str) -> int | None:
    """The value of one Dutch number word in lower case, None where it is no number.

    "tweeëntwintig" -> 22, "driehonderdeenentachtigduizend" -> 381000; "en", "eend" -> None.
    """
    if not 2 < len(word) <= _LONGEST or word.endswith("den") or word.startswith(("en", "ën")):
        return None
    if word in _below_hundred():
        return _below_hundred()[word]
    found = _compound().fullmatch(word)
    if found is None:
        return _of_big_scale(word)
    if not (found["k"] or found["c2"]):
        return None

    def below_thousand(part: int) -> int:
        small = _below_hundred()
        hundreds = (small[found[f"h{part}"]] if found[f"h{part}"] else 1) * 100
        rest = small[found[f"r{part}"]] if found[f"r{part}"] else 0
        return (hundreds if found[f"c{part}"] else 0) + rest

    thousands = (below_thousand(1) or 1) * 1000 if found["k"] else 0
    return thousands + below_thousand(2)


def _of_big_scale(word: str) -> int | None:
    """ "tweemiljoen", as many write it: a number word and a scale in one."""
    for scale in _BIG_SCALES:
        stem = word.removesuffix(scale)
        if stem != word:
            many = cardinal(stem)
            return None if many is None else many * int(table("numbers.toml")["scales"][scale])
    return None


@lru_cache(maxsize=65536)
def ordinal(word: str) -> int | None:
    """The rank that one Dutch ordinal in lower case tells, None where it is none.

    "tweede" -> 2, "eenentwintigste" -> 21, "miljoenste" -> 1000000; "laatste", "beste" -> None.
    """
    if not 4 < len(word) <= _LONGEST:
        return None
    for ending, base in _IRREGULAR_ORDINALS:
        if word.endswith(ending):
            return cardinal(word.removesuffix(ending) + base)
    for ending in ("ste", "de"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if stem in _BIG_SCALES:
                return int(table("numbers.toml")["scales"][stem])
            value = cardinal(stem)
            return value if value != 1 or len(word) > 6 else None
    return None


def half_word(word: str) -> Decimal | None:
    """The value of "anderhalf", "tweeënhalf", "drieëneenhalf"; None for any other word."""
    if word in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    for ending in (
        "eneenhalf",
        "ëneenhalf",
        "eneenhalve",
        "ëneenhalve",
        "enhalf",
        "ënhalf",
        "enhalve",
        "ënhalve",
    ):
        if word.endswith(ending):
            whole = cardinal(word.removesuffix(ending))
            return None if whole is None else whole + Decimal("0.5")
    return None


@lru_cache(maxsize=65536)
def fraction_word(word: str) -> tuple[int, int] | None:
    """The fraction that one word tells, above and below the line; None for any other word.

    "driekwart" -> 3, 4; "tweederde" -> 2, 3; "negentiende", "honderdvierde" (ranks) -> None.
    """
    if ordinal(word) is not None:
        return None
    for ending, below in _joined_denominators().items():
        stem = word.removesuffix(ending)
        above = cardinal(stem) if stem != word else None
        if above is not None and 0 < above < below:
            return above, below
    return None


@cache
def _joined_denominators() -> dict[str, int]:
    """What is written in one word with the number above it: "kwart", "derde" to "tienden"."""
    ranks = {word: ordinal(word) for word in table("numbers.toml")["denominators"]["words"]}
    small = {word: rank for word, rank in ranks.items() if rank}
    return {"kwart": 4, **small, **{f"{word}n": rank for word, rank in small.items()}}


@lru_cache(maxsize=65536)
def denominator(word: str) -> int | None:
    """What stands below the line of a fraction told in words; None for any other word.

    "kwart" -> 4, "derde" -> 3, "honderdsten" -> 100; "tweede", "eerste", "half" -> None.
    """
    if word == "kwart":
        return 4
    below = ordinal(word.removesuffix("n"))
    return below if below is not None and below > 2 else None


def is_teen(word: str) -> bool:
    """Whether a word in lower case is "dertien" to "negentien"."""
    return word in table("numbers.toml")["teens"]


def is_number(word: str) -> bool:
    """Whether a word in lower case tells a number, a rank or a fraction."""
    return (
        cardinal(word) is not None
        or ordinal(word) is not None
        or half_word(word) is not None
        or fraction_word(word) is not None
    )
