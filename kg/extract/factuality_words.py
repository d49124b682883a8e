"""Auxiliaries, moods and negations of a verb in its tree."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.tree import Tree
from kg.lexicon import words

FILE = "factuality.toml"


def negation(tree: Tree, i: int, clause: int) -> int | None:
    """The negation of a trigger: its own, that of its subject or object, or of the modal that
    governs it ("wil niet praten", "hoeven geen vliegtuigen te kopen")."""
    for at in dict.fromkeys((i, clause)):
        found = _own_negation(tree, at, noun=at == i and tree.tokens[i].pos == "NOUN")
        if found is not None:
            return found
    head = tree.head(clause)
    if head is not None and tree.tokens[clause].dep == "xcomp" and is_modal(tree, head):
        return _own_negation(tree, head, noun=False)
    return None


def _own_negation(tree: Tree, i: int, *, noun: bool) -> int | None:
    relations = (
        ("det", "advmod") if noun else ("advmod", "det", "nsubj", "nsubj:pass", "obj", "cc", "obl")
    )
    for child in tree.children(i, *relations):
        inside = [child]
        if tree.tokens[child].dep != "obl":
            inside += tree.children(child, "det", "advmod")
        for at in inside:
            if tree.lower(at) in listed("negation", "words") and not _constituent(tree, at):
                return at
    return None


def _constituent(tree: Tree, at: int) -> bool:
    """ "niet alleen", "niet in mei maar in juni": no negation of the verb."""
    after = tree.lower(at + 1) if at + 1 < len(tree) else ""
    if after in listed("negation", "not_negating"):
        return True
    if at + 1 < len(tree) and tree.tokens[at + 1].pos in ("ADP", "DET", "NUM"):
        following = [tree.lower(j) for j in range(at + 1, min(at + 9, len(tree)))]
        return "maar" in following and "," not in following[: following.index("maar")]
    return False


def auxiliaries(tree: Tree, i: int) -> Iterator[int]:
    """The auxiliaries of a verb; of what governs it; of the first of joined verbs."""
    own = tree.children(i, "aux", "aux:pass", "cop")
    yield from own
    head, dep = tree.head(i), tree.tokens[i].dep
    if head is None:
        return
    if dep == "xcomp" and is_modal(tree, head):
        yield head
        yield from tree.children(head, "aux", "aux:pass")
    elif dep == "conj" and not own and tree.feature(i, "VerbForm") in ("Inf", "Part"):
        yield from auxiliaries(tree, head)


def is_modal(tree: Tree, i: int) -> bool:
    form = tree.lower(i)
    lists = ("hearsay", "future", "possible", "demanded", "had_to", "planned")
    return any(form in listed("auxiliaries", name) for name in lists)


def epistemic(tree: Tree, i: int) -> bool:
    """Whether "kan" tells of a chance: "kan oplopen", "kan zijn gevallen", not "kan vliegen"."""
    if among(tree, i, "verbs", "unwilled") or tree.tokens[i].pos in ("ADJ", "NOUN"):
        return True
    return any(
        tree.tokens[a].lemma in ("hebben", "zijn") and tree.feature(a, "VerbForm") == "Inf"
        for a in tree.children(i, "aux")
    )


def ahead(tree: Tree, i: int) -> bool:
    return any(tree.lower(a) in listed("auxiliaries", "future") for a in auxiliaries(tree, i))


def present(tree: Tree, i: int) -> bool:
    verbs = (i, *tree.children(i, "aux", "aux:pass", "cop"))
    return any(
        tree.feature(v, "Tense") == "Pres" and tree.feature(v, "VerbForm") == "Fin" for v in verbs
    ) and not any(
        tree.tokens[v].lemma in ("hebben", "zijn") and v != i for v in tree.children(i, "aux")
    )


def finite(tree: Tree, i: int) -> bool:
    verbs = (i, *tree.children(i, "aux", "aux:pass", "cop"))
    return any(tree.feature(v, "VerbForm") == "Fin" for v in verbs)


def among(tree: Tree, i: int, *keys: str) -> bool:
    return tree.lemma(i) in words(FILE, *keys)


def listed(*keys: str) -> frozenset[str]:
    return words(FILE, *keys)


def overtaken(tree: Tree, i: int) -> bool:
    """ "nadat het zou worden geleverd", "zou in mei komen maar komt nu in juni": it did not."""
    if any(tree.lower(m) == "nadat" for m in tree.children(i, "mark")):
        return True
    for verb in (i, tree.head(i)):
        for other in tree.children(verb, "conj") if verb is not None else ():
            but = any(tree.lower(c) == "maar" for c in tree.children(other, "cc"))
            now = any(tree.lower(j) in ("nu", "pas", "toch", "alsnog") for j in tree.subtree(other))
            if but and now and other > i and present(tree, other):
                return True
    return False


def by_rule(tree: Tree, i: int) -> bool:
    """ "volgens de overeenkomst zou": a standard says what was to come."""
    standards = words("attribution.toml", "prepositions", "standards")
    return any(tree.case(j) == "volgens" and tree.lemma(j) in standards for j in tree.subtree(i))


def hangs_on(tree: Tree, cue: int, clause: int) -> bool:
    """Whether a word of time belongs to this verb and to no clause below it."""
    for a in tree.ancestors(cue):
        if a == clause:
            return True
        if tree.tokens[a].pos in ("VERB", "AUX"):
            return False
    return False


def before_te(tree: Tree, i: int, cues: frozenset[str]) -> int | None:
    """A cue before "te" and its verb with no other verb between: "zonder [ons] te stoppen", "is
    van plan [de fabriek] te sluiten", by its place where the parse has it wrong."""
    te = i - 1
    while te > 0 and tree.tokens[te].pos in ("AUX", "VERB") and tree.lower(te) != "te":
        te -= 1
    if te <= 0 or tree.lower(te) != "te":
        return None
    for j in range(te - 1, max(te - 8, -1), -1):
        if tree.lower(j) in cues:
            return j
        if tree.tokens[j].pos in ("VERB", "AUX") or tree.lower(j) == ",":
            return None
    return None
