"""Words -> numbers: digits, number words, fractions, ordinals, vague numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from kg.extract.numbers_words import cardinal, digits, half_word, ordinal
from kg.extract.times.tokens import Words
from kg.extract.times.tokens import words as cut
from kg.lexicon import table

__all__ = ["Number", "cut", "head", "phrase", "read", "section"]

_SPACES: Final = (" ", "\u00a0", "\u2009", "\u202f")
_MOST_GROUPS: Final = 6
_MOST_PARTS: Final = 4
_ARTICLES: Final = ("een", "één")


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


@lru_cache(maxsize=65536)
def _number_word(low: str) -> bool:
    return (
        low in _ARTICLES
        or low in ("half", "halve", "de", "driekwart", "min", "paar", "enkele", "enige")
        or low in section("vague")
        or low in section("about")
        or low in ("meerdere", "verscheidene")
        or cardinal(low) is not None
        or ordinal(low) is not None
        or half_word(low) is not None
    )


def head(words: Words, place: int) -> bool:
    """Whether a quantity may begin at a place: cheap, before the patterns are tried."""
    low = words.low(place)
    return (
        (low.isascii() and low.isdigit())
        or low in section("currency_signs")
        or (
            low in ("-", "−") or _number_word(low) or _may_be_code(words.at(place).text)
        )
    )


def _may_be_code(text: str) -> bool:
    return (len(text) == 3 and text.isupper()) or text.lower() in section("dollar_countries")


def read(words: Words, place: int) -> Number | None:
    """The number at a place, the longest that can be read; None where there is none.

    "2,5 miljoen", "twee derde", "een op de vijf", "enkele tientallen", "de helft", "22ste".
    """
    low = words.low(place)
    if low in ("-", "−", "min"):
        return _negative(words, place)
    number = (
        _vague(words, place)
        or _fraction(words, place)
        or _ranked(words, place)
        or _digits(words, place)
        or _words(words, place)
    )
    if number is None or number.kind == "ordinal":
        return number
    if number.kind == "fraction":
        # "een half miljoen", "een kwart miljard"
        scaled = _scaled(words, place, number)
        return scaled if scaled.after == number.after else scaled._replace(kind="count")
    number = _decimals(words, number)
    return _with_fraction(words, _added(words, _scaled(words, place, number)))


def _decimals(words: Words, number: Number) -> Number:
    """ "nul komma vijf": decimals told in words."""
    digit = words.count(number.after + 1) if words.low(number.after) == "komma" else None
    if digit is None or number.value % 1 or digit > 99:
        return number
    value = Decimal(f"{number.value}.{digit}")
    return number._replace(value=value, after=number.after + 2)


def _added(words: Words, number: Number) -> Number:
    """A number with the smaller ones after it: "een miljoen tweehonderdduizend"."""
    for _ in range(_MOST_PARTS):
        last = words.low(number.after - 1)
        scale = section("scales").get(last)
        if scale is None or last in ("dozijn", "dozijnen", "gros"):
            break
        start = number.after + (words.low(number.after) == "en")
        more = cardinal(words.low(start))
        digital = words.number(start, 3) if start == number.after else None
        further = section("scales").get(words.low(start + 1))
        if digital is not None and further is not None:
            more = digital
        if more is None or words.low(start) == "een" or (further is None and more <= 12):
            break
        part = Decimal(more) * Decimal(further or 1)
        if part >= Decimal(scale):
            break
        number = number._replace(value=number.value + part, after=start + 1 + (further is not None))
    return number


def _negative(words: Words, place: int) -> Number | None:
    if words.low(place) != "min":
        apart = not words.joined(place) or words.low(place - 1) in ("(", "€", "$")
        if not apart or not words.joined(place + 1):
            return None
    if words.low(place + 1) in ("-", "−", "min"):
        return None
    inner = read(words, place + 1)
    if inner is None and words.low(place) == "min" and words.low(place + 1) in _ARTICLES:
        return Number(Decimal(-1), place + 2)
    if inner is None or inner.kind not in ("count", "fraction") or inner.comparator != "Exactly":
        return None
    return inner._replace(value=-inner.value)


def _run(words: Words, place: int) -> tuple[str, int] | None:
    """A run of digits with its separators, and the place after it."""
    first = words.at(place)
    if not (first.text.isascii() and first.text.isdigit()):
        return None
    run, after = first.text, place + 1
    groups = 0
    while groups < _MOST_GROUPS and words.low(after) in (".", ",") and words.joined(after):
        following = words.at(after + 1)
        if not words.joined(after + 1) or not (
            following.text.isascii() and following.text.isdigit()
        ):
            break
        run += words.low(after) + following.text
        after += 2
        groups += 1
    return run, after


def _spaced(words: Words, place: int, run: str, after: int) -> tuple[str, int]:
    """More groups of three digits after single spaces: "1 414 021 100"."""
    if not (run.isdigit() and len(run) <= 3 and not run.startswith("0")):
        return run, after
    start, groups = after, 0
    whole = run
    while groups < _MOST_GROUPS:
        group = words.at(after)
        one_space = group.start == words.at(after - 1).end + 1 and len(group.text) == 3
        if not (one_space and group.text.isascii() and group.text.isdigit()):
            break
        whole += " " + group.text
        after += 1
        groups += 1
    longer = (
        words.number(after) is not None and words.at(after).start == words.at(after - 1).end + 1
    )
    if longer:
        return run, start
    if groups and words.low(after) == "," and words.joined(after) and words.joined(after + 1):
        tail = words.at(after + 1).text
        if tail.isascii() and tail.isdigit():
            return f"{whole},{tail}", after + 2
    return whole, after


def _digits(words: Words, place: int) -> Number | None:
    """ "280.000", "3,5", "10 1/2"; no "3-1", "747-400", "F16", "1.2.3", "5G", "020-123"."""
    found = _run(words, place)
    if found is None or _tail_of_name(words, place):
        return None
    run, after = _spaced(words, place, *found)
    value = digits(run)
    if value is None:
        return None
    following = words.low(after)
    if words.joined(after):
        if following in (":", "/", "–") and words.joined(after + 1):
            return _slashed(words, place, after, value) if following == "/" else None
        if following == "-" and words.joined(after + 1) and words.low(after + 1)[:1].isdigit():
            return None
        if following == "," and words.low(after + 1) == "-" and words.joined(after + 1):
            return Number(value, after + 2)
    if words.low(after + 1) == "/" and words.joined(after + 1) and run.isdigit():
        mixed = _slashed(words, after, after + 1, Decimal(words.number(after, 2) or 0))
        if mixed is not None:
            return Number(value + mixed.value, mixed.after)
    return Number(value, after)


def _slashed(words: Words, place: int, slash: int, above: Decimal) -> Number | None:
    """ "1/4"; no "22/4/2016", "6/2016"."""
    below = words.number(slash + 1, 2)
    if not below or not 0 < above < below or words.low(slash) != "/":
        return None
    if words.joined(slash + 2) and (
        words.low(slash + 2) in ("/", "-") or words.low(slash + 2).isalnum()
    ):
        return None
    if words.joined(place) and words.low(place - 1) in ("/", "-"):
        return None
    return Number(above / below, slash + 2, "fraction")


def _tail_of_name(words: Words, place: int) -> bool:
    """Whether a number belongs to a name or a longer code: "COVID-19", "A380", "3-1"."""
    if not words.joined(place):
        return False
    before = words.low(place - 1)
    if before in ("-", "–", "/", ":", ".", ",", "_", "#", "="):
        return words.joined(place - 1) or before in (":", "#", "=", "_")
    return before[-1:].isalnum()


def _words(words: Words, place: int) -> Number | None:
    low = words.low(place)
    half = half_word(low)
    if half is not None:
        return Number(half, place + 1)
    if low == "een":
        scale = words.low(place + 1) in section("scales") and words.low(place + 1) != "duizend"
        return Number(Decimal(1), place + 1) if scale else None
    value = cardinal(low)
    if value is None or (low == "acht" and _acht_is_verb(words, place)):
        return None
    after = place + 1
    # "vierduizend (en) twee", "tweeduizend achttien"
    start = after + (words.low(after) == "en")
    more = cardinal(words.low(start)) if value and value % 1000 == 0 else None
    if more and more < 1000 and words.low(start) != "een" and (start == after or value <= 9000):
        return Number(Decimal(value + more), start + 1)
    # "honderd en drie"
    tail = cardinal(words.low(after + 1)) if words.low(after) == "en" else None
    if tail and value % 100 == 0 and 0 < value < 1000 and 1 < tail < 100:
        return Number(Decimal(value + tail), after + 2)
    return Number(Decimal(value), after)


def _acht_is_verb(words: Words, place: int) -> bool:
    lists = section("acht_is_verb")
    return words.low(place + 1) in lists["after"] or words.low(place - 1) in lists["before"]


def _scaled(words: Words, place: int, number: Number) -> Number:
    """A number with the scales after it: "2,5 miljoen", "honderdduizend miljoen"."""
    value, after = number.value, number.after
    for _ in range(2):
        scale = section("scales").get(words.low(after))
        if scale is None or (words.low(after) == "gros" and value != 1):
            break
        value *= Decimal(scale)
        after += 1
    return number._replace(value=value, after=after)


def _with_fraction(words: Words, number: Number) -> Number:
    """ "vijf en een half", "zes miljoen en twee derde"."""
    if words.low(number.after) != "en" or number.value % 1:
        return number
    fraction = _fraction(words, number.after + 1)
    if fraction is None or fraction.value >= 1 or words.low(number.after + 1) == "de":
        return number
    if words.low(fraction.after - 1) in ("half", "halve") or words.low(fraction.after) not in (
        "van",
        "deel",
    ):
        scale = section("scales").get(words.low(number.after - 1), "1")
        return number._replace(
            value=number.value + fraction.value * Decimal(scale), after=fraction.after
        )
    return number


def _fraction(words: Words, place: int) -> Number | None:
    """ "een kwart", "twee derde", "de helft", "een op de vijf"; no "een derde ronde"."""
    low = words.low(place)
    if low == "driekwart":
        return Number(Decimal("0.75"), place + 1, "fraction")
    if low == "de":
        helft = words.low(place + 1) == "helft"
        return Number(Decimal("0.5"), place + 2, "fraction") if helft else None
    one = low in _ARTICLES or low == "1"
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


def _ranked(words: Words, place: int) -> Number | None:
    """ "tweede", "22ste", "vier miljoenste"; no "Tweede Kamer"."""
    ranked = words.rank(place)
    if ranked is None or (ranked[1] != place + 1 and not words.joined(place + 1)):
        return _long_rank(words, place)
    value, after = ranked
    if words.low(after) in section("ordinal_names")["words"]:
        return None
    if _tail_of_name(words, place):
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


def _vague(words: Words, place: int) -> Number | None:
    """ "tientallen", "enkele honderden", "een paar duizend", "een tiental"."""
    start = place + (words.low(place) in _ARTICLES)
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
