"""A query and a graph -> Results, by a child process that is killed at its limits."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from kg.errors import QueryError, UsageError
from kg.query.lexer import refuse
from kg.query.results import Kind, Results, Row, Shape, Term
from kg.vocab import PREFIXES

WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use.

    ``seconds`` counts from when the graph is loaded, ``load_seconds`` until then; ``memory``
    is the child's address space in bytes (None: 4 GB, or 40 times the graph's file where that
    is more: a graph takes about 15 times), ``rows`` and ``size`` (bytes) bound the answer.
    """

    seconds: float = 30.0
    load_seconds: float = 300.0
    memory: int | None = None
    rows: int | None = None
    size: int = 512 << 20


class Serializable(Protocol):
    """An rdflib graph, or anything that can write itself as N-Triples."""

    def serialize(self, *, format: str, encoding: str) -> bytes: ...


Source = str | Path | Serializable


def run(
    graph: Source, text: str, limits: Limits | None = None, *, allow_service: bool = False
) -> Results:
    """Run a query in a child process: no network, no file written, killed at its limits.

    Args:
        graph: an RDF file (.ttl, .nt, .nq, .trig, .rdf, .jsonld), or an rdflib graph.
        text: SPARQL 1.1; the prefixes of ``kg.vocab`` need no PREFIX line.
        limits: time, memory and size; the default is for one's own machine.
        allow_service: let SERVICE ask other servers; the child then keeps the network.

    Returns:
        The whole answer; never a part of it.

    Raises:
        UsageError: there is no such graph, or the query is empty.
        QueryError: the query is refused, malformed, too slow or too large; the graph cannot
            be read; the engine crashed.
    """
    limits = limits or Limits()
    refuse(text, allow_service=allow_service)
    if limits.seconds <= 0:
        raise UsageError(f"a time limit of {limits.seconds:g} s", "give more than 0 seconds")
    path, body = _source(graph)
    memory = limits.memory or max(4 << 30, 40 * (path.stat().st_size if path else len(body)))
    request = {
        "query": text,
        "prefixes": PREFIXES,
        "path": str(path) if path else None,
        "suffix": path.suffix[1:] if path else "nt",
        "memory": memory,
        # A second wall: the child ends even when nobody is left to kill it.
        "cpu_seconds": int(2 * (limits.load_seconds + limits.seconds)) + 10,
        "allow_service": allow_service,
    }
    return _Run(limits, memory, str(graph) if path else "the graph", text).results(request, body)


def _source(graph: Source) -> tuple[Path | None, bytes]:
    if not isinstance(graph, str | Path):
        return None, graph.serialize(format="nt", encoding="utf-8")
    path = Path(graph)
    if not path.is_file():
        raise UsageError(
            f"there is no graph at {path}", "make one with `kg build`, or name it with --graph"
        )
    return path.absolute(), b""


class _Run:
    """One child and what it says."""

    def __init__(self, limits: Limits, memory: int, name: str, text: str) -> None:
        self.limits = limits
        self.memory = memory
        self.what = f"loading {name}"
        self.name = name
        self.text = text
        self.late: str | None = None
        self.timer: threading.Timer | None = None

    def results(self, request: dict[str, Any], body: bytes) -> Results:
        # -P: no module beside the worker or in the working directory can stand in for another.
        command = [sys.executable, "-P", "-X", "utf8", str(WORKER)]
        with (
            tempfile.TemporaryFile() as notes,
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=notes
            ) as child,
        ):
            try:
                self._arm(child, self.limits.load_seconds)
                assert child.stdin is not None and child.stdout is not None
                with contextlib.suppress(BrokenPipeError):
                    child.stdin.write(json.dumps(request).encode() + b"\n" + body)
                    child.stdin.close()
                found = self._read(child, self._lines(child.stdout))
                if found is None:
                    child.wait()  # it closed its output, so it ends by itself, or by the timer
            finally:
                self._disarm()
                child.kill()
                with contextlib.suppress(BrokenPipeError):
                    child.stdin.close() if child.stdin else None
            if found is not None:
                return found
            notes.seek(0)
            raise self._broken(child.returncode, notes.read(100_000).decode(errors="replace"))

    def _read(self, child: subprocess.Popen[bytes], lines: Iterator[Any]) -> Results | None:
        """The child's answer; None where it ended before it was whole."""
        isolated = False
        head: dict[str, Any] = {}
        rows: list[Row] = []
        for line in lines:
            if isinstance(line, list):
                rows.append(tuple(None if term is None else _term(term) for term in line))
                if self.limits.rows is not None and len(rows) > self.limits.rows:
                    raise QueryError(
                        f"the answer has more than {self.limits.rows} rows",
                        "ask for less: a filter, or LIMIT",
                    )
            elif "error" in line:
                raise self._error(line["error"], line["message"])
            elif "ready" in line:
                isolated = line["isolated"]
                self.what = "the query"
                self._arm(child, self.limits.seconds)
            elif "end" in line:
                return _results(head, rows, isolated)
            else:
                head = line
        return None

    def _lines(self, stream: IO[bytes]) -> Iterator[Any]:
        size = 0
        for line in stream:
            size += len(line)
            if size > self.limits.size:
                raise QueryError(
                    f"the answer is larger than {self.limits.size >> 20} MB",
                    "ask for less: a filter, or LIMIT",
                )
            if not line.endswith(b"\n"):
                return  # the child was ended in the middle of a line
            yield json.loads(line)

    def _arm(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        def end() -> None:
            self.late = f"{self.what} took longer than {seconds:g} s"
            child.kill()

        self._disarm()
        self.timer = threading.Timer(seconds, end)
        self.timer.daemon = True
        self.timer.start()

    def _disarm(self) -> None:
        if self.timer:
            self.timer.cancel()

    def _error(self, kind: str, message: str) -> QueryError:
        if kind == "graph":
            return QueryError(
                f"cannot read {self.name}: {message}", "make the graph anew with `kg build`"
            )
        if kind == "query":
            short = " ".join(message.split())
            short = short if len(short) <= 160 else short[:160].rsplit(" ", 1)[0] + " …"
            return QueryError(f"the query is not valid SPARQL: {short}", _at(self.text, message))
        return QueryError(f"the query failed: {message}")

    def _broken(self, code: int, notes: str) -> QueryError:
        if self.late:
            return QueryError(
                f"{self.late} and was stopped", "ask for less, or raise it with --timeout"
            )
        if "memory allocation" in notes or "MemoryError" in notes:
            return QueryError(
                f"{self.what} needed more than {self.memory >> 20} MB of memory",
                "ask for less: a filter, fewer unconnected patterns, or LIMIT",
            )
        last = notes.strip().splitlines()[-1:] or ["no message"]
        return QueryError(
            f"the engine broke down on {self.what} (exit code {code}: {last[0][:200]})",
            "simplify the query: long or deep expressions can exhaust its stack",
        )


def _term(parts: list[Any]) -> Term:
    return Term(Kind(parts[0]), *parts[1:])


def _results(head: dict[str, Any], rows: list[Row], isolated: bool) -> Results:
    shape = Shape(head["shape"])
    if shape is Shape.GRAPH:
        rows = sorted(set(rows), key=repr)
    names = tuple(head.get("variables", ()))
    return Results(shape, names, tuple(rows), head.get("boolean"), isolated)


def _at(text: str, message: str) -> str:
    """The line that "error at 2:13" speaks of, with a mark under the place."""
    match = re.search(r"error at (\d+):(\d+)", message)
    lines = text.splitlines()
    if not match or not 0 < int(match[1]) <= len(lines):
        return ""
    column = int(match[2]) - 1
    line = lines[int(match[1]) - 1].expandtabs(1)
    first = max(0, column - 60)
    return f"{line[first : first + 100]}\n      {' ' * (column - first)}^"
