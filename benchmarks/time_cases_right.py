"""Whether what the grammars find is what a spec expects; conventions are mapped here."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kg.extract.times import Expression, find_expressions, resolve
from kg.extract.times.nodes import (
    Away,
    Month,
    Often,
    Open,
    PartOfDay,
    PartOfYear,
    Range,
    Reference,
    Stretch,
    Tonight,
)
from kg.model import Time

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
    timex = reading["timex"].replace("BD", "D")
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
    if isinstance(node, Stretch):
        length = timex.strip("()").split(",")[-1]
        sides = [reading.get(k) for k in ("startDate", "start")]
        return _same_length(time.value.strip("0123456789-").strip("/"), length) and (
            reference is None or any(_near(side, reference) for side in [*sides, *ends])
        )
    if isinstance(node, Open):
        edge = time.begin or time.end
        if edge is None:
            return timex in time.value
        told = {reading.get(k, "")[:10] for k in ("date", "startDate", "start", "end", "endDate")}
        return edge is not None and any(
            (edge + timedelta(days=step)).isoformat() in told for step in (-1, 0, 1)
        )
    if isinstance(node, Range):
        last = resolve(Expression(expression.span, node.last), reference)
        clocks = re.findall(r"T(\d\d(?::\d\d)?)", ",".join(timex.split(",")[:2]))
        if clocks:
            ours = [_clock(c) for c in re.findall(r"T(\d\d(?::\d\d)?)", time.value)]
            dated = not starts or begin == "" or begin in starts
            return ours == [_clock(c) for c in clocks] and dated
        finish = last.begin.isoformat() if last.begin else ""
        after = (time.end + timedelta(days=1)).isoformat() if time.end else ""
        shut = time.end.isoformat() if time.end else ""
        return begin in starts and bool({finish, after, shut} & ends)
    if not starts:
        # "voor vrijdag": a reading that only ends.
        starts, ends = ends, set()
    if isinstance(node, Away) and time.begin and time.end:
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
    year get no days; last September is last year's; the middle of a part of the day is an hour;
    "vannacht" is the night to come; the days of every morning are left out.
    """
    node, value = expression.node, time.value
    if isinstance(node, Stretch) and node.amounts[-1].unit in ("decade", "century"):
        return _same_length(value.partition("/")[0], timex.strip("()").split(",")[-1])
    if isinstance(node, Often):
        return value.removeprefix("XXXX-XX-XX") == timex
    if isinstance(node, Tonight) and time.begin is not None and timex.endswith("TNI"):
        return _near(timex[:10], time.begin)
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
