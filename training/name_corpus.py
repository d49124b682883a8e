"""Name-annotated sentences (BIO rows) -> spaCy training documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from kg.annotate.name_features import name_features

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(slots=True)
class Tagged:
    """A sentence with one BIO tag a word ("B-PER", "I-PER", "O"; "" where it is not known).

    The features of the words numbered in ``hidden`` are not shown to the tagger.
    """

    words: list[str]
    tags: list[str]
    hidden: frozenset[int] = frozenset()

    def names(self) -> Iterator[tuple[int, int, str]]:
        """(from, to, class) of each name, in words."""
        start, label = 0, ""
        for i, tag in enumerate([*self.tags, "O"]):
            if label and tag != f"I-{label}":
                yield start, i, label
                label = ""
            if tag not in ("O", "") and not label:
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


def write_docbin(sentences: Iterable[Tagged], path: Path, tagger: Language | None = None) -> None:
    """Write name-annotated sentences to a ``.spacy`` file, with the features of their words.

    ``tagger`` is a pipeline whose UPOS becomes a feature; a tag of "" is left open.
    """
    nlp = tagger if tagger is not None else spacy.blank("nl")
    listed = list(sentences)
    docs = nlp.pipe((featured(nlp, s) for s in listed), batch_size=256)
    binary = DocBin(attrs=["TAG", "POS", "ENT_IOB", "ENT_TYPE"])
    for sentence, doc in zip(listed, docs, strict=True):
        ents: list[Any] = [None if tag == "" else tag for tag in sentence.tags]
        binary.add(
            Doc(
                nlp.vocab,
                words=sentence.words,
                tags=[t.tag_ for t in doc],
                pos=[t.pos_ for t in doc],
                ents=ents,
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    binary.to_disk(path)


def featured(nlp: Language, sentence: Tagged) -> Doc:
    """A document of one sentence whose tags are the features of ``kg.annotate``."""
    words = sentence.words
    codes = name_features(words)
    tags = ["-" if i in sentence.hidden else code for i, code in enumerate(codes)]
    return Doc(nlp.vocab, words=words, tags=tags, sent_starts=[i == 0 for i in range(len(words))])


@registry.readers("kg.names.v1")  # type: ignore[untyped-decorator]
def names(path: Path) -> Callable[[Language], Iterator[Example]]:
    """A reader of ``.spacy`` files whose predicted side has features and UPOS, but no names."""

    def read(nlp: Language) -> Iterator[Example]:
        for reference in DocBin().from_disk(path).get_docs(nlp.vocab):
            predicted = Doc(
                nlp.vocab,
                words=[t.text for t in reference],
                tags=[t.tag_ for t in reference],
                pos=[t.pos_ for t in reference],
            )
            yield Example(predicted, reference)

    return read
