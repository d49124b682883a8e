"""What each newer sieve joins and what it leaves alone, on sentences parsed by hand."""

from datetime import date

import pytest

from kg import gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.link.article import headline_end
from kg.link.grammar import quotations
from kg.model import Analysis, Document, Entity
from kg.spelling import first_names_fit
from tests.handmade import analysis


def entities(made: Analysis) -> dict[str, Entity]:
    """The entity of each mention by its words; of words that stand twice, the last."""
    found = link(made, extract(made), gazetteer.load()).of
    ordered = sorted(found, key=lambda m: m.span)
    return {m.span.of(made.document.text): found[m].entity for m in ordered}


def seat(verb: str, city: str = "Moskou") -> Entity:
    made = analysis(
        f"{city}/{city}/PROPN/nsubj>2 x/{verb}/VERB/root>0 geld/geld/NOUN/obj>2",
        names={city: "Place"},
    )
    return entities(made)[city]


def test_a_seat_that_acts_is_its_government() -> None:
    government = seat("eisen")
    assert government.key == "kg:government-q159"
    assert (government.label, government.entity_class) == ("regering van Rusland", "Government")
    assert not government.same_as


@pytest.mark.parametrize(("verb", "city"), [("winnen", "Moskou"), ("eisen", "Amsterdam")])
def test_a_city_that_plays_or_is_no_seat_is_a_city(verb: str, city: str) -> None:
    assert seat(verb, city).entity_class == "City"


def test_a_town_is_meant_where_its_mayor_speaks() -> None:
    made = analysis(
        "De/de/DET/det>2 burgemeester/burgemeester/NOUN/nsubj>3 zegt/zeggen/VERB/root>0 "
        "dat/dat/SCONJ/mark>6 Moskou/Moskou/PROPN/nsubj>6 weigert/weigeren/VERB/ccomp>3",
        names={"Moskou": "Place"},
    )
    assert entities(made)["Moskou"].key == "Q649"


PRESIDENT = (
    "De/de/DET/det>3 Franse/Frans/ADJ/amod>3 president/president/NOUN/nsubj>4/Number=Sing "
    "belde/bellen/VERB/root>0"
)


@pytest.mark.parametrize(
    ("day", "key"),
    [(date(2015, 6, 1), "Q157"), (date(2022, 3, 4), "Q3052772")],
)
def test_an_office_is_held_on_the_day_of_the_article(day: date, key: str) -> None:
    made = analysis(PRESIDENT, adjectives=("Franse",), published=day)
    assert entities(made)["De Franse president"].key == key


def test_no_day_no_holder() -> None:
    made = analysis(PRESIDENT, adjectives=("Franse",), published=None)
    assert not entities(made)["De Franse president"].same_as


def test_a_sentence_about_another_year_is_left_alone() -> None:
    told = f"{PRESIDENT} in/in/ADP/case>6 1998/1998/NUM/obl>4"
    made = analysis(told, adjectives=("Franse",))
    assert not entities(made)["De Franse president"].same_as


def test_a_headline_and_its_lead_tell_of_one_thing() -> None:
    made = analysis(
        "Bakker/Bakker/PROPN/nsubj>2 koopt/kopen/VERB/root>0 winkel/winkel/NOUN/obj>2/Number=Sing",
        "Bakker/Bakker/PROPN/nsubj>2 koopt/kopen/VERB/root>0 een/een/DET/det>4 "
        "winkel/winkel/NOUN/obj>2/Number=Sing ././PUNCT/punct>2",
        names={"Bakker": "Person"},
    )
    found = entities(made)
    assert found["winkel"] == found["een winkel"]


def test_where_a_headline_ends() -> None:
    assert headline_end("Twee doden bij brand\n\nBij een brand vielen doden.", None) == 20
    assert headline_end("Twee doden bij brand Er brak brand uit.", "Twee doden bij  brand") == 20
    assert headline_end("Er brak brand uit.\nNiemand was thuis.", None) == 0


def phone(article: str, adjective: str) -> str:
    return (
        f"{article}/{article.lower()}/DET/det>3 {adjective}/{adjective}/ADJ/amod>3 "
        "Orion/Orion/PROPN/nsubj>4/Number=Sing verkoopt/verkopen/VERB/root>0 ././PUNCT/punct>4"
    )


def test_a_model_is_one_thing_unless_one_is_older() -> None:
    same = entities(analysis(phone("De", "rode"), phone("Een", "dure")))
    assert same["De rode Orion"] == same["Een dure Orion"]
    other = entities(analysis(phone("De", "eerste"), phone("Een", "nieuwe")))
    assert other["De eerste Orion"] != other["Een nieuwe Orion"]


def test_places_joined_by_a_comma_tell_which_one_is_meant() -> None:
    made = analysis(
        "In/in/ADP/case>2 Seattle/Seattle/PROPN/obl>5 ,/,/PUNCT/punct>4 "
        "Washington/Washington/PROPN/appos>2 woont/wonen/VERB/root>0",
        names={"Seattle": "Place", "Washington": "Place"},
    )
    assert entities(made)["Washington"].entity_class == "AdminRegion"


def test_typewriter_marks_are_a_quotation() -> None:
    text = "``We stoppen,'' zei Post. Hij zei ook: \"Nooit meer.\" De 15'' schermen bleven."
    assert [span.of(text) for span in quotations(text)][:2] == ["`We stoppen,'", '"Nooit meer."']


@pytest.mark.parametrize(("function", "owner"), [("woordvoerder", "Philips"), ("uitvinder", "own")])
def test_we_is_whom_the_speaker_speaks_for(function: str, owner: str) -> None:
    text = f"“We stoppen”, zegt Karel Post, {function} van Philips."
    analysed = next(iter(annotate_many([Document("proef", text)], "nl")))
    found = link(analysed, extract(analysed), gazetteer.load()).of
    labels = {m.span.of(text): f.entity.label for m, f in found.items()}
    assert (labels["We"] == labels["Philips"]) == (owner == "Philips")


@pytest.mark.parametrize(
    ("first", "key"), [("Mehmet", "Q945364"), ("Murat", "own"), ("Emre", "own")]
)
def test_a_surname_is_not_a_namesakes(first: str, key: str) -> None:
    document = Document(
        "a",
        f"In Turkije is het budget af, zegt minister {first} Simsek. "
        "“Het is genoeg”, aldus Simsek. De Turkse regering is tevreden.",
    )
    (made,) = annotate_many([document])
    found = {e.key for words, e in entities(made).items() if words.endswith("Simsek")}
    assert {"own" if known.startswith("a#") else known for known in found} == {key}


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Volodimir Zelenski", "Volodymyr Zelenskyj", True),
        ("J. Bos", "Jan Bos", True),
        ("Mike Pence", "Michael Pence", True),
        ("Murat Simsek", "Mehmet Simsek", False),
        ("Anna Bos", "Piet Bos", False),
    ],
)
def test_first_names_of_one_person(one: str, other: str, fit: bool) -> None:
    assert first_names_fit(one, other) is fit
