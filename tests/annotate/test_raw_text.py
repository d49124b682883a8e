"""Text as it stands in newspapers: exact offsets whatever its marks, lists and line ends."""

import unicodedata

import pytest

from kg.annotate import annotate
from kg.annotate.segments import segments
from kg.model import Analysis, Document, MentionKind

SENTENCE = "Ada Bos sprak in Utrecht met de NAVO."
NAMES = [("Ada Bos", "Person"), ("Utrecht", "Place"), ("NAVO", "Organisation")]


def names(text: str) -> list[tuple[str, str | None]]:
    found = annotate(Document("x", text)).mentions
    return [(m.span.of(text), m.entity_class) for m in found if m.kind is MentionKind.NAME]


def sentences(analysis: Analysis) -> list[str]:
    return [s.span.of(analysis.document.text) for s in analysis.sentences]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SENTENCE}” Zo ging het.",
        f"„{SENTENCE}” Zo ging het.",
        f"«{SENTENCE}» Zo ging het.",
        f"‘{SENTENCE}’ Zo ging het.",
        f",,{SENTENCE}'' Zo ging het.",
        f"``{SENTENCE}'' Zo ging het.",
        f'"{SENTENCE}" Zo ging het.',
        f"'{SENTENCE}' Zo ging het.",
        f"Kop zonder punt\n\n{SENTENCE}",
        f"Zo ging het… {SENTENCE}",
        f"- {SENTENCE}",
        f"• {SENTENCE}",
        f"* {SENTENCE}",
        f"1. {SENTENCE}",
        f"a) {SENTENCE}",
        f"– {SENTENCE}",
        f"Zie www.voorbeeld.nl/a?b=c#d of https://voorbeeld.nl. {SENTENCE}",
        f"Mail naar a.bos-smit@voorbeeld.nl. {SENTENCE}",
        f"Volg @adabos en #nieuws. {SENTENCE}",
        f"\ufeff{SENTENCE}",
        f"15 maart 2022, 10:30\nBijgewerkt: 12.00\n\n{SENTENCE}",
        f"({SENTENCE})",
        f"[{SENTENCE}]",
        f"{SENTENCE}\r\n\r\nZo ging het.",
    ],
)
def test_what_stands_around_a_sentence_changes_no_name(text: str) -> None:
    assert names(text) == NAMES


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t", " \u2009", "   "])
def test_white_space_inside_a_name(space: str) -> None:
    text = SENTENCE.replace(" ", space)
    assert names(text) == [(f"Ada{space}Bos", "Person"), *NAMES[1:]]


def test_accents_composed_or_not() -> None:
    text = "Ada Bos sprak in Zürich met André Hazes."
    apart = unicodedata.normalize("NFD", text)
    assert len(apart) > len(text)
    assert [unicodedata.normalize("NFC", n) for n, _ in names(apart)] == [n for n, _ in names(text)]
    assert all(name in apart for name, _ in names(apart))


def test_soft_hyphens_stay_in_the_span() -> None:
    text = "Ada Bos sprak in Am\u00adster\u00addam."
    assert names(text)[-1] == ("Am\u00adster\u00addam", "Place")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KIEV (ANP) – De raad kwam bijeen.", "KIEV"),
        ("AMSTERDAM (ANP/Novum) - De raad kwam bijeen.", "AMSTERDAM"),
        ("BRUSSEL, 3 maart - De raad kwam bijeen.", "BRUSSEL"),
        ("DEN HAAG — De raad kwam bijeen.", "DEN HAAG"),
    ],
)
def test_datelines(text: str, place: str) -> None:
    analysis = annotate(Document("x", text))
    assert sentences(analysis)[1] == "De raad kwam bijeen."
    assert names(text)[0] == (place, "Place")


@pytest.mark.parametrize(
    "credit", ["Beeld Jan de Vries / ANP", "Foto: ANP/Jan de Vries", "Illustratie Jan de Vries"]
)
def test_photo_credits_name_nobody(credit: str) -> None:
    assert ("Jan de Vries", "Person") not in names(f"De raad bijeen.\n\n{credit}\n\n{SENTENCE}")


def test_every_item_of_a_list_is_a_sentence() -> None:
    text = "De eisen zijn:\n- rust in Gent\n• hulp van de VN\n2) geld uit Parijs"
    assert sentences(annotate(Document("x", text))) == text.split("\n")
    assert [name for name, _ in names(text)] == ["Gent", "VN", "Parijs"]


@pytest.mark.parametrize("run", [".", "-", "!", "(", "“", "’", "…", "\u00ad", "/", "_", "= ", "- "])
def test_long_runs_of_marks(run: str) -> None:
    text = f"{SENTENCE} {run * 5000} {SENTENCE}"
    analysis = annotate(Document("x", text))
    spelled = [t.span.of(text) for s in analysis.sentences for t in s.tokens]
    assert "".join(spelled) == "".join(text.split())
    assert names(text) == NAMES * 2


@pytest.mark.parametrize("unit", ["woord ", "Woord. ", "a, ", "“Ja.” ", "1. ", "Bos ", "- "])
def test_a_giant_paragraph_is_cut_into_sentences_of_bounded_length(unit: str) -> None:
    def parts(count: int) -> int:
        found, _ = segments(Document("x", unit * count))
        assert all(len(part.spans) <= 400 for part in found)
        assert sum(len(part.spans) for part in found) % count == 0
        return len(found)

    assert parts(16_000) <= 9 * parts(2_000)
