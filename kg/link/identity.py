"""A chain -> the thing of the world it is, or nothing, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.gazetteer import Entry, Gazetteer
from kg.lexicon import words
from kg.model import MentionKind
from kg.spelling import first_names_fit, has_first_name
from kg.vocab import class_chain, top_class

if TYPE_CHECKING:
    from kg.link.article import Article, Chain

# How many times more people the first of several places of one name must have.
DOMINANCE = 10


def identify(chain: Chain, article: Article) -> tuple[Entry | None, str]:
    """The gazetteer's entry for a chain, and why; (None, reason) rather than a guess.

    Among the entries of the chain's names only those whose class agrees count: a person is
    never linked to a place. A type word decides ("provincie Kiev"); then the country that the
    article tells of; then ten times the inhabitants of the next. "Springfield" stays unlinked.
    """
    if chain.country is not None:
        return chain.country, ""
    if not chain.named or chain.entity_class == "Group":
        return None, ""
    for name in _longest_first(chain.names()):
        found = article.gazetteer.lookup(name)
        agreeing = [entry for entry in found if _agrees(entry, chain)]
        if chain.hint is not None:
            hinted = [e for e in agreeing if chain.hint in class_chain(e.entity_class)]
            if hinted or chain.hint == "AdminRegion":
                agreeing = hinted
        if chain.of_country is not None and top_class(chain.entity_class) == "Place":
            inside = [
                e for e in agreeing if chain.of_country.key in places_around(e, article.gazetteer)
            ]
            agreeing = inside or agreeing
        if not agreeing:
            continue
        return _choose(name, chain, agreeing, article)
    return None, ""


def _choose(
    name: str, chain: Chain, agreeing: list[Entry], article: Article
) -> tuple[Entry | None, str]:
    first = agreeing[0]
    if len(agreeing) == 1:
        if top_class(first.entity_class) == "Person" and not _person_fits(
            name, first, chain, article
        ):
            chain.refused.append(f"{first.label}: alleen de achternaam is gelijk")
            return None, ""
        return first, f"enige “{name}” van deze soort in de namenlijst"
    beside = [e for e in agreeing if _beside(e, chain, article)]
    if len(beside) == 1:
        return beside[0], f"“{name}” bij de plaats waar het in ligt of om ligt"
    if first.entity_class == "Country" and chain.hint in (None, "Country"):
        return first, f"“{name}” is een land"
    if top_class(first.entity_class) != "Place":
        chain.refused.append(f"{len(agreeing)} kandidaten voor “{name}” in de namenlijst")
        return None, ""
    inside = [e for e in agreeing if places_around(e, article.gazetteer) & article.countries]
    cities = [e for e in inside if e.entity_class == "City"]
    if len(cities) == 1 and first in cities:
        return first, f"“{name}” in een land waarover het artikel gaat"
    if far_largest(agreeing):
        return first, f"verreweg de grootste “{name}” ({first.population} inwoners)"
    chain.refused += [f"{e.label} ({e.key})" for e in agreeing[:3]]
    return None, f"{len(agreeing)} kandidaten voor “{name}”, geen gekozen"


def far_largest(entries: Sequence[Entry]) -> bool:
    """Whether the first is a city that has ten times the inhabitants of the next, if any."""
    first, *others = entries
    second = max((e.population for e in others if e.entity_class == "City"), default=0)
    return first.entity_class == "City" and first.population >= DOMINANCE * max(second, 1)


def _beside(entry: Entry, chain: Chain, article: Article) -> bool:
    """Whether the name before or behind a comma tells what lies around it or in it: "Bergen,
    Noorwegen", "Seattle, Washington"."""
    gazetteer = article.gazetteer
    for profile in chain.profiles:
        before, behind = article.names_beside(profile)
        if behind is not None:
            inside = places_around(entry, gazetteer)
            if any(e.key in inside for e in gazetteer.lookup(behind.words)):
                return True
        if before is not None:
            around = (places_around(e, gazetteer) for e in gazetteer.lookup(before.words))
            if any(entry.key in keys for keys in around):
                return True
    return False


def _person_fits(name: str, entry: Entry, chain: Chain, article: Article) -> bool:
    """A full name is enough; a surname alone wants an article that plays in the land of his office.

    And the first name and the function, where the article tells them: "Tessa van Dam" is not
    Martijn van Dam, "burgemeester Koval" no minister.
    """
    if has_first_name(name):
        return True
    full = [known for known in chain.names() if has_first_name(known)]
    if full and not any(first_names_fit(known, entry.label) for known in full):
        return False
    offices = article.gazetteer.offices(entry.key)
    if not {office.country for office in offices} & article.lands:
        return False
    held = " ".join(office.position for office in offices)
    told = _functions(chain, article) - words("coreference.toml", "any_office")
    return not told or any(function in held for function in told)


def _functions(chain: Chain, article: Article) -> set[str]:
    """The nouns right before the names of a person: "burgemeester Koval" -> burgemeester."""
    found = set()
    for profile in chain.profiles:
        if profile.mention.kind is not MentionKind.NAME or profile.at is None:
            continue
        number, i = profile.at
        tokens = article.grammar.sentences[number].tokens
        while i > 0 and tokens[i].span.end > profile.mention.span.start:
            i -= 1
        lemma = tokens[i].lemma.lower().removeprefix("oud-").removeprefix("ex-")
        if tokens[i].pos == "NOUN":
            found.add(lemma)
    return found


def places_around(entry: Entry, gazetteer: Gazetteer) -> frozenset[str]:
    """Keys of the regions and the country around a place."""
    keys: set[str] = set()
    here: Entry | None = entry
    while here is not None and here.contained_in and here.contained_in not in keys:
        keys.add(here.contained_in)
        here = gazetteer.get(here.contained_in)
    return frozenset(keys)


def _agrees(entry: Entry, chain: Chain) -> bool:
    if chain.hint is not None and chain.hint in class_chain(entry.entity_class):
        return True
    kind = top_class(chain.entity_class)
    own = top_class(entry.entity_class)
    if kind == "Thing":
        return own != "Person" or " " in chain.label
    if kind == "Organisation" and entry.entity_class == "Country":
        return True
    # Makes are what a tagger of names knows least: it takes them for companies and towns.
    return kind == own or (own == "Product" and kind in ("Organisation", "Place"))


def _longest_first(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name.split()), names.index(name)))


def name_gender(name: str) -> str:
    """ "m" or "f" by a person's first name, "" where it does not tell."""
    first = name.split()[0] if " " in name else ""
    if first in words("first_names.toml", "feminine"):
        return "f"
    return "m" if first in words("first_names.toml", "masculine") else ""
