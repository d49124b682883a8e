"""A headless Chromium for the page's tests; skipped, with the reason, where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export.network import network
from tests.browser.webdriver import Browser, found
from tests.export.page_news import news

Opener = Callable[..., Browser]
DRAWN = "return performance.getEntriesByName('drawn').length > 0"


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests: starting it takes longer than most of them."""
    if found() is None:
        pytest.skip("no chromium with a chromedriver on this machine")
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def news_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the three invented articles, where a mail client would have put it."""
    path = tmp_path_factory.mktemp("bijlage met spatie") / "network.html"
    path.write_bytes(network(news()))
    return path


@pytest.fixture
def opened(chromium: Browser, news_page: Path) -> Opener:
    """Opens the news page (or another) afresh: ``opened(fragment="", width=…, height=…)``."""

    def open_page(
        fragment: str = "", width: int = 1280, height: int = 860, path: Path = news_page
    ) -> Browser:
        chromium.devtools("Emulation.setEmulatedMedia", {"features": []})
        chromium.open("about:blank", width, height)
        chromium.log("browser")
        chromium.requests()
        chromium.open(path.as_uri() + fragment, width, height)
        return chromium

    return open_page


@pytest.fixture
def page(opened: Opener) -> Browser:
    """The news page, drawn."""
    browser = opened()
    browser.until(DRAWN)
    return browser


def written(folder: Path, store: ox.Store) -> Path:
    """The page of a graph, as a file."""
    path = folder / "network.html"
    path.write_bytes(network(store))
    return path
