"""Analysis and Extraction -> Links: which thing each mention stands for, and why."""

from __future__ import annotations

from collections.abc import Callable

from kg.corrections import NONE, Corrections
from kg.gazetteer import Entry, Gazetteer
from kg.link import (
    anaphora,
    governments,
    headline,
    names,
    offices,
    organisations,
    phrases,
    products,
    pronouns,
    speakers,
    surnames,
)
from kg.link.article import Article, Chain
from kg.link.corrections import apply
from kg.model import Analysis, Document, Entity, Extraction, Link, Links, Mention

__all__ = ["SIEVES", "link"]

Sieve = Callable[[Article], None]

# So many of the things that a chain was not taken for are told.
SHOWN = 8

# The most certain first: each sees what those before it joined (after Raghunathan et al. 2010).
SIEVES: tuple[Sieve, ...] = (
    names.same_spelling,
    names.peoples_and_adjectives,
    names.genders,
    names.same_identity,
    organisations.acronyms,
    organisations.company_names,
    organisations.shorter_names,
    surnames.surnames,
    names.spelling_variants,
    governments.metonymy,
    phrases.own_chains,
    governments.nouns,
    offices.holders,
    names.missed_names,
    phrases.described,
    phrases.titles,
    phrases.appositions,
    phrases.between_commas,
    phrases.predicates,
    names.same_identity,
    products.models,
    headline.retold,
    anaphora.same_words,
    anaphora.taken_up,
    pronouns.relatives,
    speakers.speakers,
    pronouns.third_persons,
    anaphora.own_land,
)


def link(
    source: Analysis | Document,
    extraction: Extraction,
    gazetteer: Gazetteer,
    corrections: Corrections = NONE,
) -> Links:
    """Give every mention of a document its entity.

    Mentions are first joined within the document (``SIEVES``), then each chain gets its
    identity from the gazetteer, where one is certain. No link beats a wrong link.

    Args:
        source: the analysis; from a bare document only names are joined.
        extraction: mentions, events and claims.
        gazetteer: names of the world.
        corrections: what a person has set right (``kg.corrections.load``); they have the last word.
    """
    analysis = source if isinstance(source, Analysis) else Analysis(source, ())
    article = Article(analysis.document, analysis.sentences, extraction, gazetteer)
    for sieve in SIEVES:
        sieve(article)
    apply(article, corrections)
    found: dict[Mention, Link] = {}
    entities: dict[str, Entity] = {}
    for chain in article.chains:
        entry = chain.country or chain.entry
        entity = _known(entry) if entry else _own(article, chain)
        entity = entities.setdefault(entity.key, entity)
        refused = "; ".join(list(dict.fromkeys(chain.refused))[:SHOWN])
        for profile, why in zip(chain.profiles, chain.reasons, strict=True):
            parts = [why, chain.why_entry, f"niet gekozen: {refused}" if refused else ""]
            found[profile.mention] = Link(entity, "; ".join(p for p in parts if p))
    return Links(found)


def _known(entry: Entry) -> Entity:
    return Entity(
        key=entry.key,
        label=entry.label,
        entity_class=entry.entity_class,
        same_as=entry.same_as,
        latitude=entry.latitude,
        longitude=entry.longitude,
        contained_in=entry.contained_in,
        source=entry.source,
    )


def _own(article: Article, chain: Chain) -> Entity:
    span = chain.first.mention.span
    return Entity(
        key=f"{article.document.id}#{span.start},{span.end}",
        label=chain.label,
        entity_class=chain.entity_class,
    )
