"""The Dutch pipeline inside the package: "nl"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.annotate.demonyms import demonyms
from kg.annotate.name_features import name_features
from kg.annotate.name_types import Name, Tagged
from kg.annotate.names import names
from kg.annotate.parsed import finished, parse, to_sentence
from kg.annotate.segments import Segment, segments
from kg.annotate.weights import load_dutch
from kg.model import Analysis, Document, Mention, MentionKind, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate_dutch(documents: Iterable[Document], argument: str = "") -> Iterator[Analysis]:
    """Documents through the package's own pipeline, in order. ``argument`` is not used.

    Raises:
        KgError: the weights do not match their manifest.
    """
    nlp = load_dutch()
    for document in documents:
        parts, warnings = segments(document)
        docs = list(parse(nlp, parts, name_features))
        sentences = tuple(
            finished(to_sentence(doc, part), part.forms)
            for doc, part in zip(docs, parts, strict=True)
        )
        found = names([_tagged(doc, part) for doc, part in zip(docs, parts, strict=True)])
        mentions = [_mention(document, name, parts, sentences) for name in found]
        mentions += demonyms(document, sentences, mentions)
        mentions.sort(key=lambda mention: mention.span)
        yield Analysis(document, sentences, tuple(mentions), warnings)


def _tagged(doc: Doc, part: Segment) -> Tagged:
    return Tagged(
        part.forms,
        tuple(token.pos_ for token in doc),
        tuple((ent.start, ent.end, ent.label_) for ent in doc.ents),
    )


def _mention(
    document: Document, name: Name, parts: Sequence[Segment], sentences: Sequence[Sentence]
) -> Mention:
    spans = parts[name.sentence].spans
    tokens = sentences[name.sentence].tokens
    inside = range(name.start, name.end)
    head = next(
        (i for i in inside if tokens[i].head not in inside or tokens[i].head == i), name.start
    )
    return Mention(
        document.id,
        Span(spans[name.start][0], spans[name.end - 1][1]),
        MentionKind.NAME,
        name.kind,
        Span(*spans[head]),
    )
