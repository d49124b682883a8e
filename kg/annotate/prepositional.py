"""Prepositional objects by what each verb takes: "wacht op hulp" is ``obl:arg``."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.model import Sentence


@cache
def frames() -> dict[tuple[str, str], str]:
    """(lemma, preposition) -> "obl:arg" or "obl", from ``prepositional.tsv``."""
    text = (files("kg") / "data/nl/model/prepositional.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(lemma, preposition): dep for lemma, preposition, dep in rows}


def with_frames(sentence: Sentence) -> Sentence:
    """A sentence whose prepositional phrases carry the label that their verb gives them.

    Only words that the parser calls ``obl`` or ``obl:arg`` change, and only to the other;
    where the treebanks have too few examples of a pair the parser's label stands.
    """
    known, tokens = frames(), list(sentence.tokens)
    for i, token in enumerate(tokens):
        if token.dep not in ("obl", "obl:arg"):
            continue
        case = next((t for t in tokens if t.dep == "case" and tokens[t.head] is token), None)
        if case is not None:
            label = known.get((tokens[token.head].lemma, case.lemma.lower()), token.dep)
            if label != token.dep:
                tokens[i] = replace(token, dep=label)
    if all(a is b for a, b in zip(tokens, sentence.tokens, strict=True)):
        return sentence
    return replace(sentence, tokens=tuple(tokens))
