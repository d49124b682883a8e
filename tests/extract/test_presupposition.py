"""What a noun of an event takes from its verb, and what is its own: time, place, roles."""

from __future__ import annotations

from datetime import date

import pytest

from kg.annotate import annotate_many
from kg.extract import extract
from kg.model import Document, Event, Mention

MONDAY = "2022-02-28"  # the last one before the day of publication


def told(text: str, trigger: str) -> Event:
    (made,) = annotate_many([Document("proef", text, published=date(2022, 3, 4))], "nl")
    return next(e for e in extract(made).events if e.trigger.of(text) == trigger)


def day(event: Event) -> str | None:
    """The day that an event has, None where it has only a tense."""
    return event.when.value if event.when is not None and event.when.begin is not None else None


def filled(event: Event, text: str) -> set[tuple[str, str]]:
    return {
        (role.name, role.filler.span.of(text))
        for role in event.roles
        if isinstance(role.filler, Mention)
    }


@pytest.mark.parametrize(
    ("text", "trigger", "when", "place"),
    [
        # Presupposed: object, subject of a passive, or deeper.
        ("De overname is maandag in Gent goedgekeurd.", "overname", None, None),
        ("In Gent betreurde hij maandag het aftreden van de wethouder.", "aftreden", None, None),
        ("Maandag ontkende hij in Gent elke betrokkenheid bij de moord.", "moord", None, None),
        # What only tells which is meant.
        ("Maandag bezocht hij het door een aardbeving getroffen dorp.", "aardbeving", None, None),
        (
            "Maandag bezocht hij het dorp dat door een aardbeving is getroffen.",
            "aardbeving",
            None,
            None,
        ),
        # The verb says no more than that it happened.
        ("De aanval trof maandag de stad.", "aanval", MONDAY, None),
        ("De aanval werd maandag in Gent uitgevoerd.", "aanval", MONDAY, "Gent"),
        ("De wedstrijd werd maandag in Gent gespeeld.", "wedstrijd", MONDAY, "Gent"),
        ("De bruiloft werd maandag in Gent gevierd.", "bruiloft", MONDAY, "Gent"),
        ("De benoeming werd maandag in Gent gevierd.", "benoeming", None, None),
        # New with the verb: no article.
        ("Maandag vielen in Gent doden door luchtaanvallen.", "luchtaanvallen", MONDAY, "Gent"),
        # The verb keeps its own, and what the parse hangs on its time.
        ("De overname is maandag in Gent goedgekeurd.", "goedgekeurd", MONDAY, "Gent"),
        ("Zij trouwden maandag in Gent.", "trouwden", MONDAY, "Gent"),
        ("De raad stemde maandag in met het plan.", "stemde", MONDAY, None),
        # The story goes on in the plain past; the perfect looks back to whatever day.
        ("Maandag overviel Post een winkel. Hij doodde een winkelier.", "doodde", MONDAY, None),
        ("Maandag sprak de rechter. Hij heeft een winkelier gedood.", "gedood", None, None),
        ("Hij heeft maandag een winkelier gedood.", "gedood", MONDAY, None),
    ],
)
def test_time_and_place(text: str, trigger: str, when: str | None, place: str | None) -> None:
    event = told(text, trigger)
    assert day(event) == when
    places = {words for role, words in filled(event, text) if role == "hasPlace"}
    assert places == ({place} if place else set())


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        # An infinitive that stands as a noun, and one that has an object.
        ("Het aftreden van de wethouder verrast niet.", "aftreden", {("agent", "de wethouder")}),
        ("Haar aftreden verrast niemand.", "aftreden", {("agent", "Haar")}),
        ("Zij kocht een huis om het te verkopen.", "verkopen", {("patient", "het")}),
        # Whose it is: who undergoes it or who does it, by the type.
        ("De wethouder zwijgt over zijn ontslag.", "ontslag", {("patient", "zijn")}),
        (
            "De rebellen zwijgen over hun aanval op de stad.",
            "aanval",
            {("agent", "hun"), ("patient", "de stad")},
        ),
        (
            "Zijn moord op de winkelier schokte Gent.",
            "moord",
            {("agent", "Zijn"), ("patient", "de winkelier")},
        ),
        # A perfect with "zijn", and a passive.
        ("De wethouder is maandag afgetreden.", "afgetreden", {("agent", "De wethouder")}),
        ("De wethouder is maandag ontslagen.", "ontslagen", {("patient", "De wethouder")}),
    ],
)
def test_roles(text: str, trigger: str, roles: set[tuple[str, str]]) -> None:
    assert filled(told(text, trigger), text) - {("agent", "Zij")} == roles


@pytest.mark.parametrize(
    ("text", "trigger", "rule"),
    [
        ("Het aftreden van de wethouder verrast niet.", "aftreden", "events.noun"),
        ("Zij kocht een huis om het te verkopen.", "verkopen", "events.verb"),
        ("De wethouder wil aftreden.", "aftreden", "events.verb"),
        ("Zij laat het zien.", "zien", "events.verb"),
    ],
)
def test_an_infinitive_that_stands_as_a_noun(text: str, trigger: str, rule: str) -> None:
    assert told(text, trigger).rule == rule
