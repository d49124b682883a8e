"""The own passages hold: what is right today stays right, in both halves."""

from collections import Counter

from tests.link.passages import passages, results


def test_there_are_enough_passages_in_both_halves() -> None:
    assert min(Counter(p.half for p in passages()).values()) >= 60


def test_nine_in_ten_passages_come_out_right() -> None:
    right, all_ = Counter[str](), Counter[str]()
    for passage, faults in results():
        all_[passage.half] += 1
        right[passage.half] += not faults
    assert all(right[half] >= 0.9 * all_[half] for half in all_), dict(right)
