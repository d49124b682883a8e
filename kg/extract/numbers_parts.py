"""Words -> fractions, ranks and vague numbers; the number table."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from kg.extract.numbers_words import cardinal, fraction_word, ordinal
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
    more = table("numbers_units.toml").get(name, {})
    for key, value in (*more.items(), *section(name).items()):
        pieces = cut(key)
        longest = max(longest, len(pieces))
        made[pieces.lows(0, len(pieces))] = str(value)
    return made, longest


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


def fraction(words: Words, place: int) -> Number | None:
    """ "een kwart", "twee derde", "de helft", "een op de vijf"; no "een derde ronde"."""
    low = words.low(place)
    if low in section("signs"):
        return Number(Decimal(section("signs")[low]), place + 1, "fraction")
    whole = fraction_word(low)
    if whole is not None:
        return Number(Decimal(whole[0]) / whole[1], place + 1, "fraction")
    if low == "de":
        helft = words.low(place + 1) == "helft"
        return Number(Decimal("0.5"), place + 2, "fraction") if helft else None
    one = low in ARTICLES or low == "1"
    if one and words.low(place + 1) in ("half", "halve"):
        return Number(Decimal("0.5"), place + 2, "fraction")
    if low in ("half", "halve"):
        return (
            Number(Decimal("0.5"), place + 1, "fraction")
            if words.low(place + 1).isalpha()
            else None
        )
    above = 1 if one else words.count(place)
    if above is None or above > 999:
        return None
    if words.low(place + 1) in ("op", "uit") and words.low(place + 2) in ("de", "elke", "iedere"):
        out_of = words.count(place + 3)
        if out_of and above < out_of and words.low(place + 1) == "op":
            return Number(Decimal(above) / out_of, place + 4, "fraction")
        return None
    below = section("denominators").get(words.low(place + 1))
    if below is None and words.low(place + 1).endswith("ste"):
        scale = section("scales").get(words.low(place + 1).removesuffix("ste"))
        below = int(scale) if scale and one else None
    if below is None and low not in ("een", "1"):
        told = ordinal(words.low(place + 1))
        below = told if told and told > 10 and words.number(place) is None else None
    elif below is None and (told := ordinal(words.low(place + 1))) and told > 10:
        below = told
    if below is None:
        return None
    if one and words.low(place + 1) != "kwart" and not _closes(words, place + 2):
        return None
    return Number(Decimal(above) / below, place + 2, "fraction")


def _closes(words: Words, place: int) -> bool:
    """Whether nothing that could be ranked follows: "een derde van", not "een derde ronde"."""
    low = words.low(place)
    return not low.isalpha() or low in (
        "van",
        "deel",
        "minder",
        "meer",
        "daarvan",
        "hiervan",
        "is",
        "was",
        "heeft",
        "zegt",
        "vindt",
        "wil",
        "had",
        "werd",
    )


def ranked(words: Words, place: int) -> Number | None:
    """ "tweede", "22ste", "vier miljoenste"; no "Tweede Kamer"."""
    ranked = words.rank(place)
    if ranked is None or (ranked[1] != place + 1 and not words.joined(place + 1)):
        return _long_rank(words, place)
    value, after = ranked
    if words.low(after) in section("ordinal_names")["words"]:
        return None
    if tail_of_name(words, place):
        return None
    return Number(Decimal(value), after, "ordinal")


def _long_rank(words: Words, place: int) -> Number | None:
    value = words.count(place)
    if value is None or words.number(place) is not None:
        return None
    start = place + 1 + (words.low(place + 1) == "en")
    scale = section("scales").get(words.low(start).removesuffix("ste"))
    if scale is not None and words.low(start).endswith("ste"):
        return Number(value * Decimal(scale), start + 1, "ordinal")
    big = section("scales").get(words.low(start))
    if big is not None and (rest := ordinal(words.low(start + 1))) and rest < Decimal(big):
        return Number(value * Decimal(big) + rest, start + 2, "ordinal")
    more = ordinal(words.low(start))
    if value >= 1000 and value % 1000 == 0 and more and more < 1000:
        return Number(Decimal(value + more), start + 1, "ordinal")
    return None


def tail_of_name(words: Words, place: int) -> bool:
    """Whether a number belongs to a name or a longer code: "COVID-19", "A380", "3-1"."""
    if not words.joined(place):
        return False
    before = words.low(place - 1)
    if before in ("-", "–", "/", ":", ".", ",", "_", "#", "="):
        return words.joined(place - 1) or before in (":", "#", "=", "_")
    return before[-1:].isalnum()


def vague(words: Words, place: int) -> Number | None:
    """ "tientallen", "enkele honderden", "een paar duizend", "een tiental"."""
    start = place + (words.low(place) in ARTICLES)
    about = section("about").get(words.low(start))
    if about is not None:
        return Number(Decimal(about), start + 1, "count", "About")
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
