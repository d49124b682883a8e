"""Whose words, which numbers, which names for one thing: what the page compares."""

from __future__ import annotations

from typing import Any

import pytest

from kg.export.framing import differ, last_word
from kg.export.network import page_data
from kg.export.parties import PAPER, Parties, Voice
from kg.export.passages import Passages
from kg.export.triples import Triples
from kg.lexicon import table
from tests.export.page_news import news
from tests.export.page_sample import Sample
from tests.export.page_strike import STRIKE, strike


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return page_data(strike())


def named(data: dict[str, Any], number: int) -> str:
    return str(data["things"][number]["label"]) if number >= 0 else "(krant)"


def test_words_of_each_party_for_one_event(data: dict[str, Any]) -> None:
    war, attack = sorted(
        (frame for frame in data["frames"] if "node" in frame),
        key=lambda frame: named(data, frame["node"]),
        reverse=True,
    )
    assert named(data, attack["node"]) == STRIKE
    told = {(named(data, who), word, quoted) for who, word, _, quoted, _ in war["words"]}
    assert told == {
        ("(krant)", "inval", 0),
        ("Ivan Radek", "operatie", 1),
        ("Olha Petrenko", "oorlog", 0),
    }


def test_a_kind_is_not_told_again_where_a_node_tells_it(data: dict[str, Any]) -> None:
    assert [frame for frame in data["frames"] if "kind" in frame] == []


def test_numbers_of_one_event_by_date_and_source(data: dict[str, Any]) -> None:
    (toll,) = data["tolls"]
    assert toll["unit"] == "dode"
    assert [(named(data, who), value, how) for _, who, value, how, _ in toll["rows"]] == [
        ("Olha Petrenko", 22, "AtLeast"),
        ("brandweer", 25, "Exactly"),
        ("(krant)", 24, "Exactly"),
    ]


def test_an_article_without_disagreement_compares_nothing() -> None:
    assert page_data(news())["tolls"] == []


def test_the_innermost_claim_around_words_decides_whose_they_are() -> None:
    triples = Triples(strike())
    parties = Parties(triples, Passages(triples))
    voices = {
        triples.one(mention, "nif:anchorOf"): parties.of(mention)
        for mention in triples.with_type("nif:Phrase")
    }
    assert voices["zeker 22"].speaker.rsplit("/", 1)[1].startswith("olha-petrenko")
    assert voices["operatie"].literal and not voices["oorlog"].literal
    assert voices["inval"] == PAPER == Voice("", literal=False)


def test_the_head_word_is_the_last_one() -> None:
    assert last_word("de Russische operatie") == "operatie"
    assert last_word("nazi’s") == "nazi’s"
    assert last_word("Het station van Charkov") == "station"
    assert last_word("van de stad") == "stad"
    assert last_word("—") == "—"


def test_parties_that_use_the_same_words_do_not_differ() -> None:
    assert differ([(1, "oorlog"), (2, "invasie")])
    assert differ([(1, "oorlog"), (1, "inval"), (2, "oorlog"), (2, "strijd")])
    assert not differ([(1, "stad"), (2, "stad"), (2, "havenstad")])
    assert not differ([(1, "oorlog"), (2, "oorlog")])
    assert not differ([(1, "oorlog"), (1, "invasie")])


def test_the_words_of_a_kind_are_small_letters_and_more_than_one() -> None:
    for kind, words in table("framing.toml")["kinds"].items():
        assert len(words) > 1 and len(words) == len(set(words)), kind
        assert all(word == word.lower() and last_word(word) == word for word in words), kind


def test_words_of_one_kind_in_one_article_are_compared_without_a_merge() -> None:
    s = Sample()
    s.document("d", "Rede", "2031-05-06", "De invasie duurt. “De operatie slaagt”, zegt Radek.")
    radek = s.entity("Radek", "Person", [s.mention("d", "Radek", 0, "Name")])
    for word, speaker in (("invasie", ""), ("operatie", radek)):
        trigger = s.mention("d", word)
        event = s.event(word, [], trigger)
        who = {"kg__speaker": speaker} if speaker else {}
        s.claim(event, "d", kg__aboutMention=trigger, gaf__denotedBy=trigger, **who)
    (frame,) = page_data(s.store)["frames"]
    assert frame["kind"] == "oorlog of operatie" and frame["doc"] == 0
    assert [use[1] for use in frame["words"]] == ["invasie", "operatie"]


def test_verbs_tell_that_it_happened_and_name_nothing(data: dict[str, Any]) -> None:
    (attack,) = (f for f in data["frames"] if f.get("node") is not None
                 and named(data, f["node"]) == STRIKE)  # fmt: skip
    assert {word for _, word, *_ in attack["words"]} == {"aanval", "inslag"}
