"""Headlines leave out articles and auxiliaries: what their words are then, by grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.annotate.lemmas import lemma_of
from kg.event_types import tells_of_event
from kg.lexicon import noun_class, table, words
from kg.model import Token

_BARE = frozenset({"flat", "appos", "nmod"})
_LOOSE = frozenset({"parataxis", "obj", "obl", "list"})
_MAIN = frozenset({"root", "parataxis", "conj"})
_SUBJECTS = ("obl", "obj", "nsubj", "nsubj:pass", "advmod")
_PRESENT = "Number=Sing|Tense=Pres|VerbForm=Fin"


def nouns_that_open(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Brand in Tilburg", "Ontslag directeur", "Man aangehouden": the capital of a word that opens
    a sentence makes no name of a noun that tells of an event or of somebody. Left alone: what
    is a known noun of neither; whether the word is a name all the same ("Brand wint etappe") is
    for the names to say."""
    at = next((i for i, form in enumerate(forms) if form[:1].isalpha()), None)
    if at is None or tokens[at].pos not in ("PROPN", "ADJ", "X"):
        return
    noun = lemma_of(forms[at], "n", forms[at])
    person = tokens[at].pos == "PROPN" and noun_class(noun) is not None
    if forms[at] in _befallen():
        noun = _befallen()[forms[at]]
    elif not (tells_of_event(noun) or person):
        return
    number = "Plur" if noun != forms[at] else "Sing"
    tokens[at] = replace(tokens[at], pos="NOUN", lemma=noun, feats=f"Number={number}")


def the_dead(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "doden" are people, no plural of "dood"."""
    for i, token in enumerate(tokens):
        if token.pos == "NOUN" and forms[i] in _befallen():
            tokens[i] = replace(token, lemma=_befallen()[forms[i]])


@cache
def _befallen() -> dict[str, str]:
    """People named by what befell them, by their forms: "doden" -> "dode"."""
    return {
        f"{noun}{n}": noun for noun in table("cues.toml")["nouns"]["befallen"] for n in ("", "n")
    }


def bare_nouns_behind_events(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Ontslag directeur na fraude", "Overname Shell rond", "botsing trein in Italië": the bare
    noun behind the bare noun of an event hangs on that, and so do the phrases behind it ("Bezoek
    koning aan Friesland"). Left alone: "de wedstrijd Ajax - PSV"."""
    headline = not _tells_in_full(tokens)
    for i, token in enumerate(tokens[:-1]):
        second = tokens[i + 1]
        if token.pos != "NOUN" or second.pos not in ("NOUN", "PROPN"):
            continue
        if not tells_of_event(token.lemma) or any(
            t.head == i and t.dep in ("det", "cop", "nmod:poss") for t in tokens
        ):
            continue
        if token.head == i + 1 and second.pos == "NOUN" and headline:
            # The parser took the second noun for the head.
            head = i if second.head == i + 1 else second.head
            tokens[i] = replace(token, head=head, dep=second.dep)
        elif not (
            (second.head == i and second.dep in (*_BARE, *_LOOSE))
            or (headline and second.dep in _LOOSE and second.head != i + 1)
        ):
            continue
        if any(t.head == i + 1 and t.dep in ("case", "det") for t in tokens):
            continue
        tokens[i + 1] = replace(second, head=i, dep="nmod")
        for j, other in enumerate(tokens[i + 2 :], i + 2):
            if other.head == i + 1 and other.dep in ("nmod", "obl", "punct", "parataxis", "nsubj"):
                tokens[j] = replace(other, head=i)


def participles_alone(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Man aangehouden na steekpartij", "Trump beschuldigd van fraude": a participle with no
    auxiliary closes a headline in the passive, and the bare noun before it undergoes that. Verbs
    with "zijn" keep their subject ("Minister opgestapt"); what may be a present and has a bare
    noun behind it is one ("Brand verwoest loods"). Left alone: sentences with a finite verb."""
    if _tells_in_full(tokens):
        return
    with_case = {t.head for t in tokens if t.dep in ("case", "mark", "det")}
    for i, verb in enumerate(list(tokens)):
        if "VerbForm=Part" not in verb.feats:
            continue
        noun = verb.head
        if verb.dep == "acl" and noun < i and tokens[noun].dep in _MAIN and noun not in with_case:
            head = i if tokens[noun].head == noun else tokens[noun].head
            tokens[i] = replace(verb, head=head, dep=tokens[noun].dep)
            tokens[noun] = replace(tokens[noun], head=i, dep="nsubj")
            for j, other in enumerate(tokens):
                if other.head == noun and j > i:
                    tokens[j] = replace(other, head=i)
        elif verb.dep not in _MAIN:
            continue
        before = [
            j
            for j, token in enumerate(tokens[:i])
            if token.head == i
            and token.pos in ("NOUN", "PROPN", "ADJ")
            and token.dep in _SUBJECTS
            and j not in with_case
        ]
        if len(before) != 1:
            continue
        behind = i + 1 if i + 1 < len(tokens) and tokens[i + 1].head == i else i
        bare = tokens[behind].pos in ("NOUN", "PROPN") and behind not in with_case
        if bare and forms[i].endswith("t") and "ge" not in forms[i]:
            tokens[behind] = replace(tokens[behind], dep="obj")
            tokens[i] = replace(tokens[i], feats=_PRESENT)
            dep = "nsubj"
        else:
            lemma = lemma_of(forms[i], "v", verb.lemma)
            moves = lemma in words("cues.toml", "verbs", "perfect_zijn")
            dep = "nsubj" if moves else "nsubj:pass"
        tokens[before[0]] = replace(tokens[before[0]], dep=dep)


def objects_without_article(tokens: list[Token], forms: Sequence[str]) -> None:
    """ "Raketten treffen flat in Slovjansk": the bare noun for a thing or somebody right behind a
    finite verb is its object. Left alone: "Overleg duurt maanden", "Man gaat kopje onder"."""
    taken = {t.head for t in tokens if t.dep in ("obj", "ccomp")}
    with_case = {t.head for t in tokens if t.dep in ("case", "det", "nmod:poss", "nummod", "amod")}
    for i, token in enumerate(tokens[1:], 1):
        verb = tokens[i - 1]
        if token.dep != "obl" or token.head != i - 1 or token.pos != "NOUN" or i in with_case:
            continue
        moves = verb.lemma in words("cues.toml", "verbs", "perfect_zijn")
        finite = "VerbForm=Fin" in verb.feats and verb.pos == "VERB" and not moves
        if finite and i - 1 not in taken and noun_class(token.lemma) is not None:
            tokens[i] = replace(token, dep="obj")


def _tells_in_full(tokens: Sequence[Token]) -> bool:
    return any("VerbForm=Fin" in token.feats or token.pos == "AUX" for token in tokens)
