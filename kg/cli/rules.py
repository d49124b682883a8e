"""`kg rules`: each rule with a sentence that it catches and one that it leaves alone."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from types import ModuleType

import click

from kg.errors import UsageError
from kg.vocab import KG, PREFIXES


@click.command()
@click.argument("name", required=False)
def rules(name: str | None) -> None:
    """Show the rules: extractors, in the order in which they run, and event types.

    NAME is an extractor, an event type, or a part of one: kg rules claims, kg rules Shelling.
    """
    wanted = (name or "").lower()
    shown = 0
    for title, found in (("EXTRACTORS", extractors()), ("EVENT TYPES", event_types())):
        lines = [line for key, line in found if wanted in key.lower()]
        if lines:
            click.echo(f"{title}\n")
            click.echo("\n\n".join(lines) + "\n")
        shown += len(lines)
    if not shown:
        raise UsageError(f"no rule is called {name!r}", "see them all with: kg rules")


def extractors() -> Iterator[tuple[str, str]]:
    """Name and text of each extractor in ``EXTRACTORS``, then of the rules it stands on."""
    from kg.extract import EXTRACTORS

    seen: set[str] = set()
    for extractor in EXTRACTORS:
        module = sys.modules[extractor.__module__]
        name = module.__name__.removeprefix("kg.extract.").removesuffix(".extract")
        yield name, _told(name, extractor)
        seen.add(f"{module.__name__}.{extractor.__name__}")
    for module in sorted(_modules(), key=lambda m: m.__name__):
        for own, function in inspect.getmembers(module, inspect.isfunction):
            full = f"{module.__name__}.{own}"
            if function.__module__ == module.__name__ and full not in seen and _exemplary(function):
                name = full.removeprefix("kg.extract.")
                yield name, _told(name, function)


def _modules() -> list[ModuleType]:
    return [m for name, m in sys.modules.items() if name.startswith("kg.extract.")]


def _exemplary(function: object) -> bool:
    """Whether its docstring gives an example sentence."""
    name = getattr(function, "__name__", "_")
    return not name.startswith("_") and '"' in (inspect.getdoc(function) or "")


def _told(name: str, function: object) -> str:
    text = inspect.getdoc(function) or "(no description)"
    text = text.split("\n\nArgs:")[0].split("\n\nRaises:")[0]
    return f"{name}\n" + "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def event_types() -> Iterator[tuple[str, str]]:
    """Name and text of each event type: definition, example and near-miss of the ontology."""
    import pyoxigraph as ox

    from kg.event_types import ontology_directory

    rdf, rdfs, skos = (PREFIXES[p] for p in ("rdf", "rdfs", "skos"))
    owl_class = PREFIXES["owl"] + "Class"
    facts: dict[str, dict[str, list[str]]] = {}
    path = str(ontology_directory() / "events.ttl")
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode | ox.Triple):
            continue
        language = value.language if isinstance(value, ox.Literal) else None
        key = quad.predicate.value + (f"@{language}" if language else "")
        facts.setdefault(subject.value, {}).setdefault(key, []).append(value.value)
    rows = (
        ("means", skos + "definition@en"),
        ("catches", skos + "example@nl"),
        ("leaves", KG + "nearMiss@nl"),
        ("verbs", KG + "verb@nl"),
        ("nouns", KG + "noun@nl"),
    )
    for subject, fact in sorted(facts.items()):
        if owl_class not in fact.get(rdf + "type", ()):
            continue
        name = subject.removeprefix(KG)
        parent = fact.get(rdfs + "subClassOf", [""])[0].removeprefix(KG)
        above = f" < {parent}" if "/" not in parent else ""
        lines = [f"{name}{above}  ({', '.join(fact.get(rdfs + 'label@nl', []))})"]
        for title, key in rows:
            if key in fact:
                lines.append(f"    {title:8} {', '.join(sorted(fact[key]))}")
        yield name, "\n".join(lines)
