"""Alpino trees -> UD dependencies: heads by relation, then labels.

The guidelines followed are those of the Dutch UD treebanks (Bouma and van Noord 2017,
"Increasing return on annotation investment"), read off ``nl-ud-train-2.15.conllu`` where
they leave a choice. Secondary edges are resolved in ``training.alpino``.
"""

from __future__ import annotations

from training.alpino import CLAUSES, AlpinoTree, Node
from training.alpino_labels import label
from training.alpino_verbs import BODIES, is_auxiliary, lemma
from training.cgn import UD_TAGS, tag_words
from training.punctuation import attach_punctuation
from training.treebank import Tree, Word, is_tree

PROMOTED = (
    "vc",
    "predc",
    "su",
    "obj1",
    "obj2",
    "pc",
    "ld",
    "svp",
    "se",
    "me",
    "predm",
    "mod",
    "cmp",
)
"""Which child stands for a clause whose verb is elided (gapping), in order."""


def to_ud(tree: AlpinoTree, tags: UD_TAGS) -> Tree | None:
    """An Alpino tree as a UD sentence; None where no single tree comes out."""
    return Conversion(tree, tags).run()


class Conversion:
    """One sentence on its way: ``head`` and ``dep`` by word position."""

    def __init__(self, tree: AlpinoTree, tags: UD_TAGS) -> None:
        self.tree = tree
        self.tags = tags
        size = len(tree.words)
        self.head = [-1] * size
        self.dep = [""] * size
        self.heads = dict[Node, Node | None]()
        self.words = list[Word]()

    def run(self) -> Tree | None:
        """The UD sentence, or None."""
        self.words = tag_words(self.tree, self.tags)
        parts = [n for n in self.tree.top.children if n.kind != "LET" and not n.empty]
        lead = [self.head_of(n) for n in parts]
        roots = [h for h in lead if h is not None]
        if not roots:
            roots = [self.tree.words[0]]
        root = next(
            (h for n, h in zip(parts, lead, strict=True) if h and (n.cat or n.kind == "WW")),
            roots[0],
        )
        self.set(root, None, "root")
        for node in parts:
            self.attach_below(node)
            top = self.head_of(node)
            if top is not None and top is not root:
                self.set(top, root, "parataxis")
        self.adopt_orphans(root)
        for i, word in enumerate(self.words):
            word.head = self.head[i] + 1
            word.dep = self.dep[i]
        attach_punctuation(self.words)
        _settle_passive_and_copula(self.words)
        return Tree(self.tree.id, self.words) if is_tree(self.words) else None

    def set(self, leaf: Node, head: Node | None, dep: str) -> None:
        """Attach a word, once."""
        if self.dep[leaf.begin]:
            return
        self.head[leaf.begin] = head.begin if head is not None else -1
        self.dep[leaf.begin] = dep

    def adopt_orphans(self, root: Node) -> None:
        """Words that no rule reached hang under the root."""
        for leaf in self.tree.words:
            if not self.dep[leaf.begin] and leaf.kind != "LET":
                self.set(leaf, root, "parataxis")

    def head_of(self, node: Node) -> Node | None:
        """The head word of a phrase; of an empty node none."""
        if node.word:
            return node
        if node.empty:
            return None
        if node not in self.heads:
            self.heads[node] = None  # a loop ends here
            found = None
            for child in self.candidates(node):
                found = self.head_of(child)
                if found is not None and found.kind != "LET":
                    break
            self.heads[node] = found
        return self.heads[node]

    def candidates(self, node: Node) -> list[Node]:
        """Children of a phrase, the one that gives its head first."""
        order = list[Node | None]()
        kids = node.children
        if node.cat in CLAUSES:
            order += self.clause_heads(node)
        elif node.cat == "pp":
            order += [
                node.child("obj1"),
                node.child("vc", "predc", "se", "me", "pobj1"),
                node.child("hd"),
            ]
        elif node.cat in BODIES:
            order += [node.child("body")]
        elif node.cat == "conj":
            order += [k for k in kids if k.rel == "cnj"]
        elif node.cat == "du":
            order += [node.child("nucl"), *(k for k in kids if k.rel == "dp")]
            order += [node.child("sat", "tag")]
        elif node.cat == "mwu":
            order += [k for k in kids if k.rel == "mwp"]
        else:
            order += [node.child("hd")]
            order += [k for k in kids if k.rel in ("mod", "app", "det")][::-1]
        return [n for n in order if n is not None] + kids

    def clause_heads(self, node: Node) -> list[Node | None]:
        hd, vc, predc = node.child("hd"), node.child("vc"), node.child("predc")
        if hd is None or hd.empty:
            return [node.child(rel) for rel in PROMOTED]
        if vc is not None and is_auxiliary(hd, vc):
            return [vc, hd]
        if predc is not None and lemma(hd) == "zijn" and not predc.empty:
            return [predc, hd]
        return [hd]

    def attach_below(self, node: Node) -> None:
        """Attach every child of a phrase to the head of it, and go down."""
        head = self.head_of(node)
        for child in node.children:
            if child.empty or child.kind == "LET":
                continue
            self.attach_below(child)
            own = self.head_of(child)
            if own is None or head is None or own is head:
                continue
            if child.rel == "crd":
                self.set(own, self.next_conjunct(node, child, head), self.conjunction(node, child))
            elif child.rel == "cnj" or child.rel == "mwp":
                self.set(own, head, "conj" if child.rel == "cnj" else self.joined(node))
            else:
                self.set(own, head, label(node, child, own, head, self.words[own.begin].upos))

    def next_conjunct(self, node: Node, crd: Node, head: Node) -> Node:
        """The head of the conjunct after a conjunction; of the first before all."""
        for child in node.children:
            if child.rel == "cnj" and child.begin > crd.begin:
                after = self.head_of(child)
                if after is not None and after.begin > crd.begin:
                    return after
        return head

    def conjunction(self, node: Node, crd: Node) -> str:
        first = next((k for k in node.children if k.rel == "cnj"), None)
        before = first is not None and crd.begin < first.begin
        return (
            "cc:preconj"
            if before and len([k for k in node.children if k.rel == "crd"]) > 1
            else "cc"
        )

    def joined(self, mwu: Node) -> str:
        """``flat`` for names, dates and foreign words, ``fixed`` for function words."""
        parts = [self.words[k.begin] for k in mwu.children if k.word]
        if any(p.upos in ("PROPN", "X") for p in parts):
            return "flat"
        if (
            len(parts) > 1
            and parts[0].upos != "NUM"
            and all(p.form[:1].isupper() for p in (parts[0], parts[-1]))
        ):
            return "flat"
        return "fixed"


def _settle_passive_and_copula(words: list[Word]) -> None:
    """UPOS of auxiliaries, agents of passives, and the like, once the tree stands."""
    for number, word in enumerate(words, 1):
        if word.dep in ("aux", "aux:pass", "cop"):
            word.upos = "AUX"
        if word.dep in ("obl", "obl:arg"):
            cases = [w for w in words if w.head == number and w.dep == "case"]
            head = words[word.head - 1]
            passive = any(w.head == word.head and w.dep == "aux:pass" for w in words)
            participle = head.upos == "VERB" and "VerbForm=Part" in head.feats
            if cases and cases[0].lemma == "door" and (passive or participle):
                word.dep = "obl:agent"
