"""A .txt file -> one Document whose id is the file's stem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.model import Document, Failure
from kg.read.decoding import check, decode


def read(raw: bytes, name: str, published: date | None) -> Iterator[Document | Failure]:
    """The article in ``raw``; ``name`` is its path or "-".

    Raises:
        ReadError: E01, E02, E04.
    """
    text, warning = decode(raw)
    check(text)
    identifier = "stdin" if name == "-" else Path(name).stem
    if warning:
        yield Failure(identifier, "W01", warning)
    yield Document(id=identifier, text=text, published=published)
