"""Where a name begins and ends: titles, kinds, articles and marks at its edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import gazetteer
from kg.annotate.name_features import name_words
from kg.annotate.name_tables import cues
from kg.annotate.name_types import Name, Tagged
from kg.lexicon import is_nominal_event, noun_class, words
from kg.vocab import top_class

CLOCK = re.compile(r"\d{1,2}[-/.]\w{2,9}[-/.]\d{2,4}$|\d{1,2}[.:]\d\d$|\d+,\d+$")
"""A date, a time of day or a decimal fraction: no part of a name."""
PARTICLES = frozenset({"De", "Den", "Der", "Van", "Ten", "Ter", "Te", "'t", "Le", "La", "Du", "Di"})
"""Words that open a last name with a capital where no first name stands before: "De Vries"."""
_OF = frozenset({"van", "bij", "voor", "of"})
_BETWEEN = frozenset({"/", ";", ":", "|"})
SMALL_I = re.compile(r"[ie][A-Z]\w+$")


def trimmed(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Articles, titles, kinds and marks at the edges are no part of a name.

    "president Vladimir Poetin" -> "Vladimir Poetin", a person; "provincie Kiev" -> "Kiev";
    "Apple CEO Steve Jobs" -> "Apple", "Steve Jobs"; "Algemeen Directeur van Shell" -> "Shell".
    """
    kept = list[Name]()
    for name in found:
        kept += _trimmed(sentences[name.sentence], name)
    return kept


def _trimmed(sentence: Tagged, name: Name) -> list[Name]:
    titles, none, last = (cues()[k] for k in ("title", "none", "last"))
    forms = sentence.forms
    start, end, kind, reason = name.start, name.end, name.kind, name.reason
    for i in range(start + 1, end - 1):
        if forms[i] in titles and forms[i + 1] in _OF:
            rest = Name(name.sentence, i + 2, end, "Organisation", f"after a title: {forms[i]}")
            return _trimmed(sentence, rest)
        if forms[i] in titles and not forms[i].endswith("."):
            first = Name(name.sentence, start, i, "Organisation", "before a title")
            second = Name(name.sentence, i + 1, end, "Person", f"title: {forms[i]}")
            return _trimmed(sentence, first) + _trimmed(sentence, second)
        if (
            forms[i] in _BETWEEN
            or CLOCK.match(forms[i])
            or _two_things(forms, start, i, kind)
            or (forms[i].islower() and sentence.pos[i] in ("VERB", "AUX"))
        ):
            behind = _class_behind(forms, i, end, kind)
            halves = ((start, i, kind), (i + 1, end, behind))
            return [
                part
                for a, b, own in halves
                for part in _trimmed(sentence, Name(name.sentence, a, b, own, reason))
            ]
    function = cues()["function"]
    while start < end and forms[start] in function and forms[start + 1 : start + 2] != ("of",):
        start += 1
    while start < end:
        form = forms[start]
        top = _in_front(sentence, start, end)
        if top is not None:
            start, kind, reason = start + 1, top, f"in front: {form}"
        elif (after := _behind_an_event(sentence, start, end, kind)) is not None:
            start, kind, reason = start + 1, after, f"behind an event: {form}"
        elif kind == "Person" and form in PARTICLES and start and forms[start - 1].isalnum():
            break
        elif (
            (end - start > 1 and form in none)
            or not any(c.isalnum() for c in form)
            or (form.islower() and (end - start > 1 or sentence.pos[start] not in ("PROPN", "X")))
        ):
            if reason.startswith("in front") and form in _OF:
                kind, reason = name.kind if name.kind != "Person" else "Organisation", name.reason
            start += 1
        else:
            break
    while end > start and (
        not any(c.isalnum() for c in forms[end - 1])
        or (
            end - start > 1
            and (
                (forms[end - 1].islower() and forms[end - 1] not in last)
                or forms[end - 1] in none
                or forms[end - 1] in titles
            )
        )
    ):
        end -= 1
    words = forms[start:end]
    if not words or not any(f[:1].isupper() or SMALL_I.match(f) or f[:1].isdigit() for f in words):
        return []
    if not any(c.isalpha() for form in words for c in form) and len(words[-1]) < 3:
        return []
    title = words[0].lower() in titles and not (kind == "Person" and start)
    if (end - start == 1 and (words[0] in none or words[0] in titles or title)) or (
        forms[end : end + 1] in (("$",), ("dollar",))
    ):
        return []
    return [Name(name.sentence, start, end, kind, reason)]


def _two_things(forms: Sequence[str], start: int, i: int, kind: str) -> bool:
    """Whether a preposition stands between two names: "Ajax tegen PSV", "Directeur van Rodal".

    "van" does where the words in front are a function, or no first name while a first name
    follows ("Goop van Gwyneth Paltrow"), or where a full name stands before it and one word behind
    ("Ada Bos van Terra"). Left alone: "Ruud van Nistelrooij", "Jan Pieter van den Berg".
    """
    if forms[i] == "tegen":
        return forms[start] not in cues()["head"]
    if kind != "Person" or forms[i] not in ("van", "bij", "op"):
        return False
    function = cues()["title"].keys() | cues()["function"].keys()
    title = forms[i - 1].lower() in function or forms[i - 1] in function
    if title or (_first_name(forms[i + 1]) and not _first_name(forms[start])):
        return True
    own = [at for at in range(start, i) if forms[at].lower() not in function]
    full = len(own) == 2 and not _first_name(forms[i - 1])
    return full and all(forms[at][:1].isupper() for at in (*own, i + 1))


def _class_behind(forms: Sequence[str], i: int, end: int, kind: str) -> str:
    """The class of what stands behind "van" and a person: a town or a firm, or another person."""
    if kind != "Person" or forms[i] not in ("van", "bij") or _first_name(forms[i + 1]):
        return kind
    found = gazetteer.load().lookup(" ".join(forms[i + 1 : end]))
    return top_class(found[0].entity_class) if found else "Organisation"


def _first_name(form: str) -> bool:
    return "f" in name_words().get(form, "") and form not in PARTICLES


def _in_front(sentence: Tagged, start: int, end: int) -> str | None:
    """The class that the word in front of a name tells: "topman", "Danseres", "provincie".

    A noun with a capital is part of the name ("Bank of England"), but for titles and where it
    opens a sentence ("Rapper Kanye West", but "Universiteit Gent"). A compound of a name and a
    noun goes with its noun ("BBC-baas Tim Davie"), the people of a country are persons
    ("Fransman Bos").
    """
    if end - start < 2:
        return None
    titles, kinds = cues()["title"], cues()["kind"]
    form, second = sentence.forms[start : start + 2]
    small = form.lower()
    if form in titles or small in titles:
        return "Person"
    named = form in cues()["head"] or form in cues()["first"]
    bare = small if form.islower() or (start == 0 and form[1:].islower() and not named) else ""
    if "-" in form and form.rpartition("-")[2].islower():
        bare = form.rpartition("-")[2]
    if not bare or not second[:1].isupper():
        return None
    if bare in kinds:
        return kinds[bare]
    if gazetteer.load().inhabitants(form) and end - start > 2:
        return "Person"
    if bare == small and set(name_words().get(form, "")) & set("fsgo"):
        return None
    for size in range(len(bare) - 3, 5, -1):
        tail = bare[-size:]
        if tail in titles:
            return "Person"
        if tail in kinds:
            return kinds[tail]
    first_name = _first_name(second) and form not in name_words()
    if start == 0 and end - start > 2 and first_name and not gazetteer.load().lookup(second):
        return "Person"
    found = noun_class(bare)
    top = top_class(found) if found else ""
    return {"Person": "Person", "Group": "Person", "Organisation": "Organisation"}.get(top)


def _behind_an_event(sentence: Tagged, start: int, end: int, kind: str) -> str | None:
    """The class of the name behind a noun of an event that opens a headline: "Overname Shell".

    Left alone: events with a name of their own ("Orkaan Rosa") and names ("Brand Piet").
    """
    form = sentence.forms[start]
    if start > 0 or end < 2 or not form[1:].islower() or not sentence.forms[1][:1].isupper():
        return None
    small = form.lower()
    if not is_nominal_event(small) or small in words("nominal_events.toml", "named"):
        return None
    places = [top_class(e.entity_class) for e in gazetteer.load().lookup(sentence.forms[1])]
    lists = set(name_words().get(form, ""))
    if form in cues()["head"] or lists & set("fgo") or ("s" in lists and "Place" not in places):
        return None
    return "Place" if end == 2 and "Place" in places else kind


def compounds(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A compound of a name and a noun is no name: "Boeing-toestel", "NMBS-directie"."""
    kept = list[Name]()
    for name in found:
        last = sentences[name.sentence].forms[name.end - 1]
        before, hyphen, after = last.rpartition("-")
        if not (hyphen and len(after) > 2 and after.islower() and before[-1:].isalnum()):
            kept.append(name)
    return kept
