"""Side by side on the page: who says what of one event, with which numbers, in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import DRAWN, Opener, written
from tests.browser.looking import fragment, text, texts
from tests.browser.webdriver import Browser
from tests.export.page_strike import STRIKE, strike


@pytest.fixture(scope="module")
def strike_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("strike"), strike())


@pytest.fixture
def voices(opened: Opener, strike_page: Path) -> Browser:
    """The page of the strike, with what is said side by side."""
    browser = opened(path=strike_page)
    browser.until(DRAWN)
    browser.click("[data-draw=voices]")
    return browser


def chosen(browser: Browser, label: str) -> None:
    browser.run("location.hash = arguments[0]", fragment(browser, label))
    script = "return document.getElementById('voices-title').textContent === arguments[0]"
    browser.until(script, label)


def test_the_overview_names_events_of_several_voices(voices: Browser) -> None:
    rows = texts(voices, "#voices .tie")
    assert "Olha Petrenko · brandweer · ministerie" in rows[0]
    assert rows[0].endswith("spreken elkaar tegen")
    assert "spreken" not in rows[1]
    words = texts(voices, "#voices summary")
    assert any("‘inval’" in one and "Ivan Radek: ‘operatie’" in one for one in words)
    assert "minstens 22 · 25 · 24" in words[-1]


def test_an_event_has_a_column_for_each_voice(voices: Browser) -> None:
    chosen(voices, STRIKE)
    heads = texts(voices, "#voices .voice h3")
    assert heads == [
        "de krant zelf",
        "Olha Petrenko",
        "brandweer",
        "ministerie van Defensie van Zuidland",
    ]
    assert "spreken elkaar tegen" in text(voices, "#voices .remark")
    paper, *_, denial = texts(voices, "#voices .voice")
    assert paper.index("6 mei 2031") < paper.index("9 mei 2031")
    assert "‘geraakt’, ‘aanval’" in paper
    assert "ontkenning · zeker" in denial
    assert voices.run("return getComputedStyle(document.getElementById('panel')).display") == "none"


def test_numbers_stand_side_by_side_with_source_and_date(voices: Browser) -> None:
    chosen(voices, STRIKE)
    cards = texts(voices, "#voices .toll .claim")
    assert [card[:11] for card in cards] == ["minstens 22", "25brandweer", "24de krant "]
    assert "Raket raakt station · 6 mei 2031" in cards[0]
    assert texts(voices, "#voices .toll mark") == ["zeker 22", "25", "24"]


def test_words_by_party_and_whether_they_are_quoted(voices: Browser) -> None:
    chosen(voices, "oorlog tussen Zuidland en Noordland")
    cards = texts(voices, "#voices .frame .claim")
    assert any(card.startswith("Ivan Radek‘operatie’ letterlijk") for card in cards)
    assert any(card.startswith("Olha Petrenko‘oorlog’ weergegeven") for card in cards)
    assert STRIKE in texts(voices, "#voices .tie bdi")


def test_a_name_shows_what_it_says(voices: Browser) -> None:
    chosen(voices, "Olha Petrenko")
    assert "Wat Olha Petrenko zegt (2 keer)" in text(voices, "#voices")
    assert STRIKE in texts(voices, "#voices .claim bdi")
    voices.run("document.querySelector('#voices header .more').click()")
    assert "naast elkaar" in text(voices, "#voices-title")


def test_the_panel_leads_to_it_and_old_links_still_do(opened: Opener, strike_page: Path) -> None:
    browser = opened("#event/inslag-in-barvik-" + "0" * 8, path=strike_page)
    browser.until(DRAWN)
    aliases = browser.run("return JSON.parse(document.getElementById('data').textContent).aliases")
    browser.run("location.hash = '#' + arguments[0]", next(iter(aliases)))
    browser.until("return document.querySelector('#panel h2').textContent === arguments[0]", STRIKE)
    browser.run(
        "[...document.querySelectorAll('#panel .more')].find((one) =>"
        " one.textContent === 'Zet naast elkaar').click()"
    )
    assert text(browser, "#voices-title") == STRIKE


def test_on_a_telephone_the_columns_stand_below_each_other(
    opened: Opener, strike_page: Path
) -> None:
    browser = opened(path=strike_page, width=390, height=844)
    browser.until(DRAWN)
    browser.click("[data-draw=voices]")
    chosen(browser, STRIKE)
    lefts = "return [...document.querySelectorAll('#voices .voice')].map((v) => v.offsetLeft)"
    assert len(set(browser.run(lefts))) == 1
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    over = """return [...document.querySelectorAll('#voices *')].filter((one) =>
        one.getBoundingClientRect().right > 390.5).length"""
    assert browser.run(over) == 0
