"""Terms: whatever text comes in, what goes out parses again."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph import terms, to_turtle
from kg.vocab import BASE

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@given(name=ANY_TEXT, key=ANY_TEXT)
def test_every_iri_and_literal_reads_back(name: str, key: str) -> None:
    iri = terms.mint_iri(BASE, "entity", name, key)
    triple = (iri, terms.term("rdfs:label"), terms.dutch(name))
    written = to_turtle([triple])
    (back,) = ox.parse(input=written, format=ox.RdfFormat.TURTLE)
    assert (back.subject, back.object) == (iri, triple[2])
    (strict,) = rdflib.Graph().parse(data=written, format="turtle")
    assert str(strict[0]) == iri.value


@given(text=ANY_TEXT)
def test_cleaning_keeps_every_offset(text: str) -> None:
    cleaned = terms.clean_literal(text)
    assert len(cleaned) == len(text)
    assert terms.clean_literal(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oekraïense president", "oekraiense-president"),
        ("’s-Hertogenbosch", "s-hertogenbosch"),
        ("Łódź", "lodz"),
        ("北京", ""),
        ("a" * 100, "a" * 40),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert terms.slug(text) == expected


def test_a_slug_never_decides_identity() -> None:
    assert terms.mint_iri(BASE, "entity", "Kiev", "a") != terms.mint_iri(
        BASE, "entity", "Kiev", "b"
    )
    assert terms.fingerprint("ab", "c") != terms.fingerprint("a", "bc")


@pytest.mark.parametrize(
    "base", ["", "id/", "ftp://x/", "https://x", "https://x/a b/", "https://x/é/", "javascript:x/"]
)
def test_a_base_that_cannot_be_used(base: str) -> None:
    with pytest.raises(UsageError):
        terms.check_base(base)


def test_the_same_triples_give_the_same_bytes_in_any_order() -> None:
    made = [
        (terms.mint_iri(BASE, "entity", n, n), terms.term("rdfs:label"), terms.dutch(n))
        for n in ("Kiev", "Irpin", "Cherson")
    ]
    assert to_turtle(made) == to_turtle(reversed(made)) == to_turtle(made + made)
