"""The questions that merging makes possible, asked of a few built articles."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.pipeline import Build
from tests.merge.test_articles import STRIKE, built

FACTORY = {
    "f": (
        "2022-05-02",
        "Directeur ontkent lozing in Deventer",
        "Directeur Karel Post van het bedrijf Waterchemie ontkent dat de fabriek in Deventer "
        "gif heeft geloosd. Omwonenden klagen al weken.",
    ),
    "g": (
        "2022-05-20",
        "Waterchemie geeft lozing in Deventer toe",
        "Directeur Karel Post van Waterchemie geeft toe dat de fabriek in Deventer gif heeft "
        "geloosd. De gemeente doet aangifte.",
    ),
}


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(STRIKE, tmp_path_factory.mktemp("strike"))


def rows(made: Build, question: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    answered = kg.query(made.graph, question, parameters)
    return [tuple(str(row[column]) for column in columns) for row in answered]


def test_the_course_of_a_war(strike: Build) -> None:
    found = rows(strike, "verloop", "dag", "woorden", "document", wat="oorlog")
    assert ("2022-04-11", "raketaanval", "a") in found
    assert ("2022-04-15", "beschoten", "c") in found
    assert [day for day, _, _ in found] == sorted(day for day, _, _ in found)


def test_the_first_report_and_how_many_followed(strike: Build) -> None:
    found = rows(strike, "eerste-bericht", "eerste", "artikelen", "laatste", "woorden")
    assert ("2022-04-12", "3", "2022-04-16", "raketaanval") in found
    assert rows(strike, "eerste-bericht", "woorden", wat="bestaat niet") == []


def test_the_tolls_by_source_and_date(strike: Build) -> None:
    found = rows(strike, "getallen-naast-elkaar", "getal", "hoe_precies", "datum", "document")
    assert ("8", "minstens", "2022-04-12", "a") in found
    assert ("12", "precies", "2022-04-16", "c") in found


def test_who_changed_their_story(tmp_path: Path) -> None:
    made = built(FACTORY, tmp_path)
    found = rows(made, "ander-verhaal", "wie_spreekt", "datum", "polariteit", "document")
    assert list(dict.fromkeys(found)) == [
        ("Karel Post", "2022-05-02", "ontkend", "f"),
        ("Karel Post", "2022-05-20", "bevestigd", "g"),
    ]
    assert rows(made, "ander-verhaal", "document", wie="iemand anders") == []
