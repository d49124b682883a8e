"""Files, folders and standard input -> Documents, and what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from kg.errors import ReadError, UsageError
from kg.model import Document, Failure
from kg.read import jsonl, plain
from kg.read.decoding import MAX_BYTES

Reader = Callable[[bytes, str, date | None], Iterator[Document | Failure]]

# By suffix. A reader gets the bytes, the name of the source and the date to use where the
# input has none; it gives documents and failures and raises ReadError for the whole input.
READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".jsonl": jsonl.read,
}


def read(inputs: Iterable[str], published: date | None = None) -> Iterator[Document | Failure]:
    """Read articles.

    Args:
        inputs: files, directories (their files with a known suffix, by name) or "-" for one
            plain article on standard input.
        published: the date of publication for input that has none.

    Yields:
        Each document as it is read and a Failure for whatever was left out (``E…``) or
        built with a remark (``W…``). A document whose id was seen before is left out: E08
        with other text, W03 with the same.

    Raises:
        UsageError: an input does not exist or has a suffix that no reader takes.
    """
    seen: dict[str, str] = {}
    sources = list(_sources(inputs))
    for name, load in sources:
        suffix = Path(name).suffix.lower() if name != "-" else ".txt"
        try:
            found = list(READERS[suffix](_load(load), name, published))
        except ReadError as error:
            yield Failure(name, error.code, error.reason, error.hint)
            continue
        for item in found:
            if isinstance(item, Failure):
                yield item
            elif item.id not in seen:
                seen[item.id] = item.text
                yield item
            elif seen[item.id] == item.text:
                yield Failure(item.id, "W03", "same id and text as before; kept once")
            else:
                yield Failure(
                    item.id,
                    "E08",
                    f"duplicate id {item.id[:80]!r} with another text",
                    "give each article an id of its own",
                )


def _sources(inputs: Iterable[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name in inputs:
        if name == "-":
            yield name, lambda: sys.stdin.buffer.read(MAX_BYTES + 1)
            continue
        path = Path(name)
        if path.is_dir():
            inside = [p for p in sorted(path.iterdir()) if p.suffix.lower() in READERS]
            if not inside:
                raise UsageError(f"no articles in {name}", f"kg reads {', '.join(READERS)}")
            for file in inside:
                yield str(file), file.read_bytes
        elif not path.exists():
            raise UsageError(f"no such file: {name}", "name a file, a folder, or - for stdin")
        elif path.suffix.lower() not in READERS:
            raise UsageError(
                f"cannot read {name}: unknown suffix {path.suffix!r}",
                f"kg reads {', '.join(READERS)}",
            )
        else:
            yield name, path.read_bytes


def _load(load: Callable[[], bytes]) -> bytes:
    try:
        return load()
    except OSError as error:
        raise ReadError("E05", f"cannot read: {error.strerror}", "check the permissions") from error
