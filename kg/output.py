"""Bytes -> a file that is whole or not there: written beside the target, checked, put in place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.errors import OutputError


def replace_file(
    path: Path, content: bytes, check: Callable[[bytes], object] | None = None
) -> None:
    """Put ``content`` at ``path``; the old file stands until the new one is whole.

    Args:
        path: the target; its folder is made where it is not there.
        content: all the bytes.
        check: reads what was written back; whatever it raises leaves the old file in place.

    Raises:
        OutputError: the target is a symbolic link or folder, or the disk or a permission
            stands in the way.
    """
    if path.is_symlink():
        raise OutputError(f"{path} is a symbolic link", "name a plain file or another --out")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(temporary.read_bytes())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {path}: {error.strerror or error}",
        "check the space and the permissions, or give another --out",
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
