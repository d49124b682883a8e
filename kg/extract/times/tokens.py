"""Text -> words, numbers and marks, each with its place: what the time grammar reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.numbers_words import cardinal, is_number, is_teen, ordinal

_TOKEN: Final = re.compile(r"[0-9]+|['’‘`]s(?![^\W_])|[^\W\d_]+|[^\w\s]|\S")
_HYPHENED: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_MOST_PIECES: Final = 5
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")

JOINED: Final = 0
APART: Final = 1
BROKEN: Final = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a run of digits or a mark; ``gap`` is what stands before it.

    JOINED: nothing; APART: white space; BROKEN: a blank line or the start of the text.
    """

    text: str
    low: str
    start: int
    end: int
    gap: int


_NONE: Final = Word("", "", 0, 0, BROKEN)


class Words:
    """The words of a text; a place outside it reads as the empty word.

    A blank line is an empty word too, so that no expression runs on past it.
    """

    def __init__(self, tokens: Sequence[Word]) -> None:
        self._tokens = tokens

    def __len__(self) -> int:
        return len(self._tokens)

    def at(self, place: int) -> Word:
        """The word at a place."""
        return self._tokens[place] if 0 <= place < len(self._tokens) else _NONE

    def low(self, place: int) -> str:
        """The word at a place in lower case."""
        return self.at(place).low

    def lows(self, place: int, count: int) -> str:
        """``count`` words from a place in lower case, joined by single spaces."""
        return " ".join(self.low(place + step) for step in range(count))

    def joined(self, place: int) -> bool:
        """Whether the word at a place follows the one before it with nothing between."""
        return self.at(place).gap == JOINED

    def capital(self, place: int) -> bool:
        """Whether the word at a place begins with a capital."""
        return self.at(place).text[:1].isupper()

    def opens(self, place: int) -> bool:
        """Whether the word at a place begins a sentence, as far as marks tell."""
        return self.at(place).gap == BROKEN or self.low(place - 1) in {
            ".",
            "!",
            "?",
            ":",
            "“",
            "”",
            '"',
            "‘",
            "’",
            "'",
            "„",
            "«",
            "»",
            "-",
            "–",
            "—",
            "(",
        }

    def number(self, place: int, digits: int = 18) -> int | None:
        """The whole number written in digits at a place, of at most ``digits`` digits."""
        text = self.at(place).text
        if text.isascii() and text.isdigit() and len(text) <= digits:
            return int(text)
        return None

    def count(self, place: int) -> int | None:
        """The whole number at a place, in digits or as one word; not the article "een"."""
        found = self.number(place, 6)
        if found is not None:
            return found
        return None if self.low(place) == "een" else cardinal(self.low(place))

    def rank(self, place: int) -> tuple[int, int] | None:
        """The ordinal at a place ("derde", "3e", "22ste") and the place after it."""
        found = self.number(place, 3)
        if found is not None:
            if self.low(place + 1) in ("e", "de", "ste") and self.joined(place + 1):
                return found, place + 2
            return None
        word = ordinal(self.low(place))
        return None if word is None else (word, place + 1)


def words(text: str) -> Words:
    """The words of a text with their places, in code points; linear in its length.

    A number in words with hyphens is one word: "twee-en-twintig", "drie-vierde".
    """
    tokens: list[Word] = []
    end = -1
    numbers = _hyphened(text) if "-" in text else {}
    for found in _TOKEN.finditer(text):
        start = found.start()
        if start < end:
            continue
        gap = JOINED
        if end < 0:
            gap = BROKEN
        elif start > end:
            between = text[end:start]
            gap = APART
            if between.count("\n") > 1 and _BLANK_LINE.search(between):
                gap = BROKEN
                tokens.append(Word("", "", start, start, BROKEN))
        end = numbers.get(start, found.end())
        low = text[start:end].lower()
        if end != found.end():
            low = low.replace("-", "")
        tokens.append(Word(text[start:end], low, start, end, gap))
    return Words(tokens)


def _hyphened(text: str) -> dict[int, int]:
    """Where the numbers in words with hyphens begin and end.

    Leaves alone "vijf-tien" (from five to ten), "drie-op-een" and the rest of
    "twintig-jarige".
    """
    found = {}
    for run in _HYPHENED.finditer(text):
        pieces = run[0].lower().split("-")
        for count in range(min(len(pieces), _MOST_PIECES), 1, -1):
            joined = "".join(pieces[:count])
            if is_number(joined) and not is_teen(joined):
                found[run.start()] = run.start() + len("-".join(pieces[:count]))
                break
    return found
