"""Products: makers with models, numbers and spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import gazetteer
from kg.annotate.name_edges import CLOCK, SMALL_I
from kg.annotate.name_tables import cues
from kg.annotate.name_types import Name, Tagged, longest

_MODEL = re.compile(r"[A-Z]{0,4}-?\d[\dA-Za-z.-]*$")
_NUMBERED = re.compile(r"[A-Z]{1,4}-?\d{2,}[\dA-Za-z.-]*$|\d{3}(-\d{3})?$")
_OPEN = frozenset({"PROPN", "NOUN", "X", "ADJ", "NUM", "SYM"})
_ARTICLES = frozenset({"de", "het", "een", "nieuwe", "deze", "die", "haar", "zijn", "eerste"})
_UNITS = frozenset(
    {"procent", "miljoen", "miljard", "euro", "dollar", "jaar", "%", "uur", "keer", "punten"}
)


def products(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Products by their models and their spelling: "Airbus A380", "Boeing 787 Dreamliner", "iPod".

    What follows a product with a capital belongs to it ("iTunes Music Store", "Mac OS X"), and
    so does what follows a maker after an article ("de Ford Focus"). Left alone: "Boeing 20
    procent", "de Shell Groep".
    """
    out = [_product(sentences[name.sentence], name) for name in found]
    taken = {(n.sentence, i) for n in out for i in range(n.start, n.end)}
    for number, sentence in enumerate(sentences):
        for i, form in enumerate(sentence.forms):
            if SMALL_I.match(form) and (number, i) not in taken and sentence.pos[i] in _OPEN:
                end = _capitals(sentence, i + 1)
                out.append(Name(number, i, end, "Product", "spelling"))
    return longest(out)


def _product(sentence: Tagged, name: Name) -> Name:
    forms, start, end = sentence.forms, name.start, name.end
    known = name.reason.startswith("gazetteer")
    if name.kind in ("Organisation", "Product", "Thing"):
        if end < len(forms) and _MODEL.match(forms[end]) and not _counts(sentence, end):
            end = _capitals(sentence, end + 1)
            return Name(name.sentence, start, end, "Product", "maker and model")
        if any(_NUMBERED.match(form) for form in forms[start + 1 : end]):
            return Name(name.sentence, start, end, "Product", "maker and model")
        if not known and (SMALL_I.match(forms[start]) or _MODEL.match(forms[start])):
            return Name(name.sentence, start, end, "Product", "spelling")
    if known and name.kind == "Product":
        return Name(name.sentence, start, _capitals(sentence, end), "Product", name.reason)
    if name.kind in ("Person", "Organisation", "Thing") and not known and _of_maker(sentence, name):
        return Name(name.sentence, start, end, "Product", "maker with an article")
    return name


def _capitals(sentence: Tagged, end: int) -> int:
    """Where the words with a capital from ``end`` on stop."""
    while (
        end < len(sentence.forms)
        and (sentence.forms[end][:1].isupper())
        and sentence.pos[end] in _OPEN
        and sentence.forms[end] not in cues()["none"]
        and sentence.forms[end] not in cues()["title"]
    ):
        end += 1
    return end


def _of_maker(sentence: Tagged, name: Name) -> bool:
    """Whether a name opens with a company and has an article: companies have none."""
    forms = sentence.forms[name.start : name.end]
    before = sentence.forms[name.start - 1].lower() if name.start else ""
    if len(forms) < 2 or before not in _ARTICLES or forms[-1] in cues()["last"]:
        return False
    known = gazetteer.load()
    maker = any(e.entity_class == "Company" for e in known.lookup(forms[0]))
    return maker and not known.lookup(forms[-1])


def _counts(sentence: Tagged, i: int) -> bool:
    """Whether a number counts, dates or times: "Airbus 20 procent", "12.30"; not "Boeing 787"."""
    form = sentence.forms[i]
    following = sentence.forms[i + 1] if i + 1 < len(sentence.forms) else ""
    if CLOCK.match(form):
        return True
    plain = form.replace(".", "").replace(",", "").isdigit()
    return plain and (
        following.lower() in _UNITS
        or len(form) < 3
        or (len(form) == 4 and form[:2] in ("19", "20"))
    )
