"""The gazetteer's interface, on the shipped tables."""

from __future__ import annotations

from kg import gazetteer

GAZETTEER = gazetteer.load()


def test_countries() -> None:
    assert GAZETTEER.lookup("Verenigde Staten")[0].key == "Q30"
    assert GAZETTEER.lookup("Bahama’s")[0].label == "Bahama's"
    assert [entry.label for entry in GAZETTEER.lookup("Congo")][:2] == [
        "Congo-Kinshasa",
        "Congo-Brazzaville",
    ]
