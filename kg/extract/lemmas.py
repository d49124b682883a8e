"""Verb and noun forms -> lemmas by Dutch spelling, where the model's lemma is no known word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.event_types import load
from kg.lexicon import is_nominal_event, noun_class, words

_VOWEL_PAIRS = re.compile(r"(aa|ee|oo|uu)([bcdfghklmnprstvwz])$")
# No infinitive has a double vowel before a single consonant and -en: "bombardeeren".
_MISSPELT = re.compile(r"([aeou])\1([bcdfghklmnprstvwz])en$")
_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprst]$")
_PREFIXES = ("be", "ver", "ont", "her", "ge", "er", "mis", "over", "onder", "door", "voor", "om")


def verb_lemma(form: str, lemma: str) -> str:
    """The infinitive of a verb form.

    A strong form has it from the list, with its prefix ("beschoot" -> "beschieten"); where the
    model's lemma is unknown a known verb that spells so wins ("bombardeerde" ->
    "bombarderen", "gemarteld" -> "martelen"). Else the lemma stays, well spelt.
    """
    strong = _strong_lemma(form)
    if strong is not None:
        return strong
    if lemma in _known_verbs():
        return lemma
    for infinitive in _weak_infinitives(form):
        if infinitive in _known_verbs():
            return infinitive
    return _MISSPELT.sub(r"\1\2en", lemma)


def is_known_verb(lemma: str) -> bool:
    """Whether an infinitive is a trigger or stands in a list of verbs."""
    return lemma in _known_verbs()


def noun_lemma(form: str, lemma: str) -> str:
    """The singular of a noun: "gevangenen" -> "gevangene" where the model made no word of it."""
    if _is_noun(lemma):
        return lemma
    candidates = [form]
    if form.endswith("s"):
        candidates.append(form[:-1].rstrip("'’"))
    if form.endswith("n"):
        candidates.append(form[:-1])
    if form.endswith("en"):
        stem = form[:-2]
        candidates += [stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem, *_lengthened(stem)]
    return next((c for c in candidates if _is_noun(c)), lemma)


def _is_noun(word: str) -> bool:
    return noun_class(word) is not None or is_nominal_event(word) or bool(load().of_noun(word))


@cache
def _strong() -> dict[str, str]:
    text = (files("kg") / "data" / "nl" / "strong_verbs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    # A form that is also a form of another verb ("weet", "voeren") decides nothing.
    infinitives = {row[0] for row in rows}
    found: dict[str, str] = {}
    doubtful = {"sleep", "slepen", "weet", "weten", "week", "weken", "wees", "wezen", "school"}
    doubtful |= {"scholen", "voer", "voeren", "zag", "was", "waren", "lach", "stoof", "laadde"}
    for infinitive, *forms in rows:
        for form in forms:
            if form not in infinitives and form not in doubtful:
                found.setdefault(form, infinitive)
    return found


def _strong_lemma(form: str) -> str | None:
    strong = _strong()
    if form in strong:
        return strong[form]
    particles = sorted(words("cues.toml", "verbs", "particles"), key=len, reverse=True)
    for prefix in (*particles, *_PREFIXES):
        rest = form.removeprefix(prefix)
        if rest == form or len(rest) < 3:
            continue
        # "beschoten" is a participle too: "ge-" gives way to a prefix.
        infinitive = strong.get(rest) or strong.get(f"ge{rest}")
        whole = f"{prefix}{infinitive}" if infinitive else None
        if whole in _known_verbs():
            return whole
    return None


@cache
def _known_verbs() -> frozenset[str]:
    lists = ("aspect", "modal", "state", "perfect_zijn", "known")
    known = {verb for name in lists for verb in words("cues.toml", "verbs", name)}
    known |= {t.lemma for kind in load().by_name.values() for t in kind.verbs}
    return frozenset(known | set(_strong().values()))


def _weak_infinitives(form: str) -> Iterator[str]:
    stems = []
    for ending in ("den", "ten", "de", "te", "t", "d", ""):
        if form.endswith(ending) and len(form) - len(ending) > 2:
            stems.append(form[: len(form) - len(ending)])
    for stem in stems:
        for bare in (stem, stem[2:]) if stem.startswith("ge") else (stem,):
            yield from _infinitives(bare)


def _infinitives(stem: str) -> Iterator[str]:
    yield stem + "en"
    short = _VOWEL_PAIRS.search(stem)
    if short:
        yield stem[: short.start()] + short.group(1)[0] + short.group(2) + "en"
    if _SHORT.search(stem):
        yield stem + stem[-1] + "en"
    if stem.endswith(("f", "s")):
        voiced = {"f": "v", "s": "z"}[stem[-1]]
        yield stem[:-1] + voiced + "en"
        if len(stem) > 2 and stem[-3:-1] in ("aa", "ee", "oo", "uu"):
            yield stem[:-2] + voiced + "en"


def _lengthened(stem: str) -> list[str]:
    """ "scholen" has the stem "school": an open syllable closed again."""
    if len(stem) > 2 and stem[-2] in "aeou" and stem[-1] not in "aeiou":
        return [stem[:-1] + stem[-2] + stem[-1]]
    return []
