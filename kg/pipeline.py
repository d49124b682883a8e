"""build(): the verbs in order — read, annotate, extract, link, merge, graph, export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import corrections as corrected
from kg import event_types, gazetteer, graph, report, workers
from kg.annotate import annotator as annotator_called
from kg.errors import InvalidGraphError, KgError, NothingUsableError, UsageError
from kg.export import EXPORTERS
from kg.extract import extract
from kg.link import link
from kg.merge import Sketch, merge, sketch
from kg.model import Document, Failure
from kg.output import check_folder, crash, failures_jsonl, left_out, replace_files
from kg.read import MAX_CHARACTERS, Settings, read
from kg.vocab import BASE

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

# Above this many documents the shapes are checked by `kg check` alone: pyshacl takes 0.1 s each.
CHECKED_DOCUMENTS = 200

Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class Build:
    """What a build made: the graph as Turtle, the documents in it, and what was left out."""

    turtle: bytes
    documents: tuple[str, ...]
    failures: tuple[Failure, ...]
    files: tuple[Path, ...] = field(default=())
    report: str = ""

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
        return tuple(f for f in self.failures if left_out(f))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one document is built: all that a worker needs to know."""

    annotator: str = "nl"
    base: str = BASE
    names: Path | None = None
    corrections: Path | None = None
    report: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: its triples (None where it was left out), remarks and report.

    ``sketch`` is what merging with other documents looks at.
    """

    triples: tuple[graph.Triple, ...] | None
    failures: tuple[Failure, ...] = ()
    report: str = ""
    sketch: Sketch | None = None


class Builder:
    """Builds documents one by one; models and names are loaded once.

    Args:
        recipe: how.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._annotate = annotator_called(recipe.annotator)
        self._types = event_types.load()
        self._names = gazetteer.load(recipe.names)
        self._corrections = corrected.load(recipe.corrections)

    def __call__(self, document: Document) -> Outcome:
        """The triples of a document; whatever goes wrong with it stays with it.

        Raises:
            KgError: nothing can be built at all (no such annotator, a damaged model).
        """
        try:
            return self._build(document)
        except KgError:
            raise
        except Exception as error:
            return Outcome(None, (crash(document.id, error),))

    def _build(self, document: Document) -> Outcome:
        analysis = next(iter(self._annotate([document])))
        remarks = tuple(_remark(document.id, warning) for warning in analysis.warnings)
        found = extract(analysis)
        links = link(analysis, found, self._names, self._corrections)
        try:
            triples = graph.document_triples(
                analysis, found, links, self._types, self._names, self._recipe.base
            )
        except ValueError as error:
            failure = Failure(document.id, "E09", f"quarantined: {error}", "please report it")
            return Outcome(None, (*remarks, failure))
        told = report.sentences(analysis, found) if self._recipe.report else ""
        return Outcome(tuple(triples), remarks, told, sketch(analysis, found, links))


def _remark(identifier: str, warning: str) -> Failure:
    code, _, message = warning.partition(" ")
    return Failure(identifier, code, message.removeprefix(f"{identifier}: "))


def build(
    inputs: str | Path | Iterable[str | Path],
    out: str | Path | None = None,
    *,
    published: date | None = None,
    language: str | None = None,
    max_characters: int = MAX_CHARACTERS,
    annotator: str = "nl",
    base: str = BASE,
    names: Path | None = None,
    corrections: Path | None = None,
    check: bool = True,
    report: bool = False,
    workers: int = 1,
    progress: Progress | None = None,
) -> Build:
    """Build a graph from articles, and where ``out`` is given its files.

    Args:
        inputs: files, folders, or "-" for standard input.
        out: folder for ``graph.ttl``, ``network.html`` and ``failures.jsonl``.
        published: date of publication (of .txt input, or where a line or page has none).
        language: "nl" builds every text as Dutch; None leaves out what surely is not (W04).
        max_characters: articles with more are left out (E04).
        annotator: "nl", or "spacy:NAME" for an installed pipeline.
        base: base IRI of the data.
        names: the user's own gazetteer (TSV); its rows win.
        corrections: what a person has set right (docs/corrections.md); it has the last word.
        check: hold the graph against the shapes (up to 200 documents).
        report: also tell for each sentence what was found or why nothing (``report.txt``).
        workers: processes that build documents; the graph is the same for any number.
        progress: called with the number of documents done and of all.

    Raises:
        UsageError: an input, annotator, base, gazetteer, correction or number cannot be used.
        NothingUsableError: no document could be built; nothing is written but the failures.
        InvalidGraphError: the graph breaks its shapes; nothing is replaced.
        OutputError: a file cannot be written.
    """
    graph.check_base(base)
    annotator_called(annotator)
    if workers < 1 or max_characters < 1:
        raise UsageError("workers and max_characters must be 1 or more", "give a larger number")
    sources = [str(i) for i in ([inputs] if isinstance(inputs, str | Path) else inputs)]
    folder = Path(out) if out is not None else None
    if folder is not None:
        check_folder(folder, _file_names(report))
    documents, failures = _read(sources, Settings(published, language, max_characters))
    triples: set[graph.Triple] = set()
    built: list[str] = []
    sketches: list[Sketch] = []
    told: list[str] = []
    recipe = Recipe(annotator, base, names, corrections, report)
    for document, outcome in zip(
        documents, _outcomes(recipe, documents, workers, progress), strict=True
    ):
        failures += outcome.failures
        if outcome.triples is not None and outcome.sketch is not None:
            triples.update(outcome.triples)
            sketches.append(outcome.sketch)
            built.append(document.id)
            told.append(outcome.report)
    if not built:
        if folder is not None:
            replace_files({folder / "failures.jsonl": failures_jsonl(failures)}, {})
        raise NothingUsableError(
            "no document could be built",
            "; ".join(f"{f.source}: {f.code} {f.message}" for f in failures[:3]) or "no input",
        )
    one = merge(sketches, event_types.load(), gazetteer.load(names), corrected.load(corrections))
    turtle = graph.to_turtle(graph.merged(triples, one, base), base)
    made = Build(turtle, tuple(built), tuple(failures), (), "\n".join(told))
    if check and len(built) <= CHECKED_DOCUMENTS:
        _check(made.turtle)
    if folder is None:
        return made
    files = _write(made, folder, report)
    return Build(made.turtle, made.documents, made.failures, files, made.report)


def _read(sources: Sequence[str], settings: Settings) -> tuple[list[Document], list[Failure]]:
    documents: list[Document] = []
    failures: list[Failure] = []
    for item in read(sources, settings=settings):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            documents.append(item)
    return documents, failures


def _outcomes(
    recipe: Recipe, documents: Sequence[Document], count: int, progress: Progress | None
) -> Iterator[Outcome]:
    """An outcome for each document, in their order."""
    if count == 1 or len(documents) < 2:
        builder = Builder(recipe) if documents else None
        for done, document in enumerate(documents, start=1):
            assert builder is not None
            yield builder(document)
            if progress is not None:
                progress(done, len(documents))
        return
    found: dict[int, Outcome] = {}
    for index, outcome in workers.run(partial(Builder, recipe), documents, count):
        if isinstance(outcome, workers.Died):
            identifier = documents[index].id
            hint = "please report it, with the article; the others were built"
            outcome = Outcome(
                None, (Failure(identifier, "E10", f"internal error: {outcome}", hint),)
            )
        found[index] = outcome
        if progress is not None:
            progress(len(found), len(documents))
    yield from (found[index] for index in range(len(documents)))


def _check(turtle: bytes) -> None:
    from kg.check import violations

    found = violations(turtle)
    if found:
        raise InvalidGraphError(
            f"the graph breaks {len(found)} of its rules; nothing was written",
            "\n    ".join(found[:5]),
        )


def _file_names(report: bool) -> list[str]:
    pages = [exporter.file_name for exporter in EXPORTERS.values()]
    return ["graph.ttl", "failures.jsonl", *pages, *(["report.txt"] if report else [])]


def _write(made: Build, folder: Path, report: bool) -> tuple[Path, ...]:
    files = {"graph.ttl": made.turtle, "failures.jsonl": failures_jsonl(made.failures)}
    for exporter in EXPORTERS.values():
        files[exporter.file_name] = exporter.write(made.store)
    if report:
        files["report.txt"] = made.report.encode("utf-8", "backslashreplace")
    contents = {folder / name: content for name, content in files.items()}
    replace_files(contents, {folder / "graph.ttl": graph.to_store})
    return tuple(contents)
