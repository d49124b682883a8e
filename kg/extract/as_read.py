"""A parsed sentence, with its names -> its tokens as extraction reads them."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import table
from kg.model import Sentence, Token

_ALONE = frozenset({"root", "parataxis", "appos", "conj"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})


def as_read(sentence: Sentence, text: str, names: frozenset[int]) -> tuple[Token, ...]:
    """The tokens of a sentence: people as nouns, names side by side as subject and object.

    Args:
        names: where names begin in the text.
    """
    tokens = list(sentence.tokens)
    names_side_by_side(tokens, names)
    people_as_nouns(tokens, text)
    return tuple(tokens)


def people_as_nouns(tokens: list[Token], text: str) -> None:
    """Adjectives in -en, or in -e with an article, are nouns where they are arguments.

    UD keeps the tag of "de gewonden", "22 doden" and "de voortvluchtige"; whoever asks who was
    hit wants them to be people; so are those that stand alone in a headline ("Brand: twee
    gewonden"). Left alone: "de houten deur", "zij zijn gebroken".
    """
    with_subject = {t.head for t in tokens if t.dep in ("cop", "nsubj")}
    befallen: dict[str, str] = table("cues.toml")["nouns"]["befallen"]
    for i, token in enumerate(tokens):
        form = token.span.of(text).lower()
        alone = token.dep in _ALONE and form.removesuffix("n") in befallen and i not in with_subject
        if token.pos == "ADJ" and (token.dep in _ARGUMENTS or alone):
            article = i > 0 and tokens[i - 1].pos == "DET" and tokens[i - 1].head == i
            if form.endswith("en"):
                tokens[i] = replace(token, pos="NOUN", lemma=form[:-1], feats="Number=Plur")
            elif form.endswith("e") and article:
                tokens[i] = replace(token, pos="NOUN", lemma=form, feats="Number=Sing")


def names_side_by_side(tokens: list[Token], names: frozenset[int]) -> None:
    """ "verzocht Zelenski Europa te helpen": a name that begins inside a subject is the object.

    Args:
        names: where names begin in the text.
    """
    for i, token in enumerate(tokens):
        subject = tokens[token.head]
        if token.dep == "flat" and token.span.start in names and subject.dep == "nsubj":
            verb = subject.head
            if subject.span.start in names and verb < token.head:
                tokens[i] = replace(token, head=verb, dep="obj")
