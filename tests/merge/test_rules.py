"""What two short texts tell as one thing, and their near-misses, without building a graph."""

from __future__ import annotations

from datetime import date

import pytest

from kg import event_types, gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.merge import Sketch, merge, sketch
from kg.merge.places import Places
from kg.merge.sketch import ThingSketch
from kg.merge.things import ThingMerger
from kg.model import Document, Merges

Told = tuple[str, str]  # the day of an article and its text; a blank line closes its headline


def read(articles: tuple[Told, ...]) -> tuple[Merges, dict[str, str]]:
    """What is merged, and the text of each article; they are called a, b, …"""
    documents = [
        Document(
            "abc"[number],
            text,
            published=date.fromisoformat(day),
            title=text.partition("\n\n")[0] if "\n\n" in text else None,
        )
        for number, (day, text) in enumerate(articles)
    ]
    sketches = []
    for made in annotate_many(documents, "nl"):
        found = extract(made)
        sketches.append(sketch(made, found, link(made, found, gazetteer.load())))
    merged = merge(sketches, event_types.load(), gazetteer.load())
    return merged, {document.id: document.text for document in documents}


def events(*articles: Told) -> list[set[str]]:
    """The triggers of each event that is told of more than once, as "article:word"."""
    merged, texts = read(articles)
    return [
        {f"{ref.document_id}:{ref.trigger.of(texts[ref.document_id])}" for ref in event.events}
        for event in merged.events
    ]


def things(*articles: Told) -> list[str]:
    """The label of each thing that is one in several articles."""
    return [entity.label for entity in read(articles)[0].entities]


QUAKE = "In Gent was zondag een aardbeving. Mensen renden weg toen {town} zondag werd opgeschrikt."
OUTBREAK = ("2022-03-04", "De uitbraak van mazelen in Gent duurt voort.")
LEFT = ("2022-03-04", "In Gent stapte wethouder Ada Bos maandag op.")
GONE = "Het ontslag van wethouder {who} van maandag in Gent verrast de raad."
CHARGED = "Justitie klaagde in Gent maandag {who} en de firma Isogro aan."
SWAPPED = ("2022-03-04", "In Gent is geruild. Dat melden Ada Bos en Piet Smit.")


@pytest.mark.parametrize(
    ("articles", "one"),
    [
        pytest.param(
            [("2022-03-04", QUAKE.format(town="de stad"))],
            {"a:aardbeving", "a:opgeschrikt"},
            id="told with one day in one article",
        ),
        pytest.param(
            [OUTBREAK, ("2022-03-12", "De uitbraak van mazelen in Gent neemt af.")],
            {"a:uitbraak", "b:uitbraak"},
            id="what lasts, within a season",
        ),
        pytest.param(
            [LEFT, ("2022-03-20", "Wethouder Ada Bos van Gent zwijgt over haar ontslag.")],
            {"a:stapte", "b:ontslag"},
            id="once, in whatever role",
        ),
        pytest.param(
            [LEFT, ("2022-03-05", GONE.format(who="Ada Bos"))],
            {"a:stapte", "b:ontslag"},
            id="on one day, to her",
        ),
        pytest.param(
            [
                SWAPPED,
                ("2022-03-06", "De ruil is klaar, zeggen Ada Bos en Piet Smit in Gent."),
            ],
            {"a:geruild", "b:ruil"},
            id="a noun without a type and its verb, in one story",
        ),
        pytest.param(
            [
                ("2022-03-04", CHARGED.format(who="Ada Bos")),
                ("2022-03-05", CHARGED.format(who="Ada Bos")),
            ],
            {"a:klaagde", "b:klaagde"},
            id="it happened to one firm and to her",
        ),
        pytest.param(
            [("2022-03-04", "In Gent was een aanval op een markt. De aanval mislukte.")],
            {"a:aanval"},
            id="taken up by the same noun",
        ),
        pytest.param(
            [("2022-03-04", "Wethouder Ada Bos stapte maandag op. Zijn vertrek verrast niemand.")],
            {"a:stapte", "a:vertrek"},
            id="taken up as somebody's",
        ),
        pytest.param(
            [("2022-03-04", "De rechter veroordeelde Ada Bos maandag tot een celstraf.")],
            {"a:veroordeelde", "a:celstraf"},
            id="what a verdict came to",
        ),
    ],
)
def test_one_event(articles: list[Told], one: set[str]) -> None:
    assert any(one <= found for found in events(*articles))


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(
            [("2022-03-04", QUAKE.format(town="Konya"))],
            id="in another town on that day",
        ),
        pytest.param(
            [OUTBREAK, ("2022-04-05", "De uitbraak van mazelen in Gent neemt af.")],
            id="the next outbreak",
        ),
        pytest.param(
            [OUTBREAK, ("2022-03-12", "De uitbraak van mazelen in Konya neemt af.")],
            id="an outbreak elsewhere",
        ),
        pytest.param(
            [LEFT, ("2022-03-20", "Wethouder Piet Smit van Gent zwijgt over zijn ontslag.")],
            id="it happened to another",
        ),
        pytest.param(
            [LEFT, ("2022-03-05", GONE.format(who="Piet Smit"))],
            id="on one day, to another",
        ),
        pytest.param(
            [
                SWAPPED,
                ("2022-03-06", "De ruil is klaar, zeggen Eva Mol en Piet Smit in Gent."),
            ],
            id="a noun without a type and its verb, in two stories",
        ),
        pytest.param(
            [
                ("2022-03-04", CHARGED.format(who="Ada Bos")),
                ("2022-03-05", CHARGED.format(who="Piet Smit")),
            ],
            id="it happened to one firm, and to others",
        ),
        pytest.param(
            [("2022-03-04", "In Gent was een aanval op een markt. De vorige aanval mislukte.")],
            id="an earlier one beside it",
        ),
        pytest.param(
            [("2022-03-04", "Wethouder Ada Bos stapte maandag op. Het vertrek van Piet Smit ook.")],
            id="somebody else's",
        ),
        pytest.param(
            [("2022-03-04", "De rechter veroordeelde Ada Bos en gaf Jan Post een celstraf.")],
            id="two verdicts, one by its object",
        ),
        pytest.param(
            [("2022-03-04", "De rechter veroordeelde Ada Bos na een celstraf voor Jan Post.")],
            id="two verdicts, one before the other",
        ),
    ],
)
def test_no_one_event(articles: list[Told]) -> None:
    assert events(*articles) == []


MET = "Ada Bos woont in {town}. Haar buurman is Piet Smit."


@pytest.mark.parametrize(
    ("articles", "labels"),
    [
        # Two who know each other, in one town; in two towns those can be two others.
        ([("2022-03-04", MET.format(town="Gent")), ("2022-03-10", MET.format(town="Gent"))],
         ["Ada Bos", "Piet Smit"]),
        ([("2022-03-04", MET.format(town="Gent")), ("2022-03-10", MET.format(town="Brugge"))], []),
        # A firm of one word, whose class is guessed another each time; a surname is no firm.
        ([("2022-03-04", "Palasel schrapt banen\n\nIn Gent schrapt Palasel banen, zegt Palasel."),
          ("2022-03-10", "De overname van Palasel uit Gent gaat door.")], ["Palasel"]),
        ([("2022-03-04", "In Gent sprak Ada Terrano. Dat deed Terrano voor het laatst."),
          ("2022-03-10", "De overname van Terrano uit Gent gaat door.")], []),
        # Two words for one office, and two offices.
        ([("2022-03-04", "In Gent vertrok topman Ada Bos."),
          ("2022-03-05", "In Gent kreeg bestuursvoorzitter Ada Bos een prijs.")], ["Ada Bos"]),
        ([("2022-03-04", "In Gent vertrok topman Ada Bos."),
          ("2022-03-05", "In Gent kreeg keeper Ada Bos een prijs.")], []),
        # What somebody is to another is no office.
        ([("2022-03-04", "In Gent begint opvolger Ada Bos."),
          ("2022-03-05", "In Gent kreeg burgemeester Ada Bos een prijs.")], ["Ada Bos"]),
    ],
)  # fmt: skip
def test_one_thing(articles: list[Told], labels: list[str]) -> None:
    assert things(*articles) == labels


@pytest.mark.parametrize(
    ("first", "second", "others", "one"),
    [
        # The class of one unknown word is a guess.
        (("Palasel", "Person"), ("Palasel", "Organisation"), (), True),
        # Not where somebody bears it as a surname, nor that of two words.
        (("Palasel", "Person"), ("Palasel", "Organisation"), ("Ada Palasel",), False),
        (("Palasel Noord", "Person"), ("Palasel Noord", "Organisation"), (), False),
    ],
)
def test_one_word_of_two_classes(
    first: tuple[str, str], second: tuple[str, str], others: tuple[str, ...], one: bool
) -> None:
    def named(document: str, *told: tuple[str, str]) -> Sketch:
        beside = ThingSketch("Q1296", "Gent", "City", True, ("Gent",), frozenset(), frozenset())
        own = tuple(
            ThingSketch(
                f"{document}#{at}", name, kind, False, (name,), frozenset(), frozenset({beside.key})
            )
            for at, (name, kind) in enumerate(told)
        )
        return Sketch(document, date(2022, 3, 4), (beside, *own), ())

    sketches = [named("a", first), named("b", second), named("c", *((n, "Person") for n in others))]
    merger = ThingMerger(sketches, Places(gazetteer.load(), {}))
    merger.merge()
    assert (merger.of["a#0"] is merger.of["b#0"]) is one
