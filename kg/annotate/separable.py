"""Lemmas of separable verbs whose particle stands apart: "riep … op" -> "oproepen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.model import Sentence


@cache
def separable() -> frozenset[str]:
    """Verbs whose first part is a noun or adjective ("plaatsvinden", "bekendmaken")."""
    text = (files("kg") / "data/nl/model/separable.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def with_particles(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """A sentence whose verbs have their particle in the lemma, as UD's lemmas have it.

    An adposition or adverb always joins its verb, a noun or adjective where the verb is one
    of ``separable.txt``; a particle of more words ("in dienst") never does.
    """
    tokens = sentence.tokens
    particles = [i for i, t in enumerate(tokens) if t.dep == "compound:prt" and t.head != i]
    if not particles:
        return sentence
    lemmas = [t.lemma for t in tokens]
    for i in particles:
        verb, form = tokens[i].head, forms[i].lower()
        if tokens[verb].pos not in ("VERB", "AUX") or any(t.head == i for t in tokens):
            continue
        joined = form + lemmas[verb]
        if forms[verb].lower().startswith(form) and lemmas[verb].startswith(form):
            continue
        if tokens[i].pos in ("ADP", "ADV") or joined in separable():
            lemmas[verb] = joined
    return replace(
        sentence,
        tokens=tuple(
            t if t.lemma == lemma else replace(t, lemma=lemma)
            for t, lemma in zip(tokens, lemmas, strict=True)
        ),
    )
