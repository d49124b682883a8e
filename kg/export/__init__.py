"""Graph -> files for people and other tools: the exporters by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kg.export.network import network
from kg.export.trig import trig

if TYPE_CHECKING:
    import pyoxigraph as ox


class Exporter(NamedTuple):
    """A function from a graph to the bytes of a file, and that file's name in ``out/``."""

    write: Callable[[ox.Store], bytes]
    file_name: str


EXPORTERS: dict[str, Exporter] = {
    "network": Exporter(network, "network.html"),
    "trig": Exporter(trig, "graph.trig"),
}
