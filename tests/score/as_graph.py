"""Annotations or a system's output -> a graph in the contract's form."""

from __future__ import annotations

from typing import Any

from tests.query.contract import Article, ContractGraph, claimed

CLASSES = {"PER": "Person", "LOC": "Place", "ORG": "Organisation"}


def as_graph(documents: list[dict[str, Any]], texts: dict[str, str]) -> str:
    """Turtle that says what the annotations say, no more.

    Each name is an entity of its own unless the document has ``entity_chains``; events are
    grouped by their ``chain``.
    """
    graph = ContractGraph()
    for document in documents:
        article = graph.article(document["id"], texts[document["id"]])
        _names(graph, article, document)
        _chains(graph, article, document)
        _events(graph, article, document)
    return graph.turtle()


def _names(graph: ContractGraph, article: Article, document: dict[str, Any]) -> None:
    for number, name in enumerate(document["entities"]):
        class_ = CLASSES.get(name["type"], "Thing")
        mark = article.mention(name["start"], name["end"], "Name")
        graph.entity(f"{article.id}-n{number}", name.get("text", "?"), [class_], [mark])


def _chains(graph: ContractGraph, article: Article, document: dict[str, Any]) -> None:
    named = {(name["start"], name["end"]) for name in document["entities"]}
    for number, chain in enumerate(document.get("entity_chains", ())):
        marks = [
            # A mention that is also a name keeps its one kind.
            article.part(m["start"], m["end"])
            if (m["start"], m["end"]) in named
            else article.mention(m["start"], m["end"], "Nominal")
            for m in chain
        ]
        if marks:
            graph.entity(f"{article.id}-c{number}", "?", ["Thing"], marks)


def _events(graph: ContractGraph, article: Article, document: dict[str, Any]) -> None:
    groups: dict[str, list[dict[str, Any]]] = {}
    for event in document["events"]:
        groups.setdefault(str(event.get("chain", event["start"])), []).append(event)
    for key, mentions in groups.items():
        marks = {article.mention(m["start"], m["end"]): m for m in mentions}
        event = graph.event(f"{article.id}-{key}", "?", [], list(marks), "kg:status kg:Asserted")
        for number, (mark, mention) in enumerate(marks.items()):
            if mention.get("certainty"):
                said = claimed(
                    certainty=mention["certainty"].capitalize(),
                    polarity="Negative" if mention["polarity"] == "NEG" else "Positive",
                    about_mention=mark,
                )
                name = f"{article.id}-{key}-{number}"
                graph.claim(name, event, f"<{article.iri}>", mark, said)
