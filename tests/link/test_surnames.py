"""Whom a surname, a title or an office means, and where nobody can tell."""

from __future__ import annotations

from datetime import date

import pytest

from kg.annotate import annotate_many
from kg.model import Document, Entity
from tests.handmade import analysis
from tests.link.test_sieves import entities


def told(text: str) -> dict[str, Entity]:
    """The entity of each mention by its words, of a text of 4 March 2022."""
    (made,) = annotate_many([Document("proef", text, published=date(2022, 3, 4))], "nl")
    return entities(made)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # The only one told of so far.
        ("Piet Bos stapt op. Bos was vier jaar wethouder. Zijn zus Anna Bos reageert.", "Piet Bos"),
        ("Bos stapt op\n\nPiet Bos stapt op als wethouder. Zijn zus Anna Bos zwijgt.", "Piet Bos"),
        # Whom the title tells, also where both have been named.
        ("Minister Anna Bos en boer Piet Bos zaten aan. Minister Bos was tevreden.", "Anna Bos"),
        ("Boer Piet Bos en minister Anna Bos zaten aan. Minister Bos was tevreden.", "Anna Bos"),
        (
            "De minister van Werk, Anna Bos, en boer Piet Bos zaten aan. Dat zei boer Bos.",
            "Piet Bos",
        ),
        # Nobody can tell.
        ("Piet Bos, zoon van Anna Bos, is opgepakt. Bos zwijgt.", "Bos"),
        ("Minister Anna Bos en boer Piet Bos zaten aan. Bos was tevreden.", "Bos"),
        ("Minister Anna Bos en minister Piet Bos zaten aan. Minister Bos was tevreden.", "Bos"),
    ],
)
def test_a_surname_that_two_bear(text: str, meant: str) -> None:
    assert told(text)["Bos"].label == meant


NAME = "Andri/Andri/PROPN/{relation} Kravets/Kravets/PROPN/flat>{at}"
BEFORE = (
    "De/de/DET/det>2 {noun}/{noun}/NOUN/nsubj>7/Number=Sing ,/,/PUNCT/punct>4 "
    f"{NAME.format(relation='appos>2', at=4)} ,/,/PUNCT/punct>4 zonk/zinken/VERB/root>0"
)
BEHIND = (
    f"{NAME.format(relation='nsubj>7', at=1)} ,/,/PUNCT/punct>5 de/de/DET/det>5 "
    "{noun}/{noun}/NOUN/conj>1/Number=Sing ,/,/PUNCT/punct>5 zonk/zinken/VERB/root>0"
)


@pytest.mark.parametrize("sentence", [BEFORE, BEHIND])
@pytest.mark.parametrize(("noun", "person"), [("burgemeester", True), ("boot", False)])
def test_a_full_name_beside_a_noun_for_a_person_is_a_person(
    sentence: str, noun: str, person: bool
) -> None:
    made = analysis(sentence.format(noun=noun), names={"Andri Kravets": "Organisation"})
    found = entities(made)
    assert (found["Andri Kravets"].entity_class == "Person") is person
    if sentence is BEHIND:  # the parse made no apposition of it; the commas do
        assert found[f"de {noun}"] == found["Andri Kravets"]


def test_a_person_is_no_thing_between_commas() -> None:
    found = entities(analysis(BEHIND.format(noun="boot"), names={"Andri Kravets": "Person"}))
    assert found["de boot"] != found["Andri Kravets"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("President Zelenski reist naar Rusland.", "own"),
        ("President Zelenski reist naar Rusland. De president zegt niets.", "own"),
        ("De president reist naar Rusland.", "Q7747"),
        ("President Zelenski reist naar Rusland. De Russische president zegt niets.", "Q7747"),
        ("President Poetin reist door Rusland. De president zegt niets.", "Q7747"),
    ],
)
def test_a_title_before_a_name_is_that_names(text: str, key: str) -> None:
    found = told(text)
    last = [found[words] for words in found if words.lower().endswith("president")][-1]
    assert ("own" if last.key.startswith("proef#") else last.key) == key
    if "Zelenski" in found:
        assert found["Zelenski"].key != "Q7747"


@pytest.mark.parametrize(
    ("town", "known"),
    [
        ("Rotterdam", True),  # the only one there is
        ("Groningen", True),  # far larger than others of its name
        ("Middelburg", False),  # there is a larger one elsewhere
        ("Gent", False),  # in a country of which he is no premier
    ],
)
def test_a_town_tells_whose_premier_a_surname_is(town: str, known: bool) -> None:
    found = told(f"In {town} kreeg Rutte haring.")
    assert (found["Rutte"].key == "Q57792") is known
