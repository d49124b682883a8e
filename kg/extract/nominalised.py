"""Adjectives that stand for people, read as nouns: "22 doden"."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Sentence, Token

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})


def people_as_nouns(sentence: Sentence, text: str) -> tuple[Token, ...]:
    """The tokens of a sentence, with adjectives in -en, or in -e with an article, as nouns
    where they are arguments.

    UD keeps the tag of "de gewonden", "22 doden" and "de voortvluchtige"; whoever asks who was
    hit wants them to be people. Left alone: "de houten deur".
    """
    tokens = list(sentence.tokens)
    for i, token in enumerate(tokens):
        if token.pos == "ADJ" and token.dep in _ARGUMENTS:
            form = token.span.of(text).lower()
            article = i > 0 and tokens[i - 1].pos == "DET" and tokens[i - 1].head == i
            if form.endswith("en"):
                tokens[i] = replace(token, pos="NOUN", lemma=form[:-1], feats="Number=Plur")
            elif form.endswith("e") and article:
                tokens[i] = replace(token, pos="NOUN", lemma=form, feats="Number=Sing")
    return tuple(tokens)
