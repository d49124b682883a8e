"""kg explain: each mention with its reason, what links the whole, what was refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import build
from kg.cli import cli

TEXT = (
    "Moskou eist een gesprek met de Finse premier. In Moskou sneeuwt het.\n\n"
    "Karel Post belde met Piet Bos. Hij had geen tijd.\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    article = folder / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    build(article, folder / "out")
    return folder / "out" / "graph.ttl"


def explained(graph: Path, words: str) -> str:
    done = CliRunner().invoke(cli, ["explain", words, "--graph", str(graph)])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_mention_stands_with_its_sentence_and_its_reason(graph: Path) -> None:
    told = explained(graph, "regering van Rusland")
    assert "[Moskou] eist een gesprek" in told
    assert "because: metonymie: “Moskou” is hier de regering van Rusland, niet Moskou" in told
    assert "In [Moskou]" not in told


def test_the_city_is_another_thing(graph: Path) -> None:
    told = explained(graph, "Moskou")
    assert "In [Moskou] sneeuwt het." in told
    assert "http://www.wikidata.org/entity/Q649" in told


def test_what_was_considered_is_told(graph: Path) -> None:
    told = explained(graph, "Hij")
    assert "Considered and refused" in told
    assert "Piet Bos" in told.partition("Considered and refused")[2]
