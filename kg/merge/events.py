"""Clusters of a build -> the same, each one event: first in a document, then between documents."""

from __future__ import annotations

from collections.abc import Sequence

from kg.corrections import NONE, Corrections
from kg.event_types import EventTypes
from kg.merge.clusters import Clusters
from kg.merge.joining import Joining
from kg.merge.named import Named
from kg.merge.sketch import Sketch


def join_events(
    sketches: Sequence[Sketch],
    clusters: Clusters,
    named: Named,
    types: EventTypes,
    corrections: Corrections = NONE,
) -> None:
    """Join clusters in place, as far as the rules reach.

    Args:
        sketches: the documents, in the order of their ids.
        clusters: their events, each alone.
        named: what they name.
        types: the event types.
        corrections: events that a person has called one, or not one.
    """
    _correct(sketches, clusters, corrections)
    joining = Joining(clusters, types, named, corrections)
    for sketch in sketches:
        joining.inside(sketch)
    joining.between()


def _correct(sketches: Sequence[Sketch], clusters: Clusters, corrections: Corrections) -> None:
    """Join what a person has called one event."""
    by_name = {str(e.key): e.key for s in sketches for e in s.events}
    for row in corrections.of("merge_events"):
        keys = sorted(by_name[name] for name in row.names if name in by_name)
        for key in keys[1:]:
            clusters.join(clusters.of(keys[0]), clusters.of(key), row.reason)
