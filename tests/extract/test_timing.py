"""Times and quantities on events, on hand-made parses."""

from decimal import Decimal

from kg.extract import events, quantities, timing
from kg.extract.reading import Reading
from kg.model import Analysis, Event, Extraction, Quantity, Time
from tests.handmade import analysis


def read(made: Analysis) -> dict[str, Event]:
    reading = Reading(made)
    found = Extraction(made.document.id)
    for extractor in (events.extract, timing.extract, quantities.extract):
        found = extractor(reading, found)
    return {e.trigger.of(made.document.text): e for e in found.events}


def when(made: Analysis, trigger: str) -> Time:
    told = read(made)[trigger].when
    assert told is not None
    return told


DEAD = analysis(
    "Donderdag/donderdag/NOUN/obl>2 vielen/vallen/VERB/root>0/Tense=Past|VerbForm=Fin "
    "zeker/zeker/ADV/advmod>4 22/22/NUM/nummod>5 doden/dode/NOUN/nsubj>2 "
    "door/door/ADP/case>7 luchtaanvallen/luchtaanval/NOUN/obl>2"
)


def test_a_weekday_in_the_past_tense_is_the_last_one() -> None:
    told = when(DEAD, "vielen")
    assert (told.value, told.inferred) == ("2022-03-03", False)


def test_a_noun_shares_the_time_of_its_verb_and_says_so() -> None:
    shared = when(DEAD, "luchtaanvallen")
    assert (shared.value, shared.inferred, shared.span) == ("2022-03-03", True, None)


def test_a_time_is_no_participant() -> None:
    assert {r.name for r in read(DEAD)["vielen"].roles} == {"patient", "quantity", "cause"}


def test_a_role_that_an_event_fills_points_to_the_event() -> None:
    (cause,) = (r.filler for r in read(DEAD)["vielen"].roles if r.name == "cause")
    assert cause == read(DEAD)["luchtaanvallen"].trigger


def test_without_a_time_the_tense_is_told_and_never_the_day_of_publication() -> None:
    made = analysis("Hij/hij/PRON/nsubj>2 viel/vallen/VERB/root>0/Tense=Past|VerbForm=Fin")
    told = when(made, "viel")
    assert (told.value, told.begin, told.inferred) == ("PAST_REF", None, True)


def test_future_tense() -> None:
    made = analysis(
        "Zij/zij/PRON/nsubj>4 zullen/zullen/AUX/aux>4/Tense=Pres|VerbForm=Fin "
        "maandag/maandag/NOUN/obl>4 praten/praten/VERB/root>0/VerbForm=Inf"
    )
    assert when(made, "praten").value == "2022-03-07"


def test_a_quantity_counts_its_noun() -> None:
    (quantity,) = (r.filler for r in read(DEAD)["vielen"].roles if r.name == "quantity")
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.comparator, quantity.unit) == (Decimal(22), "AtLeast", "dode")
    assert quantity.span.of(DEAD.document.text) == "zeker 22"


def test_an_age_is_no_quantity() -> None:
    made = analysis(
        "De/de/DET/det>3 34-jarige/34-jarig/ADJ/amod>3 man/man/NOUN/nsubj>4 viel/vallen/VERB/root>0"
    )
    assert all(r.name != "quantity" for r in read(made)["viel"].roles)


def test_a_distance_is_near_and_no_patient() -> None:
    made = analysis(
        "De/de/DET/det>2 colonne/colonne/NOUN/nsubj>8 die/die/PRON/nsubj>5/PronType=Rel "
        "daar/daar/ADV/advmod>5 staat/staan/VERB/acl:relcl>2 ,/,/PUNCT/punct>5 "
        "nu/nu/ADV/advmod>8 stopte/stoppen/VERB/root>0 op/op/ADP/case>11 tien/tien/NUM/nummod>11 "
        "kilometer/kilometer/NOUN/obl>8 van/van/ADP/case>13 Kiev/Kiev/PROPN/nmod>11",
        names={"Kiev": "Place"},
    )
    text = made.document.text
    roles = {
        (r.name, r.filler.span.of(text))
        for r in read(made)["stopte"].roles
        if r.name != "quantity" and not isinstance(r.filler, Quantity)
    }
    assert roles == {("agent", "De colonne"), ("near", "Kiev")}


def test_a_time_behind_a_comma_may_end_the_sentence() -> None:
    made = analysis(
        "Er/er/ADV/expl>2 was/zijn/AUX/cop>4 een/een/DET/det>4 brand/brand/NOUN/root>0 "
        ",/,/PUNCT/punct>6 donderdag/donderdag/NOUN/obl>4"
    )
    assert when(made, "brand").value == "2022-03-03"


def test_what_is_attempted_has_the_time_of_the_attempt() -> None:
    made = analysis(
        "Een/een/DET/det>2 poging/poging/NOUN/nsubj>8 om/om/ADP/mark>5 te/te/ADP/mark>5 "
        "vluchten/vluchten/VERB/acl>2/VerbForm=Inf is/zijn/AUX/aux>8/Tense=Pres|VerbForm=Fin "
        "donderdag/donderdag/NOUN/obl>8 mislukt/mislukken/VERB/root>0/VerbForm=Part"
    )
    told = when(made, "vluchten")
    assert (told.value, told.inferred, told.span) == ("2022-03-03", True, None)
