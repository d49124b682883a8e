"""Document and spans -> the article, its text and the words that mention things (NIF)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.graph.terms import (
    Triple,
    clean_literal,
    day,
    dutch,
    fingerprint,
    integer,
    mint_iri,
    outside_iri,
    plain,
    slug,
    term,
    types,
)
from kg.model import Analysis, Document, EventRef, Span


class DocumentNames:
    """The IRIs of one document and of what stands in it.

    Args:
        base: base IRI of the data.
        document: its id and text make the IRI.
    """

    def __init__(self, base: str, document: Document) -> None:
        self.base = base
        self.document = document
        self.article = mint_iri(base, "doc", document.id, document.id, document.text)
        self.context = self.span(Span(0, len(document.text)))

    def span(self, span: Span) -> ox.NamedNode:
        """The words of a span (RFC 5147: characters from, to)."""
        return ox.NamedNode(f"{self.article.value}#char={span.start},{span.end}")

    def other(self, kind: str, name: str, *key: str) -> ox.NamedNode:
        """A claim, relation or quantity of the document."""
        return mint_iri(self.base, kind, name, self.document.id, *key)

    def time(self, value: str, *, own: bool) -> ox.NamedNode:
        """The time with a TIMEX3 value; under the document where it depends on it."""
        if own:
            return ox.NamedNode(f"{self.article.value}/time/{slug(value)}-{fingerprint(value)}")
        return ox.NamedNode(f"{self.base}time/{_time_name(value)}")


def event_ref_iri(base: str, event: EventRef) -> ox.NamedNode:
    """The IRI of an event: by its document and trigger, named by its type or lemma."""
    span = event.trigger
    return mint_iri(base, "event", event.name, event.document_id, f"{span.start},{span.end}")


def _time_name(value: str) -> str:
    safe = "".join(c for c in value if c.isascii() and (c.isalnum() or c in "-:_."))
    return safe if safe == value else f"{safe}-{fingerprint(value)}"


def article(names: DocumentNames) -> Iterator[Triple]:
    """The article and its text, with what is known of both."""
    document, iri, context = names.document, names.article, names.context
    yield from types(iri, ["schema:NewsArticle"])
    yield iri, term("dcterms:identifier"), plain(document.id)
    yield iri, term("schema:inLanguage"), plain(document.language)
    if document.title:
        yield iri, term("schema:headline"), dutch(document.title)
    if document.published:
        yield iri, term("schema:datePublished"), day(document.published)
    if document.url and urlsplit(document.url).scheme in ("http", "https"):
        yield iri, term("schema:url"), outside_iri(document.url)
    if document.source:
        yield iri, term("schema:publisher"), plain(document.source)
    yield from types(context, ["nif:Context", "nif:RFC5147String"])
    yield context, term("nif:beginIndex"), integer(0)
    yield context, term("nif:endIndex"), integer(len(document.text))
    yield context, term("nif:isString"), dutch(document.text)
    yield context, term("dcterms:identifier"), plain(document.id)
    yield context, term("prov:wasDerivedFrom"), iri


class Words:
    """Writes each span of a document once, with the sentence it stands in.

    Args:
        names: the document's IRIs.
        analysis: its sentences.
    """

    def __init__(self, names: DocumentNames, analysis: Analysis) -> None:
        self._names = names
        self._text = clean_literal(names.document.text)
        self._sentences = [sentence.span for sentence in analysis.sentences]
        self._starts = [span.start for span in self._sentences]
        self._phrases: set[ox.NamedNode] = set()
        self.triples: list[Triple] = []

    def phrase(self, span: Span) -> ox.NamedNode:
        """The IRI of a span; its triples are written at the first call.

        Raises:
            ValueError: the span is empty or leaves the text (a quarantined document, E09).
        """
        iri = self._names.span(span)
        if iri in self._phrases:
            return iri
        self._phrases.add(iri)
        self._nif(span, "nif:Phrase")
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self._sentences[at].covers(span):
            sentence = self._sentences[at]
            self.triples.append((iri, term("nif:sentence"), self._names.span(sentence)))
            self._nif(sentence, "nif:Sentence")
        return iri

    def _nif(self, span: Span, kind: str) -> None:
        if not 0 <= span.start < span.end <= len(self._text):
            raise ValueError(f"characters {span.start}–{span.end} are no words of the text")
        iri = self._names.span(span)
        self.triples += [
            *types(iri, [kind, "nif:RFC5147String"]),
            (iri, term("nif:beginIndex"), integer(span.start)),
            (iri, term("nif:endIndex"), integer(span.end)),
            (iri, term("nif:anchorOf"), dutch(span.of(self._text))),
            (iri, term("nif:referenceContext"), self._names.context),
        ]
