"""Rules that doubt the tagger: names that nothing else speaks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg import gazetteer
from kg.annotate.name_edges import PARTICLES
from kg.annotate.name_features import name_words
from kg.annotate.name_gazetteer import BIG_CITY, inhabitants
from kg.annotate.name_types import Name, Tagged, in_capitals

_NO_NAMES = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PRON", "DET", "INTJ", "AUX"})
_LOCATIVE = frozenset(
    ("in", "te", "uit", "naar", "bij", "rond", "nabij", "vanuit", "tot", "ten", "tussen")
)
_SAYS = frozenset(("zegt", "zei", "vindt", "vond", "denkt", "dacht", "lacht", "meent", "vertelt"))
_PARTICLES = frozenset(("van", "de", "der", "den", "di", "da", "von", "bin", "al", "ten", "ter"))
_KINDS = {"Place": frozenset("gw"), "Person": frozenset("fs")}


def everyday(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A single word that the tags call a noun or verb is no name: "Televisie", "Bedoeling".

    It stays where the gazetteer or the lists of people and organisations know it. The word
    that opens a sentence is none either where the article has it in small letters too, nor
    is a label ("Update: 12.00") unless it is a person, who speaks.
    """
    known, lists = gazetteer.load(), name_words()
    small = {form for sentence in sentences for form in sentence.forms if form.islower()}
    kept = list[Name]()
    for name in found:
        forms = name.words(sentences)
        form, pos = forms[0], sentences[name.sentence].pos[name.start]
        kinds = lists.get(form, "")
        if (
            len(forms) == 1
            and (
                pos in _NO_NAMES
                or (_opens(sentences, name) and form.lower() in small)
                or _is_label(sentences, name)
            )
            and form[1:].islower()
            and not known.lookup(form)
            and ("c" in kinds or not set(kinds) & set("fso"))
            and name.reason.startswith("tagger")
        ):
            continue
        kept.append(name)
    return kept


def shouted(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """In a heading all in capitals a name must be known: "PREMIER IN GENT OVER AANSLAG"."""
    known, lists = gazetteer.load(), name_words()
    loud = {number for number, sentence in enumerate(sentences) if in_capitals(sentence)}
    kept = list[Name]()
    for name in found:
        forms = [form.title() for form in name.words(sentences)]
        if (
            name.sentence not in loud
            or not name.reason.startswith("tagger")
            or known.lookup(" ".join(forms))
            or known.lookup(" ".join(name.words(sentences)))
            or all(
                set(kinds) & set("fsgo") and "c" not in kinds
                for kinds in (lists.get(form, "") for form in forms)
            )
        ):
            kept.append(name)
    return kept


def unsupported(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A place or person that the tagger alone has seen is a thing: "Tiger", "Gnutella".

    What speaks for a place: the gazetteer, the lists, or a preposition of place before it
    once in the article. For a person of one word: the lists of first and last names. (Later
    rules can still give a class: a title in front, a full name elsewhere.) A word that
    stands only once, opens a sentence, and has nothing to speak for it is no name at all:
    "Haai bijt jongen".
    """
    known, lists = gazetteer.load(), name_words()
    located = {
        name.words(sentences)
        for name in found
        if name.start and sentences[name.sentence].forms[name.start - 1].lower() in _LOCATIVE
    }
    seen = Counter(name.words(sentences) for name in found)
    openers = {
        key
        for name in found
        if _opens(sentences, name)
        and seen[key := name.words(sentences)] == len(key) == 1
        and key[0][1:].islower()
    }
    out = list[Name]()
    for name in found:
        forms = name.words(sentences)
        doubtful = (
            name.reason.startswith("tagger")
            and (name.kind == "Place" or (name.kind == "Person" and len(forms) == 1))
            and forms not in located
            and not set(lists.get(forms[-1], "")) & _KINDS[name.kind]
            and not any(known.lookup(" ".join((*forms[:-1], last))) for last in _cases(forms[-1]))
            and not (forms[-1].isupper() and known.lookup(" ".join(forms).title()))
        )
        if len(forms) == 1 and _village(name, forms[0]) and _speaks(sentences[name.sentence], name):
            out.append(Name(name.sentence, name.start, name.end, "Person", "speaks"))
        elif not doubtful:
            out.append(name)
        elif len(forms) == 1 and _speaks(sentences[name.sentence], name):
            out.append(Name(name.sentence, name.start, name.end, "Person", "speaks"))
        elif forms not in openers:
            out.append(Name(name.sentence, name.start, name.end, "Thing", "unsupported"))
    return out


def _opens(sentences: Sequence[Tagged], name: Name) -> bool:
    """Whether nothing but marks stands before a name: its capital tells nothing."""
    before = sentences[name.sentence].forms[: name.start]
    return len(before) < 3 and not any(form.isalnum() for form in before)


def _village(name: Name, form: str) -> bool:
    """Whether a place of the tagger is at most a small town: "Kaag", not "Brussel"."""
    entries = gazetteer.load().lookup(form)
    towns = all(entry.entity_class == "City" for entry in entries)
    tagged = name.kind == "Place" and name.reason.startswith("tagger")
    return tagged and towns and inhabitants(entries) < BIG_CITY


def _is_label(sentences: Sequence[Tagged], name: Name) -> bool:
    after = sentences[name.sentence].forms[name.end : name.end + 1]
    return after == (":",) and name.kind != "Person" and _opens(sentences, name)


def _speaks(sentence: Tagged, name: Name) -> bool:
    """Whether a word is said to say something, as people are: "zegt Vlerick", "Bacs vindt"."""
    before = sentence.forms[name.start - 1] if name.start else ""
    after = sentence.forms[name.end] if name.end < len(sentence.forms) else ""
    return before in (*_SAYS, "aldus") or (name.kind == "Person" and after in _SAYS)


def full_names(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A first name and a last name of the lists are a person: "Eden Hazard" is no place."""
    known, lists = gazetteer.load(), name_words()
    out = list[Name]()
    for name in found:
        forms = name.words(sentences)
        particle = len(forms) > 2 and any(f in _PARTICLES for f in forms[1:-1])
        person = (
            name.kind in ("Place", "Product", "Thing")
            and name.reason.startswith("tagger")
            and 1 < len(forms) < 4 + particle
            and "f" in lists.get(forms[0], "")
            and forms[0] not in PARTICLES
            and ("s" in lists.get(forms[-1], "") or particle)
            and "k" not in lists.get(forms[-1], "")
            and not known.lookup(" ".join(forms))
            and not known.lookup(forms[-1])
        )
        out.append(
            Name(name.sentence, name.start, name.end, "Person", "listed") if person else name
        )
    return out


def _cases(form: str) -> tuple[str, ...]:
    """A word and what it is the genitive of: "Pyongyangs", "Obama's"."""
    bare = re.sub(r"(['\u2019]s|['\u2019]|s)$", "", form)
    return (form,) if len(bare) < 3 else (form, bare)
