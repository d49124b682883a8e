"""Relations of Alpino -> UD labels."""

from __future__ import annotations

from training.alpino import CLAUSES, Node
from training.alpino_verbs import clause_kind, is_auxiliary, is_passive, passive_below

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


def label(parent: Node, child: Node, own: Node, head: Node, upos: str) -> str:
    """The UD relation of a child's head word ``own`` (with its UPOS) to its phrase's ``head``."""
    rel = child.rel
    if rel == "hd":
        return _shell(parent, child)
    if rel in ("cmp", "dlink"):
        return "mark"
    if rel in FIXED_LABELS:
        return FIXED_LABELS[rel]
    if rel == "hdf":
        return "case"
    if rel in ("su", "obj1", "obj2", "pc", "ld", "me", "vc", "predc", "predm", "obcomp"):
        if parent.cat in CLAUSES or rel == "su":
            return _argument(parent, child, own, upos)
        return _complement(parent, child, upos, head)
    if rel == "det":
        return _determiner(child, own, upos)
    if rel == "app":
        return "appos"
    if rel in ("mod", "rhd", "whd", "--"):
        return _modifier(parent, child, own, head, upos)
    return "parataxis"


def _shell(parent: Node, hd: Node) -> str:
    """The label of a verb or preposition that is not the head of its phrase."""
    if parent.cat == "pp":
        return "case"
    vc = parent.child("vc")
    if vc is not None and is_auxiliary(hd, vc):
        return "aux:pass" if is_passive(parent) else "aux"
    return "cop" if parent.cat in CLAUSES else "parataxis"


def _argument(parent: Node, child: Node, own: Node, upos: str) -> str:
    rel = child.rel
    kind = clause_kind(child)
    if rel == "su":
        base = "csubj" if kind else "nsubj"
        return base + (":pass" if base == "nsubj" and passive_below(parent) else "")
    if rel == "obj1":
        return "ccomp" if kind else "obj"
    if rel == "obj2":
        return "obl:arg" if child.cat == "pp" else "iobj"
    if rel == "pc":
        return _pc(child, upos, kind)
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


def _pc(child: Node, upos: str, kind: str) -> str:
    if kind:
        return "ccomp" if kind in ("cp", "whsub", "smain") else "xcomp"
    return (
        "obl:arg" if child.cat in ("pp", "conj") or upos in ("NOUN", "PROPN", "PRON") else "advmod"
    )


def _complement(parent: Node, child: Node, upos: str, head: Node) -> str:
    """Complements of nouns, adjectives, adverbs and prepositions."""
    kind = clause_kind(child)
    if parent.cat == "np":
        if kind:
            return "acl"
        return "advmod" if upos == "ADV" and child.cat != "pp" else "nmod"
    if child.rel == "obcomp":
        return "advcl"
    if parent.cat == "pp":
        return "advmod" if upos in ("ADV", "ADJ") else "obl"
    if kind:
        return (
            "advcl" if child.rel != "vc" or upos != "VERB" else "ccomp" if kind == "cp" else "advcl"
        )
    if upos in ("ADV", "ADJ") and child.cat != "pp":
        return "advmod"
    return "obl"


def _determiner(child: Node, own: Node, upos: str) -> str:
    if upos == "NUM":
        return "nummod"
    if upos in ("PRON", "NOUN", "PROPN") and (
        "bez" in own.postag or "gen" in own.postag or upos != "PRON"
    ):
        return "nmod:poss"
    if upos == "ADV":
        return "advmod"
    return "det" if upos == "DET" else "nmod"


def _modifier(parent: Node, child: Node, own: Node, head: Node, upos: str) -> str:
    kind = clause_kind(child)
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


def _by_upos(upos: str) -> str:
    return {"ADV": "advmod", "ADJ": "advmod", "ADP": "advmod"}.get(upos, "obl")
