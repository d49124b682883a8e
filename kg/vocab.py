"""The ontology's terms as names; a test holds them against ontology/*.ttl.

Plain strings: the stages speak of "Person" or "agent" and never see an RDF library.
"""

from __future__ import annotations

from typing import Final

KG: Final = "https://w3id.org/kg-nieuws/ontology#"
BASE: Final = "https://w3id.org/kg-nieuws/id/"

PREFIXES: Final[dict[str, str]] = {
    "kg": KG,
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "time": "http://www.w3.org/2006/time#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Entity class -> its superclass ("Entity" at the top).
ENTITY_CLASSES: Final[dict[str, str]] = {
    "Person": "Entity",
    "Organisation": "Entity",
    "Group": "Entity",
    "Place": "Entity",
    "Product": "Entity",
    "Thing": "Entity",
    "Country": "Place",
    "AdminRegion": "Place",
    "Region": "Place",
    "City": "Place",
    "Sea": "Place",
    "River": "Place",
    "Landform": "Place",
    "Facility": "Place",
    "Company": "Organisation",
    "Party": "Organisation",
    "Government": "Organisation",
    "InternationalOrganisation": "Organisation",
    "MilitaryForce": "Organisation",
    "Media": "Organisation",
    "Institution": "Organisation",
}

TOP_CLASSES: Final = tuple(name for name, parent in ENTITY_CLASSES.items() if parent == "Entity")

MENTION_KINDS: Final = ("Name", "Nominal", "Pronoun", "Adjective")

# Roles of an event: those filled by actors, by places, and by events, claims or entities.
ACTOR_ROLES: Final = (
    "agent",
    "patient",
    "participant",
    "addressee",
    "recipient",
    "beneficiary",
    "theme",
    "instrument",
    "target",
)
PLACE_ROLES: Final = ("hasPlace", "origin", "destination", "near")
EVENT_ROLES: Final = ("topic", "content", "cause", "purpose", "condition")
ROLES: Final = ACTOR_ROLES + PLACE_ROLES + EVENT_ROLES

RELATIONS: Final = ("holdsOffice", "locatedAt", "partOf", "population", "containedInPlace")

ILLOCUTIONS: Final = (
    "Assertion",
    "Demand",
    "Request",
    "Accusation",
    "Denial",
    "Promise",
    "Threat",
    "Warning",
    "Report",
    "Question",
)
# Ordered: an event's own status is the first that one of its claims has.
STATUSES: Final = (
    "Asserted",
    "Negated",
    "Planned",
    "Conditional",
    "Demanded",
    "Claimed",
    "Hearsay",
)
CERTAINTIES: Final = ("Certain", "Probable", "Possible", "Underspecified")
POLARITIES: Final = ("Positive", "Negative")
QUOTE_KINDS: Final = ("Direct", "Indirect", "Mixed")
COMPARATORS: Final = ("Exactly", "AtLeast", "MoreThan", "AtMost", "LessThan", "About", "Vague")


def class_chain(name: str) -> tuple[str, ...]:
    """The entity class and its superclasses, most specific first, without ``Entity``.

    Raises:
        KeyError: ``name`` is not an entity class.
    """
    chain = [name]
    while (parent := ENTITY_CLASSES[chain[-1]]) != "Entity":
        chain.append(parent)
    return tuple(chain)


def top_class(name: str) -> str:
    """The top class that an entity class stands under: "Country" -> "Place"."""
    return class_chain(name)[-1]
