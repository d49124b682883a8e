"""Names that the gazetteer knows: places, organisations, products, people."""

from __future__ import annotations

from collections.abc import Iterable

from kg import gazetteer
from kg.annotate.name_tables import cues
from kg.annotate.name_types import Name, Tagged, by_sentence, in_capitals
from kg.gazetteer import Entry
from kg.lexicon import is_nominal_event, table
from kg.vocab import top_class

PLACES = frozenset({"Country", "AdminRegion", "Sea", "River", "Region", "Landform", "Place"})
_ARTICLES = frozenset({"de", "het", "'t", "the"})
CITIES = PLACES | {"City"}
BIG_CITY = 50_000
"""Inhabitants from which a city counts as a name that the tagger overlooked."""


@by_sentence
def places(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """Places that the gazetteer knows and the tagger missed; and its word on countries.

    A country or region counts wherever it has a capital, a city where the tags call the word
    a proper noun. A name of the tagger that is exactly a country becomes a place, and so does
    a "product" or "thing" that is a big city.
    """
    known = gazetteer.load()
    out = list(found)
    taken = {i for n in out for i in range(n.start, n.end)}
    for start, end, entries in known.longest_matches(sentence.forms):
        if not any(c.isupper() for form in sentence.forms[start:end] for c in form[:4]):
            continue
        kinds = {entry.entity_class for entry in entries}
        same = [n for n in out if (n.sentence, n.start, n.end) == (number, start, end)]
        parts = [n for n in out if n.start < end and start < n.end]
        joined = "en" in sentence.forms[start:end]  # "Bosnië en Herzegovina" can be two
        if len(parts) > 1 and kinds <= PLACES and not joined and start <= parts[0].start:
            out = [n for n in out if n not in parts]
            taken.difference_update(range(start, end))
        vague = same and same[0].kind in ("Product", "Thing")
        if same and (
            (same[0].kind != "Place" and kinds <= PLACES)
            or (vague and kinds <= CITIES and inhabitants(entries) >= BIG_CITY)
        ):
            out[out.index(same[0])] = Name(
                number, start, end, "Place", f"gazetteer: {entries[0].key}"
            )
        if not taken.isdisjoint(range(start, end)):
            continue
        if _place_by_itself(sentence, start, end, entries, kinds):
            out.append(Name(number, start, end, "Place", f"gazetteer: {entries[0].key}"))
    return out


def _place_by_itself(
    sentence: Tagged, start: int, end: int, entries: tuple[Entry, ...], kinds: set[str]
) -> bool:
    proper = all(p in ("PROPN", "X") for p in sentence.pos[start:end])
    forms = sentence.forms
    if forms[start] in cues()["none"] or forms[end : end + 1] in (("$",), ("dollar",)):
        return False
    alone = not (
        (start > 0 and forms[start - 1][:1].isupper() and sentence.pos[start - 1] == "PROPN")
        or (end < len(forms) and forms[end][:1].isupper() and sentence.pos[end] == "PROPN")
    )
    if kinds & PLACES and "Country" in kinds:
        return alone and (proper or end - start > 1 or start > 0)
    big = inhabitants(entries) >= BIG_CITY
    after_in = start > 0 and forms[start - 1].lower() in ("in", "te", "uit", "naar", "bij", "van")
    return alone and proper and (big or after_in) and (start > 0 or end - start > 1)


def inhabitants(entries: Iterable[Entry]) -> int:
    """Of the biggest of the places; 0 where none is known."""
    return max((entry.population for entry in entries), default=0)


@by_sentence
def known_things(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """Organisations, products and people of the gazetteer: "ABN Amro", "Facebook", "de Volkskrant".

    What it knows under one top class alone, no place among it, has that class, and takes the
    place of shorter names in it; a product keeps what the tagger added ("MacBook Air"). A
    single word that the tagger passed over counts where the tags call it a proper noun, and
    opens no sentence; a last name counts where the tagger saw a place or thing ("Kaag"). Left
    alone: "Chelsea" (a club, a district), "Trump Tower" (the match lies in a longer name).
    """
    known = gazetteer.load()
    out = list(found)
    for start, end, entries in known.longest_matches(sentence.forms):
        tops = {top_class(entry.entity_class) for entry in entries}
        if len(tops) != 1 or tops <= {"Place", "Thing"}:
            continue
        top = next(iter(tops))
        inside = [n for n in found if n.start < end and start < n.end]
        if top == "Product" and [(n.start, n.kind != "Person") for n in inside] == [(start, True)]:
            end = max(end, inside[0].end)
        if not all(start <= n.start and n.end <= end for n in inside):
            continue
        if not inside and not _proper(sentence, start, end):
            continue
        vague = [n.kind for n in inside] in (["Place"], ["Thing"])
        if top == "Person" and end - start == 1 and not vague:
            continue
        out = [n for n in out if n not in inside]
        rest = " ".join(sentence.forms[start + 1 : end])
        if sentence.forms[start] in _ARTICLES and known.lookup(rest)[:1] == entries[:1]:
            start += 1
        out.append(Name(number, start, end, top, f"gazetteer: {entries[0].key}"))
    return out


def _proper(sentence: Tagged, start: int, end: int) -> bool:
    forms, pos = sentence.forms[start:end], sentence.pos[start:end]
    if forms[0] in cues()["none"] or in_capitals(sentence):
        return False
    if end - start > 1:
        capitals = all(form[:1].isupper() for form in forms if len(form) > 3)
        return capitals or any(p in ("PROPN", "X") for p in pos)
    return start > 0 and any(c.isupper() for c in forms[0]) and pos[0] in ("PROPN", "X", "SYM")


@by_sentence
def towns(number: int, sentence: Tagged, found: list[Name]) -> list[Name]:
    """A town that the tagger took for a person or a firm: "in Adana", "de burgemeester van Goes",
    "belegerd Cherson".

    Only what the gazetteer knows as places alone, where the words in front say place; so do
    those that open a headline: "Dodental Adana stijgt", "Wethouder Goes ontkent". Left alone:
    "volgens Goes", "Jan van Goes".
    """
    cue = table("cues.toml")["towns"]
    out = list(found)
    for at, name in enumerate(out):
        if name.kind in ("Place", "Product"):
            continue
        if name.start == 0 and _is_town(sentence, 1, name.end) and _opens(sentence):
            out[at] = Name(number, 1, name.end, "Place", f"town: {sentence.forms[0]}")
            continue
        if name.start == 0 or not _is_town(sentence, name.start, name.end):
            continue
        if name.start == 1 and sentence.forms[0].lower() in cue["of"]:
            out[at] = Name(number, name.start, name.end, "Place", f"town: {sentence.forms[0]}")
            continue
        before = [form.lower() for form in sentence.forms[max(0, name.start - 2) : name.start]]
        inside = before[-1] in cue["before"]
        held = before[-1] in ("van", "aan") and before[0] in (*cue["of"], "bezoek")
        if inside or held:
            out[at] = Name(number, name.start, name.end, "Place", f"town: {before[-1]}")
    return out


def _is_town(sentence: Tagged, start: int, end: int) -> bool:
    """Whether the gazetteer knows these words as places alone."""
    entries = gazetteer.load().lookup(" ".join(sentence.forms[start:end])) if start < end else ()
    return bool(entries) and {entry.entity_class for entry in entries} <= CITIES


def _opens(sentence: Tagged) -> bool:
    """Whether the first word of a headline is a noun, and no first name."""
    first = sentence.forms[0].lower()
    cue = table("cues.toml")["towns"]
    return first in cue["of"] or is_nominal_event(first) or first.endswith(tuple(cue["ends"]))
