"""Spelling -> things of the world: places, people, organisations with Dutch names.

The tables under ``data/nl/gazetteer`` are made by ``python -m training.gazetteer`` and stay
sorted lines of text: a lookup is a bisection, and an ``Entry`` is built only when it is asked
for. ``docs/gazetteer.md`` tells what stands in them and where it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"

_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"\u00ad": None, "\u200b": None}
)
_TIGHT = re.compile(r" ?([-'./&]) ?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the world.

    ``key`` is its Wikidata QID, else ``geonames:<id>``, else ``kg:<slug>``. ``label`` is the
    Dutch name, ``entity_class`` a local name in ``vocab.ENTITY_CLASSES``, ``same_as`` IRIs at
    Wikidata and GeoNames, ``contained_in`` the key of the country or region around it,
    ``population`` 0 where it is not known, ``source`` the names in ``sources.tsv``.
    """

    key: str
    label: str
    entity_class: str
    same_as: tuple[str, ...] = ()
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    contained_in: str | None = None
    population: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """That a person held a position.

    ``position`` is Dutch, without article ("minister van Defensie"); ``country`` is the key of
    the country, region, city or organisation. A year or month alone counts from its first to
    its last day. ``end`` is None where none is known; the source of the row then vouches for
    the office up to ``known_until`` (None: up to today).
    """

    person: str
    position: str
    country: str
    start: date | None
    end: date | None
    known_until: date | None = None


def fold(name: str) -> str:
    """The spelling that names are compared in.

    NFC; one kind of apostrophe and of hyphen; no soft hyphens; single spaces, and none beside
    ``- ' . / &``, so that tokens joined by spaces compare equal to the name as written. Upper
    and lower case, accents and full stops stay.
    """
    text = unicodedata.normalize("NFC", name).translate(_ALIKE)
    return _TIGHT.sub(r"\1", " ".join(text.split()))


def _day(text: str, last: bool) -> date | None:
    """ "2007", "2007-11" or "2007-11-05" as a day: the first, or the last, that it can mean."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if not last:
        return date(parts[0], parts[1] if len(parts) > 1 else 1, 1)
    following = date(parts[0] + 1, 1, 1)
    if len(parts) == 2 and parts[1] < 12:
        following = date(parts[0], parts[1] + 1, 1)
    return following - timedelta(days=1)


class Gazetteer:
    """Names, adjectives, inhabitants and offices; see the methods.

    Args:
        things: sorted lines ``key, label, class, identities, lat, lon, in, population, source``.
        names: sorted lines ``folded name, keys`` (most prominent first, separated by spaces).
        demonyms: lines ``word, a|i, key``: adjectives and inhabitants.
        terms: lines ``person, position, country, start, end``; an end such as ``~2022-07-19``
            is the day up to which an open term is known.
        sources: lines ``code, name, licence, url``.
    """

    def __init__(
        self,
        things: list[str],
        names: list[str],
        demonyms: Iterable[str],
        terms: Iterable[str],
        sources: Iterable[str],
    ) -> None:
        self._things = things
        self._names = names
        self._demonyms = demonyms
        self._terms = terms
        self._sources = dict(line.split("\t", 2)[:2] for line in sources)
        self._words: dict[tuple[str, str], str] | None = None
        self._held: dict[str, list[Office]] | None = None
        self._holders: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
        self._entries: dict[str, Entry | None] = {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All things of exactly this spelling (see ``fold``), the most prominent first."""
        return self._exactly(fold(name))

    def get(self, key: str) -> Entry | None:
        """The thing with this key, or None."""
        if key not in self._entries:
            at = bisect_left(self._things, key + "\t")
            found = at < len(self._things) and self._things[at].startswith(key + "\t")
            self._entries[key] = self._entry(self._things[at]) if found else None
        return self._entries[key]

    def adjective(self, word: str) -> Entry | None:
        """The country, region or city of an adjective: "Oekraïense", "Brusselse"; else None.

        The capital counts: "russische" is none.
        """
        return self._demonym(word, "a")

    def inhabitants(self, word: str) -> Entry | None:
        """The country, region or city of its people: "Nederlanders", "Rus"; else None."""
        return self._demonym(word, "i")

    def offices(self, person_key: str) -> tuple[Office, ...]:
        """What a person has been, the earliest first; empty where nothing is known."""
        return tuple(self._terms_by_person().get(person_key, ()))

    def holders(self, country_key: str, position: str, on: date) -> tuple[Entry, ...]:
        """Who surely held a position on a day, the last to take office first.

        A term known by its year alone counts from the end of its first year to the start of
        its last; an open term up to the day for which its source vouches.

        Args:
            country_key: key of the country or organisation.
            position: in Dutch as in ``Office.position``: "premier", "president".
            on: the day, usually that of the article.
        """
        self._terms_by_person()
        terms = self._holders.get((country_key, position), ())
        held = sorted(((since, who) for since, to, who in terms if since <= on <= to), reverse=True)
        found = (self.get(key) for key in dict.fromkeys(who for _, who in held))
        return tuple(entry for entry in found if entry)

    def longest_matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Names in a row of token texts: from left to right, each the longest, not overlapping.

        Yields:
            index of the first word, index after the last, and what ``lookup`` gives.
        """
        start = 0
        while start < len(words):
            best, end = None, start
            while end < len(words):
                end += 1
                so_far = fold(" ".join(words[start:end]))
                at = bisect_left(self._names, so_far)
                if not so_far or at == len(self._names) or not self._names[at].startswith(so_far):
                    break
                if self._names[at].startswith(so_far + "\t"):
                    best = (start, end, so_far)
            if best:
                yield best[0], best[1], self._exactly(best[2])
                start = best[1]
            else:
                start += 1

    def _exactly(self, folded: str) -> tuple[Entry, ...]:
        at = bisect_left(self._names, folded + "\t")
        if at == len(self._names) or not self._names[at].startswith(folded + "\t"):
            return ()
        found = (self.get(key) for key in self._names[at].split("\t")[1].split(" "))
        return tuple(entry for entry in found if entry)

    def _entry(self, line: str) -> Entry:
        key, label, kind, ids, lat, lon, inside, people, source = line.split("\t")
        return Entry(
            key=key,
            label=label,
            entity_class=kind,
            same_as=tuple(
                WIKIDATA + i if i[0] == "Q" else i if ":" in i else f"{GEONAMES}{i}/"
                for i in ids.split()
            ),
            latitude=Decimal(lat) if lat else None,
            longitude=Decimal(lon) if lon else None,
            contained_in=inside or None,
            population=int(people or 0),
            source="; ".join(self._sources.get(code, code) for code in source.split("+")),
        )

    def _demonym(self, word: str, kind: str) -> Entry | None:
        if self._words is None:
            rows = (line.split("\t") for line in self._demonyms)
            self._words = {(row[0], row[1]): row[2] for row in rows}
        key = self._words.get((fold(word), kind))
        return self.get(key) if key else None

    def _terms_by_person(self) -> dict[str, list[Office]]:
        if self._held is None:
            held, holders = defaultdict(list), defaultdict(list)
            for line in self._terms:
                person, position, country, start, end = line.split("\t")
                until = end.startswith("~")
                last = _day(end.removeprefix("~"), True)
                held[person].append(
                    Office(
                        person,
                        position,
                        country,
                        _day(start, False),
                        None if until else last,
                        last if until else None,
                    )
                )
                sure = _day(start, True) or date.min, _day(end.removeprefix("~"), until) or date.max
                holders[country, position].append((*sure, person))
            self._held, self._holders = dict(held), dict(holders)
        return self._held
