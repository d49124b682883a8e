"""The gazetteer's interface, on the shipped tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import gazetteer
from kg.gazetteer import fold, lines_of
from kg.vocab import ENTITY_CLASSES

GAZETTEER = gazetteer.load()


def first(name: str) -> tuple[str, str]:
    """Label and class of the most prominent thing of a name."""
    found = GAZETTEER.lookup(name)
    return (found[0].label, found[0].entity_class) if found else ("", "")


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("Verenigde Staten", "Verenigde Staten", "Country"),
        ("VS", "Verenigde Staten", "Country"),
        ("V.S.", "Verenigde Staten", "Country"),
        ("VK", "Verenigd Koninkrijk", "Country"),
        ("Groot-Brittannië", "Verenigd Koninkrijk", "Country"),
        ("Engeland", "Engeland", "AdminRegion"),
        ("Wit-Rusland", "Belarus", "Country"),
        ("Witrussland", "Belarus", "Country"),
        ("Nederland", "Nederland", "Country"),
        ("Bahama’s", "Bahama's", "Country"),
        ("Georgië", "Georgië", "Country"),
        ("Georgia", "Georgia", "AdminRegion"),
        ("Oost-Europa", "Oost-Europa", "Region"),
        ("Donbas", "Donbas", "Region"),
        ("Midden-Oosten", "Midden-Oosten", "Region"),
        ("Gazastrook", "Gazastrook", "AdminRegion"),
        ("Westelijke Jordaanoever", "Westelijke Jordaanoever", "AdminRegion"),
        ("Zwarte Zee", "Zwarte Zee", "Sea"),
        ("Zee van Azov", "Zee van Azov", "Sea"),
        ("Noordzee", "Noordzee", "Sea"),
        ("Dnjepr", "Dnjepr", "River"),
        ("Berlijnse Muur", "Berlijnse Muur", "Facility"),
        ("provincie Kiev", "Kiev", "AdminRegion"),
        ("Den Haag", "Den Haag", "City"),
        ("’s-Hertogenbosch", "Den Bosch", "City"),
        ("Luik", "Luik", "City"),
        ("Keulen", "Keulen", "City"),
        ("Londen", "Londen", "City"),
        ("Peking", "Peking", "City"),
        ("Beiroet", "Beiroet", "City"),
        ("Poetin", "Vladimir Poetin", "Person"),
        ("Zelensky", "Volodimir Zelenski", "Person"),
        ("Zelenskyj", "Volodimir Zelenski", "Person"),
        ("VN", "Verenigde Naties", "InternationalOrganisation"),
        ("NAVO", "NAVO", "InternationalOrganisation"),
        ("Kremlin", "Kremlin", "Government"),
        ("Witte Huis", "Witte Huis", "Government"),
        ("KLM", "KLM", "Company"),
        ("AT&T", "AT&T", "Company"),
        ("Tweede Kamer", "Tweede Kamer", "Institution"),
        ("D66", "D66", "Party"),
        ("Reuters", "Reuters", "Media"),
        ("Hamas", "Hamas", "MilitaryForce"),
    ],
)
def test_first_thing_of_a_name(name: str, label: str, kind: str) -> None:
    assert first(name) == (label, kind)


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ("Kiev Kyiv Kyjiv", "Kiev"),
        ("Charkov Charkiv Kharkiv", "Charkov"),
        ("Cherson Kherson", "Cherson"),
        ("Marioepol Mariupol", "Marioepol"),
        ("Tsjernihiv Tsjernigov", "Tsjernihiv"),
        ("Irpin", "Irpin"),
        ("Enerhodar", "Enerhodar"),
        ("Boetsja", "Boetsja"),
        ("Lviv Lvov", "Lviv"),
        ("Odessa Odesa", "Odessa"),
        ("Zaporizja Zaporizjzja", "Zaporizja"),
        ("Bachmoet", "Bachmoet"),
        ("Melitopol", "Melitopol"),
    ],
)
def test_ukrainian_cities_in_all_spellings(names: str, label: str) -> None:
    for name in names.split():
        found = [entry for entry in GAZETTEER.lookup(name) if entry.entity_class == "City"]
        assert found and found[0].label == label, name
        region = GAZETTEER.get(found[0].contained_in or "")
        assert region and "Q212" in (region.key, region.contained_in)


@pytest.mark.parametrize(
    "name",
    ["Vladimir", "Kom", "EPA", "Azov", "Man", "Van", "Best", "Of", "Mei", "Denk", "Is", "De", "Op"],
)
def test_words_and_first_names_are_no_places(name: str) -> None:
    assert not [e for e in GAZETTEER.lookup(name) if e.entity_class in ("City", "Party")]


def test_towns_called_like_countries_are_left_out() -> None:
    assert [entry.key for entry in GAZETTEER.lookup("Nederland")] == ["Q55"]
    assert [entry.entity_class for entry in GAZETTEER.lookup("Jamaica")] == ["Country"]


def test_identity_coordinates_and_container() -> None:
    (kiev, province) = GAZETTEER.lookup("Kiev")
    assert kiev.same_as == (
        "http://www.wikidata.org/entity/Q1899",
        "https://sws.geonames.org/703448/",
    )
    assert (kiev.latitude, kiev.longitude) == (Decimal("50.4547"), Decimal("30.5238"))
    assert kiev.population > 2_000_000
    assert province.entity_class == "AdminRegion" and province.contained_in == "Q212"
    assert "GeoNames" in kiev.source and "Natural Earth" in kiev.source


def test_several_things_of_one_name() -> None:
    assert [entry.label for entry in GAZETTEER.lookup("Congo")][:2] == [
        "Congo-Kinshasa",
        "Congo-Brazzaville",
    ]
    assert len(GAZETTEER.lookup("Utrecht")) > 1
    assert first("Valencia") == ("Valencia", "City")
    assert GAZETTEER.lookup("Bestaatniet") == ()
    assert GAZETTEER.lookup("") == ()


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Oekraïense", "Oekraïne"),
        ("Nederlands", "Nederland"),
        ("Amerikaanse", "Verenigde Staten"),
        ("Indiase", "India"),
        ("Chinese", "China"),
        ("Wit-Russische", "Belarus"),
        ("Tsjetsjeense", "Tsjetsjenië"),
        ("Vlaamse", "Vlaanderen"),
        ("Engelse", "Engeland"),
        ("Europese", "Europa"),
        ("Brusselse", "Brussel"),
        ("Berlijnse", "Berlijn"),
        ("Haagse", "Den Haag"),
        ("Kievse", "Kiev"),
    ],
)
def test_adjectives(word: str, label: str) -> None:
    entry = GAZETTEER.adjective(word)
    assert entry and entry.label == label
    assert GAZETTEER.adjective(word.lower()) is None


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Nederlanders", "Nederland"),
        ("Rus", "Rusland"),
        ("Russen", "Rusland"),
        ("Amerikaan", "Verenigde Staten"),
        ("Oekraïner", "Oekraïne"),
        ("Oekraïense", "Oekraïne"),
        ("Fransman", "Frankrijk"),
        ("Koerden", "Koerdistan"),
        ("Amsterdammers", "Amsterdam"),
        ("Brusselaar", "Brussel"),
    ],
)
def test_inhabitants(word: str, label: str) -> None:
    entry = GAZETTEER.inhabitants(word)
    assert entry and entry.label == label
    assert GAZETTEER.inhabitants(word.lower()) is None


@pytest.mark.parametrize(
    ("country", "position", "on", "label"),
    [
        ("Q55", "premier", date(2022, 3, 4), "Mark Rutte"),
        ("Q55", "premier", date(2009, 1, 1), "Jan Peter Balkenende"),
        ("Q212", "president", date(2022, 3, 4), "Volodimir Zelenski"),
        ("Q159", "president", date(2022, 3, 4), "Vladimir Poetin"),
        ("Q159", "president", date(2010, 3, 4), "Dmitri Medvedev"),
        ("Q159", "minister van Buitenlandse Zaken", date(2022, 3, 4), "Sergej Lavrov"),
        ("Q30", "president", date(2005, 3, 4), "George W. Bush"),
        ("Q183", "bondskanselier", date(2008, 1, 1), "Angela Merkel"),
        ("Q1065", "secretaris-generaal", date(2022, 3, 1), "António Guterres"),
    ],
)
def test_holders(country: str, position: str, on: date, label: str) -> None:
    assert [entry.label for entry in GAZETTEER.holders(country, position, on)] == [label]


def test_an_open_term_is_not_stretched_beyond_its_source() -> None:
    assert GAZETTEER.holders("Q159", "premier", date(2022, 3, 1))
    assert GAZETTEER.holders("Q159", "premier", date(2040, 3, 1)) == ()


def test_offices_of_a_person() -> None:
    terms = GAZETTEER.offices("Q57792")
    assert ("premier", "Q55", date(2010, 10, 14), date(2024, 7, 2)) in [
        (o.position, o.country, o.start, o.end) for o in terms
    ]
    assert GAZETTEER.offices("Q0") == ()


def spans(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [
        (" ".join(words[start:end]), entries[0].label)
        for start, end, entries in GAZETTEER.longest_matches(words)
    ]


def test_longest_matches() -> None:
    assert spans("in Cherson aan de Zwarte Zee en de Zee van Azov , bij de Verenigde Staten") == [
        ("Cherson", "Cherson"),
        ("Zwarte Zee", "Zwarte Zee"),
        ("Zee van Azov", "Zee van Azov"),
        ("Verenigde Staten", "Verenigde Staten"),
    ]
    assert spans("Wit - Rusland en V . S . , AT & T , New York") == [
        ("Wit - Rusland", "Belarus"),
        ("V . S .", "Verenigde Staten"),
        ("AT & T", "AT&T"),
        ("New York", "New York"),
    ]
    assert spans("Mensen in de Verenigde") == []
    assert spans("") == []


def test_long_rows_of_beginnings_that_lead_nowhere() -> None:
    assert list(GAZETTEER.longest_matches(["Verenigde", "(", "-", "'"] * 5_000)) == []


@given(st.text(max_size=60))
def test_lookup_takes_any_text(text: str) -> None:
    for entry in GAZETTEER.lookup(text):
        assert entry.entity_class in ENTITY_CLASSES
    assert fold(fold(text)) == fold(text)
    GAZETTEER.adjective(text)
    GAZETTEER.inhabitants(text)
    GAZETTEER.get(text)


WORDS = ["de", "Zee", "van", "Azov", "Kiev", "-", "'", ".", "New", "York", "en", "Staten"]


@given(st.lists(st.sampled_from(WORDS)))
def test_matches_are_in_order_and_known(words: list[str]) -> None:
    last = 0
    for start, end, entries in GAZETTEER.longest_matches(words):
        assert last <= start < end <= len(words) and entries
        assert GAZETTEER.lookup(" ".join(words[start:end])) == entries
        last = end


@given(st.sampled_from([line.split("\t")[0] for line in lines_of("names")]))
def test_every_name_is_found_under_its_spelling(name: str) -> None:
    assert GAZETTEER.lookup(name)
    assert GAZETTEER.lookup(name.replace("'", "’").replace("-", "\u2011"))
