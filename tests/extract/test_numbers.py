"""Quantities: own sentences with near-misses, properties, linear time."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.numbers import find_quantities
from kg.extract.numbers_digits import digits
from kg.extract.numbers_words import cardinal, ordinal
from kg.extract.times.tokens import Word, Words
from kg.model import Span
from kg.vocab import COMPARATORS

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "numbers.toml").read_text("utf-8"))
_WORDS = """
    zeker meer dan 22 280.000 3,5 procent € $ miljoen en een half kwart twee derde tientallen
    enkele duizend -jarige kilometer tot tussen de op vijf van 1/4 - ( ) . , min acht eerste
"""
PIECES = _WORDS.split()


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    told = [
        [q.span.of(case["text"]), f"{q.value:f}", q.comparator, q.kind, q.unit or ""]
        + ([f"{q.high:f}"] if q.high is not None else [])
        for q in find_quantities(case["text"])
    ]
    assert told == case["expect"]


def check(text: str) -> None:
    found = find_quantities(text)
    assert found == find_quantities(text)
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.span.covers(one.number)
        assert one.comparator in COMPARATORS
        assert one.value.is_finite()
        assert one.high is None or one.high > one.value
        end = one.span.end


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=14).map(
        lambda pairs: "".join(word + gap for word, gap in pairs)
    )
)
@settings(max_examples=400, deadline=None)
def test_joins(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "run",
    ["1", "1.", "1,234", "123 ", "€ ", "-", "een ", "miljoen ", "2 miljoen en ", "honderd", "en",
     "twee derde ", "tot 3 ", "tussen de 2 en ", "1/", "meer dan ", "acht", "min "],
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
        find_quantities(run * count)
        return looks

    size = 2000 // len(run)
    assert cost(8 * size) <= 9 * cost(size) + 500


def test_taken_words_are_left_alone() -> None:
    text = "kamer 12 en 14 doden"
    assert [q.value for q in find_quantities(text, [Span(6, 8)])] == [14]


def test_quantity_of_the_model() -> None:
    (found,) = find_quantities("zeker 22 doden")
    made = found.quantity("doc", "dode")
    assert (made.value, made.comparator, made.unit, made.span) == (
        22,
        "AtLeast",
        "dode",
        Span(0, 8),
    )


@given(st.integers(0, 999_999))
@settings(max_examples=200, deadline=None)
def test_every_number_word(number: int) -> None:
    assert cardinal(_spelled(number)) == number


def _spelled(number: int) -> str:
    """A number as Dutch spells it, in one word."""
    small = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    small += " vijftien zestien zeventien achttien negentien"
    tens = [
        "_",
        "_",
        "twintig",
        "dertig",
        "veertig",
        "vijftig",
        "zestig",
        "zeventig",
        "tachtig",
        "negentig",
    ]
    if number < 20:
        return small.split()[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        glue = "ën" if unit in (2, 3) else "en"
        return (small.split()[unit] + glue if unit else "") + tens[ten]
    scale, word = (100, "honderd") if number < 1000 else (1000, "duizend")
    many, rest = divmod(number, scale)
    return (_spelled(many) if many > 1 else "") + word + (_spelled(rest) if rest else "")


def test_ordinals_and_digits() -> None:
    assert [ordinal(w) for w in ("eerste", "derde", "achtste", "beste", "aarde")] == [
        1, 3, 8, None, None,
    ]  # fmt: skip
    assert digits("1.234,5") == Decimal("1234.5")
    assert digits("9" * 40) is None
    assert digits("1.2.3") is None
