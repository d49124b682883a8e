"""A parsed sentence -> its tokens with slips of the parser mended that grammar rules out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract import repairs_arguments
from kg.extract.lemmas import is_known_verb, noun_lemma, verb_lemma
from kg.lexicon import is_nominal_event, noun_class, words
from kg.model import Sentence, Token

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
_FINITE = "VerbForm=Fin"
# A participle without "ge" has one of these in front ("veroverd", "onderzocht", "voltooid").
_UNSTRESSED = (
    "ge",
    "be",
    "ver",
    "ont",
    "her",
    "er",
    "mis",
    "onder",
    "over",
    "door",
    "vol",
    "weer",
    "om",
    "aan",
)


def mended(sentence: Sentence, text: str, names: frozenset[int] = frozenset()) -> tuple[Token, ...]:
    """The tokens of a sentence after every repair.

    Args:
        names: where names begin in the text.
    """
    tokens = list(sentence.tokens)
    repairs_arguments.names_side_by_side(tokens, names)
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


def finite_verbs_tagged_as_participles(tokens: list[Token], text: str) -> None:
    """ "rukt het leger op": no participle begins so; "beschoten rebellen de haven": a participle
    without auxiliary has no subject and object. Left alone: "gerukt", "veroverd", "opgerukt"
    and what has an auxiliary."""
    helped = {t.head for t in tokens if t.dep in ("aux", "aux:pass", "cop")}
    acting = {t.head for t in tokens if t.dep == "nsubj"} & {
        t.head for t in tokens if t.dep == "obj"
    }
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        main = token.dep in ("root", "parataxis", "ccomp", "acl:relcl", "advcl")
        if token.pos != "VERB" or "VerbForm=Part" not in token.feats or not main:
            continue
        if i in acting and i not in helped and not form.startswith("ge"):
            number = "Plur" if form.endswith("en") else "Sing"
            tokens[i] = replace(token, feats=f"Number={number}|Tense=Past|VerbForm=Fin")
        elif (
            form.endswith("t")
            and i not in helped
            and "ge" not in form
            and not form.startswith(_UNSTRESSED)
        ):
            tokens[i] = replace(token, feats="Number=Sing|Tense=Pres|VerbForm=Fin")


def nouns_without_a_verb_form(tokens: list[Token], text: str) -> None:
    """ "de stad havenstad Cherson", "raketten en bommen": tagged as verbs, but no verbs.

    An infinitive ends in -n; a verb without subject, object or auxiliary that is joined to a
    noun and looks like a known noun is one. Left alone: "gooien en smijten".
    """
    with_arguments = {t.head for t in tokens if t.dep in (*_ARGUMENTS, "aux", "aux:pass", "mark")}
    for i, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        form = token.span.of(text).lower()
        known = _noun_by_itself(form)
        joined = token.dep == "conj" and tokens[token.head].pos in ("NOUN", "PROPN")
        no_verb = not token.lemma.endswith("n") or form.endswith("iening")
        no_verb = no_verb or form in words("cues.toml", "nouns", "weapons")
        unknown = not is_known_verb(token.lemma)
        # "voorziening": no verb form is so long and ends in -ing.
        other = unknown and (_person_by_itself(form) or (form.endswith("ing") and len(form) > 7))
        if (known and (no_verb or (joined and i not in with_arguments))) or other:
            number = "Number=Plur" if form.endswith(("en", "s")) else "Number=Sing"
            alone = not any(t.head == token.head and t.dep == "nsubj" for t in tokens)
            dep = "nsubj" if token.dep in ("xcomp", "ccomp") and alone else token.dep
            lemma = noun_lemma(form, form)
            tokens[i] = replace(token, pos="NOUN", lemma=lemma, feats=number, dep=dep)


def _person_by_itself(form: str) -> bool:
    """ "analisten": the plural of a noun for people."""
    return form.endswith("en") and noun_class(noun_lemma(form, "")) == "Person"


def _noun_by_itself(form: str) -> bool:
    if form in words("cues.toml", "nouns", "weapons"):
        return True
    lemma = noun_lemma(form, "")
    return bool(lemma) and (noun_class(lemma) is not None or is_nominal_event(lemma))


def particles_before_prepositions(tokens: list[Token], text: str) -> None:
    """ "rukt … op naar de stad": a preposition with no phrase of its own is the particle of a
    known separable verb. Left alone: "tot aan de muur", "van over de grens"."""
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        if token.pos not in ("ADP", "ADV") or form not in words("cues.toml", "verbs", "particles"):
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and following.pos not in ("ADP", "PUNCT", "SCONJ", "CCONJ"):
            continue
        verb = token.head
        while tokens[verb].pos not in ("VERB", "AUX") and tokens[verb].head != verb:
            verb = tokens[verb].head
        bare = tokens[verb].lemma
        bound = "VerbForm=Inf" in tokens[verb].feats or "VerbForm=Part" in tokens[verb].feats
        apart = verb < i - 1 or (token.pos == "ADV" and verb == i - 1)
        if token.dep == "compound:prt" or bound or not apart:
            continue
        if tokens[verb].pos == "VERB" and is_known_verb(form + bare):
            tokens[i] = replace(token, head=verb, dep="compound:prt")


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
    """ "22 doden", "de gewonden", "de voortvluchtige": an adjective in -en, or in -e with an
    article, that is an argument is a noun for people. Left alone: "de houten deur"."""
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        if token.pos != "ADJ" or token.dep not in ("nsubj", "nsubj:pass", *_ARGUMENTS):
            continue
        if form.endswith("en"):
            tokens[i] = replace(token, pos="NOUN", lemma=form[:-1], feats="Number=Plur")
        elif (
            form.endswith("e") and i > 0 and tokens[i - 1].pos == "DET" and tokens[i - 1].head == i
        ):
            tokens[i] = replace(token, pos="NOUN", lemma=form, feats="Number=Sing")


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
    nouns_without_a_verb_form,
    repairs_arguments.actives_tagged_as_passives,
    repairs_arguments.phrases_before_om,
    finite_verbs_tagged_as_participles,
    repairs_arguments.objects_tagged_as_subjects,
    repairs_arguments.subjects_of_auxiliaries,
    repairs_arguments.objects_beside_subjects,
    repairs_arguments.objects_of_infinitives,
    repairs_arguments.second_subjects,
    repairs_arguments.subjects_after_the_verb,
    particles_of_the_governing_verb,
    particles_that_are_none,
    people_tagged_as_adjectives,
    lemmas_that_are_no_words,
    particles_before_prepositions,
)
