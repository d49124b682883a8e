"""Dutch word lists of kg/data/nl -> lookups that the stages share."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """A TOML file of kg/data/nl, read once.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return _table(name)


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("kg") / "data" / "nl" / name).read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The word list under ``keys`` in a TOML file of kg/data/nl.

    Raises:
        KeyError: there is no such list.
    """
    found: Any = _table(name)
    for key in keys:
        found = found[key]
    return frozenset(found)


@cache
def _noun_classes() -> dict[str, str]:
    return {noun: kind for kind, nouns in _table("nouns.toml").items() for noun in nouns}


@cache
def noun_class(lemma: str) -> str | None:
    """The entity class that a noun stands for, itself or by the last part of a compound.

    "havenstad" -> "Place" (stad); "toestand" -> None: a part of fewer than four letters, or
    with fewer than three in front of it, decides nothing.
    """
    known = _noun_classes()
    if lemma in known:
        return known[lemma]
    for start in range(3, len(lemma) - 3):
        if lemma[start:] in known:
            return known[lemma[start:]]
    return None


def event_noun(lemma: str, known: Collection[str]) -> str | None:
    """The noun of ``known`` that a noun is or ends in, the longest; None where it is another word.

    "raketaanval" -> "aanval"; "toestemming" is no kind of "stemming" and "schoolgebouw" no kind
    of "bouw": words of ``nominal_events.toml`` under ``others`` and nouns with an entity class
    win where they are longer. What stands before the noun must have three letters or more.
    """
    if lemma in known:
        return lemma
    others = words("nominal_events.toml", "others")
    for start in range(len(lemma) - 2):
        tail = lemma[start:]
        if tail in others or tail in _noun_classes():
            return None
        if start >= 3 and len(tail) >= 4 and tail in known:
            return tail
    return None


def is_nominal_event(lemma: str) -> bool:
    """Whether a noun tells of something that happens: "benoeming"; not "woning"."""
    return event_noun(lemma, words("nominal_events.toml", "nouns")) is not None
