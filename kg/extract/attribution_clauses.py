"""Where the clause that is said begins and ends, also where the parse has it wrong."""

from __future__ import annotations

from kg.extract.attribution import Cue, cue_at
from kg.extract.tree import Tree


def said_between(tree: Tree, first: int, last: int) -> bool:
    """Whether another verb of saying or a clause break stands between the two."""
    return any(
        cue_at(tree, j) is not None or tree.lower(j) in (";", ".", "”", "’")
        for j in range(first + 1, last)
    )


def verb_between(tree: Tree, cue: Cue, mark: int) -> bool:
    """ "publiceerde resultaten waaruit bleek dat": the clause is another verb's."""
    if tree.tokens[mark].dep == "mark" and cue.at in tree.ancestors(mark):
        head = tree.head(mark)
        if head is not None and tree.head(head) == cue.at:
            return False
    return any(
        tree.feature(j, "VerbForm") == "Fin" and j not in (cue.finite, cue.particle)
        for j in range(cue.at + 1, mark)
    )


def opens_clause(tree: Tree, mark: int, cue: Cue) -> bool:
    """Whether this "dat" joins a clause: not "het huis dat viel", not "dat huis".

    In "verwijt het bedrijf dat het mensen uitbuit" the clause has a subject of its own.
    """
    token = tree.tokens[mark]
    if token.dep == "mark" or token.pos == "SCONJ":
        return True
    after = tree.tokens[mark + 1].pos if mark + 1 < len(tree) else ""
    if cue.verb.whom and token.dep != "det" and after in ("DET", "PRON", "PROPN"):
        return True
    if token.dep in ("det", "nsubj", "obj") and tree.tokens[mark - 1].pos in ("NOUN", "PROPN"):
        return tree.feature(mark, "PronType") != "Rel"
    return token.dep not in ("det",) and tree.tokens[mark - 1].pos in ("VERB", "ADP", "ADV", "ADJ")


def clause_end(tree: Tree, first: int, head: int | None = None) -> int:
    """The last word of the clause that begins at ``first``: the parse's, cut before ", maar"
    and a main clause, and before the attribution that closes the sentence."""
    top = tree.head(first) if head is None else head
    last = max(tree.subtree(top)) if top is not None and top >= first else len(tree) - 1
    last = max(last, _verb_cluster(tree, first))
    last = max(last, _infinitive_behind(tree, last))
    while last > first and tree.word(last) in (".", "!", "?", ",", ";"):
        last -= 1
    for j in range(first + 1, last):
        breaks = tree.lower(j) in ("maar", "want", "aldus") and tree.lower(j - 1) == ","
        if breaks and tree.lower(j + 1) != "dat":
            return j - 2
        if tree.lower(j) == "," and trails(tree, j + 1):
            return j - 1
        if tree.lower(j) in ("en", "maar") and _inverted(tree, j):
            return j - 1
    return last


def _inverted(tree: Tree, conjunction: int) -> bool:
    """Whether a main clause follows "en": its finite verb stands before its subject, as it never
    does in a clause with "dat" ("en daardoor is het niet zeker")."""
    for f in range(conjunction + 2, min(conjunction + 9, len(tree))):
        if tree.lower(f) in ("dat", "of", ",", "die"):
            return False
        if tree.feature(f, "VerbForm") == "Fin":
            of = (f, tree.head(f) if tree.tokens[f].dep.startswith(("aux", "cop")) else f)
            subjects = [
                s for v in of if v is not None for s in tree.children(v, "nsubj", "nsubj:pass")
            ]
            return bool(subjects) and min(subjects) > f
    return False


def _infinitive_behind(tree: Tree, last: int) -> int:
    """The verb of an infinitive that closes the clause: "dat hij ontkent de auto te hebben
    gestolen". Leaves alone what a comma or "en" cuts off."""
    for j in range(last + 1, len(tree)):
        if tree.tokens[j].pos in ("PUNCT", "CCONJ", "SCONJ"):
            return last
        if tree.feature(j, "VerbForm") == "Fin":
            return last
        if is_te(tree, j):
            return max(infinitive_of(tree, j), j + 1)
    return last


def _verb_cluster(tree: Tree, first: int) -> int:
    """The first verb of the clause: it reaches at least to there."""
    return next((j for j in range(first + 1, len(tree)) if tree.tokens[j].pos == "VERB"), first)


def trails(tree: Tree, j: int) -> bool:
    """Whether a verb of saying begins here, right after a comma: ", zegt de burgemeester"."""
    cue = cue_at(tree, j) if j < len(tree) else None
    return cue is not None and cue.finite == j


def is_te(tree: Tree, j: int) -> bool:
    if tree.lower(j) != "te" or j + 1 >= len(tree):
        return False
    return tree.tokens[j + 1].pos in ("VERB", "AUX") or tree.lower(j + 1).endswith("en")


def infinitive_of(tree: Tree, te: int) -> int:
    """The verb that "te" belongs to: "te hebben geschoten" -> geschoten."""
    head = tree.head(te)
    return head if head is not None and tree.tokens[head].pos in ("VERB", "AUX") else te + 1
