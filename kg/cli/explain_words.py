"""Questions that `kg explain` asks of a graph, and the words around a mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph

PREFIXES = """
PREFIX kg: <https://w3id.org/kg-nieuws/ontology#>
PREFIX gaf: <http://groundedannotationframework.org/gaf#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""
MENTIONS = (
    PREFIXES
    + """
SELECT DISTINCT ?document ?begin ?end ?kind ?anchor ?text ?sentence WHERE {
  %s gaf:denotedBy ?m .
  ?m nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor ; nif:referenceContext ?c .
  ?c nif:isString ?text ; dcterms:identifier ?document .
  OPTIONAL { ?m kg:mentionKind ?kind } OPTIONAL { ?m nif:sentence ?sentence } }
ORDER BY ?document ?begin ?end
"""
)
_SPAN = re.compile(r"char=(\d+),(\d+)$")


def around(text: str, sentence: str, begin: int, end: int) -> str:
    """The sentence of a mention, the mention in brackets.

    Args:
        sentence: the IRI of the sentence, whose offsets are in it; "" where there is none.
    """
    place = _SPAN.search(sentence)
    first, last = (int(place[1]), int(place[2])) if place else (begin, end)
    return " ".join(f"{text[first:begin]}[{text[begin:end]}]{text[end:last]}".split())


def column(store: pyoxigraph.Store, query: str) -> list[str]:
    """The values of a query of one variable, sorted."""
    return sorted(row[0] for row in rows(store, PREFIXES + query))


def rows(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    """The rows of a query as strings, "" where a variable is not bound."""
    import pyoxigraph

    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [
        tuple(
            getattr(value, "value", "") if (value := row[name]) is not None else ""
            for name in names
        )
        for row in found
    ]
