"""Which prepositional phrases are objects of their verb, counted in the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.harmonise import head_lemma, preposition
from training.treebank import Tree

LEAST, OBJECT, ADJUNCT = 3, 0.7, 0.2
"""Examples of a pair, share of ``obl:arg`` from which it is an object, to which it is none.
(Chosen on one half of UD dev: LAS +0.1; the other half: +0.2.)"""
HEADER = """# Lemma, preposition, label of its phrase. Written by `python -m training`; not by hand.
# Source: counts in UD Dutch LassySmall 2.15 (CC BY-SA 4.0) and Alpino (LGPL-2.1), as facts.
"""


def frames(trees: Iterable[Tree]) -> list[tuple[str, str, str]]:
    """(lemma, preposition, label) of the pairs that the treebanks decide."""
    seen = defaultdict[tuple[str, str], Counter[str]](Counter)
    for tree in trees:
        for number, word in enumerate(tree.words, 1):
            if word.dep in ("obl", "obl:arg"):
                case = preposition(tree.words, number)
                if case:
                    seen[head_lemma(tree.words, word.head), case][word.dep] += 1
    found = list[tuple[str, str, str]]()
    for (lemma, case), counts in sorted(seen.items()):
        share = counts["obl:arg"] / counts.total()
        if counts.total() >= LEAST and (share >= OBJECT or share <= ADJUNCT):
            found.append((lemma, case, "obl:arg" if share >= OBJECT else "obl"))
    return found


def write_frames(trees: Iterable[Tree], path: Path) -> int:
    """Write the table and return how many pairs stand in it."""
    found = frames(trees)
    path.write_text(HEADER + "".join("\t".join(row) + "\n" for row in found), encoding="utf-8")
    return len(found)
