"""The page as a reader uses it: search, filter, choose, read, by mouse, keyboard and link."""

from __future__ import annotations

from tests.browser.conftest import DRAWN, Opener
from tests.browser.looking import BREACH, chip, fragment, painted, search, text, texts
from tests.browser.webdriver import Browser


def test_the_page_says_what_is_in_it(page: Browser) -> None:
    assert text(page, "#summary") == "3 artikelen · 31 namen · 26 gebeurtenissen"
    assert text(page, "#count") == "55"
    assert "persoon" in text(page, "#kinds") and "ontkend" in text(page, "#statuses")
    assert "Zo leest u dit netwerk" in text(page, "#panel")


def test_a_click_on_a_node_shows_its_panel(page: Browser) -> None:
    page.click_at(*painted(page, "#56b4e9"))
    page.until("return document.body.classList.contains('chosen')")
    assert text(page, "#panel .kind") == "persoon"
    assert page.run("return location.hash").startswith("#entity/")


def test_the_panel_shows_each_sentence_with_its_words_marked(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, BREACH))
    page.until(DRAWN)
    assert text(page, "#panel h2") == BREACH
    quotes = texts(page, "#panel blockquote")
    assert quotes[0] == "🌊 Bij Zaltbommel is dinsdagnacht de Waaldijk doorgebroken."
    assert texts(page, "#panel mark.said") == ["doorgebroken", "de breuk"]
    assert texts(page, "#panel mark.cue") == ["Volgens"]


def test_the_panel_tells_who_says_it_and_how_sure(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, BREACH))
    paper, party = texts(page, "#panel .claim")
    assert "de krant zelf" in paper and "volgens de krant · zeker" in paper
    assert "Rijkswaterstaat" in party and "volgens een partij · zeker" in party
    assert "te zien aan: “Volgens”" in party
    facts = text(page, "#panel dl")
    assert "6 februari 2024" in facts and "niet genoemd in de tekst" in facts
    assert "“de breuk” verwijst naar “doorgebroken”" in text(page, "#panel")


def test_marks_after_characters_beyond_the_first_plane(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, "Zaltbommel"))
    assert texts(page, "#panel mark")[0] == "Zaltbommel"
    assert "51,81° N 5,25° O" in text(page, "#panel dl")
    links = page.run(
        "return [...document.querySelectorAll('#panel a')].map((a) => [a.href, a.rel])"
    )
    assert links == [
        ["http://www.wikidata.org/entity/Q9962", "noopener noreferrer"],
        ["https://sws.geonames.org/2743977/", "noopener noreferrer"],
    ]


def test_a_claim_about_a_claim_stands_inside_it(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, "dreigend tekort aan gas"))
    assert "Joris Veldkamp" in text(page, "#panel .claim .claim")


def test_search_by_keyboard(page: Browser) -> None:
    search(page, "zaltb")
    page.until("return !document.getElementById('hits').hidden")
    assert texts(page, "#hits .item-label")[0] == "Zaltbommel"
    page.press("ArrowDown", "ArrowUp", "Enter")
    page.until("return document.body.classList.contains('chosen')")
    assert text(page, "#panel h2") == "Zaltbommel"
    assert page.run("return document.activeElement.id") == "panel-title"


def test_search_finds_other_names_and_forgives_accents(page: Browser) -> None:
    search(page, "berlijn")
    assert texts(page, "#hits .item-label") == ["Duitsland"]
    page.press("Escape")
    search(page, "evacueer")
    assert texts(page, "#hits .none") == ["Niets gevonden"]
    page.press("Escape")
    search(page, "EVACUATIE")
    assert len(texts(page, "#hits .item-label")) == 1


def test_a_search_result_can_be_clicked(page: Browser) -> None:
    search(page, "nam")
    page.click("#hits li")
    assert text(page, "#panel h2") == "NAM"


def test_the_legend_filters_kinds_and_statuses(page: Browser) -> None:
    chip(page, "kinds", "persoon")
    assert text(page, "#count") == "48"
    assert "Hanneke Postma" not in texts(page, "#list .item-label")
    chip(page, "kinds", "persoon")
    for status in ("volgens de krant", "gepland", "geëist", "voorwaardelijk", "ontkend"):
        chip(page, "statuses", status)
    chip(page, "statuses", "van horen zeggen")
    assert texts(page, "#list .item-label")[0] == "Delta Overslag"
    assert len([one for one in texts(page, "#list .item-label") if "dreigement" in one]) == 1
    page.click("#reset")
    assert text(page, "#count") == "55"


def test_states_are_hidden_until_asked_for(page: Browser) -> None:
    assert "duur van de staking" not in texts(page, "#list .item-label")
    page.click("#states")
    assert text(page, "#count") == "57"
    assert "duur van de staking" in texts(page, "#list .item-label")


def test_filters_by_article_date_and_class(page: Browser) -> None:
    def choose(field: str, value: str) -> None:
        script = """const field = document.getElementById(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('change'));"""
        page.run(script, field, value)

    choose("document", "1")
    names = texts(page, "#list .item-label")
    assert "NAM" in names and "FNV" not in names
    choose("document", "")
    choose("from", "2024-02-09")
    choose("to", "2024-02-09")
    names = texts(page, "#list .item-label")
    assert "FNV" in names and "Zaltbommel" not in names
    page.click("#reset")
    choose("class", "Negotiation")
    names = texts(page, "#list .item-label")
    assert sorted(names)[:4] == ["Duitsland", "Groningen", "Nederland", "gas"]
    assert len(names) == 5


def test_a_column_of_the_timeline_filters_its_day(page: Browser) -> None:
    assert len(texts(page, "#timeline button")) == 8
    label = "return document.querySelector('#timeline button:nth-child(2)').ariaLabel"
    assert page.run(label) == "6 februari 2024: 3 gebeurtenissen"
    page.click("#timeline button:nth-child(2)")
    assert "evacuatie van inwoners van Zaltbommel" in texts(page, "#list .item-label")
    assert "FNV" not in texts(page, "#list .item-label")
    page.click("#timeline button:nth-child(2)")
    assert text(page, "#count") == "55"


def test_the_whole_page_by_keyboard(page: Browser) -> None:
    page.press("Tab", "Enter")
    assert page.run("return document.activeElement.className") == "item"
    first = page.run("return document.activeElement.dataset.number")
    page.press("ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    page.until("return document.activeElement.id === 'panel-title'")
    chosen = text(page, "#panel h2")
    assert text(page, "#list [aria-current] .item-label") == chosen
    assert page.run("return document.querySelector('#list [aria-current]').dataset.number") != first
    assert chosen in text(page, "#live")
    page.press("Escape")
    assert page.run("return document.activeElement.className") == "item"
    assert not page.run("return document.body.classList.contains('chosen')")
    assert text(page, "#live") == "Niets gekozen"
    # The list is one stop: the next is in the legend.
    page.press("Tab")
    assert page.run("return document.activeElement.parentElement.id") == "kinds"


def test_a_chip_keeps_the_focus_when_pressed(page: Browser) -> None:
    page.run("document.querySelector('#statuses button').focus()")
    page.press("Space")
    pressed = "return document.activeElement.getAttribute('aria-pressed')"
    assert page.run(pressed) == "false"
    page.press("Space")
    assert page.run(pressed) == "true"


def test_links_and_the_way_back(opened: Opener, page: Browser) -> None:
    first, second = fragment(page, "Zaltbommel"), fragment(page, "FNV")
    page = opened(first)
    assert text(page, "#panel h2") == "Zaltbommel"
    page.run("location.hash = arguments[0]", second)
    page.until("return document.querySelector('#panel h2').textContent === 'FNV'")
    page.run("history.back()")
    page.until("return document.querySelector('#panel h2').textContent === 'Zaltbommel'")
    page.click("#panel .close")
    assert page.run("return location.hash") == ""
    assert opened("#entity/bestaat-niet").run("return document.body.className") == ""
