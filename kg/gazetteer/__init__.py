"""Spelling -> things of the world: places, people, organisations with Dutch names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.gazetteer.lookup import Entry, Gazetteer, Office, fold
from kg.gazetteer.own import overlay

__all__ = ["Entry", "Gazetteer", "Office", "fold", "load"]

DATA = Path(__file__).parents[1] / "data" / "nl" / "gazetteer"


def lines_of(table: str) -> list[str]:
    """The rows of one shipped table, without its header."""
    return (DATA / f"{table}.tsv").read_text(encoding="utf-8").split("\n")[1:-1]


@lru_cache(maxsize=4)
def load(extra: Path | None = None) -> Gazetteer:
    """The gazetteer; read once.

    Args:
        extra: a user's own TSV; its rows win (columns in ``kg.gazetteer.own``).

    Raises:
        UsageError: ``extra`` cannot be read, or has bad lines; all of them are named.
    """
    things, names = lines_of("things"), lines_of("names")
    if extra is not None:
        things, names = overlay(extra, things, names)
    return Gazetteer(things, names, lines_of("demonyms"), lines_of("offices"), lines_of("sources"))
