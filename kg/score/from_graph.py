"""A graph -> what it says of each document, read by its contract alone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, UsageError
from kg.model import Span
from kg.score.documents import EventMention, NameMention, System
from kg.vocab import KG, PREFIXES, TOP_CLASSES

if TYPE_CHECKING:
    import pyoxigraph

# The names that are scored, by the top class of their entity.
SCORED = {"Person": "PER", "Organisation": "ORG", "Place": "LOC"}

CLASSES = " ".join(f"kg:{name}" for name in TOP_CLASSES)

MENTIONS = f"""
SELECT DISTINCT ?document ?entity ?class ?kind ?begin ?end WHERE {{
  VALUES ?class {{ {CLASSES} }}
  ?entity a ?class ; gaf:denotedBy ?mention .
  ?mention kg:mentionKind ?kind ; nif:beginIndex ?begin ; nif:endIndex ?end ;
           nif:referenceContext/dcterms:identifier ?document .
}}"""

EVENTS = """
SELECT DISTINCT ?document ?event ?begin ?end ?certainty ?polarity WHERE {
  ?event a sem:Event ; gaf:denotedBy ?mention .
  ?mention nif:beginIndex ?begin ; nif:endIndex ?end ;
           nif:referenceContext/dcterms:identifier ?document .
  OPTIONAL { ?claim kg:about ?event ; kg:aboutMention ?mention ;
                    kg:certainty ?certainty ; kg:polarity ?polarity . }
}"""


def read_graph(path: Path) -> dict[str, System]:
    """What a graph says, by document id.

    Args:
        path: an RDF file that keeps the graph contract.

    Raises:
        UsageError: there is no such file.
        QueryError: it is not RDF.
    """
    import pyoxigraph as ox

    if not path.is_file():
        raise UsageError(f"there is no graph at {path}", "make one with `kg build`")
    store = ox.Store()
    try:
        store.load(path=str(path))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"cannot read {path}: {error}") from None
    names: dict[str, set[tuple[Span, str]]] = defaultdict(set)
    chains: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for row in _select(store, MENTIONS):
        document, span = row["document"].value, _span(row)
        kind, top = _local(row["kind"]), _local(row["class"])
        if kind == "Name" and top in SCORED:
            names[document].add((span, SCORED[top]))
        if kind != "Adjective":
            chains[document][row["entity"].value].add(span)
    events: dict[str, set[tuple[Span, str, str, str]]] = defaultdict(set)
    for row in _select(store, EVENTS):
        told = (_local(row["certainty"]).upper(), _local(row["polarity"]).upper()[:3])
        events[row["document"].value].add((_span(row), *told, row["event"].value))
    return {
        document: System(
            tuple(NameMention(span, type_) for span, type_ in sorted(names[document])),
            tuple(
                EventMention(span, certainty or None, polarity or None, event)
                for span, certainty, polarity, event in sorted(events[document])
            ),
            tuple(frozenset(spans) for _, spans in sorted(chains[document].items())),
        )
        for document in sorted({*names, *chains, *events})
    }


def _select(store: pyoxigraph.Store, text: str) -> Any:
    return store.query(text, prefixes=PREFIXES)


def _span(row: Any) -> Span:
    return Span(int(row["begin"].value), int(row["end"].value))


def _local(term: Any) -> str:
    return "" if term is None else str(term.value).removeprefix(KG)
