"""Documents -> Analysis: words, sentences, parse and names, by an annotator of choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.annotate.dutch import annotate_dutch
from kg.annotate.foreign import annotate_spacy
from kg.errors import UsageError
from kg.model import Analysis, Document

Annotator = Callable[[Iterable[Document], str], Iterator[Analysis]]

ANNOTATORS: dict[str, Annotator] = {
    "nl": annotate_dutch,
    "spacy": annotate_spacy,
}
"""Annotators by name; what follows a colon in the name ("spacy:NAME") is their argument."""

DEFAULT = "nl"


def annotator(name: str = DEFAULT) -> Callable[[Iterable[Document]], Iterator[Analysis]]:
    """The annotator called ``name``: a function from documents to analyses, in order.

    "nl" is the pipeline inside the package, "spacy:NAME" any installed spaCy pipeline
    (or a folder that holds one). Models are loaded when the first document comes.

    Raises:
        UsageError: there is no such annotator.
    """
    kind, _, argument = name.partition(":")
    if kind not in ANNOTATORS or bool(argument) != (kind == "spacy"):
        raise UsageError(
            f"unknown annotator: {name!r}",
            "Use nl (the default) or spacy:NAME, an installed model.",
        )
    function = ANNOTATORS[kind]
    return lambda documents: function(documents, argument)


def annotate(document: Document, annotator_name: str = DEFAULT) -> Analysis:
    """One document annotated. See ``annotator`` for the names and what is raised."""
    return next(annotate_many([document], annotator_name))


def annotate_many(
    documents: Iterable[Document], annotator_name: str = DEFAULT
) -> Iterator[Analysis]:
    """Documents annotated one by one, in order, with the model loaded once."""
    return annotator(annotator_name)(documents)
