"""A made-up graph of any size, for seeing that the page and its builder bear it.

Run it as ``python -m tests.export.page_large 2000 page.html``.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pyoxigraph as ox

from kg.vocab import BASE, KG
from tests.export.page_sample import Sample, iri

KINDS = ("Person", "Person", "City", "Company", "Country", "Group", "Thing", "Product")
VERBS = ("bezoekt", "beschuldigt", "helpt", "verlaat", "steunt", "waarschuwt")
CLASSES = ("Statement", "Attack", "Agreement", "Negotiation", "Displacement", "Appeal")
STATUSES = ("Asserted",) * 6 + ("Claimed", "Claimed", "Planned", "Demanded", "Negated", "Hearsay")
PER_DOCUMENT = 40
"""Events of one article; each sentence tells of one."""


def large(size: int, seed: int = 7) -> ox.Store:
    """A graph of about ``size`` nodes: two of five are names, mentioned as names are (a few
    very often), three of five events between two of them."""
    chance = random.Random(seed)
    names = [f"{_syllables(chance)} {_syllables(chance)}" for _ in range(size * 2 // 5)]
    events = size - len(names)
    sample = Sample()
    mentions: dict[int, list[str]] = {number: [] for number in range(len(names))}
    for first in range(0, events, PER_DOCUMENT):
        _document(sample, first, min(first + PER_DOCUMENT, events), names, mentions, chance)
    for number, label in enumerate(names):
        one = f"{BASE}entity/naam-{number}"
        sample.entity(label, KINDS[number % len(KINDS)], mentions[number], iri=one)
    return sample.store


def _document(
    sample: Sample,
    first: int,
    last: int,
    names: list[str],
    mentions: dict[int, list[str]],
    chance: random.Random,
) -> None:
    told = []
    for _ in range(first, last):
        # Names are spoken of by Zipf's law, roughly.
        pair = [int(len(names) * chance.random() ** 3) for _ in range(2)]
        told.append((*pair, chance.choice(VERBS)))
    lines = [f"{names[one]} {verb} gisteren {names[other]}." for one, other, verb in told]
    slug = f"doc-{first:06d}"
    sample.document(slug, f"Bericht {first}", f"2024-{first % 12 + 1:02d}-01", "\n".join(lines))
    begin = 0
    text_end = len(sample.texts[slug])
    for number, ((one, other, verb), line) in enumerate(zip(told, lines, strict=True)):
        stops = (begin, begin + len(line))
        for name, place in ((one, line.index(names[one])), (other, line.rindex(names[other]))):
            start = begin + place
            mentions[name].append(
                _mention(sample, slug, (start, start + len(names[name])), stops, text_end, "Name")
            )
        start = begin + line.index(verb, len(names[one]))
        trigger = _mention(sample, slug, (start, start + len(verb)), stops, text_end, "")
        status = chance.choice(STATUSES)
        event = sample.event(
            f"{names[one]} {verb} {names[other]} {first + number}",
            [chance.choice(CLASSES)],
            trigger,
            status,
            f"2024-{chance.randrange(12) + 1:02d}-{chance.randrange(28) + 1:02d}",
            kg__agent=f"{BASE}entity/naam-{one}",
            kg__patient=f"{BASE}entity/naam-{other}",
        )
        speaker = {} if status == "Asserted" else {"kg__speaker": f"{BASE}entity/naam-{one}"}
        sample.claim(event, slug, status=status, kg__aboutMention=trigger, **speaker)
        begin += len(line) + 1


def _mention(
    sample: Sample, slug: str, span: tuple[int, int], stops: tuple[int, int], end: int, kind: str
) -> str:
    base = f"{iri('doc', slug)}#char="
    one = f"{base}{span[0]},{span[1]}"
    sample.add(one, "nif:beginIndex", span[0])
    sample.add(one, "nif:endIndex", span[1])
    sample.add(one, "nif:referenceContext", f"{base}0,{end}")
    sample.add(one, "nif:sentence", f"{base}{stops[0]},{stops[1]}")
    if kind:
        sample.add(one, "kg:mentionKind", KG + kind)
    return one


def _syllables(chance: random.Random) -> str:
    parts = [chance.choice("bdfgklmnprstvwz") + chance.choice("aeiou") for _ in range(3)]
    return "".join(parts).capitalize()


if __name__ == "__main__":
    from kg.export import EXPORTERS

    store = large(int(sys.argv[1]))
    started = time.perf_counter()
    page = EXPORTERS["network"].write(store)
    seconds = time.perf_counter() - started
    Path(sys.argv[2]).write_bytes(page)
    print(f"{len(store)} triples, {len(page):,} bytes, {seconds:.2f} s")
