"""A .jsonl file, one article a line -> Documents; a bad line leaves the others alone."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.errors import ReadError
from kg.model import Document, Failure
from kg.read.decoding import check, check_bytes, check_controls, decode
from kg.read.settings import Settings, Stream

MAX_DEPTH = 100
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read(stream: Stream, name: str, settings: Settings) -> Iterator[Document | Failure]:
    """The articles of ``stream``: objects with ``id`` and ``text``, and where known ``title``,
    ``published`` (YYYY-MM-DD), ``url``, ``source``, ``language``.

    The size limit holds for a line, not for the file; one line is in memory at a time.
    """
    for number, line in enumerate(_lines(stream, settings.max_bytes), start=1):
        if not line.strip():
            continue
        try:
            check_bytes(line, settings)
            text, warning = decode(line)
            document = _document(text, settings)
        except ReadError as error:
            yield Failure(
                f"{name}:{number}", error.code, f"line {number}: {error.reason}", error.hint
            )
            continue
        if warning:
            yield Failure(
                document.id, "W01", f"line {number}: {warning}", "save it as UTF-8 to be sure"
            )
        yield document


def _lines(stream: Stream, limit: int) -> Iterator[bytes]:
    """The lines, each cut off one byte past ``limit``."""
    first = stream.read(4)
    if first.startswith(_WIDE):
        # Line ends are two or four bytes wide here; such files (PowerShell's) are read whole.
        text, _ = decode(first + stream.read())
        stream, first = io.BytesIO(text.encode("utf-8", "surrogatepass")), b""
    while True:
        end = first.find(b"\n") + 1
        line = first[:end] if end else first + stream.readline(limit + 1 - len(first))
        first = first[end:] if end else b""
        if not line:
            return
        yield line
        while not line.endswith(b"\n") and len(line) > limit:
            rest = stream.readline(1 << 20)
            if not rest or rest.endswith(b"\n"):
                break


def _document(line: str, settings: Settings) -> Document:
    record = parse(line)
    identifier = record.get("id")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int) or identifier == "":
        raise ReadError("E06", "missing 'id'", "each line needs `id` and `text`")
    strings = {key: record.get(key) for key in ("text", "title", "url", "source", "language")}
    if strings["text"] is None:
        raise ReadError("E06", "missing 'text'", "each line needs `id` and `text`")
    for key, value in (("id", str(identifier)), *strings.items()):
        if value is not None and not isinstance(value, str):
            raise ReadError("E06", f"{key!r} is not a string", f'write "{key}": "…"')
        if any("\ud800" <= c <= "\udfff" for c in value or ""):
            raise ReadError("E06", f"a lone surrogate in {key!r}", "write the file as UTF-8")
    text = strings["text"]
    check(text, settings)
    check_controls(text)
    return Document(
        id=str(identifier),
        text=text,
        title=strings["title"],
        published=_date(record.get("published")) or settings.published,
        url=strings["url"],
        source=strings["source"],
        language=(strings["language"] or "nl").strip() or "nl",
    )


def parse(line: str) -> dict[str, Any]:
    """The JSON object on a line.

    Raises:
        ReadError: E06 where it is none, or is nested deeper than 100.
    """
    deep = ReadError("E06", "nested too deep", f"at most {MAX_DEPTH} levels")
    try:
        record = json.loads(line)
    except RecursionError:
        raise deep from None
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
        raise deep
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
