"""Any installed spaCy pipeline as an annotator: "spacy:NAME"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.demonyms import demonyms
from kg.annotate.parsed import finished, parse, to_sentence
from kg.annotate.segments import segments
from kg.errors import UsageError
from kg.model import Analysis, Document, Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.annotate.segments import Segment

CLASSES = {
    "PER": "Person",
    "PERSON": "Person",
    "ORG": "Organisation",
    "LOC": "Place",
    "GPE": "Place",
    "FAC": "Place",
    "PRODUCT": "Product",
    "MISC": "Thing",
    "EVENT": "Thing",
    "WORK_OF_ART": "Thing",
    "LAW": "Thing",
}
"""Entity labels of CoNLL-2002, WikiNER and OntoNotes -> top classes; others are no names."""


@cache
def load_spacy(name: str) -> Language:
    """The installed spaCy pipeline ``name``, or the one in that folder.

    Raises:
        UsageError: there is none.
    """
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise UsageError(
            f"no spaCy pipeline called {name!r} is installed",
            f"Install it first (python -m spacy download {name}) or use --annotator nl.",
        ) from error


def annotate_spacy(documents: Iterable[Document], name: str) -> Iterator[Analysis]:
    """Documents through the installed spaCy pipeline ``name`` (or a folder that holds one).

    Words and sentences are ours, so that offsets are exact and long input costs linear
    time; tags, lemmas, parse and names are the pipeline's, mended where Dutch grammar and
    spelling rule them out.

    Raises:
        UsageError: no such pipeline is installed.
    """
    nlp = load_spacy(name)
    for document in documents:
        found, warnings = segments(document)
        docs = list(parse(nlp, found))
        pairs = list(zip(docs, found, strict=True))
        sentences = tuple(finished(to_sentence(doc, part), part.forms) for doc, part in pairs)
        mentions = [m for doc, part in pairs for m in _mentions(document, doc, part)]
        mentions += demonyms(document, sentences, mentions)
        mentions.sort(key=lambda mention: mention.span)
        yield Analysis(document, sentences, tuple(mentions), warnings)


def _mentions(document: Document, doc: Doc, part: Segment) -> Iterator[Mention]:
    for ent in doc.ents:
        if ent.label_ in CLASSES:
            yield Mention(
                document.id,
                Span(part.spans[ent.start][0], part.spans[ent.end - 1][1]),
                MentionKind.NAME,
                CLASSES[ent.label_],
                Span(*part.spans[ent.root.i]),
            )
