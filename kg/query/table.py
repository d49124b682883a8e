"""Results -> a table for the terminal, aligned by how wide characters are shown."""

from __future__ import annotations

import textwrap
import unicodedata

from kg.query.results import XSD, Results, Shape, Term
from kg.query.terms import readable

NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))
GAP = "  "
NARROWEST = 6
READABLE = 18  # a column that would be cut below this makes the table a list of records


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
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
    used = 0
    for place, character in enumerate(text):
        used += width_of(character)
        if used > width - 1:
            return text[:place].rstrip() + "…"
    return text


def table(results: Results, width: int | None = None) -> str:
    """Results as a table: a header, a line under it, a line a row; numbers to the right.

    Args:
        width: the room of a line. The widest columns are cut until it fits; where nothing
            readable would be left, each row becomes a block of lines, nothing cut. None for
            all the room that the table needs.

    Returns:
        The table, ending in a line break; ``true`` or ``false`` for an ASK.
    """
    if results.shape is Shape.BOOLEAN:
        return "true\n" if results.boolean else "false\n"
    cells = [[readable(term) for term in row] for row in results.rows]
    columns = list(results.variables)
    wanted = [
        max([width_of(name), *(width_of(row[i]) for row in cells)])
        for i, name in enumerate(columns)
    ]
    widths = wanted if width is None else fitted(wanted, width)
    if width is not None and any(
        size < min(full, READABLE) for size, full in zip(widths, wanted, strict=True)
    ):
        return records(columns, cells, width)
    right = [_numeric(results.rows, i) for i in range(len(columns))]
    lines = [columns, ["─" * size for size in widths], *cells]
    return "".join(_line(line, widths, right) for line in lines)


def records(columns: list[str], cells: list[list[str]], width: int) -> str:
    """Rows below each other, a line a value, long values wrapped to ``width``."""
    margin = max(map(width_of, columns)) + len(GAP)
    room = max(width - margin, READABLE)
    blocks = []
    for number, row in enumerate(cells, 1):
        lines = [f"── {number} " + "─" * max(0, width - len(str(number)) - 4)]
        for name, cell in zip(columns, row, strict=True):
            if cell:
                first, *rest = textwrap.wrap(cell, room) or [cell]
                lines.append(name + " " * (margin - width_of(name)) + first)
                lines += [" " * margin + line for line in rest]
        blocks.append("\n".join(lines) + "\n")
    return "".join(blocks)


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
