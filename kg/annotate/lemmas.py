"""Lemmas that are words: spelling rules and a vocabulary mend what the network made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.annotate.inflection import PREFIXES, infinitives, positives, singulars, strong_forms
from kg.annotate.separable import separable
from kg.lexicon import table, words
from kg.model import Sentence
from kg.spelling import undoubled

_TAGS = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}


def with_lemmas(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """A sentence whose verbs, nouns and adjectives have lemmas that are words.

    A strong form has its infinitive from the list, with its prefix ("beschoot" ->
    "beschieten"). Where the network's lemma is in no vocabulary, the one that Dutch spelling
    allows and the vocabulary has takes its place ("bombardeerde": bombardeeren ->
    "bombarderen"); of a compound the longest known last part decides ("slotronde"). Else the
    lemma stays. A form of two verbs that has no object is that of the intransitive one ("de
    machinisten staken"). ``forms`` are the words as the tagger saw them.
    """
    tokens = list(sentence.tokens)
    intransitive: dict[str, str] = table("cues.toml")["verbs"]["intransitive"]
    complete = {t.head for t in tokens if t.dep in ("obj", "compound:prt", "obl:arg", "xcomp")}
    for i, (token, form) in enumerate(zip(tokens, forms, strict=True)):
        tag = _TAGS.get(token.pos)
        if tag is None or not form[:1].isalpha():
            continue
        lemma = lemma_of(form, tag, token.lemma, "Number=Plur" in token.feats)
        if tag == "v" and i not in complete:
            lemma = intransitive.get(form.lower(), lemma)
        if lemma != token.lemma:
            tokens[i] = replace(token, lemma=lemma)
    return replace(sentence, tokens=tuple(tokens))


def lemma_of(form: str, tag: str, lemma: str, plural: bool = False) -> str:
    """The lemma of a form that is a verb ("v"), noun ("n") or adjective ("a").

    ``lemma`` is a guess that stands where it is a word, or where nothing better is known: of
    the lemmas that spelling allows the best known wins, and of a verb that is misspelt the
    likeliest ("renommeeren" -> "renommeren").
    A ``plural`` noun is no lemma itself.
    """
    small, guess = form.lower(), lemma.lower()
    if tag == "v" and (strong := _strong(small)) is not None:
        return strong
    options = [c for c in _CANDIDATES[tag](small) if len(c) > 1]
    if guess in vocabulary()[tag]:
        if tag == "v" and guess not in (small, *options):
            return next((c for c in options if _same_but_length(c, guess)), lemma)
        return lemma
    known = _known(guess, tag)
    if plural and tag == "n":
        options = [option for option in options if option != small]
        known = 0 if guess == small and small.endswith("en") else known
    best = max(options, key=lambda option: _known(option, tag), default=lemma)
    if _known(best, tag) > known:
        return best
    misspelt = tag == "v" and guess.endswith("en") and guess not in (small, *options)
    return options[0] if misspelt and options else lemma


def _same_but_length(verb: str, guess: str) -> bool:
    """ "ramde" is of "rammen", not of "ramen": whether a known verb has another vowel length."""
    known = verb in vocabulary()["v"]
    return known and verb != guess and undoubled(verb) == undoubled(guess)


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Lemmas of verbs ("v"), nouns ("n") and adjectives ("a"), from ``lemmas.tsv``.

    Also people named by what befell them ("dode"), which dictionaries have under the adjective.
    """
    text = (files("kg") / "data/nl/model/lemmas.tsv").read_text(encoding="utf-8")
    people = set(table("cues.toml")["nouns"]["befallen"])
    found: dict[str, set[str]] = {"v": set(strong_forms().values()), "n": people, "a": set()}
    for line in text.splitlines():
        if not line.startswith("#"):
            word, _, tags = line.partition("\t")
            for tag in tags:
                found[tag].add(word)
    return {tag: frozenset(words) for tag, words in found.items()}


def _known(word: str, tag: str) -> int:
    """How much of a word the vocabulary knows: all of it, or of a compound its last part."""
    known = vocabulary()[tag]
    if word in known:
        return 2 * len(word)
    if tag == "v":
        return max((len(rest) for _, rest in _parts(word) if rest in known), default=0)
    if tag == "n":
        return next((len(word) - at for at in range(2, len(word) - 3) if word[at:] in known), 0)
    return 0


@cache
def _particles() -> tuple[str, ...]:
    listed = {row.removesuffix("-") for row in separable() if row.endswith("-")}
    return tuple(sorted(listed | words("cues.toml", "verbs", "particles")))


def _parts(word: str) -> Iterator[tuple[str, str]]:
    """A word as particle and rest, in every way: "afgereisd" -> ("af", "gereisd")."""
    for particle in _particles():
        if word.startswith(particle) and len(word) - len(particle) > 2:
            yield particle, word[len(particle) :]


def _strong(form: str) -> str | None:
    """The infinitive of a strong form, with its prefix or particle; None where it is none."""
    strong = strong_forms()
    if form in strong:
        return strong[form]
    verbs = vocabulary()["v"]
    for prefix, rest in (
        *_parts(form),
        *((p, form[len(p) :]) for p in PREFIXES if form.startswith(p)),
    ):
        # "beschoten" is a participle too: "ge-" gives way to a prefix.
        infinitive = strong.get(rest) or strong.get(f"ge{rest}")
        if infinitive and prefix + infinitive in verbs:
            return prefix + infinitive
    return None


def _verbs(form: str) -> Iterator[str]:
    yield from infinitives(form)
    for particle, rest in _parts(form):
        yield from (particle + verb for verb in infinitives(rest))
        if (strong := strong_forms().get(rest)) is not None:
            yield particle + strong


_CANDIDATES: dict[str, Callable[[str], Iterator[str]]] = {
    "v": _verbs,
    "n": singulars,
    "a": positives,
}
