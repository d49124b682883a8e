"""Text -> quantities: numbers as told, with comparator, kind and unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final

from kg.extract import numbers_ranges, numbers_units
from kg.extract.numbers_cues import comparator
from kg.extract.numbers_read import cut, head
from kg.extract.times import find_expressions
from kg.extract.times.nodes import Duration
from kg.extract.times.tokens import Words
from kg.model import Quantity, Span

_CONTEXT: Final = Context(prec=9)
_LONG: Final = 20


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A number as told.

    ``span`` is the whole expression ("meer dan 2,5 miljoen dollar"), ``number`` the number
    alone ("2,5 miljoen"). ``comparator`` is the ontology's. ``kind``: "count", "ordinal",
    "fraction", "percent", "money", "measure", "age" or "duration". ``unit``: an ISO 4217 code,
    "%", an SI symbol or a unit of time; None for what is counted, which stands after the span.
    ``high`` is the upper end of a range, whose lower end is ``value``.
    """

    span: Span
    number: Span
    value: Decimal
    comparator: str = "Exactly"
    kind: str = "count"
    unit: str | None = None
    high: Decimal | None = None

    def quantity(self, document_id: str, unit: str | None = None) -> Quantity:
        """The model's noun; ``unit`` is the lemma of what is counted, where there is one."""
        return Quantity(document_id, self.span, self.value, self.comparator, self.unit or unit)


def find_quantities(text: str, taken: Iterable[Span] | None = None) -> tuple[FoundQuantity, ...]:
    """The quantities that a text tells, in order, none overlapping another; never raises.

    Args:
        text: raw Dutch text; spans are code points into it.
        taken: words that are no quantities, such as dates; None looks for them itself.

    Catches "zeker 22 doden" (22, AtLeast), "anderhalf miljoen", "een kwart van Oekraïne",
    "enkele tientallen kilometers" (10, Vague); leaves alone "een man", "op 3 maart 2022",
    "de Tweede Kamer", "Boeing 747", "zij acht hem schuldig".
    """
    if taken is None:
        taken = [e.span for e in find_expressions(text) if not isinstance(e.node, Duration)]
    blocked = sorted(taken)
    words = cut(text)
    found: list[FoundQuantity] = []
    place = block = 0
    while place < len(words):
        start = words.at(place).start
        while block < len(blocked) and blocked[block].end <= start:
            block += 1
        if block < len(blocked) and blocked[block].start <= start < blocked[block].end:
            place += 1
            continue
        limit = blocked[block].start if block < len(blocked) else len(text) + 1
        read = _quantity(words, place) if head(words, place) else None
        if read is None or words.at(read[1] - 1).end > limit:
            place += 1
            continue
        last_end = found[-1].span.end if found else 0
        if read[0].span.start < last_end:
            place += 1
            continue
        found.append(read[0])
        place = read[1]
    return tuple(found)


def _quantity(words: Words, place: int) -> tuple[FoundQuantity, int] | None:
    measured = numbers_units.measured(words, place)
    if measured is None or _is_name(words, place, measured):
        return None
    number, start, after = measured.number, measured.start, measured.after
    value, high = number.value, None
    upper = numbers_ranges.upper(words, measured)
    if upper is not None:
        value = numbers_ranges.lower_value(words, measured, upper)
        high, after = _told(upper.number.value), upper.after
        measured = measured._replace(kind=upper.kind, unit=upper.unit)
        start -= (words.lows(start - 2, 2) == "tussen de" and 2) or words.low(start - 1) == "tussen"
    round_number = value >= 100 and value % 10 == 0
    told, first, last = comparator(words, start, after, measured.kind, round_number)
    if number.comparator != "Exactly":
        told, first = number.comparator, start if told is None else first
    elif high is not None:
        told = told or "AtLeast"
    span = Span(words.at(first).start, words.at(last - 1).end)
    end = (upper.number.after if upper else number.after) - 1
    inner = Span(words.at(measured.number_start).start, words.at(end).end)
    kind, unit = measured.kind, measured.unit
    return (
        FoundQuantity(span, inner, _told(value), told or "Exactly", kind, unit, high),
        max(last, after),
    )


def _told(value: Decimal) -> Decimal:
    """A value without idle zeros, a fraction to nine digits: 2/3 is 0.666666667."""
    whole = value.to_integral_value()
    if value == whole:
        return whole.quantize(Decimal(1)) if abs(whole) < 10**20 else whole
    return (value if len(value.as_tuple().digits) < _LONG else _CONTEXT.plus(value)).normalize()


def _is_name(words: Words, place: int, measured: numbers_units.Measured) -> bool:
    """Whether a number is part of a name ("Boeing 747.", "5G") and counts nothing."""
    after = measured.after
    if measured.kind != "count" or words.number(place, 18) is None:
        return False
    following = words.low(after)
    if words.joined(after) and following[:1].isalpha():
        return True
    ends = not following.isalpha() or words.capital(after)
    named = words.capital(place - 1) and not words.opens(place - 1) and not words.joined(place)
    return named and ends and words.low(place - 1) not in ("de", "het")
