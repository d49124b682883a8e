"""Words -> sentences: stops, abbreviations, quotes, headings, datelines, long input."""

import pytest

from kg.annotate.segments import segments
from kg.annotate.sentences import MOST_WORDS, sentences
from kg.annotate.words import words
from kg.model import Document


def split(text: str) -> list[str]:
    spans = list(words(text))
    ranges, _ = sentences(text, spans)
    return [text[spans[a][0] : spans[b - 1][1]] for a, b in ranges]


@pytest.mark.parametrize(
    "parts",
    [
        ["Hij kwam.", "Zij ging."],
        ["Dr. Bos zag mr. De Wit."],
        ["Hij kocht o.a. brood enz.", "Daarna ging hij."],
        ["“Kom nu.”", "Zij kwam."],
        ["‘Echt?’ vroeg ze."],
        [",,Nee!'' riep hij.", "Zij zweeg."],
        ["Zijn dat 3.500 mensen?", "2.000, zei hij."],
        ["Het was 's nachts koud.", "'s Ochtends niet."],
        ["KIEV (ANP) –", "De aanval begon."],
        ["BRUSSEL, 3 maart -", "De raad kwam bijeen."],
        ["DEN HAAG -", "De raad kwam bijeen."],
        ["NAVO en EU - samen sterk."],
        ["Of niet...", "Wie weet…", "Ja!"],
        ["Dat is… vreemd."],
        ["“‘Hij komt’, zei ze”, schrijft De Tijd.", "Later niet."],
    ],
)
def test_where_sentences_end(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_heading_ends_at_its_line() -> None:
    assert split("Gevechten gaan door\n\nDe strijd duurt.") == [
        "Gevechten gaan door",
        "De strijd duurt.",
    ]
    assert split("Foto: ANP\nDe strijd duurt.") == ["Foto: ANP", "De strijd duurt."]


def test_text_broken_by_width_runs_on() -> None:
    text = "De oude man liep langs het\nwater naar de stad en\nkwam daar laat aan. Daar\nsliep hij."
    assert split(text) == [
        "De oude man liep langs het\nwater naar de stad en\nkwam daar laat aan.",
        "Daar\nsliep hij.",
    ]


def test_overlong_sentences_are_cut_with_a_warning() -> None:
    document = Document("lang", "woord, " * (3 * MOST_WORDS))
    parts, warnings = segments(document)
    assert all(len(part.spans) <= MOST_WORDS for part in parts)
    assert sum(len(part.spans) for part in parts) == 6 * MOST_WORDS
    assert [w[:8] for w in warnings] == ["W02 lang"]


def test_a_run_of_one_mark_warns_and_is_shown_short() -> None:
    parts, warnings = segments(Document("x", "Ja " + "(" * 40_000 + " nee"))
    assert "W02" in warnings[0]
    seen = {span: form for part in parts for span, form in zip(part.spans, part.forms, strict=True)}
    assert len(seen[3, 40_003]) <= 100


def test_the_tagger_sees_plain_marks_and_composed_letters() -> None:
    parts, _ = segments(Document("x", "‘cafe\u0301’ ge\u00adheim"))
    assert parts[0].forms == ("'", "café", "'", "geheim")
