"""The house as docs/architecture.md draws it: imports point one way."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kg"
# What every stage may stand on.
FOUNDATIONS = {
    "model",
    "errors",
    "vocab",
    "lexicon",
    "spelling",
    "corrections",
    "event_types",
    "gazetteer",
    "gazetteer_own",
    "output",
}
NO_RDF = {
    "model",
    "errors",
    "vocab",
    "lexicon",
    "corrections",
    "read",
    "annotate",
    "extract",
    "link",
    "merge",
}
RDF = {"rdflib", "pyoxigraph", "oxrdflib", "pyshacl"}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = room(path)
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")}
    if own in ("cli", "__main__", "pipeline", "__init__"):
        return
    allowed = FOUNDATIONS | {own}
    if own == "check":
        allowed |= {"graph"}
    unknown = {r for r in rooms if (PACKAGE / r).is_dir() or (PACKAGE / f"{r}.py").exists()}
    assert unknown <= allowed, f"{own} may not import {unknown - allowed}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_reading_and_understanding_never_see_rdf(path: Path) -> None:
    if room(path) in NO_RDF:
        assert not {name.split(".")[0] for name in imports(path)} & RDF


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_file_says_what_it_is_in_one_line(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring and len(docstring.splitlines()[0]) <= 100


def test_the_package_never_imports_training_or_tests() -> None:
    for path in FILES:
        tops = {name.split(".")[0] for name in imports(path)}
        assert not tops & {"training", "tests", "benchmarks"}, path
