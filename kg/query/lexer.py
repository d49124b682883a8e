"""SPARQL text -> tokens, enough of them to refuse what must never reach the parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.errors import QueryError, UsageError

MAX_BYTES: Final = 65_536
MAX_DEPTH: Final = 256

UPDATES: Final = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"]
)
QUERIES: Final = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])

# Every alternative is possessive and an unclosed string runs to the end of its line or text:
# the time is linear in the text, whatever is in it.
TOKEN: Final = re.compile(
    r"""
    (?P<space>\s++|\#[^\r\n]*+)
  | (?P<string>\"{3}(?:[^"\\]|\\.?|"(?!""))*+(?:\"{3}|\Z)|'{3}(?:[^'\\]|\\.?|'(?!''))*+(?:'{3}|\Z)
      |"(?:[^"\\\r\n]|\\.?)*+(?:"|(?=[\r\n])|\Z)|'(?:[^'\\\r\n]|\\.?)*+(?:'|(?=[\r\n])|\Z))
  | (?P<open>[{(\[]|<<)
  | (?P<close>[})\]]|>>)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*+>)
  | (?P<variable>[?$]\w++)
  | (?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
  | (?P<name>(?:_?:|[^\W\d_][\w.\-]*+:)(?:[\w.\-:%]|\\.)*+)
  | (?P<word>[^\W\d]\w*+)
  | (?P<unary>[!^+\-])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Words with dots and hyphens that turn out to have no colon: skip them in one step, so that
# "a.a.a.a" is not searched for a colon again from every letter.
DOTTED: Final = re.compile(r"[^\W\d_][\w.\-]*+(?!:)")
ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query: its kind (a group of ``TOKEN``), its text and where it begins."""

    kind: str
    text: str
    start: int

    @property
    def keyword(self) -> str:
        """The word in capitals, empty where the token is no word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query without white space and comments; never raises."""
    place = 0
    while place < len(text):
        dotted = DOTTED.match(text, place)
        if dotted:
            for part in re.finditer(r"\w+", dotted[0]):
                yield Token("word", part[0], place + part.start())
            place = dotted.end()
            continue
        match = TOKEN.match(text, place)
        assert match is not None and match.lastgroup is not None  # `other` takes any character
        place = match.end()
        if match.lastgroup != "space":
            yield Token(match.lastgroup, match[0], match.start())


def depth(found: list[Token]) -> int:
    """How deep brackets and prefix operators of a query nest in each other."""
    deepest = current = run = 0
    runs: list[int] = []
    for token in found:
        if token.kind == "open":
            runs.append(run + 1)
            current += run + 1
            run = 0
        elif token.kind == "close":
            current -= runs.pop() if runs else 0
            run = 0
        else:
            run = run + 1 if token.kind == "unary" else 0
        deepest = max(deepest, current + run)
    return deepest


def form(found: list[Token]) -> str:
    """SELECT, ASK, CONSTRUCT, DESCRIBE, or the word of an update; empty where there is none."""
    return next((t.keyword for t in found if t.keyword in QUERIES | UPDATES), "")


def variables(found: list[Token]) -> list[str]:
    """The names of the variables of a query, without ``?``, sorted."""
    return sorted({token.text[1:] for token in found if token.kind == "variable"})


def refuse(text: str, *, allow_service: bool = False) -> None:
    """Refuse a query that may not reach the parser.

    Args:
        text: the query.
        allow_service: whether it may ask other servers (SERVICE).

    Raises:
        QueryError: it is too large, nested too deep, an update, or asks another server.
        UsageError: it is empty or holds half of a character.
    """
    if not text.strip():
        raise UsageError("the query is empty", "give SPARQL, a .rq file or a saved question")
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise UsageError(
            f"the query holds a lone surrogate at character {error.start}",
            "save the query as UTF-8",
        ) from None
    if size > MAX_BYTES:
        raise QueryError(
            f"the query has {size} bytes", f"at most {MAX_BYTES} are allowed: shorten it"
        )
    for version in {text, unescaped(text)}:
        _refuse_tokens(list(tokens(version)), allow_service)


def _refuse_tokens(found: list[Token], allow_service: bool) -> None:
    deep = depth(found)
    if deep > MAX_DEPTH:
        raise QueryError(
            f"the query nests {deep} brackets or operators deep",
            f"at most {MAX_DEPTH} are allowed: flatten it",
        )
    word = form(found)
    if word in UPDATES:
        raise QueryError(
            f"this is an update ({word}), and `kg query` only reads",
            "allowed are SELECT, ASK, CONSTRUCT and DESCRIBE; a graph changes by `kg build`",
        )
    if not allow_service and any(token.keyword == "SERVICE" for token in found):
        raise QueryError(
            "the query asks another server (SERVICE)",
            "allow that with --allow-service: the words of the query then leave this machine",
        )


def unescaped(text: str) -> str:
    r"""The text with ``\uXXXX`` resolved: an engine may do so before it reads the tokens."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]

    return ESCAPE.sub(character, text)
