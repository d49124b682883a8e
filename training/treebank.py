"""CoNLL-U and back: the sentences that tagger, lemmatiser and parser learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Word:
    """One syntactic word; ``head`` counts from 1 as in CoNLL-U, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space_after: bool = True


@dataclass(slots=True)
class Tree:
    """A sentence: where it comes from and its words."""

    id: str
    words: list[Word]

    @property
    def key(self) -> str:
        """Its letters and digits alone, to tell sentences that stand in two files."""
        return "".join(c for w in self.words for c in w.form.lower() if c.isalnum())

    def children(self, number: int) -> list[int]:
        """Numbers (from 1) of the words whose head is ``number``."""
        return [i for i, word in enumerate(self.words, 1) if word.head == number]


def parse_conllu(lines: Iterable[str]) -> Iterator[Tree]:
    """Sentences of CoNLL-U lines. Multiword ranges and empty nodes are left out.

    ``sent_id`` names the sentence; in the files of 2017 the whole comment does.
    """
    name, words = "", list[Word]()
    for raw in lines:
        line = raw.rstrip("\n")
        if not line:
            if words:
                yield Tree(name, words)
            name, words = "", []
        elif line.startswith("#"):
            field, _, value = line[1:].partition("=")
            if field.strip() == "sent_id":
                name = value.strip()
            elif not name and not value:
                name = field.strip()
        else:
            row = line.split("\t")
            if row[0].isdigit():
                words.append(
                    Word(
                        row[1], row[2], row[3], row[4], row[5], int(row[6]), row[7],
                        "SpaceAfter=No" not in row[9],
                    )
                )  # fmt: skip
    if words:
        yield Tree(name, words)


def read_conllu(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file (UTF-8)."""
    with path.open(encoding="utf-8") as lines:
        return list(parse_conllu(lines))


def to_conllu(trees: Iterable[Tree]) -> str:
    """CoNLL-U text of the sentences, for reading by eye and by other tools."""
    out = list[str]()
    for tree in trees:
        out.append(f"# sent_id = {tree.id}")
        for number, w in enumerate(tree.words, 1):
            misc = "_" if w.space_after else "SpaceAfter=No"
            row = (number, w.form, w.lemma, w.upos, w.xpos, w.feats, w.head, w.dep, "_", misc)
            out.append("\t".join(map(str, row)))
        out.append("")
    return "\n".join(out) + "\n"


def is_tree(words: list[Word]) -> bool:
    """Whether the heads make one tree: one root, every word under it, no cycle."""
    roots = [w for w in words if w.head == 0]
    if len(roots) != 1 or any(not 0 <= w.head <= len(words) for w in words):
        return False
    for number in range(1, len(words) + 1):
        seen, at = set[int](), number
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = words[at - 1].head
    return True
