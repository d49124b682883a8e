"""Mentions -> their sentences, each cut out of its article once."""

from __future__ import annotations

import re
from typing import Any

from kg.export.triples import Triples
from kg.export.words import day_in_words

# Shown around a mention whose sentence the graph does not name, in characters.
AROUND = 120

Place = tuple[int, int, int]
"""A sentence's number, and begin and end of the words in it, in Unicode code points."""


class Passages:
    """The documents and sentences that the page shows, numbered as they are met."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples
        self.documents = triples.with_type("schema:NewsArticle")
        self._number = {iri: number for number, iri in enumerate(self.documents)}
        self._sentences: dict[tuple[int, int, int], int] = {}
        self._texts: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._places: dict[str, Place | None] = {}
        self._contexts: dict[str, tuple[int, str] | None] = {}

    def document_of(self, iri: str) -> int | None:
        """The number of a document, None where the IRI is none."""
        return self._number.get(iri)

    def place(self, mention: str) -> Place | None:
        """Where a mention's words stand; None where the graph does not hold its text."""
        if mention not in self._places:
            self._places[mention] = self._find(mention)
        return self._places[mention]

    def places(self, mentions: list[str]) -> list[Place]:
        """The places of mentions in the order of the texts, the unknown left out."""
        found = [place for mention in mentions if (place := self.place(mention))]
        return sorted(set(found), key=lambda place: (self.position(place[0]), place[1], place[2]))

    def position(self, sentence: int) -> tuple[int, int]:
        """A sentence's document and the offset at which it begins."""
        return self._starts[sentence]

    def document(self, place: Place) -> int:
        """The number of the document in which words stand."""
        return self.position(place[0])[0]

    def words(self, place: Place) -> str:
        """The words themselves."""
        return self._texts[place[0]][place[1] : place[2]]

    def table(self) -> list[list[Any]]:
        """[document, text] of every sentence met so far."""
        return [[start[0], text] for start, text in zip(self._starts, self._texts, strict=True)]

    def document_table(self) -> list[dict[str, str]]:
        """Identifier, title and date of every document."""
        rows = []
        for iri in self.documents:
            identifier = self.triples.one(iri, "dcterms:identifier") or iri
            published = self.triples.one(iri, "schema:datePublished")
            row = {"id": identifier, "title": self.triples.one(iri, "schema:headline")}
            rows.append(row | {"date": day_in_words(published), "day": published[:10]})
        return rows

    def _find(self, mention: str) -> Place | None:
        context = self._context(self.triples.one(mention, "nif:referenceContext"))
        span = offsets(mention, self.triples)
        if context is None or span is None:
            return None
        document, text = context
        begin, end = max(0, span[0]), min(span[1], len(text))
        if begin >= end:
            return None
        first, last = self._sentence(mention, text, begin, end)
        key = (document, first, last)
        if key not in self._sentences:
            self._sentences[key] = len(self._texts)
            self._texts.append(text[first:last])
            self._starts.append((document, first))
        return self._sentences[key], begin - first, end - first

    def _sentence(self, mention: str, text: str, begin: int, end: int) -> tuple[int, int]:
        named = offsets(self.triples.one(mention, "nif:sentence"), self.triples)
        if named and 0 <= named[0] <= begin and end <= named[1] <= len(text):
            return named
        line = text.rfind("\n", 0, begin) + 1
        line_end = text.find("\n", end)
        stop = len(text) if line_end < 0 else line_end
        return max(line, begin - AROUND), min(stop, end + AROUND)

    def _context(self, iri: str) -> tuple[int, str] | None:
        if iri not in self._contexts:
            document = self._number.get(self.triples.one(iri, "prov:wasDerivedFrom"))
            text = self.triples.one(iri, "nif:isString")
            self._contexts[iri] = None if document is None else (document, text)
        return self._contexts[iri]


def offsets(iri: str, triples: Triples) -> tuple[int, int] | None:
    """Begin and end of a stretch of text: as it says itself, else from "#char=a,b"."""
    begin, end = triples.one(iri, "nif:beginIndex"), triples.one(iri, "nif:endIndex")
    if re.fullmatch(r"[0-9]{1,12} [0-9]{1,12}", f"{begin} {end}"):
        return int(begin), int(end)
    match = re.search(r"#char=(\d{1,12}),(\d{1,12})$", iri)
    return (int(match[1]), int(match[2])) if match else None
