"""A .html page -> one Document: the article without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kg.errors import ReadError
from kg.model import Document, Failure
from kg.read.decoding import check, check_bytes, check_controls, decode
from kg.read.guard import Guard
from kg.read.plain import identifier
from kg.read.settings import Settings, Stream

# Share of what is visible that an article must keep (faults.md, E03), and the share of link
# text above which a page is a list of links.
LEAST_KEPT = 0.05
MOST_LINKED = 0.8

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.I
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# Where a page must have declared its charset (HTML Standard: the first 1,024 bytes).
_DECLARED_WITHIN = 1024


@cache
def guard() -> Guard:
    """The child process that parses pages; started with the first one."""
    return Guard(Path(__file__).with_name("html_worker.py"))


def read(stream: Stream, name: str, settings: Settings) -> Iterator[Document | Failure]:
    """The article in a page; ``name`` is its path.

    The document's text is what was kept of the page, so offsets count in that: paragraphs as
    lines, white space made single. Title, date, address and publisher come from the page.

    Raises:
        ReadError: E01, E02, E04; E03 where there is no article or next to nothing of the page
            was kept; E05 and E07 where the parser failed or was ended.
    """
    raw = stream.read(settings.max_bytes + 1)
    check_bytes(raw, settings)
    page, warning = decode(raw, _declared(raw))
    if not page.strip():
        check(page, settings)
    # lxml refuses text that declares an encoding.
    page = _XML_DECLARATION.sub("", page, count=1)
    answer = guard().ask(page.encode("utf-8", "replace"))
    if "error" in answer:
        raise ReadError("E05", f"cannot read: {answer['error']}", "save it as text (.txt)")
    _check_kept(answer)
    check(answer["text"], settings)
    check_controls(answer["text"])
    if warning:
        yield Failure(name, "W01", warning, "save it as UTF-8 to be sure")
    yield Document(
        id=identifier(name),
        text=answer["text"],
        title=answer["title"] or None,
        published=_date(answer["published"]) or settings.published,
        url=_address(answer["url"]),
        source=answer["source"] or None,
    )


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:_DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else None


def _check_kept(answer: dict[str, Any]) -> None:
    visible, text = answer["visible"], answer["text"]
    kept = sum(map(len, text.split()))
    if not kept or answer["linked"] > MOST_LINKED * visible:
        seen = f"{visible:,} characters are visible" if visible else "nothing is visible"
        raise ReadError("E03", f"no article text found ({seen})", "save the article's text as .txt")
    if kept < LEAST_KEPT * visible:
        raise ReadError(
            "E03",
            f"no article text found (only {kept:,} of {visible:,} visible characters kept)",
            "save the article's text as .txt",
        )


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _address(value: str | None) -> str | None:
    try:
        return value if value and urlsplit(value).scheme in ("http", "https") else None
    except ValueError:
        return None
