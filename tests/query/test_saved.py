"""The saved questions on a hand-made graph: the right rows, their words, their order."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.query import query, question, questions
from kg.query.saved import parse
from tests.query.conftest import FIRST, small_war

NAMES = [
    "alleen-beweerd",
    "artikelen",
    "bronnen",
    "eisen",
    "gepland",
    "getallen",
    "ontkend",
    "plaatsen",
    "tijdlijn",
    "waar-gevochten",
    "waarom-een",
    "wat-gebeurde",
    "wie-met-wie",
    "wie-zegt-wat",
]

# Answered by other graphs: test_saved_claims.py, tests/merge/test_questions.py.
ELSEWHERE = [
    "ander-verhaal",
    "eerste-bericht",
    "getallen-naast-elkaar",
    "spanningen",
    "verloop",
    "wat-geldt-voor-wie",
    "woorden-per-partij",
]

# Question, parameters, columns, rows.
ANSWERS = [
    (
        "waar-gevochten",
        {},
        "plaats gebeurtenis status wanneer woorden document",
        [
            ("Cherson", "inname van Cherson", "volgens een partij", None, "veroverd", "een"),
            ("Cherson", "inname van Cherson", "volgens een partij", None, "inname", "een"),
            (
                "Irpin",
                "beschieting van de haven van Irpin",
                "volgens de krant",
                "2022-03-03",
                "beschoot",
                "een",
            ),
        ],
    ),
    (
        "wie-zegt-wat",
        {},
        "spreker zegt wat status zekerheid citaat",
        [
            (
                "Vladimir Poetin",
                "bewering",
                "inname van Cherson",
                "volgens een partij",
                "waarschijnlijk",
                None,
            ),
            ("Vladimir Poetin", "eis", "neerleggen van de wapens", "geëist", "zeker", None),
            (
                "Volodimir Zelenski",
                "ontkenning",
                "inname van Cherson",
                "volgens een partij",
                "zeker",
                "nee",
            ),
        ],
    ),
    (
        "wie-zegt-wat",
        {"wie": "poetin", "toestanden": "ja"},
        "wat",
        [("inname van Cherson",), ("neerleggen van de wapens",), ("veilig zijn van de stad",)],
    ),
    # "Hij" is a mention of Poetin, not part of his label.
    ("wie-zegt-wat", {"wie": "hij"}, "status", [("volgens een partij",), ("geëist",)]),
    ("wie-zegt-wat", {"wie": "niemand"}, "wat", []),
    (
        "alleen-beweerd",
        {},
        "gebeurtenis status spreker woorden",
        [
            ("inname van Cherson", "volgens een partij", "Vladimir Poetin", "veroverd"),
            ("inname van Cherson", "volgens een partij", "Volodimir Zelenski", "inname"),
        ],
    ),
    (
        "tijdlijn",
        {},
        "dag tot_en_met gebeurtenis status",
        [
            ("2022-03-03", "2022-03-03", "beschieting van de haven van Irpin", "volgens de krant"),
            (
                "2022-03-07",
                "2022-03-07",
                "gesprek tussen Vladimir Poetin en Volodimir Zelenski",
                "gepland",
            ),
        ],
    ),
    ("tijdlijn", {"van": "2022-03-04"}, "dag", [("2022-03-07",)]),
    ("tijdlijn", {"tot": "2022-03-06"}, "dag", [("2022-03-03",)]),
    (
        "plaatsen",
        {},
        "plaats soort keer artikelen elders document",
        [
            ("Kiev", "City", 2, 2, None, "een"),
            ("Cherson", "City", 1, 1, None, "een"),
            ("Irpin", "City", 1, 1, "http://www.wikidata.org/entity/Q1", "een"),
            ("Minsk", "City", 1, 1, None, "twee"),
            ("Rusland", "Country", 1, 1, None, "een"),
        ],
    ),
    (
        "wat-gebeurde",
        {},
        "gebeurtenis soort plaats",
        [
            ("beschieting van de haven van Irpin", "Attack Shelling", "Irpin"),
            ("dood van 22 mensen", "Death", None),
        ],
    ),
    ("wat-gebeurde", {"van_soort": "Death"}, "woorden", [("vielen",)]),
    (
        "getallen",
        {"wat": "DODE"},
        "hoe_precies eenheid bij woorden",
        [("minstens", "dode", "dood van 22 mensen", "zeker 22")],
    ),
    (
        "eisen",
        {},
        "wie vorm wat van_wie",
        [("Vladimir Poetin", "eis", "neerleggen van de wapens", "Kiev")],
    ),
    (
        "wie-met-wie",
        {},
        "een rol ander rol_ander",
        [("Vladimir Poetin", "handelende", "Volodimir Zelenski", "deelnemer")],
    ),
    ("wie-met-wie", {"wie": "Rutte"}, "een", []),
    (
        "artikelen",
        {},
        "document gebeurtenissen namen tekens",
        [("een", 4, 7, len(FIRST)), ("twee", 2, 4, 86)],
    ),
    (
        "gepland",
        {},
        "gebeurtenis status wanneer wie",
        [
            (
                "gesprek tussen Vladimir Poetin en Volodimir Zelenski",
                "gepland",
                "2022-03-07",
                "Vladimir Poetin",
            )
        ],
    ),
    (
        "waarom-een",
        {},
        "naam waarom keer woorden documenten",
        [
            ("Kiev", "naam “Kiev”", 2, "Kiev", "een twee"),
            (
                "Vladimir Poetin",
                "achternaam “Poetin” / voornaamwoord",
                4,
                "Hij | Poetin | Vladimir Poetin",
                "een twee",
            ),
        ],
    ),
    (
        "bronnen",
        {},
        "spreker keer direct artikelen woorden document",
        [
            ("Vladimir Poetin", 3, 0, 1, "hebben de troepen Cherson veroverd", "een"),
            ("Volodimir Zelenski", 1, 1, 1, "de inname", "een"),
        ],
    ),
    (
        "ontkend",
        {},
        "gebeurtenis hoe wie woorden document",
        [
            ("inname van Cherson", "ontkend", "Volodimir Zelenski", "inname", "een"),
            ("gevecht bij Kiev", "gebeurde niet", "(krant)", "gevochten", "twee"),
        ],
    ),
]


def test_the_questions_are_those_that_we_know() -> None:
    assert sorted(questions()) == sorted(NAMES + ELSEWHERE)
    assert {name for name, *_ in ANSWERS} == set(NAMES)


@pytest.mark.parametrize(("name", "params", "columns", "rows"), ANSWERS)
def test_answers(
    war: Path, name: str, params: dict[str, str], columns: str, rows: list[tuple[object, ...]]
) -> None:
    found = [tuple(row[c] for c in columns.split()) for row in query(war, name, params)]
    assert found == rows


@pytest.mark.parametrize("name", NAMES)
def test_every_question_gives_its_source_words_and_document(war: Path, name: str) -> None:
    results = query(war, name)
    assert results.rows, "the hand-made graph has an answer to every question"
    assert {"woorden", "zin"} & set(results.variables)
    assert {"document", "documenten"} & set(results.variables)


def test_the_sentence_is_cut_at_code_points(war: Path) -> None:
    """The rocket is one code point, two UTF-16 units and four bytes."""
    shelling = next(iter(query(war, "wat-gebeurde")))
    assert shelling["zin"] == FIRST[: FIRST.index(".") + 1]
    assert shelling["begin"] == FIRST.index("beschoot")


@pytest.mark.parametrize("name", NAMES)
def test_the_order_does_not_depend_on_the_order_of_the_triples(
    name: str, war: Path, tmp_path: Path
) -> None:
    graph = small_war()
    graph.blocks.reverse()
    backwards = tmp_path / "backwards.ttl"
    backwards.write_text(graph.turtle(), encoding="utf-8")
    assert query(backwards, name).rows == query(war, name).rows


@pytest.mark.parametrize("name", NAMES)
def test_states_are_hidden_unless_asked_for(name: str, war: Path) -> None:
    assert not [row for row in query(war, name) if "veilig zijn van de stad" in row.values()]


@pytest.mark.parametrize("name", NAMES + ELSEWHERE)
def test_a_question_stands_alone(name: str) -> None:
    """Each file can be pasted into any SPARQL tool: its prefixes are all declared."""
    saved = question(name)
    assert saved.nl and saved.en and saved.nl != saved.en
    ox.Store().query(saved.text)
    for param in saved.params:
        assert f"?{param.name}" in saved.text
        assert " / " in param.help, "help in Dutch and in English"


@pytest.mark.parametrize("name", NAMES + ELSEWHERE)
def test_questions_name_only_terms_of_the_ontology(name: str) -> None:
    root = Path(__file__).parents[2]
    terms = "".join(path.read_text(encoding="utf-8") for path in (root / "ontology").glob("*.ttl"))
    used = set(re.findall(r"\bkg:(\w+)", question(name).text))
    assert [term for term in used if not re.search(rf"^kg:{term}\b", terms, re.MULTILINE)] == []


def test_unknown_names_and_parameters_say_what_is_allowed(war: Path) -> None:
    with pytest.raises(UsageError, match="wie-zegt-wat"):
        query(war, "wie-zegt")
    with pytest.raises(UsageError, match="its parameters are wie, toestanden"):
        query(war, "wie-zegt-wat", {"who": "Poetin"})
    with pytest.raises(UsageError, match="none"):
        query(war, "waar-gevochten", {"wie": "Poetin"})


def test_a_question_without_english_help_is_refused() -> None:
    with pytest.raises(UsageError, match="no help in 'en'"):
        parse("x", "# nl: Wat?\nSELECT * { }")
