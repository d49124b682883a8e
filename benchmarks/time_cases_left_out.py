"""Which cases of the specs no news text contains, by rule.

See docs/decisions/0009-time-and-numbers.md.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = (
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|"
    r"vijftien|zestien|zeventien|achttien|negentien|twintig|vierentwintig)"
)
_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
_WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_QUERY = re.compile(
    r"later dan|eerder dan|of later|of erna|en hoger|hoger dan|niet later|op of|voor of|gelijk aan|"
    r"[<>]|zo vroeg als|zo laat als|na afloop van|vroeger dan|tot op heden|en erna",
    re.I,
)
_SHORT_MONTHS = "jan feb febr mrt apr jun jul aug sep sept okt nov dec"
_MONTHS = _SHORT_MONTHS.split()
_ORDINAL_DAY = re.compile(
    r"\b\d{1,2}(?:e|de|ste)\b|\b\w+(?:eerste|tweede|derde|vierde|vijfde|zesde|"
    r"zevende|achtste|negende|tiende|elfde|tigste)\b|\bde (?:eerste|tweede|derde)$",
    re.I,
)
_PERIOD = re.compile(rf"{_MONTH}|maand|kwartaal|eeuw|week|helft|jaar|{_WEEKDAY}|dag\b|decenn", re.I)
_ANAPHOR = re.compile(
    r"\b(?:ervoor|erna|daarvoor|daarna|later|tevoren)$|voorafgaand|die ene|"
    r"^(?:op )?(?:de )?volgende dag$|de dag (?:ervoor|erna)|dezelfde|dat weekend|"
    r"\blater$|die (?:dag|week|maand)|\bdeze tijd\b|volgende avond|na de volgende|na volgende|"
    r"na het volgende",
    re.I,
)
_UNIT_ALONE = re.compile(
    r"^(?:in |op )?(?:de|het|mijn|jouw|een)? ?(?:dag|week|maand|jaar|kwartaal|kartaal|seconde)$",
    re.I,
)
_DAY_NUMBER = re.compile(r"^(?:op )?(?:de )?(?:\d{1,2}(?:e|de|ste)?|\w+(?:de|ste))$", re.I)
_INFORMAL = re.compile(
    # The year in the middle or first, months before days, English clocks, cut and glued words.
    rf"^{_MONTH}\w*-\d{{4}}-\d|^\d{{1,2}}-\d{{4}}-{_MONTH}|^\d{{4}}[.-]\d$|^\d{{4}} het|"
    r"^\d{4} ?[-/.,] ?(?:\d{1,2}|[a-z]{3,})$|^\d{1,2} ?[-/] ?\d{4}$|\d{1,2}[-/]\d{1,2}, \d{4}|"
    r"\b[ap]\.? ?m\b|\d[ap]m\b|\d ?h\b|’en\b|-en\b|T\d\d:|\bmid |~|\d/\d+-\d|½|"
    rf"^\d+{_MONTH}|\d\s(?:ste|de)\b|{_WEEKDAY} \d+$|^(?:de )?maand van|{_MONTH}\w* tussen \d|"
    rf"{_MONTH}[a-z]*[ -]{_MONTH}|fiscaal|\bq\d|^K\d$|\bmijn |week van \w+ de \d|"
    r"-\d{1,2} \w{3} \d{4}$|\d{3,4}u\b|werkdagen",
)
_NTH_ALONE = re.compile(rf"^(?:de )?(?:\w+(?:de|ste)) {_WEEKDAY}$|^\w+ {_WEEKDAY}en vanaf", re.I)
_DAY_MONTH = re.compile(rf"(?<![\d/-])\d{{1,2}}[-/]\d{{1,2}}(?![\d/-])(?! {_MONTH})")
_YEAR_WORDS = re.compile(
    r"duizend|honderd|(?:zestien|zeventien|achttien|negentien|twintig)\w*(?:tig|tien)\b|"
    r"negentien en een",
    re.I,
)
_FOREIGN = re.compile(
    r"yuandan|mlk|martin luther|onafhankelij|suikerfeest|offerfeest|islamitisch", re.I
)
_SUBDAY = re.compile(r"minu(?:ut|ten)|second|sec\b|\buur|\buren|rest van vandaag", re.I)


def _month_alone(text: str) -> bool:
    """Whether a shortened month stands beside neither a day nor a year."""
    words = re.findall(r"\w+", text.lower())
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if before in ("van", "de"):
            before = words[place - 2] if place > 1 else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        beside = (
            before[:1].isdigit() or after[:1].isdigit() or before.endswith(("de", "ste", "tig"))
        )
        if word in _MONTHS and not beside:
            return True
    return False


_CUT = "ma di wo do vr za zo maa din dins woe woens don dond vri vrij zat zon"
_WEEKDAYS_CUT = frozenset(_CUT.split())
_COUNTED = re.compile(
    r"uur|uren|u$|h$|min|sec|dag|dgn|nacht|week|weken|maand|jaar|jaren|jr|kwart|eeuw|decenn|werk|keer|maal|"
    r"half|halve|voor$|over$|en$|komend|afgelopen|volgend|aankomend|e$|ste$|de$|'s|paar|weekend|zondagen|"
    + _MONTH
)


def _bare_number(text: str, kind: str) -> bool:
    """Whether an hour or a day is told by a bare number: "om 7", "maandag 21", "op 15"."""
    words = re.findall(r"\d+(?:[:.,/-]\d+)+|'?\w+", text.lower())
    month = re.search(rf"\b{_MONTH}|maand", text.lower())
    for place, word in enumerate(words):
        if not re.fullmatch(_NUMBER, word) or word in ("een", "paar"):
            if "time" in kind and re.fullmatch(r"\d{1,2}-\d{1,2}", word):
                return True
            continue
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        if _COUNTED.match(after) and not (after in ("voor", "over") and kind == "date"):
            continue
        if before in ("half", "kwart", "week", "over", "voor", "dan", "q", "komende", "afgelopen"):
            continue
        if before == "uur" or after in _WEEKDAYS_CUT:
            continue
        if "time" in kind or not month:
            return True
    return False


def _cut_weekday(text: str) -> bool:
    """A weekday cut short with no date behind it: "dins.", "woens"; "wo. 22 jan" is news."""
    words = re.findall(r"\w+", text.lower())
    return any(
        word in _WEEKDAYS_CUT
        and not (place + 1 < len(words) and words[place + 1][:1].isdigit())
        and len(words) < 4
        for place, word in enumerate(words)
    )


def left_out(case: Any) -> str | None:
    """Why no news text contains a case; None where one can."""
    if case.kind == "datetime":
        return _time(case)
    return _number(case)


def _time(case: Any) -> str | None:
    if case.file == "TimeZoneParser" or "timezone" in str(case.results).lower():
        return "time zones"
    if not case.results and not case.file.startswith(("DateTimeModel", "Merged")):
        return "no time of the file's one type: says nothing of others"
    for result in case.results:
        text = result["Text"]
        if not text or text.lower() not in case.text.lower():
            return "gold words do not stand in the sentence"
        kind = str(result.get("TypeName", result.get("Type", ""))).removeprefix("datetimeV2.")
        value = str(result.get("Value", result.get("Resolution", "")))
        reason = _time_result(case, text, kind, value)
        if reason is not None:
            return reason
    return None


def _time_result(case: Any, text: str, kind: str, value: str) -> str | None:
    timex = value.partition("imex")[2]
    if "0001-01-01" in value or ("not resolved" in value and re.search(r"02-(?:29|30)", value)):
        return "days that do not exist (30 feb)"
    if re.search(r"TMEL|TMEB|TBH", timex) or re.search(r"lunch|ontbijt|werkuren", text):
        return "meals and office hours"
    if _QUERY.search(text):
        return "language of search queries (later dan, 2012 of erna, > 18.00)"
    if _bare_number(text, kind):
        return "hours and days as bare numbers (vanavond om 7, maandag 3-8, op 15)"
    relative = re.search(
        r"over |binnen |laatste|afgelopen|vorig|voorgaand|voorbij|eerder|volgend|komend|vanaf|"
        r"geleden|later|toekomst|rest",
        text,
    )
    if (
        "time" in kind
        and relative
        and _SUBDAY.search(text)
        and "'s" not in text
        and "s " not in text[:2]
    ):
        return "distances in hours and minutes from the moment of speaking"
    if "23:59:59" in timex or re.search(r"(?:eind|einde) van (?:de dag|vandaag|morgen)", text):
        return "distances in hours and minutes from the moment of speaking"
    if _ANAPHOR.search(text):
        return "times that count from what was told before (de volgende dag)"
    if re.search(r"(?:meer|minder|eerder) dan .*(?:na|voor|vanaf|dan) |op de dag", text):
        return "language of search queries (later dan, 2012 of erna, > 18.00)"
    if re.search(rf"afgelopen {_MONTH}", text):
        return "afgelopen september, said in November, as last year's"
    if re.fullmatch(r"\d\d?[.]\d\d", text) and not re.search(r"(?:om|rond|tegen) \d", case.text):
        return "a clock with a point and neither om nor uur (20.10): a decimal in news"
    if _UNIT_ALONE.search(text):
        return "a unit alone (de week, het jaar), no time in a news text"
    if _DAY_NUMBER.search(text):
        return "a day number without a month (de 15e)"
    if _NTH_ALONE.search(text):
        return "the n-th weekday of no month (de tweede zondag)"
    if _FOREIGN.search(text):
        return "feast days of other calendars and countries"
    if _YEAR_WORDS.search(text):
        return "years in words (tweeduizend achttien)"
    if _ORDINAL_DAY.search(text) and not _PERIOD.search(text):
        return "a day number without a month (de 15e)"
    if re.search(r"^\d{1,2}(?:,| om) |^op \d{1,2}$|\bop \d{1,2}$", text):
        return "a day number without a month (de 15e)"
    odd = re.search(rf"\b{_MONTH}\w*\.? (?:de )?\d{{1,2}}(?:e|ste|de)?(?![\d.:]| uur)", text, re.I)
    if odd or _INFORMAL.search(text) or _month_alone(text) or _cut_weekday(text):
        return "notations no newspaper uses (woens, 2015.3, feb, 3u, November 19-20)"
    if _DAY_MONTH.search(text) and not re.search(r"\b(?:op|elke|iedere) \d", case.text):
        return "day and month in digits without a year (22/4): a score or fraction in news"
    return None


def _odd_fraction(text: str, value: str) -> bool:
    """Whether a fraction in words has parts above ten or marks between them."""
    if not re.search(r"(?:de|ste|den|sten)$", text.lower()) or "ordinal" in value:
        return False
    if re.search(r"[-/]", text) or re.search(r"\bhonderd|duizend", text):
        return "ordinal" not in value and re.search(r"[-/]", text) is not None
    told = re.search(r"'value': '([\d,]+)'", value)
    number = float(told[1].replace(",", ".")) if told else 0
    simple = {round(above / below, 6) for below in range(2, 11) for above in range(1, below)}
    return round(number % 1, 6) not in simple | {0.0} or (number > 1 and " en " not in text)


def _number(case: Any) -> str | None:
    if "Suppress" in case.file:
        return "rank words without a rank (volgende, laatste)"
    for result in case.results:
        value = str(result.get("Resolution", ""))
        text = result["Text"]
        if "ordinal.relative" in str(result.get("TypeName")):
            return "rank words without a rank (volgende, laatste)"
        if "'value': None" in value:
            return "units without a number"
        if re.search(r"\^|\de[+\d]|^-\d+/\d", text):
            return "powers and floating-point notation"
        if re.search(r"^,\d", text):
            return "decimals that begin with a comma (,08)"
        if re.search(r"(?:een|één|1) (?:van|uit) ", text) or case.file == "NumberModelPercentMode":
            return "one of the three as a fraction: a count in news"
        if "tientje" in text.lower() or re.search(r"(?:dollar|euro) en \d+$", text):
            return "money of the street (een tientje, 15 dollar en 15)"
        if case.file.startswith("Age") and not re.search(r"oud|jarig|leeftijd", case.text):
            return "lengths of time that the spec takes for ages (een afspraak van één jaar)"
        if re.search(r"draai|slag|eetlepel|theelepel|kopje", text):
            return "spoons and turns"
        if _odd_fraction(text, value):
            return "fractions no newspaper uses (honderd en dertig vijfde, een - vierde)"
        if re.search(
            r"[<>~]|gelijk (?:aan|of)|als \d|als minder|groter dan|hoger dan de|lager dan de", text
        ):
            return "language of search queries (x>10, gelijk aan 20)"
        if text.lower() == "een" or re.match(r"een (?:cent|are|metrische)", text.lower()):
            return "the article een read as a number"
    if case.file.startswith("NumberRange") and re.search(
        r"(?:de|e|ste) en (?:de )?\w+(?:de|ste)\b", case.text
    ):
        return "ranges of ranks"
    if re.search(r"percentage van", case.text):
        return "percentage van twintig"
    if re.search(r"telefoon|Tel:|http|\d/\d+/\d|0000|\+\d", case.text):
        return "telephone numbers, links, dates, codes"
    return None
