"""Rows drawn at random against the second sources: python -m training.gazetteer.check."""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import gazetteer
from kg.gazetteer import Entry
from training.gazetteer.countries import country_keys
from training.gazetteer.things import plain

SEED, DRAWN, NEAR = 20220303, 300, 0.5
MARK = "<!-- drawn rows -->"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the second source says of one row."""

    entry: Entry
    place: str
    other: str
    distance: float | None
    identity: str
    agrees: bool


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", plain(name).lower())


def _second(folder: Path) -> Iterator[tuple[str, str, tuple[str, ...], float, float, bool]]:
    """Country code, QID, names, latitude, longitude, and whether the QID stands once."""
    for line in (folder / "cities_nl.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        iso, qid, name, dutch, native, _, _, lat, lon, shared = line.split("\t")
        if lat and lon:
            yield iso, qid, (name, dutch, native), float(lat), float(lon), shared == "1"
    for line in (folder / "countries_nl.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if cells[12]:
            names = (cells[3], cells[4], *cells[5].split(";"))
            yield f"={cells[0]}", cells[2], names, float(cells[12]), float(cells[13]), True


def _apart(entry: Entry, lat: float, lon: float) -> float:
    east = abs(float(entry.longitude or 0) - lon)
    return max(abs(float(entry.latitude or 0) - lat), min(east, 360 - east))


def verdicts(folder: Path) -> list[Verdict]:
    """300 cities and countries, drawn with a fixed seed from those that the second sources name.

    A city agrees where the second source has a place of its name in its country within 0.5
    degrees and, where both give a QID of their own, the same one. A country agrees by name and
    QID; its point may lie elsewhere in it.
    """
    book, isos = gazetteer.load(), {key: iso for iso, key in country_keys().items()}
    second: dict[tuple[str, str], list[tuple[str, str, float, float, bool]]] = defaultdict(list)
    for iso, qid, names, lat, lon, once in _second(folder):
        for name in {_letters(n) for n in names} - {""}:
            second[iso, name].append((names[0], qid, lat, lon, once))
    spelled: dict[str, list[str]] = defaultdict(list)
    for line in gazetteer.lines_of("names"):
        name, keys = line.split("\t")
        for key in keys.split(" "):
            spelled[key].append(name)
    pool = []
    for line in gazetteer.lines_of("things"):
        key, label, kind, *_ = line.split("\t")
        if kind != "City" and (kind != "Country" or key not in isos):
            continue
        entry = book.get(key)
        assert entry
        region = book.get(entry.contained_in or "")
        iso = isos.get((region and region.contained_in) or entry.contained_in or "", "")
        iso = f"={isos[key]}" if kind == "Country" else iso
        wanted = sorted({_letters(n) for n in (label, *spelled[key])})
        rows = [row for name in wanted for row in second[iso, name]]
        if rows:
            pool.append((entry, iso, rows))
    drawn = random.Random(SEED).sample(pool, DRAWN)
    return [_judge(entry, iso, rows) for entry, iso, rows in drawn]


def _judge(entry: Entry, iso: str, rows: list[tuple[str, str, float, float, bool]]) -> Verdict:
    name, qid, lat, lon, once = min(rows, key=lambda row: (_apart(entry, row[2], row[3]), row))
    distance = round(_apart(entry, lat, lon), 2)
    ours = entry.key if entry.key[0] == "Q" else ""
    identity = "" if not (ours and once) else "same" if ours == qid else f"{qid} there"
    near = distance <= NEAR or iso.startswith("=")
    return Verdict(
        entry, iso.lstrip("="), name, distance, identity, near and "there" not in identity
    )


def table(found: list[Verdict]) -> str:
    """The verdicts as a Markdown table, the disagreements first."""
    rows = ["| key | row | country | there | degrees apart | QID |", "|---|---|---|---|---|---|"]
    for v in sorted(found, key=lambda v: (v.agrees, v.entry.key)):
        flag = "" if v.agrees else "**differs** "
        rows.append(
            f"| {v.entry.key} | {flag}{v.entry.label} | {v.place} | {v.other} | {v.distance} "
            f"| {v.identity} |"
        )
    return "\n".join(rows)


def main() -> None:
    """Print the table, or put it under its mark in a page."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer.check")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--page", type=Path, help="put the table after its mark in this file")
    options = parser.parse_args()
    found = verdicts(options.data / "gazetteer")
    print(Counter((v.agrees, v.identity if v.identity in ("", "same") else "other") for v in found))
    if options.page:
        text = options.page.read_text(encoding="utf-8").split(MARK)[0]
        options.page.write_text(f"{text}{MARK}\n\n{table(found)}\n", encoding="utf-8")
    else:
        print(table(found))


if __name__ == "__main__":
    main()
