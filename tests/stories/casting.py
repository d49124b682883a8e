"""Who plays in a world: slots of a story -> names with their truth ids.

Cities come in turn from the pools of their countries, so that a city comes back only after
worlds enough to lie in another period. Names of people repeat between slots, cities and
countries as they do in life; one slot never gives one full name twice.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_FIRM_STRIDE = 467  # coprime to the 3,000 names of firms: neighbours do not look alike
_NAME_STRIDE = 101  # a prime that divides the number of full names of no country


@cache
def pools() -> dict[str, Any]:
    """``cast/pools.toml``, as it stands there."""
    path = Path(__file__).parent / "cast" / "pools.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def listed(text: str) -> list[str]:
    """The parts of a list written with commas."""
    return [" ".join(part.split()) for part in text.split(",")]


def draw(*key: object) -> int:
    """A number that depends on ``key`` alone: the same on every machine."""
    return int.from_bytes(sha256("|".join(map(str, key)).encode()).digest()[:6], "big")


@dataclass(frozen=True, slots=True)
class Player:
    """A thing with a name: spellings of the full name, of the short one, and more words.

    ``words`` holds what ``{slot.word}`` gives beside the names; ``place`` is the country code.
    """

    id: str
    full: tuple[str, ...]
    short: tuple[str, ...]
    place: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


def city_pool(countries: str) -> list[tuple[str, str]]:
    """(country, spellings) of "UA" or "DE,PL": of each country in turn."""
    lists = [
        [(code, city) for city in listed(pools()["cities"][code])] for code in countries.split(",")
    ]
    longest = max(map(len, lists))
    return [one[i] for i in range(longest) for one in lists if i < len(one)]


def _country(code: str) -> dict[str, str]:
    name, adjective = pools()["countries"][code]
    return {"land": name, "landse": adjective}


def city(countries: str, turn: int) -> Player:
    """The city whose turn it is. The same city has the same id in every world."""
    pool = city_pool(countries)
    code, spellings = pool[turn % len(pool)]
    names = tuple(spellings.split("/"))
    return Player(f"city/{names[0]}", names, names, code, _country(code))


def club(countries: str, turn: int) -> Player:
    """A football club, named after its city; no two worlds share one."""
    home = city(countries, turn)
    pool = city_pool(countries)
    first = listed(pools()["clubs"]["first"])
    name = first[(turn % len(pool) + turn // len(pool)) % len(first)]
    return Player(
        f"club/{name} {home.full[0]}",
        (f"{name} {home.full[0]}",),
        (name,),
        home.place,
        {"stad": home.full[0]},
    )


def firm(id: str, turn: int) -> Player:
    """An invented firm; no two worlds share a name."""
    first, second = listed(pools()["firms"]["first"]), listed(pools()["firms"]["second"])
    turn = turn * _FIRM_STRIDE % (len(first) * len(second))
    name = first[turn // len(second)] + second[turn % len(second)]
    return Player(id, (name,), (name,))


def person(id: str, sex: str, code: str, turn: int, rank: int, shared: bool) -> Player:
    """An invented man or woman of a country; those of one turn and another rank have another
    surname. ``shared``: the one of that turn that is at home in several countries."""
    first = listed(pools()[sex][code])
    last = listed(pools()["surnames"]["shared" if shared else code])
    turn = turn * _NAME_STRIDE % (len(first) * len(last))
    given = first[(turn // len(last) + rank * 7) % len(first)]
    surname = last[(turn + (0 if shared else rank)) % len(last)]
    return Player(
        id, (f"{given} {surname}",), (surname[0].upper() + surname[1:],), code, _country(code)
    )


def turns(casts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, int, int]]:
    """(story, slot, rank, how many) of each slot that takes a city or firm: the slots of one
    pool share it in turn. ``casts``: story -> slot -> what it asks for."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for story, cast in casts.items():
        for slot, ask in cast.items():
            kind, _, pool = ask.partition(":")
            if kind in ("city", "club", "firm"):
                wanted.setdefault(pool, []).append((story, slot))
    for slots in wanted.values():
        for rank, (story, slot) in enumerate(slots):
            yield story, slot, rank, len(slots)
