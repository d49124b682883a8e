"""Walking a parsed sentence: children, subtrees, the noun phrase of a head."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.as_read import as_read
from kg.lexicon import words
from kg.model import Sentence, Span

# Dependents that are no part of the phrase of a head: clauses, coordination, punctuation.
_OUTSIDE_PHRASE = frozenset(
    {"acl:relcl", "acl", "advcl", "conj", "cc", "parataxis", "punct", "cop"}
)
# "ook gewonden": words that point at a phrase and are no part of it.
_FOCUS = frozenset({"ook", "alleen", "slechts", "vooral", "zelfs", "juist", "wel", "dus"})
# Apart from these a noun phrase ends at what hangs on a predicate noun.
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "ccomp", "xcomp", "csubj"})
# A phrase ends in none of these.
_OPEN = frozenset(",;:.-–—(“‘„")
_LEADING = ("ADP", "DET", "CCONJ", "SCONJ")


class Tree:
    """One sentence as a tree of token indexes.

    Args:
        sentence: a parsed sentence.
        text: the document's text, for the words of tokens.
        names: where names begin in the text.
    """

    def __init__(self, sentence: Sentence, text: str, names: frozenset[int] = frozenset()) -> None:
        self.sentence = sentence
        self.tokens = as_read(sentence, text, names)
        self.text = text
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self._children[token.head].append(i)

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """The word as it stands in the text."""
        return self.tokens[i].span.of(self.text)

    def lower(self, i: int) -> str:
        """The word in small letters."""
        return self.word(i).lower()

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of ``i`` with one of these relations (all without any)."""
        if not deps:
            return self._children[i]
        return [c for c in self._children[i] if self.tokens[c].dep in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """The first such dependent, or None."""
        return next(iter(self.children(i, *deps)), None)

    def head(self, i: int) -> int | None:
        """The head of ``i``; None for a root."""
        head = self.tokens[i].head
        return None if head == i else head

    def ancestors(self, i: int) -> Iterator[int]:
        """The head of ``i``, its head, and so on up to the root."""
        seen = {i}
        while (head := self.head(i)) is not None and head not in seen:
            seen.add(head)
            yield head
            i = head

    def subtree(self, i: int) -> list[int]:
        """``i`` and all that hangs on it, in the order of the text."""
        found, todo = {i}, [i]
        while todo:
            for child in self._children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def case(self, i: int) -> str:
        """The preposition(s) of a phrase in small letters: "in", "ten zuiden van", ""."""
        words = []
        for child in self.children(i, "case"):
            if child < i:
                words.append(self.lower(child))
                words += [self.lower(f) for f in self.children(child, "fixed")]
        return " ".join(words)

    def span(self, indexes: list[int]) -> Span:
        """From the first to the last of these tokens."""
        return Span(self.tokens[min(indexes)].span.start, self.tokens[max(indexes)].span.end)

    def phrase(self, i: int, *, adjuncts: bool = True) -> Span:
        """The noun phrase of head ``i``: no preposition in front, no relative clause behind.

        "in de stad die viel" -> "de stad"; contiguous words around the head only. Without
        ``adjuncts`` it ends where a preposition other than "van" begins, since the parse is
        least sure of what those hang on, and where an apposition is set off: "de boeren van de
        provincie op het plein" -> "de boeren van de provincie".
        """
        inside = {i}
        for child in self._children[i]:
            token = self.tokens[child]
            if token.dep == "case" or token.dep in _OUTSIDE_PHRASE or token.dep in _CLAUSAL:
                continue
            if child < i and (token.dep == "obl" or self.lower(child) in _FOCUS):
                continue
            if adjuncts or not (self._is_adjunct(child) or self._set_off(child)):
                inside |= self._bare_subtree(child, adjuncts=adjuncts)
        first = last = i
        while first - 1 in inside:
            first -= 1
        while not adjuncts and first < i and self._leads(first):
            first += 1
        while last + 1 in inside:
            last += 1
        told = [self.word(j) for j in range(first, last + 1)]
        if told.count(")") > told.count("(") and first > 0 and self.word(first - 1) == "(":
            first -= 1  # "(een deel van) hun huis"
        return self.span([first, last if adjuncts else self._whole(i, first, last)])

    def _bare_subtree(self, i: int, *, adjuncts: bool = True) -> set[int]:
        found = {i}
        for child in self._children[i]:
            dep = self.tokens[child].dep
            if dep in ("acl:relcl", "acl", "advcl", "parataxis") or dep in _CLAUSAL:
                continue
            if adjuncts or not self._is_adjunct(child):
                found |= self._bare_subtree(child, adjuncts=adjuncts)
        return found

    def _is_adjunct(self, i: int) -> bool:
        """Whether a word heads a prepositional phrase behind its noun, other than with "van"."""
        return i > self.tokens[i].head and self.case(i) not in ("", "van")

    def _set_off(self, i: int) -> bool:
        """Whether a word heads an apposition behind a comma, colon or bracket."""
        start = min(self._bare_subtree(i))
        behind = self.tokens[i].dep == "appos" and i > self.tokens[i].head
        return behind and "PUNCT" in (self.tokens[start - 1].pos, self.tokens[start].pos)

    def _whole(self, i: int, first: int, last: int) -> int:
        """Where a phrase ends that a comma closes or a bracket cuts: "een deel" in "(een deel
        van) hun huis"."""
        forms = [self.word(j) for j in range(first, last + 1)]
        if ")" in forms and "(" not in forms:
            last = first + forms.index(")")
            last -= last > i
        while last > i and (self.word(last) in _OPEN or self.tokens[last].pos in _LEADING):
            last -= 1
        return last

    def _leads(self, i: int) -> bool:
        """Whether a word before a noun phrase is none of it: "zowel" in "zowel de media"; not
        "ongeveer" in "ongeveer 500 mensen"."""
        pos, following = self.tokens[i].pos, self.tokens[i + 1].pos
        adverb = pos == "ADV" and following in ("DET", "PRON", "NOUN", "PROPN")
        return adverb or pos in ("ADP", "CCONJ", "SCONJ", "PUNCT")

    def at(self, span: Span) -> list[int]:
        """The tokens that overlap a span of the text."""
        return [i for i, token in enumerate(self.tokens) if token.span.overlaps(span)]

    def head_of(self, span: Span) -> int | None:
        """The token of a span whose head lies outside it; None where no token lies in it."""
        inside = self.at(span)
        for i in inside:
            if self.head(i) not in inside:
                return i
        return inside[0] if inside else None

    def lemma(self, i: int) -> str:
        """The lemma; a separable verb with its particle: "riep … op" -> "oproepen"."""
        lemma = self.tokens[i].lemma.lower()
        found = [self.lower(particle) for particle in self.children(i, "compound:prt")]
        known = words("cues.toml", "verbs", "particles")
        if any(lemma.startswith(word) for word in found):
            return lemma
        return next((word for word in found if word in known), "") + lemma

    def feature(self, i: int, name: str) -> str | None:
        """The value of a UD feature, or None."""
        for pair in self.tokens[i].feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None
