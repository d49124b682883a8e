"""A parsed sentence -> the same with subjects and objects where grammar wants them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon import noun_class, table, words
from kg.model import Token

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
_FINITE = "VerbForm=Fin"
_ACCUSATIVES = frozenset(("me", "mij", "hem", "hen", "ons"))


def objects_tagged_as_subjects(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Geloof me": no subject has this form."""
    for i, token in enumerate(tokens):
        if token.dep == "nsubj" and forms[i] in _ACCUSATIVES:
            tokens[i] = replace(token, dep="obj")


def actives_tagged_as_passives(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "de winkelier verkocht zijn zaak": with an object and no auxiliary nothing is passive."""
    helped = {t.head for t in tokens if t.dep in ("aux", "aux:pass", "cop")}
    with_object = {t.head for t in tokens if t.dep == "obj"}
    for i, token in enumerate(tokens):
        verb = token.head
        if token.dep == "nsubj:pass" and verb in with_object and verb not in helped:
            tokens[i] = replace(token, dep="nsubj")
            if "VerbForm=Part" in tokens[verb].feats:
                tokens[verb] = replace(tokens[verb], feats="Tense=Past|VerbForm=Fin")


def om_of_its_infinitive(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "om, als dat nodig is, (een deel van) hun huis te geven": "om" opens the clause of the next
    infinitive with "te". Left alone: "om de drie dagen", "om die reden"."""
    for at, token in enumerate(tokens):
        if token.dep != "mark" or forms[at] != "om" or tokens[token.head].pos in ("VERB", "AUX"):
            continue
        for te in range(at + 1, len(tokens)):
            verb = tokens[te].head
            if forms[te] == "te" and tokens[te].dep == "mark" and tokens[verb].pos == "VERB":
                tokens[at] = replace(token, head=verb)
                break


def phrases_before_om(tokens: list[Token], forms: Sequence[str]) -> None:
    """What stands before "om … te" is no part of it: "kwamen bij elkaar om te praten"."""
    for at, token in enumerate(list(tokens)):
        if token.dep != "mark" or forms[at] != "om":
            continue
        verb = token.head
        for i, other in enumerate(tokens[:at]):
            if other.head == verb and tokens[verb].head != verb:
                tokens[i] = replace(other, head=tokens[verb].head)


def objects_beside_subjects(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "heeft het leger Russische gevangenen gemarteld": two noun phrases side by side with no
    preposition between are subject and object of the verb behind them. Left alone: "een groep
    demonstranten", "duizenden burgers" (a measure), "de president van het land"."""
    for i, token in enumerate(tokens):
        subject = tokens[token.head]
        if token.dep != "nmod" or token.pos != "NOUN" or token.head > i:
            continue
        if subject.dep != "nsubj" or subject.pos not in ("NOUN", "PROPN"):
            continue
        own = [t for j, t in enumerate(tokens) if t.head == i and j != i]
        verb = subject.head
        has_object = any(t.head == verb and t.dep == "obj" for t in tokens)
        described = any(t.dep in ("amod", "det", "nummod") for t in own)
        subject_described = any(
            t.head == token.head and t.dep in ("amod", "nmod:poss") for t in tokens
        )
        plain = not any(t.dep == "case" for t in own)
        if plain and described and subject_described and not has_object and verb > i:
            tokens[i] = replace(token, head=verb, dep="obj")


def objects_of_infinitives(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "beschuldigde hij het land ervan duizenden burgers gegijzeld te houden": a second subject
    right before an infinitive is its object. Left alone: "hij zegt dat zij kwam"."""
    for i, token in enumerate(tokens):
        if token.dep != "nsubj" or tokens[token.head].pos != "VERB" or i < token.head:
            continue
        others = [
            j for j, t in enumerate(tokens) if t.head == token.head and t.dep == "nsubj" and j < i
        ]
        after = i + 1
        while after < len(tokens) and _leads_to(tokens, after, i):
            after += 1
        verb = tokens[after] if after < len(tokens) else None
        if others and verb is not None and verb.pos == "VERB" and _FINITE not in verb.feats:
            tokens[i] = replace(token, head=after, dep="obj")


def second_subjects(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Europa wint de beker", "viel een varken een vrouw aan", "De rechtbank heeft Jan Post
    veroordeeld": a verb has one subject; a noun after it or its auxiliary is the object. Left
    alone: a verb with an object, joined subjects."""
    for i, token in enumerate(tokens):
        if token.pos != "VERB" or any(t.head == i and t.dep in ("obj", "aux:pass") for t in tokens):
            continue
        subjects = [j for j, t in enumerate(tokens) if t.head == i and t.dep == "nsubj" and j != i]
        if len(subjects) != 2 or tokens[subjects[1]].pos not in ("NOUN", "PROPN", "NUM"):
            continue
        first, second = subjects
        own = {t.dep for t in tokens if t.head == second}
        # "zei minister en dichter Jansen" is one subject.
        helped = any(
            t.head == i and t.dep == "aux" and first < j < second for j, t in enumerate(tokens)
        )
        apart = first < i < second or tokens[first].pos == "PRON" or "det" in own or helped
        if apart and "cc" not in own:
            tokens[second] = replace(tokens[second], dep="obj")


def subjects_after_the_verb(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Gisteren rukt het leger op": in a main clause that something else opens, the first noun
    behind the finite verb is its subject. Left alone: "Geef het boek", "hij zag het leger"."""
    for i, token in enumerate(tokens):
        if token.pos != "VERB" or _FINITE not in token.feats or i == 0:
            continue
        if token.dep not in ("root", "parataxis", "ccomp") or tokens[i - 1].dep == "punct":
            continue
        own = [j for j, t in enumerate(tokens) if t.head == i and j != i]
        subjects = [j for j in own if tokens[j].dep.startswith(("nsubj", "expl", "csubj", "mark"))]
        objects = [j for j in own if tokens[j].dep == "obj" and j > i]
        first = tokens[i - 1].head == i and tokens[i - 1].dep in ("advmod", "obl")
        plural = "Number=Plur" in token.feats
        if subjects or not objects or not first or i - 1 > 2:
            continue
        noun = tokens[objects[0]]
        if noun.pos in ("NOUN", "PROPN") and ("Number=Plur" in noun.feats) == plural:
            tokens[objects[0]] = replace(noun, dep="nsubj")


def days_beside_subjects(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Is dinsdagavond de dijk doorgebroken": of two subjects a day is none, nor beside the object
    of a verb that has none. Left alone: "Dinsdag wordt zonnig", "Zondag brengt regen"."""
    bare = words("cues.toml", "verbs", "perfect_zijn")
    for i, token in enumerate(tokens):
        if token.dep != "nsubj" or forms[i] not in _days():
            continue
        beside = (t for j, t in enumerate(tokens) if t.head == token.head and j != i)
        others = ("nsubj", "obj") if tokens[token.head].lemma in bare else ("nsubj",)
        if any(t.dep.startswith(others) for t in beside):
            tokens[i] = replace(token, dep="obl")


@cache
def _days() -> frozenset[str]:
    """ "maandag", "maandagochtend"."""
    times = table("times.toml")
    return frozenset(day + part for day in times["weekdays"] for part in ("", *times["dayparts"]))


def subjects_of_what_befalls(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Gisteren is een veerboot gezonken": a verb that makes its perfect with "zijn" has a
    subject before it has an object. Left alone: "hij is zijn sleutel vergeten"."""
    known = words("cues.toml", "verbs", "perfect_zijn")
    for i, token in enumerate(tokens):
        if token.dep != "obj" or tokens[token.head].lemma not in known:
            continue
        if tokens[token.head].dep == "conj":
            continue  # "Hij kwam thuis en is zijn sleutel vergeten"
        beside = [t for t in tokens if t.head == token.head]
        by_zijn = any(t.dep.startswith("aux") and t.lemma == "zijn" for t in beside)
        if by_zijn and not any(t.dep.startswith(("nsubj", "csubj")) for t in beside):
            tokens[i] = replace(token, dep="nsubj")


def victims_as_predicates(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Bij een aanslag vielen maandag twaalf doden": the dead are who fell, no predicate.

    Left alone: "waren doden" beside a subject of its own.
    """
    befallen = table("cues.toml")["nouns"]["befallen"]
    for i, token in enumerate(tokens):
        if token.dep != "xcomp" or tokens[token.head].pos != "VERB":
            continue
        befell = forms[i].endswith("n") and forms[i][:-1] in befallen
        if befell and not any(t.head == token.head and t.dep.startswith("nsubj") for t in tokens):
            tokens[i] = replace(token, dep="nsubj")


def arguments_of_auxiliaries(tokens: list[Token], forms: Sequence[str]) -> None:
    """An auxiliary has no subject or object of its own: "heeft het leger … gevangen"."""
    for i, token in enumerate(tokens):
        verb = tokens[token.head]
        if token.dep in _ARGUMENTS and verb.dep in ("aux", "aux:pass") and verb.head != i:
            tokens[i] = replace(token, head=verb.head)


def objects_hung_on_subjects(tokens: list[Token], forms: Sequence[str]) -> None:
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


def _leads_to(tokens: list[Token], at: int, head: int) -> bool:
    steps = 0
    while at != head and tokens[at].head != at and steps < 6:
        at, steps = tokens[at].head, steps + 1
    return at == head


def het_of_het_eens(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "De landen werden het eens": "het" is part of the predicate and the landen agree. Left
    alone: "het was eens een stad"."""
    for i, token in enumerate(tokens):
        if forms[i] != "eens" or i == 0:
            continue
        verb = i if any(t.head == i and t.dep == "cop" for t in tokens) else token.head
        own = [j for j, t in enumerate(tokens[:i]) if t.head == verb]
        others = [j for j in own if tokens[j].dep in ("nsubj", "obj", "obl") and forms[j] != "het"]
        named = [j for j in others if tokens[j].pos in ("NOUN", "PROPN", "PRON")]
        for j in own:
            if forms[j] == "het" and tokens[j].dep in ("nsubj", "obj", "obl") and named:
                tokens[j] = replace(tokens[j], dep="expl")
                if all(tokens[k].dep != "nsubj" for k in named):
                    tokens[named[0]] = replace(tokens[named[0]], dep="nsubj")


def verbs_tagged_as_modifiers(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "De minister beloofde geld": between a subject and a bare noun stands no participle but the
    verb. Left alone: "het beloofde geld", "zij is een gevierde zangeres"."""
    helped = {t.head for t in tokens if t.dep in ("cop", "aux", "aux:pass")}
    for i, verb in enumerate(list(tokens)):
        noun = verb.head
        if verb.pos != "VERB" or verb.dep != "amod" or not i < noun or noun in helped:
            continue
        subject = [t for t in tokens[:i] if t.head in (i, noun) and t.dep == "nsubj"]
        past = forms[i].endswith(("de", "te", "den", "ten")) and not forms[i].startswith("ge")
        if tokens[noun].dep != "root" or len(subject) != 1 or not past:
            continue
        if any(t.head == noun and t.dep in ("det", "case", "obj") for t in tokens):
            continue
        number = "Plur" if forms[i].endswith("n") else "Sing"
        tokens[i] = replace(
            verb, head=i, dep="root", feats=f"Number={number}|Tense=Past|VerbForm=Fin"
        )
        tokens[noun] = replace(tokens[noun], head=i, dep="obj")
        for j, other in enumerate(tokens):
            if other.head == noun and other.dep in ("nsubj", "obl", "punct", "advmod", "obl:arg"):
                tokens[j] = replace(other, head=i)


ARGUMENTS: tuple[Callable[[list[Token], Sequence[str]], None], ...] = (
    verbs_tagged_as_modifiers,
    het_of_het_eens,
    objects_tagged_as_subjects,
    victims_as_predicates,
    arguments_of_auxiliaries,
    days_beside_subjects,
    subjects_of_what_befalls,
    objects_beside_subjects,
    objects_of_infinitives,
    second_subjects,
    subjects_after_the_verb,
    objects_hung_on_subjects,
)
