"""Alpino trees -> UD dependencies: heads by relation, then labels.

The guidelines followed are those of the Dutch UD treebanks (Bouma and van Noord 2017,
"Increasing return on annotation investment"), read off ``nl-ud-train-2.15.conllu`` where
they leave a choice. Secondary edges are resolved in ``training.alpino``.
"""

from __future__ import annotations

from training.alpino import CLAUSES, AlpinoTree, Node
from training.cgn import UD_TAGS, tag_words
from training.punctuation import attach_punctuation
from training.treebank import Tree, Word, is_tree

PERFECT = frozenset({"zijn", "hebben"})
MODALS = frozenset({"zullen", "kunnen", "moeten", "mogen"})
VERB_FORMS = frozenset({"smain", "sv1", "ssub", "inf", "ti", "oti", "ahi", "cp", "svan", "whsub"})
PROMOTED = ("vc", "predc", "su", "obj1", "obj2", "pc", "ld", "svp", "se", "me", "predm", "mod", "cmp")
"""Which child stands for a clause whose verb is elided (gapping), in order."""
BODIES = frozenset({"cp", "ti", "oti", "ahi", "svan", "rel", "whrel", "whsub", "whq"})


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

    # heads -----------------------------------------------------------------

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
            order += [node.child("obj1"), node.child("vc", "predc", "se", "me", "pobj1"), node.child("hd")]
        elif node.cat in BODIES:
            order += [node.child("body")]
        elif node.cat == "conj":
            order += [k for k in kids if k.rel == "cnj"]
        elif node.cat == "du":
            order += [node.child("nucl")] + [k for k in kids if k.rel == "dp"]
            order += [node.child("sat", "tag")]
        elif node.cat == "mwu":
            order += [k for k in kids if k.rel == "mwp"]
        else:
            order += [node.child("hd")] + [k for k in kids if k.rel in ("mod", "app", "det")][::-1]
        return [n for n in order if n is not None] + kids

    def clause_heads(self, node: Node) -> list[Node | None]:
        hd, vc, predc = node.child("hd"), node.child("vc"), node.child("predc")
        if hd is None or hd.empty:
            return [node.child(rel) for rel in PROMOTED]
        if vc is not None and self.is_auxiliary(hd, vc):
            return [vc, hd]
        if predc is not None and _lemma(hd) == "zijn" and not predc.empty:
            return [predc, hd]
        return [hd]

    def is_auxiliary(self, hd: Node, vc: Node) -> bool:
        """Whether a verb is only an auxiliary of the clause under it."""
        if self.head_of(vc) is None:
            return False
        lemma, form = _lemma(hd), _verb_form(vc)
        if lemma == "worden":
            return form == "ppart"
        if lemma in PERFECT:
            return form in ("ppart", "inf") or (lemma == "zijn" and form == "ti")
        return lemma in MODALS and form in ("inf", "ppart")

    # attachment ------------------------------------------------------------

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
                self.set(own, head, self.label(node, child, own, head))

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
        return "cc:preconj" if before and len([k for k in node.children if k.rel == "crd"]) > 1 else "cc"

    def joined(self, mwu: Node) -> str:
        """``flat`` for names, dates and foreign words, ``fixed`` for function words."""
        parts = [self.words[k.begin] for k in mwu.children if k.word]
        if any(p.upos in ("PROPN", "X") for p in parts):
            return "flat"
        if len(parts) > 1 and parts[0].upos != "NUM" and all(p.form[:1].isupper() for p in (parts[0], parts[-1])):
            return "flat"
        return "fixed"

    # labels ----------------------------------------------------------------

    def label(self, parent: Node, child: Node, own: Node, head: Node) -> str:
        """The UD relation of a child's head word to the head of its phrase."""
        rel, upos = child.rel, self.words[own.begin].upos
        if rel == "hd":
            return self.shell(parent, child)
        if rel in ("cmp", "dlink"):
            return "mark"
        if rel in FIXED_LABELS:
            return FIXED_LABELS[rel]
        if rel == "hdf":
            return "case"
        if rel in ("su", "obj1", "obj2", "pc", "ld", "me", "vc", "predc", "predm", "obcomp"):
            if parent.cat in CLAUSES or rel == "su":
                return self.argument(parent, child, own, upos)
            return self.complement(parent, child, upos, head)
        if rel == "det":
            return self.determiner(child, own, upos)
        if rel == "app":
            return "appos"
        if rel in ("mod", "rhd", "whd", "--"):
            return self.modifier(parent, child, own, head, upos)
        return "parataxis"

    def shell(self, parent: Node, hd: Node) -> str:
        """The label of a verb or preposition that is not the head of its phrase."""
        if parent.cat == "pp":
            return "case"
        vc = parent.child("vc")
        if vc is not None and self.is_auxiliary(hd, vc):
            return "aux:pass" if self.is_passive(parent) else "aux"
        return "cop" if parent.cat in CLAUSES else "parataxis"

    def is_passive(self, clause: Node) -> bool:
        """Whether this verb and participle are a passive."""
        hd, vc = clause.child("hd"), clause.child("vc")
        if hd is None or vc is None or _verb_form(vc) != "ppart":
            return False
        if _lemma(hd) == "worden":
            return True
        if _lemma(hd) != "zijn":
            return False
        su = clause.child("su")
        inner = _first_conjunct(vc)
        obj = inner.child("obj1")
        return su is not None and obj is not None and obj.empty and obj.index == su.index

    def passive_below(self, clause: Node) -> bool:
        """Whether a passive stands in the chain of auxiliaries of a clause."""
        at: Node | None = clause
        while at is not None:
            if self.is_passive(at):
                return True
            hd, vc = at.child("hd"), at.child("vc")
            if hd is None or vc is None or hd.empty or not self.is_auxiliary(hd, vc):
                return False
            at = _inner_clause(vc)
        return False

    def argument(self, parent: Node, child: Node, own: Node, upos: str) -> str:
        rel = child.rel
        kind = _clause_kind(child)
        if rel == "su":
            base = "csubj" if kind else "nsubj"
            return base + (":pass" if base == "nsubj" and self.passive_below(parent) else "")
        if rel == "obj1":
            return "ccomp" if kind else "obj"
        if rel == "obj2":
            return "obl:arg" if child.cat == "pp" else "iobj"
        if rel == "pc":
            return self.pc(child, upos, kind)
        if rel == "ld":
            return "obl" if child.cat == "pp" or upos in ("NOUN", "PROPN", "NUM") else _by_upos(upos)
        if rel == "me":
            return "obl" if upos not in ("ADV", "ADJ") else "advmod"
        if rel == "vc":
            return "xcomp" if kind in ("inf", "ti", "oti", "ppart", "ahi", "ppres") else "ccomp"
        if rel == "predc":
            return "xcomp"
        if rel == "obcomp":
            return "advcl"
        if child.cat == "pp":
            return "obl"
        return "advcl" if kind or child.cat == "cp" else "advmod" if upos in ("ADJ", "ADV") else "obl"

    def pc(self, child: Node, upos: str, kind: str) -> str:
        if kind:
            return "ccomp" if kind in ("cp", "whsub", "smain") else "xcomp"
        return "obl:arg" if child.cat in ("pp", "conj") or upos in ("NOUN", "PROPN", "PRON") else "advmod"

    def complement(self, parent: Node, child: Node, upos: str, head: Node) -> str:
        """Complements of nouns, adjectives, adverbs and prepositions."""
        kind = _clause_kind(child)
        if parent.cat == "np":
            if kind:
                return "acl"
            return "advmod" if upos == "ADV" and child.cat != "pp" else "nmod"
        if child.rel == "obcomp":
            return "advcl"
        if parent.cat == "pp":
            return "advmod" if upos in ("ADV", "ADJ") else "obl"
        if kind:
            return "advcl" if child.rel != "vc" or upos != "VERB" else "ccomp" if kind == "cp" else "advcl"
        if upos in ("ADV", "ADJ") and child.cat != "pp":
            return "advmod"
        return "obl"

    def determiner(self, child: Node, own: Node, upos: str) -> str:
        if upos == "NUM":
            return "nummod"
        if upos in ("PRON", "NOUN", "PROPN") and ("bez" in own.postag or "gen" in own.postag or upos != "PRON"):
            return "nmod:poss"
        if upos == "ADV":
            return "advmod"
        return "det" if upos == "DET" else "nmod"

    def modifier(self, parent: Node, child: Node, own: Node, head: Node, upos: str) -> str:
        kind = _clause_kind(child)
        nominal = parent.cat == "np"
        if kind in ("rel", "whrel") and nominal:
            return "acl:relcl"
        if kind in ("ppart", "ppres", "WW"):
            if nominal:
                return "amod" if own.begin < head.begin else "acl"
            return "advcl"
        if kind:
            return "acl" if nominal else "advcl"
        if child.cat == "cp":
            return "nmod" if nominal else "advcl"
        if child.cat == "pp":
            return "nmod" if nominal else "obl"
        if upos == "ADJ":
            return "amod" if nominal else "advmod"
        if upos in ("ADV", "ADP", "SCONJ", "CCONJ", "INTJ"):
            return "amod" if nominal and upos == "ADV" else "advmod"
        if upos == "NUM" and nominal and own.begin < head.begin:
            return "nummod"
        return "nmod" if nominal else "obl"


FIXED_LABELS = {
    "sup": "expl",
    "pobj1": "expl",
    "se": "expl:pv",
    "svp": "compound:prt",
    "sat": "parataxis",
    "tag": "parataxis",
    "dp": "parataxis",
    "nucl": "parataxis",
}
"""Relations of Alpino that always give the same label."""


def _lemma(node: Node) -> str:
    return node.lemma.rpartition("_")[2]


def _first_conjunct(node: Node) -> Node:
    while node.cat == "conj":
        first = next((k for k in node.children if k.rel == "cnj" and not k.empty), None)
        if first is None:
            break
        node = first
    return node


def _verb_form(node: Node) -> str:
    """"ppart", "inf", "ti" … of a verb phrase or a bare verb, through coordination."""
    node = _first_conjunct(node)
    if node.kind == "WW":
        return "ppart" if "(vd" in node.postag else "inf" if "(inf" in node.postag else "pv"
    if node.cat == "du":
        nucl = node.child("nucl", "dp")
        return _verb_form(nucl) if nucl is not None else "du"
    return node.cat


def _inner_clause(node: Node) -> Node | None:
    node = _first_conjunct(node)
    if node.cat == "ti":
        body = node.child("body")
        return _first_conjunct(body) if body is not None else None
    return node if node.cat in CLAUSES else None


def _clause_kind(node: Node) -> str:
    """The category of a clause, "WW" of a bare verb, "" of anything else.

    A ``cp`` around a noun ("als minister", "dan zijn broer") is no clause.
    """
    node = _first_conjunct(node)
    if node.kind == "WW":
        return "" if ",nom," in node.postag else "WW" if "(inf" not in node.postag else "inf"
    if node.cat == "du":
        part = node.child("nucl", "dp")
        return _clause_kind(part) if part is not None else ""
    if node.cat == "cp":
        body = node.child("body")
        inner = _clause_kind(body) if body is not None and not body.empty else ""
        return "cp" if inner else ""
    if node.cat in CLAUSES or node.cat in BODIES:
        return node.cat
    return ""


def _by_upos(upos: str) -> str:
    return {"ADV": "advmod", "ADJ": "advmod", "ADP": "advmod"}.get(upos, "obl")


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
