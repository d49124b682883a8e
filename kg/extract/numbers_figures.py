"""Words -> numbers in figures: "280.000", "1 414 021", "3,5", "10 1/2", "10-15 procent"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kg.extract.numbers_digits import digits
from kg.extract.numbers_parts import Number, phrase, section, tail_of_name
from kg.extract.numbers_spoken import continued
from kg.extract.times.tokens import Words

_MOST_GROUPS: Final = 6
# "12,-", "12,--" and "12,=": no cents.
_NO_CENTS: Final = ("-", "–", "—", "=")
_MOST_BELOW: Final = 99
_ROUND_BELOW: Final = (100, 200, 250, 400, 500, 1000)


def run(words: Words, place: int) -> tuple[str, int] | None:
    """A run of digits with its separators, and the place after it."""
    first = words.at(place)
    if not (first.text.isascii() and first.text.isdigit()):
        return None
    told, after = first.text, place + 1
    groups = 0
    while groups < _MOST_GROUPS and words.low(after) in (".", ",") and words.joined(after):
        following = words.at(after + 1)
        if not words.joined(after + 1) or not (
            following.text.isascii() and following.text.isdigit()
        ):
            break
        told += words.low(after) + following.text
        after += 2
        groups += 1
    return told, after


def _spaced(words: Words, told: str, after: int) -> tuple[str, int]:
    """More groups of three digits after single spaces: "1 414 021 100"."""
    if not (told.isdigit() and len(told) <= 3 and not told.startswith("0")):
        return told, after
    start, groups = after, 0
    whole = told
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
        return told, start
    if groups and words.low(after) == "," and words.joined(after) and words.joined(after + 1):
        tail = words.at(after + 1).text
        if tail.isascii() and tail.isdigit():
            return f"{whole},{tail}", after + 2
    return whole, after


def in_digits(words: Words, place: int) -> Number | None:
    """ "280.000", "3,5", "10 1/2", "10-15 procent"; no "3-1", "747-400", "F16", "1.2.3", "5G"."""
    found = run(words, place)
    if found is None or tail_of_name(words, place):
        return None
    told, after = _spaced(words, *found)
    value = digits(told)
    if value is None:
        return None
    sign = section("signs").get(words.low(after))
    if sign is not None and told.isdigit():
        return Number(*continued(words, value + Decimal(sign), after + 1))
    following = words.low(after)
    if words.joined(after) and words.joined(after + 1):
        if following == "/":
            return _slashed(words, place, after, value)
        if following in ("-", "–") and words.low(after + 1)[:1].isdigit():
            return Number(value, after) if _ranged(words, place, value, after + 1) else None
        if following == ":":
            return None
        if following == "," and words.low(after + 1) in _NO_CENTS:
            twice = words.low(after + 2) == words.low(after + 1) and words.joined(after + 2)
            return Number(value, after + 2 + twice)
    if words.low(after + 1) == "/" and words.joined(after + 1) and told.isdigit():
        mixed = _slashed(words, after, after + 1, Decimal(words.number(after, 2) or 0))
        if mixed is not None:
            return Number(*continued(words, value + mixed.value, mixed.after))
    return Number(*continued(words, value, after))


def _ranged(words: Words, place: int, low: Decimal, start: int) -> bool:
    """Whether a bigger number with a unit follows the dash: "10-15 procent", "€ 10-15"; no
    "3-1"."""
    found = run(words, start)
    high = digits(found[0]) if found else None
    if found is None or high is None or high <= low:
        return False
    following = found[1]
    return (
        words.low(place - 1) in section("currency_signs")
        or words.low(following) in section("percent")["words"]
        or words.low(following) in section("scales")
        or phrase(words, following, "measures") is not None
        or phrase(words, following, "currencies") is not None
    )


def _slashed(words: Words, place: int, slash: int, above: Decimal) -> Number | None:
    """ "1/4", "1/100"; no "22/4/2016", "6/2016", "12/345"."""
    below = words.number(slash + 1, 4)
    if not below or not 0 < above < below or words.low(slash) != "/":
        return None
    if below > _MOST_BELOW and (below not in _ROUND_BELOW or above >= _MOST_BELOW):
        return None
    following = words.low(slash + 2)
    dashed = following == "-" and not words.low(slash + 3)[:1].isdigit()
    if words.joined(slash + 2) and not dashed and (following in ("/", "-") or following.isdigit()):
        return None
    negative = words.low(place - 1) == "-" and not words.joined(place - 1)
    if words.joined(place) and words.low(place - 1) in ("/", "-") and not negative:
        return None
    return Number(above / below, slash + 2, "fraction")
