"""What the page is told: entities, events, sentences, claims and ties of a graph."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest

from kg.export.network import page_data
from kg.export.triples import Triples
from kg.export.words import terms, time_in_words
from kg.vocab import (
    BASE,
    CERTAINTIES,
    ILLOCUTIONS,
    KG,
    MENTION_KINDS,
    ROLES,
    STATUSES,
    TOP_CLASSES,
)
from tests.export.page_news import news
from tests.export.page_sample import Sample, date, iri


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return page_data(news())


def number(data: dict[str, Any], label: str) -> int:
    return next(n for n, thing in enumerate(data["things"]) if thing["label"] == label)


def thing(data: dict[str, Any], label: str) -> dict[str, Any]:
    found: dict[str, Any] = data["things"][number(data, label)]
    return found


def words(data: dict[str, Any], place: list[Any]) -> str:
    return str(data["sentences"][place[0]][1][place[1] : place[2]])


def tie(data: dict[str, Any], one: str, other: str) -> tuple[str, list[Any]]:
    """Where the edge between two things begins, and why it is there."""
    ends = {number(data, one), number(data, other)}
    edge = next(e for e in data["edges"] if {e["from"], e["to"]} == ends)
    return data["things"][edge["from"]]["label"], [list(entry) for entry in edge["ties"]]


def test_every_mention_is_cut_out_exactly(data: dict[str, Any]) -> None:
    triples = Triples(news())
    anchors: dict[str, list[str]] = {}
    for mention in triples.with_type("nif:Phrase"):
        anchors.setdefault(triples.one(mention, "nif:anchorOf"), []).append(mention)
    told = [words(data, place) for row in data["things"] for place in row["in"]]
    assert set(told) <= set(anchors)
    assert "doorgebroken" in told and "de breuk" in told


def test_offsets_are_code_points_also_after_an_emoji(data: dict[str, Any]) -> None:
    place = thing(data, "Zaltbommel")["in"][0]
    assert data["sentences"][place[0]][1].startswith("🌊 Bij Zaltbommel")
    assert place[1:3] == [6, 16]


def test_a_sentence_is_shipped_once(data: dict[str, Any]) -> None:
    texts = [tuple(row) for row in data["sentences"]]
    assert len(texts) == len(set(texts))


def test_kind_and_most_specific_class(data: dict[str, Any]) -> None:
    land = thing(data, "Nederland")
    assert (land["kind"], land["classes"]) == ("Place", ["Country"])
    army = thing(data, "het leger")
    assert (army["kind"], army["classes"]) == ("Organisation", ["MilitaryForce"])
    assert thing(data, "verlaten van het huis")["classes"] == ["Event"]
    assert data["words"]["Country"] == "land"


def test_the_paper_and_a_party_both_tell_of_the_breach(data: dict[str, Any]) -> None:
    first, second = thing(data, "doorbraak van de Waaldijk bij Zaltbommel")["claims"]
    assert "who" not in first and first["status"] == "Asserted"
    assert second["who"] == [number(data, "Rijkswaterstaat")]
    assert second["status"] == "Claimed"
    assert [words(data, cue) for cue in second["cues"]] == ["Volgens"]
    assert words(data, second["at"]) == "de breuk"


def test_a_claim_about_a_claim_names_both_speakers(data: dict[str, Any]) -> None:
    (claim,) = thing(data, "dreigend tekort aan gas")["claims"]
    assert claim["who"] == [number(data, "Anke Brandt")]
    (outer,) = claim["outer"]
    assert outer["who"] == [number(data, "Joris Veldkamp")]
    start, ties = tie(data, "Joris Veldkamp", "dreigend tekort aan gas")
    assert start == "Joris Veldkamp" and ties == [[0, "says", "Report"]]


def test_edges_read_from_who_acts_to_what_is_done(data: dict[str, Any]) -> None:
    sent = "inzet van militairen in de Bommelerwaard"
    assert tie(data, "het leger", sent) == ("het leger", [[0, "role", "agent"]])
    assert tie(data, "300 militairen", sent) == (sent, [[0, "role", "theme"]])


def test_two_ties_between_two_things_are_one_edge(data: dict[str, Any]) -> None:
    start, ties = tie(data, "Wim de Graaf", "dreigement van Delta Overslag met sluiting")
    assert (start, ties) == ("Wim de Graaf", [[0, "says", "Denial"]])
    pairs = [frozenset((edge["from"], edge["to"])) for edge in data["edges"]]
    assert len(pairs) == len(set(pairs))


def test_relations_are_edges_and_told_in_the_panel(data: dict[str, Any]) -> None:
    assert tie(data, "Pieter van Maren", "burgemeester")[1] == [[0, "relation", "holdsOffice"]]
    (fact,) = thing(data, "Pieter van Maren")["facts"]
    assert (fact["name"], fact["node"]) == ("holdsOffice", number(data, "burgemeester"))
    assert tie(data, "haven van Rotterdam", "Rotterdam")[1] == [[0, "relation", "containedInPlace"]]
    assert data["words"]["containedInPlace"] == "ligt in"


def test_place_time_amount_and_identity(data: dict[str, Any]) -> None:
    town = thing(data, "Zaltbommel")
    assert (town["lat"], town["long"]) == (51.8125, 5.2472)
    assert town["same"] == [
        "http://www.wikidata.org/entity/Q9962",
        "https://sws.geonames.org/2743977/",
    ]
    out = thing(data, "evacuatie van inwoners van Zaltbommel")
    assert out["amounts"] == ["“Zeker 1.200 inwoners”"]
    assert (out["from"], out["to"], out["when"]) == (
        "2024-02-06",
        "2024-02-06",
        ["6 februari 2024"],
    )
    assert out["guessed"] is True
    vote = thing(data, "stemming over het akkoord")
    assert (vote["from"], vote["to"]) == ("2024-02-12", "2024-02-18")


def test_states_are_known_and_come_last(data: dict[str, Any]) -> None:
    states = [n for n, row in enumerate(data["things"]) if row.get("state")]
    assert states == list(range(len(data["things"]) - 2, len(data["things"])))


def test_what_is_drawn_first_hangs_together(data: dict[str, Any]) -> None:
    tied = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    loose = [n for n, row in enumerate(data["things"]) if n not in tied and not row.get("state")]
    assert all(n > max(tied - set(loose)) - 2 for n in loose)


def test_every_term_of_the_vocabulary_has_a_dutch_label() -> None:
    names = {*STATUSES, *CERTAINTIES, *ILLOCUTIONS, *MENTION_KINDS, *TOP_CLASSES}
    names |= set(ROLES) - {"hasPlace"}
    assert {name for name in names if KG + name not in terms()} == set()
    assert all(terms()[KG + status].comment for status in STATUSES)


@pytest.mark.parametrize(
    ("timex", "begin", "end", "told"),
    [
        ("2022-03-03", "2022-03-03", "2022-03-03", "3 maart 2022"),
        ("2022-W10", "2022-03-07", "2022-03-13", "7 maart 2022 t/m 13 maart 2022"),
        ("2022-03", "2022-03-01", "2022-03-31", "maart 2022"),
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        ("FUTURE_REF", "", "", "in de toekomst"),
        ("P3D", "", "", "P3D"),
        ("2022-03-03TNI", "2022-03-03", "", "3 maart 2022"),
        ("", "", "", ""),
        ("x", "geen datum", "", "geen datum"),
    ],
)
def test_times_in_words(timex: str, begin: str, end: str, told: str) -> None:
    assert time_in_words(timex, begin, end) == told


def test_an_old_iri_still_finds_its_thing() -> None:
    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Den Haag telt.")
    old = iri("entity", "haag")
    one = sample.entity("Den Haag", "City", [sample.mention("a", "Den Haag")], owl__sameAs=old)
    data = page_data(sample.store)
    assert data["aliases"] == {old.removeprefix(BASE): 0}
    assert one.endswith(data["things"][0]["key"])


def test_a_graph_that_breaks_the_contract_breaks_no_page() -> None:
    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Iets gebeurde.")
    odd = sample.event("iets", [], "https://example.org/nergens", "Vreemd")
    sample.add(odd, "kg:agent", "https://example.org/onbekend")
    sample.add(odd, "geo:lat", "noord")
    sample.add(odd, "sem:hasTime", sample.time("nooit"))
    beyond = f"{iri('doc', 'a')}#char=900,910"
    sample.add(beyond, "nif:referenceContext", f"{iri('doc', 'a')}#char=0,14")
    sample.add(odd, "gaf:denotedBy", beyond)
    claim = sample.claim(odd, "a")
    ring = sample.claim(claim, "a")
    sample.add(claim, "kg:about", ring)
    data = page_data(sample.store)
    assert "in" not in data["things"][0]
    assert data["things"][0]["status"] == "Vreemd"


def test_a_mention_without_a_sentence_shows_the_words_around_it() -> None:
    sample = Sample()
    text = "Eerste regel.\n" + "a " * 200 + "Utrecht " + "b " * 200 + "\nLaatste."
    sample.document("a", "A", "2024-01-01", text)
    begin = text.index("Utrecht")
    mention = f"{iri('doc', 'a')}#char={begin},{begin + 7}"
    sample.add(mention, "nif:referenceContext", f"{iri('doc', 'a')}#char=0,{len(text)}")
    sample.entity("Utrecht", "City", [mention])
    data = page_data(sample.store)
    place = data["things"][0]["in"][0]
    assert words(data, place) == "Utrecht"
    assert len(data["sentences"][0][1]) == 7 + 2 * 120


def test_named_graphs_count_as_one() -> None:
    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Utrecht.")
    sample.entity("Utrecht", "City", [sample.mention("a", "Utrecht")])
    named = ox.Store()
    for at, quad in enumerate(sample.store):
        graph = ox.NamedNode(f"https://example.org/g{at % 3}")
        named.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    assert page_data(named) == page_data(sample.store)


def test_dates_are_dates() -> None:
    assert date("2024-01-01").datatype.value.endswith("#date")
