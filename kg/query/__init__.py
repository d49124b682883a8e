"""Graph + SPARQL or a saved question -> Results."""

from __future__ import annotations

from collections.abc import Mapping

from kg.query.results import Kind, Results, Shape, Term, Value
from kg.query.runner import Limits, Source, run
from kg.query.saved import Question, prepare, question, questions

__all__ = [
    "Kind",
    "Limits",
    "Question",
    "Results",
    "Shape",
    "Source",
    "Term",
    "Value",
    "prepare",
    "query",
    "question",
    "questions",
    "run",
]


def query(
    graph: Source,
    text: str,
    params: Mapping[str, Value] | None = None,
    *,
    limits: Limits | None = None,
    allow_service: bool = False,
) -> Results:
    """Ask a graph.

    Args:
        graph: an RDF file such as ``out/graph.ttl``, or an rdflib graph.
        text: SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE) or the name of a saved question.
        params: variable or parameter -> value, bound as a literal (see ``bind``).
        limits: time, memory and size of the answer; 30 seconds by default.
        allow_service: let SERVICE ask other servers.

    Returns:
        The answer; iterate it for a dict a row.

    Raises:
        UsageError: no such graph, saved question or parameter.
        QueryError: the query is refused, malformed, too slow or too large.

    >>> query("out/graph.ttl", "wie-zegt-wat", {"wie": "Poetin"})  # doctest: +SKIP
    """
    return run(graph, prepare(text, params or {}), limits, allow_service=allow_service)
