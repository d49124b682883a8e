"""The shipped tables: sorted, complete, sourced."""

from __future__ import annotations

import re
from decimal import Decimal

from kg import gazetteer
from kg.gazetteer import fold, lines_of
from kg.vocab import ENTITY_CLASSES

GAZETTEER = gazetteer.load()
THINGS = [line.split("\t") for line in lines_of("things")]
KEYS = {row[0] for row in THINGS}
SOURCES = {line.split("\t")[0]: line.split("\t")[1:] for line in lines_of("sources")}
LIMIT = 15 * 1024 * 1024


def test_tables_are_sorted_and_without_doubles() -> None:
    for table in ("things", "names", "demonyms", "offices", "sources"):
        lines = lines_of(table)
        assert lines == sorted(set(lines)), table
    assert len(KEYS) == len(THINGS)


def test_rows_are_well_formed() -> None:
    for key, label, kind, ids, lat, lon, inside, people, source in THINGS:
        assert re.fullmatch(r"Q[1-9]\d*|geonames:\d+|kg:[a-z0-9-]+", key), key
        assert label and kind in ENTITY_CLASSES, key
        assert re.fullmatch(r"((Q[1-9]\d*|\d+)( |$))*", ids), key
        assert not inside or inside in KEYS, (key, inside)
        assert bool(lat) == bool(lon), key
        assert not lat or (abs(Decimal(lat)) <= 90 and abs(Decimal(lon)) <= 180), key
        assert not people or int(people) > 0, key
        assert source and set(source.split("+")) <= set(SOURCES), key


def test_identity_is_given_once_and_is_the_key() -> None:
    seen: dict[str, str] = {}
    for key, _, _, ids, *_ in THINGS:
        for identity in ids.split():
            assert seen.setdefault(identity, key) == key, identity
        if key[0] == "Q":
            assert key in ids.split()
        elif key.startswith("geonames:"):
            assert ids == key.removeprefix("geonames:")
        else:
            assert not ids, key


def test_identifiers_never_stand_on_own_knowledge_alone() -> None:
    for key, _, _, ids, _, _, _, _, source in THINGS:
        assert not ids or set(source.split("+")) - {"O"}, key


def test_names_and_words_point_to_things() -> None:
    for line in lines_of("names"):
        name, keys = line.split("\t")
        assert name == fold(name) and set(keys.split(" ")) <= KEYS, name
    for line in lines_of("demonyms"):
        word, kind, key = line.split("\t")
        assert word[0].isupper() or word.startswith("'") or not word[0].isalpha(), word
        assert kind in ("a", "i") and key in KEYS, word
    for line in lines_of("offices"):
        person, position, of, start, end = line.split("\t")
        assert person in KEYS and of in KEYS and position, line
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", start), line
        assert re.fullmatch(r"~?(\d{4}(-\d\d){0,2})?", end), line


def test_every_country_has_name_adjective_and_inhabitants() -> None:
    words: dict[str, set[str]] = {}
    for line in lines_of("demonyms"):
        _, kind, key = line.split("\t")
        words.setdefault(key, set()).add(kind)
    named = {key for line in lines_of("names") for key in line.split("\t")[1].split(" ")}
    countries = [row for row in THINGS if row[2] == "Country" and "I" in row[8].split("+")]
    assert len(countries) == 250
    assert all(row[0] in named and row[3].startswith("Q") for row in countries)
    populous = [row for row in countries if int(row[7] or 0) >= 100_000]
    lacking = {row[1] for row in populous if words.get(row[0], set()) != {"a", "i"}}
    assert lacking <= {"Guernsey", "Congo-Brazzaville"}, lacking


def test_tables_are_small() -> None:
    folder = gazetteer.DATA
    assert sum(path.stat().st_size for path in folder.iterdir()) <= LIMIT


def test_sources_have_licences() -> None:
    for code, (name, licence, url) in SOURCES.items():
        assert name and licence and url, code
    for entry in map(GAZETTEER.get, ("Q212", "kg:zwarte-zee", "Q7747", "geonames:707565")):
        assert entry
        assert set(entry.source.split("; ")) <= {row[0] for row in SOURCES.values()}
