"""What a build leaves behind: files that are whole or not there, and the list of failures."""

from __future__ import annotations

import json
import os
import re
import tempfile
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.model import Failure

Check = Callable[[bytes], object]

# What a terminal would obey or hide: controls, direction marks, surrogates.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Crash(Failure):
    """A failure of kg itself; ``detail`` is the traceback."""

    detail: str = ""


def crash(source: str, error: BaseException) -> Crash:
    """What becomes of a document on which kg itself fails (E10)."""
    return Crash(
        source,
        "E10",
        f"internal error: {type(error).__name__}: {error}"[:300],
        "please report it, with the line of failures.jsonl and the article",
        "".join(traceback.format_exception(error)),
    )


def left_out(failure: Failure) -> bool:
    """Whether the document was left out, not just remarked upon."""
    return failure.code.startswith("E") or failure.code == "W04"


def failures_jsonl(failures: Iterable[Failure]) -> bytes:
    """One JSON object a line for every document left out or built with a remark.

    Keys: ``source``, ``code``, ``message``, ``hint`` (what to do), and ``detail`` where kg
    itself failed. ASCII only.
    """
    lines = []
    for f in failures:
        row = {"source": f.source, "code": f.code, "message": f.message, "hint": f.hint}
        if isinstance(f, Crash):
            row["detail"] = f.detail
        lines.append(json.dumps(row, ensure_ascii=True) + "\n")
    return "".join(lines).encode()


def printable(text: str, most: int = 200) -> str:
    """The text for a terminal: on one line, without what it would obey, cut at ``most``."""
    shown = _UNPRINTABLE.sub(lambda m: m[0].encode("unicode_escape").decode(), text[: most + 1])
    return shown if len(text) <= most else shown[:most] + "…"


def check_folder(folder: Path, names: Iterable[str]) -> None:
    """Find out before the work whether files can be written; the folder is made.

    Raises:
        OutputError: it cannot be made or written in, or a file in it is a symbolic link.
    """
    for name in names:
        _check_target(folder / name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _refused(folder, error) from error


def replace_file(path: Path, content: bytes, check: Check | None = None) -> None:
    """Put ``content`` at ``path``; see ``replace_files``."""
    replace_files({path: content}, {path: check} if check else {})


def replace_files(contents: Mapping[Path, bytes], checks: Mapping[Path, Check]) -> None:
    """Put files in place; the old ones stand until all new ones are whole on the disk.

    Args:
        contents: the bytes of each file; folders are made where they are not there.
        checks: by file: reads what was written back; whatever it raises leaves all the old
            files in place.

    Raises:
        OutputError: a target is a symbolic link or folder, or the disk or a permission stands
            in the way; no file was replaced.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            _check_target(path)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                staged[path] = temporary = _temporary(path)
                _write(temporary, content)
                if path in checks:
                    checks[path](temporary.read_bytes())
            except OSError as error:
                raise _refused(path, error) from error
        for path, temporary in staged.items():
            try:
                temporary.replace(path)
            except OSError as error:
                raise _refused(path, error) from error
        for folder in {path.parent for path in staged}:
            _sync_folder(folder)
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    # A fixed name but for the process, so that it is known before the file is there: an
    # interrupt between the two leaves nothing behind.
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _check_target(path: Path) -> None:
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link", "name a plain file or another --out")
    if path.is_dir():
        raise OutputError(f"{path} is a folder", "move it away or give another --out")


def _refused(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {path}: {error.strerror or error}",
        "check the space and the permissions, or give another --out",
    )


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
