"""Raw text -> words: Dutch spelling, marks, and hostile input."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.words import LONG_RUN, words


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij zei: 'Nee.'", ["Hij", "zei", ":", "'", "Nee", ".", "'"]),
        ("zo'n foto's uit Noord-Korea", ["zo'n", "foto's", "uit", "Noord-Korea"]),
        ("'s Avonds in 's-Hertogenbosch", ["'s", "Avonds", "in", "'s-Hertogenbosch"]),
        ("dr. Bos en mr. P. de Wit", ["dr.", "Bos", "en", "mr.", "P.", "de", "Wit"]),
        ("o.a. de V.S. enz.", ["o.a.", "de", "V.S.", "enz."]),
        ("1.234,56 euro (3,5%)", ["1.234,56", "euro", "(", "3,5", "%", ")"]),
        ("om 10:30 uur de 35-jarige", ["om", "10:30", "uur", "de", "35-jarige"]),
        (",,Kom'' ``nu''", [",,", "Kom", "''", "``", "nu", "''"]),
        ("„Ja” «nee» ‘ach’", ["„", "Ja", "”", "«", "nee", "»", "‘", "ach", "’"]),
        ("neonazi’s… Ja", ["neonazi’s", "…", "Ja"]),
        ("zie https://nos.nl/a?b=1.", ["zie", "https://nos.nl/a?b=1", "."]),
        ("AT&T en/of R&D", ["AT&T", "en/of", "R&D"]),
        ("land- en tuinbouw", ["land-", "en", "tuinbouw"]),
        ("ge\u00adheim minister\u00ad-president", ["ge\u00adheim", "minister\u00ad-president"]),
        (
            "‘s Avonds in ‘s-Gravenhage, foto‘s",
            ["‘s", "Avonds", "in", "‘s-Gravenhage", ",", "foto‘s"],
        ),
        ("‘80 procent’", ["‘", "80", "procent", "’"]),
        ("cafe\u0301 e\u0301e\u0301n", ["cafe\u0301", "e\u0301e\u0301n"]),
    ],
)
def test_dutch_spelling(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=300))
def test_every_character_but_white_space_is_in_one_word(text: str) -> None:
    end = 0
    for start, stop in words(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


def test_a_long_run_is_one_word_and_a_short_one_many() -> None:
    assert len(split("(" * LONG_RUN)) == LONG_RUN
    assert len(split("(" * (LONG_RUN + 1))) == 1


@pytest.mark.parametrize(
    "unit", ["(", "a", "a.", "'", "a-", "1.", "é\u0301", "(-", "\u00ad", "a\u00ad-"]
)
def test_work_grows_with_length_alone(unit: str) -> None:
    """Ten times the text is some ten times the work: seconds of the processor, not of a clock.

    Only a regular expression that goes back over and over could break this, and it would take
    a hundred times as long; forty leaves room for whatever else the machine does.
    """

    def seconds(count: int) -> float:
        start = time.process_time()
        sum(1 for _ in words(unit * count))
        return time.process_time() - start

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.01)
