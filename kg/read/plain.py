"""A .txt file -> one Document whose id is the file's stem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Document, Failure
from kg.read.decoding import check, check_bytes, decode
from kg.read.settings import Settings, Stream

_HTML = re.compile(r"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def read(stream: Stream, name: str, settings: Settings) -> Iterator[Document | Failure]:
    """The article in ``stream``; ``name`` is its path or "-".

    Raises:
        ReadError: E01, E02, E04.
    """
    raw = stream.read(settings.max_bytes + 1)
    check_bytes(raw, settings)
    text, warning = decode(raw)
    if _HTML.match(text):
        raise ReadError("E02", "not plain text (looks like HTML)", "call the file .html")
    check(text, settings)
    if warning:
        yield Failure(name, "W01", warning, "save it as UTF-8 to be sure")
    yield Document(id=identifier(name), text=text, published=settings.published)


def identifier(name: str) -> str:
    """The id of a file with one article: its stem; "stdin" for standard input.

    A name that is no Unicode keeps its bytes as escapes, so that the id can be written.
    """
    stem = "stdin" if name == "-" else Path(name).stem
    return stem.encode("utf-8", "backslashreplace").decode()
