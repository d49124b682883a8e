"""Name mentions against gold: MEANTIME (typed, exact) and CoNLL-2002 (never trained on)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Analysis, Document, MentionKind, Span
from training.name_corpus import Tagged

CLASSES = {"Person": "PER", "Organisation": "ORG", "Place": "LOC"}
FUNCTIONS = frozenset(
    """CEO President Premier Minister Senator Voorzitter Topman Dr. Mr. Sir""".split()  # noqa: SIM905
)
PLANES = ("Apple", "Boeing", "Airbus")
"""Nearly half of the development names: reported apart."""

Names = dict[Span, str]
Annotate = Callable[[Iterable[Document]], Iterator[Analysis]]


@dataclass(slots=True)
class Count:
    """Hits, names found and names in the gold, in all and by class; the mistakes."""

    hit: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    spurious: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Names, found: Names, text: str) -> None:
        """Compare one document."""
        for label in gold.values():
            self.gold[label] += 1
        for span, label in found.items():
            self.found[label] += 1
            if gold.get(span) == label:
                self.hit[label] += 1
            else:
                self.spurious[span.of(text), label] += 1
        for span, label in gold.items():
            if found.get(span) != label:
                self.missed[span.of(text), label] += 1

    def f1(self, label: str = "") -> float:
        """F1 of one class, or of all."""
        hit, found, gold = (
            (sum(c.values()) if not label else c[label]) for c in (self.hit, self.found, self.gold)
        )
        return 2 * hit / (found + gold) if found + gold else 0.0

    def line(self, label: str = "") -> str:
        """Precision, recall and F1 of one class, or of all."""
        hit, found, gold = (
            (sum(c.values()) if not label else c[label]) for c in (self.hit, self.found, self.gold)
        )
        p, r = hit / found if found else 0.0, hit / gold if gold else 0.0
        f = self.f1(label)
        return f"{label or 'all':4} P {p:.3f} R {r:.3f} F1 {f:.3f} ({hit} of {found}, gold {gold})"


def bare(span: Span, text: str) -> Span:
    """A span without leading words in small letters and functions ("CEO Steve Jobs")."""
    start = span.start
    while True:
        first, space, rest = text[start : span.end].partition(" ")
        capital = any(c.isupper() for c in rest)
        small = first.islower() and rest[:1].strip() and capital
        if not space or not (first in FUNCTIONS or small):
            return Span(start, span.end)
        start += len(first) + 1


def outermost(names: Names) -> Names:
    """Names that lie in no longer one, of the three classes alone."""
    return {
        span: label
        for span, label in names.items()
        if not any(other != span and other.covers(span) for other in names)
    }


def meantime(path: Path, annotate: Annotate, without: tuple[str, ...] = ()) -> Count:
    """Typed, exact matches on the MEANTIME articles, as the project's score defines them.

    Both sides lose leading articles and functions, nested names and adjectives; only what
    stands before ``scored_until`` counts. ``without`` leaves names out that contain a word.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    count = Count()
    for row, analysis in zip(
        rows, annotate(Document(r["id"], r["text"]) for r in rows), strict=True
    ):
        text, until = row["text"], row["scored_until"]
        adjectives = {Span(e["start"], e["end"]) for e in row["entities"] if e.get("adjective")}
        gold: Names = {
            bare(Span(e["start"], e["end"]), text): e["type"]
            for e in row["entities"]
            if e["end"] <= until
        }
        found: Names = {
            bare(m.span, text): CLASSES[m.entity_class]
            for m in analysis.mentions
            if m.kind is MentionKind.NAME and m.entity_class in CLASSES and m.span.end <= until
        }
        sides = [
            {
                s: label
                for s, label in outermost(names).items()
                if label in CLASSES.values()
                and s not in adjectives
                and not any(word in s.of(text) for word in without)
            }
            for names in (gold, found)
        ]
        count.add(sides[0], sides[1], text)
    return count


def conll(sentences: Iterable[Tagged], annotate: Annotate) -> Count:
    """Typed, exact matches of PER, LOC and ORG on sentences of BIO files, words joined."""
    count = Count()
    listed = list(sentences)
    documents = list[Document]()
    golds = list[Names]()
    for number, part in enumerate(range(0, len(listed), 20)):
        text, gold = "", dict[Span, str]()
        for sentence in listed[part : part + 20]:
            starts = list[int]()
            ends = list[int]()
            for word in sentence.words:
                starts.append(len(text))
                text += word + " "
                ends.append(len(text) - 1)
            text += "\n\n"
            for a, b, label in sentence.names():
                if label in CLASSES.values():
                    gold[Span(starts[a], ends[b - 1])] = label
        documents.append(Document(str(number), text))
        golds.append(gold)
    for document, gold, analysis in zip(documents, golds, annotate(documents), strict=True):
        found = {
            m.span: CLASSES[m.entity_class]
            for m in analysis.mentions
            if m.kind is MentionKind.NAME and m.entity_class in CLASSES
        }
        count.add(gold, found, document.text)
    return count
