"""The benchmark of the pipeline, on a handful of sentences and a peer made here."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
import spacy

SENTENCES = """# text = Zij woont in Utrecht.
1\tZij\tzij\tPRON\t_\t_\t2\tnsubj\t_\t_
2\twoont\twonen\tVERB\t_\t_\t0\troot\t_\t_
3\tin\tin\tADP\t_\t_\t4\tcase\t_\t_
4\tUtrecht\tUtrecht\tPROPN\t_\t_\t2\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
TEXT = "Zij woont in Utrecht. Jan Bos werkt bij Philips."


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "pipeline.py"
    spec = importlib.util.spec_from_file_location("pipeline_benchmark", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("ud", "ner", "meantime-nl"):
        (tmp_path / folder).mkdir()
    (tmp_path / "ud/nl-ud-dev.conllu").write_text(SENTENCES, encoding="utf-8")
    (tmp_path / "ner/conll2002-nl-dev.tsv").write_text("In O\nUtrecht B-LOC\n\n", encoding="utf-8")
    names = [(13, 20, "LOC"), (22, 29, "PER"), (40, 47, "ORG")]
    row = {
        "id": "1",
        "text": TEXT,
        "scored_until": len(TEXT),
        "entities": [{"start": a, "end": b, "type": kind} for a, b, kind in names],
    }
    (tmp_path / "meantime-nl/dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def peer(tmp_path: Path) -> str:
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Utrecht"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "peer")
    return str(tmp_path / "peer")


def test_ours_and_a_peer_stand_side_by_side(
    bench: ModuleType, data: Path, peer: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(bench.shutil, "which", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["pipeline", "--data", str(data), "--peer", peer])
    bench.main()
    printed = capsys.readouterr().out
    rows = {line[:24].strip(): line[24:].split() for line in printed.splitlines()}
    assert rows[""] == ["nl", "peer"]
    assert rows["LAS"][0] == "100.00" and float(rows["LAS"][1]) < 50
    assert rows["obl R / P"] == ["100.0", "/", "100.0", "0.0", "/", "0.0"]
    assert rows["names MEANTIME F1"] == ["1.000", "0.500"]
    assert rows["names CoNLL-2002 F1"] == ["1.000", "1.000"]
    assert "left out: Frog: not installed" in printed


def test_what_is_missing_is_said(
    bench: ModuleType, data: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(bench.shutil, "which", lambda _: None)
    monkeypatch.setattr(bench, "installed", list)
    monkeypatch.setattr(sys, "argv", ["pipeline", "--data", str(data)])
    bench.main()
    assert "nl_core_news_*: none is installed" in capsys.readouterr().out


def test_names_of_frog_over_our_words(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "frog_names", lambda _sentences, _folder: [[(3, 4, "LOC")], []])
    document = bench.Document("1", "Zij woont in Utrecht. Ja.")
    (analysis,) = bench.frog_annotator(tmp_path)([document])
    assert [(m.span.of(document.text), m.entity_class) for m in analysis.mentions] == [
        ("Utrecht", "Place")
    ]
