"""The newspaper article that the project began with: one thing, one node, read by hand."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kg import gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.model import Document, Entity, Links, MentionKind
from kg.vocab import top_class

ARTICLE = Path(__file__).parents[3] / "shared" / "articles" / "parool-2022-03-03.txt"
pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the article is not beside the checkout"
)


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def links(text: str) -> Links:
    document = Document(ARTICLE.stem, text, None, date(2022, 3, 4))
    analysis = next(iter(annotate_many([document], "nl")))
    return link(analysis, extract(analysis), gazetteer.load())


def things(links: Links, text: str, words: str) -> list[Entity]:
    """What each mention with these words stands for, in the order of the text."""
    found = [(m.span, f.entity) for m, f in links.of.items() if m.span.of(text) == words]
    return [entity for _, entity in sorted(found, key=lambda pair: pair[0])]


def test_the_city_and_the_province_of_one_name_are_two(links: Links, text: str) -> None:
    classes = Counter(entity.entity_class for entity in things(links, text, "Kiev"))
    assert classes == {"AdminRegion": 1, "City": 3}
    assert len({entity.key for entity in things(links, text, "Kiev")}) == 2


def test_an_initiative_named_after_a_country_is_an_organisation(links: Links, text: str) -> None:
    (initiative,) = things(links, text, "Onderdak Oekraïne")
    assert top_class(initiative.entity_class) == "Organisation"
    assert initiative.key not in {e.key for e in things(links, text, "Oekraïne")}
    assert things(links, text, "het burgerinitiatief") == [initiative]


def test_pronouns_stand_for_the_two_presidents(links: Links, text: str) -> None:
    assert {e.key for e in things(links, text, "hij")} == {"Q7747"}
    assert {e.key for e in things(links, text, "hem")} == {"Q3874799"}
    assert {e.key for e in things(links, text, "Ik")} == {"Q3874799"}


def test_phrases_take_up_places(links: Links, text: str) -> None:
    assert things(links, text, "die stad") == things(links, text, "Enerhodar")
    assert {e.key for e in things(links, text, "het land")} == {"Q212"}
    assert {e.key for e in things(links, text, "zijn land")} == {"Q212"}


def test_nothing_has_two_nodes(links: Links) -> None:
    labels = {
        f.entity.key: (f.entity.label.lower(), f.entity.entity_class) for f in links.of.values()
    }
    twice = {label for label, times in Counter(labels.values()).items() if times > 1}
    assert twice == set()


def test_no_node_mixes_names_of_two_things(links: Links, text: str) -> None:
    names: dict[str, set[str]] = {}
    for mention, found in links.of.items():
        if mention.kind is MentionKind.NAME:
            names.setdefault(found.entity.key, set()).add(mention.span.of(text).split()[-1])
    assert {key: ends for key, ends in names.items() if len(ends) > 1} == {}


def test_forces_and_prisoners(links: Links, text: str) -> None:
    (army,) = things(links, text, "het Oekraïense leger")
    assert army.entity_class == "MilitaryForce"
    assert (
        len(
            {
                e.key
                for e in (
                    *things(links, text, "de Russische troepen"),
                    *things(links, text, "Russische troepen"),
                )
            }
        )
        == 1
    )
