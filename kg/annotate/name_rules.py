"""Rules that look at one name and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import gazetteer
from kg.annotate.name_features import name_words
from kg.annotate.name_gazetteer import BIG_CITY, inhabitants
from kg.annotate.name_tables import cues, kind_of, phrase_matches
from kg.annotate.name_types import Name, Tagged, by_sentence

_DASHES = frozenset({"-", "\u2013", "\u2014"})
_AFTER_PLACE = frozenset((mark,) for mark in ("(", *_DASHES))
_AT = frozenset((word,) for word in ("in", "op", "aan", "bij", "langs", "nabij"))
_MEMBER = re.compile(r"\w+['\u2019](?:er|ers|ster|sters)$")


def demonyms(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Adjectives of countries are no names, inhabitants are groups: "Russische", "Russen".

    Nor are members of a party names: "VVD'er", "PvdA'ers".
    """
    known = gazetteer.load()
    kept = list[Name]()
    for name in found:
        forms = sentences[name.sentence].forms
        if name.end - name.start == 1:
            form = forms[name.start]
            if _MEMBER.match(form):
                continue
            if known.adjective(form) and not known.lookup(form):
                continue
            if known.inhabitants(form) and not known.lookup(form):
                continue
        first = forms[name.start]
        if name.end - name.start > 1 and known.adjective(first) and not known.lookup(first):
            rest = forms[name.start + 1 : name.end]
            if all(f.islower() for f in rest):
                continue
            first_name = name.kind == "Person" and "f" in name_words().get(first, "")
            if (
                not first_name
                and _stands_alone(rest)
                and not known.lookup(" ".join((first, *rest)))
            ):
                name = Name(name.sentence, name.start + 1, name.end, name.kind, name.reason)
        kept.append(name)
    return kept


def _stands_alone(words: Sequence[str]) -> bool:
    """Whether words are a name without the adjective in front: "Franse EDF", "Duitse Fritz Bos"."""
    if len(words) == 1:
        alone = words[0].isupper() or bool(set(name_words().get(words[0], "")) & set("so"))
        return alone and "c" not in name_words().get(words[0], "")
    return bool(gazetteer.load().lookup(" ".join(words))) or (
        "f" in name_words().get(words[0], "") and "s" in name_words().get(words[-1], "")
    )


def credits(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """What stands in a photo credit is no name: "Beeld EPA/ROMAN PILIPEY"."""
    openers = cues()["credit"]
    return [
        name
        for name in found
        if not (sentences[name.sentence].forms[0] in openers and name.start in (0, 1, 2))
    ]


@by_sentence
def datelines(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """The place that opens a report is a place: "KIEV (ANP) -", "BRUSSEL -"."""
    forms = sentence.forms
    end = next((i for i, f in enumerate(forms[:4]) if not f.isupper()), 0)
    dated = forms[end : end + 1] == (",",) and forms[-1] in _DASHES
    title = " ".join(form.title() for form in forms[:end])
    if (dated or forms[end : end + 1] in _AFTER_PLACE) and gazetteer.load().lookup(title):
        rest = [name for name in found if name.start >= end]
        return [Name(number, 0, end, "Place", "dateline"), *rest]
    return found


@by_sentence
def listed(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """Organisations that the lists know: "Northrop Grumman", "Aer Lingus", "Cisco".

    A phrase of the list takes the place of shorter names in it. A single word is an
    organisation where the lists know it as that alone, or as a place that the gazetteer
    does not know.
    """
    words, known = name_words(), gazetteer.load()
    out = list(found)
    for start, end in phrase_matches(sentence.forms):
        inside = [n for n in out if n.start < end and start < n.end]
        if all(start <= n.start and n.end <= end for n in inside):
            out = [n for n in out if n not in inside]
            out.append(Name(number, start, end, "Organisation", "listed"))
    for i, name in enumerate(out):
        forms = sentence.forms[name.start : name.end]
        kinds = set(words.get(forms[0], "")) - {"c", "k", "w"}
        if len(forms) > 1 or name.kind == "Organisation":
            continue
        if kinds == {"o"} or (
            kinds == {"g", "o"} and inhabitants(known.lookup(forms[0])) < BIG_CITY
        ):
            out[i] = Name(name.sentence, name.start, name.end, "Organisation", "listed")
    return out


def _not_a_person(forms: Sequence[str], name: Name, end: int) -> bool:
    """Whether a last word that tells a class is no last name: "Bos Media", not "Emily Post"."""
    first, last = (name_words().get(form, "") for form in (forms[name.start], forms[end - 1]))
    thing = cues()["last"][forms[end - 1]] == "Thing"
    if cues()["last"][forms[end - 1]] == "Place" and forms[name.start - 1 : name.start] in _AT:
        return True
    return name.kind != "Person" or thing or "f" not in first or "s" not in last


def cued(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Legal forms, last words, titles and kinds decide the class; abbreviations are names.

    "Apple Inc." takes its form in; "Singapore Airlines" is an organisation though it begins
    with a place; "topman Gallois" is a person.
    """
    forms_of, last, first, titles, abbr = (
        cues()[k] for k in ("form", "last", "first", "title", "abbr")
    )
    out = list[Name]()
    for name in found:
        forms = sentences[name.sentence].forms
        end, kind, reason = name.end, name.kind, name.reason
        if kind == "Organisation":
            while end + 1 < len(forms) and last.get(forms[end]) == "Organisation":
                end += 1
        elif kind == "Place" and end < len(forms) and forms[end] == "airport":
            end += 1
        if end < len(forms) and forms[end] in forms_of:
            end, kind, reason = end + 1, "Organisation", f"form: {forms[end]}"
        elif (
            end + 1 < len(forms) and forms[end] == "," and forms[end + 1] in ("Inc.", "Ltd.", "Inc")
        ):
            end, kind, reason = end + 2, "Organisation", f"form: {forms[end + 1]}"
        elif forms[end - 1] in forms_of and end - name.start > 1:
            kind, reason = "Organisation", f"form: {forms[end - 1]}"
        elif reason.startswith("gazetteer") and end == name.end:
            pass
        elif end - name.start > 1 and forms[end - 1] in last and _not_a_person(forms, name, end):
            kind, reason = last[forms[end - 1]], f"last word: {forms[end - 1]}"
        elif end - name.start > 1 and forms[name.start] in first:
            kind, reason = first[forms[name.start]], f"first word: {forms[name.start]}"
        elif name.start > 0:
            before = forms[name.start - 1]
            if before.endswith("-jarige"):
                kind, reason = "Person", f"title: {before}"
            elif before in titles and kind in ("Organisation", "Thing", "Product", "Place"):
                if kind != "Place" or not gazetteer.load().lookup(
                    " ".join(forms[name.start : end])
                ):
                    kind, reason = "Person", f"title: {before}"
            elif (
                sentences[name.sentence].pos[name.start - 1] == "NOUN"
                and not reason.startswith("gazetteer")
                and (top := kind_of(before))
            ):
                kind, reason = top, f"kind: {before}"
        out.append(Name(name.sentence, name.start, end, kind, reason))
    taken = {(n.sentence, i) for n in out for i in range(n.start, n.end)}
    for number, sentence in enumerate(sentences):
        for i, form in enumerate(sentence.forms):
            if form in abbr and (number, i) not in taken:
                out.append(Name(number, i, i + 1, abbr[form], "abbreviation"))
    return [
        Name(n.sentence, n.start, n.end, abbr[w], "abbreviation")
        if n.end - n.start == 1 and (w := sentences[n.sentence].forms[n.start]) in abbr
        else n
        for n in out
    ]


@by_sentence
def countries_in_brackets(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """Countries as results of sports have them: "1. Bos (Ned)", "Rossi (Ita, Fiat)"."""
    short = cues()["short"]
    out = list(found)
    forms = sentence.forms
    for i in range(1, len(forms) - 1):
        if forms[i] in short and forms[i - 1] in ("(", "/") and forms[i + 1] in (")", ",", "/"):
            out = [n for n in out if (n.sentence, n.start, n.end) != (number, i, i + 1)]
            if not any(n.start <= i < n.end for n in out):
                out.append(Name(number, i, i + 1, "Place", "listed: country in brackets"))
    return out


def place_endings(sentences: Sequence[Tagged], found: list[Name]) -> list[Name]:
    """Streets and buildings are places by their last word: "Van Speijkstraat".

    Left alone: what a list knows for something else ("Achterberg", a last name).
    """
    endings = tuple(cues()["ending"])
    out = list[Name]()
    for name in found:
        last = sentences[name.sentence].forms[name.end - 1]
        built = (
            last.endswith(endings)
            and len(last) > 7
            and name.reason.startswith(("tagger", "unsupported"))
            and not set(name_words().get(last, "")) & set("so")
        )
        out.append(Name(name.sentence, name.start, name.end, "Place", "ending") if built else name)
    return out
