"""Annotated articles, a system's output or a graph -> what is compared of each document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import NothingUsableError, UsageError
from kg.model import Span

TYPES = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name: its span, its type (PER, LOC, ORG or another), and whether it is an adjective."""

    span: Span
    type: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger: its span, CERTAIN/PROBABLE/POSSIBLE/UNDERSPECIFIED, POS/NEG, and its event.

    ``event`` groups the mentions of one event; None where the system groups none.
    """

    span: Span
    certainty: str | None = None
    polarity: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class System:
    """What a system found in one document.

    ``entities`` holds the mentions of each entity, in the order of the entities' keys; None
    where the system does not group mentions.
    """

    names: tuple[NameMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    entities: tuple[frozenset[Span], ...] | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document; only what ends before ``scored_until`` was annotated.

    ``tokens`` are the spans of its words; the chains are coreferent mentions.
    """

    id: str
    text: str
    scored_until: int
    tokens: tuple[Span, ...]
    names: tuple[NameMention, ...]
    events: tuple[EventMention, ...]
    entity_chains: tuple[frozenset[Span], ...] = ()
    event_chains: tuple[frozenset[Span], ...] = ()
    topic: str | None = None


def _span(entry: Mapping[str, Any]) -> Span:
    return Span(int(entry["start"]), int(entry["end"]))


def _chains(entry: Mapping[str, Any], key: str) -> tuple[frozenset[Span], ...]:
    return tuple(frozenset(_span(mention) for mention in chain) for chain in entry.get(key) or ())


def _names(entry: Mapping[str, Any]) -> tuple[NameMention, ...]:
    return tuple(
        NameMention(_span(name), str(name["type"]), bool(name.get("adjective")))
        for name in entry["entities"]
    )


def _events(entry: Mapping[str, Any]) -> tuple[EventMention, ...]:
    return tuple(
        EventMention(_span(event), event.get("certainty"), event.get("polarity"), _key(event))
        for event in entry["events"]
    )


def _key(event: Mapping[str, Any]) -> str | None:
    chain = event.get("chain")
    return str(chain) if chain else None


def read_gold(path: Path) -> list[Gold]:
    """The annotated documents of a JSON Lines file.

    Each line has ``id``, ``text``, ``scored_until``, ``tokens`` (pairs of offsets), ``entities``
    (``start``, ``end``, ``type``), ``events`` (``start``, ``end``, ``certainty``, ``polarity``),
    and may have ``event_chains``, ``entity_chains`` (lists of mentions) and ``topic``.

    Raises:
        UsageError: no such file, or a line is not of that form.
        NothingUsableError: the file holds no document.
    """
    found = []
    for number, entry in _lines(path):
        with _field_errors(path, number):
            found.append(
                Gold(
                    id=str(entry["id"]),
                    text=str(entry["text"]),
                    scored_until=int(entry["scored_until"]),
                    tokens=tuple(Span(int(a), int(b)) for a, b in entry["tokens"]),
                    names=_names(entry),
                    events=_events(entry),
                    entity_chains=_chains(entry, "entity_chains"),
                    event_chains=_chains(entry, "event_chains"),
                    topic=entry.get("topic"),
                )
            )
    if not found:
        raise NothingUsableError(f"{path} holds no document", "give one annotated article a line")
    return found


def read_system(path: Path) -> dict[str, System]:
    """A system's output by document id; the same form as the gold, chains on the events.

    Raises:
        UsageError: no such file, or a line is not of that form.
    """
    found = {}
    for number, entry in _lines(path):
        with _field_errors(path, number):
            found[str(entry["id"])] = System(_names(entry), _events(entry))
    return found


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        raise UsageError(f"there is no file {path}", "give a .jsonl file of annotated articles")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UsageError(f"{path}, line {number}: not JSON: {error}") from None
            if not isinstance(entry, dict):
                raise UsageError(f"{path}, line {number}: not an object", "one article a line")
            yield number, entry


@dataclass
class _field_errors:  # noqa: N801 (used like a function)
    """Turns a missing or odd field of a line into words."""

    path: Path
    number: int
    allowed: str = field(default="needed are id, text, scored_until, tokens, entities, events")

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, KeyError):
            where = f"{self.path}, line {self.number}"
            raise UsageError(f"{where}: no field {error}", self.allowed) from None
        if isinstance(error, TypeError | ValueError | AttributeError):
            where = f"{self.path}, line {self.number}"
            raise UsageError(f"{where}: a field of the wrong form: {error}", self.allowed) from None
