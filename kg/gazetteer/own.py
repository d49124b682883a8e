"""A user's own TSV laid over the shipped tables: its rows win."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

from kg.errors import UsageError
from kg.gazetteer.lookup import fold
from kg.vocab import ENTITY_CLASSES

COLUMNS = (
    "name",
    "class",
    "aliases",
    "key",
    "same_as",
    "latitude",
    "longitude",
    "contained_in",
    "population",
)
_KEY = re.compile(r"Q[1-9]\d*|geonames:\d+|kg:[a-z0-9-]+")
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_SHOWN = 10


def overlay(path: Path, things: list[str], names: list[str]) -> tuple[list[str], list[str]]:
    """The shipped lines with a user's rows laid over them.

    The first line names the columns: ``name`` and any of ``COLUMNS``, in any order. ``aliases``
    and ``same_as`` take several values with ``|`` between them; ``same_as`` takes a QID, a
    GeoNames number or an IRI. A name or alias of the file means the file's rows alone; a row
    with the key of a shipped thing replaces it, empty cells keeping what was there.

    Raises:
        UsageError: the file cannot be read or has bad lines; the first ten are told.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot read the gazetteer: {error}") from error
    columns = lines[0].split("\t") if lines else []
    unknown = [column for column in columns if column not in COLUMNS]
    if "name" not in columns or unknown or len(set(columns)) < len(columns):
        raise UsageError(
            f"{path} line 1: the columns are {', '.join(columns) or 'missing'}",
            f"Name the columns in the first line, with tabs: {', '.join(COLUMNS)}; "
            "only name is needed.",
        )
    problems: list[str] = []
    rows: dict[str, str] = {}
    meant: dict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            cells = line.split("\t")
            if len(cells) > len(columns):
                raise ValueError(f"{len(cells)} cells for {len(columns)} columns")
            row = {c: v.strip() for c, v in zip(columns, cells, strict=False) if v.strip()}
            key, text = _row(row, things)
            if key in rows:
                raise ValueError(f"the key {key} stands twice; give one of the two its own key")
        except ValueError as error:
            problems.append(f"line {number}: {error}")
            continue
        rows[key] = text
        for name in (row["name"], *_values(row.get("aliases", ""))):
            if key not in meant[fold(name)]:
                meant[fold(name)].append(key)
    if problems:
        shown = "; ".join(problems[:_SHOWN])
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise UsageError(f"{path}: {shown}{more}", f"Classes: {', '.join(ENTITY_CLASSES)}.")
    return (
        _laid_over(things, rows),
        _laid_over(names, {name: f"{name}\t{' '.join(keys)}" for name, keys in meant.items()}),
    )


def _laid_over(lines: list[str], rows: dict[str, str]) -> list[str]:
    return sorted([line for line in lines if line.split("\t", 1)[0] not in rows] + [*rows.values()])


def _values(cell: str) -> list[str]:
    return [value.strip() for value in cell.split("|") if value.strip()]


def _row(row: dict[str, str], things: list[str]) -> tuple[str, str]:
    """The key and the line of one row; ValueError says what is wrong with it."""
    if not fold(row.get("name", "")):
        raise ValueError("name is empty")
    ids = [_identity(value) for value in _values(row.get("same_as", ""))]
    key = row.get("key") or next((i for i in ids if i[0] == "Q"), "") or _slug_key(row["name"])
    if not _KEY.fullmatch(key):
        raise ValueError(f"the key {key!r} is none of Q1234, geonames:1234, kg:a-name")
    at = bisect_left(things, key + "\t")
    known = at < len(things) and things[at].startswith(key + "\t")
    old = things[at].split("\t") if known else [""] * 9
    kind = row.get("class", old[2])
    if kind not in ENTITY_CLASSES:
        raise ValueError(f"the class {kind!r} is not known")
    inside = row.get("contained_in", old[6])
    if inside and not _KEY.fullmatch(inside):
        raise ValueError(f"contained_in {inside!r} is not a key such as Q55")
    lat, lon = _degrees(row, "latitude", 90, old[4]), _degrees(row, "longitude", 180, old[5])
    if bool(lat) != bool(lon):
        raise ValueError("latitude and longitude go together")
    people = row.get("population", old[7])
    if people and not (people.isascii() and people.isdigit()):
        raise ValueError(f"population {people!r} is not a whole number")
    if not ids and not known and not key.startswith("kg:"):
        ids = [_identity(key.removeprefix("geonames:"))]
    known_ids = " ".join(ids) or old[3]
    return key, "\t".join((key, row["name"], kind, known_ids, lat, lon, inside, people, "user"))


def _identity(value: str) -> str:
    if re.fullmatch(r"Q[1-9]\d*|\d+", value, re.ASCII) or _IRI.fullmatch(value):
        return value
    raise ValueError(f"same_as {value!r} is no QID, GeoNames number or IRI")


def _degrees(row: dict[str, str], column: str, limit: int, old: str) -> str:
    if column not in row:
        return old
    try:
        value = Decimal(row[column])
        if abs(value) <= limit:
            return str(value)
    except InvalidOperation:
        pass
    raise ValueError(f"{column} {row[column]!r} is not a number from -{limit} to {limit}")


def _slug_key(name: str) -> str:
    loose = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", loose).strip("-")
    if not slug:
        raise ValueError(f"no key can be made of the name {name!r}; give one in the column key")
    return f"kg:{slug}"
