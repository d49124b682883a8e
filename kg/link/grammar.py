"""Parsed sentences -> what coreference asks of a word: its head, features, clause, quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.model import Sentence, Span, Token

_OPEN, _CLOSE = "“„«‘", "”»’"
_PLAIN = "\"'"
# A quotation that is not closed within so many characters is taken for a stray mark.
LONGEST_QUOTATION = 2000


class Grammar:
    """The words of a document by their place.

    Args:
        text: the document's text.
        sentences: its parsed sentences, in the order of the text.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [s.span.start for s in sentences]
        self._token_starts = [[t.span.start for t in s.tokens] for s in sentences]
        self._children: list[dict[int, list[int]]] = []
        for sentence in sentences:
            of: dict[int, list[int]] = {}
            for i, token in enumerate(sentence.tokens):
                if token.head != i:
                    of.setdefault(token.head, []).append(i)
            self._children.append(of)
        self.quotations = quotations(text)
        self._quotation_starts = [q.start for q in self.quotations]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence around an offset; -1 where there is none."""
        return bisect_right(self._starts, offset) - 1

    def head_of(self, span: Span) -> tuple[int, int] | None:
        """Sentence and token of the word in ``span`` whose head lies outside it, or None."""
        number = self.sentence_at(span.start)
        if number < 0:
            return None
        tokens = self.sentences[number].tokens
        first = max(bisect_right(self._token_starts[number], span.start) - 1, 0)
        inside = []
        for i in range(first, len(tokens)):
            if tokens[i].span.start >= span.end:
                break
            if tokens[i].span.overlaps(span):
                inside.append(i)
        for i in inside:
            if tokens[i].head == i or tokens[i].head not in inside:
                return number, i
        return (number, inside[0]) if inside else None

    def token(self, at: tuple[int, int]) -> Token:
        """The word at sentence and index."""
        return self.sentences[at[0]].tokens[at[1]]

    def lower(self, at: tuple[int, int]) -> str:
        """The word in small letters."""
        return self.token(at).span.of(self.text).lower()

    def head(self, at: tuple[int, int]) -> tuple[int, int] | None:
        """The head of a word; None for a root."""
        head = self.token(at).head
        return None if head == at[1] else (at[0], head)

    def children(self, at: tuple[int, int], *deps: str) -> list[tuple[int, int]]:
        """The dependents of a word, with one of these relations if any are named."""
        found = self._children[at[0]].get(at[1], [])
        tokens = self.sentences[at[0]].tokens
        return [(at[0], c) for c in found if not deps or tokens[c].dep in deps]

    def end_of(self, at: tuple[int, int]) -> int:
        """Where the words that hang on a word end, marks at the end left out."""
        todo, last = [at], at[1]
        while todo:
            for child in self.children(todo.pop()):
                todo.append(child)
                last = last if self.token(child).pos == "PUNCT" else max(last, child[1])
        return self.token((at[0], last)).span.end

    def feature(self, at: tuple[int, int], name: str) -> str | None:
        """The value of a UD feature of a word, or None."""
        for pair in self.token(at).feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None

    def clause(self, at: tuple[int, int]) -> tuple[int, int]:
        """The predicate of the clause that a word stands in: its first head that is a verb,
        or a noun or adjective with a subject."""
        seen = {at[1]}
        here = at
        while (up := self.head(here)) is not None and up[1] not in seen:
            seen.add(up[1])
            here = up
            if self.token(here).pos in ("VERB", "AUX") or self.children(here, "nsubj", "cop"):
                break
        return here

    def verb(self, at: tuple[int, int]) -> str:
        """The lemma of a verb with its particle: "riep … op" -> "oproepen"."""
        lemma = self.token(at).lemma.lower()
        for particle in self.children(at, "compound:prt"):
            word = self.lower(particle)
            lemma = lemma if lemma.startswith(word) else word + lemma
        return lemma

    def quotation_at(self, offset: int) -> int | None:
        """The number of the quotation around an offset, or None."""
        at = bisect_right(self._quotation_starts, offset) - 1
        return at if at >= 0 and offset < self.quotations[at].end else None


def quotations(text: str) -> list[Span]:
    """What stands between quotation marks, in order and not nested.

    All Dutch styles: “…”, „…”, ‘…’, «…», straight marks, and ``…'' as typewriters have it. An
    apostrophe between letters ("auto's") or before "s" and "n" is none.
    """
    if "``" in text:
        text = text.replace("``", " “").replace("''", "” ")  # as long as before
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for at, mark in enumerate(text):
        if mark not in _OPEN and mark not in _CLOSE and mark not in _PLAIN:
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark in "'’‘" and before.isalnum() and after.isalnum():
            continue
        if opened is not None and at - opened[0] > LONGEST_QUOTATION:
            opened = None
        if opened is None:
            if (mark in _OPEN or mark in _PLAIN) and after.strip() and not before.isalnum():
                opened = (at, mark)
        elif _closes(opened[1], mark):
            found.append(Span(opened[0], at + 1))
            opened = None
    return found


def _closes(opening: str, mark: str) -> bool:
    pairs = {"“": '”“"', "„": '”“"', "‘": "’‘'", "«": "»", '"': '"”', "'": "'’"}
    return mark in pairs[opening]
