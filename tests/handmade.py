"""Analyses written by hand, for tests in which the model is not the point."""

from __future__ import annotations

from datetime import date

from kg.model import Analysis, Document, Mention, MentionKind, Sentence, Span, Token


def analysis(
    *sentences: str,
    names: dict[str, str] | None = None,
    adjectives: tuple[str, ...] = (),
    identifier: str = "proef",
    published: date | None = date(2022, 3, 4),
) -> Analysis:
    """An analysis from sentences of words "form/lemma/UPOS/relation>head[/feats]".

    Heads count from 1 in the sentence, 0 is the root. Words are joined by spaces, sentences by
    line ends. ``names`` gives the class of every occurrence of a name, ``adjectives`` the words
    that point to a country.
    """
    text, made = "", []
    for sentence in sentences:
        start, tokens = len(text), []
        for word in sentence.split():
            form, lemma, pos, relation, *feats = word.split("/")
            dep, _, head = relation.partition(">")
            if tokens:
                text += " "
            span = Span(len(text), len(text) + len(form))
            text += form
            own = len(tokens)
            tokens.append(
                Token(span, lemma, pos, "".join(feats), int(head) - 1 if head != "0" else own, dep)
            )
        made.append(Sentence(Span(start, len(text)), tuple(tokens)))
        text += "\n"
    mentions = [
        Mention(identifier, span, MentionKind.NAME, kind)
        for name, kind in (names or {}).items()
        for span in occurrences(text, name)
    ]
    mentions += [
        Mention(identifier, span, MentionKind.ADJECTIVE, "Place")
        for word in adjectives
        for span in occurrences(text, word)
    ]
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return Analysis(Document(identifier, text, published=published), tuple(made), ordered)


def occurrences(text: str, words: str) -> list[Span]:
    """Every place in ``text`` where ``words`` stand."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


SHELLING = analysis(
    "Rebellen/rebel/NOUN/nsubj>2/Number=Plur beschoten/beschieten/VERB/root>0 de/de/DET/det>4 "
    "haven/haven/NOUN/obj>2/Number=Sing van/van/ADP/case>6 Irpin/Irpin/PROPN/nmod>4 "
    "in/in/ADP/case>8 Oekraïne/Oekraïne/PROPN/obl>2 ././PUNCT/punct>2",
    "Volgens/volgens/ADP/case>2 Poetin/Poetin/PROPN/obl>4 werd/worden/AUX/aux:pass>4 "
    "gevochten/vechten/VERB/root>0 ././PUNCT/punct>4",
    names={"Irpin": "Place", "Oekraïne": "Place", "Poetin": "Person"},
)
