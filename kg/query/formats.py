"""Results -> text: a table for people, CSV, TSV, JSON and Turtle as their standards say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from kg.errors import UsageError
from kg.query.results import Kind, Results, Row, Shape, Term
from kg.query.table import table
from kg.query.terms import RDF_TYPE, turtle_term
from kg.vocab import PREFIXES


def render(results: Results, name: str | None = None, width: int | None = None) -> str:
    """Write results in a format.

    Args:
        name: a key of ``FORMATS``; None for turtle where the answer is a graph, else table.
        width: how many columns of the terminal a table may take; None for all it needs.

    Returns:
        The text, ending in a line break.

    Raises:
        UsageError: there is no such format, or it cannot hold this kind of answer.
    """
    if name is None:
        name = "turtle" if results.shape is Shape.GRAPH else "table"
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", f"allowed are {', '.join(FORMATS)}")
    shapes, write = FORMATS[name]
    if results.shape not in shapes:
        allowed = [key for key, (fits, _) in FORMATS.items() if results.shape in fits]
        raise UsageError(
            f"{name} cannot hold {ANSWERS[results.shape]}", f"allowed are {', '.join(allowed)}"
        )
    return table(results, width) if name == "table" else write(results)


def csv(results: Results) -> str:
    """SPARQL 1.1 Query Results CSV: bare values, lines end in CR LF as RFC 4180 says."""
    lines = [results.variables, *([_plain(term) for term in row] for row in results.rows)]
    return "".join(",".join(map(_csv_field, line)) + "\r\n" for line in lines)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind is Kind.BLANK else term.value


def _csv_field(field: str) -> str:
    return '"' + field.replace('"', '""') + '"' if re.search('[",\r\n]', field) else field


def tsv(results: Results) -> str:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle, numbers and booleans bare."""
    lines = ["\t".join(f"?{name}" for name in results.variables)]
    lines += ["\t".join(_tsv_field(term) for term in row) for row in results.rows]
    return "".join(line + "\n" for line in lines)


def _tsv_field(term: Term | None) -> str:
    return turtle_term(term, short=False) if term else ""


def sparql_json(results: Results) -> str:
    """SPARQL 1.1 Query Results JSON."""
    answer: dict[str, Any]
    if results.shape is Shape.BOOLEAN:
        answer = {"head": {}, "boolean": results.boolean}
    else:
        bindings = [_binding(results.variables, row) for row in results.rows]
        answer = {"head": {"vars": list(results.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"


def _binding(names: Sequence[str], row: Row) -> dict[str, dict[str, str]]:
    return {name: _json_term(term) for name, term in zip(names, row, strict=True) if term}


def _json_term(term: Term) -> dict[str, str]:
    kind = "uri" if term.kind is Kind.IRI else str(term.kind)
    found = {"type": kind, "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype:
        found["datatype"] = term.datatype
    return found


def turtle(results: Results) -> str:
    """A graph as Turtle: the prefixes that it uses, then its triples by subject, sorted."""
    blocks: dict[str, dict[str, list[str]]] = {}
    for row in results.rows:
        subject, predicate, value = (turtle_term(term) for term in row if term)
        verb = "a" if row[1] and row[1].value == RDF_TYPE else predicate
        blocks.setdefault(subject, {}).setdefault(verb, []).append(value)
    written = [
        f"{subject} " + " ;\n    ".join(f"{v} {', '.join(o)}" for v, o in pairs.items()) + " .\n"
        for subject, pairs in blocks.items()
    ]
    body = "\n".join(written)
    used = [prefix for prefix in PREFIXES if re.search(rf"(?<!\w){prefix}:", body)]
    head = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in used)
    return f"{head}\n{body}" if head and body else head + body


ROWS, BOTH = {Shape.ROWS}, {Shape.ROWS, Shape.BOOLEAN}
ANSWERS: Final = {
    Shape.ROWS: "the rows of a SELECT",
    Shape.BOOLEAN: "the yes or no of an ASK",
    Shape.GRAPH: "the graph of a CONSTRUCT or DESCRIBE",
}
# Format -> the answers that it can hold, and what writes it.
FORMATS: Final[dict[str, tuple[set[Shape], Callable[[Results], str]]]] = {
    "table": (BOTH, table),
    "csv": (ROWS, csv),
    "tsv": (ROWS, tsv),
    "json": (BOTH, sparql_json),
    "turtle": ({Shape.GRAPH}, turtle),
}
