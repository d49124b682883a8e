"""What is refused before any parser sees it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError, QueryError, UsageError
from kg.query.lexer import MAX_BYTES, MAX_DEPTH, depth, form, refuse, tokens, variables

# Bits of SPARQL and of what breaks it.
PIECES = r"""
    SELECT * { } ( ) [ ] ?s $p a:b <http://x> < > " ' ''' \" \ # ! ^ << >>
    SERVICE LOAD FILTER UNION \u0053 \U0000007B @nl 1.5e3 . ; , é 🚀 INSERT ASK WHERE VALUES
"""
ODD = ['"""', " ", "\n", "\x00", "\ud800"]
SPARQL = st.lists(st.sampled_from(PIECES.split() + ODD), max_size=60).map("".join)


def nested(opening: str, closing: str, times: int) -> str:
    return f"SELECT * {{ {opening * times}{closing * times} }}"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("{", "}"), ("(", ")"), ("[", "]"), ("!", ""), ("!(", ")"), ("{ # {\n", "}"), ("^", "")],
)
def test_nesting(opening: str, closing: str) -> None:
    per_step = sum(opening.split("#")[0].count(c) for c in "{([!^")
    refuse(nested(opening, closing, (MAX_DEPTH - 1) // per_step))
    with pytest.raises(QueryError, match=f"at most {MAX_DEPTH}"):
        refuse(nested(opening, closing, MAX_DEPTH))


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "((((" }',
        "SELECT * { ?s ?p '{{{{' }",
        'SELECT * { ?s ?p """ "{{{{ """ }',
        "SELECT * { ?s ?p ?o } # {{{{",
        "SELECT * { ?s <http://x/#[> ?o }",
        'SELECT * { ?s ?p "a\\"{{{{" }',
    ],
)
def test_brackets_in_strings_and_comments_are_no_nesting(text: str) -> None:
    assert depth(list(tokens(text))) == 1


def test_brackets_side_by_side_are_no_nesting() -> None:
    refuse("SELECT * { " + "{ ?s ?p ?o } UNION " * 2000 + "{ ?s ?p ?o } }")


def test_an_escaped_bracket_counts_as_a_bracket() -> None:
    with pytest.raises(QueryError, match="nests"):
        refuse("SELECT * " + "\\u007B" * 300)


def test_size() -> None:
    head = "SELECT * { } #"
    refuse(head + "x" * (MAX_BYTES - len(head)))
    with pytest.raises(QueryError, match=f"{MAX_BYTES + 1} bytes"):
        refuse(head + "x" * (MAX_BYTES - len(head) + 1))
    with pytest.raises(QueryError):  # bytes, not characters
        refuse(head + "é" * (MAX_BYTES // 2))


@pytest.mark.parametrize("text", ["", "  \n", "\t"])
def test_empty(text: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        refuse(text)


def test_half_a_character() -> None:
    with pytest.raises(UsageError, match="surrogate at character 7"):
        refuse("ASK { '\ud800' }")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "delete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "PREFIX a: <b:> BASE <c:> CLEAR ALL",
        "# SELECT\nDROP ALL",
        "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "\\u0049NSERT DATA { }",
    ],
)
def test_updates(text: str) -> None:
    with pytest.raises(QueryError, match="only reads"):
        refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://127.0.0.1/>{} }",
        "SELECT * { ?s ?p true.SERVICE<http://127.0.0.1/>{} }",
        "SELECT * { ?s ?p 1.SERVICE<http://127.0.0.1/>{} }",
        "SELECT * { ?s ?p 'x'@nl.SERVICE ?x {} }",
        "SELECT * {#\nSERVICE#\n<http://127.0.0.1/>{}}",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1/> { } }",
        "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1/> { } } }",
    ],
)
def test_other_servers(text: str) -> None:
    with pytest.raises(QueryError, match="--allow-service"):
        refuse(text)
    refuse(text, allow_service=True)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service a <http://x/SERVICE> }",
        "SELECT * { ?s a ex:SERVICE ; service:x ?o }",
        "SELECT * { ?s ?p 'SERVICE' } # SERVICE",
        'SELECT * { ?s ?p """ "SERVICE" LOAD """ }',
        "SELECT ?insert { ?insert ?delete 'LOAD' }",
        "PREFIX load: <x:> SELECT * { ?s load:load ?o }",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    refuse(text)


def test_form_and_variables() -> None:
    found = list(tokens("PREFIX ask: <x:> # SELECT\nconstruct { ?a $b '?c' } WHERE { ?é a ?a }"))
    assert form(found) == "CONSTRUCT"
    assert variables(found) == ["a", "b", "é"]


@settings(deadline=None)
@given(st.text() | SPARQL)
def test_refusing_never_breaks(text: str) -> None:
    try:
        refuse(text)
    except KgError as error:
        assert error.hint


@settings(deadline=None)
@given(SPARQL)
def test_tokens_cover_the_text_in_order(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert text[token.start : token.start + len(token.text)] == token.text
        assert token.start >= place
        place = token.start + len(token.text)


@pytest.mark.parametrize(
    "bomb",
    [
        *(piece * MAX_BYTES for piece in ("a.", "<a", "'", "?", "_:", "@a-", r"\u0041", "{", "!")),
        r'\"""' * 16384,
        r'\"""' * 16000 + "\\",
        "'''\\" * 16384,
        "a-" * 32000 + ":",
    ],
)
def test_tokens_of_a_full_size_bomb_end(bomb: str) -> None:
    """In quadratic time these would take minutes."""
    assert sum(len(token.text) for token in tokens(bomb[:MAX_BYTES])) <= MAX_BYTES
