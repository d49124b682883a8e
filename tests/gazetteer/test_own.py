"""A user's own rows win, and bad lines are named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import gazetteer
from kg.errors import UsageError
from kg.gazetteer.own import overlay


def load(folder: Path, text: str) -> gazetteer.Gazetteer:
    path = folder / "own.tsv"
    path.write_text(text, encoding="utf-8")
    gazetteer.load.cache_clear()
    return gazetteer.load(path)


def test_a_new_thing(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        "name\tclass\taliases\tlatitude\tlongitude\tcontained_in\n"
        "# remarks and empty lines are left out\n\n"
        "Onderdak Oekraïne\tOrganisation\tOnderdak-Oekraine\t\t\tQ55\n"
        "Sportpark Zuid\tFacility\t\t52.1\t4.3\tQ55\n",
    )
    (entry,) = found.lookup("Onderdak-Oekraine")
    assert (entry.key, entry.label, entry.entity_class, entry.contained_in, entry.source) == (
        "kg:onderdak-oekraine",
        "Onderdak Oekraïne",
        "Organisation",
        "Q55",
        "user",
    )
    assert found.lookup("Sportpark Zuid")[0].latitude == Decimal("52.1")
    words = ["van", "Onderdak", "Oekraïne", "."]
    assert [(start, end) for start, end, _ in found.longest_matches(words)] == [(1, 3)]
    assert found.lookup("Kiev")[0].key == "Q1899"


def test_the_users_meaning_of_a_name_is_the_only_one(tmp_path: Path) -> None:
    found = load(tmp_path, "name\tclass\nBest\tCity\nKiev\tCompany\n")
    assert [entry.key for entry in found.lookup("Best")] == ["kg:best"]
    assert [entry.entity_class for entry in found.lookup("Kiev")] == ["Company"]


def test_a_row_with_a_known_key_changes_what_it_names(tmp_path: Path) -> None:
    found = load(tmp_path, "name\tkey\taliases\nOekraine\tQ212\tOekrajine\n")
    (entry,) = found.lookup("Oekrajine")
    assert (entry.key, entry.label, entry.entity_class) == ("Q212", "Oekraine", "Country")
    assert "https://sws.geonames.org/690791/" in entry.same_as
    assert found.adjective("Oekraïense") == entry


def test_identities(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        "name\tclass\tsame_as\n"
        "Jan Jansen\tPerson\tQ999999999\n"
        "Piet\tPerson\thttps://example.org/piet\n",
    )
    assert found.lookup("Jan Jansen")[0].key == "Q999999999"
    assert found.lookup("Piet")[0].same_as == ("https://example.org/piet",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("naam\tclass\nX\tCity\n", "line 1: the columns are naam, class"),
        ("", "line 1: the columns are missing"),
        ("name\tname\n", "line 1"),
        ("name\tclass\nX\tStad\n", "line 2: the class 'Stad' is not known"),
        ("name\tclass\nX\n", "line 2: the class '' is not known"),
        ("name\tclass\n\tCity\n", "line 2: name is empty"),
        ("name\tclass\nX\tCity\tmore\n", "line 2: 3 cells for 2 columns"),
        ("name\tclass\nX\tCity\nX\tCity\n", "line 3: the key kg:x stands twice"),
        ("name\tclass\tkey\nX\tCity\t12\n", "line 2: the key '12'"),
        ("name\tclass\tlatitude\nX\tCity\tnorth\n", "line 2: latitude 'north' is not a number"),
        ("name\tclass\tlatitude\nX\tCity\t91\n", "line 2: latitude '91'"),
        ("name\tclass\tlatitude\nX\tCity\tNaN\n", "line 2: latitude 'NaN'"),
        ("name\tclass\tlatitude\nX\tCity\t51\n", "line 2: latitude and longitude go together"),
        ("name\tclass\tpopulation\nX\tCity\tmany\n", "line 2: population 'many'"),
        ("name\tclass\tsame_as\nX\tCity\twiki\n", "line 2: same_as 'wiki'"),
        ("name\tclass\tcontained_in\nX\tCity\tNederland\n", "line 2: contained_in 'Nederland'"),
        ("name\tclass\n京\tCity\n", "line 2: no key can be made"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match="own") as caught:
        load(tmp_path, text)
    assert words in str(caught.value)
    assert caught.value.hint


def test_all_bad_lines_are_told_up_to_ten(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load(tmp_path, "name\tclass\n" + "X\tStad\n" * 12)
    assert "line 11" in str(caught.value) and "and 2 more" in str(caught.value)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        gazetteer.load(tmp_path / "none.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"name\tclass\n\xff\tCity\n")
    with pytest.raises(UsageError, match="cannot read"):
        gazetteer.load(tmp_path / "bytes.tsv")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_gazetteer_or_a_usage_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("own") / "own.tsv"
    path.write_bytes(b"name\tclass\tlatitude\tlongitude\tsame_as\n" + data)
    try:
        things, names = overlay(path, [], [])
    except UsageError:
        return
    assert all(line.count("\t") == 8 for line in things)
    assert all(line.count("\t") == 1 for line in names)
