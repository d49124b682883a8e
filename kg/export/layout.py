"""Edges -> positions, computed here so that the page has nothing to compute."""

from __future__ import annotations

import math
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
ROUNDS = 60
TRIES = 300
GOLDEN = math.pi * (3 - math.sqrt(5))


def positions(
    sizes: list[float], edges: list[tuple[int, int]], drawn: list[int]
) -> list[tuple[int, int]]:
    """Where each node stands, in whole pixels; the same for the same input.

    Args:
        sizes: the radius of every node; nodes are numbered from 0.
        edges: pairs of nodes.
        drawn: the nodes that the page shows at first. They are laid out by stress majorisation
            (Gansner, Koren & North 2004), each component for itself, the components side by
            side. All others go to the nearest free spot around a neighbour: linear in
            their number.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(len(sizes)))
    graph.add_edges_from(sorted(edges))
    first = graph.subgraph(drawn)
    parts = [sorted(part) for part in nx.connected_components(first)]
    parts.sort(key=lambda part: (-len(part), part))
    placed: dict[int, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    step = 0
    for part in parts:
        points = _stress(first.subgraph(part), part)
        points = _apart(points, [sizes[node] for node in part])
        # They come smaller and smaller: go back some way, into the gaps.
        shift, step = _free_spot(points, taken, step // 2)
        for node, (x, y) in zip(part, points + shift, strict=True):
            placed[node] = (round(x), round(y))
    _Others(graph, placed).place()
    return [placed[node] for node in range(len(sizes))]


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
        now = np.maximum(np.sqrt(gaps[..., 0] ** 2 + gaps[..., 1] ** 2), 1e-6)
        pull = -weights * wanted / now
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        before, points = points, inverse @ (pull @ points)
        if np.abs(points - before).max() < 0.2:
            break
    return _landscape(points)


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
    spiral = (
        np.stack([np.cos(turns), np.sin(turns)], axis=1) * np.sqrt(np.arange(size) + 1)[:, None]
    )
    return np.asarray(axes + spiral * STEP / 10)


def _landscape(points: Points) -> Points:
    """The same figure, turned so that its long side lies flat."""
    import numpy as np

    points = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(points.T @ points)
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(points @ axes)


def _apart(points: Points, sizes: list[float]) -> Points:
    """The same figure with nodes pushed apart until their boxes (nearly) no longer meet."""
    import numpy as np

    radius = np.array(sizes)
    room = radius[:, None] + radius[None, :]
    width, height = BOX[0] - 24 + room, BOX[1] - 16 + room
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


def _free_spot(points: Points, taken: set[tuple[int, int]], start: int) -> tuple[Points, int]:
    """How far to move a component so that it stands beside those before it.

    Args:
        taken: the cells in which something stands; the component's are added.
        start: the step of the spiral to begin with; the step after the one used comes back.
    """
    import numpy as np

    low = points.min(axis=0) - np.array(BOX) / 2
    high = points.max(axis=0) + np.array(BOX) / 2
    while True:
        x, y = _turn(start)
        # Wider than high, as screens are.
        dx, dy = x * STEP * 0.4, y * STEP * 0.33
        (left, top), (right, bottom) = (
            _cell(low[0] + dx, low[1] + dy),
            _cell(high[0] + dx, high[1] + dy),
        )
        cells = [(col, row) for col in range(left, right + 1) for row in range(top, bottom + 1)]
        start += 1
        if taken.isdisjoint(cells):
            taken.update(cells)
            return np.array([dx, dy]), start


_TURNS: list[tuple[float, float]] = []


def _turn(number: int) -> tuple[float, float]:
    """The points of a spiral around (0, 0), evenly spread, ever further out."""
    while len(_TURNS) <= number:
        radius, angle = math.sqrt(len(_TURNS)), len(_TURNS) * GOLDEN
        _TURNS.append((radius * math.cos(angle), radius * math.sin(angle)))
    return _TURNS[number]


class _Others:
    """Gives every node without a place the free spot nearest to a neighbour that has one."""

    def __init__(self, graph: nx.Graph, placed: dict[int, tuple[int, int]]) -> None:
        self.graph = graph
        self.placed = placed
        self.taken = {_cell(x, y) for x, y in placed.values()}
        # Each centre goes on where its spiral stopped: a hub of thousands stays linear.
        self.steps: dict[int | None, int] = {}

    def place(self) -> None:
        """Outward from what has a place; then what hangs on none of that, around the middle."""
        self._spread(sorted(self.placed))
        for node in range(len(self.graph)):
            if node not in self.placed:
                self.placed[node] = self._spot(None)
                self._spread([node])

    def _spread(self, line: list[int]) -> None:
        for here in line:
            for neighbour in sorted(self.graph[here]):
                if neighbour not in self.placed:
                    self.placed[neighbour] = self._spot(here)
                    line.append(neighbour)

    def _spot(self, centre: int | None) -> tuple[int, int]:
        middle = (0, 0) if centre is None else self.placed[centre]
        step = self.steps.get(centre, 1)
        # Where it is full, at the rim: nobody reads an edge across thousands of nodes anyway.
        last = step + TRIES if centre is not None else None
        while last is None or step < last:
            x, y = _turn(step)
            step += 1
            spot = (round(middle[0] + x * BOX[0]), round(middle[1] + y * BOX[0]))
            cell = _cell(*spot)
            if cell not in self.taken:
                self.taken.add(cell)
                self.steps[centre] = step
                return spot
        self.steps[centre] = step
        return self._spot(None)


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // BOX[0]), int(y // BOX[1])
