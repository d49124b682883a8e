"""The Dutch pipeline inside the package: "nl"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.annotate.foreign import CLASSES
from kg.annotate.parsed import parse, to_sentence
from kg.annotate.segments import segments
from kg.annotate.weights import load_dutch
from kg.model import Analysis, Document, Mention, MentionKind, Span


def annotate_dutch(documents: Iterable[Document], argument: str = "") -> Iterator[Analysis]:
    """Documents through the package's own pipeline, in order. ``argument`` is not used.

    Raises:
        KgError: the weights do not match their manifest.
    """
    nlp = load_dutch()
    for document in documents:
        found, warnings = segments(document)
        docs = list(parse(nlp, found))
        mentions = tuple(
            Mention(
                document.id,
                Span(part.spans[ent.start][0], part.spans[ent.end - 1][1]),
                MentionKind.NAME,
                CLASSES[ent.label_],
                Span(*part.spans[ent.root.i]),
            )
            for doc, part in zip(docs, found, strict=True)
            for ent in doc.ents
        )
        yield Analysis(
            document,
            tuple(to_sentence(doc, part) for doc, part in zip(docs, found, strict=True)),
            mentions,
            warnings,
        )
