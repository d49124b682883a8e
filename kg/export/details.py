"""Entities and events -> what the page tells of each."""

from __future__ import annotations

from typing import Any

from kg.export.claims import Claims, local
from kg.export.passages import Passages
from kg.export.things import Thing
from kg.export.triples import Triples
from kg.export.words import own, time_in_words, word
from kg.vocab import PREFIXES


class Details:
    """What the page's panel, list and filters need of each node, as rows for JSON.

    Empty values are left out: a page of 10,000 nodes is a mail attachment too.
    """

    def __init__(
        self, triples: Triples, passages: Passages, claims: Claims, numbers: dict[str, int]
    ) -> None:
        self.triples = triples
        self.passages = passages
        self.claims = claims
        self.numbers = numbers
        self.relations: dict[str, list[str]] = {}
        for relation in triples.with_type("kg:Relation"):
            for subject in triples.all(relation, "rdf:subject"):
                self.relations.setdefault(subject, []).append(relation)

        # Part -> the long events that it belongs to.
        self.wholes: dict[str, list[str]] = {}
        for whole, one in triples.with_property("sem:hasSubEvent"):
            self.wholes.setdefault(one, []).append(whole)

        # What stands before the last two steps of nearly every IRI; the page puts it back.
        self.base = base(min(numbers, default=""))

    def row(self, thing: Thing) -> dict[str, Any]:
        """The row of one node."""
        of = self.triples
        row: dict[str, Any] = {
            "label": thing.label,
            "kind": thing.kind,
            "key": fragment(thing.iri),
            "classes": [local(iri) for iri in thing.classes],
            "in": self._mentions(thing),
            "why": of.all(thing.iri, "kg:mergedBecause"),
        }
        row |= self._event(thing) if thing.kind == "Event" else self._entity(thing)
        if self.base + row["key"] != thing.iri:
            row["iri"] = thing.iri
        return {
            key: value
            for key, value in row.items()
            # A longitude of 0 equals False but stays.
            if value not in ("", None, []) and value is not False
        }

    def _mentions(self, thing: Thing) -> list[list[Any]]:
        kinds = {
            place: local(self.triples.one(mention, "kg:mentionKind"))
            for mention in thing.mentions
            if (place := self.passages.place(mention))
        }
        return [[*place, kinds[place]] for place in self.passages.places(thing.mentions)]

    def _event(self, thing: Thing) -> dict[str, Any]:
        of = self.triples
        times = [self._time(time) for time in of.all(thing.iri, "sem:hasTime")]
        return {
            "status": thing.status,
            "state": thing.state,
            "when": [words for words, _, _ in times if words],
            "from": min((begin for _, begin, _ in times if begin), default=""),
            "to": max((end for _, _, end in times if end), default=""),
            "guessed": of.one(thing.iri, "kg:timeInferred") == "true",
            "unstated": of.one(thing.iri, "kg:agentUnstated") == "true",
            "amounts": [self._amount(iri) for iri in of.all(thing.iri, "kg:quantity")],
            "parts": self._numbered(of.all(thing.iri, "sem:hasSubEvent")),
            "whole": self._numbered(self.wholes.get(thing.iri, [])),
            "claims": self.claims.told(thing.iri, self.numbers),
            # Who did what as only a party tells it.
            "facts": [self._fact(relation) for relation in self.relations.get(thing.iri, ())],
        }

    def _numbered(self, iris: list[str]) -> list[int]:
        return [self.numbers[iri] for iri in iris if iri in self.numbers]

    def _entity(self, thing: Thing) -> dict[str, Any]:
        of = self.triples
        latitude, longitude = of.number(thing.iri, "geo:lat"), of.number(thing.iri, "geo:long")
        known = latitude is not None and longitude is not None
        return {
            "lat": round(latitude, 4) if known and latitude is not None else None,
            "long": round(longitude, 4) if known and longitude is not None else None,
            "same": [iri for iri in of.all(thing.iri, "owl:sameAs") if iri not in self.numbers],
            "close": of.all(thing.iri, "skos:closeMatch"),
            "facts": [self._fact(relation) for relation in self.relations.get(thing.iri, ())],
        }

    def _time(self, iri: str) -> tuple[str, str, str]:
        of = self.triples
        begin = of.one_of(iri, ("sem:hasTimeStamp", "sem:hasBeginTimeStamp"))[:10]
        end = of.one_of(iri, ("sem:hasTimeStamp", "sem:hasEndTimeStamp"))[:10] or begin
        return time_in_words(of.one(iri, "kg:timex"), begin, end), begin or end, end

    def _amount(self, iri: str) -> str:
        """A quantity in the words of the text where they are known."""
        of = self.triples
        for place in self.passages.places(of.all(iri, "gaf:denotedBy")):
            return f"“{self.passages.words(place)}”"
        comparator = local(of.one(iri, "kg:comparator"))
        parts = (
            own(comparator) if comparator not in ("", "Exactly") else "",
            of.one(iri, "kg:value").replace(".", ","),
            of.one(iri, "kg:unit"),
        )
        return " ".join(filter(None, parts))

    def _fact(self, relation: str) -> dict[str, Any]:
        """A standing relation: its name, the other node or a value, and who says so."""
        of = self.triples
        predicate, target = of.one(relation, "rdf:predicate"), of.one(relation, "rdf:object")
        fact: dict[str, Any] = {
            "name": local(predicate).removeprefix(PREFIXES["schema"]).removeprefix(PREFIXES["sem"]),
            "node": self.numbers.get(target),
            "at": self.passages.places(of.all(relation, "gaf:denotedBy")),
            "claims": self.claims.told(relation, self.numbers),
        }
        if target not in self.numbers:
            quantity = of.one(target, "kg:value") and self._amount(target)
            fact["text"] = quantity or of.one(target, "rdfs:label") or word(target)
        return {key: value for key, value in fact.items() if value not in (None, [], "")}


def fragment(iri: str) -> str:
    """The last two steps of a data IRI ("event/beschieting-1a2b3c4d"): the page's deep link."""
    return "/".join(iri.split("/")[-2:])


def base(iri: str) -> str:
    """What stands before the fragment: ".../id/"."""
    return iri[: len(iri) - len(fragment(iri))]
