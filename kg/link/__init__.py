"""Extraction -> Links: which thing each mention stands for, and why."""

from __future__ import annotations

from kg.gazetteer import Entry, Gazetteer
from kg.link.chains import Chain, chains
from kg.link.identity import identify
from kg.model import Document, Entity, Extraction, Link, Links, Mention


def link(document: Document, extraction: Extraction, gazetteer: Gazetteer) -> Links:
    """Give every mention of a document its entity.

    Mentions are first joined within the document (see ``chains``), then each chain is looked
    up in the gazetteer (see ``identify``); without a certain identity it stays a thing of this
    document. No link beats a wrong link.
    """
    found: dict[Mention, Link] = {}
    by_key: dict[str, list[tuple[Chain, str]]] = {}
    entities: dict[str, Entity] = {}
    for chain in chains(document, extraction.mentions, gazetteer):
        entry, reason = identify(chain, gazetteer)
        entity = _known(entry) if entry else _own(document, chain)
        entities.setdefault(entity.key, entity)
        by_key.setdefault(entity.key, []).append((chain, reason))
    for key, joined in by_key.items():
        for chain, reason in joined:
            for mention, why in zip(chain.mentions, chain.reasons, strict=True):
                found[mention] = Link(entities[key], f"{why}; {reason}" if reason else why)
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


def _own(document: Document, chain: Chain) -> Entity:
    span = min(m.span for m in chain.mentions)
    return Entity(
        key=f"{document.id}#{span.start},{span.end}",
        label=chain.label,
        entity_class=chain.entity_class,
    )
