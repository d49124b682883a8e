"""Whether the quantities found are what a spec expects; conventions are mapped here."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from time_cases_left_out import counts

from kg.extract.numbers import FoundQuantity, find_quantities
from kg.model import Span

_KINDS = {
    "Number": ("count", "fraction", "percent", "money", "measure", "age", "duration"),
    "Ordinal": ("ordinal",),
    "Percent": ("percent",),
    "Age": ("age",),
    "Currency": ("money",),
    "Dimension": ("measure",),
    "Temperature": ("measure",),
}
_UNITS = {
    "Euro": "EUR",
    "Dollar": "USD",
    "United States dollar": "USD",
    "Cent": "cent",
    "Canadian dollar": "CAD",
    "New Zealand dollar": "NZD",
    "Netherlands guilder": "NLG",
    "British pound": "GBP",
    "Japanese yen": "JPY",
    "Swiss franc": "CHF",
    "Finnish markka": "FIM",
    "Russian ruble": "RUB",
    "Chinese yuan": "CNY",
    "Year": "year",
    "Month": "month",
    "Week": "week",
    "Day": "day",
    "Kilometer": "km",
    "Meter": "m",
    "Centimeter": "cm",
    "Millimeter": "mm",
    "Decimeter": "dm",
    "Mile": "mi",
    "Inch": "in",
    "Foot": "ft",
    "Yard": "yd",
    "Light year": "lj",
    "Hectare": "ha",
    "Square meter": "m²",
    "Square kilometer": "km²",
    "Square mile": "mi²",
    "Square foot": "ft²",
    "Liter": "l",
    "Milliliter": "ml",
    "Centiliter": "cl",
    "Deciliter": "dl",
    "Hectoliter": "hl",
    "Cubic meter": "m³",
    "Cubic centimeter": "cm³",
    "Cubic foot": "ft³",
    "Gallon": "gal",
    "Barrel": "bbl",
    "Ton": "t",
    "Metric ton": "t",
    "Kilogram": "kg",
    "Gram": "g",
    "Milligram": "mg",
    "Ounce": "oz",
    "Kilobyte": "kB",
    "Pound": "lb",
    "Megabyte": "MB",
    "Gigabyte": "GB",
    "Terabyte": "TB",
    "Petabyte": "PB",
    "Meter per second": "m/s",
    "Kilometer per hour": "km/u",
    "Mile per hour": "mi/h",
    "Knot": "kt",
    "C": "°C",
    "F": "°F",
    "K": "K",
    "Degree": "degree",
}


def number_problem(case: Any) -> str | None:
    """What is wrong with the quantities found in a case; None where all are right."""
    if case.file.startswith("NumberRange"):
        return _range_problem(case)
    model = next(name for name in _KINDS if case.file.startswith(name))
    every = [_as_pound(q, model, case.text) for q in _told_apart(case)]
    found = [q for q in every if q.kind in _KINDS[model]]
    if model in ("Percent",):
        found = [q for q in every if q.kind in ("percent", "fraction")]
        found = [q for q in found if q.kind == "percent" or case.file.endswith("PercentMode")]
    if model == "Number":
        # "180ml" is one word to the spec and has no number.
        found = [q for q in found if not case.text[q.number.end : q.number.end + 1].isalpha()]
    if model == "Temperature":
        found = [q for q in found if q.unit in ("°C", "°F", "degree")]
    if model == "Dimension":
        # Temperatures have their own file; parts of a hundred are no dimension.
        found = [q for q in found if q.unit not in ("°C", "°F", "K", "degree", "pp", "‰")]
    ours = [_told(q, model, case.text) for q in found]
    gold = [_gold(r, model) for r in case.results if counts(r)]
    if model == "Number":
        # The article "een" is no number in a text.
        gold = [g for g in gold if g[0] != "een"]
    if len(ours) == len(gold):
        # Units are compared where the spec's name for them is one that we know.
        ours = [(*o[:2], o[2] if g[2] else "") for o, g in zip(ours, gold, strict=True)]
    return None if ours == gold else f"{ours} for {gold}"


def _as_pound(found: FoundQuantity, model: str, text: str) -> FoundQuantity:
    """A "pond" by the file: the specs' one file makes every pond a weight, the other money; we
    decide by the words around."""
    last = found.span.of(text).lower().split()[-1]
    if last not in ("pond", "ponden") or found.unit not in ("GBP", "lb"):
        return found
    if model == "Dimension":
        return replace(found, kind="measure", unit="lb")
    return replace(found, kind="money", unit="GBP") if model == "Currency" else found


_BETWEEN_ENDS = re.compile(r"(?: ?\b(?:tot en met|t/m|tot|en|à|a)\b ?|- tot | ?[-–—] ?)(?:de )?")


def _told_apart(case: Any) -> list[FoundQuantity]:
    """Our quantities as the specs cut them: both ends of a range, no vague numbers of ours.

    A range is one quantity for us; the specs tell two numbers, and a unit only where it stands.
    They know no vague numbers ("enkele"): those beside the gold words are not judged.
    """
    told: list[FoundQuantity] = []
    gold = [str(r["Text"]).lower() for r in case.results]
    for found in find_quantities(case.text, ()):
        words = found.span.of(case.text).lower()
        if found.comparator == "Vague" and not any(words in g or g in words for g in gold):
            continue
        between = _BETWEEN_ENDS.search(case.text, found.number.start, found.span.end)
        if found.high is None or between is None:
            told.append(found)
            continue
        ends = ((found.number.start, between.start()), (between.end(), found.span.end))
        for start, stop in ends:
            for end in find_quantities(case.text[start:stop], ()):
                told.append(
                    replace(end, span=_moved(end.span, start), number=_moved(end.number, start))
                )
    return told


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _plain(text: str) -> str:
    return re.sub(r"^(?:een|de|op) (?=\w+ ?)", "", text.lower().strip()).strip()


def _told(found: FoundQuantity, model: str, text: str) -> tuple[str, str, str]:
    whole = model not in ("Number", "Ordinal")
    span = text[found.number.start : found.span.end] if whole else found.number.of(text)
    if model == "Currency":
        sign = re.search(
            r"(?:[A-Za-z]{0,3}[€$£¥]|[A-Z]{3})\s*$", text[found.span.start : found.number.start]
        )
        span = (sign[0] if sign else "") + span
    value = found.value
    if model == "Percent" and found.kind == "fraction":
        value *= 100
    unit = found.unit or "" if model in ("Age", "Currency", "Dimension", "Temperature") else ""
    return _plain(span), f"{round(float(value), 3):g}", unit


def _gold(result: dict[str, Any], model: str) -> tuple[str, str, str]:
    resolution = result["Resolution"]
    value = str(resolution.get("value")).replace("%", "").replace(",", ".")
    try:
        value = f"{round(float(Decimal(value)), 3):g}"
    except InvalidOperation:
        value = str(value)
    text = result["Text"]
    named = _UNITS.get(str(resolution.get("unit", "")), "")
    unit = str(resolution.get("isoCurrency") or named)
    if model == "Percent":
        text = text.removesuffix(" van")
    return _plain(text), value, unit


def _range_problem(case: Any) -> str | None:
    limits = [
        q
        for q in find_quantities(case.text, ())
        if q.comparator not in ("Exactly", "About", "Vague") or q.high is not None
    ]
    ours: list[str] = []
    end = -1
    for limit in limits:
        told = _bounds(limit)
        linked = case.text[end : limit.span.start].strip(" ,") in ("en", "maar") and end >= 0
        both = _both_limits(ours[-1], told) if linked and ours else None
        if both is not None:
            # "boven de 1000 en onder de 1500": one interval for the specs, two limits for us.
            ours[-1] = both
        else:
            ours.append(told)
        end = limit.span.end
    gold = [r["Resolution"]["value"] for r in case.results]
    close = [g[:-1] + "]" if "," in g and not g.startswith(("(,", "[,")) else g for g in gold]
    return None if ours in (gold, close) else f"{ours} for {gold}"


def _both_limits(first: str, second: str) -> str | None:
    """ "(1000,)" and "(,1500)" -> "(1000,1500)"; None for two lower or two upper limits."""
    lower, upper = sorted((first, second), key=lambda limit: limit.startswith("(,"))
    fits = lower.endswith(",)") and upper.startswith("(,")
    return lower[:-1] + upper[2:] if fits else None


def _bounds(found: FoundQuantity) -> str:
    value = f"{float(found.value):g}"
    if found.high is not None:
        return f"[{value},{float(found.high):g}]"
    return {
        "AtLeast": f"[{value},)",
        "MoreThan": f"({value},)",
        "AtMost": f"(,{value}]",
        "LessThan": f"(,{value})",
    }[found.comparator]
