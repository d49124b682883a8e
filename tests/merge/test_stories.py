"""Merging held against stories with known truth; ``benchmarks/merging.py`` prints the figures."""

from __future__ import annotations

import pytest

from kg import event_types, gazetteer
from kg.merge import merge
from kg.model import Merges
from tests.merge.measure import Reading, entity_pairs, event_pairs, merged, read
from tests.stories import Article, world

Told = tuple[list[Article], list[Reading], Merges]


@pytest.fixture(scope="module")
def told() -> Told:
    articles = [article for number in (0, 1) for article in world(number)]
    readings = read(articles)
    return articles, readings, merged(readings)


@pytest.mark.parametrize(
    ("half", "precision", "recall"), [("work", 0.96, 0.62), ("report", 0.70, 0.36)]
)
def test_mentions_of_one_event_are_put_together(
    told: Told, half: str, precision: float, recall: float
) -> None:
    found = event_pairs(*told)[half]
    print(f"events, {half}: {found}")
    assert found.marked > 250
    assert found.precision >= precision and found.recall >= recall


@pytest.mark.parametrize(
    ("half", "precision", "recall"), [("work", 0.98, 0.92), ("report", 0.88, 0.92)]
)
def test_names_of_one_thing_are_put_together(
    told: Told, half: str, precision: float, recall: float
) -> None:
    found = entity_pairs(*told)[half]
    print(f"entities, {half}: {found}")
    assert found.marked > 150
    assert found.precision >= precision and found.recall >= recall


def test_the_order_of_documents_plays_no_part(told: Told) -> None:
    _, readings, found = told
    sketches = [reading.sketch for reading in readings]
    turned = sketches[::-1][7:] + sketches[::-1][:7]
    assert merge(turned, event_types.load(), gazetteer.load()) == found


def test_every_event_is_merged_into_one_other_at_most(told: Told) -> None:
    _, readings, found = told
    every = [event for one in found.events for event in one.events]
    assert len(every) == len(set(every))
    assert set(every) <= {e.key for r in readings for e in r.sketch.events}
    for one in found.events:
        assert one.events[0] == min(one.events)
        assert {one.labelled, one.timed} <= set(one.events)
        assert one.reasons and all(one.reasons)


def test_every_entity_is_merged_into_one_other_at_most(told: Told) -> None:
    found = told[2]
    every = [key for one in found.entities for key, _ in one.entities]
    assert len(every) == len(set(every)) > 0


def test_parts_point_to_events_that_stay(told: Told) -> None:
    _, readings, found = told
    gone = {event for one in found.events for event in one.events[1:]}
    stay = {e.key for r in readings for e in r.sketch.events} - gone
    assert found.parts
    for whole, part in found.parts:
        assert whole != part and {whole, part} <= stay
