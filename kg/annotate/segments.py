"""Document -> sentences as the taggers want them, with exact offsets and short input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.sentences import sentences
from kg.annotate.words import LONG_RUN, words
from kg.model import Document

LONGEST_WORD = 100
"""Characters of one word that a tagger gets to see; the offsets are those of the whole word."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_FORMS = str.maketrans(
    {
        "\u2019": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "\u2018": "'",
        "\u201a": ",",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2026": "...",
    }
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: the span of each word and the form of it that the tagger sees."""

    spans: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]


def segments(document: Document) -> tuple[list[Segment], tuple[str, ...]]:
    """The sentences of a document, and warnings (W02) where the input had to be cut.

    Curly quotation marks, soft hyphens, combining accents and the like are made plain for
    the tagger alone: ``spans`` are code points of ``document.text`` as it stands.
    """
    text = document.text
    spans = list(words(text))
    ranges, forced = sentences(text, spans)
    warnings = list[str]()
    squeezed = sum(b - a > LONG_RUN for a, b in spans)
    if squeezed:
        warnings.append(
            f"W02 {document.id}: {squeezed} run(s) of more than {LONG_RUN} characters "
            "without a space were tagged as one word"
        )
    if forced:
        warnings.append(f"W02 {document.id}: {forced} overlong sentence(s) were cut for the tagger")
    return [_segment(text, spans[a:b]) for a, b in ranges], tuple(warnings)


def _segment(text: str, spans: Sequence[tuple[int, int]]) -> Segment:
    return Segment(tuple(spans), tuple(plain(text[a:b]) for a, b in spans))


def plain(form: str) -> str:
    """A word as the tagger learned words: composed, plain quotation marks, not overlong."""
    if form.isascii():
        return form[:LONGEST_WORD]
    import unicodedata

    bare = _INVISIBLE.sub("", unicodedata.normalize("NFC", form[: 2 * LONGEST_WORD]))
    return (bare.translate(_FORMS) or form[:1])[:LONGEST_WORD]
