"""Verbs whose separable first part is a noun or adjective, from the treebanks' lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from training.alpino import read_trees
from training.alpino_ud import to_ud
from training.cgn import learn_tags
from training.treebank import Tree, read_conllu

HEADER = """# Separable verbs that begin with a noun or adjective. Written by `python -m training`.
# Source: lemmas of UD Dutch LassySmall 2.15 (CC BY-SA 4.0) and Alpino (LGPL-2.1), as facts.
"""


def separable_verbs(trees: Iterable[Tree]) -> list[str]:
    """Verbs such as "plaatsvinden": lemma ``plaats_vinden`` with "plaats" as its particle."""
    found = set[str]()
    for tree in trees:
        for word in tree.words:
            if word.dep != "compound:prt" or word.upos not in ("NOUN", "ADJ", "VERB"):
                continue
            verb = tree.words[word.head - 1]
            if verb.lemma.startswith(word.form.lower() + "_"):
                found.add(verb.lemma.replace("_", ""))
    return sorted(found)


def write_separable(data: Path, path: Path) -> int:
    """Write the verbs and return how many there are."""
    today = read_conllu(data / "ud/nl-ud-train-2.15.conllu")
    tags = learn_tags(today)
    converted = (to_ud(tree, tags) for tree in read_trees(data / "alpino/treebank.tar.xz"))
    found = separable_verbs([*today, *(tree for tree in converted if tree is not None)])
    path.write_text(HEADER + "".join(f"{verb}\n" for verb in found), encoding="utf-8")
    return len(found)
