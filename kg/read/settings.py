"""What a caller can say about the input: dates, language, and how large an article may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

MAX_CHARACTERS = 1_000_000
# UTF-8 Dutch is about one byte a character; HTML around it can be ten times the text.
BYTES_A_CHARACTER = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read.

    Args:
        published: the date of publication where the input has none.
        language: "nl" takes every text for Dutch; None looks at each.
        max_characters: an article with more is left out (E04), as is one with more than
            ten times as many bytes.
    """

    published: date | None = None
    language: str | None = None
    max_characters: int = MAX_CHARACTERS

    @property
    def max_bytes(self) -> int:
        """The bytes that one article may have."""
        return BYTES_A_CHARACTER * self.max_characters

    @property
    def raise_limit(self) -> str:
        """What to do about an article that is too large."""
        return f"split it into articles, or raise --max-characters (now {self.max_characters})"


class Stream(Protocol):
    """Bytes that can be read in parts, as of an open file."""

    def read(self, size: int = -1, /) -> bytes:
        """The next ``size`` bytes, or all; empty at the end."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line with its end, cut at ``size`` bytes; empty at the end."""
