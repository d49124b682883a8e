"""A mention and its sentence -> what coreference asks of it: head, number, definiteness."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import noun_class, words
from kg.link.grammar import Grammar
from kg.model import Mention, MentionKind

_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_POSSESSIVE = ("zijn", "haar", "hun", "ons", "onze", "mijn", "uw", "jouw", "je", "diens", "z'n")


@dataclass(slots=True, eq=False)
class Profile:
    """A mention with its grammar; ``at`` is the sentence and token of its head word."""

    mention: Mention
    words: str
    order: int
    sentence: int
    at: tuple[int, int] | None
    lemma: str
    dep: str
    plural: bool
    definite: str  # "def", "dem", "poss", "indef", "bare"
    quotation: int | None

    @property
    def subject(self) -> bool:
        """Whether it is the subject of its clause."""
        return self.dep in _SUBJECT


def profile_of(grammar: Grammar, mention: Mention, order: int) -> Profile:
    """A mention with its grammar; ``order`` is its place among all mentions of the text."""
    at = grammar.head_of(mention.head or mention.span)
    surface = mention.span.of(grammar.text)
    lemma, dep, plural = surface.split()[-1].lower() if surface.split() else "", "", False
    if at is not None:
        token = grammar.token(at)
        lemma, dep = token.lemma.lower() or lemma, token.dep
        plural = mention.kind is MentionKind.NOMINAL and (
            grammar.feature(at, "Number") == "Plur" or mention.entity_class == "Group"
        )
        if token.pos == "NOUN" and grammar.feature(at, "Number") == "Sing":
            lemma = grammar.lower(at)  # the form itself: no lemmatiser can spoil it
        if plural and lemma == grammar.lower(at):
            lemma = _singular(lemma)
        if dep in ("conj", "appos", "flat"):
            dep = _outer(grammar, at)
        if mention.kind is MentionKind.NOMINAL and token.pos == "PROPN":
            lemma = _proper(grammar, at)
    spoken = " ".join(surface.split())
    return Profile(
        mention,
        bare_name(spoken) if mention.kind is MentionKind.NAME else spoken,
        order,
        at[0] if at else 0,
        at,
        lemma,
        dep,
        plural,
        definiteness(surface),
        grammar.quotation_at(mention.span.start),
    )


def _proper(grammar: Grammar, at: tuple[int, int]) -> str:
    """A name that the tagger of names missed: its words, in small letters."""
    parts = [at, *grammar.children(at, "flat", "flat:name")]
    kept = [p for p in parts if p >= at and grammar.token(p).pos != "PUNCT"]
    return " ".join(grammar.lower(p) for p in kept)


def _outer(grammar: Grammar, at: tuple[int, int]) -> str:
    """The relation of the head of a coordination, apposition or name."""
    seen: set[tuple[int, int]] = set()
    here: tuple[int, int] | None = at
    while here is not None and here not in seen:
        seen.add(here)
        if grammar.token(here).dep not in ("conj", "appos", "flat", "flat:name"):
            return grammar.token(here).dep
        here = grammar.head(here)
    return grammar.token(at).dep


def _singular(noun: str) -> str:
    """A plural that the lemmatiser left as it was, by the nouns that are known: "A9-vliegtuigen"
    -> "a9-vliegtuig"; the noun itself where none fits."""
    bare = noun.removesuffix("en")
    guesses = [bare[:-1] if bare[-1:] == bare[-2:-1] else bare, noun.removesuffix("s"), bare + "e"]
    return next((g for g in guesses if g != noun and noun_class(g.rsplit("-", 1)[-1])), noun)


def bare_name(name: str) -> str:
    """A name without stray marks and the function in front: "Premier Rutte" -> "Rutte"."""
    name = name.strip(" :;,“”„\"‘'`|")
    first, space, rest = name.partition(" ")
    while space and rest[:1].isupper() and noun_class(first.lower()) in ("Person", "Group"):
        name = rest
        first, space, rest = name.partition(" ")
    return name


def definiteness(phrase: str) -> str:
    """How a noun phrase opens: "def" (de, het), "dem" (die), "poss" (zijn), "indef", "bare"."""
    first = phrase.split(" ", 1)[0].lower().strip("\"'“”„‘’`(") if phrase else ""
    if first in ("de", "het", "'t", "’t", "t", "beide"):
        return "def"
    if first in ("die", "dat", "deze", "dit"):
        return "dem"
    if first in _POSSESSIVE:
        return "poss"
    return "indef" if first in words("determiners.toml", "words") else "bare"


def means_other(profile: Profile) -> bool:
    """Whether a phrase says that another is meant: "een andere stad", "de tweede man"."""
    other = words("coreference.toml", "other")
    return any(word.strip(",.()").lower() in other for word in profile.words.split()[:-1])
