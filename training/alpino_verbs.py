"""Verb phrases of Alpino: auxiliaries, passives, and the category of a clause."""

from __future__ import annotations

from training.alpino import CLAUSES, Node

PERFECT = frozenset({"zijn", "hebben"})
MODALS = frozenset({"zullen", "kunnen", "moeten", "mogen"})
"""Verbs that UD Dutch takes for auxiliaries of an infinitive; "willen" is none."""
BODIES = frozenset({"cp", "ti", "oti", "ahi", "svan", "rel", "whrel", "whsub", "whq"})
"""Categories whose head is that of their body."""


def is_auxiliary(hd: Node, vc: Node) -> bool:
    """Whether a verb is only an auxiliary of the clause under it."""
    if not any(node.word for node in vc.walk()):
        return False
    word, form = lemma(hd), verb_form(vc)
    if word == "worden":
        return form == "ppart"
    if word in PERFECT:
        return form in ("ppart", "inf") or (word == "zijn" and form == "ti")
    return word in MODALS and form in ("inf", "ppart")


def is_passive(clause: Node) -> bool:
    """Whether this verb and participle are a passive."""
    hd, vc = clause.child("hd"), clause.child("vc")
    if hd is None or vc is None or verb_form(vc) != "ppart":
        return False
    if lemma(hd) == "worden":
        return True
    if lemma(hd) != "zijn":
        return False
    su = clause.child("su")
    inner = first_conjunct(vc)
    obj = inner.child("obj1")
    return su is not None and obj is not None and obj.empty and obj.index == su.index


def passive_below(clause: Node) -> bool:
    """Whether a passive stands in the chain of auxiliaries of a clause."""
    at: Node | None = clause
    while at is not None:
        if is_passive(at):
            return True
        hd, vc = at.child("hd"), at.child("vc")
        if hd is None or vc is None or hd.empty or not is_auxiliary(hd, vc):
            return False
        at = inner_clause(vc)
    return False


def lemma(node: Node) -> str:
    """The lemma of a verb without a separable particle."""
    return node.lemma.rpartition("_")[2]


def first_conjunct(node: Node) -> Node:
    """The node, or the first conjunct of a coordination."""
    while node.cat == "conj":
        first = next((k for k in node.children if k.rel == "cnj" and not k.empty), None)
        if first is None:
            break
        node = first
    return node


def verb_form(node: Node) -> str:
    """ "ppart", "inf", "ti" … of a verb phrase or a bare verb, through coordination."""
    node = first_conjunct(node)
    if node.kind == "WW":
        return "ppart" if "(vd" in node.postag else "inf" if "(inf" in node.postag else "pv"
    if node.cat == "du":
        nucl = node.child("nucl", "dp")
        return verb_form(nucl) if nucl is not None else "du"
    return node.cat


def inner_clause(node: Node) -> Node | None:
    """The verb phrase under an auxiliary; None where there is none."""
    node = first_conjunct(node)
    if node.cat == "ti":
        body = node.child("body")
        return first_conjunct(body) if body is not None else None
    return node if node.cat in CLAUSES else None


def clause_kind(node: Node) -> str:
    """The category of a clause, "WW" of a bare verb, "" of anything else.

    A ``cp`` around a noun ("als minister", "dan zijn broer") is no clause.
    """
    node = first_conjunct(node)
    if node.kind == "WW":
        return "" if ",nom," in node.postag else "WW" if "(inf" not in node.postag else "inf"
    if node.cat == "du":
        part = node.child("nucl", "dp")
        return clause_kind(part) if part is not None else ""
    if node.cat == "cp":
        body = node.child("body")
        inner = clause_kind(body) if body is not None and not body.empty else ""
        return "cp" if inner else ""
    if node.cat in CLAUSES or node.cat in BODIES:
        return node.cat
    return ""
