"""Lemmas of separable verbs whose particle stands apart: "riep … op" -> "oproepen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.model import Sentence


@cache
def separable() -> frozenset[str]:
    """Particles that join any verb ("op-"), and verbs such as "plaatsvinden"."""
    text = (files("kg") / "data/nl/model/separable.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def with_particles(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """A sentence whose verbs have their particle in the lemma, as UD's lemmas have it.

    The particles of ``separable.txt`` join their verb, a noun or adjective where the whole is
    one of its verbs; a particle of more words ("in dienst") never does, and a verb takes one: the
    last in its clause ("doekt de fabriek op, honderd banen weg").
    """
    tokens = sentence.tokens
    particles = [i for i, t in enumerate(tokens) if t.dep == "compound:prt" and t.head != i]
    if not particles:
        return sentence
    lemmas = [t.lemma for t in tokens]
    joined = set[int]()
    for i in sorted(particles, key=lambda i: (_commas(forms, i, tokens[i].head), -i)):
        verb, form = tokens[i].head, forms[i].lower()
        if tokens[verb].pos not in ("VERB", "AUX") or verb in joined:
            continue
        if any(t.head == i for t in tokens) or forms[verb].lower().startswith(form):
            continue
        whole = form + lemmas[verb]
        if f"{form}-" in separable() or whole in separable():
            lemmas[verb] = whole
            joined.add(verb)
    return replace(
        sentence,
        tokens=tuple(
            t if t.lemma == lemma else replace(t, lemma=lemma)
            for t, lemma in zip(tokens, lemmas, strict=True)
        ),
    )


def _commas(forms: Sequence[str], one: int, other: int) -> int:
    return list(forms[min(one, other) : max(one, other)]).count(",")
