"""Tags, lemmas and parse against gold: UD Alpino dev, by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.annotate.name_features import name_features
from kg.annotate.parsed import finished, parse, to_sentence
from kg.annotate.segments import Segment
from kg.model import Sentence
from training.treebank import Tree

if TYPE_CHECKING:
    from spacy.language import Language

REPORTED = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "compound:prt",
    "nmod", "nmod:poss", "appos", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "expl:pv",
)  # fmt: skip


@dataclass(slots=True)
class Scores:
    """Words, and how many of them are right in what."""

    words: int = 0
    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)

    def percent(self, what: str) -> float:
        """Share of words that are right in "UPOS", "lemma", "UAS" or "LAS"."""
        return 100 * self.right[what] / self.words if self.words else 0.0

    def lines(self) -> list[str]:
        """The scores in words: all, and recall and precision of each reported label."""
        total = "  ".join(f"{w} {self.percent(w):.2f}" for w in ("UPOS", "lemma", "UAS", "LAS"))
        rows = [
            f"{label:13} R {100 * self.hit[label] / self.gold[label]:5.1f}  "
            f"P {100 * self.hit[label] / max(1, self.found[label]):5.1f}  (gold {self.gold[label]})"
            for label in REPORTED
            if self.gold[label]
        ]
        return [total, *rows]


def analyse(
    nlp: Language,
    trees: Sequence[Tree],
    features: Callable[[Sequence[str]], list[str]] | None = name_features,
) -> Iterator[Sentence]:
    """The gold words of trees through a pipeline, as ``kg.annotate`` would do them.

    ``features`` are those that our own pipeline reads; None for another one.
    """
    segments = list[Segment]()
    for tree in trees:
        at, spans = 0, list[tuple[int, int]]()
        for word in tree.words:
            spans.append((at, at + len(word.form)))
            at += len(word.form) + word.space_after
        segments.append(Segment(tuple(spans), tuple(w.form for w in tree.words)))
    for doc, segment in zip(parse(nlp, segments, features), segments, strict=True):
        yield finished(to_sentence(doc, segment), segment.forms)


def measure(trees: Sequence[Tree], found: Iterable[Sentence]) -> Scores:
    """Compare sentences with gold trees of the same words.

    All words count, punctuation too; a label counts as right on the right head only. Gold
    lemmas must be without compound marks (``training.cgn.plain_lemma``), their separable
    particles in place.
    """
    scores = Scores()
    for tree, sentence in zip(trees, found, strict=True):
        for i, (word, token) in enumerate(zip(tree.words, sentence.tokens, strict=True)):
            scores.words += 1
            head = word.head - 1 if word.head else i
            attached = token.head == head
            scores.right["UPOS"] += token.pos == word.upos
            scores.right["lemma"] += token.lemma == word.lemma
            scores.right["UAS"] += attached
            scores.right["LAS"] += attached and token.dep == word.dep
            scores.gold[word.dep] += 1
            scores.found[token.dep] += 1
            scores.hit[word.dep] += attached and token.dep == word.dep
    return scores
