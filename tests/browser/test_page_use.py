"""The page as a reader uses it: search, filter, choose, read, by mouse, keyboard and link."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from tests.browser.conftest import DRAWN, Opener, written
from tests.browser.webdriver import Browser
from tests.export.page_large import large

BREACH = "doorbraak van de Waaldijk bij Zaltbommel"


def text(browser: Browser, selector: str) -> str:
    return str(browser.run("return document.querySelector(arguments[0]).textContent", selector))


def texts(browser: Browser, selector: str) -> list[str]:
    script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)"
    found: list[str] = browser.run(script, selector)
    return found


def fragment(browser: Browser, label: str) -> str:
    script = """return JSON.parse(document.getElementById('data').textContent)
        .things.find((thing) => thing.label === arguments[0]).key"""
    return "#" + str(browser.run(script, label))


def search(browser: Browser, words: str) -> None:
    browser.click("#query")
    browser.press(words)


def chip(browser: Browser, group: str, words: str) -> None:
    """Click the legend entry of a group that shows these words."""
    script = """[...document.querySelectorAll(`#${arguments[0]} button`)]
        .find((one) => one.children[1].textContent === arguments[1]).click()"""
    browser.run(script, group, words)


def painted(browser: Browser, colour: str, canvas: str = "#canvas canvas") -> list[int]:
    """A point of the window where the canvas shows just this colour, in the middle of more."""
    script = """const canvas = document.querySelector(arguments[1]);
        const wanted = arguments[0], box = canvas.getBoundingClientRect();
        const at = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const is = (x, y) => wanted.every((c, n) => at[(y * canvas.width + x) * 4 + n] === c);
        for (let y = 6; y < canvas.height - 6; y += 2)
          for (let x = 6; x < canvas.width - 6; x += 2)
            if (is(x, y) && is(x - 2, y) && is(x + 2, y) && is(x, y - 2) && is(x, y + 2))
              return [box.x + x * box.width / canvas.width, box.y + y * box.height / canvas.height];
        return null;"""
    rgb = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    found: list[int] = browser.until(script, rgb, canvas)
    return found


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
    assert "de krant zelf" in paper and "beweerd door de krant · zeker" in paper
    assert "Rijkswaterstaat" in party and "beweerd door een partij · zeker" in party
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
    for status in ("beweerd door de krant", "gepland", "geëist", "voorwaardelijk", "ontkend"):
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


def test_every_control_has_a_name(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, BREACH))
    nameless = """return [...document.querySelectorAll('button, input, select, a')].filter((one) =>
        one.getClientRects().length && !(one.textContent.trim() || one.ariaLabel
        || one.labels?.length || one.title)).map((one) => one.outerHTML)"""
    assert page.run(nameless) == []
    assert page.run("return document.documentElement.lang") == "nl"


@pytest.mark.parametrize("label", [BREACH, ""])
def test_a_telephone(opened: Opener, page: Browser, label: str) -> None:
    page = opened(fragment(page, label) if label else "", width=390, height=844)
    page.until(DRAWN)
    assert page.run("return document.documentElement.scrollWidth") == 390
    boxes = page.run(
        """return ['#canvas', '#panel', '.top', '.tabs'].map((name) => {
          const box = document.querySelector(name).getBoundingClientRect();
          return [box.top, box.bottom, box.width];
        })"""
    )
    canvas, panel, top, tabs = boxes
    assert canvas[1] - canvas[0] > 200 and canvas[2] == 390
    assert top[1] <= tabs[0] + 1 and tabs[1] <= canvas[0] + 1
    if label:
        assert panel[0] >= canvas[1] - 1 and panel[1] <= 844 and panel[2] == 390
    for view in ("list", "filters", "network"):
        page.click(f"[data-show={view}]")
        assert page.run("return document.documentElement.scrollWidth") == 390
    small = """return [...document.querySelectorAll('.tabs button, .tools button')]
        .filter((one) => one.getBoundingClientRect().height < 40).length"""
    assert page.run(small) == 0


def test_panel_and_canvas_stand_side_by_side_on_a_desk(opened: Opener, page: Browser) -> None:
    page = opened(fragment(page, BREACH))
    right, left = page.run(
        """return [document.getElementById('drawing').getBoundingClientRect().right,
          document.getElementById('panel').getBoundingClientRect().left]"""
    )
    assert right <= left + 1


def test_night_and_day(page: Browser) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert page.run(ground) == "rgb(255, 255, 255)"
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.devtools("Emulation.setEmulatedMedia", dark)
    page.until(ground + " === 'rgb(18, 23, 29)'")
    painted(page, "#56b4e9")


def test_an_empty_graph_says_so(opened: Opener, tmp_path: Path) -> None:
    browser = opened(path=written(tmp_path, ox.Store()))
    assert browser.run("return document.getElementById('empty').getClientRects().length") == 1
    assert "leeg" in text(browser, "#empty")
    assert browser.log("browser") == []


def test_names_without_any_tie_are_drawn_too(opened: Opener, tmp_path: Path) -> None:
    from tests.export.page_sample import Sample

    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Utrecht en Assen.")
    for name in ("Utrecht", "Assen"):
        sample.entity(name, "City", [sample.mention("a", name)])
    browser = opened(path=written(tmp_path, sample.store))
    painted(browser, "#009e73")
    assert browser.run("return document.getElementById('shown').hidden") is True


@pytest.fixture(scope="module")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return written(tmp_path_factory.mktemp("large"), large(2000))


def test_a_large_graph_shows_the_first_and_the_rest_on_demand(
    opened: Opener, large_page: Path
) -> None:
    browser = opened(path=large_page)
    browser.until(DRAWN)
    count = "return parseInt(document.getElementById('shown-text').textContent, 10)"
    first = browser.run(count)
    assert 200 < first <= 300
    assert len(texts(browser, "#list button")) == 100
    browser.click("#longer")
    assert len(texts(browser, "#list button")) == 600
    # The last name is not drawn; choosing it brings it and its neighbours.
    browser.run("[...document.querySelectorAll('#list button')].at(-1).click()")
    assert first < browser.run(count) <= first + 42
    browser.click("#more")
    assert browser.run(count) > 500
    browser.click("#less")
    assert browser.run(count) == first


def test_the_map_shows_places_and_a_pin_can_be_chosen(page: Browser) -> None:
    page.click("[data-draw=map]")
    assert page.run("return getComputedStyle(document.getElementById('canvas')).display") == "none"
    page.click_at(*painted(page, "#009e73", "#map"))
    page.until("return document.body.classList.contains('chosen')")
    assert "°" in text(page, "#panel dl")
    chosen = text(page, "#panel h2")
    page.click("#closer")
    page.click("[data-draw=network]")
    assert text(page, "#panel h2") == chosen


def test_without_coordinates_there_is_no_map(opened: Opener, large_page: Path) -> None:
    browser = opened(path=large_page)
    browser.until(DRAWN)
    assert browser.run("return document.getElementById('views').hidden") is True
