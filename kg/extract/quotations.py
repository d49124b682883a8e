"""Text -> the quotations in it, found from their marks alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from kg.model import Span

# Marks of one family close each other: “a”, „b”, "c", ``d''; ‘e’, 'f'; «g».
_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''"), "double"),
    **dict.fromkeys(("‘", "’", "‚", "‛", "'"), "single"),
    **dict.fromkeys(("«", "»"), "angle"),
}
_OPENING = ("“", "„", "‟", "``", "‘", "‚", "‛", "«")
_MARK = re.compile("``|''|\"+|[“”„‟‘’‚‛'«»]")
# "'s ochtends", "’t", "jaren '90": an apostrophe begins these.
_CLITIC = re.compile(r"(?:[stnkmr]|ie|er|[0-9]{2})\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
# Quotations nest no deeper than this; marks beyond are left alone.
DEEPEST = 6
# A quotation that is not closed in its paragraph is closed within so many more, or never.
LINES = 8
PARAGRAPH = re.compile(r"\n\s*\n|\r\n\s*\r\n|\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its span with marks, the words inside, how deep it lies, if it is closed."""

    span: Span
    words: Span
    depth: int
    closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """All quotations of a text, in the order in which they begin.

    Catches “…”, ‘…’, "…", '…', „…”, «…», ``…'', one inside another; a double mark that is
    never closed in its paragraph runs to the mark that closes it in one of the next, to the end
    of its paragraph where the next one opens again, else to the end of its sentence. Leaves
    alone "foto's", "'s ochtends" and "Hans' auto". Linear in the text.
    """
    found: list[Quotation] = []
    lines = paragraphs(text)
    reached = 0
    for number, (start, end) in enumerate(lines):
        if end <= reached:
            continue
        whole, opened = _in_paragraph(text, max(start, reached), end)
        if not opened:
            found += whole
            continue
        first, inside, family = opened[0]
        closing = _closing(text, lines[number + 1 : number + 1 + LINES], family)
        found += whole if closing is None else [q for q in whole if q.span.end <= first]
        if closing is not None:
            span, words = Span(first, closing.end()), Span(inside, closing.start())
            found.append(Quotation(span, words, 0))
            reached = closing.end()
        elif family != "single":
            found += _unclosed(text, first, inside, end)
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _closing(text: str, lines: list[tuple[int, int]], family: str) -> re.Match[str] | None:
    """The mark that closes a quotation some paragraphs on; None where one opens before."""
    opened = [(0, 0, family)]
    for start, end in lines:
        for match in _MARK.finditer(text, start, end):
            mark = match[0]
            if _FAMILY[mark[0] if mark[0] == '"' else mark] != family:
                continue
            before = text[match.start() - 1] if match.start() > start else " "
            after = text[match.end()] if match.end() < end else " "
            if family == "single" and _is_apostrophe(text, match, before, after, opened):
                continue
            if before.isspace() or (after.isalnum() and not before.isalnum()):
                return None
            # "de bonden’ eisen" and "Hans' auto" close nothing: what is said ends in a stop.
            ends = before in ".,!?…" or after in ".,!?"
            return match if ends or family != "single" else None
    return None


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not empty, as (start, end)."""
    found, at = [], 0
    for match in [*PARAGRAPH.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append((at, end))
        at = match.end() if match else end
    return found


def _in_paragraph(
    text: str, start: int, end: int
) -> tuple[list[Quotation], list[tuple[int, int, str]]]:
    """The quotations of a paragraph, and the marks that are opened and not closed in it."""
    found: list[Quotation] = []
    opened: list[tuple[int, int, str]] = []  # start, start of the words, family
    for match in _MARK.finditer(text, start, end):
        mark = match[0]
        family = _FAMILY[mark[0] if mark[0] == '"' else mark]
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if family == "single" and _is_apostrophe(text, match, before, after, opened):
            continue
        at = next((n for n in reversed(range(len(opened))) if opened[n][2] == family), None)
        may_open = not after.isspace() and not before.isalnum()
        if at is not None and (mark not in _OPENING or not may_open):
            first, inside, _ = opened[at]
            del opened[at:]
            if inside < match.start():
                span, words = Span(first, match.end()), Span(inside, match.start())
                found.append(Quotation(span, words, len(opened)))
        elif may_open and mark != "»" and len(opened) < DEEPEST:
            opened.append((match.start(), match.end(), family))
    return found, opened


def _is_apostrophe(
    text: str, match: re.Match[str], before: str, after: str, opened: list[tuple[int, int, str]]
) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and _CLITIC.match(text, match.end()) and match[0] != "‚":
        return True
    is_open = any(family == "single" for _, _, family in opened)
    if match[0] == "’" and not is_open:  # it opens only where another one closes
        return (
            after.isspace() or before.isalnum() or "’" not in text[match.end() : match.end() + 400]
        )
    return before.isalnum() and not is_open


def _unclosed(text: str, first: int, inside: int, end: int) -> list[Quotation]:
    """A mark that is never closed: to the end of the sentence, or of the paragraph where the
    next paragraph opens with a mark again (a quotation over paragraphs)."""
    following = text[end : end + 10].lstrip()
    goes_on = following[:1] in ("“", "„", '"')
    last = end
    if not goes_on:
        stop = _SENTENCE_END.search(text, inside, end)
        last = stop.end() if stop else end
    if last <= inside:
        return []
    return [Quotation(Span(first, last), Span(inside, last), 0, closed=goes_on)]


class Covered:
    """Spans that are somebody's already; asks whether most of another lies in one of them.

    Args:
        spans: in any order.
    """

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def has(self, span: Span) -> bool:
        """Whether at least half of ``span`` lies in one of the spans."""
        need = 0.5 * (span.end - span.start)
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            own = self._spans[at]
            if min(own.end, span.end) - max(own.start, span.start) >= need:
                return True
            at -= 1
        return False
