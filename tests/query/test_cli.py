"""`kg query` from the outside: arguments, files, stdin, exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.query import questions


class Out:
    """What a call wrote, and its exit code."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code, self.raw, self.out, self.err = code, out, out.decode(), err.decode()


@pytest.fixture
def kg(capfdbinary: pytest.CaptureFixture[bytes], war: Path):  # type: ignore[no-untyped-def]
    def call(*args: str) -> Out:
        with pytest.raises(SystemExit) as stop:
            main(["query", *args, "--graph", str(war)])
        found = capfdbinary.readouterr()
        return Out(int(stop.value.code or 0), found.out, found.err)

    return call


def test_sparql_file_name_and_stdin_give_the_same(kg, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    text = questions()["wat-gebeurde"].text  # its parameters have defaults in every form
    file = tmp_path / "vraag.rq"
    file.write_text(text, encoding="utf-8-sig")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    answers = {kg(arg).out for arg in ("wat-gebeurde", str(file), text, "-")}
    assert len(answers) == 1
    assert "beschieting van de haven van Irpin" in answers.pop()


def test_formats(kg) -> None:  # type: ignore[no-untyped-def]
    text = "SELECT ?l { ?e a kg:Shelling ; rdfs:label ?l }"
    assert kg(text, "--format", "csv").raw == b"l\r\nbeschieting van de haven van Irpin\r\n"
    assert kg(text, "--format", "tsv").out == '?l\n"beschieting van de haven van Irpin"@nl\n'
    assert json.loads(kg(text, "--format", "json").out)["head"] == {"vars": ["l"]}
    graph = kg("DESCRIBE ?e { ?e a kg:Shelling }").out
    assert graph.startswith("@prefix kg:") and "kg:Shelling" in graph
    assert kg("ASK { ?e a kg:Shelling }").out == "true\n"


def test_params(kg) -> None:  # type: ignore[no-untyped-def]
    assert "eis" in kg("wie-zegt-wat", "--param", "wie=Poetin").out
    text = "SELECT ?l { ?e rdfs:label ?l FILTER(CONTAINS(STR(?l), ?word)) }"
    assert kg(text, "--param", "word=haven", "--format", "csv").out.count("\n") == 2
    assert kg(text, "--param", 'word=" } #', "--format", "csv").out == "l\r\n"
    assert kg(text, "--param", "word=a=b", "--format", "csv").code == 0


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ([], 2, "no query given"),
        (["nergens"], 2, "no saved question 'nergens'"),
        (["wie-zegt-wa"], 2, "did you mean wie-zegt-wat"),
        (["no.rq"], 2, "no file no.rq"),
        (["ASK {}", "--param", "x"], 2, "not NAME=VALUE"),
        (["ASK {}", "--param", "x=1"], 2, "no variable ?x"),
        (["tijdlijn", "--param", "van=1", "--param", "van=2"], 2, "twice"),
        (["ASK {}", "--format", "csv"], 2, "allowed are table, json"),
        (["ASK {}", "--format", "xml"], 2, "'xml' is not one of"),
        (["ASK {"], 1, "not valid SPARQL"),
        (["CLEAR ALL"], 1, "only reads"),
        (["ASK { SERVICE <http://127.0.0.1:9/> {} }"], 1, "--allow-service"),
        (["ASK {}", "--timeout", "0"], 2, "more than 0 seconds"),
    ],
)
def test_what_goes_wrong_is_said_and_has_a_code(kg, args, code, words) -> None:  # type: ignore[no-untyped-def]
    found = kg(*args)
    assert (found.code, found.out) == (code, "")
    assert words in found.err
    assert "Traceback" not in found.err


def test_list_shows_every_question_in_two_languages(kg) -> None:  # type: ignore[no-untyped-def]
    shown = kg("--list").out
    for question in questions().values():
        assert question.name in shown and question.nl in shown and question.en in shown
    assert "--param wie=…" in shown


def test_a_file_that_is_not_utf8(kg, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "vraag.rq"
    file.write_bytes(b"ASK { ?s ?p '\xe9' }")
    assert "is not UTF-8" in kg(str(file)).err


def test_on_a_terminal_a_table_fits_and_its_head_is_bold(kg, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("kg.cli.query.sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for columns in (60, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = kg("tijdlijn")
        assert max(map(len, shown.out.splitlines()[1:])) <= columns
        assert shown.err == "2 rows\n"
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in kg("tijdlijn").out
