"""Dutch news to a knowledge graph that can be trusted: ``kg.build`` and ``kg.query``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.query import query

if TYPE_CHECKING:
    from kg.pipeline import build as build

__all__ = ["build", "query"]


def __getattr__(name: str) -> Any:
    # The pipeline brings the whole house along; `kg --help` and `kg query` do without it.
    if name == "build":
        from kg.pipeline import build

        return build
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
