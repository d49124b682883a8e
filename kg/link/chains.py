"""Mentions of one document -> chains of mentions of one thing, each join with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.gazetteer import Entry, Gazetteer, fold
from kg.lexicon import table
from kg.lexicon import words as words_of
from kg.model import Document, Mention, MentionKind
from kg.vocab import top_class

# A nominal that begins so names one thing of the article; the same words, the same thing.
_DEFINITE = ("de ", "het ", "die ", "dat ", "deze ", "dit ", "'t ", "’t ")


@dataclass(slots=True)
class Chain:
    """Mentions taken for one thing.

    ``hint`` is the class that the word before the name tells ("provincie Kiev"), ``country``
    the gazetteer's entry for an adjective or inhabitants.
    """

    label: str
    entity_class: str
    hint: str | None = None
    country: Entry | None = None
    mentions: list[Mention] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def add(self, mention: Mention, reason: str) -> None:
        """Take a mention in, with the reason why it belongs here."""
        self.mentions.append(mention)
        self.reasons.append(reason)


def chains(document: Document, mentions: Iterable[Mention], gazetteer: Gazetteer) -> list[Chain]:
    """Join the mentions of a document, the most certain way first.

    Names of equal spelling, with type words kept apart ("Kiev" and "provincie Kiev"); the last
    part of a person's full name where only one person bears it; adjectives and inhabitants by
    their country; definite phrases of equal words. Everything else stands alone.
    """
    ordered = sorted(mentions, key=lambda m: (m.span, m.kind))
    names = [m for m in ordered if m.kind is MentionKind.NAME and not _people(m)]
    found = _names(document, names)
    found = _join_surnames(found)
    others: dict[tuple[str, str], Chain] = {}
    for mention in ordered:
        if mention.kind is MentionKind.NAME and not _people(mention):
            continue
        key, chain, reason = _other(document, mention, gazetteer)
        others.setdefault(key, chain).add(mention, reason)
    return found + list(others.values())


def _people(mention: Mention) -> bool:
    return mention.entity_class == "Group"


def _names(document: Document, names: list[Mention]) -> list[Chain]:
    by_key: dict[tuple[str, str], Chain] = {}
    classes = _classes(document, names)
    for mention in names:
        words = mention.span.of(document.text)
        hint = _type_word(document, mention)
        kind = classes[fold(words)]
        region = hint if hint == "AdminRegion" else ""
        chain = by_key.get((fold(words), region))
        if chain is None:
            chain = by_key[fold(words), region] = Chain(" ".join(words.split()), kind, hint)
        chain.hint = chain.hint or hint
        chain.add(mention, f"naam “{chain.label}”")
    return list(by_key.values())


def _classes(document: Document, names: list[Mention]) -> dict[str, str]:
    """One name, one class in an article: the one it is most often given, the first on a tie."""
    votes: dict[str, Counter[str]] = {}
    for mention in names:
        votes.setdefault(fold(mention.span.of(document.text)), Counter())[mention.entity_class] += 1
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _join_surnames(found: list[Chain]) -> list[Chain]:
    """ "Volodimir Zelenski" … "Zelenski": the short one joins the only full name ending in it."""
    full = [c for c in found if c.entity_class == "Person" and " " in c.label]
    kept: list[Chain] = []
    for chain in found:
        bearers = [
            c for c in full if c is not chain and fold(c.label).endswith(" " + fold(chain.label))
        ]
        if len(bearers) != 1 or top_class(chain.entity_class) not in ("Person", "Thing"):
            kept.append(chain)
            continue
        for mention in chain.mentions:
            bearers[0].add(mention, f"achternaam van “{bearers[0].label}”")
    return kept


def _other(
    document: Document, mention: Mention, gazetteer: Gazetteer
) -> tuple[tuple[str, str], Chain, str]:
    words = " ".join(mention.span.of(document.text).split())
    if mention.kind is MentionKind.ADJECTIVE:
        country = gazetteer.adjective(words) or gazetteer.adjective(words.capitalize())
        label = country.label if country else words
        chain = Chain(label, country.entity_class if country else "Place", None, country)
        return ("adjective", label), chain, f"bijvoeglijk naamwoord “{words}” bij {label}"
    if _people(mention) and mention.kind is MentionKind.NAME:
        return ("people", fold(words)), Chain(words, "Group"), f"inwoners “{words}”"
    chain = Chain(_decapitalised(words), mention.entity_class)
    if mention.kind is MentionKind.NOMINAL and words.lower().startswith(_DEFINITE):
        return ("phrase", words.lower()), chain, f"dezelfde woorden “{words}”"
    return ("span", f"{mention.span.start},{mention.span.end}"), chain, f"vermelding “{words}”"


def _decapitalised(words: str) -> str:
    """A phrase as it stands inside a sentence: "De stad" -> "de stad"; "Russen" stays."""
    first, space, rest = words.partition(" ")
    if space and first.lower() in words_of("determiners.toml", "words"):
        return f"{first.lower()} {rest}"
    return words


def _type_word(document: Document, mention: Mention) -> str | None:
    """The class that the word before a name tells: "provincie Kiev" -> AdminRegion."""
    before = document.text[: mention.span.start].split()[-2:]
    types = table("type_words.toml")
    for word in reversed(before):
        kind: str | None = types.get(word.lower())
        if kind is not None:
            return kind
        if word.lower() not in ("de", "het"):
            return None
    return None
