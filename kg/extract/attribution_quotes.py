"""Quotations that no verb of saying holds -> attributions: the last who spoke, headings."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.attribution import Attribution, listed
from kg.extract.attribution_headings import (
    announces,
    content_words,
    happens,
    is_heading,
    known_name,
)
from kg.extract.attribution_speakers import Speaker, speaker_at
from kg.extract.quotations import Covered, Quotation, paragraphs
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import noun_class
from kg.model import Mention, MentionKind, Span
from kg.vocab import top_class

_SENTENCE_MARKS = (".", "!", "?", "…")


@dataclass(slots=True)
class Active:
    """Who spoke last, where, and in which paragraph."""

    speaker: Mention
    at: int
    paragraph: int


class Quotes:
    """Gives each quotation that has no speaker yet the one who spoke last.

    Args:
        reading: the document.
        quoted: its quotations.
        known: the attributions that words of saying gave.
    """

    def __init__(self, reading: Reading, quoted: list[Quotation], known: list[Attribution]) -> None:
        self.reading = reading
        self.text = reading.text
        self.known = known
        self.quoted = [q for q in quoted if q.depth == 0]
        # An unclosed one ends where its sentence does, and may hold the verb of saying.
        self._closed = [q for q in self.quoted if q.closed]
        self._begins = [q.span.start for q in self._closed]
        self.lines = paragraphs(self.text)
        self._sentences = [tree.sentence.span for tree in reading.trees]

    def found(self) -> list[Attribution]:
        """The attributions of free quotations and of headings, in the order of the text."""
        spoken = sorted(
            (a for a in self.known if a.speaker is not None and not self._inside(a.cue)),
            key=lambda a: a.cue,
        )
        covered = Covered([s for a in self.known for s in a.scope])
        found: list[Attribution] = []
        active: Active | None = None
        at = 0
        for quotation in self.quoted:
            while at < len(spoken) and spoken[at].cue.start < quotation.span.start:
                around = active is not None and any(
                    s.start <= active.at < s.end for s in spoken[at].scope
                )
                if not around or spoken[at].rule != "attribution.volgens":
                    active = self._active(spoken[at])  # not "zei ze volgens [de krant]"
                at += 1
            if covered.has(quotation.words):
                continue
            made = self._heading(quotation) or self._colon(quotation, active)
            if made is None and self._is_speech(quotation):
                made = self._free(quotation, active)
            if made is not None:
                found.append(made)
                if made.speaker is not None:
                    active = Active(made.speaker, quotation.span.start, self._line(quotation.span))
        return found + self._name_headings(covered)

    def _free(self, quotation: Quotation, active: Active | None) -> Attribution:
        """ "Zelenski riep Poetin op. “Ik bijt niet.”": the one who spoke last, or whom the
        sentence before is about. Somebody unknown where there is nobody."""
        line = self._line(quotation.span)
        number = self._sentence_before(quotation.span.start)
        if self._after_colon(quotation):
            number, line = None, len(self.lines) + 9  # nobody said to speak before the colon
            if active is not None and self._speaks_here(active, quotation):
                line = active.paragraph
        same = active is not None and active.paragraph >= line - 1
        speaker = active.speaker if active is not None and same else None
        sure = Decimal("0.7")
        if number is not None and (
            active is None or not same or active.at < self._sentences[number].start
        ):
            subject = self._subject(number, line)
            if subject is not None:
                speaker, sure = subject, Decimal("0.6")
        return Attribution(
            scope=(quotation.words,),
            speaker=speaker,
            cue=quotation.span,
            rule="attribution.free" if speaker else "attribution.unnamed",
            nameless=speaker is None,
            quote=quotation.words,
            quote_kind="Direct",
            confidence=sure,
        )

    def _after_colon(self, quotation: Quotation) -> bool:
        start = quotation.span.start
        return self.text[max(start - 4, 0) : start].rstrip(" ").endswith(":")

    def _speaks_here(self, active: Active, quotation: Quotation) -> bool:
        """Whether the last speaker was named in the sentence that the colon closes."""
        colon = self.text.rindex(":", 0, quotation.span.start)
        number = self._sentence_at(colon)
        return number is not None and self._sentences[number].start <= active.at <= colon

    def _colon(self, quotation: Quotation, active: Active | None) -> Attribution | None:
        """ "Janssen lacht: “Ik vertrek.”", "Rutte: ‘Het wordt druk’": whoever is before it."""
        if not self._after_colon(quotation) or (
            active is not None and self._speaks_here(active, quotation)
        ):
            return None
        colon = self.text.rindex(":", 0, quotation.span.start)
        number = self._sentence_at(colon)
        if number is None:
            return None
        tree = self.reading.trees[number]
        before = [j for j, t in enumerate(tree.tokens) if t.span.end <= colon]
        who = self._before_colon(number, tree, before)
        if who is None:
            return None
        return Attribution(
            scope=(quotation.words,),
            speaker=who.mention,
            cue=Span(colon, colon + 1),
            rule="attribution.colon",
            quote=quotation.words,
            quote_kind="Direct",
            confidence=Decimal("0.8"),
        )

    def _before_colon(self, number: int, tree: Tree, before: list[int]) -> Speaker | None:
        finite = any(tree.feature(j, "VerbForm") == "Fin" for j in before)
        for j in before if not finite else ():  # "De reactie van X: …", "Minister X, boos: …"
            who = speaker_at(self.reading, number, j)
            if who is not None and who.mention is not None and not tree.case(j):
                return None if announces(tree, j) else who
        for j in before:
            if tree.tokens[j].dep == "nsubj" or len(before) <= 3:
                who = speaker_at(self.reading, number, j)
                if who is None or who.mention is None or announces(tree, j):
                    continue
                if len(before) <= 3 or top_class(who.mention.entity_class) != "Place":
                    return who
        return None

    def _heading(self, quotation: Quotation) -> Attribution | None:
        """ "‘In oorlog met neonazi’s’" as a line of its own: whoever says so in the text below;
        hearsay where nobody does."""
        start, end = self.lines[self._line(quotation.span)]
        line = Span(start, end).of(self.text).strip()
        if not is_heading(self.text, start, end) or quotation.span.of(self.text) != line:
            return None
        wanted = set(content_words(quotation.words.of(self.text)))
        speaker: Mention | None = None
        for a in self.known:
            said = set(content_words(" ".join(s.of(self.text) for s in a.scope)))
            if wanted and len(wanted & said) >= 0.75 * len(wanted) and a.speaker is not None:
                speaker = a.speaker
                break
        return Attribution(
            scope=(quotation.words,),
            speaker=speaker,
            cue=quotation.span,
            rule="attribution.heading",
            nameless=speaker is None,
            quote=quotation.words,
            quote_kind="Direct",
            confidence=Decimal("0.7"),
        )

    def _name_headings(self, covered: Covered) -> list[Attribution]:
        """ "Poetin: operatie verloopt volgens plan" as a heading. Leaves alone "Live: …" and what
        happened, with its news: "Brand in Tilburg: twee gewonden"."""
        found = []
        for start, end in self.lines:
            colon = self.text.find(":", start, end)
            if colon < 0 or not is_heading(self.text, start, end):
                continue
            number = self._sentence_at(colon)
            if number is None or covered.has(Span(colon + 1, end)):
                continue
            tree = self.reading.trees[number]
            if tree.sentence.span.start > start + 1:
                continue
            before = [j for j, t in enumerate(tree.tokens) if t.span.end <= colon]
            after = [j for j, t in enumerate(tree.tokens) if t.span.start > colon]
            if not after or len(before) > 6 or any(tree.tokens[j].pos == "VERB" for j in before):
                continue
            opens = tree.tokens[after[0]]
            titled = tree.word(after[0])[:1].isupper() and opens.pos not in ("PROPN", "PRON")
            if titled and self.reading.named(number, after[0]) is None:
                continue  # "Kanye West: Rapper verandert zijn naam": a subject, and its news
            says = any(tree.tokens[j].pos in ("VERB", "AUX", "NUM") for j in after)
            who = known_name(self.reading, Span(start, colon))
            for j in before:
                who = who or speaker_at(self.reading, number, j)
            if who is None or who.mention is None or not says or announces(tree, before[0]):
                continue
            if happens(tree, before, who.mention):
                continue
            top = top_class(who.mention.entity_class)
            nominal = who.mention.kind is MentionKind.NOMINAL
            if top not in ("Person", "Organisation", "Group") and (nominal or top != "Place"):
                continue  # "Brexit: …"
            scope = Span(tree.tokens[after[0]].span.start, end)
            found.append(
                Attribution(
                    (scope,), who.mention, Span(colon, colon + 1), "attribution.heading-colon"
                )
            )
        return found

    def _is_speech(self, quotation: Quotation) -> bool:
        """Whether the words are said, and no title or irony: they begin a sentence and end one,
        or stand after a colon."""
        words = quotation.words.of(self.text).strip()
        before = self.text[: quotation.span.start].rstrip(" ")[-1:]
        begins = before in ("", "\n", ":", *_SENTENCE_MARKS, "”", "’", '"', "'", "»")
        after = self.text[quotation.span.end : quotation.span.end + 1]
        ends = words.endswith(_SENTENCE_MARKS) or after in (".", "!", "?", "\n", "")
        return begins and ends and len(words.split()) >= 2

    def _subject(self, number: int, line: int) -> Mention | None:
        """Whom a sentence is about: its subject, where that is somebody, or an institution that
        reacts ("Het Kremlin noemt …"); else the only person named in it."""
        tree = self.reading.trees[number]
        if self._line(tree.sentence.span) < line - 1 or self._inside(tree.sentence.span):
            return None
        for j, token in enumerate(tree.tokens):
            if token.dep not in ("nsubj", "nsubj:pass") or tree.tokens[token.head].dep != "root":
                continue
            who = speaker_at(self.reading, number, j)
            mention = who.mention if who is not None else None
            if mention is None:
                continue
            person = mention.entity_class in ("Person", "Group")
            reacts = tree.lemma(token.head) in listed("phrases", "reacting")
            if person or reacts or noun_class(tree.lemma(j)) == "Person":
                return mention
        named = {
            m
            for m in self.reading.name_mentions(number)
            if m.kind is MentionKind.NAME and m.entity_class == "Person"
        }
        return named.pop() if len(named) == 1 else None

    def _active(self, said: Attribution) -> Active | None:
        speaker = said.speaker
        if speaker is None:
            return None
        return Active(speaker, said.cue.start, self._line(said.cue))

    def _inside(self, span: Span) -> bool:
        at = bisect_left(self._begins, span.start) - 1
        return at >= 0 and span.end <= self._closed[at].span.end

    def _line(self, span: Span) -> int:
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.lines[middle][0] <= span.start else (low, middle - 1)
        return low

    def _sentence_at(self, at: int) -> int | None:
        low, high = 0, len(self._sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._sentences[middle].start <= at else (low, middle - 1)
        return low if self._sentences and self._sentences[low].start <= at else None

    def _sentence_before(self, at: int) -> int | None:
        number = self._sentence_at(at - 1) if at else None
        while number is not None and number >= 0 and self._sentences[number].end > at:
            number -= 1
        return number if number is not None and number >= 0 else None
