"""Graph -> network.html: one file that opens anywhere and asks nothing of the outside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from kg.export.amounts import amounts
from kg.export.claims import Claims, local
from kg.export.details import Details, fragment
from kg.export.drawing import SHAPES, drawing
from kg.export.framing import framing
from kg.export.passages import Passages
from kg.export.things import FIRST, PROPERTY, Thing, Tie, aliases, ranked, things, ties
from kg.export.triples import Triples, expand
from kg.export.words import own, terms, word
from kg.vocab import CERTAINTIES, COMPARATORS, ILLOCUTIONS, KG, STATUSES

if TYPE_CHECKING:
    import pyoxigraph as ox

# In this order: each may use what stands before it.
SCRIPTS = (
    "data.js",
    "text.js",
    "theme.js",
    "filters.js",
    "labels.js",
    "canvas.js",
    "map.js",
    "voices.js",
    "compare.js",
    "views.js",
    "panel.js",
    "list.js",
    "search.js",
    "timeline.js",
    "main.js",
)


def network(store: ox.Store) -> bytes:
    """The network page of a graph, as UTF-8 HTML.

    Args:
        store: a graph that follows the contract; all its named graphs count as one.

    Returns:
        The same bytes for the same graph.
    """
    data = escaped(page_data(store))
    style = _read("page.css")
    script = "\n".join(_read(name) for name in SCRIPTS)
    library = vis_network()
    for text in (script, library):
        if re.search(r"</script|<!--", text, re.IGNORECASE):
            raise AssertionError("a script of the page would end its own element")
    # Nobody can know it when writing an article, and no clock or chance is needed.
    digest = hashlib.sha256("\0".join((data, style, script, library)).encode()).digest()
    parts = {
        "nonce": base64.b64encode(digest[:18]).decode("ascii"),
        "style": style,
        "library": library,
        "script": script,
        "data": data,
    }
    page = re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _read("page.html"))
    return page.encode("utf-8")


def page_data(store: ox.Store) -> dict[str, Any]:
    """All that the page shows, ready for JSON."""
    triples = Triples(store)
    passages = Passages(triples)
    claims = Claims(triples, passages)
    nodes = things(triples)
    edges = ties(triples, nodes, claims)
    order = ranked(nodes, edges)
    numbers = {thing.iri: number for number, thing in enumerate(order)}
    details = Details(triples, passages, claims, numbers)
    rows = [details.row(thing) for thing in order]
    tolls = amounts(triples, passages, order, numbers)
    frames = framing(triples, passages, order, numbers)
    vis_nodes, vis_edges, options = drawing(order, edges, numbers)
    old = sorted(aliases(triples, nodes).items())
    return {
        "nodes": vis_nodes,
        "edges": vis_edges,
        "options": options,
        "things": rows,
        "tolls": tolls,
        "frames": frames,
        "base": details.base,
        "first": FIRST,
        "aliases": {fragment(one): numbers[other] for one, other in old},
        "documents": passages.document_table(),
        "sentences": passages.table(),
        "words": _words(order, edges, rows),
        # Outlines of the land, where a place is to be shown on them.
        "land": _read("land.txt").strip() if any("lat" in row for row in rows) else "",
    }


def _words(order: list[Thing], edges: list[Tie], rows: list[dict[str, Any]]) -> dict[str, str]:
    """The Dutch words of every term that the page can show, by local name."""
    names = {*SHAPES, *STATUSES, *CERTAINTIES, *ILLOCUTIONS, *COMPARATORS}
    names |= {"Negative", "Direct", "Indirect"}
    names |= {"Mixed", "Name", "Nominal", "Pronoun", "Adjective"}
    found = {name: own(name) for name in sorted(names)}
    found["Event"] = word(expand("sem:Event"))
    for thing in order:
        found |= {local(iri): word(iri) for iri in thing.classes}
    for name in sorted({tie.name for tie in edges} | _relation_names(rows)):
        found[name] = word(expand(PROPERTY.get(name, f"kg:{name}")))
    about = {f"{name}?": terms()[KG + name].comment for name in STATUSES}
    return dict(sorted((found | about).items()))


def _relation_names(rows: list[dict[str, Any]]) -> set[str]:
    return {fact["name"] for row in rows for fact in row.get("facts", ())}


def escaped(data: object) -> str:
    """JSON that cannot end the script element it stands in, whatever the texts hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def vis_network() -> str:
    """The source of vis-network as pyvis ships it (9.1.2, Apache-2.0 or MIT).

    Without the line that names a source map: developer tools would ask for it.
    """
    folder = resources.files("pyvis") / "lib" / "vis-9.1.2"
    source = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", source)


def _read(name: str) -> str:
    return (resources.files("kg.export") / "page" / name).read_text(encoding="utf-8")
