"""build(): the verbs in order — read, annotate, extract, link, graph, export."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg import event_types, gazetteer, graph
from kg.annotate import annotate_many
from kg.errors import InvalidGraphError, NothingUsableError
from kg.export import EXPORTERS
from kg.extract import extract
from kg.link import link
from kg.model import Document, Failure
from kg.output import replace_file
from kg.read import read
from kg.vocab import BASE

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

# Above this many documents the shapes are checked by `kg check` alone: pyshacl takes 0.1 s each.
CHECKED_DOCUMENTS = 200


@dataclass(frozen=True)
class Build:
    """What a build made: the graph as Turtle, the documents in it, and what was left out."""

    turtle: bytes
    documents: tuple[str, ...]
    failures: tuple[Failure, ...]
    files: tuple[Path, ...] = field(default=())

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The graph as a pyoxigraph store."""
        return graph.to_store(self.turtle)

    @cached_property
    def graph(self) -> rdflib.Graph:
        """The graph as an rdflib graph (on Oxigraph: SPARQL stays fast)."""
        import rdflib

        return rdflib.Graph(store="Oxigraph").parse(data=self.turtle, format="turtle")

    @property
    def errors(self) -> tuple[Failure, ...]:
        """The failures that left a document out; the others are remarks."""
        return tuple(f for f in self.failures if f.code.startswith("E"))


def build(
    inputs: str | Path | Iterable[str | Path],
    out: str | Path | None = None,
    *,
    published: date | None = None,
    annotator: str = "nl",
    base: str = BASE,
    names: Path | None = None,
    check: bool = True,
    progress: Callable[[int], object] | None = None,
) -> Build:
    """Build a graph from articles, and where ``out`` is given its files.

    Args:
        inputs: files, folders, or "-" for standard input.
        out: folder for ``graph.ttl``, ``network.html`` and ``failures.jsonl``.
        published: date of publication (of .txt input, or where a line has none).
        annotator: "nl", or "spacy:NAME" for an installed pipeline.
        base: base IRI of the data.
        names: the user's own gazetteer (TSV); its rows win.
        check: hold the graph against the shapes (up to 200 documents).
        progress: called with the number of documents done.

    Raises:
        UsageError: an input, annotator, base or gazetteer cannot be used.
        NothingUsableError: no document could be built; nothing is written but the failures.
        InvalidGraphError: the graph breaks its shapes; nothing is replaced.
        OutputError: a file cannot be written.
    """
    graph.check_base(base)
    sources = [str(i) for i in ([inputs] if isinstance(inputs, str | Path) else inputs)]
    failures: list[Failure] = []
    documents: list[Document] = []
    for item in read(sources, published):
        (failures if isinstance(item, Failure) else documents).append(item)  # type: ignore[arg-type]
    triples, built = _triples(documents, failures, annotator, base, names, progress)
    made = Build(graph.to_turtle(triples, base), tuple(built), tuple(failures))
    folder = Path(out) if out is not None else None
    if not built:
        if folder is not None:
            replace_file(folder / "failures.jsonl", failures_jsonl(failures))
        raise NothingUsableError(
            "no document could be built",
            "; ".join(f"{f.source}: {f.code} {f.message}" for f in failures[:3]) or "no input",
        )
    if check and len(built) <= CHECKED_DOCUMENTS:
        _check(made.turtle)
    if folder is None:
        return made
    return Build(made.turtle, made.documents, made.failures, tuple(_write(made, folder)))


def _triples(
    documents: Sequence[Document],
    failures: list[Failure],
    annotator: str,
    base: str,
    names: Path | None,
    progress: Callable[[int], object] | None,
) -> tuple[set[graph.Triple], list[str]]:
    types, known = event_types.load(), gazetteer.load(names)
    triples: set[graph.Triple] = set()
    built: list[str] = []
    for analysis in annotate_many(documents, annotator):
        identifier = analysis.document.id
        for warning in analysis.warnings:
            code, _, message = warning.partition(" ")
            failures.append(Failure(identifier, code, message))
        found = extract(analysis)
        links = link(analysis.document, found, known)
        try:
            triples.update(graph.document_triples(analysis, found, links, types, known, base))
        except ValueError as error:
            failures.append(Failure(identifier, "E09", f"quarantined: {error}", "report this"))
            continue
        built.append(identifier)
        if progress is not None:
            progress(len(built))
    return triples, built


def _check(turtle: bytes) -> None:
    from kg.check import violations

    found = violations(turtle)
    if found:
        raise InvalidGraphError(
            f"the graph breaks {len(found)} of its rules; nothing was written",
            "\n    ".join(found[:5]),
        )


def _write(made: Build, folder: Path) -> list[Path]:
    files = {"graph.ttl": made.turtle, "failures.jsonl": failures_jsonl(made.failures)}
    for exporter in EXPORTERS.values():
        files[exporter.file_name] = exporter.write(made.store)
    for name, content in files.items():
        replace_file(folder / name, content, graph.to_store if name.endswith(".ttl") else None)
    return [folder / name for name in files]


def failures_jsonl(failures: Iterable[Failure]) -> bytes:
    """One JSON object a line for every document left out or built with a remark."""
    rows = (
        {"source": f.source, "code": f.code, "message": f.message, "hint": f.hint} for f in failures
    )
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows).encode()
