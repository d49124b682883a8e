""" "zou": what is told on hearsay, and what would or was to be."""

from __future__ import annotations

from kg.extract.factuality_words import listed
from kg.extract.tree import Tree


def supposes(tree: Tree, i: int, would: int) -> bool:
    """Whether "zou" before an infinitive tells what would be, and not what is said to be.

    Catches "de kritiek die hij zou krijgen" and "In dat geval zou de fabriek sluiten", "Zou de
    minister aftreden?", "Ik zou vertrekken". Leaves alone "De partij zou een plan overwegen",
    where nobody says who told it; "zou zijn vertrokken" is always hearsay.
    """
    if _below(tree, i, would):
        return True
    first = [tree.lower(j) for j in range(min(3, len(tree)))]
    if would == 0 or first[:1] in (["dan"], ["daarmee"], ["anders"], ["dat"], ["dit"]):
        return True
    if first == ["in", "dat", "geval"] or "als" in [tree.lower(j) for j in range(len(tree))]:
        return True
    subjects = tree.children(i, "nsubj", "nsubj:pass")
    return any(tree.lower(j) in listed("auxiliaries", "supposing") for j in subjects)


def _below(tree: Tree, i: int, would: int) -> bool:
    """Whether the clause is a subordinate one: it begins with "dat", "die" or the like."""
    if tree.children(i, "mark") and min(tree.children(i, "mark")) < would:
        return any(
            tree.lower(m) not in ("te", "om", "als") and m < would for m in tree.children(i, "mark")
        )
    if tree.tokens[i].dep != "acl:relcl":
        return False
    return any(tree.feature(j, "PronType") == "Rel" for j in tree.subtree(i) if j < would)
