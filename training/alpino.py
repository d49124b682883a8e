"""Alpino XML trees -> nodes, with fronted phrases put back where they belong."""

from __future__ import annotations

import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CLAUSES = frozenset({"smain", "sv1", "ssub", "inf", "ppart", "ppres"})
"""Categories of a verb with its arguments."""


@dataclass(slots=True, eq=False)
class Node:
    """A node: relation to its parent, category of a phrase or the attributes of a word.

    ``index`` joins secondary edges: nodes of one index are one phrase, of which only one
    has content; the others are ``empty``.
    """

    rel: str
    cat: str = ""
    begin: int = 0
    word: str = ""
    lemma: str = ""
    postag: str = ""
    index: str = ""
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def empty(self) -> bool:
        """Whether it only points to a phrase elsewhere."""
        return not self.word and not self.cat

    @property
    def kind(self) -> str:
        """The CGN part of speech of a word ("WW", "N", "VZ"); "" of a phrase."""
        return self.postag.partition("(")[0]

    def child(self, *rels: str) -> Node | None:
        """The first child in one of the relations, in their order."""
        for rel in rels:
            for node in self.children:
                if node.rel == rel:
                    return node
        return None

    def walk(self) -> Iterator[Node]:
        """The node and all below it."""
        yield self
        for node in self.children:
            yield from node.walk()

    def within(self, other: Node) -> bool:
        """Whether it is ``other`` or stands below it."""
        at: Node | None = self
        while at is not None and at is not other:
            at = at.parent
        return at is other


@dataclass(slots=True)
class AlpinoTree:
    """A sentence: its tree, its words in order, and the phrase of each index."""

    id: str
    top: Node
    words: list[Node]
    phrases: dict[str, Node]


def parse_tree(name: str, xml: bytes) -> AlpinoTree | None:
    """A tree from its XML; None where a word lacks its CGN tag or a position is odd."""
    root = ElementTree.fromstring(xml).find("node")
    if root is None:
        return None
    top = _node(root, None)
    words = sorted((n for n in top.walk() if n.word), key=lambda n: n.begin)
    if not words or [w.begin for w in words] != list(range(len(words))):
        return None
    if any(not w.postag or " " in w.word for w in words):
        return None
    _put_back(top)
    phrases = {n.index: n for n in top.walk() if n.index and not n.empty}
    return AlpinoTree(name, top, words, phrases)


def _node(element: ElementTree.Element, parent: Node | None) -> Node:
    get = element.attrib.get
    node = Node(
        rel=get("rel", "--"),
        cat=get("cat", ""),
        begin=int(get("begin", "0")),
        word=get("word", "").strip(),
        lemma=get("lemma", "").strip(),
        postag=get("postag", ""),
        index=get("index", ""),
        parent=parent,
    )
    node.children = [_node(child, node) for child in element if child.tag == "node"]
    node.children.sort(key=lambda child: child.begin)
    return node


def _put_back(top: Node) -> None:
    """Move fronted phrases (``rhd``, ``whd``) to the place in the body that points to them.

    "… waar hij van houdt": "waar" becomes the object of "van". The shallowest place is
    taken: subjects of embedded verbs point to it too.
    """
    for front in [n for n in top.walk() if n.rel in ("rhd", "whd")]:
        clause = front.parent
        if clause is None:
            continue
        inner = [n for n in front.walk() if n.index and not n.empty]
        for phrase in inner:
            gaps = [
                n
                for n in clause.walk()
                if n.empty and n.index == phrase.index and not n.within(front)
            ]
            if not gaps or phrase.parent is None:
                continue
            gap = min(gaps, key=lambda n: (_depth(n), n.rel != "su"))
            if phrase is front:
                clause.children.remove(front)
                phrase.rel = gap.rel
                _replace(gap, phrase)
            elif phrase.rel in ("hd", "obj1") and front.cat == "pp":
                continue
            break


def _replace(gap: Node, phrase: Node) -> None:
    parent = gap.parent
    assert parent is not None
    parent.children[parent.children.index(gap)] = phrase
    phrase.parent = parent


def _depth(node: Node) -> int:
    count, at = 0, node.parent
    while at is not None:
        count, at = count + 1, at.parent
    return count


def read_trees(archive: Path) -> Iterator[AlpinoTree]:
    """The usable trees of ``treebank.tar.xz``, in the order of their names."""
    with tarfile.open(archive, "r:xz") as tar:
        members = {m.name: m for m in tar.getmembers() if m.name.endswith(".xml")}
        files = {name: tar.extractfile(member) for name, member in members.items()}
        texts = {name: handle.read() for name, handle in files.items() if handle is not None}
    for name in sorted(texts):
        tree = parse_tree(name.removeprefix("Treebank/").removesuffix(".xml"), texts[name])
        if tree is not None:
            yield tree
