"""A parsed sentence -> the same with tags, and particles, that grammar and spelling allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.inflection import PREFIXES
from kg.annotate.lemmas import lemma_of, vocabulary
from kg.lexicon import is_nominal_event, noun_class, words
from kg.model import Token

_OF_A_VERB = ("xcomp", "obj", "advmod", "obl")
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
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


def nouns_without_a_verb_form(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "de stad havenstad Cherson", "raketten en bommen": tagged as verbs, but no verbs.

    An infinitive ends in -n; a verb without subject, object or auxiliary that is joined to a
    noun and looks like a known noun is one. Left alone: "gooien en smijten".
    """
    with_arguments = {t.head for t in tokens if t.dep in (*_ARGUMENTS, "aux", "aux:pass", "mark")}
    for i, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        form = forms[i]
        known = _noun_by_itself(form)
        joined = token.dep == "conj" and tokens[token.head].pos in ("NOUN", "PROPN")
        no_verb = not token.lemma.endswith("n") or form.endswith("iening")
        no_verb = no_verb or form in words("cues.toml", "nouns", "weapons")
        unknown = token.lemma not in vocabulary()["v"]
        # "voorziening": no verb form is so long and ends in -ing.
        other = unknown and (
            (known and not _prefixed(form))
            or _person_by_itself(form)
            or (form.endswith("ing") and len(form) > 7)
        )
        if (known and (no_verb or (joined and i not in with_arguments))) or other:
            number = "Number=Plur" if form.endswith(("en", "s")) else "Number=Sing"
            alone = not any(t.head == token.head and t.dep == "nsubj" for t in tokens)
            dep = "nsubj" if token.dep in ("xcomp", "ccomp") and alone else token.dep
            lemma = lemma_of(form, "n", form)
            tokens[i] = replace(token, pos="NOUN", lemma=lemma, feats=number, dep=dep)
            if token.dep == "parataxis":
                _as_object(tokens, i)


def _as_object(tokens: list[Token], i: int) -> None:
    """ "neemt branchegenoot Terra over voor een miljoen": what was read as a second verb is the
    object of the first; its subject names it, and the rest belongs to the verb."""
    verb = tokens[i].head
    if verb > i or any(t.head == verb and t.dep == "obj" for t in tokens):
        return
    tokens[i] = replace(tokens[i], dep="obj")
    for j, token in enumerate(tokens):
        if token.head == i and j > i:
            names = token.dep == "nsubj" and token.pos == "PROPN" and j == i + 1
            tokens[j] = replace(token, dep="appos") if names else replace(token, head=verb)


def verbs_tagged_as_nouns(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Apple onthulde Lion", "inbrekers stalen drie schilderijen": what has a subject and an
    object, no article, preposition or copula, and is a form of a known verb, is that verb. Left
    alone: "een stalen deur", "hij noemde hen boos"."""
    hung: dict[int, set[str]] = {}
    for j, token in enumerate(tokens):
        if token.head != j:
            hung.setdefault(token.head, set()).add(token.dep)
    for i, token in enumerate(tokens):
        own = hung.get(i, set())
        if token.pos not in ("NOUN", "ADJ", "ADV", "PROPN") or not own >= {"nsubj", "obj"}:
            continue
        lemma = lemma_of(forms[i], "v", "")
        known = lemma in vocabulary()["v"]
        if own & {"det", "case", "cop", "nmod:poss", "amod"} or not known:
            continue
        finite = f"Number={'Plur' if forms[i].endswith('en') else 'Sing'}|VerbForm=Fin"
        feats = "VerbForm=Inf" if forms[i] == lemma else finite
        tokens[i] = replace(token, pos="VERB", lemma=lemma, feats=feats)


def _person_by_itself(form: str) -> bool:
    """ "analisten": the plural of a noun for people."""
    return form.endswith("en") and noun_class(lemma_of(form, "n", "")) == "Person"


def _prefixed(form: str) -> bool:
    """ "ontwapenen", "uitgetest": a verb with a prefix, or a participle with a particle."""
    particles = [f"{p}ge" for p in words("cues.toml", "verbs", "particles")]
    rests = (form.removeprefix(p) for p in (*PREFIXES, *particles) if form.startswith(p))
    return any(lemma_of(rest, "v", rest) in vocabulary()["v"] for rest in rests if len(rest) > 2)


def _noun_by_itself(form: str) -> bool:
    if form in words("cues.toml", "nouns", "weapons"):
        return True
    lemma = lemma_of(form, "n", "")
    return bool(lemma) and (noun_class(lemma) is not None or is_nominal_event(lemma))


def finite_verbs_tagged_as_participles(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "rukt het leger op": no participle begins so; "beschoten rebellen de haven": a participle
    without auxiliary has no subject and object. Left alone: "gerukt", "veroverd", "opgerukt"
    and what has an auxiliary."""
    helped = {t.head for t in tokens if t.dep in ("aux", "aux:pass", "cop")}
    acting = {t.head for t in tokens if t.dep == "nsubj"} & {
        t.head for t in tokens if t.dep == "obj"
    }
    for i, token in enumerate(tokens):
        form = forms[i]
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


def negated_participles(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "De oorlog gaat onverminderd door": what no verb has is an adjective. Left alone:
    "ontvangen" and "ondergelopen", of verbs that begin so."""
    for i, token in enumerate(tokens):
        participle = token.pos == "VERB" and "VerbForm=Part" in token.feats
        negated = forms[i].startswith("on") and not forms[i].startswith(("ont", "onder"))
        if participle and negated and token.lemma not in vocabulary()["v"]:
            tokens[i] = replace(token, pos="ADJ", lemma=forms[i], feats="Degree=Pos")


def particles_before_prepositions(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "rukt … op naar de stad": a preposition with no phrase of its own is the particle of a
    known separable verb. Left alone: "tot aan de muur", "van over de grens"."""
    for i, token in enumerate(tokens):
        form = forms[i]
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
        if tokens[verb].pos == "VERB" and form + bare in vocabulary()["v"]:
            tokens[i] = replace(token, head=verb, dep="compound:prt")


def parts_of_separable_verbs(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "legde het ziekenhuis plat", "legden de haven stil": a bare word that closes the clause of
    a verb with an object is part of a known verb. Left alone: "vond het land plat", "vond de
    film goed" (it tells what the object is like)."""
    heads = {t.head for i, t in enumerate(tokens) if t.head != i}
    for i, token in enumerate(tokens):
        verb = token.head
        if token.pos not in ("ADJ", "ADV", "NOUN") or token.dep not in _OF_A_VERB or i in heads:
            continue
        if tokens[verb].pos != "VERB" or verb >= i - 1 or "VerbForm=Fin" not in tokens[verb].feats:
            continue
        closes = i + 1 == len(tokens) or tokens[i + 1].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")
        has_object = any(t.head == verb and t.dep == "obj" and j != i for j, t in enumerate(tokens))
        known = forms[i] in words("cues.toml", "verbs", "closing")
        if closes and has_object and known and forms[i] + tokens[verb].lemma in vocabulary()["v"]:
            tokens[i] = replace(token, dep="compound:prt")
