"""corrections.toml -> what a person has set right, replayed on every build."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.gazetteer import Entry, Gazetteer, fold
from kg.link.article import Article, Chain, Profile
from kg.model import MentionKind
from kg.vocab import ENTITY_CLASSES

_KEY = re.compile(r"Q[1-9]\d*|geonames:\d+|kg:[a-z0-9-]+")
# Table -> the keys that it needs and those that it can have.
_TABLES = {
    "merge": ({"names"}, {"document", "because"}),
    "split": ({"names"}, {"document", "because"}),
    "identity": ({"name", "key"}, {"document", "because", "class"}),
    "never": ({"name"}, {"key", "document", "because"}),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: what to do, the names that it is about, in which document (None: in all).

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


NONE = Corrections()


def load(path: Path) -> Corrections:
    """Read a file of corrections; ``docs/corrections.md`` tells its tables.

    Raises:
        UsageError: it cannot be read, is no TOML, or has wrong rows; all of them are named.
    """
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
    names = entry["names"] if "names" in needed else [entry["name"]]
    if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
        raise ValueError(f"names must be words, not {names!r}")
    if "names" in needed and len(names) < 2:
        raise ValueError("names must be two or more")
    rest = {k: entry.get(k) for k in ("key", "document", "because", "class")}
    if wrong := [
        k for k, value in rest.items() if value is not None and not isinstance(value, str)
    ]:
        raise ValueError(f"{wrong[0]} must be text")
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


def apply(article: Article, corrections: Corrections) -> None:
    """Set right what the sieves did, in the order of the file."""
    for row in corrections.rows:
        if row.document in (None, article.document.id):
            _ACTIONS[row.action](article, row)


def _merge(article: Article, row: Correction) -> None:
    found = _named(article, row)
    first, rest = (found[0], found[1:]) if found else (None, [])
    for chain in rest:
        assert first is not None
        if chain.entry and first.entry and chain.entry.key != first.entry.key:
            chain.entry, chain.why_entry = None, ""
        article.join(first, chain, row.reason)


def _split(article: Article, row: Correction) -> None:
    """Names of one chain go apart; what is no name stays with the first of them."""
    for name in row.names[1:]:
        for chain in list(article.chains):
            names = {fold(n) for n in chain.names()}
            if fold(name) not in names or fold(row.names[0]) not in names:
                continue
            gone = [p for p in chain.profiles if _is_name(p, name)]
            kept = [
                (p, r) for p, r in zip(chain.profiles, chain.reasons, strict=True) if p not in gone
            ]
            chain.profiles = [p for p, _ in kept]
            chain.reasons = [f"{r}; {row.reason}" for _, r in kept]
            apart = article.new_chain(gone[0], row.reason, named=True)
            for profile in gone[1:]:
                article.add(apart, profile, row.reason)


def _identify(article: Article, row: Correction) -> None:
    assert row.key is not None
    for chain in _named(article, row):
        chain.entry = _entry(article.gazetteer, row.key, chain, row.entity_class)
        chain.why_entry, chain.country = row.reason, None


def _never(article: Article, row: Correction) -> None:
    for chain in _named(article, row):
        if chain.entry is not None and row.key in (None, chain.entry.key):
            chain.refused.append(f"{chain.entry.label} ({chain.entry.key}): {row.reason}")
            chain.entry, chain.why_entry = None, ""


_ACTIONS = {"merge": _merge, "split": _split, "identity": _identify, "never": _never}


def _named(article: Article, row: Correction) -> list[Chain]:
    """The chains with one of the names, in the order in which the row names them."""
    found: dict[Chain, None] = {}
    for name in row.names:
        for chain in article.chains:
            if fold(name) in {fold(n) for n in chain.names()} | {fold(chain.label)}:
                found[chain] = None
    return list(found)


def _is_name(profile: Profile, name: str) -> bool:
    return profile.mention.kind is MentionKind.NAME and fold(profile.words) == fold(name)


def _entry(gazetteer: Gazetteer, key: str, chain: Chain, kind: str | None) -> Entry:
    """The thing of the list of names, or one with no more than this identity."""
    known = gazetteer.get(key)
    if known is not None:
        return known
    same = {"Q": f"http://www.wikidata.org/entity/{key}"}.get(key[0], "")
    if key.startswith("geonames:"):
        same = f"https://sws.geonames.org/{key.removeprefix('geonames:')}/"
    return Entry(
        key=key,
        label=chain.label,
        entity_class=kind or chain.entity_class,
        same_as=(same,) if same else (),
        source="corrections.toml",
    )
