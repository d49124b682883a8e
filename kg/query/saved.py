"""Saved questions: .rq files whose first comment is their help, in Dutch and English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from kg.errors import UsageError
from kg.query.binding import bind
from kg.query.results import Value

FOLDER = Path(__file__).with_name("saved")
HELP = re.compile(r"#\s*(nl|en):\s*(.+)")
PARAM = re.compile(r"#\s*param\s+(\w+)\s*=\s*\"([^\"]*)\":\s*(.+)")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a saved question: its default, and help in Dutch / English."""

    name: str
    default: str
    help: str


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question: SPARQL with its help in Dutch and English."""

    name: str
    nl: str
    en: str
    params: tuple[Param, ...]
    text: str

    def values(self, params: Mapping[str, Value]) -> dict[str, Value]:
        """Every parameter with the value given, else its default.

        Raises:
            UsageError: the question has no such parameter.
        """
        allowed = {param.name: param.default for param in self.params}
        for name in params:
            if name not in allowed:
                raise UsageError(
                    f"{self.name} has no parameter {name!r}",
                    f"its parameters are {', '.join(allowed) or 'none'}",
                )
        return allowed | dict(params)


def params_of(text: str) -> tuple[Param, ...]:
    """The parameters that the leading comment lines of a query declare:
    ``# param NAME = "default": help``."""
    matches = (PARAM.fullmatch(line) for line in _comments(text))
    return tuple(Param(match[1], match[2], match[3]) for match in matches if match)


def _comments(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return list(takewhile(lambda line: line.startswith("#"), lines))


def parse(name: str, text: str) -> Question:
    """A question from its file: leading lines ``# nl: …``, ``# en: …`` and
    ``# param NAME = "default": Dutch / English``.

    Raises:
        UsageError: the Dutch or English help is missing.
    """
    matches = (HELP.fullmatch(line) for line in _comments(text))
    helps = {match[1]: match[2] for match in matches if match}
    for language in ("nl", "en"):
        if language not in helps:
            raise UsageError(
                f"the question {name} has no help in {language!r}",
                f"begin it with a line `# {language}: …`",
            )
    return Question(name, helps["nl"], helps["en"], params_of(text), text)


@cache
def questions() -> dict[str, Question]:
    """The saved questions by name, sorted."""
    found = sorted(FOLDER.glob("*.rq"))
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in found}


def question(name: str) -> Question:
    """The saved question of that name.

    Raises:
        UsageError: there is none; the nearest names are told.
    """
    known = questions()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3) or sorted(known)
    raise UsageError(
        f"there is no saved question {name!r}",
        f"did you mean {', '.join(near)}? `kg query --list` shows all",
    )


def prepare(text: str, params: Mapping[str, Value]) -> str:
    """The SPARQL that a text or a name stands for, with its parameters bound.

    Args:
        text: SPARQL, or the name of a saved question. SPARQL may declare parameters with
            defaults too, in leading comment lines as the saved questions do.
        params: variable or parameter -> value.

    Raises:
        UsageError: no such saved question, parameter or variable.
    """
    if re.fullmatch(r"[\w-]+", text):
        saved = question(text)
        return bind(saved.text, saved.values(params))
    return bind(text, {param.name: param.default for param in params_of(text)} | dict(params))
