"""Words of a text -> sentences: full stops, quotation marks, line breaks and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.annotate.words import abbreviations

MOST_WORDS = 400
MOST_CHARACTERS = 20_000
"""A longer sentence is cut, at a mark where there is one (warning W02)."""

_STOPS = frozenset({".", "!", "?", "\u2026"})
_CLOSERS = frozenset(")]}\u201d\u2019\u00bb\"'") | {"''", "\u2019\u2019"}
_OPENERS = frozenset("([{\u201c\u201e\u2018\u201a\u00ab\"'-\u2013\u2014\u2022*") | {
    ",,",
    "``",
    "\u2018\u2018",
    "\u201a\u201a",
}
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")


@cache
def _is_stop(word: str) -> bool:
    return bool(word) and set(word) <= _STOPS


def _hard_wrapped(text: str) -> bool:
    """Whether lines of running text are broken by width: many go on with a small letter."""
    lines = [line.strip() for line in _BREAK.split(text)]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    running = sum(b[0].islower() and a[-1] not in ".!?:;" for a, b in pairs)
    return bool(running >= 2 and running * 5 >= len(pairs))


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], int]:
    """Word spans of ``text`` -> (from, to) indexes of words, and how many cuts were forced.

    A sentence ends at a full stop, question or exclamation mark with its closing quotation
    marks when a capital, a digit or an opening mark follows; after a dateline ("KIEV (ANP) -");
    at a blank line; and at a line break, unless the text is broken by width (then only after a
    stop). An abbreviation or initial with its own full stop ends none, except before a capital
    where the abbreviation is not one that a name follows ("enz.", not "dr.").
    """
    wrapped = _hard_wrapped(text)
    forms = [text[a:b] for a, b in spans]
    cuts = list[int]()
    for i in range(1, len(spans)):
        gap = text[spans[i - 1][1] : spans[i][0]]
        if gap and not gap.isspace():
            gap = " "
        breaks = len(_BREAK.findall(gap)) if gap not in ("", " ") else 0
        if (
            breaks > 1
            or (breaks and (not wrapped or _is_stop(forms[i - 1])))
            or (gap and _ends(forms, spans, i))
            or (gap and _after_dateline(forms, cuts[-1] if cuts else 0, i))
        ):
            cuts.append(i)
    bounds = [0, *cuts, len(spans)]
    found, forced = list[tuple[int, int]](), 0
    for start, end in pairwise(bounds):
        while end - start > MOST_WORDS or (
            end > start + 1 and spans[end - 1][1] - spans[start][0] > MOST_CHARACTERS
        ):
            at = _cut(forms, spans, start, end)
            found.append((start, at))
            start, forced = at, forced + 1
        if end > start:
            found.append((start, end))
    return found, forced


def _ends(forms: list[str], spans: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether a sentence ends before word ``i``, which white space precedes."""
    j = i - 1
    while j > 0 and forms[j] in _CLOSERS and spans[j][0] == spans[j - 1][1]:
        j -= 1
    last = forms[j]
    k = i
    while k < len(forms) - 1 and forms[k] in _OPENERS:
        k += 1
    first = forms[k][0]
    opens = first.isupper() or first.isdigit() or not (first.isalnum() or k > i)
    if _is_stop(last):
        if forms[i] in (",", ";", ":", ")"):
            return False
        lower = first in "'\u2019" and len(forms[k]) > 1  # 's Avonds …
        return opens or lower or (k > i and last != "\u2026" and j == i - 1)
    if last.endswith(".") and len(last) > 2 and first.isupper() and j == i - 1:
        return (
            last.count(".") == 1
            and not abbreviations().get(last[:-1].lower(), False)
            and last[0].islower()
        )
    return False


def _after_dateline(forms: list[str], start: int, i: int) -> bool:
    """Whether the words from ``start`` to ``i`` are a dateline: "KIEV (ANP) -".

    A date may stand in it, with its month in small letters: "BRUSSEL, 3 maart -".
    """
    if not 2 <= i - start <= 8 or forms[i - 1] not in _DASHES or not forms[start].isupper():
        return False
    return len(forms[start]) > 2 and all(
        form in ("(", ")", ",", "/", ".")
        or form[:1].isupper()
        or form[:1].isdigit()
        or forms[at - 1].isdigit()
        for at, form in enumerate(forms[start + 1 : i - 1], start + 1)
    )


def _cut(forms: list[str], spans: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Where to cut a sentence that is too long: after its last mark within the limits."""
    last = start + 1
    while (
        last < end
        and last - start < MOST_WORDS
        and spans[last][1] - spans[start][0] <= MOST_CHARACTERS
    ):
        last += 1
    for at in range(last, start + (last - start) // 2, -1):
        if forms[at - 1] in {";", ",", ":", ".", "-", "\u2013"}:
            return at
    return last
