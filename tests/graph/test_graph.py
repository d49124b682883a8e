"""The graph of a hand-made analysis keeps the contract."""

import pyoxigraph as ox
import pytest

from kg import event_types, gazetteer
from kg.check import offset_violations, shape_violations
from kg.extract import extract
from kg.graph import document_triples, to_store, to_turtle
from kg.link import link
from kg.vocab import PREFIXES
from tests.handmade import SHELLING

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@pytest.fixture(scope="module")
def turtle() -> bytes:
    found = extract(SHELLING)
    known = gazetteer.load()
    links = link(SHELLING.document, found, known)
    return to_turtle(document_triples(SHELLING, found, links, event_types.load(), known))


@pytest.fixture(scope="module")
def store(turtle: bytes) -> ox.Store:
    return to_store(turtle)


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"{PROLOGUE} ASK {{ {pattern} }}"))


def values(store: ox.Store, query: str) -> set[tuple[str, ...]]:
    rows = store.query(PROLOGUE + query)
    return {tuple(value.value for value in row) for row in rows}  # type: ignore[union-attr]


def test_it_is_sound(turtle: bytes) -> None:
    assert shape_violations(turtle) == []
    assert offset_violations(turtle) == []


def test_a_broken_offset_is_found(turtle: bytes) -> None:
    assert offset_violations(turtle.replace(b'nif:anchorOf "Irpin"', b'nif:anchorOf "Kiev!"'))


def test_a_missing_claim_is_found(turtle: bytes) -> None:
    assert shape_violations(turtle.replace(b"a kg:Claim", b"a kg:Thing"))


def test_superclasses_and_superproperties_are_written_out(store: ox.Store) -> None:
    assert ask(store, "?e a sem:Event, kg:Shelling, kg:Attack ; kg:agent ?a ; sem:hasActor ?a")
    assert ask(store, "?a a sem:Actor, kg:Group")


def test_a_country_has_identity_coordinates_and_a_source(store: ox.Store) -> None:
    assert ask(
        store,
        "?c a kg:Country, kg:Place, sem:Place ; rdfs:label 'Oekraïne'@nl ; geo:lat ?lat ;"
        " owl:sameAs <http://www.wikidata.org/entity/Q212> ; prov:wasDerivedFrom ?gazetteer ;"
        " geosparql:hasGeometry/geosparql:asWKT ?point",
    )


def test_every_event_mention_is_covered_by_exactly_one_claim(store: ox.Store) -> None:
    rows = values(
        store,
        "SELECT ?m (COUNT(?c) AS ?n) WHERE { ?e a sem:Event ; gaf:denotedBy ?m ."
        " ?c kg:aboutMention ?m ; kg:about ?e } GROUP BY ?m",
    )
    assert {n for _, n in rows} == {"1"}
    assert len(rows) == 2


def test_what_a_party_claims_is_not_what_happened(store: ox.Store) -> None:
    asserted = "SELECT ?l WHERE { ?e a sem:Event ; kg:status kg:Asserted ; rdfs:label ?l }"
    assert values(store, asserted) == {
        ("beschieting van de haven van Irpin in Oekraïne door Rebellen",)
    }
    assert ask(store, "?c kg:speaker/rdfs:label ?who ; kg:status kg:Claimed ; kg:about/a kg:Battle")


def test_there_are_no_blank_nodes(turtle: bytes) -> None:
    for quad in ox.parse(input=turtle, format=ox.RdfFormat.TURTLE):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_the_turtle_is_easy_to_read(turtle: bytes) -> None:
    lines = turtle.decode().split("\n")
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) == lines[: len(prefixes)]
    assert "" in lines[len(prefixes) + 1 :]
