"""Bytes -> text: BOM, strict UTF-8, declared charset, cp1252, in this order and no guessing."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError

MAX_BYTES = 10_000_000
MAX_CHARACTERS = 1_000_000
# Share of control characters above which bytes are no text (faults.md, E02).
MAX_CONTROL_SHARE = 0.05

_MAGIC = {b"%PDF": "PDF", b"PK\x03\x04": "ZIP", b"\x1f\x8b": "gzip", b"\x89PNG": "PNG"}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of ``raw`` and a warning ("decoded as cp1252") or None.

    Line ends are kept as they are, so offsets count what stands in the file.

    Raises:
        ReadError: E02 for binary, E04 for more than 10 MB.
    """
    if len(raw) > MAX_BYTES:
        raise ReadError(
            "E04", f"too large: more than {MAX_BYTES:,} bytes", "split the input into articles"
        )
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise ReadError("E02", f"not text (looks like {kind})", "convert it to text first")
    text, warning = _decode(raw, declared)
    if "\0" in text or len(_CONTROLS.findall(text)) > MAX_CONTROL_SHARE * max(len(text), 1):
        raise ReadError("E02", "not text (control characters)", "convert it to text first")
    return text, warning


def check(text: str) -> None:
    """Refuse a text that cannot be an article.

    Raises:
        ReadError: E01 for nothing but white space, E04 for more than 1,000,000 characters.
    """
    if not text.strip():
        raise ReadError("E01", "empty document", "an article needs text")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(
            "E04",
            f"too large: {len(text):,} characters, at most {MAX_CHARACTERS:,}",
            "split the input into articles",
        )


def _decode(raw: bytes, declared: str | None) -> tuple[str, str | None]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding), None
            except UnicodeDecodeError:
                break
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return raw.decode(encoding), None
        except (UnicodeDecodeError, LookupError):
            continue
    # cp1252 leaves five bytes undefined; those become U+FFFD.
    return raw.decode("cp1252", errors="replace"), "decoded as cp1252"
