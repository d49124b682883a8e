"""Separable verbs: their particles, and those that begin with a noun or adjective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from training.alpino import read_trees
from training.alpino_ud import to_ud
from training.cgn import learn_tags
from training.treebank import Tree, read_conllu

HEADER = """# Separable verbs: "aan-" is a particle that joins any verb, the others begin with a
# noun or adjective. Written by `python -m training`; not by hand.
# Source: lemmas of UD Dutch LassySmall 2.15 (CC BY-SA 4.0) and of Alpino (LGPL-2.1).
"""
OFTEN = 3


def separable_verbs(trees: Iterable[Tree]) -> list[str]:
    """Particles ("op-") and verbs such as "plaatsvinden": ``plaats_vinden`` with "plaats".

    A particle must stand apart from three verbs whose lemma begins with it, and more often
    so than not.
    """
    joined, apart, verbs = Counter[str](), Counter[str](), set[str]()
    for tree in trees:
        heads = {word.head for word in tree.words}
        for number, word in enumerate(tree.words, 1):
            if word.dep != "compound:prt" or number in heads:
                continue
            form = word.form.lower()
            apart[form] += word.upos in ("ADP", "ADV")
            lemma = tree.words[word.head - 1].lemma
            if lemma.startswith(form + "_"):
                joined[form] += word.upos in ("ADP", "ADV")
                if word.upos in ("NOUN", "ADJ", "VERB"):
                    verbs.add(lemma.replace("_", ""))
    particles = {f"{form}-" for form, n in joined.items() if n >= OFTEN and 2 * n >= apart[form]}
    return sorted(verbs | particles)


def write_separable(data: Path, path: Path) -> int:
    """Write the table and return how many rows stand in it."""
    today = read_conllu(data / "ud/nl-ud-train-2.15.conllu")
    tags = learn_tags(today)
    converted = (to_ud(tree, tags) for tree in read_trees(data / "alpino/treebank.tar.xz"))
    found = separable_verbs([*today, *(tree for tree in converted if tree is not None)])
    path.write_text(HEADER + "".join(f"{verb}\n" for verb in found), encoding="utf-8")
    return len(found)
