"""The page on a telephone and a desk, by night, empty, large, and as a map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from tests.browser.conftest import DRAWN, Opener, written
from tests.browser.looking import BREACH, fragment, painted, text, texts
from tests.browser.webdriver import Browser
from tests.export.page_large import large


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
    assert browser.run("return document.querySelector('[data-draw=map]').hidden") is True
