"""`kg view` opens the page that is there, and says what to do where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.view import view
from kg.errors import UsageError


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: not addresses.append(address))
    return addresses


def test_opens_the_page_of_a_folder(tmp_path: Path, opened: list[str]) -> None:
    folder = tmp_path / "met spatie é"
    folder.mkdir()
    (folder / "network.html").write_text("x")
    result = CliRunner().invoke(view, [str(folder)])
    assert result.exit_code == 0
    assert opened == [(folder / "network.html").resolve().as_uri()]
    assert "%20" in opened[0]


def test_out_is_the_folder_by_default(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "network.html").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(view, []).exit_code == 0
    assert opened[0].endswith("/out/network.html")


def test_no_page_says_how_to_build_one(tmp_path: Path, opened: list[str]) -> None:
    result = CliRunner().invoke(view, [str(tmp_path / "weg")])
    assert isinstance(result.exception, UsageError)
    assert "no page at" in result.exception.message
    assert "kg build" in result.exception.hint
    assert opened == []


def test_without_a_browser_the_address_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "network.html").write_text("x")
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    result = CliRunner().invoke(view, [str(tmp_path)])
    assert result.exit_code == 0
    assert (tmp_path / "network.html").resolve().as_uri() in result.output
