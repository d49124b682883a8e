"""Files, folders and standard input -> Documents, and what could not be read."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from kg.errors import ReadError, UsageError
from kg.model import Document, Failure
from kg.read import html, jsonl, language, plain
from kg.read.settings import MAX_CHARACTERS, Settings, Stream

Reader = Callable[[Stream, str, Settings], Iterator[Document | Failure]]

# By suffix. A reader gets the bytes, the name of the source and the settings; it gives documents
# and failures and raises ReadError for the whole input.
READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
}

__all__ = ["MAX_CHARACTERS", "READERS", "Settings", "read"]


def read(
    inputs: Iterable[str], published: date | None = None, settings: Settings | None = None
) -> Iterator[Document | Failure]:
    """Read articles.

    Args:
        inputs: files, directories (their files with a known suffix, by name) or "-" for
            standard input: an article, a page or lines of JSON, as it looks.
        published: the date of publication for input that has none; short for
            ``Settings(published)``.
        settings: date, language and limits.

    Yields:
        Each document as it is read and a Failure for whatever was left out (``E…``, ``W04``)
        or built with a remark (``W…``). A document whose id was seen before is left out: E08
        with other text, W03 with the same.

    Raises:
        UsageError: an input does not exist or has a suffix that no reader takes.
    """
    settings = settings or Settings(published)
    seen: dict[str, bytes] = {}
    for source in list(_sources(inputs)):
        if isinstance(source, Failure):
            yield source
            continue
        for item in _read(source, settings):
            yield item if isinstance(item, Failure) else _accepted(item, settings, seen)


def _read(name: str, settings: Settings) -> Iterator[Document | Failure]:
    try:
        if name == "-":
            reader, stream = _standard_input(settings)
            yield from reader(stream, name, settings)
        else:
            with Path(name).open("rb") as stream:
                yield from READERS[Path(name).suffix.lower()](stream, name, settings)
    except ReadError as error:
        yield Failure(name, error.code, error.reason, error.hint)
    except OSError as error:
        why = error.strerror or str(error)
        yield Failure(name, "E05", f"cannot read: {why}", "check the file and its permissions")


def _accepted(document: Document, settings: Settings, seen: dict[str, bytes]) -> Document | Failure:
    """The document, or why it is left out."""
    text = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).digest()
    known = seen.get(document.id)
    if known == text:
        return Failure(document.id, "W03", "same id and text as before; kept once")
    if known is not None:
        return Failure(
            document.id,
            "E08",
            f"duplicate id {document.id[:80]!r} with another text",
            "give each article an id of its own",
        )
    if settings.language is None:
        try:
            language.check(document.text, document.language)
        except ReadError as error:
            return Failure(document.id, error.code, error.reason, error.hint)
    seen[document.id] = text
    return document


def _standard_input(settings: Settings) -> tuple[Reader, Stream]:
    """What stands on standard input, by how it begins: lines of JSON, a page or plain text."""
    start = sys.stdin.buffer.read(settings.max_bytes + 1)
    head = start[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b'{"'):
        return jsonl.read, _Joined(start, sys.stdin.buffer)
    page = head.startswith((b"<!doctype html", b"<html", b"<?xml"))
    return (html.read if page else plain.read), io.BytesIO(start)


class _Joined:
    """What was read of a stream already, and then its rest."""

    def __init__(self, start: bytes, rest: Stream) -> None:
        self._start = io.BytesIO(start)
        self._rest = rest

    def read(self, size: int = -1, /) -> bytes:
        found = self._start.read(size)
        if size < 0 or len(found) < size:
            found += self._rest.read(size - len(found) if size >= 0 else -1)
        return found

    def readline(self, size: int = -1, /) -> bytes:
        line = self._start.readline(size)
        if not line.endswith(b"\n") and (size < 0 or len(line) < size):
            line += self._rest.readline(size - len(line) if size >= 0 else -1)
        return line


def _sources(inputs: Iterable[str]) -> Iterator[str | Failure]:
    """Names of files to read, and what folders hold that no reader takes."""
    for name in inputs:
        path = Path(name)
        if name == "-":
            yield name
        elif path.is_dir():
            yield from _inside(path)
        elif not path.exists():
            raise UsageError(f"no such file: {name}", "name a file, a folder, or - for stdin")
        elif path.suffix.lower() not in READERS:
            raise UsageError(
                f"cannot read {name}: unknown suffix {path.suffix!r}",
                f"kg reads {', '.join(READERS)}",
            )
        else:
            yield name


def _inside(folder: Path) -> Iterator[str | Failure]:
    known, left = [], []
    for path in sorted(folder.iterdir()):
        if path.is_dir() or path.suffix.lower() not in READERS:
            left.append(path.name + "/" * path.is_dir())
        else:
            known.append(str(path))
    if not known:
        raise UsageError(f"no articles in {folder}", f"kg reads {', '.join(READERS)}")
    shown = [name for name in left if not name.startswith(".")]
    if shown:
        some = ", ".join(shown[:3]) + (", …" if len(shown) > 3 else "")
        yield Failure(
            str(folder),
            "W05",
            f"{len(shown)} left aside, not an article: {some}",
            f"kg reads {', '.join(READERS)} and no folders in a folder: name those themselves",
        )
    yield from known
