"""The number table, and words -> vague numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from kg.extract.numbers_words import cardinal
from kg.extract.times.tokens import Words
from kg.extract.times.tokens import words as cut
from kg.lexicon import table

ARTICLES: Final = ("een", "één")


class Number(NamedTuple):
    """A number and where it ends; ``comparator`` where the words themselves are vague."""

    value: Decimal
    after: int
    kind: str = "count"
    comparator: str = "Exactly"


def section(name: str) -> dict[str, Any]:
    """A table of kg/data/nl/numbers.toml."""
    found: dict[str, Any] = table("numbers.toml")[name]
    return found


@cache
def _phrases(name: str) -> tuple[dict[str, str], int]:
    """A table whose keys may be several words, and the most words that a key has."""
    made = {}
    longest = 1
    if name == "after":
        source: dict[str, Any] = _compared_after()
    elif name == "before":
        source = {**_compared_before(), **section(name)}
    elif name == "measures":
        source = {**_prefixed(), **table("numbers_units.toml")[name], **section(name)}
    else:
        source = {**table("numbers_units.toml").get(name, {}), **section(name)}
    for key, value in source.items():
        pieces = cut(key)
        longest = max(longest, len(pieces))
        made[pieces.lows(0, len(pieces))] = str(value)
    return made, longest


def _prefixed() -> dict[str, str]:
    """ "hectoliter", "hectoliters", "vierkante millimeter", "kubieke decimeters"."""
    made = {}
    for prefix, letter in (("", ""), *section("si_prefixes").items()):
        for unit, symbol in section("si_units").items():
            for plural in ("", "s"):
                made[f"{prefix}{unit}{plural}"] = f"{letter}{symbol}"
        for power, sign in (("vierkante", "²"), ("kubieke", "³")):
            for plural in ("", "s"):
                made[f"{power} {prefix}meter{plural}"] = f"{letter}m{sign}"
    return made


def _compared_before() -> dict[str, str]:
    """ "meer dan", "niet meer dan", "meer dan of gelijk aan", "gelijk aan of meer dan"."""
    made = {}
    for side, plain, equal, opposite in (
        ("more", "MoreThan", "AtLeast", "AtMost"),
        ("less", "LessThan", "AtMost", "AtLeast"),
    ):
        for word in section("comparatives")[side]:
            made[f"{word} dan"] = plain
            made[f"niet {word} dan"] = opposite
            made[f"{word} dan of gelijk aan"] = equal
            made[f"gelijk aan of {word} dan"] = equal
    return made


def _compared_after() -> dict[str, str]:
    """ "(18 jaar) of ouder", "(18 jaar) en jonger"."""
    sides = {"more": "AtLeast", "less": "AtMost"}
    return {
        f"{link} {word}": comparator
        for side, comparator in sides.items()
        for word in section("comparatives")[side]
        for link in ("of", "en")
    }


def phrase(words: Words, place: int, name: str) -> tuple[str, int] | None:
    """The value of the longest phrase of a table that begins at a place, and its end."""
    known, longest = _phrases(name)
    for size in range(longest, 0, -1):
        value = known.get(words.lows(place, size))
        if value is not None:
            return value, place + size
    return None


def phrase_before(words: Words, place: int, name: str) -> tuple[str, int] | None:
    """The value of the longest phrase of a table that ends before a place, and its start."""
    known, longest = _phrases(name)
    for size in range(longest, 0, -1):
        value = known.get(words.lows(place - size, size))
        if value is not None:
            return value, place - size
    return None


def tail_of_name(words: Words, place: int) -> bool:
    """Whether a number belongs to a name or a longer code: "COVID-19", "A380", "3-1"."""
    if not words.joined(place):
        return False
    before = words.low(place - 1)
    if before == "-" and words.low(place - 2) in section("currency_signs"):
        return False
    if before in ("-", "–", "/", ":", ".", ",", "_", "#", "="):
        return words.joined(place - 1) or before in (":", "#", "=", "_")
    return before[-1:].isalnum()


def about_number(low: str) -> Decimal | None:
    """ "twintigtal" -> 20; None for "elftal", "getal" and any other word."""
    stem = low.removesuffix("tal")
    if stem == low or low in section("no_tal")["words"]:
        return None
    told = cardinal(stem)
    return None if told is None else Decimal(told)


def vague(words: Words, place: int) -> Number | None:
    """ "tientallen", "enkele honderden", "een paar duizend", "een tiental"."""
    start = place + (words.low(place) in ARTICLES)
    about = about_number(words.low(start))
    if about is not None:
        more = section("scales").get(words.low(start + 1), "1")
        return Number(about * Decimal(more), start + 1 + (more != "1"), "count", "About")
    few = phrase(words, place, "vague_words")
    if few is None:
        low = words.low(place)
        vague = section("vague").get(low)
        return _vague_of(words, vague, place + 1) if vague else None
    after = few[1]
    vague = section("vague").get(words.low(after))
    if vague is not None:
        return _vague_of(words, vague, after + 1)
    round_number = cardinal(words.low(after)) or section("scales").get(words.low(after))
    if round_number in (100, 1000) or words.low(after) in section("scales"):
        return Number(Decimal(round_number or 1), after + 1, "count", "Vague")
    return Number(Decimal(few[0]), after, "count", "Vague")


def _vague_of(words: Words, vague: str, after: int) -> Number:
    """ "tientallen miljoenen", "honderden miljarden"."""
    more = section("vague").get(words.low(after)) or section("scales").get(words.low(after))
    if more is not None:
        return Number(Decimal(vague) * Decimal(more), after + 1, "count", "Vague")
    return Number(Decimal(vague), after, "count", "Vague")
