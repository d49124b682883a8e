"""The corpus with known truth is what it says it is."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kg import gazetteer
from tests.stories import casting, corpus, long_events, players, stories, wording, world

WORLDS = range(200)
MONDAY = date(2022, 3, 14)
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def test_stories_and_halves() -> None:
    halves = Counter(story["half"] for story in stories().values())
    assert halves == {"work": 18, "report": 8}
    assert min(len(story["article"]) for story in stories().values()) >= 4
    assert sum(len(story["article"]) for story in stories().values()) >= 112


@pytest.mark.parametrize("number", [0, 1, 7, 150])
def test_marks_give_the_marked_words(number: int) -> None:
    for article in world(number):
        text = article.document.text
        assert not re.search(r"[\[\]{}|<>]|  |\bNone\b", text), text
        assert article.document.title == text.split("\n\n")[0]
        assert 45 <= len(text.split()) <= 200, article.document.id
        names = {
            player.id: {*player.full, *player.short}
            for player in players(number, article.story).values()
        }
        for mark in article.entities:
            words = text[mark.start : mark.end]
            assert words in {name[0].upper() + name[1:] for name in names[mark.id]} | names[mark.id]
        for mark in article.events:
            assert re.fullmatch(r"[\w-]+", text[mark.start : mark.end])
        marks = sorted((*article.events, *article.entities))
        assert all(one.end <= other.start for one, other in pairwise(marks))


def test_every_event_is_mentioned_and_sub_events_have_their_long_event() -> None:
    for name, story in stories().items():
        told = Counter(re.findall(r"\|(\w+)\]", str(story["article"])))
        unmarked = set(story["events"]) - set(told)
        assert unmarked <= {"gerucht"}, (name, unmarked)
        longer = {event["part_of"] for event in story["events"].values() if "part_of" in event}
        assert longer <= set(story["events"])
    assert long_events(3)["w0003/beschieting/flat"] == "war/ukraine"


def test_the_same_number_gives_the_same_world() -> None:
    first = world(5)
    stories.cache_clear()
    casting.pools.cache_clear()
    assert world(5) == first


def test_ten_thousand_articles() -> None:
    ids: set[str] = set()
    days: dict[str, tuple[date, str]] = {}
    for article in corpus(10_000):
        assert article.document.published is not None
        ids.add(article.document.id)
        for mark in article.events:
            days.setdefault(mark.id, (article.document.published, article.story))
    assert len(ids) == 10_000
    assert len(days) > 10_000  # distinct events


def test_no_city_firm_or_club_is_in_two_worlds_at_a_time() -> None:
    last: dict[str, int] = {}
    names: dict[str, tuple[int, str]] = {}
    for number in WORLDS:
        here = [player for name in stories() for player in players(number, name).values()]
        cities = [player.id for player in here if player.id.startswith("city/")]
        cities += [f"city/{p.words['stad']}" for p in here if p.id.startswith("club/")]
        assert len(cities) == len(set(cities))
        for city in cities:
            assert number - last.get(city, -6) >= 6, (city, number)
            last[city] = number
        for player in here:
            if "firm:" in stories_ask(player.id) or player.id.startswith("club/"):
                assert names.setdefault(player.full[0], (number, player.id)) == (number, player.id)


def stories_ask(id: str) -> str:
    """What the slot of a truth id asks for; "" for things outside the worlds."""
    parts = id.split("/")
    return str(stories()[parts[1]]["cast"][parts[2]]) if len(parts) == 3 else ""


def test_people_of_one_name() -> None:
    """In one story a surname is shared only where the story wants it; between worlds the same
    full name comes back for somebody else in another part."""
    homonyms: dict[str, list[str]] = {}
    given: set[tuple[str, str, tuple[str, ...]]] = set()
    for number in WORLDS:
        for name, story in stories().items():
            people = {
                slot: player
                for slot, player in players(number, name).items()
                if re.match("(wo)?man:", story["cast"][slot])
                and "shared" not in story["cast"][slot]
            }
            assert len({player.short for player in people.values()}) == len(people)
            for slot, player in people.items():
                assert (name, slot, player.full) not in given
                given.add((name, slot, player.full))
                homonyms.setdefault(player.full[0], []).append(player.place)
    assert sum(len(places) > 1 for places in homonyms.values()) > 100
    assert sum(len(set(places)) > 1 for places in homonyms.values()) > 10


def test_cities_are_known() -> None:
    """Every spelling is first of all the city, in its country, to kg itself."""
    known = gazetteer.load()
    for code in casting.pools()["cities"]:
        for _, spellings in casting.city_pool(code):
            keys = set()
            for spelling in spellings.split("/"):
                found = known.lookup(spelling)
                assert found, spelling
                assert found[0].entity_class == "City", spelling
                keys.add(found[0].key)
            assert len(keys) == 1, spellings


@pytest.mark.parametrize("weekday", range(7))
def test_days_are_right_and_unlike(weekday: int) -> None:
    published = MONDAY + timedelta(days=weekday)
    said: dict[str, date] = {}
    for distance in range(-200, 200):
        day = published - timedelta(days=distance)
        words = wording.day_of(day, published)
        assert said.setdefault(words, day) == day, words
        if words.split()[-1] in WEEKDAYS:
            assert words.split()[-1] == WEEKDAYS[day.weekday()]
            assert -13 <= distance <= 13
        else:
            assert words.startswith(f"{day.day} ")


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (0, "woensdag"),
        (2, "maandag"),
        (3, "zondag"),
        (5, "vorige week vrijdag"),
        (9, "vorige week maandag"),
        (10, "op 6 maart"),
        (-1, "donderdag"),
        (-4, "aanstaande zondag"),
        (-7, "volgende week woensdag"),
        (400, "op 9 februari 2021"),
    ],
)
def test_days_from_a_wednesday(distance: int, expected: str) -> None:
    published = date(2022, 3, 16)
    assert wording.on_day(published - timedelta(days=distance), published) == expected


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (1, "deze week"),
        (6, "vorige week"),
        (10, "ruim een week geleden"),
        (14, "twee weken geleden"),
        (17, "ruim twee weken geleden"),
        (27, "bijna vier weken geleden"),
    ],
)
def test_weeks_from_a_wednesday(distance: int, expected: str) -> None:
    published = date(2022, 3, 16)
    assert wording.week_of(published - timedelta(days=distance), published) == expected


def test_numbers() -> None:
    assert [wording.number(n) for n in (2, 20, 21, 1250)] == ["twee", "twintig", "21", "1.250"]
