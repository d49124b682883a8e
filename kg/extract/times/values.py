"""TIMEX3 values of lengths of time, and how fine a value is."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kg.extract.times.nodes import Amount

_LETTERS: Final = {
    "century": "CE",
    "decade": "DE",
    "millennium": "ML",
    "year": "Y",
    "month": "M",
    "week": "W",
    "weekend": "WE",
    "quarter": "Q",
    "day": "D",
    "night": "D",
    "workday": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
# Units that are told in another one: half years and quarters of an hour.
_AS: Final[dict[str, tuple[Decimal, str]]] = {
    "half": (Decimal(6), "month"),
    "quarter": (Decimal(3), "month"),
    "quarter_hour": (Decimal(15), "minute"),
    "half_hour": (Decimal(30), "minute"),
    "lustrum": (Decimal(5), "year"),
    "decade": (Decimal(10), "year"),
    "quarter_century": (Decimal(25), "year"),
    "century": (Decimal(100), "year"),
    "millennium": (Decimal(1000), "year"),
}
# Broken counts go to the finer unit where that comes out whole: anderhalf jaar is P18M.
_FINER: Final = {
    "year": (12, "month"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
    "day": (24, "hour"),
    "night": (24, "hour"),
}
_ORDER: Final = (
    *("year", "month", "week", "weekend", "day", "night", "workday"),
    *("hour", "minute", "second"),
)
_TIMES: Final = ("hour", "minute", "second")

_FINENESS: Final = (
    ("interval", re.compile(r".*/.*")),
    ("reference", re.compile(r".*_REF")),
    ("set", re.compile(r"XXXX-(?:WXX|XX).*")),
    ("duration", re.compile(r"P.*")),
    ("clock", re.compile(r".*T[0-9].*")),
    ("part of day", re.compile(r".*T[A-Z]{2}")),
    ("day", re.compile(r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}")),
    ("weekend", re.compile(r".*-WE")),
    ("week", re.compile(r"[0-9X]{4}-W[0-9X]{2}")),
    ("month", re.compile(r"[0-9X]{4}-[0-9X]{2}")),
    ("part of year", re.compile(r"[0-9X]{4}-[A-Z].*")),
    ("year", re.compile(r"[0-9X]{4}")),
    ("decade", re.compile(r"[0-9X]{3}")),
    ("century", re.compile(r"[0-9X]{2}")),
)


def granularity(value: str) -> str:
    """How fine a TIMEX3 value is: "day", "week", "month", "year", "duration", "interval", …

    "2022-W10" -> "week"; "PRESENT_REF" -> "reference"; anything unknown -> "".
    """
    return next((name for name, form in _FINENESS if form.fullmatch(value)), "")


def duration_value(amounts: tuple[Amount, ...]) -> str:
    """The TIMEX3 value of a length of time: "P3D", "PT90M", "P1Y2M"; vague ones "PXD"."""
    counts: dict[str, Decimal | None] = {}
    for amount in amounts:
        count, unit = amount.count, amount.unit
        if unit in _AS and count is not None:
            factor, unit = _AS[unit]
            count *= factor
        if count is not None and count % 1 and unit in _FINER:
            factor_finer, finer = _FINER[unit]
            if count * factor_finer % 1 == 0:
                count, unit = count * factor_finer, finer
        before = counts.get(unit, Decimal(0))
        counts[unit] = None if count is None or before is None else before + count
    date_part = time_part = ""
    for unit in (*_ORDER, *sorted(set(counts) - set(_ORDER))):
        if unit in counts:
            told = f"{_plain(counts[unit])}{_LETTERS.get(unit, 'X')}"
            if unit in _TIMES:
                time_part += told
            else:
                date_part += told
    return f"P{date_part}" + (f"T{time_part}" if time_part else "")


def _plain(count: Decimal | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count % 1 == 0 else f"{count.normalize():f}"
