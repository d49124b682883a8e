"""What a reader sees and does on the page, for its tests."""

from __future__ import annotations

from tests.browser.webdriver import Browser

BREACH = "doorbraak van de Waaldijk bij Zaltbommel"
"""An event of the invented articles that the paper and a party both tell."""


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
