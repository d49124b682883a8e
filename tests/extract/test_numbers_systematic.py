"""Every spelling of numbers, ranks, fractions and units, against spellings of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import kg
from kg.extract.numbers import FoundQuantity, find_quantities

DATA = Path(kg.__file__).parent / "data" / "nl"
OWN = tomllib.loads((DATA / "numbers.toml").read_text("utf-8"))
CLDR = tomllib.loads((DATA / "numbers_units.toml").read_text("utf-8"))
_SMALL = """
    nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
    zestien zeventien achttien negentien
"""
SMALL = _SMALL.split()
_TENS = "_ _ twintig dertig veertig vijftig zestig zeventig tachtig negentig"
TENS = _TENS.split()
_PARTS = """
    _ _ _ derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende
    veertiende vijftiende zestiende
"""
PARTS = _PARTS.split()
SAMPLE = (*range(2, 120), 200, 225, 331, 999, 1000, 1001, 1250, 2022, 5300, 21_000, 150_000,
          202_000, 350_417, 999_999)  # fmt: skip


def only(words: str, frame: str = "Er waren {} bij.") -> FoundQuantity:
    """The one quantity of a sentence."""
    text = frame.format(words)
    found = find_quantities(text, ())
    assert len(found) == 1, (text, [one.span.of(text) for one in found])
    return found[0]


def below_hundred(number: int, hyphen: str = "") -> str:
    if number < 20:
        return SMALL[number]
    ten, one = divmod(number, 10)
    if not one:
        return TENS[ten]
    glue = "ën" if SMALL[one].endswith("e") and not hyphen else "en"
    return SMALL[one] + hyphen + glue + hyphen + TENS[ten]


def spelled(number: int, gap: str = "", link: str = "", hyphen: str = "") -> str:
    """A number in words: ``gap`` between its parts, ``link`` ("en") before what is below a
    hundred, ``hyphen`` within what is."""
    if number < 100:
        return below_hundred(number, hyphen)
    scale, name = (100, "honderd") if number < 1000 else (1000, "duizend")
    many, rest = divmod(number, scale)
    told = (spelled(many, gap, link, hyphen) + gap if many > 1 else "") + name
    if not rest:
        return told
    return (
        told + gap + (link + gap if link and rest < 100 else "") + spelled(rest, gap, link, hyphen)
    )


def spellings(number: int) -> Iterator[str]:
    yield spelled(number)
    yield spelled(number, " ")
    yield spelled(number).replace("ë", "e")
    yield spelled(number, " ", hyphen="-")
    if number < 1000 or number % 1000 < 100:
        yield spelled(number, " ", "en")
        yield spelled(number, "", "en")


@pytest.mark.parametrize("number", SAMPLE)
def test_cardinals_in_every_spelling(number: int) -> None:
    for told in spellings(number):
        if told.endswith("een") and " " in told:
            # "honderd een bij": the article.
            assert only(told, "Het zijn er {}.").value == number, told
            continue
        found = only(told)
        assert (found.value, found.kind) == (number, "count"), told
        assert only(f"min {told}").value == -number, told


@pytest.mark.parametrize("number", SAMPLE)
def test_ranks_in_words_and_figures(number: int) -> None:
    irregular = {"een": "eerste", "drie": "derde", "acht": "achtste"}
    for told in {spelled(number), spelled(number, "", "en") if number < 1000 else spelled(number)}:
        last = next((word for word in irregular if told.endswith(word)), "")
        low = number % 100
        ending = "de" if low in (2, 4, 5, 6, 7, 9) or 9 < low < 20 else "ste"
        rank = told.removesuffix(last) + irregular[last] if last else told + ending
        found = only(rank, "Zij was de {} bezoeker.")
        assert (found.value, found.kind) == (number, "ordinal"), rank
    for told in (f"{number}e", f"{number}ste", f"{number:,}e".replace(",", ".")):
        found = only(told, "Zij was de {} bezoeker.")
        assert (found.value, found.kind) == (number, "ordinal"), told


def test_fractions() -> None:
    more = {20: "twintigste", 25: "vijfentwintigste", 100: "honderdste", 1000: "duizendste"}
    for under, name in (*list(enumerate(PARTS))[3:], *more.items()):
        for above in range(2, min(under, 10)):
            value = round(Decimal(above) / under, 9)
            forms = [f"{SMALL[above]} {name}", f"{SMALL[above]} {name}n"]
            forms += [f"{SMALL[above]}-{name}"] if under < 10 else []
            for told in forms:
                found = only(told, "Van het bedrag is {} betaald.")
                assert (round(found.value, 9), found.kind) == (value, "fraction"), told
        one = only(f"een {name}", "Hij kreeg {} van het bedrag.")
        assert (round(one.value, 9), one.kind) == (round(Decimal(1) / under, 9), "fraction"), name
    for whole in range(2, 15):
        for part, value in (("een half", "0.5"), ("een kwart", "0.25"), ("driekwart", "0.75")):
            found = only(f"{spelled(whole)} en {part}")
            assert (found.value, found.kind) == (whole + Decimal(value), "count"), (whole, part)
        glue = "ën" if SMALL[whole].endswith("e") else "en"
        for told in (f"{SMALL[whole]}{glue}half", f"{SMALL[whole]}-en-een-halve"):
            assert only(f"{told} miljoen").value == (whole + Decimal("0.5")) * 1_000_000, told


@pytest.mark.parametrize("words", sorted({**CLDR["measures"], **OWN["measures"]}))
def test_measures(words: str) -> None:
    symbol = {**CLDR["measures"], **OWN["measures"]}[words]
    for number in ("7", "zeven", "2,5 miljoen", "anderhalf miljoen"):
        found = only(f"{number} {words}")
        assert (found.kind, found.unit) == ("measure", symbol), words
    ranged = only(f"7 tot 9 {words}")
    assert (ranged.value, ranged.high, ranged.unit) == (7, 9, symbol), words


@pytest.mark.parametrize("words", sorted(CLDR["currencies"]))
def test_currencies(words: str) -> None:
    code = CLDR["currencies"][words]
    shown = words[0].upper() + words[1:]
    for number in ("7", "zeven", "2,5 miljoen"):
        found = only(f"{number} {shown}")
        assert (found.kind, found.unit) == ("money", code), words


def test_signs_and_codes() -> None:
    for sign, code in OWN["currency_signs"].items():
        for told in (f"{sign} 7", f"7 {sign}", f"{sign} 2,5 miljoen"):
            found = only(told, "Het kost {}.")
            assert (found.kind, found.unit) == ("money", code), told
    for code in CLDR["currency_iso"]["words"]:
        for told in (f"{code} 7", f"7 {code}"):
            found = only(told, "Het kost {}.")
            assert (found.kind, found.unit) == ("money", code), told
    for country, code in OWN["dollar_countries"].items():
        found = only(f"{country.upper()}$7", "Het kost {}.")
        assert (found.kind, found.unit) == ("money", code), country


def test_comparatives() -> None:
    opposite = {"MoreThan": "AtMost", "LessThan": "AtLeast"}
    equal = {"MoreThan": "AtLeast", "LessThan": "AtMost"}
    for side, told in (("more", "MoreThan"), ("less", "LessThan")):
        for word in OWN["comparatives"][side]:
            for words, comparator in (
                (f"{word} dan 20", told),
                (f"niet {word} dan 20", opposite[told]),
                (f"{word} dan of gelijk aan 20", equal[told]),
                (f"20 of {word}", equal[told]),
                (f"20 jaar of {word}", equal[told]),
            ):
                found = only(words)
                assert (found.value, found.comparator) == (20, comparator), words


def test_ranges_share_unit_and_scale() -> None:
    for words, low, high, unit in (
        ("20 tot 30 procent", 20, 30, "%"),
        ("20% tot 30%", 20, 30, "%"),
        ("20-30%", 20, 30, "%"),
        ("tussen de 20 en 30 procent", 20, 30, "%"),
        ("tussen 20 procent en 30 procent", 20, 30, "%"),
        ("twee tot drie miljoen", 2_000_000, 3_000_000, None),
        ("tussen 800.000 en 1,2 miljoen", 800_000, 1_200_000, None),
        ("twee- tot driehonderd", 200, 300, None),
        ("vijftig tot honderd", 50, 100, None),
        ("€ 2 tot 3 miljard", 2_000_000_000, 3_000_000_000, "EUR"),
        ("€20-30", 20, 30, "EUR"),
        ("5 – 10 kilometer per uur", 5, 10, "km/u"),
        ("tussen -5 en 10 graden Celsius", -5, 10, "°C"),
        ("12- tot 18-jarigen", 12, 18, "year"),
    ):
        found = only(words)
        assert (found.value, found.high, found.unit) == (low, high, unit), words


@pytest.mark.parametrize(
    "text",
    [
        "Ajax won met 3-1.",
        "De negentiende-eeuwse kerk staat op een op 4 pilaren rustende vloer.",
        "Het ligt boven 40 huizen.",
        "De Boeing 737-800 vloog.",
        "Hij las honderd een boek voor.",
    ],
)
def test_near_misses(text: str) -> None:
    for found in find_quantities(text):
        assert found.kind in ("count", "ordinal"), text
        assert (found.comparator, found.high) == ("Exactly", None), text
        assert found.value in (4, 19, 40, 100), text
