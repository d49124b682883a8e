"""Linking: one thing one node, and no link rather than a wrong one."""

from kg import gazetteer
from kg.link import link
from kg.model import Analysis, Entity, Extraction
from tests.handmade import analysis


def entities(made: Analysis) -> dict[str, Entity]:
    """Entity by the words and place of each mention: "Kiev@12"."""
    found = link(made.document, Extraction(made.document.id, made.mentions), gazetteer.load())
    return {f"{m.span.of(made.document.text)}@{m.span.start}": found.of[m].entity for m in found.of}


def words(*forms: str) -> str:
    return " ".join(f"{form}/{form}/PROPN/root>0" for form in forms)


def test_equal_names_are_one_node() -> None:
    made = analysis(words("Oekraïne"), words("Oekraïne"), names={"Oekraïne": "Place"})
    assert len(set(entities(made).values())) == 1


def test_a_country_has_its_identity_and_its_adjective_joins_it() -> None:
    made = analysis(
        words("Oekraïne"),
        words("Oekraïense"),
        names={"Oekraïne": "Place"},
        adjectives=("Oekraïense",),
    )
    (country,) = set(entities(made).values())
    assert country.entity_class == "Country"
    assert "http://www.wikidata.org/entity/Q212" in country.same_as


def test_a_surname_joins_the_full_name() -> None:
    made = analysis(
        words("Anna", "Jansen"),
        words("zei"),
        words("Jansen"),
        names={"Anna Jansen": "Person", "Jansen\n": "Person"},
    )
    found = {key.strip(): value for key, value in entities(made).items()}
    assert len({e.key for e in found.values()}) == 1


def test_a_surname_of_two_people_joins_neither() -> None:
    made = analysis(
        words("Anna", "Jansen"),
        words("Piet", "Jansen"),
        words("Jansen"),
        names={"Anna Jansen": "Person", "Piet Jansen": "Person", "Jansen\n": "Person"},
    )
    assert len({e.key for e in entities(made).values()}) == 3


def test_a_person_is_never_linked_to_a_place() -> None:
    made = analysis(words("Paris"), names={"Paris": "Person"})
    (person,) = entities(made).values()
    assert not person.same_as
    assert person.entity_class == "Person"


def test_a_type_word_keeps_a_province_and_a_city_of_one_name_apart() -> None:
    made = analysis(words("provincie", "Kiev"), words("stad", "Kiev"), names={"Kiev": "Place"})
    assert len({e.key for e in entities(made).values()}) == 2


def test_every_link_says_why() -> None:
    made = analysis(words("Oekraïne"), names={"Oekraïne": "Place"})
    links = link(made.document, Extraction(made.document.id, made.mentions), gazetteer.load())
    assert all("Oekraïne" in found.reason for found in links.of.values())
