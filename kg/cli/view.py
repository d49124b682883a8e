"""`kg view`: the network page in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.errors import UsageError
from kg.export import EXPORTERS


@click.command()
@click.argument(
    "directory",
    metavar="[DIR]",
    default=Path("out"),
    type=click.Path(file_okay=False, path_type=Path),
)
def view(directory: Path) -> None:
    """Open DIR/network.html in the browser; DIR is out/ where it is left out.

    The page is one file that needs no network: it can be mailed or kept as it is.
    """
    page = directory / EXPORTERS["network"].file_name
    if not page.is_file():
        raise UsageError(
            f"there is no page at {page}",
            f"Build one first: kg build INPUT... --out {directory}",
        )
    address = page.resolve().as_uri()
    if not webbrowser.open(address):
        click.echo(f"No browser could be started. Open this address in one: {address}")
