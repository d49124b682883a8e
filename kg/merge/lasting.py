"""Clusters -> what lasts (a war, a siege) and what is part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.event_types import EventTypes
from kg.lexicon import table
from kg.merge.clusters import Cluster, where
from kg.merge.places import Places


def parts_of(
    clusters: Iterable[Cluster], places: Places, types: EventTypes
) -> Iterator[tuple[Cluster, Cluster]]:
    """Pairs of a lasting event and one that is part of it.

    A part is of a type, or below one, that the lasting one is made of (``merging.toml``,
    "lasting"), is told of in an article that tells of the whole, happened in its place, and is
    no plan or demand.
    Catches "de oorlog in Oekraïne" and "Irpin is beschoten" in one article; leaves alone a
    shelling in another country.
    """
    lasting = table("merging.toml")["lasting"]
    made_of = {kind: known["parts"] for kind, known in lasting.items()}
    by_document: dict[str, list[Cluster]] = {}
    every = list(clusters)
    for cluster in every:
        if any(kind in made_of for kind, _, _ in cluster.kinds):
            for document in cluster.documents:
                by_document.setdefault(document, []).append(cluster)
    for part in every:
        wholes = {w: None for d in sorted(part.documents) for w in by_document.get(d, ())}
        for whole in wholes:
            if whole is part:
                continue
            kinds = {k for kind, _, _ in whole.kinds for k in made_of.get(kind or "", ())}
            told = {kind for kind, _, _ in part.kinds if kind in types.by_name}
            own = {kind for name in told if name for kind in types.chain(name)}
            same = told & {kind for kind, _, _ in whole.kinds}
            if kinds & own and not same and _inside(part, whole, places):
                yield whole, part


def _inside(part: Cluster, whole: Cluster, places: Places) -> bool:
    """Whether what was told to have happened lies in the place of the whole."""
    if not any(m.statuses & {"Asserted", "Claimed"} for m in part.members):
        return False
    scene = where(whole)
    return any(key in scene or scene & set(places.around(key)) for key in where(part))
