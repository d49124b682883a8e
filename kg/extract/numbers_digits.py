"""Runs of digits -> values."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# A run of digits longer than this is a code, not a count.
_MOST_DIGITS: Final = 18
_THOUSANDS_DOT: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_THOUSANDS_COMMA: Final = re.compile(
    r"[0-9]{1,3}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,[0-9]{3}\.[0-9]+)"
)
_THOUSANDS_SPACE: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:,[0-9]+)?"
)


def digits(run: str) -> Decimal | None:
    """The value of a run of digits with Dutch separators, None where it is no one number.

    "280.000" -> 280000, "3,5" -> 3.5, "1.234,5" -> 1234.5, "1,234.5" -> 1234.5,
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
