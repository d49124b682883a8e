"""Things and their mentions -> the words that each party uses for the same one."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from kg.export.parties import Parties
from kg.export.passages import Passages, Place
from kg.export.things import Thing
from kg.export.triples import Triples
from kg.lexicon import table
from kg.vocab import KG

# A speaker's number where it is the paper itself.
PAPER = -1
# Sentences shown of one word of one party; how often it is used is told beside them.
SHOWN = 3
# Forms of verbs: they tell that it happened, a noun how somebody looks at it.
_VERB = re.compile(r"(aan|af|bij|in|na|om|op|over|toe|uit|voor)?ge|.*(en|de|te|t)$")
# What begins with these says more of a noun that stands before.
_BEHIND = re.compile(r"(?<=\w) (?:van|in|op|uit|bij|voor|met|aan|tot|over|naar|door|die|dat)\b")
Uses = dict[tuple[int, str], list[tuple[Place, bool]]]


def framing(
    triples: Triples, passages: Passages, order: list[Thing], numbers: dict[str, int]
) -> list[dict[str, Any]]:
    """Where parties use other words for one thing, those of the most parties first.

    One thing is one node, or within one article things of one kind of ``framing.toml``
    ("oorlog", "invasie", "operatie"). Catches "de invasie" in the paper beside "de operatie" of
    a president. Leaves alone names, pronouns, verbs, and words that the other uses too.

    Returns:
        Rows for JSON: ``node`` (a number) or ``kind`` and ``doc``; ``words``, each
        [speaker's number or -1, word, how often, 1 where quoted, places].
    """
    parties = Parties(triples, passages)
    kinds = _kinds()
    by_node: list[tuple[dict[str, Any], Uses]] = []
    by_kind: dict[tuple[str, int], Uses] = {}
    for thing in order:
        uses: Uses = {}
        for mention in thing.mentions if not thing.state else ():
            place = passages.place(mention)
            named = triples.one(mention, "kg:mentionKind") not in ("", KG + "Nominal")
            if place is None or named:
                continue
            word = last_word(passages.words(place))
            if thing.kind == "Event" and word not in kinds and _VERB.match(word):
                continue
            who, literal = parties.of(mention)
            number = numbers.get(who, PAPER)
            uses.setdefault((number, word), []).append((place, literal))
            for kind in kinds.get(word, ()):
                key = kind, passages.document(place)
                by_kind.setdefault(key, {}).setdefault((number, word), []).append((place, literal))
        by_node.append(({"node": numbers[thing.iri]}, uses))
    grouped = [({"kind": kind, "doc": doc}, uses) for (kind, doc), uses in sorted(by_kind.items())]
    nodes = [(head, uses) for head, uses in by_node if differ(list(uses))]
    # What one node shows already is not shown again as a kind.
    known = [set(uses) for _, uses in nodes]
    kinds_apart = [
        (head, uses)
        for head, uses in grouped
        if differ(list(uses)) and not any(set(uses) <= words for words in known)
    ]
    found = [*nodes, *kinds_apart]
    found.sort(key=lambda one: (-len({who for who, _ in one[1]}), "node" in one[0]))
    return [head | {"words": _rows(passages, uses)} for head, uses in found]


def differ(uses: list[tuple[int, str]]) -> bool:
    """Whether two parties each have a word for it that the other has not: "invasie" and
    "operatie", but not "stad" beside "stad" and "havenstad"."""
    words: dict[int, set[str]] = {}
    for who, word in uses:
        words.setdefault(who, set()).add(word)
    return any(one - other and other - one for one, other in combinations(words.values(), 2))


def last_word(words: str) -> str:
    """The noun of a Dutch noun phrase, in small letters: "de Russische operatie" -> operatie,
    "het station van Charkov" -> station."""
    head = _BEHIND.split(words.lower(), maxsplit=1)[0]
    found = re.findall(r"[\w’'-]+", head)
    return found[-1] if found else words.lower()


def _rows(passages: Passages, uses: Uses) -> list[list[Any]]:
    rows = []
    for (who, word), places in sorted(uses.items()):
        shown = sorted({place for place, _ in places}, key=lambda p: (*passages.position(p[0]), p))
        quoted = int(any(literal for _, literal in places))
        rows.append([who, word, len(places), quoted, shown[:SHOWN]])
    return rows


def _kinds() -> dict[str, list[str]]:
    """Word -> the kinds of thing that it is a word for."""
    found: dict[str, list[str]] = {}
    for kind, words in table("framing.toml")["kinds"].items():
        for word in words:
            found.setdefault(word, []).append(kind)
    return found
