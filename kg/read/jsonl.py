"""A .jsonl file, one article a line -> Documents; a bad line leaves the others alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.errors import ReadError
from kg.model import Document, Failure
from kg.read.decoding import check, decode

MAX_DEPTH = 100


def read(raw: bytes, name: str, published: date | None) -> Iterator[Document | Failure]:
    """The articles of ``raw``: objects with ``id`` and ``text``, and where known ``title``,
    ``published`` (YYYY-MM-DD), ``url``, ``source``, ``language``.

    The size limit holds for a line, not for the file.

    Raises:
        ReadError: E02 where the bytes are no text.
    """
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            text, warning = decode(line)
            document = _document(text, published)
        except ReadError as error:
            yield Failure(
                f"{name}:{number}", error.code, f"line {number}: {error.reason}", error.hint
            )
            continue
        if warning:
            yield Failure(document.id, "W01", f"line {number}: {warning}")
        yield document


def _document(line: str, published: date | None) -> Document:
    record = _parse(line)
    for key in ("id", "text"):
        if not isinstance(record.get(key), str | int):
            raise ReadError("E06", f"missing {key!r}", "each line needs `id` and `text`")
    strings = {
        key: value if value is None else str(value)
        for key in ("title", "url", "source", "language")
        for value in [record.get(key)]
    }
    text = str(record["text"])
    for value in (text, str(record["id"]), *filter(None, strings.values())):
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise ReadError("E06", "a lone surrogate", "write the file as UTF-8")
    check(text)
    return Document(
        id=str(record["id"]),
        text=text,
        title=strings["title"],
        published=_date(record.get("published")) or published,
        url=strings["url"],
        source=strings["source"],
        language=strings["language"] or "nl",
    )


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except RecursionError:
        raise ReadError("E06", "nested too deep", f"at most {MAX_DEPTH} levels") from None
    except ValueError as error:
        raise ReadError("E06", f"not JSON: {error}", "one JSON object a line") from None
    if not isinstance(record, dict):
        raise ReadError("E06", "not a JSON object", 'write {"id": …, "text": …}')
    level: list[Any] = [record]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
    if level:
        raise ReadError("E06", "nested too deep", f"at most {MAX_DEPTH} levels")
    return record


def _date(value: object) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ReadError(
            "E06", f"published is not a date: {str(value)[:40]!r}", "write YYYY-MM-DD"
        ) from None
