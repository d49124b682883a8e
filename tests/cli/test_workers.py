"""Documents at once: the same bytes, and one that kills its process is named."""

import json
from pathlib import Path

import pytest

from kg import pipeline, workers
from kg.errors import UsageError
from tests.cli.poison import Poisoned, doubler, refuser

EXAMPLES = Path(__file__).parents[2] / "examples" / "nieuws.jsonl"


def test_a_poisoned_item_is_named_and_the_others_done() -> None:
    items = [1, 13, *range(20, 30)]
    found = dict(workers.run(doubler, items, 3))
    assert found.pop(1) == workers.Died(-6)
    assert found == {i: 2 * items[i] for i in range(len(items)) if i != 1}


def test_what_cannot_start_is_an_error_not_a_death() -> None:
    with pytest.raises(UsageError) as error:
        list(workers.run(refuser, [1, 2], 2))
    assert (error.value.message, error.value.hint) == ("geen model", "koop er een")


def test_a_poisoned_document_is_named_and_the_others_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "Builder", Poisoned)
    source = tmp_path / "vier.jsonl"
    rows = [
        {"id": i, "text": f"Het leger beschoot de stad {i}."} for i in ("a", "gif", "fout", "b")
    ]
    source.write_text("\n".join(map(json.dumps, rows)))
    made = pipeline.build(source, tmp_path / "out", workers=2)
    assert made.documents == ("a", "b")
    lines = (tmp_path / "out" / "failures.jsonl").read_text().splitlines()
    died, failed = map(json.loads, lines)
    assert (died["source"], died["code"]) == ("gif", "E10") and "signal 6" in died["message"]
    assert (failed["source"], failed["code"]) == ("fout", "E10")
    assert "ZeroDivisionError" in failed["detail"] and failed["hint"]


@pytest.mark.parametrize("count", [2, 4])
def test_the_same_bytes_for_any_number_of_workers(tmp_path: Path, count: int) -> None:
    one = pipeline.build(EXAMPLES, tmp_path / "1", report=True, check=False)
    more = pipeline.build(EXAMPLES, tmp_path / "n", report=True, check=False, workers=count)
    for path in one.files:
        assert (tmp_path / "n" / path.name).read_bytes() == path.read_bytes(), path.name
    assert more.documents == one.documents
