"""Dutch news to a knowledge graph that can be trusted: ``kg.build`` and ``kg.query``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.query import query

if TYPE_CHECKING:
    from kg.pipeline import Build

__all__ = ["build", "query"]


def build(*args: Any, **options: Any) -> Build:
    """Build a graph from articles; see ``kg.pipeline.build`` for what goes in and comes out."""
    from kg.pipeline import build as build_graph

    return build_graph(*args, **options)
