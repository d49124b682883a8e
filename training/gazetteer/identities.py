"""Natural Earth -> Wikidata QID of GeoNames places, where the two surely mean one place."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from training.gazetteer.things import plain, rows

NEAR = 0.3
# Natural Earth's country code, GeoNames' code: places that both put on the same disputed ground.
DISPUTED = frozenset({("RU", "UA"), ("-99", "SO"), ("-99", "CY"), ("-99", "XK"), ("MA", "EH")})


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", plain(name).lower())


def _spellings(city: dict[str, Any]) -> set[str]:
    return {_letters(name) for name in (city["name"], *city["alternatenames"])} - {""}


def _alike(wanted: set[str], city: dict[str, Any]) -> bool:
    """Same letters, or nearly: for a place that Natural Earth itself names by GeoNames id."""
    spellings = _spellings(city)
    return bool(wanted & spellings) or any(
        SequenceMatcher(None, one, other).ratio() >= 0.75 for one in wanted for other in spellings
    )


def _apart(city: dict[str, Any], row: list[str]) -> float:
    lat, lon = abs(city["latitude"] - float(row[5])), abs(city["longitude"] - float(row[6]))
    return float(max(lat, lon))


def _fits(city: dict[str, Any], row: list[str]) -> bool:
    codes = row[4], city["countrycode"]
    return _apart(city, row) <= NEAR and (codes[0] == codes[1] or codes in DISPUTED)


def _places(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]


def second_source(check: Path) -> dict[str, tuple[str, float, float]]:
    """QID -> name and coordinates in the second source, for QIDs that stand there once.

    Only to check with (ODbL). Where even the name is another the second source is the one in
    error: it was matched by spelling ("Sivas" with Sivaslı).
    """
    if not check.exists():
        return {}
    return {
        row[1]: (_letters(row[2]), float(row[7]), float(row[8]))
        for row in _places(check)
        if row[9] == "1" and row[1] and row[7]
    }


def identities(
    table: Path, cities: dict[str, Any], check: Path
) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """GeoNames id -> QID, and ``(QID, name, why)`` of the rows refused.

    A row of Natural Earth is taken where its GeoNames place has nearly its name, its country
    and lies within 0.3 degrees, else for the largest place of its very name that does; where
    the QID, and the place, then stand once; and where the second source does not put the QID
    elsewhere.
    """
    second = second_source(check)
    kept = {qid for kind, qid, _, _ in rows("exceptions") if kind == "qid"}
    near: dict[tuple[int, int], list[str]] = defaultdict(list)
    for gid, city in cities.items():
        near[int(city["latitude"]), int(city["longitude"])].append(gid)
    pairs: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    refused: list[tuple[str, str, str]] = []
    for row in _places(table):
        qid, gid, name = row[0], row[1], row[2]
        names[qid] = name
        wanted = {_letters(n) for n in (name, row[3])} - {""}
        if gid in cities and _fits(cities[gid], row) and _alike(wanted, cities[gid]):
            pairs[qid].add(gid)
            continue
        at_lat, at_lon = int(float(row[5])), int(float(row[6]))
        around = [g for a in (-1, 0, 1) for o in (-1, 0, 1) for g in near[at_lat + a, at_lon + o]]
        hits = [g for g in around if _fits(cities[g], row) and wanted & _spellings(cities[g])]
        if hits:
            pairs[qid].add(max(hits, key=lambda g: (cities[g]["population"], g)))
        else:
            refused.append((qid, name, "no GeoNames place of this name so near"))
    by_place: dict[str, list[str]] = defaultdict(list)
    for qid, gids in pairs.items():
        if len(gids) > 1:
            refused.append((qid, names[qid], f"one QID, places {' '.join(sorted(gids))}"))
            continue
        by_place[next(iter(gids))].append(qid)
    found = {}
    for gid, qids in by_place.items():
        city = cities[gid]
        if len(qids) > 1:
            refused.extend((q, names[q], f"one place {gid}, several QIDs") for q in qids)
            continue
        name, lat2, lon2 = second.get(qids[0], ("", 0.0, 0.0))
        far = max(abs(lat2 - city["latitude"]), abs(lon2 - city["longitude"])) > NEAR
        if far and name in _spellings(city) and qids[0] not in kept:
            refused.append((qids[0], names[qids[0]], "the second source puts it elsewhere"))
            continue
        found[gid] = qids[0]
    return found, sorted(refused)
