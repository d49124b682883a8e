"""Words -> currencies: "€", "US$", "Amerikaanse dollar", "drie euro en vijftig cent"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from kg.extract.numbers_read import phrase, section
from kg.extract.times.tokens import Words
from kg.lexicon import table

_NEAR: Final = 6


def sign(words: Words, place: int) -> tuple[str, int] | None:
    """A currency sign or code before an amount: "€", "US$", "US $", "EUR", "eur"."""
    low = words.low(place)
    written = _dollar(words, place) or _code(words, place)
    if written is not None:
        return written
    if low in section("codes_before"):
        return section("codes_before")[low], place + 1 + (words.low(place + 1) == ".")
    return None


def _dollar(words: Words, place: int) -> tuple[str, int] | None:
    """ "US$", "C$", "US $"."""
    code = section("dollar_countries").get(words.low(place))
    joined = words.joined(place + 1) or words.at(place).text == "US"
    if code is None or words.low(place + 1) != "$" or not joined:
        return None
    return code, place + 2


def _code(words: Words, place: int) -> tuple[str, int] | None:
    """ "€", "CHF"."""
    low, text = words.low(place), words.at(place).text
    code = section("currency_signs").get(low, text if text in codes() else None)
    return None if code is None else (code, place + 1)


def currency(words: Words, place: int) -> tuple[str, int] | None:
    """A currency after an amount: "euro", "Amerikaanse dollar", "US$", "CHF".

    One of no known country is its noun: "Atlantische dollar" is "dollar". A name is no
    currency: "22 Mark Rutte".
    """
    dollar = _dollar(words, place) if words.joined(place + 1) else None
    written = dollar or _code(words, place)
    if written is not None:
        return written
    found = phrase(words, place, "currencies")
    if found is not None:
        return found
    of_country = _of_country(words, place)
    if of_country is not None:
        return of_country
    bare = phrase(words, place, "currency_nouns")
    if bare is not None and not (
        words.capital(place) and words.low(place) in section("named")["words"]
    ):
        return names().get(bare[0], bare[0]), bare[1]
    return None


def weight(words: Words, number: int, place: int) -> tuple[str, int] | None:
    """ "pond" where it weighs: a word of weight stands within a few words and none of money
    ("weegt twee pond", "twee pond vlees"); else it is money ("de kaas kost twee pond")."""
    if words.low(place) not in ("pond", "ponden") or words.low(place + 1) == "sterling":
        return None
    around = {words.low(at) for at in range(number - _NEAR, place + _NEAR)}
    if around.isdisjoint(section("weighing")["words"]):
        return None
    return ("lb", place + 1) if around.isdisjoint(section("paying")["words"]) else None


def _of_country(words: Words, place: int) -> tuple[str, int] | None:
    """ "Deense kronen", "Libanese pond", "Nieuw-Zeelandse dollars"."""
    adjective, after = words.low(place), place + 1
    if words.low(after) == "-" and words.joined(after) and words.joined(after + 1):
        adjective, after = f"{adjective}-{words.low(after + 1)}", after + 2
    noun = phrase(words, after, "currency_nouns")
    if noun is None or not adjective.endswith("e"):
        return None
    # "Egyptische ponden" are of the "Egyptisch pond", "Libanese" ones of the "Libanees pond".
    forms = (adjective, adjective[:-1], adjective[:-3] + "ees")
    named = next((names()[f"{a} {noun[0]}"] for a in forms if f"{a} {noun[0]}" in names()), None)
    if named is None and not adjective.endswith(("se", "sche")):
        return None
    return named or noun[0], noun[1]


@cache
def codes() -> frozenset[str]:
    """ISO 4217 codes that may stand beside an amount: "500 CHF"."""
    return frozenset(table("numbers_units.toml")["currency_iso"]["words"])


@cache
def names() -> dict[str, str]:
    """Currency names -> ISO 4217 codes."""
    known: dict[str, str] = {**table("numbers_units.toml")["currencies"], **section("currencies")}
    return known


@cache
def cents() -> frozenset[str]:
    """The hundredths of a currency: "cent", "eurocent", "pence"."""
    return frozenset(section("cents")["words"])


def with_cents(words: Words, place: int, value: Decimal) -> tuple[Decimal, int]:
    """ "3 euro en 50 cent", "vijf euro vijftig", "twaalf pond en twintig pence"."""
    if words.low(place - 1) not in section("cents")["of"] or value % 1:
        return value, place
    linked = words.low(place) == "en"
    hundredths = words.count(place + linked)
    told = words.low(place + linked + 1) in cents()
    if hundredths is None or not 0 < hundredths < 100:
        return value, place
    ends = not words.low(place + linked + 1)[:1].isalnum()
    in_words = words.number(place + linked) is None
    if not told and (hundredths < 10 or not ends or (linked and not in_words)):
        return value, place
    return value + Decimal(hundredths) / 100, place + linked + 1 + told
