"""Results -> a table for the terminal, aligned by how wide characters are shown."""

from __future__ import annotations

import unicodedata

from kg.query.results import XSD, Results, Shape, Term
from kg.query.terms import readable

NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))
GAP = "  "
NARROWEST = 6


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` columns, with ``…`` where something was left out."""
    if width_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def table(results: Results, width: int | None = None) -> str:
    """Results as a table: a header, a line under it, a line a row; numbers to the right.

    Args:
        width: cut the widest columns until a line fits; None for all the room it needs.

    Returns:
        The table; "ja" or "nee" would be guessed, so an ASK gives ``true`` or ``false``.
    """
    if results.shape is Shape.BOOLEAN:
        return "true\n" if results.boolean else "false\n"
    cells = [[readable(term) for term in row] for row in results.rows]
    columns = list(results.variables)
    widths = [
        max([width_of(name), *(width_of(row[i]) for row in cells)])
        for i, name in enumerate(columns)
    ]
    if width is not None:
        widths = fitted(widths, width)
    right = [_numeric(results.rows, i) for i in range(len(columns))]
    lines = [columns, ["─" * size for size in widths], *cells]
    return "".join(_line(line, widths, right) for line in lines)


def fitted(widths: list[int], room: int) -> list[int]:
    """Column widths for a line of ``room``: the widest give way first, none below 6."""
    widths = list(widths)
    while sum(widths) + len(GAP) * (len(widths) - 1) > room:
        widest = max(range(len(widths)), key=lambda i: widths[i])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _numeric(rows: tuple[tuple[Term | None, ...], ...], column: int) -> bool:
    terms = [term for row in rows if (term := row[column])]
    return bool(terms) and all(term.datatype in NUMBERS for term in terms)


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    padded = []
    for cell, size, to_right in zip(cells, widths, right, strict=True):
        words = cut(cell, size)
        space = " " * (size - width_of(words))
        padded.append(space + words if to_right else words + space)
    return GAP.join(padded).rstrip() + "\n"
