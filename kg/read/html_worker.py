"""The child that takes the article out of a page; run as a script only, imports nothing of kg.

On the command line: memory in bytes, seconds. On stdin: see ``guard.Guard``. It answers with
{"text", "title", "published", "url", "source", "visible", "linked"}, counts being characters
without white space, with {"error": why} or with {"memory": true}.
"""

from __future__ import annotations

import json
import signal
import sys
from html.parser import HTMLParser
from typing import Any

# Elements whose text nobody sees.
UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "svg", "iframe", "select"})
# Elements around an article that are no part of it.
AROUND = frozenset({"nav", "footer", "aside", "form", "button", "figcaption"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "blockquote", "li"})
# Below this a page's only paragraphs are no article but a notice (trafilatura's own measure).
SHORTEST = 250


def size(text: str) -> int:
    """Characters without white space."""
    return sum(map(len, text.split()))


class Visible(HTMLParser):
    """Counts what a reader would see and keeps the paragraphs; no depth is too deep for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.visible = 0
        self.linked = 0
        self.paragraphs: list[str] = []
        self.marked = False
        self._open: list[str] = []
        self._within: dict[str, int] = {}
        self._parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "br" and self._parts is not None:
            self._parts.append("\n")
        if tag in VOID:
            return
        if tag in BLOCKS:
            self._close_paragraph()
            if not self._inside(AROUND):
                self._parts = []
        self.marked = self.marked or tag in ("article", "main")
        self._open.append(tag)
        self._within[tag] = self._within.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        if not self._within.get(tag):
            return
        while self._open:
            closed = self._open.pop()
            self._within[closed] -= 1
            if closed in BLOCKS:
                self._close_paragraph()
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._inside(UNSEEN):
            return
        count = size(data)
        self.visible += count
        if self._inside(frozenset({"a", "button", "option"})):
            self.linked += count
        if self._parts is not None:
            self._parts.append(data)

    def close(self) -> None:
        super().close()
        self._close_paragraph()

    def _inside(self, tags: frozenset[str]) -> bool:
        return any(self._within.get(tag) for tag in tags)

    def _close_paragraph(self) -> None:
        if self._parts is not None:
            lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
            text = "\n".join(filter(None, lines))
            if text:
                self.paragraphs.append(text)
        self._parts = None


def article(page: str) -> dict[str, Any]:
    """The article in a page and what is told about it.

    trafilatura finds it; where that kept next to nothing (it sees no further than about 250
    nested elements) the page's own paragraphs are taken, if they are most of what is visible.
    """
    import trafilatura

    seen = Visible()
    seen.feed(page)
    seen.close()
    # No search for dates in the text: a day that the article speaks of is not its own.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    found: Any = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dates,
    )
    text = (found.text or "") if found else ""
    # Of short pages it breaks sentences at every inline element.
    if size(text) < max(SHORTEST, 0.05 * seen.visible):
        own = "\n".join(seen.paragraphs)
        enough = 0 if seen.marked or size(own) >= 0.95 * seen.visible else SHORTEST
        if size(own) >= max(enough, 0.5 * seen.visible):
            text = own
    return {
        "text": text,
        "title": getattr(found, "title", None),
        "published": getattr(found, "date", None),
        "url": getattr(found, "url", None),
        "source": getattr(found, "sitename", None),
        "visible": seen.visible,
        "linked": seen.linked,
    }


def limit(memory: int) -> None:
    """Bound the address space and write no core; where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (value, value))
        except (ValueError, OSError):  # macOS takes no RLIMIT_AS
            continue


def main() -> None:
    """Answer questions until stdin ends."""
    limit(int(sys.argv[1]))
    # A second wall: the child ends even when nobody is left to kill it.
    alarm = getattr(signal, "alarm", None)
    while len(head := sys.stdin.buffer.read(8)) == 8:
        if alarm:
            alarm(int(2 * float(sys.argv[2])) + 1)
        page = sys.stdin.buffer.read(int.from_bytes(head, "big")).decode("utf-8", "replace")
        try:
            answer = article(page)
        except MemoryError:
            answer = {"memory": True}
        except Exception as error:  # whatever a parser makes of a hostile page
            answer = {"error": f"{type(error).__name__}: {error}"[:200]}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        if alarm:
            alarm(0)


if __name__ == "__main__":
    main()
