"""Events and numbers -> events with the quantities that they tell."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from kg.extract.numbers import FoundQuantity
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.model import Event, Extraction, Quantity, Role

# An ordinal or an age tells which one is meant, not how many take part.
_COUNTING = ("count", "fraction", "percent", "money", "measure")


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Hang each number on the event that it belongs to.

    Catches "zeker 22 doden" in "vielen zeker 22 doden" (at least 22, unit "dode") and "voor
    40 miljoen euro" in "kocht … voor 40 miljoen euro". Leaves alone ages, ordinals and numbers
    that no event governs ("280.000 inwoners" between brackets).
    """
    by_start = {event.trigger.start: event for event in found.events}
    starts = [tree.sentence.span.start for tree in reading.trees]
    added: dict[int, list[Role]] = {}
    for number in reading.quantities:
        at = bisect_right(starts, number.span.start) - 1
        if number.kind not in _COUNTING or at < 0:
            continue
        if any(m.span.covers(number.number) for m in reading.name_mentions(at)):
            continue  # "de laatste 717": a product
        placed = _placed(reading, reading.trees[at], number, by_start)
        if placed is not None:
            event, quantity = placed
            added.setdefault(event.trigger.start, []).append(Role("quantity", quantity))
    events = tuple(
        replace(e, roles=(*e.roles, *added[e.trigger.start])) if e.trigger.start in added else e
        for e in found.events
    )
    return replace(found, events=events)


def _placed(
    reading: Reading, tree: Tree, number: FoundQuantity, by_start: dict[int, Event]
) -> tuple[Event, Quantity] | None:
    head = tree.head_of(number.number)
    if head is None or not tree.sentence.span.covers(number.span):
        return None
    counted = tree.head(head)
    unit = None
    if counted is not None and tree.tokens[counted].pos in ("NOUN", "PROPN"):
        unit = tree.lemma(counted)
    for ancestor in tree.ancestors(head):
        event = by_start.get(tree.tokens[ancestor].span.start)
        if event is not None:
            return event, number.quantity(reading.document.id, unit)
        if tree.tokens[ancestor].dep in ("parataxis", "appos"):
            return None
    return None
