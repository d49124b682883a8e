"""What a query answers: rows, a yes or no, or a graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

XSD: Final = "http://www.w3.org/2001/XMLSchema#"

Value = str | int | float | bool | Decimal | date


class Kind(StrEnum):
    """What a term is, or what an answer is made of."""

    IRI = "iri"
    LITERAL = "literal"
    BLANK = "bnode"
    TRIPLE = "triple"


class Shape(StrEnum):
    """SELECT answers rows, ASK a boolean, CONSTRUCT and DESCRIBE a graph."""

    ROWS = "rows"
    BOOLEAN = "boolean"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term. ``value`` is the IRI, the words of a literal, or a blank node's label.

    ``datatype`` is the IRI of a literal's datatype, None for plain strings and for literals
    with a language. A quoted triple has its N-Triples form as ``value``.
    """

    kind: Kind
    value: str
    language: str | None = None
    datatype: str | None = None

    def python(self) -> Value:
        """The term as a Python value: int, Decimal, float, bool or date, else its words.

        A literal that does not fit its datatype comes back as its words.
        """
        local = (self.datatype or "").removeprefix(XSD)
        try:
            if local == "boolean":
                return {"true": True, "1": True, "false": False, "0": False}[self.value]
            if local in ("integer", "int", "long", "nonNegativeInteger"):
                return int(self.value)
            if local == "decimal":
                return Decimal(self.value)
            if local in ("double", "float"):
                return float(self.value)
            if local == "date":
                return date.fromisoformat(self.value)
        except (ValueError, KeyError, InvalidOperation):
            pass
        return self.value


Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query.

    ``rows`` holds one tuple a solution, in the order of ``variables``, None where a variable
    is unbound; of a graph the triples, sorted, as (subject, predicate, object). ``boolean``
    is the answer to an ASK. ``isolated`` tells whether the query ran cut off from the network
    by the operating system.

    Iterating gives a dict a row with Python values; ``bool(results)`` is the answer to an ASK,
    else whether there is any row.
    """

    shape: Shape
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    isolated: bool = False

    def __iter__(self) -> Iterator[dict[str, Value | None]]:
        for row in self.rows:
            values = (term.python() if term else None for term in row)
            yield dict(zip(self.variables, values, strict=True))

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return self.boolean if self.boolean is not None else bool(self.rows)
