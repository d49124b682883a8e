"""Small graphs that follow the contract, written by hand for the page's tests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from kg.export.triples import TYPE, expand
from kg.vocab import BASE, ENTITY_CLASSES, KG, class_chain

XSD = "http://www.w3.org/2001/XMLSchema#"


def iri(kind: str, slug: str) -> str:
    """A data IRI as the contract makes them: slug and eight hex digits."""
    return f"{BASE}{kind}/{slug}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}"


def slug_of(label: str) -> str:
    """A label in the letters that an IRI bears."""
    return re.sub(r"[^a-z0-9]+", "-", label.lower())[:60].strip("-")


class Sample:
    """A store that is filled with documents, entities, events and claims."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.texts: dict[str, str] = {}
        self.claimed = 0

    def add(self, subject: str, name: str, value: Any) -> None:
        """One triple; a string is an IRI if it looks like one, else Dutch text."""
        if isinstance(value, ox.Literal):
            term: ox.NamedNode | ox.Literal = value
        elif isinstance(value, bool):
            term = ox.Literal(str(value).lower(), datatype=ox.NamedNode(XSD + "boolean"))
        elif isinstance(value, int):
            term = ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))
        elif isinstance(value, float):
            term = ox.Literal(str(value), datatype=ox.NamedNode(XSD + "decimal"))
        elif re.match(r"https?://\S+$", value):
            term = ox.NamedNode(value)
        else:
            term = ox.Literal(value, language="nl")
        predicate = TYPE if name == "a" else expand(name)
        self.store.add(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), term))

    def document(self, slug: str, title: str, day: str, text: str) -> str:
        """A document and its context; comes back as its slug."""
        doc, context = iri("doc", slug), f"{iri('doc', slug)}#char=0,{len(text)}"
        self.texts[slug] = text
        self.add(doc, "a", expand("schema:NewsArticle"))
        self.add(doc, "dcterms:identifier", ox.Literal(slug))
        self.add(doc, "schema:headline", title)
        self.add(doc, "schema:datePublished", date(day))
        self.add(context, "a", expand("nif:Context"))
        self.add(context, "nif:beginIndex", 0)
        self.add(context, "nif:endIndex", len(text))
        self.add(context, "nif:isString", ox.Literal(text, language="nl"))
        self.add(context, "prov:wasDerivedFrom", doc)
        return slug

    def mention(self, slug: str, words: str, nth: int = 0, kind: str = "") -> str:
        """The nth place of ``words`` in a document's text."""
        text, begin = self.texts[slug], -1
        for _ in range(nth + 1):
            begin = text.index(words, begin + 1)
        end = begin + len(words)
        base = f"{iri('doc', slug)}#char="
        found = f"{base}{begin},{end}"
        first, last = next(s for s in sentences(text) if s[0] <= begin < s[1])
        self.add(found, "a", expand("nif:Phrase"))
        self.add(found, "nif:beginIndex", begin)
        self.add(found, "nif:endIndex", end)
        self.add(found, "nif:anchorOf", ox.Literal(words, language="nl"))
        self.add(found, "nif:referenceContext", f"{base}0,{len(text)}")
        self.add(found, "nif:sentence", f"{base}{first},{last}")
        if kind:
            self.add(found, "kg:mentionKind", KG + kind)
        return found

    def entity(self, label: str, kind: str, mentions: Iterable[str], **facts: Any) -> str:
        """An entity; ``facts`` as in ``geo__lat=50.5``, ``iri=…`` to name it."""
        one = str(facts.pop("iri", iri("entity", slug_of(label))))
        for name in (*class_chain(kind), "Entity"):
            self.add(one, "a", KG + name)
        assert kind in ENTITY_CLASSES
        self.add(one, "rdfs:label", ox.Literal(label, language="nl"))
        for mention in mentions:
            self.add(one, "gaf:denotedBy", mention)
        self._facts(one, facts)
        return one

    def event(
        self,
        label: str,
        classes: Iterable[str],
        mention: str,
        status: str = "Asserted",
        day: str = "",
        **facts: Any,
    ) -> str:
        """An event with one trigger; ``facts`` as in ``kg__agent=…``, ``iri=…`` to name it."""
        one = str(facts.pop("iri", iri("event", slug_of(label))))
        self.add(one, "a", expand("sem:Event"))
        for name in classes:
            self.add(one, "a", KG + name)
        self.add(one, "rdfs:label", ox.Literal(label, language="nl"))
        self.add(one, "kg:status", KG + status)
        self.add(one, "gaf:denotedBy", mention)
        if day:
            self.add(one, "sem:hasTime", self.time(day))
        self._facts(one, facts)
        return one

    def time(self, value: str) -> str:
        """A time: a day, or "2022-W10 2022-03-07 2022-03-13"."""
        timex, *days = value.split()
        one = f"{BASE}time/{timex}"
        self.add(one, "a", expand("sem:Time"))
        self.add(one, "kg:timex", ox.Literal(timex))
        if days:
            self.add(one, "sem:hasBeginTimeStamp", date(days[0]))
            self.add(one, "sem:hasEndTimeStamp", date(days[1]))
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", timex):
            self.add(one, "sem:hasTimeStamp", date(timex))
        return one

    def claim(self, about: str, slug: str, **facts: Any) -> str:
        """A claim; the document speaks unless ``kg__speaker`` says otherwise."""
        self.claimed += 1
        one = iri("claim", f"{slug}-{self.claimed}")
        terms = {"illocution": "Assertion", "status": "Asserted", "certainty": "Certain"}
        terms["polarity"] = "Positive"
        self.add(one, "a", KG + "Claim")
        self.add(one, "kg:about", about)
        self.add(one, "prov:wasDerivedFrom", iri("doc", slug))
        if "kg__speaker" not in facts:
            self.add(one, "kg:speaker", iri("doc", slug))
        for name, value in terms.items():
            self.add(one, f"kg:{name}", KG + facts.pop(name, value))
        self._facts(one, facts)
        return one

    def _facts(self, subject: str, facts: dict[str, Any]) -> None:
        for name, value in facts.items():
            for each in value if isinstance(value, list) else [value]:
                self.add(subject, name.replace("__", ":"), each)


def sentences(text: str) -> list[tuple[int, int]]:
    """A simple split, good enough for texts written for it."""
    return [match.span() for match in re.finditer(r"\S[^.!?\n]*[.!?]?[”’]?", text)]


def date(day: str) -> ox.Literal:
    """A day as xsd:date."""
    return ox.Literal(day, datatype=ox.NamedNode(XSD + "date"))
