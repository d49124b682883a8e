"""Three invented Dutch articles and the graph that a careful reader would make of them."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from kg.vocab import BASE, KG
from tests.export.page_sample import Sample

DIKE = """🌊 Bij Zaltbommel is dinsdagnacht de Waaldijk doorgebroken. Zeker 1.200 inwoners zijn \
geëvacueerd. Burgemeester Pieter van Maren riep de bewoners op om hun huis te verlaten. \
“Wacht niet op het water”, zei hij.

Volgens Rijkswaterstaat is de breuk veroorzaakt door een lek onder de kade. Het \
waterschap Rivierenland ontkent dat de dijk slecht is onderhouden. Minister Hanneke \
Postma wil dat er deze week een onderzoek komt. Woensdag reist zij naar Zaltbommel. Het \
leger heeft 300 militairen gestuurd naar de Bommelerwaard.
"""
PORT = """De vakbond FNV en havenbedrijf Delta Overslag hebben vrijdag in Rotterdam een akkoord \
gesloten. De staking in de haven duurde elf dagen. FNV-voorzitter Kitty Jong noemde het \
akkoord een doorbraak. Delta Overslag beloofde dat niemand wordt ontslagen.

Volgens persbureau ANP dreigde het bedrijf eerder met sluiting. Directeur Wim de Graaf \
sprak dat tegen: “Wij hebben nooit gedreigd.” Wethouder Amina El Idrissi waarschuwde dat \
een nieuwe staking Rotterdam miljoenen kan kosten. De havenarbeiders stemmen volgende \
week over het akkoord.
"""
GAS = """Duitsland en Nederland onderhandelen in Groningen over gas. Berlijn eist dat Nederland \
de gaskraan opendraait. Premier Joris Veldkamp weigert dat. Volgens Veldkamp zei de \
Duitse minister Anke Brandt dat er een tekort dreigt. De NAM heeft de put bij Loppersum \
gesloten. Groningers demonstreerden zaterdag voor het provinciehuis. Als het vriest, \
gaat de kraan misschien weer open.
"""
WIKIDATA = "http://www.wikidata.org/entity/"
WEEK = "2024-W07 2024-02-12 2024-02-18"


def news() -> ox.Store:
    """The three articles: 26 entities, 24 events, every status and a claim about a claim."""
    s = Sample()
    s.document("dijk-2024-02-07", "Dijk bij Zaltbommel doorgebroken", "2024-02-07", DIKE)
    s.document("haven-2024-02-09", "Akkoord in de Rotterdamse haven", "2024-02-09", PORT)
    s.document("gas-2024-02-11", "Gasruzie met Duitsland", "2024-02-11", GAS)
    _dike(s, "dijk-2024-02-07")
    _port(s, "haven-2024-02-09")
    _gas(s, "gas-2024-02-11")
    return s.store


def place(s: Sample, label: str, kind: str, mentions: list[str], at: Any, **more: Any) -> str:
    return s.entity(label, kind, mentions, geo__lat=at[0], geo__long=at[1], **more)


# One call an event, as a reader would list them.
# fmt: off
def _dike(s: Sample, d: str) -> None:
    def m(words: str, nth: int = 0, kind: str = "") -> str:
        return s.mention(d, words, nth, kind)

    def name(words: str, nth: int = 0) -> str:
        return m(words, nth, "Name")

    bommel = place(
        s, "Zaltbommel", "City", [name("Zaltbommel"), name("Zaltbommel", 1)], (51.8125, 5.2472),
        owl__sameAs=[WIKIDATA + "Q9962", "https://sws.geonames.org/2743977/"],
        kg__mergedBecause="zelfde naam in hetzelfde artikel",
    )
    waard = place(s, "Bommelerwaard", "Region", [name("Bommelerwaard")], (51.79, 5.2))
    dijk = s.entity("Waaldijk", "Facility", [name("Waaldijk"), m("de dijk", 0, "Nominal")])
    inwoners = s.entity("inwoners van Zaltbommel", "Group",
                        [m("inwoners", 0, "Nominal"), m("de bewoners", 0, "Nominal")])
    maren = s.entity(
        "Pieter van Maren", "Person", [name("Pieter van Maren"), m("hij", 0, "Pronoun")],
        kg__mergedBecause="“hij” na “Pieter van Maren”: de enige persoon in de vorige zin",
    )
    rws = s.entity("Rijkswaterstaat", "Government", [name("Rijkswaterstaat")],
                   owl__sameAs=WIKIDATA + "Q2176764")
    lek = s.entity("lek onder de kade", "Thing", [m("een lek onder de kade", 0, "Nominal")])
    schap = s.entity("waterschap Rivierenland", "Government", [name("Rivierenland")])
    postma = s.entity("Hanneke Postma", "Person", [name("Hanneke Postma"), m("zij", 0, "Pronoun")])
    leger = s.entity("het leger", "MilitaryForce", [m("Het leger", 0, "Nominal")])
    militairen = s.entity("300 militairen", "Group", [m("300 militairen", 0, "Nominal")])

    night = "2024-02-06"
    breach = s.event(
        "doorbraak van de Waaldijk bij Zaltbommel", ["Damage"], m("doorgebroken"), day=night,
        kg__patient=dijk, kg__near=bommel, kg__cause=lek, kg__agentUnstated=True,
        gaf__denotedBy=m("de breuk"), kg__mergedBecause="“de breuk” verwijst naar “doorgebroken”",
    )
    s.claim(breach, d, kg__aboutMention=m("doorgebroken"), kg__rule="document")
    s.claim(
        breach, d, kg__speaker=rws, status="Claimed", kg__aboutMention=m("de breuk"),
        kg__cue=m("Volgens"), kg__rule="attribution.volgens", kg__confidence=0.9,
    )
    amount = BASE + "quantity/1200"
    s.add(amount, "kg:value", 1200.0)
    s.add(amount, "kg:comparator", KG + "AtLeast")
    s.add(amount, "gaf:denotedBy", m("Zeker 1.200 inwoners"))
    out = s.event("evacuatie van inwoners van Zaltbommel", ["Displacement"], m("geëvacueerd"),
                  day=night, kg__patient=inwoners, sem__hasPlace=bommel, kg__quantity=amount,
                  kg__timeInferred=True)
    s.claim(out, d, kg__aboutMention=m("geëvacueerd"))
    leave = s.event("verlaten van het huis", [], m("verlaten"), "Demanded", kg__agent=inwoners)
    call = s.event("oproep van Pieter van Maren aan de bewoners", ["Appeal"], m("riep"), day=night,
                   kg__agent=maren, kg__addressee=inwoners, kg__content=leave)
    s.claim(call, d, kg__aboutMention=m("riep"))
    s.claim(leave, d, kg__speaker=maren, illocution="Request", status="Demanded",
            certainty="Underspecified", kg__cue=m("riep"), kg__aboutMention=m("verlaten"),
            kg__claimAddressee=inwoners)
    said = s.event("uitspraak van Pieter van Maren", ["Statement"], m("zei"), kg__agent=maren)
    s.claim(said, d, kg__aboutMention=m("zei"))
    kept = s.event("slecht onderhoud van de dijk", [], m("onderhouden"), "Negated",
                   kg__patient=dijk)
    s.claim(kept, d, kg__speaker=schap, illocution="Denial", status="Negated", polarity="Negative",
            kg__cue=m("ontkent"), kg__aboutMention=m("onderhouden"))
    study = s.event("onderzoek naar de doorbraak", [], m("onderzoek"), "Demanded",
                    day=WEEK.replace("W07", "W06").replace("12", "05").replace("18", "11"),
                    kg__topic=breach)
    s.claim(study, d, kg__speaker=postma, illocution="Demand", status="Demanded",
            kg__cue=m("wil"), kg__aboutMention=m("onderzoek"))
    trip = s.event("reis van Hanneke Postma naar Zaltbommel", [], m("reist"), "Planned",
                   day="2024-02-07", kg__agent=postma, kg__destination=bommel)
    s.claim(trip, d, status="Planned", certainty="Probable", kg__aboutMention=m("reist"))
    sent = s.event("inzet van militairen in de Bommelerwaard", [], m("gestuurd"), day="2024-02-07",
                   kg__agent=leger, kg__theme=militairen, kg__destination=waard)
    s.claim(sent, d, kg__aboutMention=m("gestuurd"))
    office = BASE + "relation/burgemeester"
    s.add(office, "a", KG + "Relation")
    s.add(office, "rdf:subject", maren)
    s.add(office, "rdf:predicate", KG + "holdsOffice")
    mayor = s.entity("burgemeester", "Thing", [m("Burgemeester", 0, "Nominal")])
    s.add(office, "rdf:object", mayor)
    s.add(office, "gaf:denotedBy", m("Burgemeester"))
    s.claim(office, d)


def _port(s: Sample, d: str) -> None:
    def m(words: str, nth: int = 0, kind: str = "") -> str:
        return s.mention(d, words, nth, kind)

    def name(words: str, nth: int = 0) -> str:
        return m(words, nth, "Name")

    fnv = s.entity("FNV", "Organisation", [name("FNV"), name("FNV", 1)])
    delta = s.entity("Delta Overslag", "Company", [
        name("Delta Overslag"), name("Delta Overslag", 1), m("het bedrijf", 0, "Nominal"),
        m("Wij", 0, "Pronoun"),
    ])
    port = place(s, "haven van Rotterdam", "Facility", [m("de haven", 0, "Nominal")], (51.95, 4.14))
    city = place(s, "Rotterdam", "City", [name("Rotterdam"), name("Rotterdam", 1)],
                 (51.9225, 4.479), owl__sameAs=WIKIDATA + "Q34370")
    s.add(port, "schema:containedInPlace", city)
    jong = s.entity("Kitty Jong", "Person", [name("Kitty Jong")])
    anp = s.entity("ANP", "Media", [name("ANP")])
    graaf = s.entity("Wim de Graaf", "Person", [name("Wim de Graaf")])
    amina = s.entity("Amina El Idrissi", "Person", [name("Amina El Idrissi")])
    workers = s.entity("havenarbeiders", "Group", [m("De havenarbeiders", 0, "Nominal")])

    deal = s.event("akkoord tussen FNV en Delta Overslag in Rotterdam", ["Agreement"],
                   m("akkoord"), day="2024-02-09", kg__agent=[fnv, delta], sem__hasPlace=city,
                   gaf__denotedBy=[m("het akkoord"), m("het akkoord", 1)])
    s.claim(deal, d, kg__aboutMention=m("akkoord"))
    strike = s.event("staking in de haven", [], m("staking"), sem__hasPlace=port, kg__agent=workers,
                     day="2024-02-08")
    s.claim(strike, d, kg__aboutMention=m("staking"))
    praise = s.event("uitspraak van Kitty Jong over het akkoord", ["Statement"], m("noemde"),
                     day="2024-02-09", kg__agent=jong, kg__topic=deal)
    s.claim(praise, d, kg__aboutMention=m("noemde"))
    fired = s.event("ontslag van havenarbeiders", [], m("ontslagen"), "Negated", kg__agent=delta,
                    kg__patient=workers)
    s.claim(fired, d, kg__speaker=delta, illocution="Promise", status="Negated",
            polarity="Negative", kg__cue=m("beloofde"), kg__aboutMention=m("ontslagen"))
    threat = s.event("dreigement van Delta Overslag met sluiting", [], m("dreigde"), "Claimed",
                     kg__agent=delta)
    s.claim(threat, d, kg__speaker=anp, illocution="Report", status="Claimed", kg__cue=m("Volgens"),
            certainty="Probable", kg__aboutMention=m("dreigde"))
    s.claim(threat, d, kg__speaker=graaf, illocution="Denial", status="Negated", kg__quote=
            "Wij hebben nooit gedreigd.", polarity="Negative", kg__quoteKind=KG + "Direct",
            kg__aboutMention=m("gedreigd"), kg__cue=m("sprak dat tegen"))
    costs = s.event("kosten van een nieuwe staking voor Rotterdam", [], m("kosten"), "Conditional",
                    kg__patient=city)
    s.claim(costs, d, kg__speaker=amina, illocution="Warning", status="Conditional",
            certainty="Possible", kg__cue=m("kan"), kg__aboutMention=m("kosten"))
    vote = s.event("stemming over het akkoord", [], m("stemmen"), "Planned", day=WEEK,
                   kg__agent=workers, kg__topic=deal)
    s.claim(vote, d, status="Planned", certainty="Probable", kg__aboutMention=m("stemmen"))
    lasted = s.event("duur van de staking", ["State"], m("duurde"), kg__topic=strike)
    s.claim(lasted, d, kg__aboutMention=m("duurde"))


def _gas(s: Sample, d: str) -> None:
    def m(words: str, nth: int = 0, kind: str = "") -> str:
        return s.mention(d, words, nth, kind)

    def name(words: str, nth: int = 0) -> str:
        return m(words, nth, "Name")

    germany = place(s, "Duitsland", "Country", [
        name("Duitsland"), m("Berlijn", 0, "Name"), m("Duitse", 0, "Adjective"),
    ], (51.0, 10.0), owl__sameAs=WIKIDATA + "Q183",
        kg__mergedBecause="“Berlijn eist”: de hoofdstad staat voor de regering")
    holland = place(s, "Nederland", "Country", [name("Nederland"), name("Nederland", 1)],
                    (52.37, 4.88), owl__sameAs=WIKIDATA + "Q55")
    groningen = place(s, "Groningen", "AdminRegion", [name("Groningen")], (53.2, 6.56))
    loppersum = place(s, "Loppersum", "City", [name("Loppersum")], (53.332, 6.747))
    veldkamp = s.entity("Joris Veldkamp", "Person", [name("Joris Veldkamp"), name("Veldkamp", 1)])
    brandt = s.entity("Anke Brandt", "Person", [name("Anke Brandt")])
    nam = s.entity("NAM", "Company", [name("NAM")])
    people = s.entity("Groningers", "Group", [m("Groningers", 0, "Name")])
    gas = s.entity("gas", "Product", [m("gas", 0, "Nominal")])
    put = s.entity("gasput bij Loppersum", "Facility", [m("de put", 0, "Nominal")])

    talks = s.event("onderhandelingen tussen Duitsland en Nederland in Groningen", ["Negotiation"],
                    m("onderhandelen"), kg__participant=[germany, holland], kg__topic=gas,
                    sem__hasPlace=groningen, day="2024-02-11")
    s.claim(talks, d, kg__aboutMention=m("onderhandelen"))
    tap = s.event("opendraaien van de gaskraan door Nederland", [], m("opendraait"), "Demanded",
                  kg__agent=holland, kg__theme=gas)
    demand = s.event("eis van Duitsland aan Nederland", ["Demand"], m("eist"), kg__agent=germany,
                     kg__addressee=holland, kg__content=tap, day="2024-02-11")
    s.claim(demand, d, kg__aboutMention=m("eist"))
    s.claim(tap, d, kg__speaker=germany, illocution="Demand", status="Demanded", kg__cue=m("eist"),
            kg__aboutMention=m("opendraait"))
    refusal = s.event("weigering van Joris Veldkamp", [], m("weigert"), kg__agent=veldkamp,
                      kg__topic=tap)
    s.claim(refusal, d, kg__aboutMention=m("weigert"))
    short = s.event("dreigend tekort aan gas", [], m("dreigt"), "Hearsay", kg__theme=gas)
    inner = s.claim(short, d, kg__speaker=brandt, illocution="Warning", status="Hearsay",
                    certainty="Possible", kg__cue=m("zei"), kg__aboutMention=m("dreigt"))
    s.claim(inner, d, kg__speaker=veldkamp, illocution="Report", status="Claimed",
            kg__cue=m("Volgens"))
    shut = s.event("sluiting van de put bij Loppersum door de NAM", [], m("gesloten"),
                   kg__agent=nam, kg__patient=put, kg__near=loppersum, day="2024-02-10")
    s.claim(shut, d, kg__aboutMention=m("gesloten"))
    march = s.event("demonstratie van Groningers", [], m("demonstreerden"), kg__agent=people,
                    sem__hasPlace=groningen, day="2024-02-10")
    s.claim(march, d, kg__aboutMention=m("demonstreerden"))
    again = s.event("heropening van de gaskraan", [], m("gaat"), "Conditional", kg__theme=gas)
    s.claim(again, d, status="Conditional", certainty="Possible", kg__cue=m("misschien"),
            kg__aboutMention=m("gaat"))
    frost = s.event("vorst", ["State"], m("vriest"), "Conditional")
    s.claim(frost, d, status="Conditional", kg__aboutMention=m("vriest"))
