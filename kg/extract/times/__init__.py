"""Dutch time expressions: raw text and day of publication -> Times with TIMEX3 values."""

from __future__ import annotations

from datetime import date

from kg.extract.times.choice import Tense
from kg.extract.times.grammar import find_expressions
from kg.extract.times.nodes import Expression
from kg.extract.times.resolve import resolve
from kg.extract.times.values import granularity
from kg.model import Time

__all__ = ["Expression", "Tense", "find_expressions", "find_times", "granularity", "resolve"]


def find_times(
    text: str, published: date | None = None, tense: Tense | None = None
) -> tuple[Time, ...]:
    """The times that a text tells, in order, none overlapping another; never raises.

    Args:
        text: raw Dutch text; spans are code points into it.
        published: the day that "gisteren" counts from.
        tense: one tense for all; where each has its own verb, take ``find_expressions`` and
            ``resolve`` each.

    Catches "Donderdag vielen zeker 22 doden" (published 2022-03-04: 2022-03-03); leaves alone
    "Zo kwamen 3600 Nederlanders bijeen".
    """
    return tuple(resolve(found, published, tense) for found in find_expressions(text))
