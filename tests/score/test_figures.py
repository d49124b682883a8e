"""The definitions, on examples small enough to count by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.score.coreference import b_cubed, ceaf_e, coreference, muc
from kg.score.figures import Counts, compare, macro_f1

CHAINS = st.lists(st.integers(0, 5), min_size=1, max_size=12).map(
    lambda numbers: [
        frozenset(i for i, number in enumerate(numbers) if number == chain)
        for chain in sorted(set(numbers))
    ]
)


def test_counts() -> None:
    counts = Counts(hit=3, system=4, gold=6)
    assert (counts.precision, counts.recall) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(0.6)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)
    assert compare({1, 2, 3}, {2, 3, 4, 5}) == Counts(2, 4, 3)
    assert Counts(1, 2, 3) + Counts(1, 1, 1) == Counts(2, 3, 4)


def test_macro_f1_is_over_the_labels_of_the_gold() -> None:
    pairs = [("POS", "POS"), ("POS", "NEG"), ("POS", "POS"), ("NEG", None)]
    # POS: P 2/2, R 2/3, F1 0.8; NEG: 0.
    assert macro_f1(pairs, ["POS", "NEG", "OTHER"]) == pytest.approx(0.4)
    assert macro_f1([], ["POS"]) == 0


# Three worked examples: key {a b c} {d e f g}, the response of each.
KEY = [frozenset("abc"), frozenset("defg")]


@pytest.mark.parametrize(
    ("response", "figures"),
    [
        # MUC: 4 of 5 links, 4 of 4; B3: R (3·1 + 4·(8/16)) / 7… counted below.
        (
            ["abc", "de", "fg"],
            (
                2 * 1.0 * 0.8 / 1.8,
                2 * 1.0 * (5 / 7) / (1 + 5 / 7),
                # best pairs: {a b c} with itself 1, {d e f g} with {d e} 2·2/6
                2 * (5 / 9) * (5 / 6) / (5 / 9 + 5 / 6),
            ),
        ),
        # Nothing found: every figure is 0.
        ([], (0, 0, 0)),
        # All in one: MUC recall 5/5, precision 5/6; B3 precision (9 + 16) / 49.
        (
            ["abcdefg"],
            (
                2 * (5 / 6) / (1 + 5 / 6),
                2 * (25 / 49) / (1 + 25 / 49),
                # {d e f g} with all: 2·4/11; precision over 1, recall over 2
                2 * (8 / 11) * (4 / 11) / (12 / 11),
            ),
        ),
    ],
)
def test_worked_coreference(response: list[str], figures: tuple[float, float, float]) -> None:
    chains = [frozenset(chain) for chain in response]
    found = (muc(KEY, chains), b_cubed(KEY, chains), ceaf_e(KEY, chains))
    assert found == pytest.approx(figures)
    assert coreference(KEY, chains).conll == pytest.approx(sum(figures) / 3)


@settings(deadline=None)
@given(CHAINS)
def test_the_gold_itself_is_perfect(chains: list[frozenset[int]]) -> None:
    found = coreference(chains, chains)
    assert (found.b_cubed, found.ceaf_e) == (pytest.approx(1), pytest.approx(1))
    # MUC counts links alone: where all are singletons there are none.
    assert found.muc == (1 if any(len(chain) > 1 for chain in chains) else 0)


@settings(deadline=None)
@given(CHAINS, CHAINS)
def test_figures_lie_between_0_and_1_and_f1_is_symmetric(
    key: list[frozenset[int]], response: list[frozenset[int]]
) -> None:
    there, back = coreference(key, response), coreference(response, key)
    for one, other in zip(
        (there.muc, there.b_cubed, there.ceaf_e), (back.muc, back.b_cubed, back.ceaf_e), strict=True
    ):
        assert -1e-9 <= one <= 1 + 1e-9
        assert one == pytest.approx(other)
