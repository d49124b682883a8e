"""CC0 tables of politicians and own rows -> people with Dutch spellings and terms of office."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from training.gazetteer.attested import Attested
from training.gazetteer.friends import Friends
from training.gazetteer.names_nl import variants
from training.gazetteer.positions import Positions, dutch_person
from training.gazetteer.things import Book, Thing, parts, plain, rows, slug

SLAVIC = {"russia-cabinet": True, "ukraine-cabinet": False, "belarus-ministers": True}
PROMINENT = re.compile(
    r"president|premier|vicepresident|bondskanselier|opperste leider|koning(in)?|buitenlandchef|"
    r"secretaris-generaal|minister van (Buitenlandse Zaken|Defensie|Financiën)|directeur-generaal"
)
# Names there are not "given name, surname": no surname alone.
FAMILY_FIRST = frozenset(
    [
        "CN",
        "KR",
        "KP",
        "VN",
        "TW",
        "KH",
        "MM",
        "LA",
        "BT",
        "TH",
        "TL",
        "HK",
        "MN",
        "AE",
        "SA",
        "QA",
        "KW",
        "BH",
        "OM",
        "MR",
        "ET",
        "ER",
    ]
)
_TITLES = re.compile(
    r",.*$|^(Dr\.?|"
    r"Sir|Dame|Lord|Baroness|General|King|Queen|Prince|Sheikh|Archbishop|Pope) | \(.*\)$"
    r"| of (the )?[A-Z].*$| (Jr\.?|Sr\.?|II+)$"
)
_PARTICLES = r"(?:(?:van|von|de|der|den|di|da|del|della|dos|du|le|la|el|al|bin|ten|ter|te|'t) )+"


@dataclass(slots=True)
class _Person:
    name: str
    sources: set[str] = field(default_factory=set)
    terms: set[tuple[str, str, str, str]] = field(default_factory=set)


def _lines(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]


def surname(name: str) -> str:
    """ "Ursula von der Leyen" -> "Von der Leyen", "Liz Truss" -> "Truss"; empty where none."""
    found = re.fullmatch(rf"\S+ (?:\S\. )*({_PARTICLES})?([^\s]+)", name)
    if not found:
        return ""
    last = (found[1] or "") + found[2]
    return last[:1].upper() + last[1:]


def _politicians(table: Path, positions: Positions) -> dict[str, _Person]:
    """QID -> person with the terms that could be put into Dutch.

    An end that is missing becomes ``~`` and the last date of that list: open then, not known
    afterwards.
    """
    people: dict[str, _Person] = {}
    until: dict[str, str] = defaultdict(str)
    lines = [line for line in _lines(table) if line[0].startswith("Q")]
    for _, _, _, start, end, source, *_ in lines:
        until[source] = max(
            until[source], *(d for d in (start, end, "2022-06-30") if d[:4] <= "2022")
        )
    for qid, name, position, start, end, source, country, *_ in lines:
        if not name.strip():
            continue
        person = people.setdefault(qid, _Person(dutch_person(name)))
        person.sources.add(source)
        office, of = positions.dutch(position, source, country)
        if office and of:
            person.terms.add((office, of, start, end or f"~{until[source]}"))
    return {qid: person for qid, person in people.items() if any(map(_weighs, person.terms))}


def _weighs(term: tuple[str, str, str, str]) -> bool:
    """Whether an office makes a person worth a row: an ambassador of long ago has too many
    namesakes in the news."""
    return not term[0].startswith("ambassadeur") or term[3].lstrip("~")[:4] >= "2020"


def _full_names(person: _Person) -> tuple[str, list[str]]:
    clean = _TITLES.sub("", _TITLES.sub("", person.name)).strip() or person.name
    spelled = [
        way
        for source in sorted(person.sources & set(SLAVIC))
        for way in variants(plain(clean), SLAVIC[source])
    ]
    label = spelled[0] if spelled else clean
    return label, list(dict.fromkeys([*spelled, clean, plain(clean)]))


def add_people(
    book: Book, tables: Path, isos: dict[str, str], known: Attested, friends: Friends
) -> None:
    """Politicians (Wikidata, CC0) with an office that has a Dutch name, and own rows.

    A surname alone is indexed for heads of state and government, ministers of foreign affairs,
    defence and finance, Dutch ministers, and where a table gives it; not where it is a Dutch
    word, a first name or a place.
    """
    positions = Positions(book, isos)
    people = _politicians(tables / "politicians.tsv", positions)
    for qid, english, *_ in _lines(tables / "persons_nl.tsv"):
        people.setdefault(qid, _Person(english))
    given = {qid: forms.split(";") for qid, _, forms, _ in _lines(tables / "persons_nl.tsv")}
    own = _own_rows(people, positions, book, isos)
    weighty = {*isos.values(), "Q1065", "Q458", "Q7184", "Q8880", "Q8886", "Q8901", "Q7804"}
    places = {t.label for t in book.things.values() if t.population > 100_000}
    for key in sorted(people.keys() | own.keys()):
        person = people.get(key, _Person(""))
        label, names = _full_names(person) if person.name else ("", [])
        if key in given:
            label = given[key][0]
            names = [*given[key], *names]
        terms = person.terms
        if key in own:
            label, more, offices = own[key]
            names = [*more, *names]
            held = {(office, of) for office, of, *_ in offices}
            terms = {t for t in terms if (t[0], t[1]) not in held} | offices
        prominent = (
            key in given
            or key in own
            or any(PROMINENT.fullmatch(office) and of in weighty for office, of, *_ in terms)
        )
        names = [name for name in names if name]
        if label and " " not in label and key not in own:
            label = f"koning {label}"
        thing = Thing(
            key=key,
            label=label,
            entity_class="Person",
            source="W+O" if key in own and key[0] == "Q" else "W" if key[0] == "Q" else "O",
            ids=[key] if key[0] == "Q" else [],
            weight=5e5 if prominent else 1e5,
            names=[name for name in dict.fromkeys(names) if " " in name or key in own | given],
        )
        countries = {of for _, of, *_ in terms}
        away = {isos.get(iso) for iso in FAMILY_FIRST}
        if (prominent or isos["NL"] in countries) and not countries & away:
            for name in [label, *names]:
                last = surname(name)
                if last and not _common(last, known, friends) and last not in places:
                    thing.minor.append(last)
        book.add(thing)
        book.terms.update((key, *term) for term in terms)


def _common(word: str, known: Attested, friends: Friends) -> bool:
    lower = word.lower()
    return (
        len(word) < 3
        or known.words[lower] > 0
        or lower in friends.nouns
        or known.first_names[word] >= 3
        or word in friends.taken
    )


def _around(book: Book, keys: set[str]) -> set[str]:
    """The keys and those of what they lie in: a party's country, a city's region and country."""
    found: set[str] = set()
    while keys - found:
        found |= keys
        keys = {book.things[key].contained_in for key in keys if key in book.things} - {""}
    return found


def _own_rows(
    people: dict[str, _Person], positions: Positions, book: Book, isos: dict[str, str]
) -> dict[str, tuple[str, list[str], set[tuple[str, str, str, str]]]]:
    """Key -> label, names and offices of ``people.tsv``; a person of the CC0 tables with the
    very same name, and an office in one of the same countries, is that person."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for qid, person in people.items():
        for name in {person.name, *_full_names(person)[1]}:
            by_name[plain(name).lower()].append(qid)
    labels: dict[str, tuple[float, str]] = {}
    for thing in book.things.values():
        for name in (thing.label, *thing.names):
            labels[name] = max(labels.get(name, (-1.0, "")), (thing.weight, thing.key))
    found = {}
    for key, label, names, held in rows("people"):
        offices = set()
        for cell in parts(held):
            office, of, start, end = (part.strip() for part in cell.split("@"))
            target = isos.get(of) or (
                of if re.fullmatch(r"Q\d+", of) else labels.get(of, (0, ""))[1]
            )
            if not target:
                raise ValueError(f"people.tsv: {label}: no place or organisation {of!r}")
            offices.add((office, target, start, end))
        same = {
            qid
            for name in (label, *parts(names))
            if " " in name
            for qid in by_name[plain(name).lower()]
            if {of for _, of, *_ in people[qid].terms} & _around(book, {o[1] for o in offices})
        }
        if not key and len(same) == 1:
            key = same.pop()
        found[key or f"kg:{slug(label)}"] = (label, parts(names), offices)
    return found
