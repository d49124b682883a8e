"""Tagged sentences of one document -> its names: tagger, gazetteer, lists and cues agree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from kg import gazetteer
from kg.annotate.name_doubts import everyday, full_names, shouted, unsupported
from kg.annotate.name_edges import PARTICLES, compounds, trimmed
from kg.annotate.name_features import name_words
from kg.annotate.name_gazetteer import known_things, places, towns
from kg.annotate.name_institutions import institutions, portfolios
from kg.annotate.name_products import products
from kg.annotate.name_rules import (
    countries_in_brackets,
    credits,
    cued,
    datelines,
    demonyms,
    listed,
    place_endings,
)
from kg.annotate.name_tables import cues
from kg.annotate.name_types import Name, Rule, Tagged, longest

CLASSES = {
    "PER": "Person", "LOC": "Place", "ORG": "Organisation", "PRO": "Product", "MISC": "Thing",
}  # fmt: skip
"""Labels of the tagger -> top classes."""


def names(sentences: Sequence[Tagged]) -> list[Name]:
    """The names of a document, in the order of the text, none inside another.

    ``RULES`` run in order; each takes the sentences and the names so far and gives the names
    that then stand.
    """
    found = [
        Name(number, start, end, CLASSES.get(label, "Thing"), f"tagger: {label}")
        for number, sentence in enumerate(sentences)
        for start, end, label in sentence.names
    ]
    for rule in RULES:
        found = rule(sentences, found)
    return sorted(found, key=lambda n: (n.sentence, n.start))


def articled(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A "person" with an article is a thing, so is a "place" that no list knows: "een iPod".

    People and places have none in Dutch ("de Boeing" can be either, "de Jan" is none); a
    organisation that is "een" or "nieuwe" is a product, unless the lists know it for an
    organisation ("een Boeing"). One such use decides for the article, but for a place that one
    can be on or in ("op de Dam"). Left alone: "De Vries" at the start, "een James Dean".
    """
    known = gazetteer.load()
    things, locations = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for name in found:
        forms = sentences[name.sentence].forms
        key = forms[name.start : name.end]
        if name.start == 0 or name.reason.startswith(_SURE):
            continue
        if key[-1] in cues()["head"] or (len(key) == 1 and "o" in name_words().get(key[0], "")):
            continue
        before = forms[name.start - 1]
        if name.kind == "Person" and before in ("de", "het", "een", "deze", "nieuwe"):
            if len(key) == 1 and not set(name_words().get(key[0], "")) & set("fs"):
                things.add(key)
        elif name.kind == "Place" and before in ("de", "een", "nieuwe", "deze"):
            if forms[name.start - 2 : name.start - 1] in _AT:
                locations.add(key)
            elif not known.lookup(" ".join(key)) and key[-1] not in cues()["last"]:
                things.add(key)
        elif name.kind == "Organisation" and before in ("een", "nieuwe"):
            things.add(key)
    return [
        Name(n.sentence, n.start, n.end, "Product", "has an article")
        if n.words(sentences) in things - locations
        else n
        for n in found
    ]


def parted(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Two names that stand side by side are not one: "verzocht Zelenski Europa om hulp".

    A name is parted where both halves are names of the article by themselves, or the second
    is a country, and the whole stands there only once.
    """
    known = gazetteer.load()
    keys = Counter(sentences[n.sentence].forms[n.start : n.end] for n in found)
    people = {n.words(sentences) for n in found if n.kind == "Person"}
    people |= {key[-1:] for key in people}
    out = list[Name]()
    for name in found:
        key = sentences[name.sentence].forms[name.start : name.end]
        at = len(key) - 1
        country = any(e.entity_class in ("Country", "Region") for e in known.lookup(key[-1]))
        if (
            len(key) > 1
            and keys[key] == 1
            and country
            and name.kind in ("Person", "Place")
            and key[:at] in people - {key[-1:]}
        ):
            out.append(Name(name.sentence, name.start, name.start + at, "Person", "side by side"))
            out.append(Name(name.sentence, name.start + at, name.end, "Place", "side by side"))
        else:
            out.append(name)
    return out


def consistent(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """One name, one class in an article; parts of a person's name are the person.

    Votes are counted by spelling; a decision by a cue counts three times, a doubt not at
    all. Words that are a name elsewhere in the article are one here too, where they stand
    alone with a capital.
    """
    votes = defaultdict[tuple[str, ...], Counter[str]](Counter)
    for name in found:
        key = sentences[name.sentence].forms[name.start : name.end]
        votes[key][name.kind] += _weight(name)
    surnames, models = dict[str, tuple[str, ...]](), set[str]()
    for key, count in votes.items():
        if len(key) > 1 and count.most_common(1)[0][0] == "Person":
            surnames.setdefault(key[-1], key)
        elif len(key) > 1 and count.most_common(1)[0][0] == "Product":
            models.update(key[1:])
    firms = {
        sentences[n.sentence].forms[n.start]
        for n in found
        if n.kind == "Organisation" and n.end - n.start > 1 and n.reason.startswith(_FIRM)
    }
    firms = {word for word in firms if _telling(word)} - surnames.keys()
    out = list[Name]()
    for name in found:
        key = sentences[name.sentence].forms[name.start : name.end]
        kind = _winner(votes[key], name.kind)
        if (len(key) == 1 and key[0] in surnames and key[0][:1].isupper()) or (
            len(key) == 1 and kind == "Thing" and _GENITIVE.sub("", key[0]) in surnames
        ):
            kind = "Person"
        elif len(key) == 1 and key[0] in models and "o" not in name_words().get(key[0], ""):
            kind = "Product"
        elif len(key) == 1 and kind in ("Place", "Person", "Thing") and key[0] in firms:
            kind = "Organisation"
        reason = name.reason if kind == name.kind else "consistent"
        out.append(Name(name.sentence, name.start, name.end, kind, reason))
    out += _again(sentences, out, votes, surnames)
    return longest(_with_particles(sentences[name.sentence], name, surnames) for name in out)


def _with_particles(sentence: Tagged, name: Name, surnames: dict[str, tuple[str, ...]]) -> Name:
    """A last name with what opens it: "Vries" is "De Vries" after "Mark de Vries"."""
    forms, start = sentence.forms, name.start
    full = surnames.get(forms[start], ()) if name.end - start == 1 else ()
    at = len(full) - 2
    while at >= 0 and start and forms[start - 1].lower() == full[at].lower() in _PARTICLES:
        start, at = start - 1, at - 1
    if start == name.start or not (forms[start][:1].isupper() or forms[start] == full[at + 1]):
        return name
    return Name(name.sentence, start, name.end, name.kind, name.reason)


def _telling(word: str) -> bool:
    """Whether the first word of an organisation names it alone: "Northrop", not "Bank"."""
    kinds = set(name_words().get(word, ""))
    return word[:1].isupper() and not kinds & set("cf") and not gazetteer.load().lookup(word)


def _weight(name: Name) -> int:
    if name.reason == "unsupported":
        return 0
    return 1 if name.reason.startswith(("tagger", "gazetteer")) else 3


def _winner(count: Counter[str], own: str) -> str:
    top = max(count.values())
    best = [kind for kind, n in count.items() if n == top]
    return own if own in best else best[0]


def _again(
    sentences: Sequence[Tagged],
    found: list[Name],
    votes: dict[tuple[str, ...], Counter[str]],
    surnames: dict[str, tuple[str, ...]],
) -> list[Name]:
    """Further places where a name of the article stands untagged."""
    known = {key: _winner(count, "") for key, count in votes.items()}
    known |= {(word,): "Person" for word in surnames if len(word) > 2}
    by_first = defaultdict[str, list[tuple[str, ...]]](list)
    for key in known:
        if any(word[:1].isupper() for word in key) and (len(key) > 1 or len(key[0]) > 1):
            by_first[key[0]].append(key)
    taken = {(n.sentence, i) for n in found for i in range(n.start, n.end)}
    small = {form for sentence in sentences for form in sentence.forms if form.islower()}
    out = list[Name]()
    for number, sentence in enumerate(sentences):
        for i, form in enumerate(sentence.forms):
            for key in sorted(by_first.get(form, ()), key=len, reverse=True):
                span = range(i, i + len(key))
                if sentence.forms[i : i + len(key)] != key or any(
                    (number, k) in taken for k in span
                ):
                    continue
                proper = sentence.pos[i] in ("PROPN", "NOUN", "X", "SYM", "NUM")
                if len(key) == 1 and not proper and (form not in surnames or form.lower() in small):
                    continue
                taken.update((number, k) for k in span)
                out.append(Name(number, i, i + len(key), known[key], "named elsewhere"))
                break
    return out


_GENITIVE = re.compile(r"['\u2019]?s$")
_PARTICLES = frozenset(word.lower() for word in PARTICLES)

_AT = frozenset((word,) for word in ("in", "op", "aan", "naar", "uit", "bij", "langs", "achter"))
_FIRM = ("gazetteer", "listed", "form", "last word")
_SURE = ("title", "form", "listed", "gazetteer", "ending", "kind")
"""Reasons that an article does not outweigh: "de Kerkstraat", "de NAVO"."""

RULES: tuple[Rule, ...] = (
    trimmed, credits, demonyms, compounds, everyday, shouted, full_names, unsupported,
    place_endings, datelines, places, listed, known_things, institutions, portfolios,
    countries_in_brackets, cued, towns, products, articled, parted, consistent,
)  # fmt: skip
"""In the order in which they run."""
