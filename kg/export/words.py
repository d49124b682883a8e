"""Ontology -> the Dutch words that the page shows, and dates in Dutch."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from kg.event_types import ontology_directory
from kg.vocab import KG, PREFIXES

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
# Terms of other vocabularies that the contract uses and our ontology does not label.
OTHERS = {
    PREFIXES["sem"] + "hasPlace": "plaats",
    PREFIXES["sem"] + "Event": "gebeurtenis",
    PREFIXES["schema"] + "containedInPlace": "ligt in",
}
REFERENCES = {
    "PRESENT_REF": "nu, volgens de tekst",
    "PAST_REF": "in het verleden",
    "FUTURE_REF": "in de toekomst",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology in Dutch: label, explanation, IRIs of its superclasses."""

    label: str
    comment: str = ""
    parents: tuple[str, ...] = ()


@cache
def terms() -> dict[str, Term]:
    """Every term of ontology/kg.ttl and events.ttl by IRI, in Dutch.

    Raises:
        OSError: the ontology's files are not where the package keeps them.
    """
    import pyoxigraph as ox

    rdfs, skos = PREFIXES["rdfs"], PREFIXES["skos"]
    labels: dict[str, str] = dict(OTHERS)
    comments: dict[str, str] = {}
    parents: dict[str, set[str]] = {}
    for name in ("kg.ttl", "events.ttl"):
        path = ontology_directory() / name
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, ox.NamedNode):
                continue
            if isinstance(value, ox.Literal) and value.language == "nl":
                if predicate == rdfs + "label":
                    labels[subject.value] = value.value
                elif predicate in (rdfs + "comment", skos + "definition"):
                    comments[subject.value] = value.value
            elif predicate == rdfs + "subClassOf" and isinstance(value, ox.NamedNode):
                parents.setdefault(subject.value, set()).add(value.value)
    return {
        iri: Term(label, comments.get(iri, ""), tuple(sorted(parents.get(iri, ()))))
        for iri, label in labels.items()
    }


def word(iri: str) -> str:
    """The Dutch label of a term; the last part of its IRI where it has none."""
    known = terms().get(iri)
    return known.label if known else re.split(r"[#/]", iri)[-1]


def own(name: str) -> str:
    """The Dutch label of a term of our ontology, by its local name."""
    return word(KG + name)


def day_in_words(day: str) -> str:
    """An ISO date as "3 maart 2022"; what is no date comes back as it is."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def time_in_words(timex: str, begin: str, end: str) -> str:
    """A time as a reader says it.

    Args:
        timex: the TIMEX3 value ("2022-W10", "2022-03", "FUTURE_REF"), or "".
        begin, end: its first and last day (ISO), or "".
    """
    if timex in REFERENCES:
        return REFERENCES[timex]
    if re.fullmatch(r"\d{4}", timex):
        return timex
    if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", timex):
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    if begin and end and begin != end:
        return f"{day_in_words(begin)} t/m {day_in_words(end)}"
    return day_in_words(begin or end) or timex
