"""Which cases of the specs no news text contains, by what their results are and how they are put.

A case is left out for the kind of result that the spec itself names (a time zone, a meal), or
for its grammatical form: what is left of an expression once the ways in which Dutch papers
write dates, clocks and lengths are taken away (``_FORMS``), and words outside the vocabulary of
news times (``_WORDS``). Nothing here looks at a sentence or at what the grammars make of it.
See docs/decisions/0009-time-and-numbers.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_ONES = "een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen"
_WORD = (
    rf"(?:(?:{_ONES})|(?:{_ONES})?(?:honderd|duizend)\w*|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|"
    r"acht|negen)tien\w*|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|"
    rf"(?:{_ONES})(?:en|ën)\w*tig|anderhal(?:f|ve)|(?:{_ONES})[eë]n(?:een)?hal(?:f|ve))(?!\w)"
)
_NUMBER = rf"(?<!\w)(?:\d+(?:[.,]\d+)?|{_WORD})"
_RANK = (
    r"(?:\d{1,3}(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|"
    r"tiende|elfde|twaalfde|\w+tiende|\w+tigste)(?!\w)"
)
_MONTH = (
    r"(?:(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?|januari|februari|maart|april|mei|"
    r"juni|juli|augustus|september|oktober|november|december)"
)
_WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_UNIT = (
    r"(?:seconden?|secondes|minuut|minuten|kwartier(?:en)?|half ?uur|uur|uren|dag(?:en)?|"
    r"etma(?:al|len)|nacht(?:en)?|we(?:ek|ken)|weekends?|weekeinden?|weekenden|maand(?:en)?|"
    r"min\b\.?|sec\b\.?|dgn\b\.?|jr\b\.?|kwarta(?:al|len)|halfjaar|jaar|jaren|decenni(?:um|a)|eeuw(?:en)?)"
)
_YEAR = rf"(?:\d{{4}}|['’‘]\d\d|(?:{_ONES}|\w*tien)?(?:honderd|duizend)(?: en)?(?: ?{_WORD})?)"
_LINK = r"(?:\s*(?:tot en met|t/m|tot|en|-|–)\s*)"
_DAY = rf"(?<!\w)(?:(?:de )?(?:{_RANK}|\d{{1,2}}|{_WORD})(?: dag)?(?: van)?(?: de)?)"
_SHORT_DAY = r"(?:ma|di|wo|do|vr|za|zo)\."
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?u(?:ur)?\b)?"
_LONG_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_DAY_WORD = (
    rf"(?:{_WEEKDAY}|gister(?:en)?|eergister(?:en)?|morgen|overmorgen)"
    r"(?:s|en|ochtend|middag|namiddag|avond|nacht|morgen)?"
)
# Names of feasts are told by no list here: those that the grammar lacks are its errors.
_MAY_BE_FEAST = re.compile(
    r"\w+dag(?:en)?$|kerst|paas|pasen|pinkster|oud|nieuwjaar|carnaval|jaarwisseling"
)
# The ways in which Dutch papers write times, the longest first.
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 3-5-2022, 2022-05-03
        r"(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d\d)(?![\d/.-])",
        r"(?<![\d/.-])\d{4}-\d{1,2}-\d{1,2}(?![\d/.-])",
        # 3 (tot en met 5) mei 2022, de derde van mei, mei 2022, eind mei
        rf"(?:{_SHORT_DAY} )?(?:{_DAY}{_LINK})?{_DAY}[ -]{_MONTH}(?:[ ,-]+(?:(?:van|in) )?{_YEAR})?"
        rf"(?:{_LINK}(?:de )?{_RANK})?",
        rf"{_MONTH}[, ]+(?:(?:van|in) )?{_YEAR}",
        # vrijdag de 13e, de 20e van (de) volgende maand, deze maand van 4 tot 22
        rf"{_WEEKDAY} de {_RANK}",
        rf"maand (?:(?:van|tussen) )?{_NUMBER}{_LINK}{_NUMBER}",
        rf"{_NUMBER}{_LINK}{_NUMBER} (?:deze|volgende|komende|vorige|afgelopen) maand",
        rf"{_DAY} ?(?:(?:deze|volgende|komende|vorige|afgelopen) )maand",
        # 14.30 uur, 20u30, zeven uur dertig, half acht, kwart voor acht, tien over half acht
        rf"(?<![\d:.])(?:\d{{1,2}}{_LINK})?{_CLOCK}(?![\d:])",
        r"\b\d{1,2}u(?:\d\d)?\b",
        rf"(?:{_NUMBER}|kwart)(?: minu\w+)? (?:over|voor) (?:half )?{_NUMBER}(?: uur)?\b",
        rf"\bhalf {_NUMBER}\b",
        rf"(?:{_NUMBER}{_LINK})?{_NUMBER} uur(?: {_NUMBER}\b(?! (?:op|{_UNIT})))?",
        # drie dagen, 2 komende jaren, anderhalf jaar, een jaar of drie
        rf"(?:{_NUMBER}{_LINK})?{_NUMBER}(?: (?:en een )?(?:half|halve|hele|volle|volledige|"
        rf"komende|aankomende|volgende|afgelopen|laatste|vorige|voorbije|voorgaande))? {_UNIT}\b",
        rf"{_NUMBER} (?:keer|maal)\b",
        # week 10, de jaren negentig, de jaren '80, de 21e eeuw, het eerste kwartaal, 2010-2015
        r"\b(?:week|weken) \d{1,2}\b",
        rf"\b[qk][1-4](?:[ -](?:(?:van|in) )?{_YEAR})?",
        rf"\bjaren (?:['’‘]?\d\d|\d{{4}}|{_WORD})",
        rf"{_RANK} (?:{_UNIT}|{_WEEKDAY}|helft|kerstdag|paasdag|pinksterdag)(?:en)?\b",
        rf"(?<![\d/.-]){_YEAR}(?:(?:{_LINK}|/){_YEAR})?(?![\d/]|[-.]\d)",
    )
)
# Words of which news times are made, months, weekdays, units and numbers aside.
_WORDS = frozenset(
    (Path(__file__).parent / "news_time_words.txt").read_text(encoding="utf-8").split()
)
_QUERY = re.compile(
    r"[<>=~]|gelijk (?:aan|of)|"
    r"\b(?:later|eerder|vroeger|hoger|lager|groter|kleiner) (?:is )?(?:dan|als)|"
    r"\b(?:of|en) (?:later|eerder|erna|ervoor|hoger|lager)\b|\b(?:op|voor|na|in|dan) of |"
    r"\b(?:meer|minder|langer) (?:dan|als) .*\b(?:na|voor|vanaf|dan)\b|\bzo (?:vroeg|laat) als|"
    r"\btot op heden|\bna afloop van|\b(?:eerder|vroeg|later|laat) op de dag",
    re.I,
)
_ANAPHOR = re.compile(
    r"\b(?:ervoor|erna|daarvoor|daarna|later|eerder|tevoren|nadien)$|\bvoorafgaand|\bdie ene|"
    r"^(?:op )?(?:de )?volgende (?:dag|avond|ochtend|middag)\b|\bdezelfde|\b(?:dat|die|deze) "
    r"(?:dag|week|weekend|maand|tijd|jaar)\b(?<!deze week)(?<!deze maand)(?<!deze dag)|"
    r"\bna (?:de |het )?volgende\b",
    re.I,
)
_UNIT_ALONE = re.compile(
    r"^(?:(?:in|op|over|voor) )?(?:de|het|mijn|jouw|een)?\s?"
    r"(?:dag|week|maand|jaar|kwartaal|seconde)$",
    re.I,
)
_FOREIGN = re.compile(
    r"yuandan|mlk|martin luther|onafhankelij|suikerfeest|offerfeest|islamitisch|ramadan|chinees",
    re.I,
)
_ENGLISH_CLOCK = re.compile(
    r"\d ?[ap]\.? ?m\b|\b[ap]\. ?m\b|\b[ap] m\b|\d ?h\b|T\d\d:|-en\b|’en\b", re.I
)
_NTH_ALONE = re.compile(rf"(?:de |het )?{_RANK} {_WEEKDAY}$|{_NUMBER} {_WEEKDAY}en vanaf", re.I)
_BARE_CLOCK = re.compile(r"^\d{1,2}\.\d\d$")
_DAY_MONTH = re.compile(r"(?<![\d/.:-])\d{1,2}[-/]\d{1,2}(?![\d/:-]|\.\d)")
_YEAR_FIRST = re.compile(rf"\b\d{{4}}[, ]+(?:{_MONTH}|(?:het )?{_RANK}|q\d)", re.I)
_LEFT_NUMBER = re.compile(rf"(?<![\w]){_NUMBER}(?!\w)|\d", re.I)


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
        reason = _by_value(text, value) or _by_form(case.text, text.lower(), kind)
        if reason is not None:
            return reason
    return None


def _by_value(text: str, value: str) -> str | None:
    """What the spec's own value says: days that there are not, meals, shops."""
    timex = value.partition("imex")[2]
    if "0001-01-01" in value or ("not resolved" in value and re.search(r"02-(?:29|30)", value)):
        return "days that do not exist (30 feb)"
    if re.search(r"TMEL|TMEB|TMED|TBH", timex) or re.search(r"lunch|ontbijt|werkuren", text, re.I):
        return "meals and office hours"
    if "23:59:59" in timex:
        return "what is left of a day, by the clock (eind van de dag)"
    return None


def _by_form(sentence: str, text: str, kind: str) -> str | None:
    """How an expression is put: see the categories, each with an example."""
    if _FOREIGN.search(text):
        return "feast days of other calendars and countries"
    if _QUERY.search(text):
        return "language of search queries (later dan, 2012 of erna, > 18.00)"
    if _ANAPHOR.search(text):
        return "times that count from what was told before (de volgende dag)"
    if _UNIT_ALONE.search(text):
        return "a unit alone (de week, het jaar), no time in a news text"
    if _NTH_ALONE.match(text):
        return "the n-th weekday of no month (de tweede zondag)"
    if _ENGLISH_CLOCK.search(text):
        return "English clocks (4pm, T12:34)"
    if _BARE_CLOCK.match(text) and not re.search(r"(?:om|rond|tegen) \d", sentence):
        return "a clock with a point and neither om nor uur (20.10): a decimal in news"
    if _YEAR_FIRST.search(text):
        return "the year before its month or quarter (2016 november)"
    rest = text
    for form in _FORMS:
        rest = form.sub(" | ", rest)
    if _DAY_MONTH.search(rest) and not re.search(r"\b(?:op|elke|iedere) \d", sentence):
        return "day and month in digits without a year (22/4): a score or fraction in news"
    rest = _DAY_MONTH.sub(" | ", rest)
    rest = re.sub(r"\b(?:een|één)\b", " ", rest)
    if "time" in kind and _LEFT_NUMBER.search(rest):
        return "hours as bare numbers (vanavond om 7, van 5 tot 6)"
    if re.search(rf"{_RANK}|\d|\b{_WORD}\b", rest):
        return "days as bare numbers (de 15e, maandag 21, november 19-20)"
    for word in re.findall(r"['’ʼ‘]?[^\W\d_]+(?:['’][^\W\d_]+)?", rest):
        if not (_known(word) or (_MAY_BE_FEAST.match(word) or word.title() in sentence)):
            return "words and short forms that are no news (woens, feb, q1, midzomer)"
    return None


def _known(word: str) -> bool:
    return word in _WORDS or re.fullmatch(rf"{_UNIT}|{_DAY_WORD}|{_LONG_MONTH}", word) is not None


_NO_DENOMINATOR = re.compile(
    r"^(?:een |\w+ )?(?:halve?|kwart|driekwart|(?:[\w ]+)?(?:derden?|vierden?|vijfden?|zesden?|"
    r"zevenden?|achtsten?|negenden?|tienden?|twintigste|honderdste|duizendste))$",
    re.I,
)
_RANKED = re.compile(r"(?:\w(?:de|ste|den|sten))$", re.I)


def counts(result: dict[str, Any]) -> bool:
    """Whether a result has a number: "graden Celsius" alone is a unit, "een cent" an article."""
    value = result.get("Resolution", {}).get("value")
    text = result["Text"].lower()
    article = text == "een" or (value == "1" and text.startswith("een "))
    return value not in (None, "None") and not article


def _number(case: Any) -> str | None:
    if "Suppress" in case.file:
        return "rank words without a rank (volgende, laatste)"
    for result in case.results:
        reason = _number_result(case, result)
        if reason is not None:
            return reason
    if case.results and not any(map(counts, case.results)):
        return "no number (a unit alone, the article een)"
    if re.search(r"telefoon|Tel:|https?:|\d/\d+/\d|0000|\+\d", case.text):
        return "telephone numbers, links, dates, codes"
    return None


def _number_result(case: Any, result: dict[str, Any]) -> str | None:
    text, kind = result["Text"].lower(), str(result.get("TypeName"))
    if "ordinal.relative" in kind:
        return "rank words without a rank (volgende, laatste)"
    if re.search(r"\^|\de[+\d]|^- ?\d+/\d|\d ?[kmgt]$", text) and kind == "number":
        return "powers, letters for thousands, floating-point notation (10k, 1e10)"
    if re.search(r"^[,.]\d", text):
        return "decimals that begin with a comma (,08)"
    if re.search(r"^(?:\w+|\d+) (?:van|uit) ", text) or case.file == "NumberModelPercentMode":
        return "one of the three as a fraction: a count in news"
    if "tientje" in text or re.search(r"(?:dollar|euro) en \d+$", text):
        return "money of the street (een tientje, 15 dollar en 15)"
    if kind == "age" and not re.search(r"oud|jarig|leeftijd", case.text):
        return "lengths of time that the spec takes for ages (een afspraak van één jaar)"
    if re.search(r"draai|slag|eetlepel|theelepel|kopje", text):
        return "spoons and turns"
    if kind == "number" and _odd_fraction(text, str(result["Resolution"].get("value"))):
        return "fractions no newspaper uses (honderd en dertig vijfde, een - vierde)"
    if re.search(r"[<>=~]|gelijk|\bals \d|maar|of \w+ dan|er dan de \w+de\b", text):
        return "language of search queries (x>10, gelijk aan 20)"
    if kind == "numberrange" and re.search(r"\w(?:de|ste) en (?:de )?\w+(?:de|ste)\b", text):
        return "ranges of ranks"
    if text.startswith("percentage van"):
        return "percentage van twintig"
    return None


def _odd_fraction(text: str, value: str) -> bool:
    """Whether a fraction in words is improper, has marks in it or a part that news does not
    know; "drie en twee derde" is news."""
    if not _RANKED.search(text):
        return False
    if re.search(r"[-/]", text) or _NO_DENOMINATOR.match(text.rpartition(" en ")[2]) is None:
        return True
    number = abs(float(value.replace(",", "."))) if re.fullmatch(r"-?[\d,]+", value) else 0
    return number > 1 and " en een " not in text and not re.search(r" en \w+ \w+$", text)
