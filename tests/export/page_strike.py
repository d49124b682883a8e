"""One strike told by three papers and four parties: events merged across articles, by hand."""

from __future__ import annotations

import pyoxigraph as ox

from kg.vocab import KG
from tests.export.page_sample import Sample, iri

MORNING = """Een raket heeft dinsdag het station van Barvik geraakt. Volgens gouverneur Olha \
Petrenko kwamen zeker 22 reizigers om. De inval in Noordland duurt al drie weken.
"""
EVENING = """Bij de inslag in Barvik vielen 25 doden, meldt de brandweer. Het ministerie van \
Defensie van Zuidland ontkent dat het station is beschoten. “Onze operatie verloopt goed”, zei \
minister Ivan Radek. Petrenko spreekt van een oorlog.
"""
CORRECTED = """Het aantal doden van de aanval op Barvik is bijgesteld naar 24. Volgens de \
brandweer was eerder een gewonde dubbel geteld.
"""
STRIKE = "aanval op het station van Barvik"


def strike() -> ox.Store:
    """Seven entities and three events: one with five claims in three articles, one denied in
    part, one with words of two parties and a part of its own."""
    s = Sample()
    s.document("ochtend", "Raket raakt station", "2031-05-06", MORNING)
    s.document("avond", "Meer doden in Barvik", "2031-05-07", EVENING)
    s.document("herstel", "Dodental bijgesteld", "2031-05-09", CORRECTED)
    barvik = s.entity(
        "Barvik", "City", [s.mention(d, "Barvik", 0, "Name") for d in ("ochtend", "avond")]
    )
    petrenko = s.entity(
        "Olha Petrenko",
        "Person",
        [
            s.mention("ochtend", "Olha Petrenko", 0, "Name"),
            s.mention("avond", "Petrenko", 0, "Name"),
        ],
    )
    fire = s.entity(
        "brandweer",
        "Organisation",
        [s.mention(d, "de brandweer", 0, "Nominal") for d in ("avond", "herstel")],
    )
    ministry = s.entity(
        "ministerie van Defensie van Zuidland",
        "Organisation",
        [s.mention("avond", "Het ministerie van Defensie van Zuidland", 0, "Nominal")],
    )
    radek = s.entity("Ivan Radek", "Person", [s.mention("avond", "Ivan Radek", 0, "Name")])
    hit, died, impact, shelled, attack = (
        s.mention("ochtend", "geraakt"),
        s.mention("ochtend", "kwamen"),
        s.mention("avond", "inslag"),
        s.mention("avond", "beschoten"),
        s.mention("herstel", "aanval"),
    )
    counts = [
        _count(s, "ochtend", "zeker 22", 22, "AtLeast"),
        _count(s, "avond", "25", 25, "Exactly"),
        _count(s, "herstel", "24", 24, "Exactly"),
    ]
    one = s.event(
        STRIKE,
        ["Attack", "Conflict"],
        hit,
        day="2031-05-06",
        sem__hasPlace=barvik,
        kg__quantity=counts,
        kg__mergedBecause="zelfde soort gebeurtenis, plaats en dag",
        gaf__denotedBy=[died, impact, shelled, attack],
    )
    s.add(iri("event", "inslag-in-barvik"), "dcterms:isReplacedBy", one)
    s.claim(one, "ochtend", kg__aboutMention=hit, gaf__denotedBy=hit)
    s.claim(one, "herstel", kg__aboutMention=attack, gaf__denotedBy=attack)
    s.claim(
        one,
        "ochtend",
        kg__speaker=petrenko,
        status="Claimed",
        kg__aboutMention=died,
        kg__cue=s.mention("ochtend", "Volgens"),
        gaf__denotedBy=s.mention("ochtend", "kwamen zeker 22 reizigers om"),
    )
    s.claim(
        one,
        "avond",
        kg__speaker=fire,
        illocution="Report",
        status="Claimed",
        kg__aboutMention=impact,
        gaf__denotedBy=s.mention("avond", "Bij de inslag in Barvik vielen 25 doden"),
    )
    s.claim(
        one,
        "avond",
        kg__speaker=ministry,
        illocution="Denial",
        status="Claimed",
        polarity="Negative",
        kg__aboutMention=shelled,
        kg__cue=s.mention("avond", "ontkent"),
        gaf__denotedBy=s.mention("avond", "dat het station is beschoten"),
    )
    _war(s, one, radek, petrenko)
    return s.store


def _count(s: Sample, slug: str, words: str, value: int, comparator: str) -> str:
    one = iri("quantity", f"{slug}-{value}")
    s.add(one, "a", KG + "Quantity")
    s.add(one, "kg:value", value)
    s.add(one, "kg:comparator", KG + comparator)
    s.add(one, "kg:unit", ox.Literal("dode"))
    s.add(one, "gaf:denotedBy", s.mention(slug, words))
    return one


def _war(s: Sample, part: str, radek: str, petrenko: str) -> None:
    """The war that the strike is part of, in the words of each."""
    inval, operatie, oorlog = (
        s.mention("ochtend", "inval"),
        s.mention("avond", "operatie"),
        s.mention("avond", "oorlog"),
    )
    war = s.event(
        "oorlog tussen Zuidland en Noordland",
        ["War", "Conflict"],
        inval,
        gaf__denotedBy=[operatie, oorlog],
        sem__hasSubEvent=part,
    )
    s.claim(war, "ochtend", kg__aboutMention=inval, gaf__denotedBy=inval)
    s.claim(
        war,
        "avond",
        kg__speaker=radek,
        status="Claimed",
        kg__aboutMention=operatie,
        kg__quote="Onze operatie verloopt goed",
        kg__quoteKind=KG + "Direct",
        gaf__denotedBy=s.mention("avond", "Onze operatie verloopt goed"),
    )
    s.claim(
        war,
        "avond",
        kg__speaker=petrenko,
        status="Claimed",
        kg__aboutMention=oorlog,
        gaf__denotedBy=s.mention("avond", "een oorlog"),
    )
