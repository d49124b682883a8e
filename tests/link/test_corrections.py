"""Corrections: played on every build, with the last word, and named in the reasons."""

from pathlib import Path

import pytest

from kg import gazetteer
from kg.corrections import Corrections, load
from kg.errors import UsageError
from kg.extract import extract
from kg.link import link
from kg.model import Links
from tests.handmade import analysis

MADE = analysis(
    "Jansen/Jansen/PROPN/nsubj>2 zag/zien/VERB/root>0 Parijs/Parijs/PROPN/obj>2",
    "Bakker/Bakker/PROPN/nsubj>2 zweeg/zwijgen/VERB/root>0",
    names={"Jansen": "Person", "Bakker": "Person", "Parijs": "Place"},
)


def linked(corrections: Corrections) -> Links:
    return link(MADE, extract(MADE), gazetteer.load(), corrections)


def read(tmp_path: Path, text: str) -> Corrections:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def keys(links: Links) -> dict[str, str]:
    return {m.span.of(MADE.document.text): found.entity.key for m, found in links.of.items()}


def test_names_are_merged_and_the_reason_says_so(tmp_path: Path) -> None:
    links = linked(read(tmp_path, '[[merge]]\nnames = ["Jansen", "Bakker"]\nbecause = "één man"'))
    assert keys(links)["Jansen"] == keys(links)["Bakker"]
    assert any("correctie 1" in f.reason and "één man" in f.reason for f in links.of.values())


def test_a_merge_can_be_split_again(tmp_path: Path) -> None:
    rows = '[[merge]]\nnames = ["Jansen", "Bakker"]\n[[split]]\nnames = ["Jansen", "Bakker"]'
    found = keys(linked(read(tmp_path, rows)))
    assert found["Jansen"] != found["Bakker"]


def test_a_name_gets_or_loses_its_identity(tmp_path: Path) -> None:
    assert keys(linked(Corrections()))["Parijs"] == "Q90"
    assert keys(linked(read(tmp_path, '[[never]]\nname = "Parijs"')))["Parijs"] != "Q90"
    told = read(tmp_path, '[[identity]]\nname = "Jansen"\nkey = "Q42"')
    assert keys(linked(told))["Jansen"] == "Q42"


def test_another_document_is_left_alone(tmp_path: Path) -> None:
    rows = '[[never]]\nname = "Parijs"\ndocument = "elders"'
    assert keys(linked(read(tmp_path, rows)))["Parijs"] == "Q90"


@pytest.mark.parametrize(
    "text", ["[[merge]]\nnames = 3", '[[never]]\nkey = "Q1"', "[[paint]]\nname = 'a'", "= ="]
)
def test_wrong_rows_are_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, text)
