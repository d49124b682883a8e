"""A small war in two articles, as a graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.query.contract import ContractGraph, claimed

FIRST = (
    "Rusland beschoot 🚀 donderdag de haven van Irpin. "
    "Volgens Poetin hebben de troepen Cherson veroverd. "
    "Hij eist dat Kiev de wapens neerlegt. "
    "Er vielen zeker 22 doden. "
    "De stad is veilig, zei Poetin. "
    "Zelenski ontkent de inname.\n"
)
SECOND = "Vladimir Poetin praat maandag met Zelenski in Minsk. Er werd niet gevochten bij Kiev.\n"


def small_war() -> ContractGraph:
    """Every kind of thing that the saved questions speak of, at least once."""
    graph = ContractGraph()
    one, two = graph.article("een", FIRST), graph.article("twee", SECOND, "2022-03-06")
    thursday, monday = graph.day("2022-03-03"), graph.day("2022-03-07")
    rusland = graph.entity(
        "rusland-1", "Rusland", ["Place", "Country"], [one.words("Rusland", "Name")]
    )
    irpin = graph.entity(
        "irpin-1",
        "Irpin",
        ["Place", "City"],
        [one.words("Irpin", "Name")],
        "geo:lat 50.52 ; geo:long 30.25 ; owl:sameAs <http://www.wikidata.org/entity/Q1>",
    )
    cherson = graph.entity(
        "cherson-1", "Cherson", ["Place", "City"], [one.words("Cherson", "Name")]
    )
    kiev = graph.entity(
        "kiev-1",
        "Kiev",
        ["Place", "City"],
        [one.words("Kiev", "Name"), two.words("Kiev", "Name")],
        "kg:mergedBecause 'naam “Kiev”'",
    )
    minsk = graph.entity("minsk-1", "Minsk", ["Place", "City"], [two.words("Minsk", "Name")])
    poetin = graph.entity(
        "poetin-1",
        "Vladimir Poetin",
        ["Person"],
        [
            one.words("Poetin", "Name"),
            one.words("Hij", "Pronoun"),
            one.words("Poetin", "Name", 1),
            two.words("Vladimir Poetin", "Name"),
        ],
        "kg:mergedBecause 'achternaam “Poetin”', 'voornaamwoord'",
    )
    zelenski = graph.entity(
        "zelenski-1",
        "Volodimir Zelenski",
        ["Person"],
        [one.words("Zelenski", "Name"), two.words("Zelenski", "Name")],
    )
    doc_one, doc_two = f"<{one.iri}>", f"<{two.iri}>"

    shot = one.words("beschoot")
    shelling = graph.event(
        "beschieting-1",
        "beschieting van de haven van Irpin",
        ["Attack", "Shelling"],
        [shot],
        f"kg:status kg:Asserted ; kg:agent {rusland}",
        f"sem:hasPlace {irpin} ; sem:hasTime {thursday}",
    )
    graph.claim("a-1", shelling, doc_one, shot, claimed(about_mention=shot))

    took = one.words("veroverd")
    capture = graph.event(
        "inname-1",
        "inname van Cherson",
        ["Capture"],
        [took, one.words("inname")],
        f"kg:status kg:Claimed ; kg:patient {cherson}",
    )
    graph.claim(
        "b-1",
        capture,
        poetin,
        one.words("hebben de troepen Cherson veroverd"),
        claimed(status="Claimed", certainty="Probable", about_mention=took),
    )
    denied = graph.claim(
        "b-2",
        capture,
        zelenski,
        one.words("de inname"),
        claimed("Denial", "Claimed", polarity="Negative", about_mention=one.words("inname")),
        "kg:quoteKind kg:Direct ; kg:quote 'nee'@nl",
    )
    graph.claim("b-3", denied, doc_one, one.words("ontkent"), claimed())

    lay = one.words("neerlegt")
    surrender = graph.event(
        "neerleggen-1", "neerleggen van de wapens", [], [lay], "kg:status kg:Demanded"
    )
    graph.claim(
        "c-1",
        surrender,
        poetin,
        one.words("dat Kiev de wapens neerlegt"),
        claimed("Demand", "Demanded", about_mention=lay),
        f"kg:claimAddressee {kiev}",
    )
    fell = one.words("vielen")
    number = "<https://w3id.org/kg-nieuws/id/quantity/22>"
    graph.add(
        f"{number} a kg:Quantity ; kg:value 22.0 ; kg:comparator kg:AtLeast ; kg:unit 'dode'",
        f"gaf:denotedBy {one.words('zeker 22')}",
    )
    death = graph.event(
        "dood-1",
        "dood van 22 mensen",
        ["Death"],
        [fell],
        f"kg:status kg:Asserted ; kg:quantity {number}",
    )
    graph.claim("d-1", death, doc_one, fell, claimed(about_mention=fell))
    safe = one.words("veilig")
    state = graph.event(
        "veilig-1", "veilig zijn van de stad", ["State"], [safe], "kg:status kg:Claimed"
    )
    graph.claim("e-1", state, poetin, safe, claimed(status="Claimed", about_mention=safe))

    talk = two.words("praat")
    talks = graph.event(
        "gesprek-1",
        "gesprek tussen Vladimir Poetin en Volodimir Zelenski",
        ["Negotiation"],
        [talk],
        f"kg:status kg:Planned ; kg:agent {poetin} ; kg:participant {zelenski}",
        f"sem:hasPlace {minsk} ; sem:hasTime {monday}",
    )
    graph.claim("f-1", talks, doc_two, talk, claimed(status="Planned", about_mention=talk))
    fought = two.words("gevochten")
    battle = graph.event(
        "gevecht-1",
        "gevecht bij Kiev",
        ["Battle"],
        [fought],
        f"kg:status kg:Negated ; kg:near {kiev}",
    )
    graph.claim(
        "g-1",
        battle,
        doc_two,
        fought,
        claimed(status="Negated", polarity="Negative", about_mention=fought),
    )
    return graph


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small war as a Turtle file."""
    path = tmp_path_factory.mktemp("war") / "graph.ttl"
    path.write_text(small_war().turtle(), encoding="utf-8")
    return path
