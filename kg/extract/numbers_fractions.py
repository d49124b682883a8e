"""Words -> fractions: "twee derde", "een kwart", "een op de vijf"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from kg.extract.numbers_parts import ARTICLES, Number, phrase, section
from kg.extract.numbers_words import denominator, fraction_word
from kg.extract.times.tokens import Words
from kg.lexicon import table

# "honderd derde" is a rank.
_MOST_ABOVE: Final = 99
# "3 vierde" is a fraction, "3 vijftiende" none.
_MOST_TOLD_IN_DIGITS: Final = 10
# "vier miljoenste" is a rank; only "een miljoenste" is a fraction.
_LEAST_RANK_ONLY: Final = 10_000
# Where the figure need not be a count of things: "7 op 10", "een op duizend".
_WHOLES: Final = (10, 100, 1000)


def fraction(words: Words, place: int, mixed: bool = False) -> Number | None:
    """ "een kwart", "twee derde", "de helft", "een op de vijf"; no "een derde ronde".

    Args:
        mixed: after "twee en", where a unit may follow: "een derde kilometer".
    """
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
    if above is None or above > _MOST_ABOVE:
        return None
    if words.low(place + 1) == "op":
        return _out_of(words, place, above)
    return _below_line(words, place, above, mixed)


def _below_line(words: Words, place: int, above: int, mixed: bool) -> Number | None:
    """ "(twee) derde", "(drie) honderdsten"; no "(tien) miljoenste", which is a rank."""
    told, after = words.low(place + 1), place + 2
    below = denominator(told)
    if below is None or above == 0:
        return None
    article = words.low(place) in ("een", "1")
    plural = told.endswith("n")
    if above > 1 and not plural:
        in_digits = words.number(place) is not None and below > _MOST_TOLD_IN_DIGITS
        if in_digits or below >= _LEAST_RANK_ONLY:
            return None
    if article and not plural and told != "kwart" and not _closes(words, after):
        measured = mixed and (phrase(words, after, "measures") or words.low(after) in ("procent",))
        if not measured:
            return None
    return Number(Decimal(above) / below, after, "fraction")


def _out_of(words: Words, place: int, above: int) -> Number | None:
    """ "een op de vijf", "drie op de tien", "een op drie"; no "drie op vijf", "een op 3 maart"."""
    start = place + 2
    owned = words.low(start) in ("de", "elke", "iedere")
    out_of = words.count(start + owned)
    after = start + owned + 1
    if not out_of or above >= out_of:
        return None
    if not owned:
        measured = phrase(words, after, "measures") or words.low(after) in _no_whole()
        ends = words.low(after) in _ends() or not words.low(after)[:1].isalpha()
        in_words = words.number(start) is None and ends
        sure = words.low(place) != "een" or words.opens(place) or in_words
        known = (above == 1 and sure) or out_of in _WHOLES
        if not known or measured or words.joined(after):
            return None
    return Number(Decimal(above) / out_of, after, "fraction")


def _closes(words: Words, place: int) -> bool:
    """Whether nothing that could be ranked follows: "een derde van", not "een derde ronde"."""
    low = words.low(place)
    if low == "-" and words.joined(place):
        # "een negentiende-eeuwse kerk"
        return False
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


@cache
def _ends() -> frozenset[str]:
    """What may follow "een op drie" where nothing is left for it to stand on."""
    return frozenset(table("times.toml")["after_year"]["words"])


@cache
def _no_whole() -> frozenset[str]:
    """What makes "een op drie" a place or a date: "een op drie meter", "een op 3 maart"."""
    times = table("times.toml")
    return frozenset((*times["months"], *times["units"], *section("percent")["words"], "punten"))
