"""The one place where RDF terms are made: IRIs that parse and literals that every store holds."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kg.errors import UsageError
from kg.vocab import PREFIXES

Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]

# What RDF/XML or a strict Turtle reader cannot hold: C0 controls but tab and line ends,
# surrogates, the two non-characters at the end of the plane.
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Letters that no decomposition turns into ASCII.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})
SLUG_LENGTH = 40


@cache
def term(curie: str) -> ox.NamedNode:
    """The IRI of "prefix:name" with a prefix of ``vocab.PREFIXES``.

    Raises:
        KeyError: the prefix is unknown.
    """
    prefix, _, name = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)


def clean_literal(text: str) -> str:
    """The text with each code point that RDF cannot hold replaced by U+FFFD, one for one."""
    return _UNHELD.sub("\ufffd", text)


def dutch(text: str) -> ox.Literal:
    """A literal in Dutch."""
    return ox.Literal(clean_literal(text), language="nl")


def plain(text: str) -> ox.Literal:
    """A string literal."""
    return ox.Literal(clean_literal(text))


def integer(number: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(number), datatype=term("xsd:integer"))


def decimal(number: Decimal) -> ox.Literal:
    """An xsd:decimal without exponent or trailing zeros, the same in every store."""
    text = format(number.normalize(), "f")
    return ox.Literal(text, datatype=term("xsd:decimal"))


def day(value: date) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(value.isoformat(), datatype=term("xsd:date"))


def true() -> ox.Literal:
    """The xsd:boolean true."""
    return ox.Literal("true", datatype=term("xsd:boolean"))


def slug(text: str) -> str:
    """ASCII letters and digits joined by hyphens, at most 40 long: "Oekraïense" -> "oekraiense"."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    ascii_ = folded.encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_).strip("-")[:SLUG_LENGTH].strip("-")


def fingerprint(*parts: str) -> str:
    """Eight hex digits of the parts' SHA-256; parts are kept apart by NUL."""
    key = "\0".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def mint_iri(base: str, kind: str, name: str, *key: str) -> ox.NamedNode:
    """``base`` + kind/slug-hash, the hash over kind and key.

    Args:
        base: ends in a slash, checked by ``check_base``.
        kind: "doc", "entity", "event", "claim", "relation", "time" or "quantity".
        name: what the slug is made of; it may be empty or not Latin.
        key: what identifies the thing.
    """
    hashed = fingerprint(kind, *key)
    tail = "-".join(filter(None, (slug(name), hashed)))
    return ox.NamedNode(f"{base}{kind}/{tail}")


def outside_iri(iri: str) -> ox.NamedNode:
    """An IRI that comes from elsewhere, NFC and percent-encoded where a character is not allowed.

    Raises:
        ValueError: it is not absolute.
    """
    iri = quote(unicodedata.normalize("NFC", iri), safe=":/?#[]@!$&'()*+,;=%~-._")
    if not urlsplit(iri).scheme:
        raise ValueError(f"not an absolute IRI: {iri!r}")
    return ox.NamedNode(iri)


def check_base(base: str) -> str:
    """The base IRI as given, if data can stand under it.

    Raises:
        UsageError: it is not an http(s) IRI that ends in "/" and needs no escaping.
    """
    parts = urlsplit(base)
    sound = parts.scheme in ("http", "https") and parts.netloc and base.endswith("/")
    if not sound or quote(base, safe=":/~-._") != base:
        raise UsageError(
            f"--base {base!r} cannot be used",
            "give an http(s) address that ends in a slash, as https://example.org/id/",
        )
    return base


def types(subject: ox.NamedNode, curies: Iterable[str]) -> list[Triple]:
    """A triple rdf:type for each class."""
    return [(subject, term("rdf:type"), term(curie)) for curie in curies]
