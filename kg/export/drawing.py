"""Entities, events and ties -> nodes, edges and options for vis-network, held by pyvis."""

from __future__ import annotations

import json
from typing import Any

from kg.export.layout import positions
from kg.export.things import FIRST, Thing, Tie

SHAPES = {
    "Person": "dot",
    "Organisation": "square",
    "Group": "hexagon",
    "Place": "triangleDown",
    "Product": "star",
    "Thing": "triangle",
    "Event": "diamond",
}
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "hideEdgesOnZoom": False,
    },
}


def drawing(
    order: list[Thing], edges: list[Tie], numbers: dict[str, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """The nodes, edges and options for vis-network, as pyvis holds them.

    ``Network.add_node`` and ``add_edge`` look through lists on every call, which makes 10,000
    nodes take minutes; the nodes and edges they would make are put into the network directly.
    """
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    joined: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for tie in edges:
        source, target = numbers[tie.source], numbers[tie.target]
        turned = (target, source) in joined
        pair = (target, source) if turned else (source, target)
        entry = (int(turned), tie.kind, tie.name)
        if entry not in joined.setdefault(pair, []):
            joined[pair].append(entry)
    tied = {node for pair in joined for node in pair}
    drawn = [number for number, thing in enumerate(order) if number in tied and not thing.state]
    places = positions([_size(thing) for thing in order], list(joined), drawn[:FIRST])
    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    net.nodes = [
        Node(
            number,
            SHAPES[thing.kind],
            thing.label,
            x=places[number][0],
            y=places[number][1],
            size=_size(thing),
            group=thing.kind,
        ).options
        for number, thing in enumerate(order)
    ]
    net.edges = [Edge(*pair, ties=found).options for pair, found in joined.items()]
    found_nodes, found_edges, _, _, _, options = net.get_network_data()
    return found_nodes, found_edges, json.loads(options)


def _size(thing: Thing) -> float:
    if thing.kind == "Event":
        return min(7 + len(thing.mentions), 12)
    return float(min(8 + int(2 * len(thing.mentions) ** 0.7), 24))
