"""Numbers of the text -> those of one unit and one happening, side by side."""

from __future__ import annotations

from typing import Any

from kg.export.claims import local
from kg.export.framing import PAPER
from kg.export.parties import Parties
from kg.export.passages import Passages, Place
from kg.export.things import Thing
from kg.export.triples import Triples
from kg.vocab import KG

Key = tuple[str, str, str]


def amounts(
    triples: Triples, passages: Passages, order: list[Thing], numbers: dict[str, int]
) -> list[dict[str, Any]]:
    """Numbers that can be compared: one unit, of one event or of events of one class and place.

    Only where they are not all the same ("zeker 22" beside "25").

    Returns:
        Rows for JSON: ``unit``, ``node`` (an event) or ``class`` and ``place``, and ``rows``:
        [event's number, speaker's number or -1, value, comparator, place of the words].
    """
    parties = Parties(triples, passages)
    groups: dict[Key, list[list[Any]]] = {}
    for event in order:
        if event.kind != "Event" or event.state:
            continue
        for quantity in triples.all(event.iri, "kg:quantity"):
            unit, value = triples.one(quantity, "kg:unit"), triples.number(quantity, "kg:value")
            # Who died is counted as people, soldiers, travellers: all are dead.
            unit = "dode" if KG + "Death" in event.classes else unit
            how = local(triples.one(quantity, "kg:comparator"))
            for mention in triples.all(quantity, "gaf:denotedBy"):
                place = passages.place(mention)
                if place is None or value is None:
                    continue
                who = numbers.get(parties.of(mention).speaker, PAPER)
                row = [numbers[event.iri], who, value, how, place]
                for key in _keys(triples, event, unit):
                    groups.setdefault(key, []).append(row)
    found = []
    seen: set[str] = set()
    for (unit, where, kind), rows in sorted(groups.items()):
        rows.sort(key=lambda row: _told(triples, passages, row[4]))
        told = str(rows)
        if len({(row[2], row[3]) for row in rows}) < 2 or told in seen:
            continue
        seen.add(told)
        about = {"class": kind, "place": numbers[where]} if kind else {"node": numbers[where]}
        found.append({"unit": unit} | about | {"rows": rows})
    return found


def _told(triples: Triples, passages: Passages, place: Place) -> tuple[str, int, int, int]:
    """When and where a number was told: by the article's day, then its place in the texts."""
    document, start = passages.position(place[0])
    day = triples.one(passages.documents[document], "schema:datePublished")
    return day, document, start, place[1]


def _keys(triples: Triples, event: Thing, unit: str) -> list[Key]:
    """What the number is compared by: the event itself; its class and each of its places."""
    keys = [(unit, event.iri, "")]
    kind = event.classes[0]
    if kind.startswith(KG):
        for role in ("sem:hasPlace", "kg:near"):
            keys += [(unit, place, local(kind)) for place in triples.all(event.iri, role)]
    return keys
