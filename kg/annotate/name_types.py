"""What the rules for names work on: tagged sentences and the names found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as the tagger left it: words, UPOS, and (from, to, label) of its names."""

    forms: tuple[str, ...]
    pos: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]


def in_capitals(sentence: Tagged) -> bool:
    """Whether a sentence is a heading all in capitals, so that capitals tell nothing."""
    words = [form for form in sentence.forms if form.isalpha() and len(form) > 1]
    return len(words) > 2 and sum(word.isupper() for word in words) > 0.7 * len(words)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: sentence number, (from, to) in words, class, and why it was taken for one."""

    sentence: int
    start: int
    end: int
    kind: str
    reason: str

    def overlaps(self, other: Name) -> bool:
        """Whether the two share a word."""
        same = self.sentence == other.sentence
        return same and self.start < other.end and other.start < self.end

    def words(self, sentences: Sequence[Tagged]) -> tuple[str, ...]:
        """The words of the name."""
        return sentences[self.sentence].forms[self.start : self.end]


Rule = Callable[[Sequence[Tagged], list[Name]], list[Name]]
"""The sentences of a document and the names so far -> the names that then stand."""


def by_sentence(rule: Callable[[int, Tagged, list[Name]], list[Name]]) -> Rule:
    """A rule that looks at one sentence, its number and its names, as a rule for documents."""

    @wraps(rule)
    def run(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
        here: list[list[Name]] = [[] for _ in sentences]
        for name in found:
            here[name.sentence].append(name)
        return [
            name
            for number, (sentence, names) in enumerate(zip(sentences, here, strict=True))
            for name in rule(number, sentence, names)
        ]

    return run


def longest(found: Iterable[Name]) -> list[Name]:
    """Names without those that lie in or overlap a longer one."""
    taken = set[tuple[int, int]]()
    kept = list[Name]()
    for name in sorted(found, key=lambda n: n.start - n.end):
        words = [(name.sentence, i) for i in range(name.start, name.end)]
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(name)
    return kept
