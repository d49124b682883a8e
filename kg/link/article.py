"""Mentions of one document in the hands of the sieves: chains, joins and refusals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kg.gazetteer import Entry, Gazetteer
from kg.lexicon import table, words
from kg.link.grammar import Grammar
from kg.link.identity import far_largest, places_around
from kg.link.profile import Profile, profile_of
from kg.model import Document, Extraction, MentionKind, Sentence
from kg.vocab import class_chain, top_class

# Whether a mention agrees with a chain is asked of so many of its mentions.
RECENT = 30
# A headline has no more words.
LONGEST_HEADLINE = 25


@dataclass(slots=True, eq=False)
class Chain:
    """Mentions taken for one thing.

    ``hint`` is the class that the word before the name tells ("provincie Kiev"), ``country``
    the entry of an adjective or of inhabitants, ``of_country`` the country whom it serves
    ("de Oekraïense president"), ``gender`` "m", "f" or "", ``lemmas`` the head nouns that name
    it, ``refused`` what it was not taken for.
    """

    label: str
    entity_class: str
    profiles: list[Profile] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    hint: str | None = None
    country: Entry | None = None
    of_country: Entry | None = None
    entry: Entry | None = None
    why_entry: str = ""
    gender: str = ""
    plural: bool = False
    named: bool = False
    refused: list[str] = field(default_factory=list)

    @property
    def top(self) -> str:
        """The top class: "Country" -> "Place"."""
        return top_class(self.entity_class)

    @property
    def first(self) -> Profile:
        """The mention that stands first in the text."""
        return min(self.profiles, key=lambda p: p.order)

    def tells_class(self) -> bool:
        """Whether its mentions say what it is: nouns do, and "ik"; "ze" can be people or things."""
        first = words("mentions.toml", "pronouns", "first_singular")
        return any(
            p.mention.kind is not MentionKind.PRONOUN or p.words.lower() in first
            for p in self.profiles
        )

    def recent(self) -> list[Profile]:
        """The mentions that were joined last: enough to agree with, however long the article."""
        return self.profiles[-RECENT:]

    def names(self) -> list[str]:
        """The different spellings of its names, in the order of the text."""
        spelled = [p for p in self.profiles if p.mention.kind is MentionKind.NAME]
        return list(dict.fromkeys(p.words for p in sorted(spelled, key=lambda p: p.order)))


class Article:
    """One document in the hands of the sieves.

    Args:
        document: the article.
        sentences: its parsed sentences; without them only names are joined.
        extraction: mentions, events and claims.
        gazetteer: names of the world.
    """

    def __init__(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        extraction: Extraction,
        gazetteer: Gazetteer,
    ) -> None:
        self.document = document
        self.text = document.text
        self.extraction = extraction
        self.gazetteer = gazetteer
        self.grammar = Grammar(document.text, sentences)
        ordered = sorted(extraction.mentions, key=lambda m: (m.span, m.kind))
        self.profiles = [profile_of(self.grammar, m, order) for order, m in enumerate(ordered)]
        self.chain_of: dict[Profile, Chain] = {}
        self.chains: dict[Chain, None] = {}
        self.at: dict[tuple[int, int], list[Profile]] = {}
        for profile in self.profiles:
            if profile.at is not None:
                self.at.setdefault(profile.at, []).append(profile)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Keys of the countries that the article names, by name, adjective or inhabitants."""
        found: set[str] = set()
        for profile in self.by_kind(MentionKind.NAME, MentionKind.ADJECTIVE):
            spelled = profile.words
            entry = self.gazetteer.adjective(spelled) or self.gazetteer.inhabitants(spelled)
            candidates = [entry] if entry else list(self.gazetteer.lookup(spelled)[:1])
            found |= {e.key for e in candidates if e.entity_class == "Country"}
        return frozenset(found)

    @cached_property
    def lands(self) -> frozenset[str]:
        """Keys of the countries in which the article plays: those it names, and those of the
        cities of which there is one, or one that is far larger than the others."""
        found = set(self.countries)
        for profile in self.by_kind(MentionKind.NAME):
            if top_class(profile.mention.entity_class) != "Place":
                continue
            known = self.gazetteer.lookup(profile.words)
            if known and far_largest(known):
                around = map(self.gazetteer.get, places_around(known[0], self.gazetteer))
                found |= {e.key for e in around if e is not None and e.entity_class == "Country"}
        return frozenset(found)

    def names_beside(self, profile: Profile) -> tuple[Profile | None, Profile | None]:
        """The names that a comma alone parts from a name: before it and behind it."""
        start, end = profile.mention.span.start, profile.mention.span.end
        before = re.search(r"\s*,\s*$", self.text[max(0, start - 4) : start])
        behind = re.match(r"\s*,\s*", self.text[end : end + 4])
        return (
            self._names_by_end.get(start - len(before[0])) if before else None,
            self._names_by_start.get(end + len(behind[0])) if behind else None,
        )

    @cached_property
    def _names_by_start(self) -> dict[int, Profile]:
        return {p.mention.span.start: p for p in self.by_kind(MentionKind.NAME)}

    @cached_property
    def _names_by_end(self) -> dict[int, Profile]:
        return {p.mention.span.end: p for p in self.by_kind(MentionKind.NAME)}

    @cached_property
    def headline_end(self) -> int:
        """Where the headline ends that stands in the text itself; 0 where there is none."""
        return headline_end(self.text, self.document.title)

    @property
    def published(self) -> date | None:
        """The day of the article."""
        return self.document.published

    def new_chain(self, profile: Profile, reason: str, **known: object) -> Chain:
        """A chain of one mention."""
        label = " ".join(profile.words.split())
        chain = Chain(label, profile.mention.entity_class, plural=profile.plural)
        for name, value in known.items():
            setattr(chain, name, value)
        self.chains[chain] = None
        self.add(chain, profile, reason)
        return chain

    def add(self, chain: Chain, profile: Profile, reason: str) -> None:
        """Take a mention into a chain, with the reason."""
        chain.profiles.append(profile)
        chain.reasons.append(reason)
        self.chain_of[profile] = chain
        if profile.mention.kind is MentionKind.NOMINAL:
            chain.lemmas.add(profile.lemma)

    def take_out(self, profile: Profile) -> None:
        """A mention leaves its chain; a chain without mentions is gone."""
        chain = self.chain_of.pop(profile)
        at = chain.profiles.index(profile)
        del chain.profiles[at], chain.reasons[at]
        if not chain.profiles:
            del self.chains[chain]

    def join(self, into: Chain, other: Chain, reason: str) -> None:
        """All mentions of ``other`` stand for ``into``."""
        if into is other:
            return
        for profile, why in zip(other.profiles, other.reasons, strict=True):
            self.add(into, profile, reason if why in ("", reason) else f"{why}; {reason}")
        into.lemmas |= other.lemmas
        into.hint = into.hint or other.hint
        into.gender = into.gender or other.gender
        into.of_country = into.of_country or other.of_country
        into.country = into.country or other.country
        into.refused += [r for r in other.refused if r not in into.refused]
        if into.entry is None and other.entry is not None:
            into.entry, into.why_entry = other.entry, other.why_entry
        if other.named and not into.named:
            into.label, into.entity_class, into.named = other.label, other.entity_class, True
        elif (into.top == "Thing" and other.tells_class()) or (
            into.top == other.top
            and len(class_chain(other.entity_class)) > len(class_chain(into.entity_class))
        ):
            # The more telling class: "Organisation" gives way to "Company", "Thing" to all.
            into.entity_class = other.entity_class
        other.profiles.clear()
        other.reasons.clear()
        del self.chains[other]

    def chain_at(self, at: tuple[int, int]) -> Chain | None:
        """The chain of the mention with this head word; a name in it or beside it counts."""
        found = self.at.get(at, ())
        for profile in found:
            if profile.mention.kind is not MentionKind.ADJECTIVE:
                return self.chain_of[profile]
        for child in self.grammar.children(at, "appos", "flat", "nmod"):
            for profile in self.at.get(child, ()):
                if profile.mention.kind is MentionKind.NAME and not self.grammar.children(
                    child, "case"
                ):
                    return self.chain_of[profile]
        return None

    def by_kind(self, *kinds: MentionKind) -> Iterable[Profile]:
        """The mentions of these kinds, in the order of the text."""
        return (p for p in self.profiles if p.mention.kind in kinds)


def heads(lemma: str) -> tuple[str, tuple[str, ...]] | None:
    """The noun and the classes that a head noun or the end of a compound takes up.

    "havenstad" -> ("stad", ("City",)); None for nouns that take nothing up.
    """
    known = table("coreference.toml")["heads"]
    if lemma in known:
        return lemma, tuple(known[lemma])
    for start in range(2, len(lemma) - 2):
        if lemma[start:] in known:
            return lemma[start:], tuple(known[lemma[start:]])
    return None


def headline_end(text: str, title: str | None) -> int:
    """Where the headline that stands in the text itself ends; 0 where there is none.

    It is the title, however it is spaced, else a first line without a full stop.
    """
    letters = re.sub(r"\s", "", title or "")
    at = 0
    for place, character in enumerate(text):
        if at == len(letters) or not (character.isspace() or character == letters[at]):
            break
        at += not character.isspace()
        if at == len(letters):
            return place + 1
    line, newline, rest = text.strip("\n").partition("\n")
    short = 0 < len(line.split()) <= LONGEST_HEADLINE and line.rstrip()[-1:] not in ".!?:;"
    return text.index(line) + len(line) if newline and rest.strip() and short else 0
