"""What times are called."""

import pytest

from kg.graph.time_labels import time_label


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2022-03-03", "3 maart 2022"),
        ("2022-03-03TEV", "3 maart 2022, avond"),
        ("2022-03-03T14:30", "3 maart 2022, 14.30 uur"),
        ("2022-03", "maart 2022"),
        ("2022-W10", "week 10 van 2022"),
        ("2022-W10-WE", "weekend van week 10 van 2022"),
        ("2022-Q3", "kwartaal 3 van 2022"),
        ("2022-SU", "zomer van 2022"),
        ("2022", "2022"),
        ("199", "jaren 1990"),
        ("20", "21e eeuw"),
        ("2010/2015", "2010 tot en met 2015"),
        ("2022-02-24/..", "vanaf 24 februari 2022"),
        ("../2022-05", "tot en met mei 2022"),
        ("P3D/2022-03-04", "3 dagen tot 4 maart 2022"),
        ("2022-03-04/P1W", "1 week vanaf 4 maart 2022"),
        ("PT30M", "30 minuten"),
        ("PAST_REF", "eerder, dag niet genoemd"),
        ("XXXX-WXX-2", "XXXX-WXX-2"),
        ("nonsense", "nonsense"),
    ],
)
def test_values_are_said_in_dutch(value: str, label: str) -> None:
    assert time_label(value) == label
