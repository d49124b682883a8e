"""TIMEX3 values -> how Dutch says them: "2022-03-03" is "3 maart 2022"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.lexicon import table

_REFERENCES: Final = {
    "PAST_REF": "eerder, dag niet genoemd",
    "PRESENT_REF": "nu",
    "FUTURE_REF": "later, dag niet genoemd",
}
_PARTS: Final = {
    "MO": "ochtend",
    "AF": "middag",
    "EV": "avond",
    "NI": "nacht",
    "SP": "lente",
    "SU": "zomer",
    "FA": "herfst",
    "WI": "winter",
    "H1": "eerste helft",
    "H2": "tweede helft",
}
_UNITS: Final = {
    "Y": "jaar",
    "M": "maanden",
    "W": "weken",
    "D": "dagen",
    "H": "uur",
    "S": "seconden",
}


def time_label(value: str) -> str:
    """What a time is called; the value itself where Dutch has no short way to say it.

    "2022-W10" -> "week 10 van 2022"; "199" -> "jaren 1990"; "2022-03-03TEV" -> "3 maart 2022,
    avond"; "2022-02-24/.." -> "vanaf 24 februari 2022"; "XXXX-WXX-2" -> the value.
    """
    if value in _REFERENCES:
        return _REFERENCES[value]
    first, slash, last = value.partition("/")
    if slash:
        return _interval(first, last)
    for form, said in _FORMS:
        found = form.fullmatch(value)
        if found is not None:
            return said(found)
    return value


def _interval(first: str, last: str) -> str:
    if first == "..":
        return f"tot en met {time_label(last)}"
    if last == "..":
        return f"vanaf {time_label(first)}"
    if first.startswith("P"):
        return f"{_length(first)} tot {time_label(last)}"
    if last.startswith("P"):
        return f"{_length(last)} vanaf {time_label(first)}"
    return f"{time_label(first)} tot en met {time_label(last)}"


def _length(value: str) -> str:
    found = re.fullmatch(r"P(T?)([\d.]+)([YMWDHS])", value)
    if found is None:
        return value
    unit = "minuten" if found[1] and found[3] == "M" else _UNITS[found[3]]
    single = {"maanden": "maand", "weken": "week", "dagen": "dag", "minuten": "minuut"}
    return f"{found[2]} {single.get(unit, unit) if found[2] == '1' else unit}"


def _day(year: str, month: str, day: str) -> str:
    return f"{int(day)} {_month(month)} {int(year)}"


def _month(month: str) -> str:
    names: dict[str, int] = table("times.toml")["months"]
    return next((name for name, number in names.items() if number == int(month)), month)


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), lambda m: _day(m[1], m[2], m[3])),
    (
        re.compile(r"(\d{4})-(\d\d)-(\d\d)T([A-Z]{2})"),
        lambda m: f"{_day(m[1], m[2], m[3])}, {_PARTS.get(m[4], m[4])}",
    ),
    (
        re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d).*"),
        lambda m: f"{_day(m[1], m[2], m[3])}, {m[4]}.{m[5]} uur",
    ),
    (re.compile(r"T(\d\d):(\d\d).*"), lambda m: f"{m[1]}.{m[2]} uur"),
    (re.compile(r"T([A-Z]{2})"), lambda m: _PARTS.get(m[1], m[0])),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: f"{_month(m[2])} {int(m[1])}"),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda m: f"week {int(m[2])} van {int(m[1])}"),
    (
        re.compile(r"(\d{4})-W(\d\d)-WE"),
        lambda m: f"weekend van week {int(m[2])} van {int(m[1])}",
    ),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: f"kwartaal {m[2]} van {int(m[1])}"),
    (re.compile(r"(\d{4})-([A-Z][A-Z\d])"), lambda m: f"{_PARTS.get(m[2], m[2])} van {int(m[1])}"),
    (re.compile(r"\d{4}"), lambda m: str(int(m[0]))),
    (re.compile(r"\d{3}"), lambda m: f"jaren {int(m[0])}0"),
    (re.compile(r"\d\d"), lambda m: f"{int(m[0]) + 1}e eeuw"),
    (re.compile(r"P.*"), lambda m: _length(m[0])),
)
