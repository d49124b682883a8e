"""Counts -> precision, recall, F1 and macro F1."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found rightly, how many were found, how many there are."""

    hit: int = 0
    system: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hit + other.hit, self.system + other.system, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 0 where there is nothing."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    """2PR / (P + R); 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compare(gold: Set[T], system: Set[T]) -> Counts:
    """The counts of two sets."""
    return Counts(len(gold & system), len(system), len(gold))


def macro_f1(pairs: Sequence[tuple[str | None, str | None]], labels: Sequence[str]) -> float:
    """The mean F1 over the labels that the gold has.

    Args:
        pairs: (gold label, system label) of each thing that both have.
    """
    scores = []
    for label in labels:
        counts = Counts(
            sum(gold == system == label for gold, system in pairs),
            sum(system == label for _, system in pairs),
            sum(gold == label for gold, _ in pairs),
        )
        if counts.gold:
            scores.append(counts.f1)
    return sum(scores) / len(scores) if scores else 0.0
