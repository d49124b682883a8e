"""Saved questions about claims, on events that several articles and parties tell of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export.words import own
from kg.query import query, question, questions
from tests.export.page_sample import Sample
from tests.export.page_strike import STRIKE, strike

ROOT = Path(__file__).parents[2]
WAR = "oorlog tussen Zuidland en Noordland"
MINISTRY = "ministerie van Defensie van Zuidland"


def written(store: ox.Store, path: Path) -> Path:
    path.write_bytes(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"")
    return path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = strike()
    for quad in list(store.quads_for_pattern(None, None, None)):
        # As the contract has it, the text names its article's identifier too.
        if quad.predicate.value.endswith("wasDerivedFrom") and "#char=" in str(quad.subject):
            name = ox.NamedNode("http://purl.org/dc/terms/identifier")
            for of in store.quads_for_pattern(quad.object, name, None):
                store.add(ox.Quad(quad.subject, name, of.object))
    return written(store, tmp_path_factory.mktemp("claims") / "graph.nt")


def rows(graph: Path, name: str, columns: str, **params: str) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns.split()) for row in query(graph, name, params)]


def test_all_claims_about_one_event_side_by_side_with_date_and_source(graph: Path) -> None:
    found = rows(graph, "wat-geldt-voor-wie", "wie zegt polariteit noemt_het datum document",
                 wat="station")  # fmt: skip
    assert [(who, act, sign, word, str(day), doc) for who, act, sign, word, day, doc in found] == [
        ("(krant)", "bewering", "bevestigd", "geraakt", "2031-05-06", "ochtend"),
        ("Olha Petrenko", "bewering", "bevestigd", "kwamen", "2031-05-06", "ochtend"),
        ("brandweer", "melding", "bevestigd", "inslag", "2031-05-07", "avond"),
        (MINISTRY, "ontkenning", "ontkend", "beschoten", "2031-05-07", "avond"),
        ("(krant)", "bewering", "bevestigd", "aanval", "2031-05-09", "herstel"),
    ]


def test_numbers_of_one_event_side_by_side(graph: Path) -> None:
    found = rows(graph, "getallen-naast-elkaar", "waarvan hoe_precies getal wie document")
    about_event = [row[1:] for row in found if row[0] == STRIKE]
    assert [(how, int(str(value)), who, doc) for how, value, who, doc in about_event] == [
        ("minstens", 22, "Olha Petrenko", "ochtend"),
        ("precies", 25, "brandweer", "avond"),
        ("precies", 24, "(krant)", "herstel"),
    ]


def test_tensions_of_one_event_across_articles(graph: Path) -> None:
    found = rows(graph, "spanningen", "spanning een ander document document_ander")
    denied = {row[1:] for row in found if row[0] == "wel en niet gebeurd"}
    assert denied == {
        ("(krant)", MINISTRY, "ochtend", "avond"),
        ("Olha Petrenko", MINISTRY, "ochtend", "avond"),
        ("brandweer", MINISTRY, "avond", "avond"),
        ("(krant)", MINISTRY, "herstel", "avond"),
    }
    # 25 and 24 cannot both be; "zeker 22" goes with either.
    numbers = [row[1:] for row in found if row[0] == "getallen die niet samengaan"]
    assert numbers == [("brandweer", "(krant)", "avond", "herstel")]


def test_the_words_of_each_party_and_whether_they_are_quoted(graph: Path) -> None:
    found = rows(graph, "woorden-per-partij", "wie noemt_het hoe", over=WAR)
    assert set(found) == {
        ("(krant)", "inval", "eigen woorden"),
        ("Ivan Radek", "operatie", "letterlijk"),
        ("Olha Petrenko", "oorlog", "weergegeven door de krant"),
    }
    by_word = rows(graph, "woorden-per-partij", "wie", over="operatie")
    assert ("Ivan Radek",) in by_word


def test_one_word_of_all_parties_is_no_framing(tmp_path: Path) -> None:
    s = Sample()
    s.document("d", "Rede", "2031-05-06", "De oorlog duurt. “De oorlog is zwaar”, zegt Radek.")
    radek = s.entity("Radek", "Person", [s.mention("d", "Radek", 0, "Name")])
    for nth, speaker in enumerate(("", radek)):
        trigger = s.mention("d", "oorlog", nth)
        event = s.event(f"oorlog {nth}", ["War"], trigger)
        who = {"kg__speaker": speaker} if speaker else {}
        s.claim(event, "d", kg__aboutMention=trigger, gaf__denotedBy=trigger, **who)
    assert rows(written(s.store, tmp_path / "g.nt"), "woorden-per-partij", "wie") == []


def test_the_words_are_those_of_the_data_file() -> None:
    path = ROOT / "kg" / "data" / "nl" / "framing.toml"
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))["kinds"]
    told = re.findall(r'\("([^"]+)" " ([^"]+) "\)', question("woorden-per-partij").text)
    assert told == [(kind, " ".join(words)) for kind, words in kinds.items()] * 2


@pytest.mark.parametrize("name", sorted(questions()))
def test_dutch_words_for_terms_are_the_ontologys_own(name: str) -> None:
    for term, word in re.findall(r'\(kg:(\w+) "([^"]+)"\)', question(name).text):
        assert word == own(term), f"{name} says {word} for kg:{term}"
