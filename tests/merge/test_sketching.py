"""What merging reads off one article: forms of triggers, functions, where it plays, how recent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg import gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.merge import Sketch, sketch
from kg.merge.forms import Form, form
from kg.merge.lines import Lines
from kg.merge.sketch import EventSketch
from kg.model import Analysis, Document

DAY = date(2022, 3, 4)


def read(text: str) -> Analysis:
    title = text.partition("\n\n")[0] if "\n\n" in text else None
    return next(iter(annotate_many([Document("proef", text, published=DAY, title=title)], "nl")))


def sketched(text: str) -> Sketch:
    made = read(text)
    found = extract(made)
    return sketch(made, found, link(made, found, gazetteer.load()))


def event(text: str, trigger: str) -> EventSketch:
    """The last event of that trigger."""
    return [e for e in sketched(text).events if e.key.trigger.of(text) == trigger][-1]


def formed(text: str, trigger: str) -> Form:
    made = read(text)
    told = next(e for e in extract(made).events if e.trigger.of(text) == trigger)
    return form(Lines(made), told, noun=told.rule == "events.noun")


@pytest.mark.parametrize(
    ("text", "trigger", "rank"),
    [
        ("Ook Irpin werd beschoten.", "beschoten", "ander"),
        ("Irpin werd beschoten.", "beschoten", ""),
        ("Irpin werd ook met raketten beschoten.", "beschoten", ""),
        ("In Irpin, dat ook in de kou zit, werd gevochten.", "gevochten", ""),
        ("De Tweede Kamer stemt donderdag.", "stemt", ""),
        ("Twee maanden eerder brak brand uit.", "brak", "eerder"),
        ("Een dag eerder pakte de politie een tweede man op.", "pakte", ""),
        ("Eerder verzekerde zij dat er niets was gestolen.", "gestolen", ""),
    ],
)
def test_what_also_happened_is_another(text: str, trigger: str, rank: str) -> None:
    assert formed(text, trigger).rank == rank


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("De raad eist het ontslag van de wethouder.", "ontslag", True),
        ("Het ontslag van de wethouder wordt voorbereid.", "ontslag", True),
        ("De raad keurde het ontslag van de wethouder goed.", "ontslag", False),
        ("Het ontslag van de wethouder verrast de raad.", "ontslag", False),
    ],
)
def test_what_is_wanted_has_yet_to_happen(text: str, trigger: str, wanted: bool) -> None:
    assert formed(text, trigger).wanted is wanted


@pytest.mark.parametrize(
    ("text", "trigger", "new"),
    [
        ("Rebellen hebben een dorp beschoten, en een brug werd geraakt.", "geraakt", True),
        ("Een dorp is beschoten door rebellen.", "beschoten", True),
        ("Aanslag in Gent\n\nIn Gent zijn drie doden gevallen.", "Aanslag", True),
        ("De man die werd veroordeeld, is vrij.", "veroordeeld", False),
        ("Hij heeft een winkelier gedood.", "gedood", False),
        ("Celstraf voor moord in Gent\n\nDe rechter in Gent was streng.", "moord", False),
        ("Isogro geeft lozing in Gent toe\n\nHet bedrijf bood excuses aan.", "lozing", False),
        ("De aanslag schokte Gent.", "aanslag", False),
    ],
)
def test_what_is_told_as_new(text: str, trigger: str, new: bool) -> None:
    assert formed(text, trigger).new is new


@pytest.mark.parametrize(
    ("text", "trigger", "recent"),
    [
        ("Een dorp is beschoten door rebellen.", "beschoten", True),
        ("Hij heeft een winkelier gedood.", "gedood", False),
        ("Het is koud. Het sneeuwt. Het waait. Het regent. Een dorp is beschoten.",
         "beschoten", False),
    ],
)  # fmt: skip
def test_news_is_recent(text: str, trigger: str, recent: bool) -> None:
    assert (event(text, trigger).begin == DAY - timedelta(days=10)) is recent


@pytest.mark.parametrize(
    ("text", "name", "functions"),
    [
        ("Topman Ada Bos vertrekt.", "Ada Bos", {"directeur"}),
        ("Bestuursvoorzitter Ada Bos vertrekt.", "Ada Bos", {"directeur"}),
        ("Burgemeester Ada Bos vertrekt.", "Ada Bos", {"burgemeester"}),
        ("Opvolger Ada Bos begint in mei.", "Ada Bos", set()),
        ("De directeur van Isogro vertrekt.", "Isogro", set()),
    ],
)
def test_functions(text: str, name: str, functions: set[str]) -> None:
    (thing,) = (t for t in sketched(text).things if name in t.names)
    assert thing.functions == functions


@pytest.mark.parametrize(
    ("text", "trigger", "towns"),
    [
        # "Daar" is the last place named.
        ("Post reisde van Gent naar Konya. Daar brak brand uit.", "brand", {"Konya"}),
        # A paragraph goes on where it began, the next one where the article plays.
        ("In Gent gaat het goed.\nIn Konya sneeuwt het. Een brug stortte in.",
         "stortte in", {"Konya"}),
        ("In Gent gaat het goed.\nIn Konya sneeuwt het.\nEen brug stortte in.",
         "stortte in", {"Gent"}),
        # What the reader knows happened where the article plays, else where the sentence does.
        ("In Gent was een aardbeving. De beving was tot in Konya te voelen.", "beving", {"Gent"}),
        ("In Gent was een aardbeving. Bij een brand in Konya vielen doden.", "brand", {"Konya"}),
        # A speaker's office is not where it happened.
        ("In Gent woedt een vuur. De brandweer in Konya zegt dat dat klopt. De ramp is groot.",
         "ramp", {"Gent"}),
        ("In Gent was een uitbraak. Deze uitbraak lijkt niet op die in Konya.", "uitbraak", set()),
    ],
)  # fmt: skip
def test_where_it_plays(text: str, trigger: str, towns: set[str]) -> None:
    labels = {thing.key: thing.label for thing in sketched(text).things}
    assert {labels[key] for key in event(text, trigger).setting} == towns
