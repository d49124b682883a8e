"""Whom a speaker speaks to, and whom against: "riep Poetin op", "beschuldigde Kiev ervan"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.attribution import Cue
from kg.extract.attribution_speakers import Speaker, after, speaker_at, verb_final
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.model import Mention, Span

_MARKS = frozenset("“”„\"'‘’«»") | {"``", "''"}
_BREAKS = frozenset(",;:.()–—") | _MARKS


def persons(
    reading: Reading, number: int, cue: Cue, who: Speaker
) -> tuple[Mention | None, Mention | None]:
    """Addressee and target: the object of "riep … op", "tegen de NOS", who is accused."""
    tree = reading.trees[number]
    whom: Mention | None = None
    relations = ("nsubj:pass", "nsubj") if cue.passive else ("iobj", "obj", "nsubj")
    if cue.verb.whom:
        for j in tree.children(cue.at, *relations):
            found = speaker_at(reading, number, j)
            if found is not None and found.mention not in (None, who.mention):
                whom = _without_content(tree, j, found.mention, cue)
                break
        if whom is None and cue.verb.act == "Accusation" and not cue.passive:
            whom = _accused(reading, number, cue)
        if whom is None and not cue.passive:
            whom = _beside(reading, number, cue, who)
    accused = cue.verb.act == "Accusation"
    if whom is not None:
        return (None, whom) if accused else (whom, None)
    for j in range(len(tree)):
        case = tree.case(j)
        if case in ("tegen", "tegenover", *cue.verb.to) and _near(tree, cue, j):
            found = speaker_at(reading, number, j)
            if found is not None and found.mention not in (None, who.mention):
                return found.mention, None
    return None, None


def _accused(reading: Reading, number: int, cue: Cue) -> Mention | None:
    """Whoever stands between the verb and its "dat" or "ervan": "verwijt [de cloud] dat …"."""
    tree = reading.trees[number]
    for j in tree.children(cue.at, "obj", "iobj"):
        follows = tree.lower(j + 1) if j + 1 < len(tree) else ""
        if j > cue.at and follows in ("dat", "ervan"):
            found = speaker_at(reading, number, j, anyone=True)
            return found.mention if found is not None else None
    return None


def _beside(reading: Reading, number: int, cue: Cue, who: Speaker) -> Mention | None:
    """The object by its place: "verzocht Zelenski [Europa] de steun op te voeren"."""
    tree = reading.trees[number]
    behind = who.end > cue.finite or verb_final(tree, cue) is not None
    start = who.end if behind else cue.finite
    found = after(reading, number, start)
    if found is None or found.mention is None or found.mention == who.mention:
        return None
    words_between = [tree.lower(j) for j in range(start + 1, found.end + 1)]
    return None if any(w in _BREAKS or w == "dat" for w in words_between) else found.mention


def _without_content(tree: Tree, j: int, whom: Mention | None, cue: Cue) -> Mention | None:
    """ "verdenkt [de bank] van fraude": what is held against the bank is no part of it."""
    for k in tree.children(j, "nmod"):
        inside = whom is not None and whom.span.covers(tree.tokens[k].span)
        if whom is not None and inside and tree.case(k) in cue.verb.about:
            return replace(whom, span=Span(whom.span.start, tree.tokens[j].span.end))
    return whom


def _near(tree: Tree, cue: Cue, j: int) -> bool:
    head = tree.head(j)
    return head in (cue.at, cue.finite) or (head is not None and cue.at < j <= cue.at + 5)
