"""The Dutch time words of kg/data/nl/times.toml, as the patterns look them up."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kg.extract.numbers_words import cardinal, half_word, ordinal
from kg.extract.times.tokens import Words, words
from kg.lexicon import table


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of the word list whose values are strings."""
    return {word: str(value) for word, value in table("times.toml")[name].items()}


@cache
def numbered(name: str) -> dict[str, int]:
    """A table of the word list whose values are numbers."""
    return {word: int(value) for word, value in table("times.toml")[name].items()}


@cache
def listed(name: str) -> frozenset[str]:
    """A plain list of words."""
    return frozenset(table("times.toml")[name]["words"])


@cache
def phrases(name: str) -> dict[str, str]:
    """A table whose keys may be several words, each key cut up as the text is."""
    found = {}
    for phrase in table("times.toml")[name]:
        cut = words(phrase)
        found[cut.lows(0, len(cut))] = phrase
    return found


class Part(NamedTuple):
    """A day and a part of it in one word: "donderdagavond", "gisteravond", "vanmiddag"."""

    weekday: int | None
    days: int | None
    part: str


@lru_cache(maxsize=4096)
def part_of_day(word: str) -> Part | None:
    """What a word like "donderdagavond" or "vanochtend" tells; None for any other."""
    for ending, code in (*mapping("dayparts").items(), *mapping("dayparts_joined").items()):
        stem = word.removesuffix(ending)
        if not stem or stem == word:
            continue
        if stem in numbered("weekdays"):
            return Part(numbered("weekdays")[stem], None, code)
        if stem in numbered("day_stems"):
            return Part(None, numbered("day_stems")[stem], code)
    return None


@lru_cache(maxsize=4096)
def repeated(word: str) -> tuple[Decimal, str] | None:
    """How often a word repeats: "driejaarlijkse" -> every 3 years; "halfjaarlijks", "wekelijks";
    None for any other word."""
    stem = word.removesuffix("e")
    for ending, unit in mapping("repeated").items():
        if not stem.endswith(ending):
            continue
        told = stem.removesuffix(ending)
        if told in ("", "half"):
            return Decimal(1 if not told else "0.5"), unit
        count = cardinal(told)
        return (Decimal(count), unit) if count else None
    return None


@lru_cache(maxsize=4096)
def weekdays_plural(word: str) -> int | None:
    """The day of "zondagen"; None for any other word."""
    return numbered("weekdays").get(word.removesuffix("en")) if word.endswith("en") else None


class PluralPart(NamedTuple):
    """ "avonden", "zondagochtenden": a part of the day, of a weekday where one is told."""

    weekday: int | None
    part: str


@lru_cache(maxsize=4096)
def plural_part(word: str) -> PluralPart | None:
    """What "ochtenden", "zondagavonden" tell; None for any other word."""
    single = word.removesuffix("en").removesuffix("s")
    if single == word:
        return None
    if single in mapping("dayparts"):
        return PluralPart(None, mapping("dayparts")[single])
    part = part_of_day(single)
    return PluralPart(part.weekday, part.part) if part and part.weekday else None


@lru_cache(maxsize=4096)
def days_long(word: str) -> tuple[int | None, str] | None:
    """ "driedaagse" -> 3 days, "maandenlange" -> months; None for any other word."""
    for ending, unit in mapping("long_adjectives").items():
        stem = word.removesuffix(ending)
        if stem != word and (count := cardinal(stem)):
            return count, unit
    long = mapping("long_words").get(word.removesuffix("e"))
    return (None, long) if long else None


def direction(word: str) -> int | None:
    """-1 for "vorige", "afgelopen"; 0 for "deze"; 1 for "komende"; None for any other."""
    if word in listed("lasts"):
        return -1
    if word in listed("nexts"):
        return 1
    return 0 if word in listed("this") else None


@cache
def heads() -> frozenset[str]:
    """Words that can begin an expression."""
    heads = set(listed("grammar_openers")) | {"'s", "’s", "‘s", "ʼs", "½", "vroege", "late"}
    for name in (
        "months",
        "month_abbreviations",
        "weekdays",
        "weekday_abbreviations",
        "dayparts",
        "day_adverbs",
        "seasons",
        "references",
        "sets",
        "modifiers",
        "units",
        "clock_nouns",
        "clock_plurals",
        "feast_weekends",
        "feast_days",
    ):
        heads |= set(mapping(name))
    for name in ("lasts", "nexts", "this", "vague", "year_names"):
        heads |= listed(name)
    for name in ("holidays", "reference_phrases"):
        heads |= {phrase.split()[0] for phrase in phrases(name)}
    return frozenset(heads)


@lru_cache(maxsize=65536)
def may_begin(low: str) -> bool:
    return (
        low in heads()
        or (low.isascii() and low.isdigit())
        or part_of_day(low) is not None
        or weekdays_plural(low) is not None
        or days_long(low) is not None
        or repeated(low) is not None
        or plural_part(low) is not None
        or low.endswith("tiger")
        or cardinal(low) is not None
        or ordinal(low) is not None
        or half_word(low) is not None
    )


def link(cut: Words, place: int) -> int | None:
    """The place after "tot", "tot en met", "t/m" or a dash."""
    for link in _LINKS:
        size = link.count(" ") + 1
        if cut.lows(place, size) == link:
            return place + size
    return None


_LINKS: Final = ("tot en met", "t / m", "tot", "-", "–", "—", "t/m")
