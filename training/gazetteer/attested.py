"""Dutch corpora -> which words are common, which names stand for people, which for places.

Used as filters only: no word of these files goes into the tables.
"""

from __future__ import annotations

import lzma
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from training.gazetteer.names_nl import dutch_word, variants


@dataclass(slots=True)
class Attested:
    """Lower-case words, first names and surnames with counts, names of places in Dutch text,
    and (filled by the builder) GeoNames' own names of all towns."""

    words: Counter[str] = field(default_factory=Counter)
    first_names: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)


def attested(data: Path) -> Attested:
    """Read UD treebanks, Alpino's lists of names and WikiANN under ``data``."""
    found = Attested()
    for path in sorted((data / "ud").glob("nl-ud-train-*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] != "PROPN" and cells[1].islower():
                found.words[cells[1]] += 1
    with lzma.open(data / "alpino" / "names-per.txt.xz", "rt", encoding="utf-8") as people:
        for line in people:
            tokens = line.split()
            if len(tokens) > 1:
                found.first_names[tokens[0]] += 1
            if len(tokens) == 2:
                found.surnames[tokens[1]] += 1
    for line in (data / "gazetteer" / "politicians.tsv").read_text(encoding="utf-8").splitlines():
        words = line.split("\t")[1].split(" ")
        given = words[0]
        found.surnames[words[-1]] += 1
        for spelled in {given, dutch_word(given), *variants(given, False)}:
            found.first_names[spelled] += 1
    with lzma.open(data / "alpino" / "names-geo.txt.xz", "rt", encoding="utf-8") as places:
        found.places.update(line.strip() for line in places)
    name: list[str] = []
    for line in (data / "ner" / "wikiann-nl-train.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        tag = cells[2] if len(cells) > 2 else "O"
        if tag == "O" and len(cells) > 2 and cells[1].islower():
            found.words[cells[1]] += 1
        if name and tag != "I-LOC":
            found.places.add(" ".join(name))
            name = []
        if tag.endswith("-LOC"):
            name.append(cells[1])
    return found
