"""Turtle -> what breaks the shapes or the offsets, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.event_types import ontology_directory

if TYPE_CHECKING:
    import rdflib

_OFFSETS = """
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
SELECT ?words ?begin ?end ?anchor ?text WHERE {
  ?words nif:referenceContext ?context ; nif:beginIndex ?begin ; nif:endIndex ?end ;
         nif:anchorOf ?anchor .
  ?context nif:isString ?text } ORDER BY ?words
"""
# The trees that pyshacl prints for one node are cut here.
_MAX_MESSAGE = 300


def violations(turtle: bytes) -> list[str]:
    """What breaks the rules of the graph, one line each; empty for a sound graph.

    Offsets are held against the text, everything else against ``ontology/shapes.ttl``.

    Raises:
        SyntaxError: the bytes are no Turtle.
    """
    return offset_violations(turtle) + shape_violations(turtle)


def offset_violations(turtle: bytes) -> list[str]:
    """Words whose offsets give other words: ``text[begin:end] != nif:anchorOf``."""
    from kg.graph import to_store

    found = []
    for row in to_store(turtle).query(_OFFSETS):  # type: ignore[union-attr]
        begin, end = int(row["begin"].value), int(row["end"].value)
        words = row["text"].value[begin:end]
        if words != row["anchor"].value:
            found.append(
                f"{row['words'].value}: the text has {words!r}, not {row['anchor'].value!r}"
            )
    return found


def shape_violations(turtle: bytes) -> list[str]:
    """What breaks the SHACL shapes: "IRI: message", sorted."""
    import pyshacl
    import rdflib

    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    shapes = rdflib.Graph().parse(str(ontology_directory() / "shapes.ttl"))
    conforms, report, _ = pyshacl.validate(
        _seen_by(shapes, turtle), shacl_graph=shapes, inference="none", inplace=True
    )
    if conforms:
        return []
    found = []
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        message = report.value(result, sh.resultMessage)
        value = report.value(result, sh.value)
        seen = f" (found {value})" if value is not None else ""
        found.append(f"{report.value(result, sh.focusNode)}: {message}{seen}"[:_MAX_MESSAGE])
    return sorted(found)


def _seen_by(shapes: rdflib.Graph, turtle: bytes) -> rdflib.Graph:
    """The triples that the shapes can see: those with a predicate, or a class, that they name.

    A third of the triples, made from pyoxigraph's: rdflib's own parser takes five times as long.
    """
    import pyoxigraph as ox
    import rdflib

    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    named = {str(term) for term in shapes.all_nodes()}
    # Closed shapes and SPARQL can speak of anything.
    everything = any(shapes.subjects(sh.closed)) or any(shapes.subjects(sh.select))
    is_a = str(rdflib.RDF.type)
    terms: dict[Any, rdflib.term.Node] = {}

    def converted(term: Any) -> rdflib.term.Node:
        if term not in terms:
            terms[term] = (
                rdflib.Literal(
                    term.value,
                    lang=term.language,
                    datatype=None if term.language else rdflib.URIRef(term.datatype.value),
                )
                if isinstance(term, ox.Literal)
                else rdflib.BNode(term.value)
                if isinstance(term, ox.BlankNode)
                else rdflib.URIRef(term.value)
            )
        return terms[term]

    data = rdflib.Graph()
    for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
        predicate = quad.predicate.value
        if predicate == is_a:
            seen = getattr(quad.object, "value", None) in named
        else:
            seen = predicate in named
        if everything or seen:
            data.add((converted(quad.subject), converted(quad.predicate), converted(quad.object)))
    return data
