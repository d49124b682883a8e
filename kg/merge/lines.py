"""The sentences of a document by place, its headline apart."""

from __future__ import annotations

from bisect import bisect_right

from kg.lexicon import words
from kg.model import Analysis, Sentence, Span, Token


class Lines:
    """The sentences of a document by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.document = analysis.document
        self.text = analysis.document.text
        self.sentences = analysis.sentences
        self._starts = [sentence.span.start for sentence in analysis.sentences]
        self._headline = headline_end(analysis)

    def number(self, span: Span) -> int:
        """The number of the sentence that a span begins in; -1 is the headline."""
        if span.end <= self._headline:
            return -1
        return max(bisect_right(self._starts, span.start) - 1, 0)

    def token(self, span: Span) -> tuple[Sentence, int] | None:
        """The sentence and the index of the token that begins a span."""
        if not self.sentences:
            return None
        sentence = self.sentences[max(bisect_right(self._starts, span.start) - 1, 0)]
        for i, token in enumerate(sentence.tokens):
            if token.span.overlaps(span):
                return sentence, i
        return None

    def hangs_on(self, span: Span, other: Span) -> bool:
        """Whether the words of a span stand in the phrase of another: "Moskou" in "het
        ministerie in Moskou"."""
        at = self.token(span)
        if at is None or not at[0].span.covers(other):
            return False
        sentence, i = at
        while not sentence.tokens[i].span.overlaps(other):
            if sentence.tokens[i].head == i:
                return False
            i = sentence.tokens[i].head
        return True

    def points_back(self, number: int) -> bool:
        """ "Daarbij vielen twee doden": whether a sentence goes on about the one before it."""
        back = words("merging.toml", "forms", "back")
        return any(self.lower(token) in back for token in self.sentences[number].tokens[:3])

    def goes_on(self, number: int) -> bool:
        """Whether a sentence stands in one paragraph with the one before it."""
        between = Span(self.sentences[number - 1].span.end, self.sentences[number].span.start)
        return "\n" not in between.of(self.text)

    def says_there(self, number: int) -> bool:
        """ "Daar neemt het aantal zieken af": whether a sentence is about the place just named."""
        there = words("cues.toml", "prepositions", "there")
        return any(self.lower(token) in there for token in self.sentences[number].tokens)

    def lower(self, token: Token) -> str:
        return token.span.of(self.text).lower()


def headline_end(analysis: Analysis) -> int:
    """Where the headline at the head of a text ends: the document's title, or a first line
    that no full stop closes; 0 where there is none."""
    text, title = analysis.document.text, (analysis.document.title or "").split()
    at = 0
    for word in title:
        at = text.find(word, at, at + len(word) + 3)
        if at < 0:
            break
        at += len(word)
    if title and at > 0:
        return at
    first = analysis.sentences[0].span if analysis.sentences else Span(0, 0)
    closed = first.of(text).rstrip()[-1:] in (".", "!", "?", "…", "”", "’", '"', "'", "")
    return 0 if closed or "\n" not in text[first.end : first.end + 1] else first.end
