"""Claims -> who says an event or relation, and how sure, as the page's panel tells it."""

from __future__ import annotations

from typing import Any

from kg.export.passages import Passages
from kg.export.triples import Triples
from kg.vocab import KG, PREFIXES

# A claim about a claim about … : no text nests deeper, and a ring must not hang the page.
DEEPEST = 4
SEM_EVENT = PREFIXES["sem"] + "Event"


class Claims:
    """All claims of a graph by what they are about."""

    def __init__(self, triples: Triples, passages: Passages) -> None:
        self.triples = triples
        self.passages = passages
        self._about: dict[str, list[str]] = {}
        for claim, about in triples.with_property("kg:about"):
            self._about.setdefault(about, []).append(claim)

    def about(self, iri: str) -> list[str]:
        """The IRIs of the claims that are directly about something, sorted."""
        return self._about.get(iri, [])

    def speakers(self, iri: str, depth: int = DEEPEST) -> list[tuple[str, str]]:
        """(speaker, illocution) of every claim about ``iri``, also of claims about those."""
        found = []
        for claim in self.about(iri) if depth else ():
            illocution = local(self.triples.one(claim, "kg:illocution"))
            found += [(who, illocution) for who in self.triples.all(claim, "kg:speaker")]
            found += self.speakers(claim, depth - 1)
        return found

    def told(self, iri: str, numbers: dict[str, int], depth: int = DEEPEST) -> list[dict[str, Any]]:
        """The claims about ``iri`` for the page, in the order of the texts.

        Args:
            numbers: the node number of every entity and event.
        """
        if not depth:
            return []
        rows = [self._row(claim, numbers, depth) for claim in self.about(iri)]
        return sorted(rows, key=lambda row: self._key(row.get("at") or row.get("words")))

    def _key(self, place: tuple[int, int, int] | None) -> tuple[int, ...]:
        return (0, *self.passages.position(place[0]), place[1]) if place else (1,)

    def _row(self, claim: str, numbers: dict[str, int], depth: int) -> dict[str, Any]:
        triples, passages = self.triples, self.passages
        row: dict[str, Any] = {
            "ill": local(triples.one(claim, "kg:illocution")),
            "status": local(triples.one(claim, "kg:status")),
            "cert": local(triples.one(claim, "kg:certainty")),
            "pol": local(triples.one(claim, "kg:polarity")),
            "who": [numbers[who] for who in triples.all(claim, "kg:speaker") if who in numbers],
            "to": _numbers(triples.all(claim, "kg:claimAddressee"), numbers),
            "against": _numbers(triples.all(claim, "kg:claimTarget"), numbers),
            "at": passages.place(triples.one(claim, "kg:aboutMention")),
            "words": passages.place(triples.one(claim, "gaf:denotedBy")),
            "cues": passages.places(triples.all(claim, "kg:cue")),
            "quoted": local(triples.one(claim, "kg:quoteKind")),
            "rule": triples.one(claim, "kg:rule"),
            "conf": triples.one(claim, "kg:confidence"),
            "outer": self.told(claim, numbers, depth - 1),
        }
        row["doc"] = passages.document_of(triples.one(claim, "prov:wasDerivedFrom"))
        return {key: value for key, value in row.items() if value not in ("", None, [])}


def local(iri: str) -> str:
    """The local name of one of our own terms, "Event" of sem:Event; else the whole IRI."""
    return "Event" if iri == SEM_EVENT else iri.removeprefix(KG)


def _numbers(iris: list[str], numbers: dict[str, int]) -> list[int]:
    return [numbers[iri] for iri in iris if iri in numbers]
