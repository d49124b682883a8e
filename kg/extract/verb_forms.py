"""A word tagged as a verb -> whether its form tells of an event, or of how a thing is."""

from __future__ import annotations

from kg.extract.tree import Tree
from kg.lexicon import words


def is_adjective(tree: Tree, i: int) -> bool:
    """Whether a participle before a noun tells what it is like: "een verboden boek"; with words
    of its own it tells what happened: "het door de raad verboden boek"."""
    form = tree.lower(i)
    known = words("cues.toml", "verbs", "adjectives")
    if not {form, form.removesuffix("e")} & known:
        return False
    noun = tree.head(i)
    if noun is not None and (
        tree.tokens[noun].pos == "PROPN"
        or (tree.children(noun, "nsubj") and not tree.children(noun, "cop"))
    ):
        return False  # "de raad beloofde geld": a verb that the parser took for a participle
    return not tree.children(i, "obl", "obl:agent", "obl:arg", "obj", "iobj", "advmod")


def is_nominalised(tree: Tree, i: int) -> bool:
    """ "het aftreden van de wethouder", "haar aantreden": an infinitive that stands as a noun.

    Left alone: "om het te verkopen", "laat het zien", whose "het" is the object.
    """
    if tree.feature(i, "VerbForm") != "Inf" or tree.children(i, "nsubj", "aux", "mark"):
        return False
    head = tree.head(i)
    if head is not None and tree.lemma(head) == "laten":
        return False
    dets = [d for d in tree.children(i, "det") if d < i]
    return bool(dets or tree.children(i, "nmod:poss"))


def is_bare_possibility(tree: Tree, i: int) -> bool:
    """ "Dat valt niet te ontkennen", "er valt veel te winnen": nobody does it."""
    head = tree.head(i)
    return (
        head is not None
        and tree.lemma(head) == "vallen"
        and any(tree.lower(mark) == "te" for mark in tree.children(i, "mark"))
    )
