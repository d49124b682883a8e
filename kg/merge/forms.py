"""A trigger in its sentence -> what its form tells: "de tweede ronde", "een eerdere aanval"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import table, words
from kg.merge.lines import Lines
from kg.model import Event, Sentence

_PLURAL = "Number=Plur"
_DIMINUTIVES = ("je", "jes")
# "een dag eerder": hardly before it.
_SOME_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Form:
    """How a trigger stands in its sentence; see ``EventSketch``."""

    definite: bool = False
    known: bool = False
    pointing: bool = False
    many: bool | None = None
    rank: str = ""
    wanted: bool = False


def form(lines: Lines, event: Event, *, noun: bool) -> Form:
    """The form of a trigger.

    "de tweede ronde" is definite and second; "hun aanval" is known; "aanvallen" and "werd vaker
    beschoten" are many; "de aanval van twee maanden eerder" is an earlier one.
    """
    at = lines.token(event.trigger)
    if at is None:
        return Form()
    sentence, i = at
    forms = table("merging.toml")["forms"]
    own = [lines.lower(t) for j, t in enumerate(sentence.tokens) if t.head == i and j != i]
    above = [lines.lower(t) for t in sentence.tokens if t.head == sentence.tokens[i].head]
    # "de tweede ronde van het overleg"
    part = noun and sentence.tokens[sentence.tokens[i].head].lemma.lower() in forms["parts"]
    ranks = [forms["ranks"][w] for w in (*own, *(above if part else ())) if w in forms["ranks"]]
    if noun and lines.lower(sentence.tokens[i]).endswith(_DIMINUTIVES):
        ranks.insert(0, "klein")
    definite = noun and any(w in forms["definite"] for w in own)
    if ranks:
        rank = ranks[0]
    elif _later(lines, sentence, i):
        rank = "later"
    else:
        rank = "eerder" if _earlier(lines, sentence, i, event, definite=definite) else ""
    if not noun:
        return Form(many=True if any(word in forms["often"] for word in own) else None, rank=rank)
    word = sentence.tokens[i]
    plural = _PLURAL in word.feats.split("|") and lines.lower(word) not in forms["plurals_of_one"]
    known = definite or any(w in forms["known"] for w in own)
    pointing = any(w in forms["pointing"] for w in own)
    return Form(definite, known, pointing, plural, rank, word.dep in ("obj", "nsubj:pass"))


def _earlier(lines: Lines, sentence: Sentence, i: int, event: Event, *, definite: bool) -> bool:
    """ "twee maanden eerder", "vorig seizoen, in de kwartfinale": before the article's news.

    What follows a definite noun says nothing of it: "de brand leek op een eerdere".
    """
    when = event.when
    if when is not None and not when.inferred:
        return when.value.startswith("XXXX") and when.value != _SOME_DAY
    before = words("merging.toml", "forms", "before")
    tokens = sentence.tokens
    for j, token in enumerate(tokens):
        if j != i and lines.lower(token) in before:
            holders = {i} if definite and j > i else {i, tokens[i].head}
            if token.head in holders or tokens[token.head].head in holders:
                return True
    return False


def _later(lines: Lines, sentence: Sentence, i: int) -> bool:
    """ "voor de tweede keer beschoten", "Opnieuw doden, nu bij een inslag": after another."""
    forms = table("merging.toml")["forms"]
    tokens = sentence.tokens
    if forms["ranks"].get(lines.lower(tokens[0])) == "later":
        return True
    turns = [j for j, t in enumerate(tokens) if t.head == i and t.lemma.lower() in forms["turns"]]
    ranks = {forms["ranks"].get(lines.lower(t), "") for t in tokens if t.head in turns}
    return bool(ranks - {"", "1"})
