"""spaCy documents -> sentences of the model, with spans into the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.annotate.lemmas import with_lemmas
from kg.annotate.prepositional import with_frames
from kg.annotate.repairs import mended
from kg.annotate.segments import Segment
from kg.annotate.separable import with_particles
from kg.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

BATCH = 128
"""Sentences that go through a pipeline at once."""


def parse(
    nlp: Language,
    found: Iterable[Segment],
    features: Callable[[Sequence[str]], list[str]] | None = None,
) -> Iterator[Doc]:
    """Run sentences through a spaCy pipeline, one document each, closed to further cuts.

    ``features`` gives one code a word, which the pipeline reads as the word's tag.
    """
    from spacy.tokens import Doc

    docs = (
        Doc(
            nlp.vocab,
            words=list(segment.forms),
            spaces=_spaces(segment),
            tags=features(segment.forms) if features is not None else None,
            sent_starts=[i == 0 for i in range(len(segment.forms))],
        )
        for segment in found
    )
    yield from nlp.pipe(docs, batch_size=BATCH)


def _spaces(segment: Segment) -> list[bool]:
    ends = [end for _, end in segment.spans]
    starts = [start for start, _ in segment.spans[1:]]
    return [a < b for a, b in zip(ends, starts, strict=False)] + [False]


def to_sentence(doc: Doc, segment: Segment) -> Sentence:
    """A parsed sentence as the model's: one root, lemmas of the words as they stand."""
    heads, deps = _one_root(doc)
    tokens = tuple(
        Token(
            span=Span(start, end),
            lemma=_lemma(token, form),
            pos=token.pos_ or "X",
            feats=str(token.morph),
            head=head,
            dep=dep,
        )
        for token, (start, end), form, head, dep in zip(
            doc, segment.spans, segment.forms, heads, deps, strict=True
        )
    )
    return Sentence(Span(segment.spans[0][0], segment.spans[-1][1]), tokens)


def finished(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """A sentence as a pipeline left it -> mended: tags, lemmas, particles, what verbs take."""
    sentence = with_lemmas(mended(sentence, forms), forms)
    return with_frames(with_particles(sentence, forms))


def _lemma(token: SpacyToken, form: str) -> str:
    """The lemma; of an everyday word that opens a sentence without its capital."""
    lemma = token.lemma_ or form
    opens = token.i == 0 or (token.i < 3 and not token.nbor(-1).text.isalnum())
    if opens and token.pos_ not in ("PROPN", "X", "SYM") and lemma[1:].islower():
        return lemma.lower()
    return lemma


def _one_root(doc: Doc) -> tuple[list[int], list[str]]:
    """Heads and labels with a single root: further roots hang under the first finite one."""
    heads = [token.head.i for token in doc]
    deps = ["root" if token.head.i == token.i else token.dep_ for token in doc]
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) > 1:
        verbs = [i for i in roots if doc[i].pos_ in ("VERB", "AUX")]
        content = [i for i in roots if doc[i].pos_ != "PUNCT"]
        top = (verbs or content or roots)[0]
        for i in roots:
            if i != top:
                heads[i] = top
                deps[i] = "punct" if doc[i].pos_ == "PUNCT" else "parataxis"
    return heads, deps
