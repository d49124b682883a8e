"""Every event type against its own example and near-miss in ontology/events.ttl, and the cases
of tests/cases/events.toml: types and roles, with precision and recall.

``python -m tests.extract.test_event_types`` prints what is wrong. Cases are halved by the hash of
their sentence: of the half set aside only the totals are looked at.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.annotate import annotate_many
from kg.event_types import load, ontology_directory
from kg.extract import extract
from kg.model import Document, Event, Extraction, Mention, Span
from kg.vocab import KG, PREFIXES

CASES = Path(__file__).parent.parent / "cases" / "events.toml"
PUBLISHED = date(2022, 3, 4)

# Shares that must not fall; see docs/decisions/0014-events.md for what is missing.
EXAMPLES = 0.96
NEAR_MISSES = 0.85


@cache
def sentences() -> tuple[tuple[str, bool, str], ...]:
    """Type, whether its sentence is an example of it (or a near-miss), the sentence."""
    found = []
    for quad in ox.parse(
        path=str(ontology_directory() / "events.ttl"), format=ox.RdfFormat.TURTLE
    ):
        example = quad.predicate.value == PREFIXES["skos"] + "example"
        if example or quad.predicate.value == KG + "nearMiss":
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.Literal)
            found.append((quad.subject.value.removeprefix(KG), example, quad.object.value))
    return tuple(sorted(found))


@cache
def extracted(texts: tuple[str, ...]) -> tuple[Extraction, ...]:
    documents = [Document(str(n), text, published=PUBLISHED) for n, text in enumerate(texts)]
    return tuple(extract(analysis) for analysis in annotate_many(documents, "nl"))


def wrong_sentences() -> Iterator[tuple[str, bool, str]]:
    """Examples without their type, near-misses with it."""
    types = load()
    found = extracted(tuple(text for _, _, text in sentences()))
    for (name, example, text), extraction in zip(sentences(), found, strict=True):
        told = {
            kind
            for event in extraction.events
            if event.type in types.by_name
            for kind in types.chain(event.type or "")
        }
        if (name in told) != example:
            yield name, example, text


def test_examples_have_their_type_and_near_misses_not() -> None:
    of = Counter(example for _, example, _ in sentences())
    wrong = Counter(example for _, example, _ in wrong_sentences())
    assert of[True] == of[False] >= 100
    assert 1 - wrong[True] / of[True] >= EXAMPLES
    assert 1 - wrong[False] / of[False] >= NEAR_MISSES


def test_no_trigger_signals_two_types() -> None:
    triggers: Counter[object] = Counter()
    for kind in load().by_name.values():
        triggers.update(("verb", t.lemma, t.conditions, t.unless) for t in kind.verbs)
        triggers.update(("noun", t.lemma, t.conditions, t.unless) for t in kind.nouns)
    assert [trigger for trigger, count in triggers.items() if count > 1] == []


if __name__ == "__main__":
    for name, example, text in wrong_sentences():
        print("lacks" if example else "has", name, "|", text)
