"""Turtle -> what breaks the shapes or the offsets, in plain words."""

from __future__ import annotations

from kg.event_types import ontology_directory

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
    data = rdflib.Graph().parse(data=turtle, format="turtle")
    shapes = rdflib.Graph().parse(str(ontology_directory() / "shapes.ttl"))
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    if conforms:
        return []
    found = []
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        message = report.value(result, sh.resultMessage)
        value = report.value(result, sh.value)
        seen = f" (found {value})" if value is not None else ""
        found.append(f"{report.value(result, sh.focusNode)}: {message}{seen}"[:_MAX_MESSAGE])
    return sorted(found)
