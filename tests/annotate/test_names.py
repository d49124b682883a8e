"""Rules for names, on hand-made tagged sentences."""

from itertools import pairwise

import pytest

from kg.annotate.name_features import name_features
from kg.annotate.name_types import Tagged
from kg.annotate.names import names


def tagged(text: str, *found: tuple[str, str], pos: str = "") -> Tagged:
    """A sentence of words between spaces; names by their words; capitals are PROPN."""
    forms = tuple(text.split())
    spans = []
    for words, label in found:
        part = tuple(words.split())
        start = next(i for i in range(len(forms)) if forms[i : i + len(part)] == part)
        spans.append((start, start + len(part), label))
    guess = tuple("PROPN" if f[:1].isupper() else "NUM" if f.isdigit() else "NOUN" for f in forms)
    return Tagged(forms, tuple(pos.split()) or guess, tuple(spans))


def read(*sentences: Tagged) -> list[tuple[str, str]]:
    return [(" ".join(n.words(sentences)), n.kind) for n in names(sentences)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            tagged("hij sprak president Jan Bos toe", ("president Jan Bos", "PER")),
            [("Jan Bos", "Person")],
        ),
        (tagged("de topman Ruigrok kwam", ("Ruigrok", "ORG")), [("Ruigrok", "Person")]),
        (
            tagged("toen zei bankanalist Wim Kok", ("bankanalist Wim Kok", "ORG")),
            [("Wim Kok", "Person")],
        ),
        (
            tagged("ook Rodal CEO Piet Vos kwam", ("Rodal CEO Piet Vos", "ORG")),
            [("Rodal", "Organisation"), ("Piet Vos", "Person")],
        ),
        (
            tagged("de firma Rodal Inc. groeit", ("Rodal", "LOC")),
            [("Rodal Inc.", "Organisation")],
        ),
        (
            tagged("vluchten van Zeeland Airlines", ("Zeeland Airlines", "LOC")),
            [("Zeeland Airlines", "Organisation")],
        ),
        (tagged("in de provincie Rodalië", ("provincie Rodalië", "ORG")), [("Rodalië", "Place")]),
        (tagged("een Rodal R350 landde", ("Rodal", "ORG")), [("Rodal R350", "Product")]),
        (tagged("nu koopt Rodal 20 schepen", ("Rodal", "ORG")), [("Rodal", "Organisation")]),
        (tagged("hij wil een Wodpad hebben", ("Wodpad", "ORG")), [("Wodpad", "Product")]),
        (tagged("die op de Wodpad staan", ("Wodpad", "LOC")), [("Wodpad", "Thing")]),
        (tagged("niet elke James Bos", ("James Bos", "PER")), [("James Bos", "Person")]),
        (tagged("zoals een James Bos", ("James Bos", "PER")), [("James Bos", "Person")]),
        (
            tagged("het Comité van het IOC", ("Comité", "ORG")),
            [("Comité", "Organisation"), ("IOC", "Organisation")],
        ),
        (tagged("men zag Wodpad gaan", ("Wodpad", "LOC")), [("Wodpad", "Thing")]),
        (tagged("dan naar Wodpad gaan", ("Wodpad", "LOC")), [("Wodpad", "Place")]),
        (tagged("dat Kees Hendriks kwam", ("Kees Hendriks", "PRO")), [("Kees Hendriks", "Person")]),
        (tagged("van Pyongyangs kant", ("Pyongyangs", "LOC")), [("Pyongyangs", "Place")]),
        (tagged("de Televisie", ("Televisie", "ORG"), pos="DET NOUN"), []),
        (tagged("de Rodal-fabriek sluit", ("Rodal-fabriek", "ORG")), []),
        (tagged("dat kost 10 US $ per stuk", ("US", "LOC")), []),
        (tagged("toen ging de NAVO weg"), [("NAVO", "Organisation")]),
        (tagged("de Russische troepen", ("Russische", "LOC"), pos="DET ADJ NOUN"), []),
        (tagged("toen kwamen Russen aan", ("Russen", "LOC")), []),
        (tagged("Beeld EPA/JAN BOS", ("EPA/JAN BOS", "ORG")), []),
        # What the gazetteer knows
        (tagged("toen kocht Facebook meer"), [("Facebook", "Organisation")]),
        (tagged("bij ABN Amro werken", ("Amro", "PER")), [("ABN Amro", "Organisation")]),
        (
            tagged(
                "de Verenigde Staten van Amerika", ("Verenigde Staten", "LOC"), ("Amerika", "LOC")
            ),
            [("Verenigde Staten van Amerika", "Place")],
        ),
        (tagged("in het Witte Huis", pos="ADP DET ADJ NOUN"), [("Witte Huis", "Organisation")]),
        (
            tagged("van Mac OS X Panter", ("Mac OS X Panter", "ORG")),
            [("Mac OS X Panter", "Product")],
        ),
        (tagged("de zee bij Sarasota", ("Sarasota", "PRO")), [("Sarasota", "Place")]),
        # Edges
        (tagged("Danseres Ada Bos viel", ("Danseres Ada Bos", "PER")), [("Ada Bos", "Person")]),
        (tagged("NOS-baas Jan Bos kwam", ("NOS-baas Jan Bos", "ORG")), [("Jan Bos", "Person")]),
        (
            tagged("de CEO van Rodal Ventures", ("CEO van Rodal Ventures", "PER")),
            [("Rodal Ventures", "Organisation")],
        ),
        (tagged("dat zegt De Zwerver ook", ("De Zwerver", "PER")), [("De Zwerver", "Person")]),
        (
            tagged("door Reuters / Belga gemeld", ("Reuters / Belga", "ORG")),
            [("Reuters", "Organisation"), ("Belga", "Organisation")],
        ),
        (
            tagged("voor Rodal 28-Mar-06 Wodpad", ("Rodal 28-Mar-06 Wodpad", "ORG")),
            [("Rodal", "Organisation"), ("Wodpad", "Organisation")],
        ),
        (tagged("het Duitse RWE groeit", ("Duitse RWE", "ORG")), [("RWE", "Organisation")]),
        (tagged("dat Frans Zwerver kwam", ("Frans Zwerver", "PER")), [("Frans Zwerver", "Person")]),
        (
            tagged("de Chief Executive Officer kwam", ("Chief Executive Officer", "PER")),
            [],
        ),
        (
            tagged("Commercieel Directeur van Shell", ("Commercieel Directeur van Shell", "PER")),
            [("Shell", "Organisation")],
        ),
        (
            tagged("dat Ruud van Zwerver kwam", ("Ruud van Zwerver", "PER")),
            [("Ruud van Zwerver", "Person")],
        ),
        (
            tagged("Topman Ralf Zwerver van Isogro", ("Topman Ralf Zwerver van Isogro", "PER")),
            [("Ralf Zwerver", "Person"), ("Isogro", "Organisation")],
        ),
        (
            tagged("dat Ada Bos van Rotterdam kwam", ("Ada Bos van Rotterdam", "PER")),
            [("Ada Bos", "Person"), ("Rotterdam", "Place")],
        ),
        (
            tagged("dat Jan Pieter van Dam kwam", ("Jan Pieter van Dam", "PER")),
            [("Jan Pieter van Dam", "Person")],
        ),
        (
            tagged("dat Ahmed Bouali van den Berg kwam", ("Ahmed Bouali van den Berg", "PER")),
            [("Ahmed Bouali van den Berg", "Person")],
        ),
        (
            tagged("toen won Ajax tegen Feyenoord", ("Ajax tegen Feyenoord", "ORG")),
            [("Ajax", "Organisation"), ("Feyenoord", "Organisation")],
        ),
        (tagged("in John Street", ("John Street", "PER")), [("John Street", "Place")]),
        (tagged("een VVD'er kwam", ("VVD'er", "ORG")), []),
        (tagged("dat zei Kaag", ("Kaag", "LOC")), [("Kaag", "Person")]),
        (tagged("dat zei Brussel", ("Brussel", "LOC")), [("Brussel", "Place")]),
        (
            tagged("BRUSSEL , 3 maart -", pos="X PUNCT NUM NOUN PUNCT"),
            [("BRUSSEL", "Place")],
        ),
        (
            tagged("Universiteit Wodpad groeit", ("Universiteit Wodpad", "ORG")),
            [("Universiteit Wodpad", "Organisation")],
        ),
        (
            tagged("SeaTanker Ltd. groeit", ("SeaTanker Ltd.", "ORG")),
            [("SeaTanker Ltd.", "Organisation")],
        ),
        # Institutions and ministries
        (
            tagged("het Centrum voor Werk en Inkomen", ("Centrum", "ORG"), ("Werk", "ORG")),
            [("Centrum voor Werk en Inkomen", "Organisation")],
        ),
        (tagged("de Raad van Europa", ("Europa", "LOC")), [("Raad van Europa", "Organisation")]),
        (tagged("de raad van Gent", ("Gent", "LOC")), [("Gent", "Place")]),
        (tagged("de Beweging van Jan Bos", ("Jan Bos", "PER")), [("Jan Bos", "Person")]),
        (
            tagged("minister van Sociale Zaken en Werk Ada Bos", ("Werk Ada Bos", "PER")),
            [("Sociale Zaken en Werk", "Organisation"), ("Ada Bos", "Person")],
        ),
        # Kinds, endings, countries, products
        (tagged("de popgroep Wodpad speelt", ("Wodpad", "PER")), [("Wodpad", "Organisation")]),
        (tagged("na de schietpartij Wodpad", ("Wodpad", "MISC")), [("Wodpad", "Thing")]),
        (
            tagged("in de Jan Zwerverstraat", ("Jan Zwerverstraat", "PER")),
            [("Jan Zwerverstraat", "Place")],
        ),
        (
            tagged("1. Zwerver ( Ned ) 2.10", ("Zwerver", "ORG")),
            [("Zwerver", "Organisation"), ("Ned", "Place")],
        ),
        (
            tagged("met iTunes Wodpad Store", ("Wodpad Store", "LOC"), pos="ADP PROPN PROPN PROPN"),
            [("iTunes Wodpad Store", "Product")],
        ),
        (tagged("de Ford Wodpad reed", ("Ford Wodpad", "ORG")), [("Ford Wodpad", "Product")]),
        (tagged("om 12.30 bij Rodal 21.30", ("Rodal", "ORG")), [("Rodal", "Organisation")]),
        # Doubts
        (tagged("Wodpad bijt jongen", ("Wodpad", "LOC")), []),
        (tagged("dat zegt Wodpad vaak", ("Wodpad", "LOC")), [("Wodpad", "Person")]),
        (tagged("GEEN GELD VOOR WODPAD", ("GELD VOOR WODPAD", "ORG")), []),
        (tagged("KIEV ( ANP )", ("KIEV", "PER")), [("KIEV", "Place"), ("ANP", "Organisation")]),
    ],
    ids=lambda value: " ".join(value.forms) if isinstance(value, Tagged) else "",
)
def test_one_sentence(sentence: Tagged, expected: list[tuple[str, str]]) -> None:
    assert read(sentence) == expected


def test_a_surname_is_the_person_named_before() -> None:
    found = read(
        tagged("toen kwam Ada Zwerver binnen", ("Ada Zwerver", "PER")),
        tagged("later ging Zwerver weg", ("Zwerver", "LOC")),
        tagged("dat zei Zwerver"),
    )
    assert found == [("Ada Zwerver", "Person"), ("Zwerver", "Person"), ("Zwerver", "Person")]


def test_a_last_name_keeps_its_particles() -> None:
    found = read(
        tagged("daar was Mark de Zwerver", ("Mark de Zwerver", "PER")),
        tagged("ook De Zwerver zweeg", ("Zwerver", "PER")),
        tagged("de zwerver sliep"),
    )
    assert [words for words, _ in found] == ["Mark de Zwerver", "De Zwerver"]


def test_a_last_name_that_opens_a_sentence_whatever_its_tag() -> None:
    found = read(
        tagged("daar was Mark Zwerver", ("Mark Zwerver", "PER")),
        tagged("Zwerver verklaarde niets", pos="VERB VERB PRON"),
        tagged("ook Zwervers plan viel", ("Zwervers", "MISC")),
    )
    assert [kind for _, kind in found] == ["Person", "Person", "Person"]


def test_one_name_has_one_class() -> None:
    found = read(
        tagged("bij Rodal werken", ("Rodal", "ORG")),
        tagged("dat Rodal groeit", ("Rodal", "ORG")),
        tagged("omdat Rodal krimpt", ("Rodal", "PER")),
    )
    assert {kind for _, kind in found} == {"Organisation"}


def test_two_names_side_by_side() -> None:
    found = read(
        tagged("toen sprak Ada Zwerver", ("Ada Zwerver", "PER")),
        tagged("gisteren verzocht Zwerver Frankrijk om hulp", ("Zwerver Frankrijk", "LOC")),
    )
    assert found[1:] == [("Zwerver", "Person"), ("Frankrijk", "Place")]


def test_names_never_overlap_and_keep_the_order() -> None:
    sentences = [tagged("in Den Haag sprak Ada Zwerver van Shell", ("Haag sprak Ada", "PER"))]
    found = names(sentences)
    assert found == sorted(found, key=lambda n: (n.sentence, n.start))
    for a, b in pairwise(found):
        assert not a.overlaps(b)


def test_lists_of_names_as_features() -> None:
    assert name_features(["Jan", "jan", "ROTTERDAM", "Qqqzz"])[1::2] == ["-", "-"]
    assert "f" in name_features(["Jan"])[0]
    assert "g" in name_features(["ROTTERDAM"])[0]
