"""Natural Earth's land (1:50m, public domain) -> the outlines of the page's map.

Run it as ``python -m tests.export.page_outlines land-50m.json``, with that file of the npm
package world-atlas 2.0.2; what it prints is kg/export/page/land.txt: one SVG path in whole
hundredths of degrees, south down, each point relative to the one before. Land without borders:
on some of them the world does not agree, and the page need not choose.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]

# Europe, where most of the news in Dutch happens, finer than the rest.
FINE = (-12.0, 34.0, 45.0, 66.0)
TOLERANCE = {True: 0.035, False: 0.18}
SMALLEST = {True: 0.1, False: 0.6}
"""Islands smaller than this, in degrees, are left out."""


def outlines(topology: dict[str, Any]) -> str:
    """The path of all land of a TopoJSON file, without the Antarctic."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    parts = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"]
        for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            parts += [_path(_ring(ring, arcs)) for ring in polygon]
    return "".join(parts)


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * kx + dx, y * ky + dy))
    return points


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _unrolled(points)


def _unrolled(points: list[Point]) -> list[Point]:
    """The ring without the leap from one edge of the world to the other."""
    found = points[:1]
    for x, y in points[1:]:
        before = found[-1][0]
        turns = 0
        # In whole turns, as often as it takes: the ring itself goes on beyond the edge.
        while abs(x + turns - before) > 180:
            turns += 360 if x + turns < before else -360
        found.append((x + turns, y))
    middle = sum(x for x, _ in found) / len(found)
    back = 360 if middle < -180 else -360 if middle > 180 else 0
    return [(x + back, y) for x, y in found]


def _path(ring: list[Point]) -> str:
    if min(y for _, y in ring) < -60:
        return ""
    wide = max(x for x, _ in ring) - min(x for x, _ in ring)
    high = max(y for _, y in ring) - min(y for _, y in ring)
    if max(wide, high) < SMALLEST[_fine(ring[0])]:
        return ""
    half = len(ring) // 2
    kept = _simplified(ring[: half + 1])[:-1] + _simplified(ring[half:])
    points = [(round(x * 100), round(-y * 100)) for x, y in kept]
    steps = []
    for (x, y), (next_x, next_y) in pairwise(points[:-1]):
        steps.append(f"{next_x - x} {next_y - y}".replace(" -", "-"))
    if len(steps) < 2:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _fine(point: Point) -> bool:
    return FINE[0] < point[0] < FINE[2] and FINE[1] < point[1] < FINE[3]


def _simplified(line: list[Point]) -> list[Point]:
    """The line with fewer points, never further off than the tolerance (Douglas & Peucker)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = 0.0, 0
        for number in range(first + 1, last):
            away = _away(line[number], line[first], line[last])
            away /= TOLERANCE[_fine(line[number])]
            if away > far:
                far, at = away, number
        if far > 1:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [line[number] for number in sorted(kept)]


def _away(point: Point, one: Point, other: Point) -> float:
    (x, y), (a, b), (c, d) = point, one, other
    length = float((c - a) ** 2 + (d - b) ** 2)
    along = ((x - a) * (c - a) + (y - b) * (d - b)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(((x - a - along * (c - a)) ** 2 + (y - b - along * (d - b)) ** 2) ** 0.5)


if __name__ == "__main__":
    print(outlines(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
