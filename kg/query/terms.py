"""A term -> Turtle, or the short form that people read."""

from __future__ import annotations

import re
from typing import Final

from kg.query.results import XSD, Kind, Term
from kg.vocab import BASE, PREFIXES

RDF_TYPE: Final = PREFIXES["rdf"] + "type"
# Turtle's PN_LOCAL, less what needs an escape.
LOCAL: Final = re.compile(r"[A-Za-z_](?:[\w\-]*[A-Za-z0-9_\-])?", re.ASCII)
ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Numbers and booleans that Turtle and TSV can write without quotes.
BARE: Final = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    "boolean": re.compile(r"true|false"),
}
# Only for people: the identities that a graph of the news points to.
OUTSIDE: Final = {
    "http://www.wikidata.org/entity/": "wikidata:",
    "https://sws.geonames.org/": "geonames:",
}


def short_iri(iri: str) -> str | None:
    """The IRI with a prefix of ``kg.vocab``, None where no prefix fits it."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return None


def turtle_term(term: Term, *, short: bool = True) -> str:
    """A term in Turtle; ``short`` writes IRIs with the known prefixes."""
    if term.kind is Kind.IRI:
        return (short_iri(term.value) if short else None) or f"<{term.value}>"
    if term.kind is Kind.BLANK:
        return f"_:{term.value}"
    if term.kind is Kind.TRIPLE:
        return term.value
    bare = BARE.get((term.datatype or "").removeprefix(XSD))
    if bare and bare.fullmatch(term.value):
        return term.value
    words = '"' + "".join(ESCAPES.get(character, character) for character in term.value) + '"'
    if term.language:
        return f"{words}@{term.language}"
    if term.datatype:
        return f"{words}^^{turtle_term(Term(Kind.IRI, term.datatype), short=short)}"
    return words


def readable(term: Term | None) -> str:
    """A term for people: ``kg:Attack``, ``entity/poetin-1a2b3c4d``, or a literal's words.

    Control and direction characters are shown as ``�``: text from outside must not steer
    the terminal. White space becomes one space.
    """
    if term is None:
        return ""
    words = term.value
    if term.kind is Kind.IRI:
        words = short_iri(words) or words.removeprefix(BASE)
        for namespace, prefix in OUTSIDE.items():
            if words.startswith(namespace):
                words = prefix + words.removeprefix(namespace).rstrip("/")
    elif term.kind is Kind.BLANK:
        words = f"_:{words}"
    return re.sub(
        "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]",
        "�",
        re.sub(r"[ \t\r\n\u2028\u2029]+", " ", words).strip(),
    )
