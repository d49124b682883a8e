"""Entities and the mentions of them -> triples."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.gazetteer import Gazetteer
from kg.graph.terms import (
    Triple,
    decimal,
    dutch,
    mint_iri,
    outside_iri,
    plain,
    term,
    types,
)
from kg.model import Entity, Link
from kg.vocab import class_chain, top_class


def entity_iri(base: str, entity: Entity) -> ox.NamedNode:
    """The IRI of an entity: all stand under entity/, whatever their class."""
    return mint_iri(base, "entity", entity.label, entity.key)


def entity(base: str, thing: Entity, gazetteer: Gazetteer) -> Iterator[Triple]:
    """What is known of an entity apart from its mentions, and of the places around it.

    What the gazetteer tells is derived from it (prov:wasDerivedFrom).
    """
    iri = entity_iri(base, thing)
    chain = class_chain(thing.entity_class)
    yield from types(iri, [f"kg:{name}" for name in chain])
    if top_class(thing.entity_class) == "Place":
        yield from types(iri, ["sem:Place"])
    yield iri, term("rdfs:label"), dutch(thing.label)
    for same in thing.same_as:
        yield iri, term("owl:sameAs"), outside_iri(same)
    if thing.latitude is not None and thing.longitude is not None:
        yield from _point(iri, thing)
    if thing.source:
        yield iri, term("prov:wasDerivedFrom"), ox.NamedNode(f"{base}gazetteer")
        yield iri, term("dcterms:source"), plain(thing.source)
    if thing.contained_in and (around := gazetteer.get(thing.contained_in)):
        outer = Entity(
            key=around.key,
            label=around.label,
            entity_class=around.entity_class,
            same_as=around.same_as,
            latitude=around.latitude,
            longitude=around.longitude,
            contained_in=around.contained_in if around.contained_in != thing.key else None,
            source=around.source,
        )
        yield iri, term("schema:containedInPlace"), entity_iri(base, outer)
        yield from entity(base, outer, gazetteer)


def mention(base: str, link: Link, words: ox.NamedNode, kind: str) -> Iterator[Triple]:
    """That words mention an entity, and why they were taken for it."""
    iri = entity_iri(base, link.entity)
    yield iri, term("gaf:denotedBy"), words
    yield words, term("kg:mentionKind"), term(f"kg:{kind}")
    yield iri, term("kg:mergedBecause"), plain(link.reason)


def _point(iri: ox.NamedNode, thing: Entity) -> Iterator[Triple]:
    latitude, longitude = thing.latitude, thing.longitude
    if latitude is None or longitude is None:
        return
    geometry = ox.NamedNode(f"{iri.value}/geometry")
    yield iri, term("geo:lat"), decimal(latitude)
    yield iri, term("geo:long"), decimal(longitude)
    yield iri, term("geosparql:hasGeometry"), geometry
    yield from types(geometry, ["geosparql:Geometry"])
    point = f"POINT({decimal(longitude).value} {decimal(latitude).value})"
    wkt = ox.Literal(point, datatype=term("geosparql:wktLiteral"))
    yield geometry, term("geosparql:asWKT"), wkt
