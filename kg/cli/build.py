"""`kg build`: articles to a graph and a page."""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kg.output import left_out, printable
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.pipeline import Build

# Remarks and failures beyond these are in failures.jsonl alone.
SHOWN = 20


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for graph.ttl, network.html and failures.jsonl.",
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of publication, where the input has none.",
)
@click.option(
    "--language",
    type=click.Choice(["nl"]),
    help="Build every text as Dutch; without it, what surely is not is skipped.",
)
@click.option(
    "--annotator",
    default="nl",
    show_default=True,
    help="nl, or spacy:NAME for an installed spaCy pipeline.",
)
@click.option(
    "--gazetteer",
    type=click.Path(path_type=Path),
    metavar="FILE.tsv",
    help="Your own names; its rows win.",
)
@click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="What you have set right: merge, split, identity, never.",
)
@click.option("--base", default=BASE, show_default=True, help="Base IRI of the data.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Build so many documents at once (each takes about 0.5 GB); the graph is the same.",
)
@click.option(
    "--max-characters",
    type=click.IntRange(min=1),
    default=1_000_000,
    show_default=True,
    help="Leave out longer articles (and those of ten times as many bytes).",
)
@click.option(
    "--report",
    is_flag=True,
    help="Also write report.txt: for each sentence the events, or why none.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what was left out.")
def build(
    inputs: tuple[str, ...],
    out: Path,
    published: datetime | None,
    language: str | None,
    annotator: str,
    gazetteer: Path | None,
    corrections: Path | None,
    base: str,
    workers: int,
    max_characters: int,
    report: bool,
    quiet: bool,
) -> int:
    """Build a graph and a network page from INPUT: .txt, .html, .jsonl, a folder, or - (stdin).

    Exit code 0 when every document was built, 1 when some were left out (listed in
    failures.jsonl), 3 when none could be built.

    \b
      kg build artikel.txt --published 2022-03-04
      kg build kranten/ meer.jsonl --workers 2
      cat artikel.txt | kg build -
    """
    from kg.pipeline import CHECKED_DOCUMENTS
    from kg.pipeline import build as build_graph

    signal.signal(signal.SIGTERM, _end)
    progress = _Progress(shown=sys.stderr.isatty() and not quiet)
    try:
        made = build_graph(
            inputs,
            out,
            published=published.date() if published else None,
            language=language,
            max_characters=max_characters,
            annotator=annotator,
            base=base,
            names=gazetteer,
            corrections=corrections,
            report=report,
            workers=workers,
            progress=progress,
        )
    finally:
        progress.clear()
    _tell_failures(made, out, quiet)
    if not quiet:
        count = len(made.documents)
        files = ", ".join(printable(str(f)) for f in made.files)
        click.echo(f"{count} document{'' if count == 1 else 's'} → {files}")
        if count > CHECKED_DOCUMENTS:
            click.echo(f"check its shapes with: kg check {out / 'graph.ttl'}", err=True)
    return 1 if made.errors else 0


def _end(signum: int, frame: object) -> NoReturn:
    """SIGTERM unwinds as an exception: temporary files and child processes go with it."""
    raise SystemExit(128 + signum)


class _Progress:
    """A line on standard error that counts; nothing where nobody watches."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        if self._shown:
            line = f"{done} of {total} documents" if done < total else "writing …"
            click.echo("\r" + line.ljust(self._width), nl=False, err=True)
            self._width = len(line)

    def clear(self) -> None:
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


def _tell_failures(made: Build, out: Path, quiet: bool) -> None:
    told = [f for f in made.failures if left_out(f) or not quiet]
    hints = set()
    for failure in told[:SHOWN]:
        click.echo(
            f"{failure.code} {printable(failure.source, 100)}: {printable(failure.message, 300)}",
            err=True,
        )
        if failure.hint and failure.hint not in hints:
            hints.add(failure.hint)
            click.echo(f"    {printable(failure.hint, 300)}", err=True)
    if len(told) > SHOWN:
        click.echo(f"… and {len(told) - SHOWN} more", err=True)
    if made.errors:
        click.echo(f"{len(made.errors)} left out, see {out / 'failures.jsonl'}", err=True)
