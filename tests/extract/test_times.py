"""Time expressions: own sentences with near-misses, properties, linear time."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.times import find_expressions, find_times, granularity, resolve
from kg.extract.times.arithmetic import easter, holiday, nth_weekday, shifted
from kg.extract.times.choice import Tense
from kg.extract.times.tokens import Word, Words

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "times.toml").read_text("utf-8"))
FRIDAY = date(2022, 3, 4)

# Words that the patterns are made of, so that Hypothesis meets their joins.
_WORDS = """
    3 maart 2022 , . - / : tot en met van de het een jaren negentig eind begin volgende week
    donderdag avond om 14.30 uur sinds twee dagen geleden over na voor half elke 's nachts 31
    99 0 9999 week eeuw 12 mei eerste laatste komende afgelopen Pasen nu december winter
    02-30-2022
"""
PIECES = _WORDS.split()


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    published = case.get("published", FRIDAY)
    found = find_times(case["text"], published if published != "none" else None, case.get("tense"))
    told = [
        [t.span.of(case["text"]) if t.span else "", t.value, str(t.begin or ""), str(t.end or "")]
        for t in found
    ]
    assert told == case["expect"]


def check(text: str, published: date | None, tense: Tense | None) -> None:
    found = find_times(text, published, tense)
    assert found == find_times(text, published, tense)
    end = 0
    for one in found:
        assert one.span is not None
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.value
        assert one.begin is None or one.end is None or one.begin <= one.end


@given(st.text(max_size=200), st.none() | st.dates(), st.sampled_from([None, "past", "future"]))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str, published: date | None, tense: Tense | None) -> None:
    check(text, published, tense)


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from([None, "past", "present", "future"]),
)
@settings(max_examples=400, deadline=None)
def test_joins(text: str, published: date | None, tense: Tense | None) -> None:
    check(text, published, tense)


@pytest.mark.parametrize("published", [date.min, date.max, date(1, 1, 31), date(9999, 12, 1)])
def test_edges_of_the_calendar(published: date) -> None:
    text = "volgende week, vorig jaar, over 9000 jaar, komend weekend, donderdag, eeuwen geleden, "
    text += (
        "vannacht, met Pasen, na 31 december 9999, Koningsdag, vorige eeuw, de rest van de maand"
    )
    for tense in (None, "past", "future"):
        check(text, published, tense)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "run",
    ["1", "1.", "1-", "9,", "(", "'s ", "1 dag ", "een ", "3 maart ", "van 3 tot ", "honderd",
     "de eerste ", "\n\n", "tussen 2 en ", "over ", "begin ", "12:", "é", "komende ", "twee"],
)  # fmt: skip
def test_linear(run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Looks at words, not seconds: eight times the text takes some eight times as many.
    looks = 0
    plain = Words.at

    def counted(self: Words, place: int) -> Word:
        nonlocal looks
        looks += 1
        return plain(self, place)

    monkeypatch.setattr(Words, "at", counted)

    def cost(count: int) -> int:
        nonlocal looks
        looks = 0
        find_expressions(run * count)
        return looks

    size = 2000 // len(run)
    assert cost(8 * size) <= 9 * cost(size) + 500


def test_a_blank_line_ends_an_expression() -> None:
    assert [t.value for t in find_times("De stand op 3\n\nmaart", FRIDAY)] == ["2022-03"]
    assert [t.value for t in find_times("De stand op 3\nmaart", FRIDAY)] == ["2022-03-03"]


def test_modifiers() -> None:
    told = {e.modifier for e in find_expressions("eind 2021, begin maart, medio mei, rond 1900")}
    assert told == {"END", "START", "MID", "APPROX"}


def test_one_expression_in_three_tenses() -> None:
    (found,) = find_expressions("donderdag")
    days = [resolve(found, FRIDAY, tense).value for tense in ("past", "future")]
    assert days == ["2022-03-03", "2022-03-10"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2022-03-03", "day"),
        ("2022-W10", "week"),
        ("2022-W08-WE", "weekend"),
        ("2022-03", "month"),
        ("2022-SU", "part of year"),
        ("2022", "year"),
        ("199", "decade"),
        ("20", "century"),
        ("P3D", "duration"),
        ("PRESENT_REF", "reference"),
        ("2022-02-24/..", "interval"),
        ("2022-03-03TEV", "part of day"),
        ("2022-03-03T14:30", "clock"),
        ("XXXX-WXX-2", "set"),
    ],
)
def test_granularity(value: str, told: str) -> None:
    assert granularity(value) == told


def test_calendar() -> None:
    # Easter: 2016-2025 as published; the earliest and latest there are.
    assert [easter(y).isoformat() for y in (2016, 2022, 2024, 2025, 1818, 1943)] == [
        "2016-03-27", "2022-04-17", "2024-03-31", "2025-04-20", "1818-03-22", "1943-04-25",
    ]  # fmt: skip
    assert holiday("koningsdag", 2025) == date(2025, 4, 26)
    assert nth_weekday(2022, 2, 1, 5) is None
    from decimal import Decimal

    assert shifted(date(2022, 3, 31), "month", Decimal(-1)) == date(2022, 2, 28)
    assert shifted(date.max, "day", Decimal(1)) is None
