"""`kg check`: hold a graph against its shapes and its own text."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import InvalidGraphError, UsageError


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), default=Path("out/graph.ttl"))
def check(graph: Path) -> None:
    """Check GRAPH (default out/graph.ttl): shapes and offsets, each violation in plain words."""
    from kg.check import violations

    if not graph.is_file():
        raise UsageError(f"no graph at {graph}", "build one first: kg build ARTICLE.txt")
    try:
        found = violations(graph.read_bytes())
    except SyntaxError as error:
        raise InvalidGraphError(f"{graph} is no Turtle: {error}", "build it again") from error
    for line in found:
        click.echo(line)
    if found:
        raise InvalidGraphError(f"{graph}: {len(found)} violations", "build it again")
    click.echo(f"{graph}: sound")
