"""Values from outside -> a VALUES line in the query; never words pasted into its syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kg.errors import UsageError
from kg.query.lexer import Token, form, tokens, variables
from kg.query.results import XSD, Value

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: Value) -> str:
    """A Python value as a SPARQL literal; every character that could end it is escaped.

    Raises:
        UsageError: the value holds half of a character (a lone surrogate).
    """
    if isinstance(value, bool):
        return _typed(str(value).lower(), "boolean")
    if isinstance(value, int):
        return _typed(str(value), "integer")
    if isinstance(value, Decimal):
        return _typed(f"{value:f}", "decimal")
    if isinstance(value, float):
        return _typed(repr(value), "double")
    if isinstance(value, date):
        return _typed(value.isoformat(), "date")
    if any(0xD800 <= ord(character) < 0xE000 for character in value):
        raise UsageError(f"the value {value!a} is not text", "give it as UTF-8")
    return '"' + "".join(ESCAPES.get(character, character) for character in value) + '"'


def _typed(words: str, datatype: str) -> str:
    return f'"{words}"^^<{XSD}{datatype}>'


def bind(text: str, params: Mapping[str, Value]) -> str:
    """Give variables of a query a value.

    ``VALUES (?a ?b) { ("x" "y") }`` is put at the head of the outermost WHERE group, so the
    variables have their value in that group, its filters, its OPTIONALs' filters and in
    EXISTS; a subquery or one side of a UNION is joined with it.

    Args:
        text: a SELECT, ASK, CONSTRUCT or DESCRIBE with a WHERE group.
        params: variable (without ``?``) -> value; text becomes a plain literal, a number,
            bool, Decimal or date a typed one.

    Returns:
        The query with the values; unchanged where there are none.

    Raises:
        UsageError: a name that is no variable of the query, or no group to bind it in.
    """
    if not params:
        return text
    found = list(tokens(text))
    known = variables(found)
    for name in params:
        if not re.fullmatch(r"[^\W\d]\w*", name) or name not in known:
            raise UsageError(
                f"the query has no variable ?{name} to give a value",
                f"its variables are {', '.join('?' + v for v in known) or 'none'}",
            )
    place = _head(found)
    names = " ".join(f"?{name}" for name in params)
    values = " ".join(literal(value) for value in params.values())
    return f"{text[:place]} VALUES ({names}) {{ ({values}) }} {text[place:]}"


def _head(found: list[Token]) -> int:
    """The offset just inside the outermost WHERE group."""
    groups = _outer_groups(found)
    if form(found) == "CONSTRUCT":
        asked = next(i for i, token in enumerate(found) if token.keyword == "CONSTRUCT")
        if groups and groups[0] == asked + 1:
            groups = groups[1:]  # the first pair of braces is the template
        else:
            raise UsageError(
                "a short CONSTRUCT WHERE { … } takes no parameter",
                "write CONSTRUCT { … } WHERE { … }",
            )
    if not groups:
        raise UsageError("the query has no WHERE group", "write WHERE { … } to use --param")
    first = groups[0]
    if first + 1 < len(found) and found[first + 1].keyword == "SELECT":
        raise UsageError(
            "the WHERE group is a subquery, which takes no parameter",
            "put braces around the subquery: WHERE { { SELECT … } }",
        )
    return found[first].start + 1


def _outer_groups(found: list[Token]) -> list[int]:
    """The indices of the opening braces that stand in no other bracket."""
    level, groups = 0, []
    for index, token in enumerate(found):
        if token.kind == "open":
            if level == 0 and token.text == "{":
                groups.append(index)
            level += 1
        elif token.kind == "close":
            level -= 1
    return groups
