"""Words of countries that are no names: adjectives ("Russische") and inhabitants ("Russen")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import takewhile

from kg import gazetteer
from kg.model import Document, Mention, MentionKind, Sentence


def demonyms(
    document: Document, sentences: Iterable[Sentence], names: Iterable[Mention]
) -> Iterator[Mention]:
    """Mentions of countries by adjective, and of their people as a group.

    "Amerikaanse" is an ``ADJECTIVE`` of class ``Place``; "Nederlanders" a name of class
    ``Group``. A word that is part of a name ("Russische Federatie") is neither.
    """
    known = gazetteer.load()
    taken = sorted(name.span for name in names)
    for sentence in sentences:
        first = bisect_right(taken, sentence.span.start, key=lambda span: span.end)
        inside = list(
            takewhile(sentence.span.overlaps, taken[first : first + len(sentence.tokens)])
        )
        for token in sentence.tokens:
            word = token.span.of(document.text)
            if not word[:1].isupper() or any(span.overlaps(token.span) for span in inside):
                continue
            if token.pos in ("ADJ", "PROPN", "NOUN", "X") and known.adjective(word):
                yield Mention(document.id, token.span, MentionKind.ADJECTIVE, "Place", token.span)
            elif token.pos in ("NOUN", "PROPN", "ADJ", "X") and known.inhabitants(word):
                yield Mention(document.id, token.span, MentionKind.NAME, "Group", token.span)
