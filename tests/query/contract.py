"""Words and marks -> Turtle in the form that the graph contract fixes, for tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.query.binding import literal
from kg.vocab import BASE, PREFIXES


@dataclass
class Article:
    """A document whose mentions are found by their words."""

    id: str
    text: str
    graph: ContractGraph

    @property
    def iri(self) -> str:
        return f"{BASE}doc/{self.id}"

    def part(self, start: int, end: int) -> str:
        return f"<{self.iri}#char={start},{end}>"

    def mention(self, start: int, end: int, kind: str | None = None) -> str:
        """The mention of a stretch of text, in the sentence around it."""
        iri = self.part(start, end)
        first, last = next(
            ((m.start(), m.end()) for m in re.finditer(r"[^\n.]+\.?", self.text) if m.end() >= end),
            (0, len(self.text)),
        )
        self.graph.add(
            f"{iri} a nif:Phrase, nif:RFC5147String",
            f"nif:beginIndex {start} ; nif:endIndex {end}",
            f"nif:anchorOf {literal(self.text[start:end])}@nl",
            f"nif:referenceContext {self.part(0, len(self.text))}",
            f"nif:sentence {self.part(min(first, start), last)}",
            *([f"kg:mentionKind kg:{kind}"] if kind else []),
        )
        return iri

    def words(self, words: str, kind: str | None = None, nth: int = 0) -> str:
        """The mention of the nth place where the words stand."""
        places = [m.start() for m in re.finditer(re.escape(words), self.text)]
        return self.mention(places[nth], places[nth] + len(words), kind)


@dataclass
class ContractGraph:
    """Turtle that grows by things."""

    blocks: list[str] = field(default_factory=list)

    def add(self, *parts: str) -> None:
        self.blocks.append(" ;\n    ".join(parts) + " .\n")

    def article(self, id_: str, text: str, published: str = "2022-03-04") -> Article:
        found = Article(id_, text, self)
        size = len(text)
        self.add(
            f"<{found.iri}> a schema:NewsArticle",
            f"dcterms:identifier {literal(id_)} ; schema:inLanguage 'nl'",
            f"schema:datePublished '{published}'^^xsd:date",
        )
        self.add(
            f"{found.part(0, size)} a nif:Context, nif:RFC5147String",
            f"nif:beginIndex 0 ; nif:endIndex {size} ; nif:isString {literal(text)}@nl",
            f"dcterms:identifier {literal(id_)} ; prov:wasDerivedFrom <{found.iri}>",
        )
        return found

    def entity(
        self, name: str, label: str, classes: Sequence[str], mentions: Sequence[str], *more: str
    ) -> str:
        iri = f"<{BASE}entity/{name}>"
        typed = ", ".join(f"kg:{name}" for name in classes)
        marks = f"gaf:denotedBy {', '.join(mentions)}"
        self.add(f"{iri} a {typed}", f"rdfs:label {literal(label)}@nl", marks, *more)
        return iri

    def event(
        self, name: str, label: str, classes: Sequence[str], mentions: Sequence[str], *more: str
    ) -> str:
        iri = f"<{BASE}event/{name}>"
        typed = ", ".join(["sem:Event", *(f"kg:{name}" for name in classes)])
        marks = f"gaf:denotedBy {', '.join(mentions)}"
        self.add(f"{iri} a {typed}", f"rdfs:label {literal(label)}@nl", marks, *more)
        return iri

    def claim(self, name: str, about: str, speaker: str, denoted_by: str, *more: str) -> str:
        iri = f"<{BASE}claim/{name}>"
        self.add(
            f"{iri} a kg:Claim",
            f"kg:about {about} ; kg:speaker {speaker} ; gaf:denotedBy {denoted_by}",
            *more,
        )
        return iri

    def day(self, day: str) -> str:
        iri = f"<{BASE}time/{day}>"
        self.add(
            f"{iri} a sem:Time, time:Interval",
            f"kg:timex '{day}' ; sem:hasTimeStamp '{day}'^^xsd:date",
        )
        return iri

    def turtle(self) -> str:
        head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
        return head + "\n" + "\n".join(self.blocks)


def claimed(
    illocution: str = "Assertion",
    status: str = "Asserted",
    certainty: str = "Certain",
    polarity: str = "Positive",
    about_mention: str = "",
) -> str:
    """The predicates that say what kind of claim it is."""
    said = (
        f"kg:illocution kg:{illocution} ; kg:status kg:{status} ; "
        f"kg:certainty kg:{certainty} ; kg:polarity kg:{polarity}"
    )
    return f"{said} ; kg:aboutMention {about_mention}" if about_mention else said
