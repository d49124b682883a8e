"""corrections.toml -> what a person has set right, replayed on every build."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.vocab import ENTITY_CLASSES

_KEY = re.compile(r"Q[1-9]\d*|geonames:\d+|kg:[a-z0-9-]+")
# Table -> the keys that it needs and those that it can have.
_TABLES = {
    "merge": ({"names"}, {"document", "because"}),
    "split": ({"names"}, {"document", "because"}),
    "identity": ({"name", "key"}, {"document", "because", "class"}),
    "never": ({"name"}, {"key", "document", "because"}),
    "merge_events": ({"events"}, {"because"}),
    "split_events": ({"events"}, {"because"}),
}
# The key whose words a row is about, by what it needs.
_ABOUT = ("names", "events", "name")
_EVENT = re.compile(r".+#\d+,\d+")


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: what to do, the names or events that it is about, in which document (None: in all).

    An event is "document#start,end": the characters of its trigger, as `kg explain` prints it.
    ``key`` is the identity of "identity" and "never" (None: link it to nothing at all), ``row``
    its number in the file, from 1.
    """

    action: str
    names: tuple[str, ...]
    row: int
    key: str | None = None
    document: str | None = None
    entity_class: str | None = None
    because: str = ""

    @property
    def reason(self) -> str:
        """The words that the graph carries (kg:mergedBecause)."""
        told = f": {self.because}" if self.because else ""
        return f"correctie {self.row} ({self.action} {', '.join(self.names)}){told}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """The rows of a file of corrections, in its order; empty without one."""

    rows: tuple[Correction, ...] = ()

    def of(self, *actions: str) -> tuple[Correction, ...]:
        """The rows that do one of these."""
        return tuple(row for row in self.rows if row.action in actions)


NONE = Corrections()


def load(path: Path | None) -> Corrections:
    """Read a file of corrections; ``docs/corrections.md`` tells its tables. None has none.

    Raises:
        UsageError: it cannot be read, is no TOML, or has wrong rows; all of them are named.
    """
    if path is None:
        return NONE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot read the corrections: {error}") from error
    problems: list[str] = []
    rows: list[Correction] = []
    for action, entries in tables.items():
        if action not in _TABLES or not isinstance(entries, list):
            problems.append(f"[[{action}]] is none of {', '.join(_TABLES)}")
            continue
        for entry in entries:
            try:
                rows.append(_row(action, entry, len(rows) + 1))
            except ValueError as error:
                problems.append(f"row {len(rows) + len(problems) + 1} [[{action}]]: {error}")
    if problems:
        raise UsageError(f"{path}: {'; '.join(problems)}", "See docs/corrections.md.")
    return Corrections(tuple(rows))


def _row(action: str, entry: Any, number: int) -> Correction:
    needed, more = _TABLES[action]
    if not isinstance(entry, dict):
        raise ValueError("is no table")
    if missing := needed - entry.keys():
        raise ValueError(f"lacks {', '.join(sorted(missing))}")
    if unknown := entry.keys() - needed - more:
        raise ValueError(f"does not know {', '.join(sorted(unknown))}")
    about = next(key for key in _ABOUT if key in needed)
    names = [entry["name"]] if about == "name" else entry[about]
    if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
        raise ValueError(f"{about} must be words, not {names!r}")
    if about != "name" and len(names) < 2:
        raise ValueError(f"{about} must be two or more")
    if about == "events" and (wrong := [n for n in names if not _EVENT.fullmatch(n)]):
        raise ValueError(f"the event {wrong[0]!r} is none of document#start,end")
    rest = {k: entry.get(k) for k in ("key", "document", "because", "class")}
    if unusable := [
        k for k, value in rest.items() if value is not None and not isinstance(value, str)
    ]:
        raise ValueError(f"{unusable[0]} must be text")
    if rest["key"] and not _KEY.fullmatch(rest["key"]):
        raise ValueError(f"the key {rest['key']!r} is none of Q1234, geonames:1234, kg:a-name")
    if rest["class"] and rest["class"] not in ENTITY_CLASSES:
        raise ValueError(f"the class {rest['class']!r} is not known")
    return Correction(
        action,
        tuple(names),
        number,
        rest["key"],
        rest["document"],
        rest["class"],
        rest["because"] or "",
    )
