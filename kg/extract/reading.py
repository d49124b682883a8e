"""Analysis -> Reading: the trees of a document and the mention that a word belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.extract.numbers import find_quantities
from kg.extract.times import find_expressions
from kg.extract.times.nodes import Duration
from kg.extract.tree import Tree
from kg.lexicon import noun_class
from kg.model import Analysis, Mention, MentionKind, Span

_NAME_RELATIONS = ("appos", "flat", "nmod", "flat:name")


# "ernaar", "daarvan", "hiermee": a preposition and what was told before, no thing of its own.
_POINTING = re.compile(
    r"(?:er|daar|hier|waar)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|"
    r"om|onder|op|over|tegen|toe|tussen|uit|van|voor)"
)


class Reading:
    """What every extractor reads: parsed sentences and mentions by word.

    Args:
        analysis: an annotated document.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.text = analysis.document.text
        names = frozenset(m.span.start for m in analysis.mentions if m.kind is MentionKind.NAME)
        self.trees = [Tree(sentence, self.text, names) for sentence in analysis.sentences]
        self.times = find_expressions(self.text)
        self.quantities = find_quantities(
            self.text, [t.span for t in self.times if not isinstance(t.node, Duration)]
        )
        self._number_starts = [quantity.span.start for quantity in self.quantities]
        self._time_starts = [time.span.start for time in self.times]
        self._named: dict[int, dict[int, Mention]] = {}
        self._index(analysis.mentions)

    def _index(self, mentions: tuple[Mention, ...]) -> None:
        self._named = {}
        ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        at = 0
        for number, tree in enumerate(self.trees):
            words: dict[int, Mention] = {}
            span = tree.sentence.span
            while at < len(ordered) and ordered[at].span.start < span.end:
                if ordered[at].span.start >= span.start:
                    for i in tree.at(ordered[at].span):
                        words.setdefault(i, ordered[at])
                at += 1
            self._named[number] = words

    def __iter__(self) -> Iterator[tuple[int, Tree]]:
        return iter(enumerate(self.trees))

    def named(self, number: int, i: int) -> Mention | None:
        """The mention from the annotator that word ``i`` of sentence ``number`` is part of."""
        return self._named[number].get(i)

    def name_mentions(self, number: int) -> list[Mention]:
        """The annotator's mentions in a sentence, in the order of the text."""
        return sorted(set(self._named[number].values()), key=lambda m: m.span)

    def tells_time(self, number: int, i: int) -> bool:
        """Whether word ``i`` is part of a time expression: "donderdag", "de komende dagen"."""
        span = self.trees[number].tokens[i].span
        at = bisect_right(self._time_starts, span.start) - 1
        return at >= 0 and self.times[at].span.covers(span)

    def measured(self, number: int, i: int) -> bool:
        """Whether word ``i`` is the unit of a number: "kilometers", "euro", "procent"."""
        span = self.trees[number].tokens[i].span
        at = bisect_right(self._number_starts, span.start) - 1
        return at >= 0 and self.quantities[at].span.covers(span)

    def mention(self, number: int, i: int) -> Mention | None:
        """The mention with head word ``i``: a name, a name in apposition, or the noun phrase.

        "president Zelenski" gives the name, "de twee scholen" a nominal; None for pronouns,
        words that are no noun, times ("de komende dagen")
        and units ("tien kilometer").
        """
        tree = self.trees[number]
        token = tree.tokens[i]
        if _POINTING.fullmatch(tree.lower(i)):
            return None
        if token.dep in ("nsubj", "nsubj:pass", "obj", "obl") and token.pos == "PRON":
            antecedent = self._antecedent(tree, i)
            return self.mention(number, antecedent) if antecedent is not None else None
        own = self.named(number, i)
        if own is not None and own.kind is not MentionKind.ADJECTIVE:
            return own
        if token.pos not in ("NOUN", "PROPN") or self.tells_time(number, i):
            return None
        if self.measured(number, i):
            return None
        for child in tree.children(i, *_NAME_RELATIONS):
            name = self.named(number, child)
            named_after = child > i and name is not None and name.kind is MentionKind.NAME
            if named_after and not tree.children(child, "case") and name is not None:
                return name
        return self._named_behind_colon(number, i) or self.nominal(tree, i)

    def _named_behind_colon(self, number: int, i: int) -> Mention | None:
        """The name in "een andere havenstad: Marioepol"."""
        tree = self.trees[number]
        if i + 2 >= len(tree) or tree.word(i + 1) != ":":
            return None
        name = self.named(number, i + 2)
        is_name = name is not None and name.kind is MentionKind.NAME
        return name if is_name and noun_class(tree.lemma(i)) == "Place" else None

    def nominal(self, tree: Tree, i: int) -> Mention:
        """The noun phrase of head ``i`` as a mention, up to the first loose preposition."""
        lemma = tree.lemma(i)
        kind = noun_class(lemma) or "Thing"
        if kind == "Person" and tree.feature(i, "Number") == "Plur":
            kind = "Group"
        return Mention(
            self.document.id,
            tree.phrase(i, adjuncts=False),
            MentionKind.NOMINAL,
            kind,
            tree.tokens[i].span,
        )

    def _antecedent(self, tree: Tree, i: int) -> int | None:
        """What a relative pronoun stands for: "de stad die viel" -> stad."""
        if tree.feature(i, "PronType") != "Rel":
            return None
        for ancestor in tree.ancestors(i):
            if tree.tokens[ancestor].dep == "acl:relcl":
                return tree.head(ancestor)
        return None

    def words(self, span: Span) -> str:
        """The words of a span of the document."""
        return span.of(self.text)
