"""docs/queries.md says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.query import query as command
from kg.cli.score import score
from kg.query import questions
from kg.query.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")


def test_every_question_and_parameter_is_told() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| .+ \| ?(.*?) ?\|$", PAGE, re.MULTILINE)
    told = {name: re.findall(r"`(\w+)`", params) for name, params in rows}
    assert told == {
        name: [param.name for param in question.params] for name, question in questions().items()
    }


def test_every_option_and_format_is_told() -> None:
    for option in command.params:
        for name in option.opts:
            assert name == "text" or f"`{name}" in PAGE, name
    for option in score.params:
        for name in option.opts:
            assert name == "gold" or name in PAGE, name
    assert all(f"`{name}`" in PAGE for name in FORMATS)


EXAMPLES = [
    line.split("   #")[0]
    for line in re.findall(r"^kg query .*$", PAGE, re.MULTILINE)
    if "mijn-vraag" not in line
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(
    example: str, war: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (war.parent / "out").mkdir(exist_ok=True)
    (war.parent / "out" / "graph.ttl").write_bytes(war.read_bytes())
    monkeypatch.chdir(war.parent)
    with pytest.raises(SystemExit) as stop:
        main(shlex.split(example)[1:])
    assert not stop.value.code
    assert capsys.readouterr().out


def test_the_python_example_runs(
    war: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (war.parent / "out").mkdir(exist_ok=True)
    (war.parent / "out" / "graph.ttl").write_bytes(war.read_bytes())
    monkeypatch.chdir(war.parent)
    exec(example, {})
    assert "Vladimir Poetin eis neerleggen van de wapens een" in capsys.readouterr().out
