"""Values get into a query as values, whatever is in them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.binding import bind, literal
from kg.query.results import Kind, Term, Value
from kg.query.terms import turtle_term

STORE = ox.Store()
STORE.load("<x:s> <x:p> 'o' .", format=ox.RdfFormat.TURTLE)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
HOSTILE = [
    '"',
    '" } #',
    "\\",
    '\\"',
    '\\\\" } DROP ALL #',
    "\\u0022",
    "\\u0022 } SELECT",
    "\n",
    "\r\n",
    "\t",
    "'''",
    '"""',
    "}) }",
    "?s",
    "<x:s>",
    "# x",
    "\x00",
    "\u2028",
    "\ufffe",
    "🚀",
    "e\u0301",
]


def echo(value: Value) -> ox.Literal:
    """The value as the engine has it after it went through a query."""
    query = bind("SELECT ?out { BIND(?in AS ?out) }", {"in": value})
    (solution,) = STORE.query(query)
    found = solution["out"]
    assert isinstance(found, ox.Literal)
    return found


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words_arrive_unchanged(value: str) -> None:
    assert echo(value) == ox.Literal(value)


@settings(deadline=None)
@given(TEXT)
def test_any_words_arrive_unchanged(value: str) -> None:
    assert echo(value) == ox.Literal(value)


@settings(deadline=None)
@given(TEXT)
def test_turtle_terms_are_read_back_unchanged(value: str) -> None:
    for term in (Term(Kind.LITERAL, value), Term(Kind.LITERAL, value, "nl")):
        line = f"<x:s> <x:p> {turtle_term(term)} ."
        (triple,) = ox.parse(line, format=ox.RdfFormat.TURTLE)
        assert triple.object == ox.Literal(value, language=term.language)


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        (3, "integer"),
        (-(10**30), "integer"),
        (True, "boolean"),
        (Decimal("1E+2"), "decimal"),
        (Decimal("0.10"), "decimal"),
        (1.5e300, "double"),
        (date(2022, 3, 4), "date"),
    ],
)
def test_python_values_keep_their_type(value: Value, datatype: str) -> None:
    words = literal(value)
    assert words.endswith(f"#{datatype}>")
    assert (
        Term(Kind.LITERAL, words.split('"')[1], None, words[words.index("<") + 1 : -1]).python()
        == value
    )


def test_half_a_character() -> None:
    with pytest.raises(UsageError, match="not text"):
        literal("\ud800")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT ?s { ?s ?p ?o FILTER(STR(?o) = ?x) }", 1),
        ("select ?s from <g:g> where { ?s ?p ?o FILTER(?x = 'n') }", 0),
        ("SELECT (EXISTS { ?s ?p ?x } AS ?y) { ?s ?p ?o }", 1),
        ("SELECT (STR(?x) AS ?y) { }", 1),
        ("SELECT ?s { OPTIONAL { ?s ?p ?o FILTER(?o = ?x) } }", 1),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o } } FILTER(?x = 'o') }", 1),
        ("SELECT ?s { { ?s ?p ?x } UNION { ?x ?p ?s } }", 1),
        ("# {\nSELECT ?s { ?s ?p ?x . FILTER NOT EXISTS { ?s ?x ?x } }", 1),
        ("DESCRIBE ?s { ?s ?p ?x }", 1),
        ("CONSTRUCT { ?s <x:{> ?x } WHERE { ?s ?p ?x }", 1),
        ("CONSTRUCT { } WHERE { ?s ?p ?x }", 0),
    ],
)
def test_where_it_is_bound(text: str, rows: int) -> None:
    if "{>" in text:
        text = text.replace("<x:{>", "<x:y>")
    assert len(list(STORE.query(bind(text, {"x": "o"})))) == rows


def test_ask() -> None:
    ask = "ASK { ?s ?p ?x }"
    assert STORE.query(bind(ask, {"x": "o"}))
    assert not STORE.query(bind(ask, {"x": "other"}))


def test_many_at_once() -> None:
    query = bind("SELECT * { ?s ?p ?o FILTER(?a != ?b) }", {"a": 1, "b": 2})
    assert len(list(STORE.query(query))) == 1


def test_without_values_the_query_is_unchanged() -> None:
    assert bind("not even SPARQL {", {}) == "not even SPARQL {"


@pytest.mark.parametrize(
    ("text", "params", "message"),
    [
        ("SELECT ?s { ?s ?p ?o }", {"x": "1"}, r"its variables are \?o, \?p, \?s"),
        ("SELECT ?s { ?s ?p '?x' } # ?x", {"x": "1"}, "no variable"),
        ("SELECT ?s { ?s ?p ?x }", {"x } #": "1"}, "no variable"),
        ("SELECT ?s { ?s ?p ?x }", {"": "1"}, "no variable"),
        ("DESCRIBE ?x", {"x": "1"}, "no WHERE group"),
        ("CONSTRUCT WHERE { ?s ?p ?x }", {"x": "1"}, "short CONSTRUCT"),
        ("SELECT ?x { SELECT ?x { ?s ?p ?x } }", {"x": "1"}, "subquery"),
    ],
)
def test_what_cannot_be_bound(text: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        bind(text, params)
    assert re.search(message, str(error.value))
