"""Names, events and mistakes of hand-made documents; the report; the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import KgError, NothingUsableError, UsageError
from kg.model import Span
from kg.score import Gold, System, by_topic, measure, read_gold, read_graph, read_system
from kg.score.documents import EventMention, NameMention
from kg.score.figures import Counts
from kg.score.matching import bare_name, covered, outermost, scored_names, stands_for
from kg.score.mistakes import grouped, kinds
from kg.score.report import as_json, errors, table
from tests.score.as_graph import as_graph

TEXT = "CEO Steve Jobs van de V.S. sprak in Cupertino. Apple zweeg, zei Jobs. Apple groeide niet."


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def name(words: str, type_: str, nth: int = 0, *, adjective: bool = False) -> NameMention:
    return NameMention(span(words, nth), type_, adjective)


def gold(**changes: object) -> Gold:
    fields: dict[str, object] = {
        "id": "a",
        "text": TEXT,
        "scored_until": len(TEXT),
        "tokens": tuple(span(word) for word in ("sprak", "zweeg", "zei", "groeide", "niet")),
        "names": (
            name("Steve Jobs", "PER"),
            name("V.S.", "LOC"),
            name("Cupertino", "LOC"),
            name("Apple", "ORG"),
            name("Jobs", "PER", 1),
            name("Apple", "ORG", 1),
        ),
        "events": (
            EventMention(span("sprak"), "CERTAIN", "POS"),
            EventMention(span("zweeg"), "POSSIBLE", "POS"),
            EventMention(span("groeide"), "CERTAIN", "NEG"),
        ),
        "topic": "apple",
    }
    return Gold(**(fields | changes))  # type: ignore[arg-type]


def test_the_name_alone() -> None:
    for words, bare in (
        ("CEO Steve Jobs", "Steve Jobs"),
        ("de V.S.", "V.S."),
        ("Steve Jobs van de V.S.", "Steve Jobs van de V.S."),
        ("van de V.S.", "V.S."),
        ("zweeg", "zweeg"),
    ):
        assert bare_name(span(words), TEXT).of(TEXT) == bare
    for text, bare in (
        ("iPhone van X", "iPhone van X"),
        ("de zaak", "de zaak"),
        ("de  X", "de  X"),
    ):
        assert bare_name(Span(0, len(text)), text).of(text) == bare


def test_the_outermost_of_nested_spans() -> None:
    spans = [Span(0, 5), Span(0, 3), Span(4, 5), Span(4, 8), Span(6, 8), Span(9, 10)]
    assert outermost(spans) == [Span(0, 5), Span(4, 8), Span(9, 10)]
    assert outermost([]) == []


def test_names_that_count() -> None:
    names = (
        name("CEO Steve Jobs", "PER"),
        name("V.S.", "LOC"),
        name("Jobs", "PER", 1),
        name("Apple", "PRO", 1),
    )
    counted = scored_names(names, TEXT, span("Jobs", 1).end, {span("V.S.")})
    assert counted == {span("Steve Jobs"): "PER", span("Jobs", 1): "PER"}
    assert span("Jobs", 1) not in scored_names(names, TEXT, span("Jobs", 1).end - 1, set())


def test_the_mention_that_a_mention_stands_for() -> None:
    text = "de grootste autobouwer in de V.S. en de autobouwer"
    largest, all_of_it = span("grootste autobouwer", text=text), span(text[:33], text=text)
    assert stands_for(all_of_it, {all_of_it, largest}, text) == all_of_it
    assert stands_for(largest, {all_of_it}, text) == all_of_it
    maker = span("autobouwer", text=text)
    assert stands_for(largest, {maker}, text) == maker
    assert stands_for(span("en", text=text), {maker}, text) == span("en", text=text)


def test_tokens_that_are_touched() -> None:
    tokens = [Span(0, 3), Span(4, 8), Span(8, 9)]
    assert covered(tokens, [Span(2, 5)]) == {0, 1}
    assert covered(tokens, [Span(3, 4)]) == set()


def test_a_perfect_system() -> None:
    document = gold()
    report = measure([document], {"a": System(document.names, document.events)})
    assert report.names == Counts(6, 6, 6)
    assert report.events == Counts(3, 3, 3)
    assert (report.certainty, report.polarity, report.uncertain) == (1, 1, 1)
    assert report.mistakes == ()
    assert report.entities is None and report.event_groups is None


def test_a_document_that_the_system_lacks_counts_as_empty() -> None:
    report = measure([gold()], {})
    assert report.names == Counts(0, 0, 6)
    assert report.events == Counts(0, 0, 3)
    assert report.certainty is None


SYSTEM = System(
    names=(
        name("Steve Jobs", "PER"),
        name("V.S.", "ORG"),
        name("Cupertino. Apple", "LOC"),
        name("Apple", "ORG", 1),
        name("CEO", "ORG"),
    ),
    events=(
        EventMention(span("sprak"), "CERTAIN", "NEG", "1"),
        EventMention(span("zweeg"), "CERTAIN", "POS", "1"),
        EventMention(span("zei"), None, None, "2"),
    ),
)


def test_mistakes_by_kind() -> None:
    report = measure([gold()], {"a": SYSTEM})
    assert kinds(report.mistakes) == {
        "event missed": 1,
        "event not in gold": 1,
        "event of another certainty": 1,
        "event of another polarity": 1,
        "name missed": 1,
        "name not in gold": 1,
        "name of another type": 1,
        "name with other limits": 1,
    }
    by_kind = {m.kind: m for m in report.mistakes}
    assert by_kind["name of another type"].about == "ORG for LOC"
    assert by_kind["event of another certainty"].about == "CERTAIN for POSSIBLE"
    limits = by_kind["name with other limits"]
    assert (limits.words, limits.about) == ("Cupertino. Apple", "LOC 'Cupertino'")
    missed = by_kind["event missed"]
    assert missed.sentence == "Apple groeide niet."
    assert missed.marks.of(missed.sentence) == missed.words == "groeide"


def test_mistakes_are_grouped_the_most_frequent_first() -> None:
    text = "Apple zei. apple zei. Boeing zei."
    names = tuple(NameMention(span(w, text=text), "ORG") for w in ("Apple", "apple", "Boeing"))
    document = Gold("a", text, len(text), (), names, ())
    groups = grouped(measure([document], {}).mistakes)
    assert [(g.words, len(g.mistakes)) for g in groups] == [("Apple", 2), ("Boeing", 1)]
    shown = errors(measure([document], {}), 1)
    assert "     3  name missed" in shown
    assert "   2× name missed (ORG): Apple\n      a: [Apple] zei." in shown
    assert "1 more kinds of mistake" in shown


def test_frequent_names_are_set_apart() -> None:
    text = " ".join(["Apple"] * 3 + [chr(ord("B") + i) for i in range(17)])
    names = [NameMention(Span(i * 6, i * 6 + 5), "ORG") for i in range(3)]
    names += [NameMention(Span(18 + i * 2, 19 + i * 2), "ORG") for i in range(17)]
    document = Gold("a", text, len(text), (), tuple(names), ())
    report = measure([document], {"a": System(tuple(names[:4]), ())})
    assert report.frequent == ("Apple",)  # 15 %; each other name has 5 %
    assert report.names == Counts(4, 4, 20)
    assert report.rare_names == Counts(1, 1, 17)


def test_topics() -> None:
    documents = [gold(), gold(id="b", topic="boeing")]
    found = by_topic(documents, {"a": SYSTEM})
    assert {topic: report.names for topic, report in found.items()} == {
        "apple": Counts(2, 5, 6),
        "boeing": Counts(0, 0, 6),
    }
    assert by_topic([gold(topic=None)], {}) == {}
    assert by_topic([gold()], {}) == {}


def test_table_has_aligned_columns_side_by_side() -> None:
    documents = [gold(), gold(id="b", topic="boeing")]
    scored = [
        (label, measure(documents, system), by_topic(documents, system))
        for label, system in (("ours", {"a": SYSTEM}), ("theirs", {}))
    ]
    lines = table(scored).splitlines()
    column = lines[0].index("theirs")
    assert all(line[column - 3 : column].isspace() for line in lines if len(line) > column)
    assert any(line.startswith("names (typed, exact)") and "F1 0.235" in line for line in lines)
    assert any(line.startswith("topic boeing") for line in lines)
    # What one system does not state leaves its cell empty.
    assert next(line for line in lines if line.startswith("certainty")).count("0.") == 1
    figures = as_json(scored)
    assert [entry["system"] for entry in figures] == ["ours", "theirs"]
    assert figures[0]["names"]["hit"] == 2 and figures[1]["certainty_macro_f1"] is None
    json.dumps(figures)


def entry(**changes: object) -> dict[str, object]:
    return {
        "id": "a",
        "text": TEXT,
        "scored_until": len(TEXT),
        "tokens": [[0, 3]],
        "entities": [{"start": 4, "end": 14, "type": "PER", "text": "Steve Jobs"}],
        "events": [{"start": 27, "end": 32, "certainty": "CERTAIN", "polarity": "POS"}],
        "entity_chains": [[{"start": 4, "end": 14}]],
        "event_chains": [[{"start": 27, "end": 32}]],
    } | changes


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    gold_file, graph = tmp_path / "gold.jsonl", tmp_path / "graph.ttl"
    gold_file.write_text(json.dumps(entry()) + "\n\n", encoding="utf-8")
    graph.write_text(as_graph([entry()], {"a": TEXT}), encoding="utf-8")  # type: ignore[list-item]
    return gold_file, graph


def test_a_graph_is_read_by_its_contract(files: tuple[Path, Path]) -> None:
    system = read_graph(files[1])["a"]
    assert system.names == (NameMention(span("Steve Jobs"), "PER"),)
    (event,) = system.events
    assert (event.span, event.certainty, event.polarity) == (Span(27, 32), "CERTAIN", "POS")
    assert system.entities == (frozenset([span("Steve Jobs")]),) * 2
    report = measure(read_gold(files[0]), {"a": system})
    assert report.names.f1 == report.events.f1 == 1
    assert report.entities and report.event_groups


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1: not JSON"),
        ("[1]", "line 1: not an object"),
        ("[" * 100_000, "line 1: not JSON"),
        (json.dumps({"id": "a"}), "line 1: no field 'text'"),
        (json.dumps(entry(tokens=[1])), "line 1: a field of the wrong form"),
        (json.dumps(entry(scored_until="x")), "line 1: a field of the wrong form"),
        (json.dumps(entry(events=[{"start": 1}])), "line 1: no field 'end'"),
        (json.dumps(entry(entities=["x"])), "line 1: a field of the wrong form"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_gold(path)


def test_files_that_are_not_there_or_empty(tmp_path: Path) -> None:
    for read in (read_gold, read_system, read_graph):
        with pytest.raises(UsageError, match=r"nothing\.x"):
            read(tmp_path / "nothing.x")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(NothingUsableError):
        read_gold(tmp_path / "empty.jsonl")
    (tmp_path / "broken.ttl").write_text("<a>")
    with pytest.raises(KgError, match="cannot read"):
        read_graph(tmp_path / "broken.ttl")


def call(*args: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["score", *map(str, args)])
    return int(stop.value.code or 0)


def test_command_line(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    gold_file, graph = files
    assert call(gold_file, "--graph", graph, "--baseline", gold_file, "--errors", 3) == 0
    out = capsys.readouterr().out
    assert "names (typed, exact)" in out and str(gold_file) in out
    assert call(gold_file, "--graph", graph, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["events"]["f1"] == 1
    assert call(gold_file, "--graph", "nowhere.ttl") == 2
    assert "kg build" in capsys.readouterr().err
    assert call(gold_file, "--graph", graph, "--errors", -1) == 2
