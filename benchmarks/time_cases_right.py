"""Whether what the grammars find is what a spec expects; conventions are mapped here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from time_cases_left_out import counts

from kg.extract.numbers import FoundQuantity, find_quantities
from kg.extract.times import Expression, find_expressions, resolve
from kg.extract.times.nodes import (
    Away,
    Month,
    Open,
    PartOfDay,
    PartOfYear,
    Range,
    Reference,
    Stretch,
)
from kg.model import Span, Time

_EDGE = re.compile(
    r"^(?:(?:de|het|een|op|om|in|van|tussen|voor|sinds|vanaf|rond|tegen|tijdens|na|tot|al|nog|"
    r"uiterlijk|ergens|circa|ongeveer|omstreeks|gedurende|eindigend|aanvangend|tot en met|"
    r"meer dan|"
    r"minder dan|langer dan|aan|over|binnen|beginnend|startend|sedert)\b[ ,]*)+|[ .,]+$",
    re.I,
)
_BELOW_A_DAY = ("hour", "minute", "second", "half_hour", "quarter_hour")
_SIZES = {"Y": 12, "M": 1}
_SECONDS = {"W": 604800, "D": 86400, "H": 3600, "M": 60, "S": 1}


def trimmed(text: str) -> str:
    """Words without prepositions and articles at the edge: signals are no part of our spans."""
    low = text.lower().replace("‘s", "'s").replace("’s", "'s")
    return _EDGE.sub("", low).strip() or low


def time_problem(case: Any) -> str | None:
    """What is wrong with the times found in a case; None where all are right."""
    reference = date.fromisoformat(case.reference[:10]) if case.reference else None
    found = find_expressions(case.text)
    marked = _places(case)
    # The specs know no vague references ("onlangs", "binnenkort"): those beside the gold words
    # are not judged.
    found = tuple(
        e
        for e in found
        if not isinstance(e.node, Reference)
        or any(e.span.start < b and a < e.span.end for a, b in marked)
    )
    if not case.file.startswith(("DateTimeModel", "Merged")):
        # A file of one type says nothing of the others: what it marks nothing of is not judged.
        found = tuple(
            e for e in found if any(e.span.start < b and a < e.span.end for a, b in marked)
        )
    ours = [trimmed(e.span.of(case.text)) for e in found]
    gold = [trimmed(r["Text"]) for r in case.results]
    if ours != gold:
        return f"words: {ours} for {gold}"
    if case.file.endswith("Extractor"):
        return None
    for expression, result in zip(found, case.results, strict=True):
        time = resolve(expression, reference)
        if not _same_time(expression, time, result, reference):
            return f"value: {trimmed(result['Text'])}: {_short(time)} for {_values(result)}"
    return None


def _places(case: Any) -> list[tuple[int, int]]:
    """Where the gold words stand: the first place not yet taken."""
    places: list[tuple[int, int]] = []
    low = case.text.lower()
    for result in case.results:
        start = low.find(result["Text"].lower(), places[-1][1] if places else 0)
        start = start if start >= 0 else low.find(result["Text"].lower())
        places.append((start, start + len(result["Text"])))
    return places


def _short(time: Time) -> str:
    return f"{time.value} [{time.begin}, {time.end}]"


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    """The readings that a spec allows: TIMEX and its resolution, in one form for all files."""
    value = result.get("Value") or result.get("Resolution") or {}
    if "values" in value:
        return [
            {("timex" if key == "timex" else key): str(told) for key, told in each.items()}
            for each in value["values"]
        ]
    timex = value.get("Timex") or value.get("timex") or ""
    readings = []
    for name in ("FutureResolution", "PastResolution"):
        reading = {key: str(told) for key, told in (value.get(name) or {}).items()}
        reading["timex"] = timex
        readings.append(reading)
    return readings


def _same_time(
    expression: Expression, time: Time, result: dict[str, Any], reference: date | None
) -> bool:
    return any(
        _reads_as(expression, time, reading, reference, result["Text"])
        for reading in _values(result)
    )


def _reads_as(
    expression: Expression,
    time: Time,
    reading: dict[str, str],
    reference: date | None,
    result_text: str,
) -> bool:
    timex = reading["timex"]
    node = expression.node
    if isinstance(node, Away | Stretch) and node.amounts[-1].unit in _BELOW_A_DAY:
        # The specs know the minute of speaking; an article has a day. Beside days the day counts.
        return time.begin is None or _near(reading.get("dateTime"), time.begin) or "T" in timex
    if _by_timex(expression, time, timex):
        return True
    if re.fullmatch(r"P.*", timex) and "/" not in time.value:
        return time.value == timex or _same_length(time.value, timex)
    vague = re.search(r"paar|enkele|aantal|enige|(?:dag|week|maand|jar|wek|maand)en", result_text)
    if time.value.endswith("_REF") and vague and not re.search(r"\d", result_text):
        # "enkele maanden geleden": the spec makes it three months; we say before now.
        return time.value != "PRESENT_REF" or timex == "PRESENT_REF"
    starts = {reading.get(key, "")[:10] for key in ("date", "startDate", "start", "value")}
    starts |= {reading.get(key, "")[:10] for key in ("startDateTime", "dateTime")}
    ends = {reading.get(key, "")[:10] for key in ("endDate", "end", "endDateTime")} - {""}
    starts -= {"", "not resol"}
    begin = time.begin.isoformat() if time.begin else ""
    if isinstance(expression.node, Stretch):
        length = timex.strip("()").split(",")[-1]
        sides = [reading.get(k) for k in ("startDate", "start")]
        return _same_length(time.value.strip("0123456789-").strip("/"), length) and (
            reference is None or any(_near(side, reference) for side in [*sides, *ends])
        )
    if isinstance(expression.node, Open):
        edge = time.begin or time.end
        if edge is None:
            return timex in time.value
        told = {reading.get(k, "")[:10] for k in ("date", "startDate", "start", "end", "endDate")}
        return edge is not None and any(
            (edge + timedelta(days=step)).isoformat() in told for step in (-1, 0, 1)
        )
    if isinstance(expression.node, Range):
        last = resolve(Expression(expression.span, expression.node.last), reference)
        clocks = re.findall(r"T(\d\d(?::\d\d)?)", ",".join(timex.split(",")[:2]))
        if clocks:
            ours = [_clock(c) for c in re.findall(r"T(\d\d(?::\d\d)?)", time.value)]
            dated = not starts or begin == "" or begin in starts
            return ours == [_clock(c) for c in clocks] and dated
        finish = last.begin.isoformat() if last.begin else ""
        after = (time.end + timedelta(days=1)).isoformat() if time.end else ""
        shut = time.end.isoformat() if time.end else ""
        return begin in starts and bool({finish, after, shut} & ends)
    if isinstance(expression.node, Away) and time.begin and time.end:
        return any(begin <= day <= time.end.isoformat() for day in starts)
    clock = re.search(r"T(\d\d(?::\d\d)*)", time.value)
    if clock is not None:
        told = re.search(r"T(\d\d(?::\d\d)*)", timex)
        readings = {_clock(told[1])} if told else set()
        readings |= {_clock(c) for c in re.findall(r"\b\d\d:\d\d:\d\d", str(reading))}
        dates = {d for d in starts if d.count("-") == 2}
        return _clock(clock[1]) in readings and (not dates or not begin or begin in dates)
    if "WXX" in timex and begin:
        return begin in starts and timex.partition("T")[2] == time.value.partition("T")[2]
    if _wild(timex).fullmatch(time.value):
        dates = {d for d in starts if d.count("-") == 2}
        modified = expression.modifier is not None or "Mod" in reading
        return not dates or not begin or modified or begin in dates
    after = (time.end + timedelta(days=1)).isoformat() if time.end else ""
    return begin in starts and (not ends or after in ends or time.value == timex)


def _by_timex(expression: Expression, time: Time, timex: str) -> bool:
    """Whether a TIMEX says the same by a convention of the specs that is not ours.

    Decades and centuries of a stretch are counted whole; a season without a year and a school
    year get no days; last September is last year's; the middle of a part of the day is an hour.
    """
    node, value = expression.node, time.value
    if isinstance(node, Stretch) and node.amounts[-1].unit in ("decade", "century"):
        return _same_length(value.partition("/")[0], timex.strip("()").split(",")[-1])
    if timex in ("SP", "SU", "FA", "WI"):
        return value.endswith(f"-{timex}")
    if re.match(r"[SF]Y\d", timex):
        return value == timex[2:]
    last = isinstance(node, Month | PartOfYear) and node.direction == -1
    if last and re.match(r"\d{4}-(?:\d\d|[A-Z]{2})$", timex):
        return timex[5:] == value[5:] and 0 <= int(value[:4]) - int(timex[:4]) <= 1
    if isinstance(node, Open) and expression.modifier is not None:
        return timex == value.strip("./")
    if isinstance(node, PartOfDay) and expression.modifier == "MID":
        return re.fullmatch(r"T(?:10|14|18|22)", timex) is not None
    return False


def _clock(told: str) -> str:
    return (told + ":00:00")[:8]


def _near(told: str | None, reference: date) -> bool:
    if not told or told.count("-") < 2:
        return False
    return abs((date.fromisoformat(told[:10]) - reference).days) <= 1


def _wild(timex: str) -> re.Pattern[str]:
    """A TIMEX whose X's stand for anything."""
    return re.compile("".join("[0-9X]" if mark == "X" else re.escape(mark) for mark in timex))


def _same_length(ours: str, gold: str) -> bool:
    """Whether two lengths are the same: PT90M and PT1.5H; PXD for what the spec makes P3D."""
    if "X" in ours:
        return _wild(ours).fullmatch(gold) is not None
    return _length(ours) is not None and _length(ours) == _length(gold)


def _length(value: str) -> tuple[Decimal, Decimal] | None:
    found = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])*))?", value)
    if found is None:
        return None
    months = seconds = Decimal(0)
    for count, letter in re.findall(r"([\d.]+)([YMWD])", found[1] or ""):
        if letter in _SIZES:
            months += Decimal(count) * _SIZES[letter]
        else:
            seconds += Decimal(count) * _SECONDS[letter]
    for count, letter in re.findall(r"([\d.]+)([HMS])", found[2] or ""):
        seconds += Decimal(count) * _SECONDS[letter]
    return months, seconds


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
    every = _told_apart(case)
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
    ours = [
        _bounds(q)
        for q in find_quantities(case.text, ())
        if q.comparator not in ("Exactly", "About", "Vague") or q.high is not None
    ]
    gold = [r["Resolution"]["value"] for r in case.results]
    close = [g[:-1] + "]" if "," in g and not g.startswith(("(,", "[,")) else g for g in gold]
    return None if ours in (gold, close) else f"{ours} for {gold}"


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
