"""A mention -> whose words it stands in: a party's, or the paper's own."""

from __future__ import annotations

from typing import NamedTuple

from kg.export.passages import Passages
from kg.export.triples import Triples


class Voice(NamedTuple):
    """Whose words: the speaker's IRI ("" for the paper), and whether they are quoted."""

    speaker: str
    literal: bool


PAPER = Voice("", literal=False)


class Parties:
    """Whose each mention of a graph is, by the claims that it stands in.

    The trigger of an event is its claim's speaker's; of other words, the innermost claim around
    them decides. "De premier stelt dat de operatie goed verloopt": the premier's, in the words
    of the paper. What no party says is the paper's own.
    """

    def __init__(self, triples: Triples, passages: Passages) -> None:
        self.triples = triples
        self.passages = passages
        self._papers = set(passages.documents)
        self._of_trigger: dict[str, str] = {}
        self._in_sentence: dict[int, list[tuple[int, int, int, str]]] = {}
        for claim in triples.with_type("kg:Claim"):
            if trigger := triples.one(claim, "kg:aboutMention"):
                self._of_trigger[trigger] = claim
            words = passages.place(triples.one(claim, "gaf:denotedBy"))
            if words is not None and self._speaker(claim):
                sentence, begin, end = words
                spans = self._in_sentence.setdefault(sentence, [])
                spans.append((end - begin, begin, end, claim))
        for spans in self._in_sentence.values():
            spans.sort()

    def of(self, mention: str) -> Voice:
        """Whose words a mention is part of."""
        claim = self._of_trigger.get(mention) or self._around(mention)
        speaker = self._speaker(claim)
        if not speaker:
            return PAPER
        quotes = self.triples.all(claim, "kg:quote")
        words = self.triples.one(mention, "nif:anchorOf")
        return Voice(speaker, any(words in quote for quote in quotes))

    def _around(self, mention: str) -> str:
        place = self.passages.place(mention)
        if place is None:
            return ""
        sentence, first, last = place
        for _, begin, end, claim in self._in_sentence.get(sentence, ()):
            if begin <= first and last <= end:
                return claim
        return ""

    def _speaker(self, claim: str) -> str:
        speaker = self.triples.one(claim, "kg:speaker") if claim else ""
        return "" if speaker in self._papers else speaker
