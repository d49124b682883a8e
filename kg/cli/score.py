"""`kg score`: annotated articles and a graph -> figures beside baselines, and the mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.score import by_topic, measure, read_gold, read_graph, read_system
from kg.score.report import as_json, errors, table


@click.command()
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    help="The graph that was built from the same articles.",
)
@click.option(
    "--baseline",
    "baselines",
    type=click.Path(path_type=Path),
    metavar="SYSTEM.jsonl",
    multiple=True,
    help="Another system's output, shown beside it; may be given more than once.",
)
@click.option(
    "--errors",
    "count",
    type=click.IntRange(min=0),
    default=0,
    help="List so many kinds of mistake, the most frequent first.",
)
@click.option("--json", "json_", is_flag=True, help="The figures as JSON, unrounded.")
def score(gold: Path, graph: Path, baselines: tuple[Path, ...], count: int, json_: bool) -> None:
    """Score a graph against annotated articles.

    Names, events, their certainty and polarity, and coreference, as docs/queries.md defines.
    """
    documents = read_gold(gold)
    systems = [(str(graph), read_graph(graph))]
    systems += [(str(baseline), read_system(baseline)) for baseline in baselines]
    scored = [
        (name, measure(documents, system), by_topic(documents, system)) for name, system in systems
    ]
    if json_:
        click.echo(json.dumps(as_json(scored), ensure_ascii=False, indent=2))
        return
    click.echo(table(scored), nl=False)
    if count:
        click.echo("\n" + errors(scored[0][1], count), nl=False)
