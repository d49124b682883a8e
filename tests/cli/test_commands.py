"""The commands: fast help, doctor, rules, completion, and words for what goes wrong."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from kg.errors import OutputError
from kg.output import printable, replace_files

HEAVY = ("spacy", "thinc", "numpy", "rdflib", "pyoxigraph", "pyshacl", "pyvis", "networkx",
         "scipy", "IPython", "trafilatura", "lxml", "py3langid", "kg.pipeline")  # fmt: skip


def kg(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom kg.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    done = kg(name, "--help")
    assert done.returncode == 0 and "Usage: kg" in done.stdout


def test_a_mistyped_command_gets_a_suggestion() -> None:
    done = kg("buidl")
    assert done.returncode == 2 and "did you mean `kg build`?" in done.stderr


def test_doctor_looks_at_everything(tmp_path: Path) -> None:
    done = kg("doctor", "--out", str(tmp_path / "nieuw"), NO_COLOR="1")
    assert done.returncode in (0, 1), done.stderr
    for words in ("Python 3", "spacy", "Dutch model", "names of the world", "free", "queries"):
        assert words in done.stdout
    assert "\x1b" not in done.stdout
    assert not (tmp_path / "nieuw").exists()


def test_doctor_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    done = kg("doctor", "--out", str(tmp_path / "bestand" / "out"))
    assert done.returncode == 1
    assert "warn  cannot write" in done.stdout and "another --out" in done.stdout


def test_rules_show_extractors_and_types() -> None:
    told = kg("rules").stdout
    assert "Catches" in told and "EVENT TYPES" in told
    one = kg("rules", "Shelling").stdout
    assert "catches" in one and "leaves" in one and "beschieten" in one
    assert kg("rules", "bestaatniet").returncode == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_KG_COMPLETE" in kg("completion", shell).stdout


def test_completion_knows_the_commands() -> None:
    done = kg(_KG_COMPLETE="bash_complete", COMP_WORDS="kg bu", COMP_CWORD="1")
    assert "build" in done.stdout


def test_what_a_terminal_would_obey_is_written_out() -> None:
    assert printable("a\x1b[2J\u202eb\n") == "a\\x1b[2J\\u202eb\\n"
    assert printable("x" * 500) == "x" * 200 + "…"


def test_a_full_disk_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, other = tmp_path / "graph.ttl", tmp_path / "network.html"
    old.write_text("oud")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as error:
        replace_files({other: b"nieuw", old: b"nieuw"}, {})
    assert error.value.exit_code == 5 and str(other) in error.value.message
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"] and old.read_text() == "oud"


def test_a_broken_file_replaces_nothing(tmp_path: Path) -> None:
    old = tmp_path / "graph.ttl"
    old.write_text("oud")

    def refuse(content: bytes) -> None:
        raise SyntaxError("no Turtle")

    with pytest.raises(SyntaxError):
        replace_files({tmp_path / "a": b"a", old: b"nieuw"}, {old: refuse})
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"] and old.read_text() == "oud"
