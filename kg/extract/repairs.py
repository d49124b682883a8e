"""A parsed sentence -> its tokens with slips of the parser mended that grammar rules out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.model import Sentence, Token

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
_FINITE = "VerbForm=Fin"


def mended(sentence: Sentence, text: str) -> tuple[Token, ...]:
    """The tokens of a sentence after every repair."""
    tokens = list(sentence.tokens)
    for repair in REPAIRS:
        repair(tokens, text)
    return tuple(tokens)


def nouns_tagged_as_verbs(tokens: list[Token], text: str) -> None:
    """A finite verb is no subject, object or adjunct: "beschoten wooncomplexen".

    A word with such a relation that is tagged as a finite verb, has no subject of its own and
    whose lemma is no infinitive is a noun. Left alone: "hij zag wie er kwam".
    """
    with_subject = {t.head for t in tokens if t.dep in ("nsubj", "nsubj:pass", "mark")}
    for i, token in enumerate(tokens):
        finite = token.pos == "VERB" and _FINITE in token.feats
        if finite and token.dep in _ARGUMENTS and i not in with_subject:
            number = "Number=Plur" if "Number=Plur" in token.feats else "Number=Sing"
            tokens[i] = replace(token, pos="NOUN", feats=number)


def particles_of_the_governing_verb(tokens: list[Token], text: str) -> None:
    """A particle stands right before the "te" of its infinitive: "op te voeren".

    In "riep zijn inwoners op niet te vertrekken" something stands between: the particle then
    belongs to the verb that governs the infinitive ("oproepen").
    """
    for i, token in enumerate(tokens):
        verb = token.head
        governor = tokens[verb].head
        if token.dep != "compound:prt" or verb < i or governor == verb or governor > i:
            continue
        marks = [
            j
            for j in range(i, verb)
            if tokens[j].head == verb and tokens[j].span.of(text).lower() == "te"
        ]
        if marks and marks[0] != i + 1 and tokens[governor].pos == "VERB":
            particle = token.span.of(text).lower()
            tokens[i] = replace(token, head=governor)
            tokens[verb] = replace(tokens[verb], lemma=tokens[verb].lemma.removeprefix(particle))


REPAIRS: tuple[Callable[[list[Token], str], None], ...] = (
    nouns_tagged_as_verbs,
    particles_of_the_governing_verb,
)
