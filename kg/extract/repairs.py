"""A parsed sentence -> its tokens with slips of the parser mended that grammar rules out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.lemmas import noun_lemma, verb_lemma
from kg.lexicon import noun_class, words
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
    """A verb is no subject, object or adjunct: "beschoten wooncomplexen".

    A word with such a relation that is tagged as a finite verb, or is a known noun, and has no
    subject of its own is a noun. Left alone: "hij zag wie er kwam".
    """
    with_subject = {t.head for t in tokens if t.dep in ("nsubj", "nsubj:pass", "mark")}
    for i, token in enumerate(tokens):
        if token.pos != "VERB" or token.dep not in _ARGUMENTS or i in with_subject:
            continue
        form = token.span.of(text).lower()
        if _FINITE in token.feats or ("VerbForm=Inf" not in token.feats and noun_lemma(form, "")):
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
        if token.dep not in ("compound:prt", "case") or verb < i or governor in (verb, i):
            continue
        if (token.dep == "case" and tokens[verb].pos != "VERB") or governor > i:
            continue
        marks = [
            j
            for j in range(i, verb)
            if tokens[j].head == verb and tokens[j].span.of(text).lower() == "te"
        ]
        if marks and marks[0] != i + 1 and tokens[governor].pos == "VERB":
            particle = token.span.of(text).lower()
            tokens[i] = replace(token, head=governor, dep="compound:prt")
            tokens[verb] = replace(tokens[verb], lemma=tokens[verb].lemma.removeprefix(particle))


def particles_that_are_none(tokens: list[Token], text: str) -> None:
    """ "volgens" is no particle of "verlopen": only the listed words join a verb."""
    particles = words("cues.toml", "verbs", "particles")
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        if token.dep == "compound:prt" and form not in particles:
            tokens[i] = replace(token, dep="obl" if token.pos != "ADV" else "advmod")
            verb = tokens[token.head]
            tokens[token.head] = replace(verb, lemma=verb.lemma.removeprefix(form))


def people_tagged_as_adjectives(tokens: list[Token], text: str) -> None:
    """ "22 doden", "de gewonden", "daklozen": an adjective in -en that is an argument is a noun
    for people. Left alone: "de houten deur"."""
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        if token.pos == "ADJ" and token.dep in _ARGUMENTS and form.endswith("en"):
            tokens[i] = replace(token, pos="NOUN", lemma=form[:-1], feats="Number=Plur")


def arguments_of_auxiliaries(tokens: list[Token], text: str) -> None:
    """An auxiliary has no subject or object of its own: "heeft het leger … gevangen"."""
    for i, token in enumerate(tokens):
        verb = tokens[token.head]
        if token.dep in _ARGUMENTS and verb.dep in ("aux", "aux:pass") and verb.head != i:
            tokens[i] = replace(token, head=verb.head)


def objects_hung_on_subjects(tokens: list[Token], text: str) -> None:
    """A phrase with an adjective or article of its own stands beside people only as an object:
    "heeft het leger vijandelijke soldaten gevangen". Left alone: "een groep jonge mannen"."""
    taken = {t.head for t in tokens if t.dep in ("obj", "ccomp", "nsubj:pass")}
    prepositions = {t.head for t in tokens if t.dep == "case"}
    opened = {t.head for t in tokens if t.dep in ("det", "amod", "nummod")}
    for i, token in enumerate(tokens):
        owner = tokens[token.head]
        verb = owner.head
        if token.pos != "NOUN" or token.dep != "nmod" or i < token.head or i in prepositions:
            continue
        beside = owner.dep == "nsubj" and noun_class(owner.lemma) in ("Organisation", "Person")
        if beside and i in opened and i < verb and tokens[verb].pos == "VERB" and verb not in taken:
            tokens[i] = replace(token, head=verb, dep="obj")


def lemmas_that_are_no_words(tokens: list[Token], text: str) -> None:
    """ "bombardeeren", "gevangean": see kg/extract/lemmas.py."""
    particles = words("cues.toml", "verbs", "particles")
    with_particle = {t.head: t.span.of(text).lower() for t in tokens if t.dep == "compound:prt"}
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        if token.pos == "VERB":
            particle = with_particle.get(i, "")
            joined = bool(particle) and token.lemma.startswith(particle) and particle in particles
            bare = token.lemma.removeprefix(particle) if joined else token.lemma
            lemma = verb_lemma(form, bare)
            tokens[i] = replace(token, lemma=particle + lemma if joined else lemma)
        elif token.pos == "NOUN":
            tokens[i] = replace(token, lemma=noun_lemma(form, token.lemma))


REPAIRS: tuple[Callable[[list[Token], str], None], ...] = (
    nouns_tagged_as_verbs,
    particles_of_the_governing_verb,
    particles_that_are_none,
    people_tagged_as_adjectives,
    arguments_of_auxiliaries,
    objects_hung_on_subjects,
    lemmas_that_are_no_words,
)
