"""Tables of words that tell where names are and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from kg.lexicon import is_nominal_event


@cache
def cues() -> dict[str, dict[str, str]]:
    """The table ``name-cues.tsv``: kind of cue -> word -> class."""
    text = (files("kg") / "data/nl/model/name-cues.tsv").read_text(encoding="utf-8")
    found = defaultdict[str, dict[str, str]](dict)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, word, top = line.split("\t")
            found[kind][word] = top
    return found


@lru_cache(maxsize=10_000)
def kind_of(noun: str) -> str | None:
    """The class that a noun in front of a name tells: "muziekfestival" -> "Thing" (festival).

    None for a compound that happens: a "schietpartij" is no "partij".
    """
    kinds = cues()["kind"]
    if noun in kinds or is_nominal_event(noun.lower()):
        return kinds.get(noun)
    tails = (noun[at:] for at in range(3, len(noun) - 3))
    return next((kinds[tail] for tail in tails if tail in kinds), None)


@cache
def phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases of ``name-phrases.txt`` by their first word, the longest first."""
    text = (files("kg") / "data/nl/model/name-phrases.txt").read_text(encoding="utf-8")
    found = defaultdict[str, list[tuple[str, ...]]](list)
    for line in text.splitlines():
        if not line.startswith("#"):
            words = tuple(line.split())
            found[words[0]].append(words)
    for options in found.values():
        options.sort(key=len, reverse=True)
    return dict(found)


def phrase_matches(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(from, to) of the phrases in a row of words, from left to right."""
    options, at = phrases(), 0
    while at < len(forms):
        for words in options.get(forms[at], ()):
            if tuple(forms[at : at + len(words)]) == words:
                yield at, at + len(words)
                at += len(words) - 1
                break
        at += 1
