"""The data folder -> the sentences that syntax is learned from, and those it is measured on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.alpino import read_trees
from training.alpino_ud import to_ud
from training.cgn import learn_tags, plain
from training.harmonise import harmonise, learn_lexicon
from training.treebank import Tree, is_tree, read_conllu

DATA = Path("../shared/data")
SHINGLE = 5
NEAR = 0.5


@dataclass(slots=True)
class Treebanks:
    """Sentences by origin, none of them in (or nearly in) the development file."""

    today: list[Tree]
    converted: list[Tree]
    harmonised: list[Tree]
    development: list[Tree]

    def training(self) -> list[Tree]:
        """All training sentences; those labelled by today's guidelines count twice."""
        return self.today + self.today + self.converted + self.harmonised


def read_treebanks(data: Path = DATA) -> Treebanks:
    """Read UD, convert Alpino, bring the labels of 2017 to today's.

    A sentence that stands in several sources is kept in the first of: today's UD, Alpino's
    trees, the labels of 2017. Sentences of the development file and their near duplicates
    (half of their runs of five words) are left out everywhere.
    """
    development = [t for t in read_conllu(data / "ud/nl-ud-dev.conllu") if is_tree(t.words)]
    today = [t for t in read_conllu(data / "ud/nl-ud-train-2.15.conllu") if is_tree(t.words)]
    old = read_conllu(data / "ud/nl-ud-train-2.0.conllu")
    tags = learn_tags(today)
    converted = [
        tree
        for tree in (to_ud(t, tags) for t in read_trees(data / "alpino/treebank.tar.xz"))
        if tree is not None
    ]
    lexicon = learn_lexicon([*today, *converted])
    barred = _Barred(development)
    kept = list[list[Tree]]()
    for source in (today, converted, old):
        kept.append([t for t in source if barred.admit(t)])
    kept[2] = harmonise(kept[2], lexicon)
    for source in (*kept, development):
        for tree in source:
            plain(tree)
    return Treebanks(kept[0], kept[1], kept[2], development)


class _Barred:
    """Sentences that may not come in (again)."""

    def __init__(self, development: Iterable[Tree]) -> None:
        self.seen = set[str]()
        self.shingles = set[tuple[str, ...]]()
        for tree in development:
            self.seen.add(tree.key)
            self.shingles |= _shingles(tree)

    def admit(self, tree: Tree) -> bool:
        """Whether the sentence is new; from now on it is not."""
        if tree.key in self.seen:
            return False
        self.seen.add(tree.key)
        own = _shingles(tree)
        return not own or len(own & self.shingles) < NEAR * len(own)


def _shingles(tree: Tree) -> set[tuple[str, ...]]:
    forms = [w.form.lower() for w in tree.words if w.upos != "PUNCT"]
    return {tuple(forms[i : i + SHINGLE]) for i in range(len(forms) - SHINGLE + 1)}
