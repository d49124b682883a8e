"""`kg build`: articles to a graph and a page."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from kg.vocab import BASE


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
    "--annotator",
    default="nl",
    show_default=True,
    help="nl, or spacy:NAME for an installed spaCy pipeline.",
)
@click.option("--base", default=BASE, show_default=True, help="Base IRI of the data.")
@click.option(
    "--gazetteer",
    type=click.Path(path_type=Path),
    metavar="FILE.tsv",
    help="Your own names; its rows win.",
)
def build(
    inputs: tuple[str, ...],
    out: Path,
    published: datetime | None,
    annotator: str,
    base: str,
    gazetteer: Path | None,
) -> int:
    """Build a graph and a network page from INPUT: .txt, .jsonl, a folder of them, or -.

    Exit code 0 when every document was built, 1 when some were left out (listed in
    failures.jsonl), 3 when none could be built.
    """
    from kg.pipeline import build as build_graph

    def progress(done: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done} documents", nl=False, err=True)

    made = build_graph(
        inputs,
        out,
        published=published.date() if published else None,
        annotator=annotator,
        base=base,
        names=gazetteer,
        progress=progress,
    )
    if sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    for failure in made.failures:
        click.echo(f"{failure.code} {failure.source}: {failure.message}", err=True)
    click.echo(f"{len(made.documents)} documents → {', '.join(str(f) for f in made.files)}")
    if made.errors:
        click.echo(f"{len(made.errors)} left out, see {out / 'failures.jsonl'}", err=True)
    return 1 if made.errors else 0
