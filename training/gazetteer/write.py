"""Book -> the shipped tables, sorted, the same bytes for the same sources."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.gazetteer import fold
from training.gazetteer.things import Book, Thing, rows

HEADERS = {
    "things": "key label class identities latitude longitude contained_in population source",
    "names": "name keys",
    "demonyms": "word kind key",
    "offices": "person position country start end",
    "sources": "code name licence url",
}


def _line(thing: Thing) -> str:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")

    return "\t".join(
        (
            thing.key,
            thing.label,
            thing.entity_class,
            " ".join(thing.ids),
            number(thing.latitude),
            number(thing.longitude),
            thing.contained_in,
            str(thing.population or ""),
            thing.source,
        )
    )


def name_lines(book: Book) -> list[str]:
    """``folded name, keys``: the most prominent first, ties by key."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for thing in book.things.values():
        pairs = [(name, thing.weight) for name in thing.names]
        pairs += [(name, thing.weight / 20) for name in thing.minor]
        if thing.bare:
            pairs.append((thing.label, thing.weight))
        for name, weight in pairs:
            at = found[fold(name)]
            at[thing.key] = max(weight, at.get(thing.key, 0.0))
    return [
        name + "\t" + " ".join(sorted(keys, key=lambda key: (-keys[key], key)))
        for name, keys in found.items()
    ]


def write(book: Book, target: Path) -> dict[str, int]:
    """Write all tables under ``target``; returns the rows of each."""
    tables = {
        "things": [_line(thing) for thing in book.things.values()],
        "names": name_lines(book),
        "demonyms": [f"{fold(word)}\t{kind}\t{key}" for (word, kind), key in book.demonyms.items()],
        "offices": ["\t".join(term) for term in book.terms],
        "sources": ["\t".join(row) for row in rows("sources")],
    }
    target.mkdir(parents=True, exist_ok=True)
    for table, lines in tables.items():
        lines = sorted(set(lines))
        text = "\n".join([HEADERS[table].replace(" ", "\t"), *lines, ""])
        (target / f"{table}.tsv").write_text(text, encoding="utf-8", newline="\n")
    return {table: len(lines) for table, lines in tables.items()}
