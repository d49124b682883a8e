"""Every weekday, month, unit and number in every frame, against a calculation of its own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kg.extract.numbers import find_quantities
from kg.extract.times import Tense, find_expressions, resolve
from kg.model import Time

WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
NUMBERS = [
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
]
RANKS = ["eerste", "tweede", "derde", "vierde"]
UNITS = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaar"}
TODAYS = (date(2022, 3, 4), date(2021, 12, 31), date(2024, 2, 29), date(2023, 1, 1))
DAY = timedelta(days=1)


def only_time(sentence: str, words: str, today: date, tense: Tense | None = None) -> Time:
    """The one time of a sentence, which must stand in these words."""
    found = find_expressions(sentence)
    assert [e.span.of(sentence) for e in found] == [words], sentence
    return resolve(found[0], today, tense)


def months_later(day: date, count: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return year, month + 1


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_weekdays(today: date) -> None:
    """Each weekday in each frame, by counting days one at a time."""
    monday = today
    while monday.isoweekday() != 1:
        monday -= DAY
    for number, name in enumerate(WEEKDAYS, 1):
        last = today
        while last.isoweekday() != number:
            last -= DAY
        coming = today + DAY
        while coming.isoweekday() != number:
            coming += DAY
        passed = today - DAY
        while passed.isoweekday() != number:
            passed -= DAY
        in_week = monday + (number - 1) * DAY
        for frame, words, day, tense in (
            ("Op {} kwam hij.", "{}", last, "past"),
            ("{} kwam hij.", "{}", last, "past"),
            ("Hij komt {}.", "{}", today if today.isoweekday() == number else coming, "future"),
            ("Hij komt komende {}.", "komende {}", coming, None),
            ("Hij komt aanstaande {}.", "aanstaande {}", coming, None),
            ("Hij komt eerstvolgende {}.", "eerstvolgende {}", coming, None),
            ("Hij komt a.s. {}.", "a.s. {}", coming, None),
            ("Hij komt {} aanstaande.", "{} aanstaande", coming, None),
            ("Hij kwam afgelopen {}.", "afgelopen {}", passed, None),
            ("Hij komt volgende week {}.", "volgende week {}", in_week + 7 * DAY, None),
            ("Hij kwam vorige week {}.", "vorige week {}", in_week - 7 * DAY, None),
            ("Hij komt {} volgende week.", "{} volgende week", in_week + 7 * DAY, None),
            ("Hij komt {} over een week.", "{} over een week", coming + 7 * DAY, None),
            ("Hij komt {} over twee weken.", "{} over twee weken", coming + 14 * DAY, None),
        ):
            shown = name.capitalize() if frame.startswith("{") else name
            found = only_time(frame.format(shown), words.format(shown), today, tense)  # type: ignore[arg-type]
            assert (found.begin, found.end) == (day, day), (frame, name)
        for part, code in (("ochtend", "MO"), ("middag", "AF"), ("avond", "EV")):
            sentence = f"Op {name}{part} kwam hij."
            found = only_time(sentence, name + part, today, "past")
            assert found.value == f"{last}T{code}", sentence
            sentence = f"Hij kwam {name}{part} om half vijf."
            found = only_time(sentence, f"{name}{part} om half vijf", today, "past")
            hour = 4 if code == "MO" else 16
            assert found.value == f"{last}T{hour:02d}:30", sentence
        assert (
            only_time(f"Elke {name} komt hij.", f"Elke {name}", today).value == f"XXXX-WXX-{number}"
        )


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_days_and_months_of_a_year(today: date) -> None:
    """Every day of a year in words and digits, every month with its edges and parts."""
    day = date(2022, 1, 1)
    while day.year == 2022:
        name = MONTHS[day.month - 1]
        for words in (
            f"{day.day} {name} 2022",
            f"{WEEKDAYS[day.isoweekday() - 1]} {day.day} {name} 2022",
            f"{day.day}-{day.month}-2022",
            f"{day:%d-%m-%Y}",
            f"{day.day}/{day.month}/2022",
            f"{day.isoformat()}",
            f"{day.day} {name} '22",
            f"de {day.day}e {name} 2022",
        ):
            found = only_time(f"Op {words} kwam hij.", words, today)
            assert (found.value, found.begin) == (day.isoformat(), day), words
        day += DAY * 3
    for number, name in enumerate(MONTHS, 1):
        first, last = date(2021, number, 1), date(2021, number, monthrange(2021, number)[1])
        for words in (f"{name} 2021", f"{name} van 2021", f"eind {name} 2021", f"de {name} 2021"):
            if words.startswith("de"):
                continue
            found = only_time(f"In {words} kwam hij.", words, today)
            assert (found.begin, found.end) == (first, last), words
        for words, begin, end in (
            (f"de laatste dag van {name} 2021", last, last),
            (f"de eerste dag van {name} 2021", first, first),
            (f"de eerste helft van {name} 2021", first, last),
            (f"3 tot 5 {name} 2021", first + 2 * DAY, first + 4 * DAY),
            (f"3, 4 en 5 {name} 2021", first + 2 * DAY, first + 4 * DAY),
            (f"de nacht van 3 op 4 {name} 2021", first + 2 * DAY, first + 3 * DAY),
        ):
            found = only_time(f"Op {words} kwam hij.", words, today)
            assert (found.begin, found.end) == (begin, end), words
        for n, rank in enumerate(RANKS, 1):
            for weekday, day_name in enumerate(WEEKDAYS, 1):
                words = f"de {rank} {day_name} van {name} 2021"
                nth = first
                while nth.isoweekday() != weekday:
                    nth += DAY
                found = only_time(f"Op {words} kwam hij.", words, today)
                assert found.begin == nth + 7 * (n - 1) * DAY, words


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_distances(today: date) -> None:
    """So many units ago and from now: the day, week, month or year counted by hand."""
    for count, number in enumerate(NUMBERS, 1):
        for unit, plural in UNITS.items():
            noun = unit if count == 1 else plural
            for told in (number, str(count)):
                for sign, words in ((-1, f"{told} {noun} geleden"), (1, f"over {told} {noun}")):
                    found = only_time(f"Het was {words} klaar.", words, today)
                    assert (found.begin, found.end) == away(today, unit, sign * count), words
            if count > 1:
                stretch = only_time(
                    f"De afgelopen {number} {plural} viel het mee.",
                    f"De afgelopen {number} {plural}",
                    today,
                )
                assert stretch.end == today
                assert stretch.begin is not None and stretch.begin < today


def away(today: date, unit: str, count: int) -> tuple[date, date]:
    match unit:
        case "dag":
            day = today + count * DAY
            return day, day
        case "week":
            day = today + 7 * count * DAY
            begin = day - (day.isoweekday() - 1) * DAY
            return begin, begin + 6 * DAY
        case "maand":
            year, month = months_later(today, count)
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(today.year + count, 1, 1), date(today.year + count, 12, 31)


def test_clocks() -> None:
    """Every quarter of the day in digits and the spoken clock of twelve hours."""
    today = TODAYS[0]
    for hour in range(1, 13):
        name, following = NUMBERS[hour - 1], NUMBERS[hour % 12]
        for words, minute in (
            (f"{name} uur", 0),
            (f"kwart over {name}", 15),
            (f"half {following}", 30),
            (f"kwart voor {following}", 45),
            (f"tien over {name}", 10),
            (f"vijf voor half {following}", 25),
            (f"vijf over half {following}", 35),
            (f"tien voor {following}", 50),
        ):
            if words.endswith("een") and "half" not in words:
                continue
            at = hour % 12 * 60 + minute
            if "een" in words.split():
                continue
            value = only_time(f"Om {words} kwam hij.", words, today).value
            assert value in (f"T{at // 60:02d}:{at % 60:02d}", f"T{hour:02d}:{minute:02d}"), words
    for hour in range(24):
        for minute in (0, 7, 30, 59):
            for words in (f"{hour}.{minute:02d} uur", f"{hour:02d}:{minute:02d}"):
                value = only_time(f"Om {words} kwam hij.", words, today).value
                assert value == f"T{hour:02d}:{minute:02d}", words


def spellings(number: int) -> Iterator[str]:
    """Dutch spellings of a number below a million, by rules of their own."""
    ones = ["nul", *NUMBERS]
    teens = ["dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"]
    tens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
    small = [*ones, *teens]

    def below_hundred(n: int) -> str:
        if n < 20:
            return small[n]
        ten, one = divmod(n, 10)
        glue = "ën" if one and small[one].endswith("e") else "en"
        return (small[one] + glue if one else "") + tens[ten - 2]

    def below_thousand(n: int, gap: str) -> str:
        hundreds, rest = divmod(n, 100)
        told = ("" if hundreds == 1 else small[hundreds]) + "honderd" if hundreds else ""
        return (
            told + (gap if told and rest else "") + (below_hundred(rest) if rest or not n else "")
        )

    for gap in ("", " "):
        thousands, rest = divmod(number, 1000)
        told = ""
        if thousands:
            told = ("" if thousands == 1 else below_thousand(thousands, "")) + "duizend"
        tail = below_thousand(rest, gap) if rest or not number else ""
        whole = told + (" " if told and tail else "") + tail
        # A loose "een" at the end is the article: "honderd een" stands in no text.
        if not whole.endswith(" een"):
            yield whole


def test_number_words() -> None:
    """Every number word in both spellings, in digits and before a scale."""
    for number in (*range(2, 130), 200, 225, 999, 1000, 1250, 2300, 5325, 21_000, 350_417, 999_999):
        for told in spellings(number):
            value, _ = only_number(f"Er zijn {told} boeken.", told)
            assert value == number, told
        for told in (str(number), f"{number:,}".replace(",", ".")):
            assert only_number(f"Er zijn {told} boeken.", told)[0] == number, told
        for told in spellings(number):
            if number < 1000:
                value, _ = only_number(f"Er zijn {told} miljoen boeken.", f"{told} miljoen")
                assert value == number * 1_000_000, told


def only_number(sentence: str, words: str) -> tuple[int, str]:
    found = find_quantities(sentence)
    assert [q.number.of(sentence) for q in found] == [words], sentence
    return int(found[0].value), found[0].kind


def test_repetition() -> None:
    """Every number of every unit in one word and in several, for one interval."""
    endings = {"dag": "dagelijks", "week": "wekelijks", "maand": "maandelijks", "jaar": "jaarlijks"}
    letters = {"dag": "D", "week": "W", "maand": "M", "jaar": "Y"}
    for count, number in enumerate(NUMBERS[1:], 2):
        for unit, plural in UNITS.items():
            for words in (f"{number}{endings[unit]}", f"elke {number} {plural}"):
                found = only_time(f"De keuring is {words}.", words, TODAYS[0])
                assert found.value == f"P{count}{letters[unit]}", words
    for weekday, name in enumerate(WEEKDAYS, 1):
        for words in (
            f"elke {name}",
            f"{name}en",
            f"{name}s",
            f"elke week op {name}",
            f"{name} om de week",
            f"{name} om de andere week",
        ):
            found = only_time(f"Zij oefenen op {words}.", words, TODAYS[0])
            assert found.value == f"XXXX-WXX-{weekday}", words


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_working_days(today: date) -> None:
    """So many working days from now and ago, by counting days one at a time."""
    for count, number in enumerate(NUMBERS[1:], 2):
        for sign, words in ((1, f"over {number} werkdagen"), (-1, f"{number} werkdagen geleden")):
            day, left = today, count
            while left:
                day += sign * DAY
                left -= day.isoweekday() < 6
            assert only_time(f"Het was {words} klaar.", words, today).begin == day, words


def test_hours_over_two_days() -> None:
    """A clock on one day to a clock on another, the day before or after its clock."""
    today = TODAYS[0]
    for first, second in ((1, 2), (5, 6), (6, 7), (7, 1)):
        one, other = WEEKDAYS[first - 1], WEEKDAYS[second - 1]
        for words in (
            f"{one} 16.00 uur tot {other} 12.00 uur",
            f"16.00 uur op {one} tot 12.00 uur op {other}",
        ):
            found = only_time(f"De weg is van {words} dicht.", words, today, "future")
            start, _, end = found.value.partition("/")
            days = [date.fromisoformat(value[:10]) for value in (start, end)]
            assert [value[10:] for value in (start, end)] == ["T16:00", "T12:00"], words
            assert [day.isoweekday() for day in days] == [first, second], words
            assert days[1] - days[0] == DAY, words
