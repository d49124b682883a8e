"""`kg doctor`: whether all that kg needs is there, each thing with what to do."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from kg.errors import KgError

_NAME = re.compile(r"^([A-Za-z0-9._-]+)\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ``ok`` or a warning, what was looked at, and what to do about a warning."""

    ok: bool
    what: str
    do: str = ""


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder that builds will write to.",
)
def doctor(out: Path) -> int:
    """Look whether Python, packages, model, names, browser and folder are in order.

    Exit code 0 when all is well, 1 when something needs attention.
    """
    well = True
    for look in (python, packages, model, names, lambda: folder(out), browser, isolation):
        for finding in _found(look):
            mark = "ok  " if finding.ok else "warn"
            colour = "green" if finding.ok else "yellow"
            click.echo(f"{click.style(mark, fg=colour)}  {finding.what}")
            if finding.do:
                click.echo(f"      {finding.do}")
            well = well and finding.ok
    return 0 if well else 1


def _found(look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What a look finds; one that itself fails is a finding too."""
    try:
        yield from look()
    except KgError as error:
        yield Finding(False, error.message, error.hint)
    except Exception as error:
        yield Finding(False, f"{type(error).__name__}: {error}"[:300], "please report it")


def python() -> Iterator[Finding]:
    """The version of Python."""
    version = platform.python_version()
    sound = sys.version_info >= (3, 11)
    yield Finding(sound, f"Python {version}", "" if sound else "kg needs 3.11 or newer")


def packages() -> Iterator[Finding]:
    """The packages that kg names as its dependencies, and whether their versions fit."""
    for requirement in importlib.metadata.requires("kg") or []:
        line, _, marker = requirement.partition(";")
        if "extra" in marker:
            continue
        match = _NAME.match(line.strip())
        if not match:
            continue
        name, wanted = match[1], match[2].strip()
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield Finding(False, f"{name} is not installed", f"pip install '{line.strip()}'")
            continue
        fits = all(_fits(version, part) for part in wanted.split(",") if part)
        todo = "" if fits else f"pip install '{line.strip()}'"
        yield Finding(fits, f"{name} {version}" + ("" if fits else f", not {wanted}"), todo)


def _fits(version: str, wanted: str) -> bool:
    """Whether a version meets ">=1.2" or "<2"; other operators are taken as met."""
    match = re.match(r"\s*(>=|<)\s*([\d.]+)", wanted)
    if not match:
        return True
    have, limit = ([int(n) for n in re.findall(r"\d+", text)[:3]] for text in (version, match[2]))
    return have >= limit if match[1] == ">=" else have < limit


def model() -> Iterator[Finding]:
    """The Dutch model: there, with the bytes that its manifest gives."""
    from importlib.resources import as_file, files

    from kg.annotate.weights import verify

    with as_file(files("kg") / "data/nl/model") as place:
        verify(place)
        size = sum(f.stat().st_size for f in place.rglob("*") if f.is_file())
    yield Finding(True, f"Dutch model: whole, {size / 1e6:.0f} MB")


def names() -> Iterator[Finding]:
    """The gazetteer: it loads, and knows a country."""
    from kg import gazetteer

    found = gazetteer.load().lookup("Oekraïne")
    yield (
        Finding(True, "names of the world: they load")
        if found
        else Finding(False, "names of the world: Oekraïne is not there", "install kg again")
    )


def folder(out: Path) -> Iterator[Finding]:
    """The folder for output: it can be written to."""
    from kg.output import check_folder

    there = out.exists()
    try:
        check_folder(out, ["graph.ttl", "network.html", "failures.jsonl"])
    finally:
        if not there and out.is_dir():
            out.rmdir()
    free = shutil.disk_usage(out if out.is_dir() else Path()).free
    yield Finding(
        free > 100e6,
        f"{out} can be written, {free / 1e9:.1f} GB free",
        "" if free > 100e6 else "make room, or give another --out",
    )


def browser() -> Iterator[Finding]:
    """A browser for `kg view`."""
    known = ("chromium", "chromium-browser", "google-chrome", "firefox", "msedge", "safari")
    found = next(filter(None, map(shutil.which, known)), None)
    if found is None:
        try:
            found = getattr(webbrowser.get(), "name", "the system's")
        except webbrowser.Error:
            yield Finding(
                False,
                "no browser found",
                "open network.html on a machine with one: it needs nothing else",
            )
            return
    yield Finding(True, f"browser: {found}")


def isolation() -> Iterator[Finding]:
    """Whether queries can be cut off from the network."""
    script = (
        "import sys; from kg.query.worker import cut_off_network; sys.exit(not cut_off_network())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    if done.returncode == 0:
        yield Finding(True, "queries run without network")
    else:
        yield Finding(
            False,
            "queries cannot be cut off from the network here",
            "ask only queries that you trust; SERVICE and LOAD are refused by their words",
        )
