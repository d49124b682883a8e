"""Bytes -> text: BOM, strict UTF-8, declared charset, cp1252, in this order and no guessing."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError
from kg.read.settings import Settings

# Share of control characters above which bytes are no text (faults.md, E02).
MAX_CONTROL_SHARE = 0.05

_MAGIC = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP or DOCX",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "old Word",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Python decodes by far more names than charsets ("punycode", "unicode_escape"): only real ones.
_CHARSETS = re.compile(r"cp(?:125\d|437|850)|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|big5|shift_jis")
# What pages call Latin-1 or ASCII is cp1252 (WHATWG Encoding Standard, "windows-1252").
_AS_CP1252 = ("iso8859-1", "ascii")


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of ``raw`` and a warning ("decoded as cp1252") or None.

    Line ends are kept as they are, so offsets count what stands in the file.

    Args:
        raw: the bytes.
        declared: the charset that the input itself names; unknown ones are passed over.

    Raises:
        ReadError: E02 for binary.
    """
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            raise ReadError("E02", f"not text (looks like {kind})", "convert it to text first")
    text, warning = _decode(raw, declared)
    if "\0" in text:
        raise ReadError("E02", "not text (control characters)", "convert it to text first")
    check_controls(text)
    return text, warning


def check_controls(text: str) -> None:
    """Refuse what is no text.

    Raises:
        ReadError: E02 where more than 5 % are control characters.
    """
    if len(_CONTROLS.findall(text)) > MAX_CONTROL_SHARE * max(len(text), 1):
        raise ReadError("E02", "not text (control characters)", "convert it to text first")


def check_bytes(raw: bytes, settings: Settings) -> None:
    """Refuse more bytes than an article may have.

    Raises:
        ReadError: E04.
    """
    if len(raw) > settings.max_bytes:
        raise ReadError(
            "E04", f"too large: more than {settings.max_bytes:,} bytes", settings.raise_limit
        )


def check(text: str, settings: Settings) -> None:
    """Refuse a text that cannot be an article.

    Raises:
        ReadError: E01 for nothing but white space, E04 for too many characters.
    """
    if not text.strip().strip("\ufeff\u200b\u2060"):
        raise ReadError("E01", "empty document", "an article needs text")
    if len(text) > settings.max_characters:
        raise ReadError(
            "E04",
            f"too large: {len(text):,} characters, at most {settings.max_characters:,}",
            settings.raise_limit,
        )


def _decode(raw: bytes, declared: str | None) -> tuple[str, str | None]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding), None
            except UnicodeDecodeError:
                break
    for encoding in filter(None, ("utf-8", _charset(declared))):
        try:
            return raw.decode(encoding), None
        except UnicodeDecodeError:
            continue
    # cp1252 leaves five bytes undefined; those become U+FFFD.
    return raw.decode("cp1252", errors="replace"), "decoded as cp1252"


def _charset(declared: str | None) -> str | None:
    """Python's name of a declared charset; None for one that is not to be trusted."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    name = "cp1252" if name in _AS_CP1252 else name
    return name if _CHARSETS.fullmatch(name) else None
