"""Institutions whose name goes on after a preposition, and ministries by their portfolio."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.annotate.name_features import name_words
from kg.annotate.name_tables import cues
from kg.annotate.name_types import Name, Tagged, by_sentence

_JOINING = frozenset({"van", "voor", "tegen", "tot", "of", "for"})
_ARTICLES = frozenset({"de", "het", "den", "der", "the"})
_OFFICES = (
    "minister",
    "ministers",
    "staatssecretaris",
    "ministerie",
    "departement",
    "viceminister",
)


@by_sentence
def institutions(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """The whole name of an institution: "Raad van Europa", "Centrum voor Werk en Inkomen".

    A noun of the table (``head``) with its capital goes on over "van", "voor" or "of" to the
    next capitals, and over "en" where these are no names of their own. Left alone: "de raad
    van Gent", "Partij van Jan Bos" (a person), "Comité van het IOC" (two bodies), "Commissie
    voor" before a small letter.
    """
    here = list(found)
    for start, end in _heads(sentence):
        own = next((n for n in here if n.start <= start and end <= n.end), None)
        begin = min(start, own.start) if own else start
        stop = max(_complement(sentence, end, here), own.end if own else 0)
        if stop <= end or (own and own.end >= stop):
            continue
        inside = [n for n in here if n.start < stop and begin < n.end]
        if any(n.kind == "Person" and n is not own for n in inside):
            continue
        if any(n.end > stop for n in inside):
            continue
        whole = Name(number, begin, stop, "Organisation", "listed: institution")
        here = [n for n in here if n not in inside] + [whole]
    return here


def _heads(sentence: Tagged) -> list[tuple[int, int]]:
    heads, forms = cues()["head"], sentence.forms
    return [
        (i, i + 1)
        for i, form in enumerate(forms)
        if form in heads and i + 2 < len(forms) and forms[i + 1] in _JOINING
    ]


def _complement(sentence: Tagged, end: int, here: Sequence[Name]) -> int:
    """Where the words after the preposition end; ``end`` where they have no capital."""
    forms, at = sentence.forms, end + 1
    if forms[at] in _ARTICLES and at + 1 < len(forms):
        at += 1
    if not _capital(forms[at]) or forms[at] in cues()["none"]:
        return end
    name = next((n for n in here if n.start == at), None)
    if name is not None and (name.kind in ("Person", "Product") or forms[at].isupper()):
        return end
    stop = name.end if name is not None and name.kind == "Place" else at + 1
    while stop < len(forms):
        if name is None and _capital(forms[stop]) and not _first_name(forms[stop]):
            stop += 1
        elif (
            stop + 1 < len(forms)
            and forms[stop] in ("en", "&", "and")
            and _common(sentence, stop - 1)
            and _common(sentence, stop + 1)
        ):
            stop += 2
        elif name is not None and stop < name.end and _capital(forms[stop]):
            stop += 1
        else:
            break
    return stop


@by_sentence
def portfolios(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """A ministry by what its minister is of: "minister van Sociale Zaken en Werk".

    Only after "minister van" and the like, with capitals. Left alone: "minister van verkeer",
    "Justitie greep in".
    """
    out = list(found)
    forms = sentence.forms
    for i, form in enumerate(forms[:-2]):
        if form.lower() not in _OFFICES or forms[i + 1] not in ("van", "voor", "op"):
            continue
        start = i + 2
        stop = _portfolio(forms, start)
        while stop > start and stop + 1 < len(forms) and forms[stop] in ("en", ",", "&"):
            further = _portfolio(forms, stop + 1)
            if further == stop + 1:
                break
            stop = further
        if stop == start:
            continue
        inside = [n for n in out if n.start < stop and start < n.end]
        rest = [
            Name(number, stop, n.end, "Person", "after a portfolio")
            for n in inside
            if n.end > stop and _capital(forms[stop])
        ]
        out = [n for n in out if n not in inside] + rest
        out.append(Name(number, start, stop, "Organisation", "listed: portfolio"))
    return out


@cache
def _known_portfolios() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.split()) for row in cues()["portfolio"])


def _portfolio(forms: Sequence[str], at: int) -> int:
    known = _known_portfolios()
    ends = (end for end in (at + 2, at + 1) if end <= len(forms))
    return next((end for end in ends if tuple(forms[at:end]) in known), at)


def _capital(form: str) -> bool:
    return form[:1].isupper()


def _first_name(form: str) -> bool:
    return "f" in name_words().get(form, "") and "c" not in name_words().get(form, "")


def _common(sentence: Tagged, i: int) -> bool:
    """Whether a word with a capital is no name of its own: "Landschappen", not "Toyota"."""
    form = sentence.forms[i]
    kinds = set(name_words().get(form, "")) - {"k", "w", "m"}
    return _capital(form) and (not kinds or "c" in kinds) and not gazetteer.load().lookup(form)
