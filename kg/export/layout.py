"""Edges -> positions, computed here so that the page has nothing to compute."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

STEP = 90.0
"""The length of an edge, in the page's pixels."""
BOX = (76.0, 40.0)
"""The room that a node and its label want."""
ROUNDS = 120
GOLDEN = math.pi * (3 - math.sqrt(5))


def positions(
    count: int, edges: list[tuple[int, int]], drawn: list[int]
) -> list[tuple[int, int]]:
    """Where each node stands, in whole pixels; the same for the same input.

    Args:
        count: how many nodes there are, numbered from 0.
        edges: pairs of nodes.
        drawn: the nodes that the page shows at first. They are laid out by stress majorisation
            (Gansner, Koren & North 2004), each component for itself, the components side by
            side. All others go to the nearest free spot around a neighbour: linear in
            their number.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(sorted(edges))
    first = graph.subgraph(drawn)
    parts = [sorted(part) for part in nx.connected_components(first)]
    parts.sort(key=lambda part: (-len(part), part))
    placed: dict[int, tuple[int, int]] = {}
    boxes: list[tuple[float, float, float, float]] = []
    for part in parts:
        points = _stress(first.subgraph(part), part)
        shift = _free_spot(points, boxes)
        for node, (x, y) in zip(part, points + shift, strict=True):
            placed[node] = (round(x), round(y))
    _place_others(graph, placed)
    return [placed[node] for node in range(count)]


def _stress(graph: nx.Graph, nodes: list[int]) -> Points:
    """Positions whose distances come near the lengths of the shortest paths."""
    import numpy as np

    size = len(nodes)
    if size == 1:
        return np.zeros((1, 2))
    at = {node: number for number, node in enumerate(nodes)}
    lengths = np.full((size, size), np.inf)
    np.fill_diagonal(lengths, 0.0)
    for one, other in graph.edges:
        # The neighbours of a busy node need room.
        busy = max(graph.degree[one], graph.degree[other])
        length = STEP * (1 + 0.18 * math.log2(busy))
        lengths[at[one], at[other]] = lengths[at[other], at[one]] = length
    wanted = _shortest_paths(lengths)
    points = _first_guess(wanted)
    weights = np.zeros_like(wanted)
    apart = wanted > 0
    weights[apart] = wanted[apart] ** -2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1 / size) - 1 / size
    for _ in range(ROUNDS):
        gaps = points[:, None, :] - points[None, :, :]
        now = np.maximum(np.hypot(gaps[..., 0], gaps[..., 1]), 1e-6)
        pull = -weights * wanted / now
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        before, points = points, inverse @ (pull @ points)
        if np.abs(points - before).max() < 0.2:
            break
    return _apart(_landscape(points))


def _shortest_paths(lengths: Points) -> Points:
    """The lengths of the shortest paths between all pairs (Floyd and Warshall).

    For some hundreds of nodes quicker than importing scipy.
    """
    import numpy as np

    found = lengths.copy()
    for middle in range(len(found)):
        np.minimum(found, found[:, middle, None] + found[None, middle, :], out=found)
    return found


def _first_guess(wanted: Points) -> Points:
    """Classical scaling of the distances, and a little spiral so that no two nodes coincide."""
    import numpy as np

    size = len(wanted)
    centring = np.eye(size) - 1 / size
    _, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    axes = vectors[:, [-1, -2]] * wanted.max()
    # An eigenvector's sign is arbitrary: fix it.
    axes *= np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    turns = np.arange(size) * GOLDEN
    spiral = np.stack([np.cos(turns), np.sin(turns)], axis=1) * np.sqrt(np.arange(size) + 1)[:, None]
    return np.asarray(axes + spiral * STEP / 10)


def _landscape(points: Points) -> Points:
    """The same figure, turned so that its long side lies flat."""
    import numpy as np

    points = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(points.T @ points)
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(points @ axes)


def _apart(points: Points) -> Points:
    """The same figure with nodes pushed apart until their boxes (nearly) no longer meet."""
    import numpy as np

    width, height = BOX
    for _ in range(60):
        gaps = points[:, None, :] - points[None, :, :]
        over_x = width - np.abs(gaps[..., 0])
        over_y = height - np.abs(gaps[..., 1])
        meet = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(meet, False)
        if not meet.any():
            break
        # Along the side on which less is needed; the lower number goes left or up on a tie.
        order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
        sideways = over_x * height < over_y * width
        for axis, over, chosen in ((0, over_x, sideways), (1, over_y, ~sideways)):
            sign = np.where(gaps[..., axis] == 0, order, np.sign(gaps[..., axis]))
            push = np.where(meet & chosen, sign * over / 2, 0.0).sum(axis=1)
            points[:, axis] += np.clip(push * 0.6, -STEP, STEP)
    return points


def _free_spot(points: Points, boxes: list[tuple[float, float, float, float]]) -> Points:
    """How far to move a component so that it stands beside those before it."""
    import numpy as np

    low = points.min(axis=0) - np.array(BOX) / 2
    high = points.max(axis=0) + np.array(BOX) / 2
    for x, y in _spiral():
        # Wider than high, as screens are.
        dx, dy = x * STEP * 0.45, y * STEP * 0.3
        box = (low[0] + dx, low[1] + dy, high[0] + dx, high[1] + dy)
        if not any(_meet(box, other) for other in boxes):
            boxes.append(box)
            return np.array([dx, dy])
    raise AssertionError("a spiral has no end")


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    )


def _spiral() -> Iterator[tuple[float, float]]:
    """Points ever further from (0, 0), evenly spread."""
    number = 0
    while True:
        radius, angle = math.sqrt(number), number * GOLDEN
        yield radius * math.cos(angle), radius * math.sin(angle)
        number += 1


def _place_others(graph: nx.Graph, placed: dict[int, tuple[int, int]]) -> None:
    """Put every node without a place on the free spot nearest to a neighbour that has one."""
    taken = {_cell(x, y) for x, y in placed.values()}
    around: dict[int | None, Iterator[tuple[float, float]]] = {}
    waiting = sorted(placed)
    for node in waiting:
        for neighbour in sorted(graph[node]):
            if neighbour not in placed:
                placed[neighbour] = _nearest(placed[node], around, node, taken)
                waiting.append(neighbour)
    for node in sorted(set(graph) - set(placed)):
        if node in placed:
            continue
        placed[node] = _nearest((0, 0), around, None, taken)
        line = [node]
        for here in line:
            for neighbour in sorted(set(graph[here]) - set(placed)):
                placed[neighbour] = _nearest(placed[here], around, here, taken)
                line.append(neighbour)


def _nearest(
    centre: tuple[int, int],
    around: dict[int | None, Iterator[tuple[float, float]]],
    node: int | None,
    taken: set[tuple[int, int]],
) -> tuple[int, int]:
    # Each centre goes on where its spiral stopped: a hub of thousands stays linear.
    for x, y in around.setdefault(node, _spiral()):
        spot = (round(centre[0] + x * BOX[0]), round(centre[1] + y * BOX[0]))
        cell = _cell(*spot)
        if cell not in taken:
            taken.add(cell)
            return spot
    raise AssertionError("a spiral has no end")


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // BOX[0]), int(y // BOX[1])
