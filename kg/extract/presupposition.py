"""A nominal event and the verb it hangs on -> whether its time and place are its own."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Event


def presupposed(tree: Tree, i: int, governor: int, events: Mapping[int, Event]) -> bool:
    """Whether the noun at ``i`` tells of what had happened, or is to happen, at a time and in a
    place of its own: "De overname is maandag goedgekeurd", "In Gent betreurde hij het aftreden".

    So with what stands behind "voor", "na", "van" … ("Hij werd in Gent veroordeeld voor een
    moord"), in what only tells which is meant ("het door een ramp getroffen dorp", "het dorp dat
    door een ramp is getroffen", "het plan om te sluiten"), and with a definite noun that is object
    or subject of a passive, or hangs deeper ("ontkende elke betrokkenheid bij de moord"). Left
    alone: "De aanval trof maandag de stad", "De aanval werd maandag in Gent uitgevoerd", whose
    verb says no more than that it happened.

    Args:
        tree: the sentence.
        i: the noun.
        governor: the event above it.
        events: the events of the sentence by token.
    """
    way = [i, *tree.ancestors(i)]
    way = way[: way.index(governor)]
    other = words("cues.toml", "prepositions", "another_time")
    if any(tree.case(at) in other for at in way):
        return True
    if any(tree.tokens[at].dep.split(":")[0] in ("amod", "acl") for at in way):
        return True
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "VERB") or events[governor].light_of == events[i].trigger:
        return False
    known = tree.children(i, "nmod:poss") or any(
        tree.lower(d) in words("determiners.toml", "definite") for d in tree.children(i, "det")
    )
    if not known:
        return False
    return token.dep in ("obj", "nsubj:pass") or tree.head(i) != governor
