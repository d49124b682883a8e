"""Dutch number words and digits -> values."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from kg.lexicon import table

# Longer words are no numbers: "negenhonderdnegenennegentigduizendnegenhonderdnegenennegentig"
# has 61 letters.
_LONGEST: Final = 70
# A run of digits longer than this is a code, not a count.
_MOST_DIGITS: Final = 18

_IRREGULAR_ORDINALS: Final = (("eerste", "een"), ("derde", "drie"), ("achtste", "acht"))
_THOUSANDS_DOT: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_THOUSANDS_COMMA: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?")
_THOUSANDS_SPACE: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:,[0-9]+)?"
)


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
        return None
    if not (found["k"] or found["c2"]):
        return None

    def below_thousand(part: int) -> int:
        small = _below_hundred()
        hundreds = (small[found[f"h{part}"]] if found[f"h{part}"] else 1) * 100
        rest = small[found[f"r{part}"]] if found[f"r{part}"] else 0
        return (hundreds if found[f"c{part}"] else 0) + rest

    thousands = (below_thousand(1) or 1) * 1000 if found["k"] else 0
    return thousands + below_thousand(2)


@lru_cache(maxsize=65536)
def ordinal(word: str) -> int | None:
    """The rank that one Dutch ordinal in lower case tells, None where it is none.

    "tweede" -> 2, "eenentwintigste" -> 21; "laatste", "beste" -> None.
    """
    if not 4 < len(word) <= _LONGEST:
        return None
    for ending, base in _IRREGULAR_ORDINALS:
        if word.endswith(ending):
            return cardinal(word.removesuffix(ending) + base)
    for ending in ("ste", "de"):
        if word.endswith(ending):
            value = cardinal(word.removesuffix(ending))
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

    "driekwart" -> 3, 4; "tweederde" -> 2, 3; "veertiende", "honderdvierde" (ranks) -> None.
    """
    for ending, below in table("numbers.toml")["denominators"].items():
        stem = word.removesuffix(ending)
        above = cardinal(stem) if stem != word and below <= 10 else None
        if above is not None and 0 < above < below:
            return above, below
    return None


def digits(run: str) -> Decimal | None:
    """The value of a run of digits with Dutch separators, None where it is no one number.

    "280.000" -> 280000, "3,5" -> 3.5, "1.234,5" -> 1234.5, "1,234,567" -> 1234567,
    "6.45" and "0.500" -> a decimal point; "1.2.3" and "10.11.2012" -> None.
    """
    if len(run) > 2 * _MOST_DIGITS or sum(mark.isdigit() for mark in run) > _MOST_DIGITS:
        return None
    plain: str | None = None
    if run.isdigit():
        plain = run
    elif _THOUSANDS_DOT.fullmatch(run) and not run.startswith("0"):
        plain = run.replace(".", "").replace(",", ".")
    elif _THOUSANDS_SPACE.fullmatch(run):
        plain = re.sub(r"[ \u00a0\u2009\u202f]", "", run).replace(",", ".")
    elif _THOUSANDS_COMMA.fullmatch(run):
        plain = run.replace(",", "")
    elif run.count(",") + run.count(".") == 1:
        plain = run.replace(",", ".")
    return None if plain is None else Decimal(plain)
