"""Measure merging across articles on stories with known truth, and how its cost grows.

    python benchmarks/merging.py [--articles N ...]

The stories stand in tests/stories (twenty-six, with near-collisions on purpose); eighteen were
looked at while the rules were made ("work"), eight were not ("report"). A pair of mentions
counts as right where the truth takes both for one thing; what exists outside the stories
(cities, the war) is left out of the halves. The baseline on the same mentions: all events of
one type in one place one event.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kg.model import EventRef, MergedEvent, Merges
from tests.merge.measure import HALVES, Reading, entity_pairs, event_pairs, merged, read
from tests.stories import Article, corpus


def by_type_and_place(readings: Sequence[Reading]) -> Merges:
    """The plain baseline: events of one type that name one place are one event."""
    groups: dict[tuple[str, str], list[EventRef]] = {}
    for reading in readings:
        for event in reading.sketch.events:
            places = sorted(event.places | event.setting)
            if event.type is not None and places:
                groups.setdefault((event.type, places[0]), []).append(event.key)
    return Merges(
        events=tuple(
            MergedEvent(tuple(sorted(refs)), refs[0], refs[0], "Asserted", False, frozenset(), ())
            for refs in groups.values()
            if len(refs) > 1
        )
    )


def measured(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[float, Merges]:
    """Seconds of CPU for merging, and what it merged."""
    start = time.process_time()
    found = merged(readings)
    return time.process_time() - start, found


def main() -> None:
    """Print pairs by half and story, and the seconds for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000])
    options = parser.parse_args()
    sizes = sorted(options.articles)
    articles = list(islice(corpus(sizes[-1]), sizes[-1]))
    start = time.process_time()
    readings = read(articles)
    print(f"{len(articles)} articles read in {time.process_time() - start:.0f} s of CPU")
    costs: list[tuple[int, float]] = []
    for size in sizes:
        some, those = articles[:size], readings[:size]
        seconds, found = measured(some, those)
        costs.append((size, seconds))
        events, entities = event_pairs(some, those, found), entity_pairs(some, those, found)
        plain = event_pairs(some, those, by_type_and_place(those))
        print(f"\n{size} articles: merged in {seconds:.2f} s of CPU")
        for half in HALVES:
            print(f"  events, {half:8s}  {events[half]}")
            print(f"    one type, one place: {plain[half]}")
            print(f"  entities, {half:6s}  {entities[half]}")
    if len(costs) > 1:
        (few, cheap), (many, dear) = costs[0], costs[-1]
        exponent = math.log(dear / cheap) / math.log(many / few)
        print(f"\ntime grows with articles to the power {exponent:.2f}, from {few} to {many}")


if __name__ == "__main__":
    main()
