"""The page asks nothing of the outside and runs nothing but its own scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.vocab import KG
from tests.browser.conftest import DRAWN, Opener, written
from tests.browser.webdriver import Browser
from tests.export.page_sample import Sample, iri

# Each sets window.ran, fetches from a name that does not exist, or opens a dialogue.
PAYLOADS = [
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<img src='https://canary.invalid/a.png'>",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    '"><script>window.ran=1</script>',
    "'-(window.ran=1)-'",
    "`${window.ran=1}`",
    "{{constructor.constructor('window.ran=1')()}}",
    "javascript:window.ran=1",
    "<a href='javascript:window.ran=1'>klik</a>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<!--<script>window.ran=1//-->",
    "<style>@import 'https://canary.invalid/b.css';</style>",
    "<link rel=stylesheet href=https://canary.invalid/c.css>",
    "<meta http-equiv=refresh content='0;url=https://canary.invalid/'>",
    "\u2028window.ran=1\u2029",
    "<details open ontoggle=window.ran=1>",
    "<math><mtext><script>window.ran=1</script></mtext></math>",
    "<input autofocus onfocus=window.ran=1>",
    "</textarea><script>window.ran=1</script>",
    "__proto__",
    "\u202e<script>window.ran=1</script>",
]


def hostile() -> Sample:
    """Every payload in every field that can hold text."""
    sample = Sample()
    for number, payload in enumerate(PAYLOADS):
        slug = f"d{number}"
        text = f"😀 {payload} zegt dat {payload} valt."
        sample.document(slug, payload, "2024-01-01", text)
        doc = iri("doc", slug)
        sample.add(doc, "dcterms:identifier", f" {payload}")
        name = sample.mention(slug, payload, 0, "Name")
        trigger = sample.mention(slug, payload, 1)
        entity = sample.entity(
            payload, "Person", [name], iri=f"{iri('entity', slug)}%3Cscript%3E",
            kg__mergedBecause=f" {payload}", geo__lat=f" {payload}", geo__long=f" {payload}",
            owl__sameAs=[f"https://canary.invalid/{number}", f" {payload}"],
            skos__closeMatch=f" {payload}", kg__population=f" {payload}",
        )  # fmt: skip
        time, amount = f"{iri('time', slug)}", f"{iri('quantity', slug)}"
        for name_of, value in (("kg:timex", payload), ("sem:hasTimeStamp", payload)):
            sample.add(time, name_of, f" {value}")
        for name_of in ("kg:value", "kg:unit", "kg:comparator"):
            sample.add(amount, name_of, f" {payload}")
        event = sample.event(
            f"val van {payload} {number}", [], trigger, "Claimed", kg__agent=entity,
            kg__quantity=amount, sem__hasTime=time, kg__status=f" {payload}",
            kg__mergedBecause=f" {payload}", iri=f"{iri('event', slug)}",
        )  # fmt: skip
        sample.add(event, "rdf:type", f"{KG}%3Cimg%20src=x%20onerror=window.ran=1%3E")
        sample.claim(
            event, slug, kg__speaker=entity, kg__aboutMention=trigger, kg__cue=trigger,
            kg__quote=f" {payload}", kg__rule=f" {payload}", kg__confidence=f" {payload}",
            kg__illocution=f" {payload}", kg__certainty=f" {payload}",
        )  # fmt: skip
    return sample


def test_no_request_and_no_word_on_the_console(opened: Opener) -> None:
    browser = opened()
    browser.until(DRAWN)
    for selector in ("#list button", "#kinds button", "#statuses button", "#fit"):
        browser.click(selector)
    asked = [url for url in browser.requests() if not url.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")
    assert browser.log("browser") == []


def test_hostile_texts_stay_texts(opened: Opener, tmp_path: Path) -> None:
    browser = opened(path=written(tmp_path, hostile().store))
    browser.until(DRAWN)
    things = browser.run("return document.querySelectorAll('#list button').length")
    assert things == 2 * len(PAYLOADS)
    shown = browser.run(
        """const shown = [];
        for (const button of [...document.querySelectorAll('#list button')]) {
          button.click();
          for (const more of document.querySelectorAll('#panel .more')) more.click();
          shown.push(document.getElementById('panel').textContent);
        }
        document.querySelector('[data-draw=voices]').click();
        for (const button of [...document.querySelectorAll('#list button')]) {
          button.click();
          shown.push(document.getElementById('voices').textContent);
        }
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        for (const more of document.querySelectorAll('#voices .more')) more.click();
        for (const line of document.querySelectorAll('#voices summary')) line.click();
        const query = document.getElementById('query');
        for (const text of ['<', 'script', '"', '{{', 'window']) {
          query.value = text;
          query.dispatchEvent(new Event('input'));
        }
        return shown.join(' ');"""
    )
    for payload in PAYLOADS:
        assert payload in shown
    assert browser.run("return window.ran === undefined")
    # Nothing of a text became an element.
    odd = (
        "img, iframe, math, details:not(#voices section > details), link:not([rel=icon]),"
        " :is(#panel, #voices) :is(script, style, input)"
    )
    assert browser.run("return document.querySelectorAll(arguments[0]).length", odd) == 0
    assert browser.run("return document.querySelectorAll('#panel a').length") == 0
    asked = [url for url in browser.requests() if not url.startswith("data:")]
    assert len(asked) == 1
    assert browser.log("browser") == []


def test_the_policy_stops_a_script_that_got_in(page: Browser) -> None:
    page.run(
        """const late = document.createElement('img');
        try { late.setAttribute('onerror', 'window.ran=1'); } catch (error) { window.refused = 1; }
        late.setAttribute('src', 'data:,');
        document.body.append(late);
        try { document.body.innerHTML = '<b>x</b>'; } catch (error) { window.stopped = 1; }"""
    )
    assert page.run("return window.stopped") == 1
    assert page.run("return window.ran === undefined")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_kept(page: Browser, scheme: str) -> None:
    page.click("#list button")
    assert page.run("return document.cookie + localStorage.length + sessionStorage.length") == "00"
