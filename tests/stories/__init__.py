"""Twenty-six stories over six weeks, told again in as many worlds as wanted, with known truth.

The stories are the ``*.toml`` files beside this module. A world is all of them with its own
cities, people, firms and numbers; world ``n`` starts ``n`` weeks after the first, so that
worlds overlap in time but never in what happens where. A story file holds:

    half = "work"                       # or "report": the half that nobody tunes on
    [cast]                              # who and where
    stad = "city:UA"                    #   a real city; "city:TR,IT" takes the countries in turn
    burgemeester = "man:@stad"          #   an invented man ("woman") of the country of ``stad``
    speler = "namesake:burgemeester"    #   somebody else of the same full name
    minister = "woman:NL,shared"        #   with the one surname that the world's "shared" have
    zelensky = "real:Volodymyr Zelensky/Volodymyr Zelenski"
    post = "pick:Landbouw,Visserij"     #   plain words, in turn; no mention of anything
    ronde = "pool:parties"              #   a table of cast/pools.toml: ``{ronde.name.0}``
                                        #   also "firm:", "club:BE"
    [numbers]
    doden = [5, 9]                      # drawn from this range
    doden_later = ["doden", 2, 6]       # so many more than ``doden``
    [events]
    aanval = { day = 1, part_of = "oorlog" }      # days from the start of the world
    oorlog = { day = -18, id = "war/ukraine" }    # ``id``: one event in all worlds
    [[article]]
    day = 2
    source = "De Morgenpost"
    title = "..."
    text = "..."

Titles and texts are templates:

    [beschoten|aanval]    the head word of a mention of the event (or the name of a player)
    {stad}, {mayor.kort}  full and short name: each a mention of that entity
    {stad.landse}         another word of the player; {doden}, {doden.cijfer} a number
    {dag:aanval}          "maandag", "vorige week dinsdag", "op 12 april"; also ``ochtend``,
                          ``avond``, ``nacht`` ("maandagavond"), ``van`` ("van maandag"),
                          ``kaal`` ("maandag", "12 april"), ``datum`` ("12 april") and
                          ``week`` ("ruim twee weken geleden")
    <meldt/bericht>       one of these, by world
    {Dag:aanval}          a capital makes a capital

A truth id is shared by exactly the mentions of one event or thing. That it is denied, asked
about or planned makes it no other event. Marked is the head word: the noun of a nominal event
("sloten een [akkoord]"), else the verb, without its particle. Verbs of saying and verbs that
only point back ("toen dat gebeurde") are not marked. What exists outside the worlds (cities,
clubs, the real war) has one id in all of them; the rest begins with its world:
``w0003/brand/brand``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from kg.model import Document
from tests.stories import casting, wording
from tests.stories.casting import Player

__all__ = ["Article", "Mark", "corpus", "long_events", "players", "stories", "world"]

FIRST = date(2022, 3, 14)  # a Monday, as is the first day of every world
APART = timedelta(days=7)

_CHOICE = re.compile(r"<([^<>]+/[^<>]+)>")
_MARKUP = re.compile(r"\[(?P<words>[^\[\]|]+)\|(?P<id>\w+)\]|\{(?P<slot>[^{}]+)\}")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """That ``text[start:end]`` mentions the event or thing ``id``."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Article:
    """A rendered article: the document, what its words mention, where it comes from."""

    document: Document
    events: tuple[Mark, ...]
    entities: tuple[Mark, ...]
    story: str
    half: str


@cache
def stories() -> dict[str, dict[str, Any]]:
    """Name -> story, as the files say it, sorted by name."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


@cache
def _turns() -> dict[tuple[str, str], tuple[int, int]]:
    casts = {name: story["cast"] for name, story in stories().items()}
    return {(story, slot): (rank, of) for story, slot, rank, of in casting.turns(casts)}


def _start(number: int) -> date:
    return FIRST + APART * number


def _event_id(number: int, story: str, event: str) -> str:
    outside: str | None = stories()[story]["events"][event].get("id")
    return outside or f"w{number:04}/{story}/{event}"


def players(number: int, story: str) -> dict[str, Player]:
    """Slot -> who plays it in world ``number``."""
    cast: dict[str, Player] = {}
    people: Counter[str] = Counter()
    for slot, ask in stories()[story]["cast"].items():
        kind, _, wish = ask.partition(":")
        id = f"w{number:04}/{story}/{slot}"
        rank, of = _turns().get((story, slot), (0, 1))
        turn = number * of + rank
        if kind == "city":
            cast[slot] = casting.city(wish, turn)
        elif kind == "club":
            cast[slot] = casting.club(wish, turn)
        elif kind == "firm":
            cast[slot] = casting.firm(id, turn)
        elif kind in ("man", "woman"):
            code, _, shared = wish.partition(",")
            code = cast[code[1:]].place if code.startswith("@") else code
            own = casting.draw(story) + number
            cast[slot] = casting.person(id, f"{kind[:-2]}en", code, own, people[code], bool(shared))
            people[code] += 1
        elif kind == "namesake":
            other = cast[wish]
            cast[slot] = Player(id, other.full, other.short, other.place, other.words)
        elif kind == "real":
            full = tuple(wish.split("/"))
            cast[slot] = Player(f"person/{full[0]}", full, tuple(name.split()[-1] for name in full))
        elif kind == "pick":
            words = casting.listed(wish)
            cast[slot] = Player("", (words[number % len(words)],), ())
        elif kind == "pool":
            table = casting.pools()[wish]
            row = table[number % len(table)]
            words_of = {f"{key}.{i}": word for key in row for i, word in enumerate(row[key])}
            cast[slot] = Player("", (), (), words=words_of)
        else:
            raise ValueError(f"{story}: {slot} asks for {ask!r}; see the docstring of the module")
    return cast


def _numbers(number: int, story: str) -> dict[str, int]:
    drawn: dict[str, int] = {}
    for name, (*base, low, high) in stories()[story].get("numbers", {}).items():
        more = low + casting.draw(number, story, name) % (high - low + 1)
        drawn[name] = more + sum(drawn[one] for one in base)
    return drawn


def _told(how: str, day: date, published: date) -> str:
    """An expression for ``day``: ``how`` is the word before the colon in ``{dag:aanval}``."""
    if how == "dag":
        return wording.on_day(day, published)
    if how in ("ochtend", "middag", "avond", "nacht"):
        return wording.on_day(day, published, how)
    if how == "van":
        return f"van {wording.day_of(day, published)}"
    if how == "kaal":
        return wording.day_of(day, published)
    if how == "datum":
        return wording.date_of(day, published)
    if how == "week":
        return wording.week_of(day, published)
    raise ValueError(f"no slot {how!r} for days")


def _flowed(text: str) -> str:
    """Paragraphs are parted by an empty line; other line ends are spaces."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _article(number: int, name: str, at: int) -> Article:
    story = stories()[name]
    told = story["article"][at]
    published = _start(number) + timedelta(days=told["day"])
    cast, numbers, events = players(number, name), _numbers(number, name), story["events"]
    spelling = casting.pools()["papers"][told["source"]]
    marks: dict[str, list[Mark]] = {"event": [], "entity": []}

    def chosen(match: re.Match[str]) -> str:
        words = match[1].split("/")
        return words[casting.draw(number, name, at, match.start()) % len(words)]

    def slot(key: str) -> tuple[str, str]:
        """The words of a slot, and the id of the entity that they mention ("" for none)."""
        if ":" in key:
            how, event = key.split(":")
            day = _start(number) + timedelta(days=events[event]["day"])
            return _told(how, day, published), ""
        key, _, word = key.partition(".")
        if key in numbers:
            return str(numbers[key]) if word else wording.number(numbers[key]), ""
        player = cast[key]
        if word and word != "kort":
            return player.words[word], ""
        names = player.short if word else player.full
        return names[spelling % len(names)], player.id

    template = _CHOICE.sub(chosen, _flowed(told["title"]) + "\n\n" + _flowed(told["text"]))
    text, end = "", 0
    for match in _MARKUP.finditer(template):
        text += template[end : match.start()]
        end = match.end()
        if match["slot"]:
            key = match["slot"]
            words, id = slot(key[0].lower() + key[1:])
            words = words[0].upper() + words[1:] if key[0].isupper() else words
            kind = "entity"
        else:
            words, key = match["words"], match["id"]
            kind = "event" if key in events else "entity"
            id = _event_id(number, name, key) if kind == "event" else cast[key].id
        if id:
            marks[kind].append(Mark(len(text), len(text) + len(words), id))
        text += words
    text += template[end:]
    document = Document(
        id=f"w{number:04}-{name}-{at + 1}",
        text=text,
        title=text.partition("\n")[0],
        published=published,
        source=told["source"],
    )
    return Article(
        document, tuple(marks["event"]), tuple(marks["entity"]), name, str(story["half"])
    )


def world(number: int) -> list[Article]:
    """The articles of one world in the order of their days: the same for the same number."""
    told = [
        _article(number, name, at)
        for name, story in stories().items()
        for at in range(len(story["article"]))
    ]
    return sorted(told, key=lambda one: (str(one.document.published), one.document.id))


def corpus(articles: int) -> Iterator[Article]:
    """So many articles, world after world."""
    return islice(chain.from_iterable(world(number) for number in count()), articles)


def long_events(number: int) -> dict[str, str]:
    """Truth id of an event -> that of the longer event that it is part of."""
    return {
        _event_id(number, name, event): _event_id(number, name, told["part_of"])
        for name, story in stories().items()
        for event, told in story["events"].items()
        if "part_of" in told
    }
