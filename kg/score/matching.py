"""What counts as the same: names without what stands before them, events, coreferent mentions.

The conventions follow MEANTIME (Minard et al. 2016): the extent of a name leaves out articles and
functions, of nested names the longest counts, country adjectives are no names, an event mention
is its first run of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from kg.model import Span
from kg.score.documents import TYPES, NameMention

FUNCTIONS = frozenset(
    [
        "CEO",
        "President",
        "Premier",
        "Minister",
        "Senator",
        "Voorzitter",
        "Topman",
        "Dr.",
        "Mr.",
        "Sir",
    ]
)
ARTICLES = ("de ", "het ", "een ", "'t ")


def bare_name(span: Span, text: str) -> Span:
    """The name alone: "de V.S." is "V.S.", "CEO Steve Jobs" is "Steve Jobs".

    A first word goes while it is a function, or is in small letters and a capital follows.
    """
    start = span.start
    while True:
        first, space, rest = text[start : span.end].partition(" ")
        lower = first.islower() and bool(rest[:1].strip()) and any(map(str.isupper, rest))
        if not space or not (first in FUNCTIONS or lower):
            return Span(start, span.end)
        start += len(first) + 1


def scored_names(
    names: Iterable[NameMention], text: str, until: int, adjectives: Set[Span]
) -> dict[Span, str]:
    """Span -> type of the names that count, the same for gold and system.

    Args:
        until: names that end after it are outside the annotated part.
        adjectives: spans that the gold marks as country adjectives.
    """
    bare = {bare_name(n.span, text): n.type for n in names if n.span.end <= until}
    return {
        span: bare[span]
        for span in outermost(bare)
        if bare[span] in TYPES and span not in adjectives
    }


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that lie in no other, in the order of the text."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        # Sorted so, a span can only lie in an earlier one, of which the last reaches furthest.
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def stands_for(mention: Span, gold: Set[Span], text: str) -> Span:
    """The gold mention that a system's mention of an entity stands for.

    The same span; else the shortest that begins with it, articles apart, and runs on ("de
    grootste autobouwer" in "de grootste autobouwer in de V.S."); else the longest inside it that
    ends with it; itself where there is none.
    """
    if mention in gold:
        return mention
    start = _after_article(mention, text)
    around = [g for g in gold if _after_article(g, text) == start and g.end >= mention.end]
    if around:
        return min(around, key=lambda g: (g.end, -g.start))
    inside = [g for g in gold if mention.start <= g.start and g.end == mention.end]
    return min(inside, default=mention)


def _after_article(span: Span, text: str) -> int:
    for article in ARTICLES:
        if text[span.start : span.start + len(article)].lower() == article:
            return span.start + len(article)
    return span.start


def covered(tokens: Iterable[Span], spans: Iterable[Span]) -> set[int]:
    """The numbers of the tokens that any of the spans touches."""
    marked = list(spans)
    return {number for number, token in enumerate(tokens) if any(token.overlaps(s) for s in marked)}
