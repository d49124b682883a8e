"""CSV, TSV, JSON and Turtle as their standards say; the table for people."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query import Kind, Results, Shape, Term, run
from kg.query.formats import FORMATS, render
from kg.query.table import cut, fitted, width_of
from kg.query.terms import readable

XSD = "http://www.w3.org/2001/XMLSchema#"
DATA = r"""
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<x:s> <x:p> "a,b", "say \"hi\"", "two\nlines", "tab\there", "carriage\rreturn", "back\\slash",
  "nl"@nl, "Deutsch"@de-AT, 12, -3, 1.5, 1e3, true, "x"^^<x:t>, "2022-03-04"^^xsd:date, "",
  <x:o>, <http://www.wikidata.org/entity/Q1>, "日本 🚀", " spaces " .
"""
ALL = "SELECT ?s ?o ?nothing { ?s ?p ?o } ORDER BY STR(?o)"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "graph.ttl"
    path.write_text(DATA, encoding="utf-8")
    return path


def native(text: str, form: ox.QueryResultsFormat) -> str:
    store = ox.Store()
    store.load(DATA, format=ox.RdfFormat.TURTLE)
    written = store.query(text).serialize(format=form)
    assert written is not None
    return written.decode()


def test_csv_is_what_another_implementation_writes(data: Path) -> None:
    ours = render(run(data, ALL), "csv")
    assert ours.replace("\r\n", "\n") == native(ALL, ox.QueryResultsFormat.CSV).replace(
        "\r\n", "\n"
    )
    assert ours.startswith("s,o,nothing\r\n")


def test_tsv_is_what_another_implementation_writes(data: Path) -> None:
    # The other one writes 1e3 as a typed literal; both forms mean the same.
    theirs = native(ALL, ox.QueryResultsFormat.TSV).replace(f'"1000"^^<{XSD}double>', "1000")
    ours = render(run(data, ALL), "tsv").replace(f'"1000"^^<{XSD}double>', "1000")
    assert ours == theirs


def test_json_is_what_another_implementation_writes(data: Path) -> None:
    ours = json.loads(render(run(data, ALL), "json"))
    assert ours == json.loads(native(ALL, ox.QueryResultsFormat.JSON))
    assert json.loads(render(run(data, "ASK {}"), "json")) == {"head": {}, "boolean": True}


def test_turtle_is_read_back_as_the_same_graph(data: Path) -> None:
    written = render(run(data, "CONSTRUCT { ?s a kg:Attack ; <x:p> ?o } WHERE { ?s ?p ?o }"))
    found = set(ox.parse(written, format=ox.RdfFormat.TURTLE))
    store = ox.Store()
    store.load(DATA, format=ox.RdfFormat.TURTLE)
    kg = "https://w3id.org/kg-nieuws/ontology#"
    wanted = store.query(f"CONSTRUCT {{ ?s a <{kg}Attack> ; <x:p> ?o }} WHERE {{ ?s ?p ?o }}")
    assert found == set(
        ox.parse(wanted.serialize(format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.N_TRIPLES)
    )
    assert "@prefix kg:" in written and "a kg:Attack" in written
    assert "@prefix sem:" not in written


def test_an_empty_graph_is_empty_turtle(data: Path) -> None:
    assert render(run(data, "DESCRIBE <x:unknown>")) == ""


@pytest.mark.parametrize(
    ("text", "name", "allowed"),
    [
        ("SELECT * {}", "turtle", "table, csv, tsv, json"),
        ("ASK {}", "csv", "table, json"),
        ("ASK {}", "tsv", "table, json"),
        ("ASK {}", "turtle", "table, json"),
        ("DESCRIBE <x:s>", "csv", "turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "table", "turtle"),
        ("ASK {}", "xml", ", ".join(FORMATS)),
    ],
)
def test_a_format_that_does_not_fit(data: Path, text: str, name: str, allowed: str) -> None:
    with pytest.raises(UsageError, match=f"allowed are {allowed}$"):
        render(run(data, text), name)


def rows(*values: str) -> Results:
    return Results(Shape.ROWS, ("a", "b"), tuple((Term(Kind.LITERAL, v), None) for v in values))


def test_table() -> None:
    number = Term(Kind.LITERAL, "7", None, XSD + "integer")
    results = Results(
        Shape.ROWS,
        ("wie", "keer"),
        (
            (Term(Kind.LITERAL, "Zoë 日本", "nl"), number),
            (Term(Kind.IRI, "https://w3id.org/kg-nieuws/ontology#Attack"), None),
        ),
    )
    assert render(results) == ("wie        keer\n─────────  ────\nZoë 日本      7\nkg:Attack\n")
    assert render(Results(Shape.BOOLEAN, boolean=False)) == "false\n"
    assert render(Results(Shape.ROWS, ("wie",))) == "wie\n───\n"


@settings(deadline=None)
@given(st.text(max_size=40), st.integers(1, 30))
def test_cut_text_fits(text: str, width: int) -> None:
    assert width_of(cut(text, width)) <= max(width, 1)


@settings(deadline=None)
@given(st.lists(st.integers(1, 300), min_size=1, max_size=8), st.integers(20, 200))
def test_columns_fit_while_they_can(widths: list[int], room: int) -> None:
    found = fitted(widths, room)
    gaps = 2 * (len(widths) - 1)
    assert all(new <= old for new, old in zip(found, widths, strict=True))
    assert sum(found) + gaps <= room or max(found) <= 6


def test_a_line_is_cut_only_to_a_width() -> None:
    results = rows("x" * 500)
    assert "x" * 500 in render(results)
    assert max(map(width_of, render(results, width=40).splitlines())) <= 40
    assert "…" in render(results, width=40)


def test_many_columns_in_little_room_become_records() -> None:
    term = Term(Kind.LITERAL, "een zin die veel te lang is voor een smalle kolom")
    names = tuple("abcdef")
    shown = render(Results(Shape.ROWS, names, ((term,) * 5 + (None,),) * 2), width=60)
    assert shown.startswith("── 1 ─")
    assert max(map(width_of, shown.splitlines())) <= 60
    assert "…" not in shown and "\nf" not in shown
    assert shown.count("smalle kolom") == 10


@settings(deadline=None)
@given(st.text())
def test_no_words_steer_the_terminal(text: str) -> None:
    shown = render(rows(text))
    assert len(shown.splitlines()) == 3
    for character in "\x1b\x07\x9b\u202e\u2066\x00\r":
        assert character not in shown


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        ("https://w3id.org/kg-nieuws/ontology#Attack", "kg:Attack"),
        ("https://w3id.org/kg-nieuws/id/entity/kiev-1a2b3c4d", "entity/kiev-1a2b3c4d"),
        ("http://www.wikidata.org/entity/Q212", "wikidata:Q212"),
        ("https://sws.geonames.org/690791/", "geonames:690791"),
        ("https://schema.org/a/b", "https://schema.org/a/b"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_short_iris(iri: str, shown: str) -> None:
    assert readable(Term(Kind.IRI, iri)) == shown
