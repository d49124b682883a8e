"""English names of offices in the CC0 tables -> Dutch, and the place that each is held of."""

from __future__ import annotations

import re

import pycountry
from babel import Locale

from training.gazetteer.spelling import russian
from training.gazetteer.things import Book, rows

OF_SOURCE = {
    "united-kingdom-cabinet": "GB",
    "us-cabinet": "US",
    "france-cabinet": "FR",
    "russia-cabinet": "RU",
    "ukraine-cabinet": "UA",
    "belarus-ministers": "BY",
    "netherlands-cabinet": "NL",
    "turkey-ministers": "TR",
}
ORGANISATIONS = {"UN": "Q1065", "EU": "Q458", "European Union": "Q458"}
_MINISTER = re.compile(
    r"(?P<kind>deputy minister|first deputy minister|secretary of state|state secretary|"
    r"minister of state|minister delegate|deputy secretary|secretary|minister|foreign minister)"
    r"s? (?:of|for) (?:state for )?(?P<what>.+)",
    re.IGNORECASE,
)
_LOCAL = (
    (re.compile(r"(?i)governor of (?:the )?(.+)"), "gouverneur"),
    (re.compile(r"(?i)lieutenant governor of (.+)"), "vicegouverneur"),
    (re.compile(r"(?i)mayor of (.+)"), "burgemeester"),
    (re.compile(r"(?i)head of (?:the )?(?:republic of )?(.+?)(?: republic)?"), "leider"),
)
_ARTICLES = {
    "het ": ("Verenigd Koninkrijk",),
    "de ": (
        "Verenigde",
        "Filipijnen",
        "Seychellen",
        "Maldiven",
        "Comoren",
        "Bahama's",
        "Marshalleilanden",
        "Salomonseilanden",
        "Centraal-Afrikaanse",
        "Dominicaanse",
    ),
}
_AREA = re.compile(r" (Oblast|Krai|Republic|Autonomous Okrug|Region)$")


class Positions:
    """The tables of offices, portfolios and countries, looked up by English names."""

    def __init__(self, book: Book, isos: dict[str, str]) -> None:
        self._book, self._isos = book, isos
        self._exact = {(english, of): dutch for english, dutch, of in rows("positions")}
        self._portfolios = dict(rows("portfolios"))
        self._codes = {c.name: c.alpha_2 for c in pycountry.countries}
        self._codes |= {name: code for code, name in Locale("en").territories.items()}
        self._codes |= dict(rows("country_names"))
        self._by_name: dict[tuple[str, str], str] = {}
        for thing in book.things.values():
            if thing.entity_class in ("City", "AdminRegion"):
                region = book.things.get(thing.contained_in)
                country = (region and region.contained_in) or thing.contained_in
                for name in (thing.label, *thing.names):
                    at = (f"{country} {thing.entity_class}", name)
                    other = self._by_name.get(at)
                    if other is None or book.things[other].population < thing.population:
                        self._by_name[at] = thing.key

    def country(self, english: str) -> str:
        """Key of a country by its English name; empty where it is not known."""
        name = english.removeprefix("the ").removeprefix("The ")
        if english in ORGANISATIONS:
            return ORGANISATIONS[english]
        return self._isos.get(self._codes.get(name, self._codes.get(english, "")), "")

    def iso(self, english: str) -> str:
        """ISO code of a country by its English name."""
        return self._codes.get(english.removeprefix("the ").removeprefix("The "), "")

    def place(self, kind: str, name: str, iso: str) -> str:
        """Key of a city or region of a country by English or Dutch name."""
        country = self._isos.get(iso, "")
        name = _AREA.sub("", name)
        return self._by_name.get((f"{country} {kind}", name), "")

    def dutch(self, english: str, source: str, column: str) -> tuple[str, str]:
        """The office in Dutch and the key of what it is held of; empty where it is not known.

        ``source`` and ``column`` are the table's columns: the country's list, or its name.
        """
        iso = OF_SOURCE.get(source) or self.iso(column)
        key = self._isos.get(iso, "") or self.country(column)
        if source == "foreign-ministers-2022" and key not in ORGANISATIONS.values():
            return ("minister van Buitenlandse Zaken", key) if key else ("", "")
        text = english
        if source == "world-leaders" and "Council" not in text:
            text = re.sub(r"(?i) of (?:the )?(?:State of |Republic of )?[A-Z].*$", "", text)
            text = text[:1].upper() + text[1:]
        for of in (iso, ""):
            if found := self._exact.get((text, of)):
                return found, key
        for (name, of), found in self._exact.items():
            if name == text and (of in ORGANISATIONS or of.startswith("Q")):
                return found, ORGANISATIONS.get(of, of)
            if name == text and of == "VA":
                return found, self._isos["VA"]
        if abroad := re.fullmatch(r"(?i)ambassador (?:to|in) (.+)", text):
            host = self.country(abroad[1])
            label = self._book.things[host].label if host in self._book.things else ""
            article = next((a for a, names in _ARTICLES.items() if label.startswith(names)), "")
            return (f"ambassadeur in {article}{label}", key) if label else ("", "")
        for pattern, office in _LOCAL:
            if local := pattern.fullmatch(text):
                kind = "City" if office == "burgemeester" else "AdminRegion"
                place = self.place(kind, local[1], iso)
                return (office, place) if place else ("", "")
        if minister := _MINISTER.fullmatch(text):
            what = self._portfolios.get(minister["what"])
            return (f"{_rank(minister['kind'].lower(), iso)} van {what}", key) if what else ("", "")
        return "", ""


def _rank(kind: str, iso: str) -> str:
    if kind.startswith(("deputy", "first deputy")):
        return "onderminister"
    if kind == "state secretary" or (kind == "minister of state" and iso in ("GB", "FR")):
        return "staatssecretaris"
    return "staatssecretaris" if kind == "secretary of state" and iso == "FR" else "minister"


def dutch_person(name: str) -> str:
    """A Cyrillic "Мальгинов, Олег Сергеевич" as "Oleg Malginov"; others unchanged."""
    if not re.search(r"[а-яА-Я]", name):
        return name
    words = russian(name).replace(",", " ").split()
    given = words[1] if len(words) > 1 else ""
    return f"{given} {words[0]}".strip()
