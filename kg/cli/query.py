"""`kg query`: SPARQL, a .rq file or a saved question -> a table, CSV, TSV, JSON or Turtle."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from kg.errors import UsageError
from kg.query import Limits, prepare, questions, run
from kg.query.formats import FORMATS, render
from kg.query.results import Shape, Value


@click.command()
@click.argument("text", metavar="'SPARQL' | FILE.rq | NAME | -", required=False)
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    help="The graph to ask.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="Default: table, and turtle for CONSTRUCT and DESCRIBE.",
)
@click.option("--param", "params", multiple=True, metavar="K=V", help="Give ?K the value V.")
@click.option(
    "--timeout", type=float, default=30.0, show_default=True, help="Seconds the query may take."
)
@click.option("--allow-service", is_flag=True, help="Let the query ask other servers (SERVICE).")
@click.option("--list", "list_", is_flag=True, help="Show the saved questions.")
def query(
    text: str | None,
    graph: Path,
    format_: str | None,
    params: tuple[str, ...],
    timeout: float,
    allow_service: bool,
    list_: bool,
) -> None:
    """Ask a graph: SPARQL, a file of it (.rq, - for stdin) or a saved question.

    \b
      kg query --list
      kg query wie-zegt-wat --param wie=Zelenski
      kg query 'SELECT ?e { ?e a kg:Attack }' --format csv
    """
    if list_:
        click.echo(listing(), nl=False)
        return
    if not text:
        raise UsageError("no query given", "give SPARQL, a .rq file or a name of `kg query --list`")
    sparql = prepare(read(text), pairs(params))
    results = run(graph, sparql, Limits(seconds=timeout), allow_service=allow_service)
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    written = render(results, format_, width)
    if terminal and format_ in (None, "table") and results.shape is Shape.ROWS:
        head, _, rest = written.partition("\n")
        plain = bool(os.environ.get("NO_COLOR"))
        click.echo(head if plain else click.style(head, bold=True))
        click.echo(rest, nl=False)
        count = len(results)
        click.echo(f"{count} row{'' if count == 1 else 's'}", err=True)
        return
    # As bytes: CSV's line ends and every character go out as they are, on every system.
    click.echo(written.encode(), nl=False)


def pairs(params: tuple[str, ...]) -> dict[str, Value]:
    """``k=v`` words as a mapping.

    Raises:
        UsageError: a word without ``=``, or a name given twice.
    """
    found: dict[str, Value] = {}
    for word in params:
        name, equals, value = word.partition("=")
        name = name.removeprefix("?")
        if not equals or not name:
            raise UsageError(
                f"--param {word!r} is not NAME=VALUE", "for example --param wie=Zelenski"
            )
        if name in found:
            raise UsageError(f"--param {name} is given twice", "give each parameter once")
        found[name] = value
    return found


def read(text: str) -> str:
    """The text of a query: from a .rq file, from stdin for ``-``, else the text itself.

    Raises:
        UsageError: no such file, or it is not UTF-8.
    """
    if text != "-" and not text.endswith(".rq"):
        return text
    if text != "-" and not Path(text).is_file():
        raise UsageError(
            f"there is no file {text}", "saved questions go by name, without .rq: see --list"
        )
    found = sys.stdin.buffer.read() if text == "-" else Path(text).read_bytes()
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{text} is not UTF-8: {error.reason}", "save it as UTF-8") from None


def listing() -> str:
    """The saved questions with their help, Dutch first."""
    lines = []
    for name, saved in questions().items():
        lines += [name, f"    {saved.nl}", f"    {saved.en}"]
        for param in saved.params:
            lines.append(f"    --param {param.name}=…  {param.help}")
    return "\n".join(lines) + "\n"
