"""The child process: no network, killed at its limits, its crashes told in plain words."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, QueryError, UsageError
from kg.query import Limits, Shape, query, run, runner
from tests.query.test_lexer import SPARQL

ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9))
    + " FILTER(STR(?a0) = STR(?c8)) }"
)


class Canary:
    """A listener on the loopback that counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.visits = 0
        self.came = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self.socket.accept()
            except OSError:
                return
            self.visits += 1
            self.came.set()
            visitor.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    bird = Canary()
    yield bird
    bird.socket.close()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiny") / "graph.ttl"
    path.write_text("".join(f"<x:{i}> <x:p> {i} .\n" for i in range(40)), encoding="utf-8")
    return path


REACHING = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(<{url}> AS ?u) SERVICE ?u {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * {{ GRAPH <{url}> {{ ?s ?p ?o }} }}",
    "DESCRIBE <{url}>",
    "LOAD <{url}>",
    "LOAD SILENT <{url}> INTO GRAPH <x:g>",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
]


@pytest.mark.parametrize("text", REACHING)
def test_a_query_reaches_nobody(tiny: Path, canary: Canary, text: str) -> None:
    with contextlib.suppress(QueryError):
        assert not run(tiny, text.format(url=f"http://127.0.0.1:{canary.port}/x"))
    assert canary.visits == 0


@pytest.mark.parametrize("text", REACHING)
def test_the_child_has_no_network_even_for_what_slips_through(
    tiny: Path, canary: Canary, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second wall alone: the words are not looked at."""
    monkeypatch.setattr(runner, "refuse", lambda text, *, allow_service: None)
    if not run(tiny, "ASK {}").isolated:
        pytest.skip("this system gives no network namespace to an ordinary process")
    with contextlib.suppress(QueryError):
        run(tiny, text.format(url=f"http://127.0.0.1:{canary.port}/x"))
    assert canary.visits == 0


def test_with_leave_it_reaches_the_canary(tiny: Path, canary: Canary) -> None:
    """The canary can be reached: the tests above mean something."""
    text = f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{canary.port}/x> {{ ?s ?p ?o }} }}"
    run(tiny, text, allow_service=True)
    assert canary.came.wait(10)


def test_files_are_not_read_through_from(tiny: Path) -> None:
    for form in ("FROM", "FROM NAMED"):
        groups = "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }"
        text = f"SELECT * {form} <{tiny.as_uri()}> {{ {groups} }}"
        assert not run(tiny, text)


def test_the_time_limit_kills(tiny: Path) -> None:
    with pytest.raises(QueryError, match=r"the query took longer than 0.5 s.*\n.*--timeout"):
        run(tiny, ENDLESS, Limits(seconds=0.5))


def test_nothing_is_left_running(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    children = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        children.append(popen(*args, **options))  # type: ignore[call-overload]
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(QueryError):
        run(tiny, ENDLESS, Limits(seconds=0.2))
    with pytest.raises(QueryError):
        run(tiny, "SELECT * { ?s ?p ?o }", Limits(rows=3))
    run(tiny, "ASK {}")
    assert len(children) == 3
    assert all(child.returncode is not None for child in children)


def test_loading_has_its_own_limit(tiny: Path) -> None:
    with pytest.raises(QueryError, match=r"loading .*graph.ttl took longer"):
        run(tiny, "ASK {}", Limits(load_seconds=1e-3))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is not kept elsewhere")
def test_the_memory_limit(tiny: Path) -> None:
    text = (
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } ORDER BY ?c ?f ?i ?l ?o"
    )
    with pytest.raises(QueryError, match=r"memory|broke down"):
        run(tiny, text, Limits(seconds=120, memory=256 << 20))


def test_the_row_limit_never_cuts_off(tiny: Path) -> None:
    text = "SELECT * { ?s ?p ?o }"
    assert len(run(tiny, text, Limits(rows=40))) == 40
    with pytest.raises(QueryError, match=r"more than 39 rows"):
        run(tiny, text, Limits(rows=39))


def test_the_size_limit(tiny: Path) -> None:
    with pytest.raises(QueryError, match=r"larger than 0 MB"):
        run(tiny, "SELECT * { ?s ?p ?o }", Limits(size=200))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {?s ?p ?o FILTER(1" + "+1" * 20000 + ">0)}",
        "SELECT * {?s <x:p>" + "/<x:p>" * 9000 + " ?o}",
        "SELECT * {?s ?p ?o FILTER(1" + "||1" * 20000 + ")}",
    ],
)
def test_a_crash_of_the_engine_is_a_plain_message(tiny: Path, text: str) -> None:
    """Long chains exhaust the engine's stack without any nesting."""
    try:
        run(tiny, text)
    except QueryError as error:
        assert error.hint


def test_a_nesting_bomb_past_the_first_wall_kills_only_the_child(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "refuse", lambda text, *, allow_service: None)
    for opening, closing in (("{", "}"), ("(", ")"), ("!", "")):
        filter_ = "" if opening == "{" else "FILTER"
        bomb = f"SELECT * {{ ?s ?p ?o {filter_} {opening * 30000}{closing * 30000} }}"
        with pytest.raises(QueryError):
            run(tiny, bomb)
    assert run(tiny, "ASK {}")


def test_malformed_queries_show_the_place(tiny: Path) -> None:
    with pytest.raises(QueryError, match=r"not valid SPARQL") as error:
        run(tiny, "SELECT *\nWHERE { ?s ?? ?o }")
    line, mark = error.value.hint.splitlines()
    assert line == "WHERE { ?s ?? ?o }"
    assert mark.endswith("^")


def test_prefixes_need_no_line_and_ones_own_win(war: Path) -> None:
    assert run(war, "ASK { ?e a kg:Shelling ; sem:hasPlace/rdfs:label 'Irpin'@nl }")
    assert not run(war, "PREFIX kg: <x:> ASK { ?e a kg:Shelling }")


def test_a_missing_or_broken_graph(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no graph at .*nothing.ttl"):
        run(tmp_path / "nothing.ttl", "ASK {}")
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(QueryError, match=r"cannot read .*broken.ttl"):
        run(broken, "ASK {}")
    odd = tmp_path / "graph.docx"
    odd.write_text("x", encoding="utf-8")
    with pytest.raises(QueryError, match=r"no RDF format has the suffix .docx"):
        run(odd, "ASK {}")
    with pytest.raises(UsageError, match=r"time limit of 0 s"):
        run(broken, "ASK {}", Limits(seconds=0))


def test_an_rdflib_graph_can_be_asked(war: Path) -> None:
    graph = rdflib.Graph().parse(war)
    assert query(graph, "waar-gevochten").rows == query(war, "waar-gevochten").rows


def test_answers_as_python_values(war: Path) -> None:
    rows = run(war, "SELECT ?q ?v ?none { ?q kg:value ?v }")
    assert [type(row["v"]).__name__ for row in rows] == ["Decimal"]
    assert next(iter(rows))["none"] is None
    assert rows.shape is Shape.ROWS
    assert len(rows) == 1
    assert bool(run(war, "ASK { ?s a kg:Claim }")) is True
    assert bool(run(war, "ASK { ?s a kg:Nothing }")) is False


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=SPARQL | st.text() | SPARQL.map(lambda s: f"SELECT * {{ ?s ?p ?o {s} }}"))
def test_no_text_breaks_the_parent(tiny: Path, text: str) -> None:
    try:
        run(tiny, text, Limits(seconds=5, rows=100))
    except KgError as error:
        assert error.message
