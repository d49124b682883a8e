"""How sure and whether, by rule: tests/cases/factuality.toml; and how claims are nested.

``python -m tests.extract.test_claims`` prints what is wrong.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import build
from kg.annotate import annotate_many
from kg.export.trig import trig
from kg.extract import extract
from kg.extract.quotations import quotations
from kg.model import Claim, Document, Event, Extraction
from kg.query import question

CASES = Path(__file__).parent.parent / "cases" / "factuality.toml"


@cache
def cases() -> tuple[tuple[str, dict[str, Any]], ...]:
    table = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return tuple((rule, case) for rule, of in table.items() for case in of)


@cache
def found() -> tuple[Extraction, ...]:
    documents = [Document(str(n), case["text"]) for n, (_, case) in enumerate(cases())]
    return tuple(extract(analysis) for analysis in annotate_many(documents, "nl"))


def judged(case: dict[str, Any], got: Extraction) -> list[tuple[bool, str]]:
    """For every event that was found: whether it is put as the case says, and what was found."""
    text = case["text"]
    put = {
        c.about.trigger.of(text): (c.status, c.certainty, c.polarity)
        for c in got.claims
        if isinstance(c.about, Event)
    }
    return [
        (put[word] == tuple(wanted), f"{text}\n    {word}: {put[word]}, not {tuple(wanted)}")
        for word, *wanted in case["is"]
        if word in put
    ]


def results(held: bool) -> list[tuple[bool, str]]:
    pairs = zip(cases(), found(), strict=True)
    return [
        r for (_, case), got in pairs if bool(case.get("held")) == held for r in judged(case, got)
    ]


@pytest.mark.parametrize("held", [False, True], ids=["shown", "set aside"])
def test_status_certainty_and_polarity(held: bool) -> None:
    all_ = results(held)
    assert sum(ok for ok, _ in all_) >= (0.8 if held else 0.9) * len(all_), [
        w for ok, w in all_ if not ok
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Kom,” zei hij.", ["Kom,"]),
        ("‘Kom’, zei hij.", ["Kom"]),
        ('"Kom", zei hij.', ["Kom"]),
        ("„Kom”, zei hij.", ["Kom"]),
        ("«Kom», zei hij.", ["Kom"]),
        ("``Kom'', zei hij.", ["Kom"]),
        ("“Hij zei ‘kom’ en ging.”", ["Hij zei ‘kom’ en ging.", "kom"]),
        ("‘In oorlog met neonazi’s’", ["In oorlog met neonazi’s"]),
        ("De foto's van 's ochtends, zo’n tien.", []),
        ("Hans' auto en de jaren '90.", []),
        ("“Kom mee. Hij ging.", ["Kom mee."]),
    ],
)
def test_quotations(text: str, words: list[str]) -> None:
    assert [q.words.of(text) for q in quotations(text)] == words


def test_outer_claims_are_about_inner_ones() -> None:
    text = "Volgens Kiev zei Poetin dat het leger de stad aanvalt."
    (analysis,) = annotate_many([Document("x", text)], "nl")
    outer = [c for c in extract(analysis).claims if isinstance(c.about, Claim)]
    chains = [
        [
            c.speaker.span.of(text)
            for c in (claim, claim.about)
            if isinstance(c, Claim) and c.speaker
        ]
        for claim in outer
    ]
    assert ["Kiev", "Poetin"] in chains


TENSE = """In Charkov werden woensdag twaalf burgers gedood, zei de burgemeester. \
Volgens de gouverneur werden woensdag in Charkov negen burgers gedood.

Volgens Zelenski heeft Rusland de school aangevallen. \
Poetin zegt dat Rusland de school niet heeft aangevallen.

Volgens Poetin verloopt de Russische operatie volgens plan. \
De Russische colonne maakte donderdag geen progressie. De bond overlegt volgens plan.

De penningmeester beschuldigde de voorzitter van fraude. De voorzitter ontkent dat.
"""


def test_tensions_are_few_and_right(tmp_path: Path) -> None:
    article = tmp_path / "spanning.txt"
    article.write_text(TENSE, encoding="utf-8")
    store = build(article, published=date(2022, 3, 4)).store
    rows = store.query(question("spanningen").text)
    assert isinstance(rows, ox.QuerySolutions)
    found = {(row["spanning"].value, row["een"].value, row["ander"].value) for row in rows}
    assert found == {
        ("getallen die niet samengaan", "de burgemeester", "de gouverneur"),
        ("wel en niet gebeurd", "Volodimir Zelenski", "Vladimir Poetin"),
        ("wel en niet gebeurd", "de penningmeester", "de voorzitter"),
        ("volgens plan, en geen voortgang", "Vladimir Poetin", "(krant)"),
    }


def test_what_a_speaker_denies_stands_in_a_graph_of_its_own(tmp_path: Path) -> None:
    article = tmp_path / "spanning.txt"
    article.write_text(TENSE, encoding="utf-8")
    store = build(article, published=date(2022, 3, 4)).store
    written = trig(store)
    parsed = ox.Store()
    parsed.bulk_load(input=written, format=ox.RdfFormat.TRIG)
    graphs = {g.value.rpartition("/entity/")[2] for g in parsed.named_graphs()}
    assert any(g.startswith("vladimir-poetin") and g.endswith("/denials") for g in graphs)
    assert any(g.startswith("volodimir-zelenski") and g.endswith("/claims") for g in graphs)
    assert written == trig(store)


if __name__ == "__main__":
    for aside in (False, True):
        every = results(aside)
        print("set aside" if aside else "shown", sum(ok for ok, _ in every), "of", len(every))
        if not aside:
            print("\n".join(wrong for ok, wrong in every if not ok))
