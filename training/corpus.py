"""Treebank sentences -> spaCy training examples, one sentence a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from training.treebank import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab


def to_doc(tree: Tree, vocab: Vocab) -> Doc:
    """A sentence as a spaCy document with lemmas, UPOS, features, heads and labels."""
    words = tree.words
    heads = [w.head - 1 if w.head else i for i, w in enumerate(words)]
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space_after for w in words],
        lemmas=[w.lemma for w in words],
        pos=[w.upos for w in words],
        morphs=["" if w.feats == "_" else w.feats for w in words],
        heads=heads,
        deps=["ROOT" if w.head == 0 else w.dep for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def write_docbin(trees: Iterable[Tree], path: Path) -> None:
    """Write sentences to a ``.spacy`` file."""
    vocab = spacy.blank("nl").vocab
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=[to_doc(tree, vocab) for tree in trees]).to_disk(path)


@registry.readers("kg.sentences.v1")  # type: ignore[untyped-decorator]
def sentences(path: Path) -> Callable[[Language], Iterator[Example]]:
    """A reader of ``.spacy`` files whose documents are one sentence each.

    The predicted side has the gold words and is closed to further sentence starts, as
    ``kg.annotate`` gives its sentences to the pipeline.
    """

    def read(nlp: Language) -> Iterator[Example]:
        for reference in DocBin().from_disk(path).get_docs(nlp.vocab):
            words = [t.text for t in reference]
            predicted = Doc(
                nlp.vocab,
                words=words,
                spaces=[bool(t.whitespace_) for t in reference],
                sent_starts=[i == 0 for i in range(len(words))],
            )
            yield Example(predicted, reference)

    return read
