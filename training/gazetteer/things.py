"""What the sources are gathered in: things, their names, and how prominent each is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

TABLES = Path(__file__).with_name("tables")


@dataclass(slots=True)
class Thing:
    """A row in the making; ``weight`` orders the things of one name (higher first).

    ``names`` are further spellings beside ``label``; ``minor`` those that count for less (an
    alternate name of one place must not stand before the main name of another).
    """

    key: str
    label: str
    entity_class: str
    source: str
    ids: list[str] = field(default_factory=list)
    latitude: float | None = None
    longitude: float | None = None
    contained_in: str = ""
    population: int = 0
    weight: float = 0.0
    names: list[str] = field(default_factory=list)
    minor: list[str] = field(default_factory=list)
    bare: bool = True


@dataclass(slots=True)
class Book:
    """All things by key, adjectives and inhabitants, terms of office, and what was refused."""

    things: dict[str, Thing] = field(default_factory=dict)
    demonyms: dict[tuple[str, str], str] = field(default_factory=dict)
    terms: set[tuple[str, str, str, str, str]] = field(default_factory=set)
    refused: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, thing: Thing) -> None:
        """Add a thing.

        Raises:
            ValueError: its key stands already.
        """
        if thing.key in self.things:
            raise ValueError(f"{thing.key}: {thing.label} and {self.things[thing.key].label}")
        self.things[thing.key] = thing


def rows(table: str) -> Iterator[list[str]]:
    """The rows of an own table, ``#`` lines left out, without the header.

    Raises:
        ValueError: a row has another number of columns than the header.
    """
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    width = len(lines[0].split("\t"))
    for number, line in enumerate(lines[1:], 2):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) > width:
                raise ValueError(f"{table}.tsv line {number}: {len(cells)} columns, not {width}")
            yield cells + [""] * (width - len(cells))


def parts(cell: str) -> list[str]:
    """The values of a cell: ``a|b`` -> [a, b]."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def plain(text: str) -> str:
    """Text without diacritics: "São" -> "Sao"."""
    loose = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in loose if not unicodedata.combining(c))
    return bare.translate(str.maketrans("øØłŁđĐıßæÆœŒ", "oOlLdDisaAoO"))


def slug(text: str) -> str:
    """An ASCII slug: "Zee van Azov" -> "zee-van-azov"."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-")


def tenth(values: Iterable[float]) -> float:
    """The mean, rounded to one decimal; longitudes on both sides of 180 degrees stay together."""
    numbers = list(values)
    if max(numbers) - min(numbers) > 180:
        numbers = [n + 360 if n < 0 else n for n in numbers]
    mean = round(sum(numbers) / len(numbers), 1)
    return round(mean - 360, 1) if mean > 180 else mean
