"""The same figures as the project's outside measure, on real documents."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.score import Report, measure, read_gold, read_graph, read_system
from kg.score.coreference import Coreference
from kg.score.figures import Counts
from tests.score.as_graph import as_graph

SHARED = Path(__file__).parents[3] / "shared"
MEASURE = SHARED / "score" / "score.py"
GOLD = SHARED / "data" / "meantime-nl" / "dev.jsonl"
NEWSREADER = SHARED / "data" / "meantime-nl" / "dev.newsreader.jsonl"

pytestmark = pytest.mark.skipif(
    not (MEASURE.exists() and GOLD.exists()),
    reason="../shared is absent: it holds the measure and the annotated articles",
)


@pytest.fixture(scope="module")
def theirs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("outside_score", MEASURE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def shaken(gold: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """The annotations with mistakes of every kind, drawn by a seed."""
    draw = random.Random(seed)
    found = []
    for document in gold:
        tokens, events, names = document["tokens"], [], []
        for event in document["events"]:
            if draw.random() < 0.7:
                certainty = draw.choice(["CERTAIN", "PROBABLE", "POSSIBLE", "UNDERSPECIFIED", None])
                certainty = event["certainty"] if draw.random() < 0.6 else certainty
                polarity = draw.choice(["POS", "NEG"]) if draw.random() < 0.2 else event["polarity"]
                chain = str(draw.randrange(25))
                events.append(
                    event | {"certainty": certainty, "polarity": polarity, "chain": chain}
                )
        taken = {event["start"] for event in events}
        for start, end in draw.sample(tokens, len(tokens) // 20):
            # One mention belongs to one event, says the contract.
            if start in taken:
                continue
            events.append({"start": start, "end": end, "chain": f"x{start}"})
        for name in document["entities"]:
            wider = draw.random() < 0.15
            start = max([a for a, _ in tokens if a < name["start"]] or [name["start"]])
            kind = (
                draw.choice(["PER", "LOC", "ORG", "MISC"]) if draw.random() < 0.3 else name["type"]
            )
            if draw.random() < 0.8:
                begin = start if wider else name["start"]
                names.append({"start": begin, "end": name["end"], "type": kind})
        mentions = [m for chain in document["entity_chains"] for m in chain]
        chains: dict[int, list[dict[str, Any]]] = {}
        for mention in mentions:
            size = draw.choice([0, 0, 0, 3, -3])
            end = min(max(mention["start"] + 1, mention["end"] + size), len(document["text"]))
            if draw.random() < 0.85:
                here = chains.setdefault(draw.randrange(12), [])
                here.append({"start": mention["start"], "end": end})
        found.append(
            {
                "id": document["id"],
                "events": events,
                "entities": list({(n["start"], n["end"]): n for n in names}.values()),
                "entity_chains": list(chains.values()),
            }
        )
    return found


def same(ours: Report, outside: dict[str, Any]) -> None:
    """Every figure that the outside measure gives, to more than the third decimal."""

    def counts(name: str, value: Counts) -> None:
        wanted = outside[name]
        assert (value.hit, value.system, value.gold) == tuple(
            wanted[key] for key in ("hit", "system", "gold")
        ), name
        figures = (value.precision, value.recall, value.f1)
        assert figures == pytest.approx((wanted["P"], wanted["R"], wanted["F1"]), abs=1e-9)

    def number(name: str, value: float | None) -> None:
        assert (value is None) == (name not in outside), name
        if value is not None:
            assert value == pytest.approx(outside[name], abs=1e-9), name

    def coreference(name: str, value: Coreference | None) -> None:
        assert (value is None) == (name not in outside), name
        if value is not None:
            wanted = outside[name]
            keys = ("MUC", "B3", "CEAFe", "CoNLL")
            figures = (value.muc, value.b_cubed, value.ceaf_e, value.conll)
            assert figures == pytest.approx([wanted[key] for key in keys], abs=5e-5), name

    assert ours.documents == outside["documents"]
    counts("entities (typed, exact)", ours.names)
    for type_, value in ours.by_type.items():
        counts(f"  {type_}", value)
    counts("event mentions (exact)", ours.events)
    counts("event tokens", ours.event_tokens)
    number("uncertain events F1 (matched events)", ours.uncertain)
    number("certainty macro-F1 (matched events)", ours.certainty)
    number("polarity macro-F1 (matched events)", ours.polarity)
    coreference("entity coreference", ours.entities)
    coreference("event coreference", ours.event_groups)


def test_a_baseline_in_json(theirs: ModuleType) -> None:
    outside, _ = theirs.score(
        theirs.read_jsonl(GOLD), {d["id"]: d for d in theirs.read_jsonl(NEWSREADER)}
    )
    same(measure(read_gold(GOLD), read_system(NEWSREADER)), outside)


def _graph_of(documents: list[dict[str, Any]], folder: Path) -> Path:
    texts = {document["id"]: document["text"] for document in lines(GOLD)}
    path = folder / "graph.ttl"
    path.write_text(as_graph(documents, texts), encoding="utf-8")
    return path


def test_another_systems_output_as_a_graph(theirs: ModuleType, tmp_path: Path) -> None:
    graph = _graph_of(lines(NEWSREADER), tmp_path)
    outside, _ = theirs.score(theirs.read_jsonl(GOLD), theirs.read_graph(graph))
    same(measure(read_gold(GOLD), read_graph(graph)), outside)


@pytest.mark.parametrize("seed", range(3))
def test_shaken_annotations_as_a_graph(theirs: ModuleType, tmp_path: Path, seed: int) -> None:
    graph = _graph_of(shaken(lines(GOLD), seed), tmp_path)
    outside, _ = theirs.score(theirs.read_jsonl(GOLD), theirs.read_graph(graph))
    report = measure(read_gold(GOLD), read_graph(graph))
    same(report, outside)
    assert 0 < report.names.f1 < 1 and report.certainty and report.entities


def test_the_annotations_themselves_are_faultless(tmp_path: Path) -> None:
    gold = lines(GOLD)
    for document in gold:
        for number, chain in enumerate(document["event_chains"]):
            spans = {(m["start"], m["end"]) for m in chain}
            for event in document["events"]:
                if (event["start"], event["end"]) in spans:
                    event["chain"] = str(number)
    report = measure(read_gold(GOLD), read_graph(_graph_of(gold, tmp_path)))
    assert (report.events.f1, report.event_tokens.f1, report.certainty) == (1, 1, 1)
    assert report.event_groups and report.event_groups.conll == pytest.approx(1)
    assert report.events_alone and report.events_alone.muc == 0 < report.events_alone.b_cubed < 1
    assert report.names.recall == 1
    # The contract has no class for what is neither person, place nor organisation, so that a
    # name inside "Boeing 737" is no longer inside another.
    assert {mistake.kind for mistake in report.mistakes} == {"name not in gold"}
