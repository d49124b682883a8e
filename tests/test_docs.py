"""README, help and code tell the same story."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import COMMANDS, cli
from kg.event_types import load
from kg.query import questions
from kg.read import READERS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_readme_exists() -> None:
    called = set(re.findall(r"^kg ([a-z]+)", README, re.MULTILINE))
    assert called <= set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_loads_and_has_help(name: str) -> None:
    shown = CliRunner().invoke(cli, [name, "--help"])
    assert shown.exit_code == 0, shown.output
    assert "Usage" in shown.output


def test_options_in_the_readme_exist() -> None:
    for line in re.findall(r"^kg ([a-z]+ .*)$", README, re.MULTILINE):
        name, rest = line.split("#")[0].split(" ", 1)
        shown = CliRunner().invoke(cli, [name, "--help"]).output
        for option in re.findall(r"--[a-z]+", rest):
            assert option in shown, (name, option)


def test_saved_questions_of_the_readme_exist() -> None:
    known = set(questions())
    called = set(re.findall(r"kg query ([a-z]+-[a-z-]+)", README))
    called |= set(re.findall(r"kg query ([a-z]+-[a-z-]+)", (ROOT / "Makefile").read_text()))
    assert called and called <= known


def test_suffixes_of_the_readme_are_read() -> None:
    for suffix in set(READERS) - {".htm"}:
        assert f"`{suffix}`" in README, suffix


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([a-z]+)$", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_links_of_the_readme_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", README):
        if not link.startswith("http"):
            assert (ROOT / link).exists(), link


def test_event_types_of_the_readme_exist() -> None:
    types = set(load().by_name)
    for name in ("Shelling", "Arrest", "Acquisition"):
        assert f"kg:{name}" in README
        assert name in types


def test_the_version_has_its_changes() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_public_api_is_what_the_readme_shows(tmp_path: Path) -> None:
    made = kg.build(ROOT / "examples" / "nieuws.jsonl", check=False)
    rows = kg.query(made.graph, "plaatsen").rows
    assert len(rows) > 5
    assert len(made.documents) == 8
