"""The file itself: closed to the outside, the same bytes again, and readable colours."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.export import EXPORTERS
from kg.export.drawing import SHAPES
from kg.export.layout import positions
from kg.export.network import SCRIPTS, escaped, network, page_data, vis_network
from tests.export.page_news import news

PAGE = resources.files("kg.export") / "page"


class Elements(HTMLParser):
    """All elements with their attributes, and the text of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "script":
            self.inside.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return network(news()).decode("utf-8")


def test_every_exporter_gives_bytes_for_a_file_of_its_own() -> None:
    names = [exporter.file_name for exporter in EXPORTERS.values()]
    assert len(names) == len(set(names))
    for exporter in EXPORTERS.values():
        assert isinstance(exporter.write(ox.Store()), bytes)
        assert exporter.write(news()) == exporter.write(news())


def test_same_bytes_whatever_the_hash_seed_and_the_order_of_triples() -> None:
    script = (
        "import hashlib, random, pyoxigraph as ox\n"
        "from tests.export.page_news import news\n"
        "from kg.export.network import network\n"
        "quads = sorted(news(), key=str)\n"
        "random.Random(SEED).shuffle(quads)\n"
        "store = ox.Store(); store.extend(quads)\n"
        "print(hashlib.sha256(network(store)).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    answers = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        code = script.replace("SEED", seed)
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=root, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        answers.add(run.stdout)
    assert len(answers) == 1


def test_nothing_in_the_file_asks_for_anything(page: str) -> None:
    elements = Elements(page).found
    for tag, attributes in elements:
        assert "src" not in attributes, tag
        assert attributes.get("href", "data:,") == "data:,"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"@import|url\(|sourceMappingURL", page)


def test_the_policy_allows_only_what_bears_its_nonce(page: str) -> None:
    elements = Elements(page).found
    policy = next(a["content"] for _, a in elements if a.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none';")
    (nonce,) = set(re.findall(r"nonce-([\w+/=]+)'", policy))
    assert "unsafe" not in policy
    assert all(
        attributes.get("nonce") == nonce
        for tag, attributes in elements
        if tag in ("script", "style") and attributes.get("type") != "application/json"
    )


def test_no_text_of_the_graph_stands_outside_the_data(page: str) -> None:
    assert page.count("Rijkswaterstaat") == page.split('id="data">')[1].split("<", 1)[0].count(
        "Rijkswaterstaat"
    )


def test_data_cannot_end_its_element() -> None:
    odd: Any = {"</script><!--": "\u2028\u2029 & {{script}} 😀"}
    text = escaped(odd)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == odd


def test_a_text_that_looks_like_a_placeholder_stays_text() -> None:
    from tests.export.page_sample import Sample

    sample = Sample()
    sample.document("a", "{{script}}", "2024-01-01", "{{nonce}} en {{data}}.")
    sample.entity("{{nonce}}", "Thing", [sample.mention("a", "{{nonce}}")])
    page = network(sample.store).decode("utf-8")
    data = json.loads(page.split('id="data">')[1].split("<", 1)[0])
    assert data["things"][0]["label"] == "{{nonce}}"
    assert data["documents"][0]["title"] == "{{script}}"


def test_every_script_of_the_page_is_used_and_safe() -> None:
    files = {file.name for file in PAGE.iterdir() if file.name.endswith(".js")}
    assert files == set(SCRIPTS)
    parsed = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function"
    kept_or_sent = r"localStorage|sessionStorage|cookie|fetch\(|XMLHttp|import\("
    sinks = f"{parsed}|{kept_or_sent}"
    for name in SCRIPTS:
        assert not re.search(sinks, (PAGE / name).read_text("utf-8")), name


def test_the_library_is_the_one_that_was_read() -> None:
    library = vis_network()
    assert "@version 9.1.2" in library and "Apache 2.0" in library
    assert "innerHTML" not in library


def colours(dark: bool) -> dict[str, str]:
    css = (PAGE / "page.css").read_text("utf-8")
    light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rest if dark else light))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_and_lines_are_readable(dark: bool) -> None:
    found = colours(dark)
    pairs = [(ink, ground) for ink in ("ink", "quiet", "link", "accent", "edge-strong")
             for ground in ("ground", "surface", "raised")]  # fmt: skip
    pairs += [("mark-ink", "mark"), ("cue-ink", "cue")]
    pairs += [(f"{kind.lower()}-line", ground) for ground in ("ground", "surface", "raised")
              for kind in SHAPES]  # fmt: skip
    poor = [(a, b, round(contrast(found[a], found[b]), 2)) for a, b in pairs
            if contrast(found[a], found[b]) < 4.5]  # fmt: skip
    assert poor == []


def test_positions_are_whole_distinct_and_the_same_again() -> None:
    edges = [(at, (at * 7) % 40) for at in range(1, 120)] + [(150, 151)]
    sizes = [10.0] * 200
    found = positions(sizes, edges, list(range(60)))
    assert found == positions(sizes, edges, list(range(60)))
    assert len(set(found)) == 200
    assert all(isinstance(value, int) for place in found for value in place)


def test_neighbours_are_laid_out_nearer_than_strangers() -> None:
    chain = [(at, at + 1) for at in range(29)]
    found = positions([10.0] * 30, chain, list(range(30)))

    def gap(one: int, other: int) -> float:
        (x, y), (u, v) = found[one], found[other]
        return float(((x - u) ** 2 + (y - v) ** 2) ** 0.5)

    assert max(gap(a, b) for a, b in chain) < 0.3 * gap(0, 29)


def test_the_land_is_a_path_that_stays_on_the_globe() -> None:
    land = (PAGE / "land.txt").read_text("utf-8").strip()
    number = r"-?\d+"
    pair = rf"{number}(?: |(?=-)){number}"
    assert re.fullmatch(rf"(?:M{pair}l{pair}(?:(?: |(?=-)){pair})*z)+", land)
    assert len(land) < 80_000
    for ring in re.findall(r"M([^z]+)z", land):
        values = [int(value) for value in re.findall(number, ring)]
        x, y = values[0], values[1]
        for step_x, step_y in zip(values[2::2], values[3::2], strict=True):
            assert abs(step_x) < 9_000
            x, y = x + step_x, y + step_y
            assert -19_500 <= x <= 19_500 and -9_000 <= y <= 6_000


def test_the_land_is_left_out_where_no_place_is_known() -> None:
    from tests.export.page_sample import Sample

    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Utrecht telt.")
    sample.entity("Utrecht", "City", [sample.mention("a", "Utrecht")])
    assert page_data(sample.store)["land"] == ""
    assert page_data(news())["land"].startswith("M")


def test_the_null_meridian_is_a_longitude() -> None:
    from tests.export.page_sample import Sample

    sample = Sample()
    sample.document("a", "A", "2024-01-01", "Greenwich telt.")
    greenwich = [sample.mention("a", "Greenwich")]
    sample.entity("Greenwich", "City", greenwich, geo__lat=51.48, geo__long=0.0)
    (row,) = page_data(sample.store)["things"]
    assert (row["lat"], row["long"]) == (51.48, 0.0)
