"""Products: makers with models, numbers and spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.name_edges import CLOCK, SMALL_I
from kg.annotate.name_types import Name, Tagged, longest

_MODEL = re.compile(r"[A-Z]{0,4}-?\d[\dA-Za-z.-]*$")
_NUMBERED = re.compile(r"[A-Z]{1,4}-?\d{2,}[\dA-Za-z.-]*$|\d{3}(-\d{3})?$")
_OPEN = frozenset({"PROPN", "NOUN", "X", "ADJ", "NUM", "SYM"})
_UNITS = frozenset(
    {"procent", "miljoen", "miljard", "euro", "dollar", "jaar", "%", "uur", "keer", "punten"}
)


def products(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """A maker with a model is a product ("Airbus A380", "Boeing 787 Dreamliner"); so is "iPod"."""
    out = list[Name]()
    for name in found:
        sentence = sentences[name.sentence]
        forms, end = sentence.forms, name.end
        if (
            name.kind in ("Organisation", "Product", "Thing")
            and end < len(forms)
            and _MODEL.match(forms[end])
            and not _counts(sentence, end)
        ):
            end += 1
            while end < len(forms) and forms[end][:1].isupper() and sentence.pos[end] in _OPEN:
                end += 1
            out.append(Name(name.sentence, name.start, end, "Product", "maker and model"))
            continue
        first = forms[name.start]
        if name.kind in ("Organisation", "Product", "Thing") and any(
            _NUMBERED.match(form) for form in forms[name.start + 1 : end]
        ):
            out.append(Name(name.sentence, name.start, end, "Product", "maker and model"))
            continue
        if SMALL_I.match(first) or (_MODEL.match(first)):
            out.append(Name(name.sentence, name.start, end, "Product", "spelling"))
            continue
        out.append(name)
    return longest(out)


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
