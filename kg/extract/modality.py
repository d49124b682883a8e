"""A trigger in its clause -> status, certainty and polarity."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Modality:
    """How an event is put, with the cue that shows it and the rule that read it."""

    status: str = "Asserted"
    certainty: str = "Certain"
    polarity: str = "Positive"
    cue: Span | None = None
    rule: str = ""


# Auxiliary list in cues.toml -> (status, certainty, rule). In the order in which they win.
_AUXILIARIES = (
    ("hearsay", "Hearsay", "Possible", "modality.hearsay"),
    ("demanded", "Demanded", "Probable", "modality.demanded"),
    ("planned", "Planned", "Probable", "modality.planned"),
    ("possible", "Conditional", "Possible", "modality.possible"),
    ("future", "Planned", "Probable", "modality.future"),
)
_ADVERBS = (
    ("adverbs_hearsay", "Hearsay", "Possible", "modality.hearsay"),
    ("adverbs_possible", "Conditional", "Possible", "modality.possible"),
    ("adverbs_probable", "Planned", "Probable", "modality.probable"),
)


def modality(tree: Tree, i: int) -> Modality:
    """Status, certainty and polarity of the event with trigger ``i``.

    "Ze zouden de stad verlaten" is Hearsay, "zal sluiten" Planned, "sloot niet" Negated.
    A negation belongs to the verb that it hangs on: in "hij zei niet dat zij kwam" the coming
    is not negated. Near-miss: "niet alleen … maar ook" negates nothing.
    """
    clause = _clause(tree, i)
    negation = _negation(tree, i)
    status, certainty, cue, rule = "Asserted", "Certain", None, ""
    auxiliaries = list(tree.children(clause, "aux", "aux:pass", "cop"))
    governor = tree.head(clause)
    if tree.tokens[clause].dep == "xcomp" and governor is not None:
        auxiliaries.append(governor)
    for name, *reading in _AUXILIARIES:
        for a in auxiliaries:
            if cue is None and tree.lower(a) in words("cues.toml", "modality", name):
                (status, certainty, rule), cue = reading, tree.tokens[a].span
    for name, *reading in _ADVERBS:
        for a in tree.children(clause, "advmod"):
            if cue is None and tree.lower(a) in words("cues.toml", "modality", name):
                (status, certainty, rule), cue = reading, tree.tokens[a].span
    condition = _condition(tree, clause)
    if cue is None and condition is not None:
        status, certainty, rule = "Conditional", "Underspecified", "modality.condition"
        cue = tree.tokens[condition].span
    if negation is None:
        return Modality(status, certainty, "Positive", cue, rule)
    if status == "Asserted":
        status, cue, rule = "Negated", tree.tokens[negation].span, "modality.negation"
    return Modality(status, certainty, "Negative", cue, rule)


def _clause(tree: Tree, i: int) -> int:
    """The verb whose auxiliaries count for a trigger: its own, or for a noun the verb's."""
    if tree.tokens[i].pos != "NOUN":
        return i
    for ancestor in tree.ancestors(i):
        if tree.tokens[ancestor].pos == "VERB":
            return i if tree.tokens[i].dep in ("nsubj", "nmod") else ancestor
    return i


def _negation(tree: Tree, i: int) -> int | None:
    for child in tree.children(i, "advmod", "det", "nsubj", "nsubj:pass", "obj", "cc"):
        words_ = [child, *tree.children(child, "det")]
        for at in words_:
            if tree.lower(at) in words("cues.toml", "negation", "words"):
                after = at + 1
                if after < len(tree) and tree.lower(after) in ("alleen", "slechts", "enkel"):
                    continue
                return at
    return None


def _condition(tree: Tree, i: int) -> int | None:
    """The conjunction of a conditional clause that ``i`` heads: "als het doorgaat"."""
    if tree.tokens[i].dep != "advcl":
        return None
    for child in tree.children(i, "mark"):
        if tree.lower(child) in words("cues.toml", "modality", "conditional"):
            return child
    return None
