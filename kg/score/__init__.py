"""Annotated articles and a graph -> how good the graph is."""

from __future__ import annotations

from kg.score.documents import Gold, System, read_gold, read_system
from kg.score.from_graph import read_graph
from kg.score.measure import Report, by_topic, measure

__all__ = [
    "Gold",
    "Report",
    "System",
    "by_topic",
    "measure",
    "read_gold",
    "read_graph",
    "read_system",
]
