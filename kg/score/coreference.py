"""Two ways to group mentions -> MUC, B-cubed, CEAF-e and their mean, the CoNLL-2012 score.

Definitions: Vilain et al. 1995 (MUC), Bagga & Baldwin 1998 (B-cubed), Luo 2005 (CEAF with the
entity similarity phi4), Pradhan et al. 2012 (the mean of the three F1s). Mentions that only one
side has stay in: they count as singletons of the other side in MUC and as misses in B-cubed.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass

from kg.score.figures import harmonic

Chains = Sequence[Set[Hashable]]


@dataclass(frozen=True, slots=True)
class Coreference:
    """The three F1s."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """Their mean: the CoNLL-2012 score."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def coreference(key: Chains, response: Chains) -> Coreference:
    """Compare a system's chains (``response``) with the gold's (``key``)."""
    return Coreference(muc(key, response), b_cubed(key, response), ceaf_e(key, response))


def _chain_of(chains: Chains) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def muc(key: Chains, response: Chains) -> float:
    """The F1 of links: how many joins it takes to make one grouping out of the other."""

    def share(ours: Chains, theirs: Chains) -> float:
        where = _chain_of(theirs)
        kept = links = 0
        for chain in ours:
            parts = {where.get(mention, ("alone", mention)) for mention in chain}
            kept += len(chain) - len(parts)
            links += len(chain) - 1
        return kept / links if links else 0.0

    return harmonic(share(response, key), share(key, response))


def b_cubed(key: Chains, response: Chains) -> float:
    """The F1 of mentions: for each, how much of its chain is also its chain on the other side."""

    def share(ours: Chains, theirs: Chains) -> float:
        where = _chain_of(theirs)
        total = sum(
            len(chain & theirs[where[mention]]) / len(chain)
            for chain in ours
            for mention in chain
            if mention in where
        )
        mentions = sum(len(chain) for chain in ours)
        return total / mentions if mentions else 0.0

    return harmonic(share(response, key), share(key, response))


def ceaf_e(key: Chains, response: Chains) -> float:
    """The F1 of entities under the best one-to-one alignment, similarity 2|K∩R| / (|K|+|R|)."""
    if not key or not response:
        return 0.0
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    # Most pairs of chains share nothing: fill in only those that do.
    similarity = np.zeros((len(key), len(response)))
    where: dict[Hashable, list[int]] = {}
    for column, chain in enumerate(response):
        for mention in chain:
            where.setdefault(mention, []).append(column)
    for row, chain in enumerate(key):
        for column in {column for mention in chain for column in where.get(mention, ())}:
            other = response[column]
            similarity[row, column] = 2 * len(chain & other) / (len(chain) + len(other))
    rows, columns = linear_sum_assignment(-similarity)
    total = float(similarity[rows, columns].sum())
    return harmonic(total / len(response), total / len(key))
