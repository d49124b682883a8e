"""Name-annotated sentences (BIO rows) -> spaCy training documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin


@dataclass(slots=True)
class Tagged:
    """A sentence with one BIO tag a word ("B-PER", "I-PER", "O")."""

    words: list[str]
    tags: list[str]

    def names(self) -> Iterator[tuple[int, int, str]]:
        """(from, to, class) of each name, in words."""
        start, label = 0, ""
        for i, tag in enumerate([*self.tags, "O"]):
            if label and tag != f"I-{label}":
                yield start, i, label
                label = ""
            if tag != "O" and not label:
                start, label = i, tag[2:]


def parse_bio(lines: Iterable[str]) -> Iterator[Tagged]:
    """Sentences of rows "word tag" or "number<TAB>word<TAB>tag", blank lines between."""
    words, tags = list[str](), list[str]()
    for line in lines:
        row = line.split()
        if len(row) < 2:
            if words:
                yield Tagged(words, tags)
            words, tags = [], []
        else:
            words.append(row[-2])
            tags.append(row[-1])
    if words:
        yield Tagged(words, tags)


def read_bio(path: Path) -> list[Tagged]:
    """All sentences of a BIO file (UTF-8)."""
    with path.open(encoding="utf-8") as lines:
        return list(parse_bio(lines))


def write_docbin(sentences: Iterable[Tagged], path: Path) -> None:
    """Write name-annotated sentences to a ``.spacy`` file."""
    vocab = spacy.blank("nl").vocab
    binary = DocBin()
    for sentence in sentences:
        ents = ["O"] * len(sentence.words)
        for start, end, label in sentence.names():
            ents[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        binary.add(Doc(vocab, words=sentence.words, ents=ents))
    path.parent.mkdir(parents=True, exist_ok=True)
    binary.to_disk(path)
