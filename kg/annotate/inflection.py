"""Inflected Dutch words -> the lemmas that spelling allows, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_LONG = re.compile(r"(aa|ee|oo|uu)([bcdfghklmnprstvwz])$")
_CLOSED = re.compile(r"(?:^|[^aeiouy])([aeiou])([bdfgklmnprst])$")
_UNSTRESSED = re.compile(r"(?:e[lmnr]|[aei]ig|i[kn])$")
_OPEN = re.compile(r"(?:^|[^aeiou])([aeou])([bcdfghklmnprstvwz])$")
_VOICED = {"f": "v", "s": "z"}
_VOICELESS = {"v": "f", "z": "s"}

PREFIXES = ("be", "ver", "ont", "her", "ge", "er", "mis", "over", "onder", "door", "voor", "om")
"""Prefixes that never stand apart: their verbs have no "ge-" in the participle."""


@cache
def strong_forms() -> dict[str, str]:
    """Form -> infinitive, from ``strong_verbs.tsv``.

    A form that is also a form of another verb ("weet", "voeren") decides nothing and is left
    out.
    """
    text = (files("kg") / "data" / "nl" / "strong_verbs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    infinitives = {row[0] for row in rows}
    found: dict[str, str] = {}
    for infinitive, *forms in rows:
        for form in forms:
            if form not in infinitives and form not in _DOUBTFUL:
                found.setdefault(form, infinitive)
    return found


_DOUBTFUL = frozenset(
    """sleep slepen weet weten week weken wees wezen school scholen voer voeren zag was waren
    lach stoof laadde roken slopen""".split()  # noqa: SIM905
)


_DOTTED = str.maketrans("ëïöü", "eiou")


def infinitives(form: str) -> Iterator[str]:
    """Infinitives of a weak verb form without particle: "gemarteld" -> "martelen".

    A participle in -end has its infinitive in front: "lopend" -> "lopen".
    """
    if form.endswith(("end", "ende")):
        yield form.removesuffix("e")[:-1]
    for ending in ("den", "ten", "de", "te", "t", "d", "en", ""):
        stem = form.removesuffix(ending)
        if not form.endswith(ending) or len(stem) < 2:
            continue
        if stem.startswith("ge") and len(stem) > 4:
            # "geëvacueerd", "geïnstalleerd": the dots go with the "ge".
            yield from _from_stem(stem[2].translate(_DOTTED) + stem[3:])
        yield from _from_stem(stem)


def _from_stem(stem: str) -> Iterator[str]:
    if (long := _LONG.search(stem)) is not None:
        bare = stem[: long.start()] + long[1][0]
        if long[2] in _VOICED:
            yield bare + _VOICED[long[2]] + "en"
        yield bare + long[2] + "en"
    elif _CLOSED.search(stem):
        if _UNSTRESSED.search(stem):
            yield stem + "en"
        yield stem + stem[-1] + "en"
    else:
        if stem[-1] in _VOICED:
            yield stem[:-1] + _VOICED[stem[-1]] + "en"
        yield stem + "en"


def singulars(form: str) -> Iterator[str]:
    """What a noun form can be the plural or diminutive of: "scholen" -> "school"."""
    yield form
    if form.endswith("s"):
        yield form[:-1].rstrip("'\u2019")
    if form.endswith("n"):
        yield form[:-1]
    if form.endswith("ën"):
        yield form[:-2]
    if form.endswith("en"):
        yield from _stems(form[:-2])
    if form.endswith("eren"):
        yield form[:-4]
    small = form.removesuffix("s")
    if small.endswith("je"):
        for ending in ("etje", "tje", "pje", "je"):
            if small.endswith(ending):
                stem = small.removesuffix(ending)
                yield stem
                if ending == "etje" and stem[-1:] == stem[-2:-1]:
                    yield stem[:-1]
                if ending == "tje" and stem[-2:] in ("aa", "oo", "uu"):
                    yield stem[:-1]


def _stems(stem: str) -> Iterator[str]:
    """What stands before "-en" or "-e", as it is written alone: "brev" -> "brief" is not
    spelling, "huiz" -> "huis", "scholl" -> "schol" and "schol" -> "school" are."""
    last = stem[-1:]
    if last in _VOICELESS:
        yield from _stems(stem[:-1] + _VOICELESS[last])
        return
    if (open_ := _OPEN.search(stem)) is not None:
        yield stem[:-1] + open_[1] + last
    if last == stem[-2:-1]:
        yield stem[:-1]
    yield stem


def positives(form: str) -> Iterator[str]:
    """What an adjective form can be inflected from: "rappe" -> "rap", "hogere" -> "hoog"."""
    yield form
    for ending in ("e", "er", "ere", "st", "ste", "der", "dere", "s"):
        if form.endswith(ending) and len(form) - len(ending) > 1:
            yield from _stems(form.removesuffix(ending))
