"""A parsed sentence -> the same with slips of the parser mended that grammar rules out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.annotate.arguments import (
    ARGUMENTS,
    actives_tagged_as_passives,
    om_of_its_infinitive,
    phrases_before_om,
)
from kg.annotate.headlines import (
    bare_nouns_behind_events,
    nouns_that_open,
    objects_without_article,
    participles_alone,
    the_dead,
)
from kg.annotate.lemmas import lemma_of, vocabulary
from kg.annotate.separable import separable
from kg.annotate.tags import (
    finite_verbs_tagged_as_participles,
    negated_participles,
    nouns_without_a_verb_form,
    particles_before_prepositions,
    parts_of_separable_verbs,
    verbs_tagged_as_nouns,
)
from kg.lexicon import words
from kg.model import Sentence, Token

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
_INSTEAD = {"ADV": "advmod", "PUNCT": "punct", "ADJ": "xcomp", "VERB": "xcomp"}
"""Relations by tag of what was taken for a particle; others are ``obl``."""


def mended(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """A sentence after every repair. ``forms`` are its words as the tagger saw them."""
    tokens = list(sentence.tokens)
    small = [form.lower() for form in forms]
    for repair in REPAIRS:
        repair(tokens, small)
    return replace(sentence, tokens=tuple(tokens))


def nouns_tagged_as_verbs(tokens: list[Token], forms: Sequence[str]) -> None:
    """A verb is no subject, object or adjunct: "beschoten wooncomplexen".

    A word with such a relation that is tagged as a finite verb, or is a known noun, and has no
    subject of its own is a noun. Left alone: "hij zag wie er kwam".
    """
    with_subject = {t.head for t in tokens if t.dep in ("nsubj", "nsubj:pass", "mark")}
    for i, token in enumerate(tokens):
        if token.pos != "VERB" or token.dep not in _ARGUMENTS or i in with_subject:
            continue
        noun = lemma_of(forms[i], "n", forms[i])
        known = noun in vocabulary()["n"]
        if "VerbForm=Fin" in token.feats or ("VerbForm=Inf" not in token.feats and known):
            plural = "Number=Plur" in token.feats or (known and noun != forms[i])
            feats = "Number=Plur" if plural else "Number=Sing"
            lemma = noun if known else token.lemma
            tokens[i] = replace(token, pos="NOUN", feats=feats, lemma=lemma)


def particles_of_the_governing_verb(tokens: list[Token], forms: Sequence[str]) -> None:
    """A particle stands right before the "te" of its infinitive: "op te voeren".

    In "riep zijn inwoners op niet te vertrekken" something stands between: the particle then
    belongs to the verb that governs the infinitive ("oproepen"). Left alone: "tot stand te
    brengen".
    """
    heads = {t.head for i, t in enumerate(tokens) if t.head != i}
    for i, token in enumerate(tokens):
        verb = token.head
        governor = tokens[verb].head
        if token.dep not in ("compound:prt", "case") or verb < i or governor in (verb, i):
            continue
        if (token.dep == "case" and tokens[verb].pos != "VERB") or governor > i:
            continue
        if i in heads or not _is_particle(forms[i]):
            continue
        marks = [j for j in range(i, verb) if tokens[j].head == verb and forms[j] == "te"]
        if marks and marks[0] != i + 1 and tokens[governor].pos == "VERB":
            tokens[i] = replace(token, head=governor, dep="compound:prt")


def particles_that_are_none(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "volgens" is no particle of "verlopen": only listed words and verbs have one.

    Left alone: what has words of its own ("tot stand brengen"), "ziet er goed uit". "Op" in "trok
    hen op weg naar de stad" goes with "weg".
    """
    heads = {t.head for i, t in enumerate(tokens) if t.head != i}
    phrases = words("cues.toml", "prepositions", "adverbial")
    for i, token in enumerate(tokens):
        if token.dep == "compound:prt" and " ".join(forms[i : i + 2]) in phrases:
            tokens[i] = replace(token, head=i + 1, dep="case")
            continue
        if token.dep != "compound:prt" or i in heads or _is_particle(forms[i]):
            continue
        if forms[i] != "er" and forms[i] + tokens[token.head].lemma not in separable():
            tokens[i] = replace(token, dep=_INSTEAD.get(token.pos, "obl"))


def _is_particle(form: str) -> bool:
    return form in words("cues.toml", "verbs", "particles") or f"{form}-" in separable()


REPAIRS: tuple[Callable[[list[Token], Sequence[str]], None], ...] = (
    nouns_that_open,
    the_dead,
    verbs_tagged_as_nouns,
    nouns_tagged_as_verbs,
    particles_of_the_governing_verb,
    particles_that_are_none,
    nouns_without_a_verb_form,
    actives_tagged_as_passives,
    om_of_its_infinitive,
    phrases_before_om,
    finite_verbs_tagged_as_participles,
    *ARGUMENTS,
    negated_participles,
    particles_before_prepositions,
    parts_of_separable_verbs,
    bare_nouns_behind_events,
    objects_without_article,
    participles_alone,
)
