"""kg build from the outside: files, exit codes, the same bytes every time."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.check import violations
from kg.export import EXPORTERS
from kg.graph import to_store
from kg.vocab import PREFIXES

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
# Each name as often as the article has it, as (the end of) a name mention of one entity.
NAMES = [
    "Zelenski",
    "Poetin",
    "Rutte",
    "Irpin",
    "Cherson",
    "Enerhodar",
    "Marioepol",
    "Kiev",
    "Charkov",
]
MENTIONS = """SELECT DISTINCT ?m WHERE {
  ?entity gaf:denotedBy ?m . ?m kg:mentionKind kg:Name ; nif:anchorOf ?words
  FILTER(STRENDS(?words, "NAME")) }"""
HAPPENINGS = [
    ("Shelling", "Irpin"),
    ("Diplomacy", "Belarus"),
    ("Battle", "Marioepol"),
    ("Battle", "Enerhodar"),
    ("AirStrike", "Tsjernihiv"),
]

EXAMPLES = Path(__file__).parent.parent / "examples" / "nieuws.jsonl"
ARTICLE = Path(__file__).parent.parent.parent / "shared" / "articles" / "parool-2022-03-03.txt"


def kg(*args: str, seed: str = "0", **extra: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-m", "kg", *args],
        capture_output=True,
        env=environment,
        check=False,
        **extra,  # type: ignore[call-overload]
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    done = kg("build", str(EXAMPLES), "--out", str(out))
    assert done.returncode == 0, done.stderr.decode()
    return out


def test_it_writes_a_sound_graph_and_a_page(built: Path) -> None:
    assert violations((built / "graph.ttl").read_bytes()) == []
    assert b"<!DOCTYPE html>" in (built / "network.html").read_bytes()[:200]
    assert (built / "failures.jsonl").read_bytes() == b""
    made = {"graph.ttl", "failures.jsonl"} | {e.file_name for e in EXPORTERS.values()}
    assert {p.name for p in built.iterdir()} == made


def test_the_same_bytes_in_any_order_and_for_any_hash_seed(built: Path, tmp_path: Path) -> None:
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    shuffled = tmp_path / "andersom.jsonl"
    shuffled.write_text("\n".join(reversed(lines)), encoding="utf-8")
    for seed, source in (("1", EXAMPLES), ("2", shuffled)):
        out = tmp_path / seed
        assert kg("build", str(source), "--out", str(out), seed=seed).returncode == 0
        for name in ("graph.ttl", "network.html"):
            assert (out / name).read_bytes() == (built / name).read_bytes(), (seed, name)


def test_a_document_keeps_its_iris_when_others_are_added(built: Path, tmp_path: Path) -> None:
    first = EXAMPLES.read_text(encoding="utf-8").splitlines()[0]
    alone = tmp_path / "een.jsonl"
    alone.write_text(first, encoding="utf-8")
    kg("build", str(alone), "--out", str(tmp_path))
    of_all = (built / "graph.ttl").read_text(encoding="utf-8")
    graph = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    subjects = {line.split(" ")[0] for line in graph.splitlines() if line.startswith("event:")}
    assert subjects
    assert all(f"\n{subject} " in of_all for subject in subjects)


def test_one_bad_document_is_listed_and_the_rest_built(tmp_path: Path) -> None:
    source = tmp_path / "twee.jsonl"
    source.write_text('{"id": "a", "text": "Het leger beschoot de stad."}\n{"id": "b"}\n')
    done = kg("build", str(source), "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    (row,) = (tmp_path / "out" / "failures.jsonl").read_text().splitlines()
    assert json.loads(row)["code"] == "E06"
    assert b"E06" in done.stderr


def test_nothing_usable_leaves_the_old_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("oud")
    (tmp_path / "leeg.txt").write_text("  ")
    done = kg("build", str(tmp_path / "leeg.txt"), "--out", str(tmp_path))
    assert done.returncode == 3
    assert (tmp_path / "graph.ttl").read_text() == "oud"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["build", "bestaat-niet.txt"], 2),
        (["build"], 2),
        (["build", str(EXAMPLES), "--annotator", "toverij"], 2),
        (["build", str(EXAMPLES), "--base", "geen iri"], 2),
        (["build", str(EXAMPLES), "--published", "gisteren"], 2),
        (["onzin"], 2),
        (["check", "bestaat-niet.ttl"], 2),
    ],
)
def test_wrong_calls_are_told_so(args: list[str], code: int, tmp_path: Path) -> None:
    done = kg(*args, cwd=tmp_path)
    assert done.returncode == code
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    text = b"De rebellen beschoten donderdag de haven."
    done = kg("build", "-", "--out", str(tmp_path), "--published", "2022-03-04", input=text)
    assert done.returncode == 0
    assert b'"stdin"' in (tmp_path / "graph.ttl").read_bytes()


def test_a_symbolic_link_is_never_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("heel")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").symlink_to(victim)
    done = kg("build", str(EXAMPLES), "--out", str(tmp_path / "out"))
    assert done.returncode == 5
    assert victim.read_text() == "heel"


def test_a_page_and_lines_of_json_on_standard_input(tmp_path: Path) -> None:
    page = "<html><body><article><p>De rebellen beschoten de haven.</p></article></body></html>"
    lines = '{"id": "regel", "text": "De rebellen beschoten de haven."}'
    for given, identifier in ((page, "stdin"), (lines, "regel")):
        out = tmp_path / identifier
        assert kg("build", "-", "--out", str(out), "-q", input=given.encode()).returncode == 0
        assert f'"{identifier}"' in (out / "graph.ttl").read_text(encoding="utf-8")


def test_a_text_that_is_not_dutch_is_skipped_and_listed(tmp_path: Path) -> None:
    source = tmp_path / "twee.jsonl"
    german = "Die Rebellen haben am Donnerstag die Stadt beschossen. " * 4
    rows = [{"id": "nl", "text": "Het leger beschoot de stad."}, {"id": "de", "text": german}]
    source.write_text("\n".join(map(json.dumps, rows)))
    done = kg("build", str(source), "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    assert b"W04 de: skipped: looks like German" in done.stderr
    assert b"--language nl" in done.stderr
    forced = kg("build", str(source), "--out", str(tmp_path / "out"), "--language", "nl", "-q")
    assert forced.returncode == 0 and not forced.stdout and not forced.stderr


def test_a_report_of_every_sentence(tmp_path: Path) -> None:
    text = "Zware gevechten\n\nHet leger beschoot de haven. Hij is burgemeester.\n"
    (tmp_path / "a.txt").write_text(text)
    done = kg("build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--report")
    assert done.returncode == 0
    report = (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")
    assert "Shelling: 'beschoot'" in report
    assert "claim: Asserted" in report


def test_a_place_that_cannot_be_written_is_named_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    done = kg("build", str(EXAMPLES), "--out", str(tmp_path / "bestand" / "out"))
    assert done.returncode == 5
    assert str(tmp_path / "bestand" / "out").encode() in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_leaves_nothing_half_written(
    tmp_path: Path, number: int, code: int, workers: str
) -> None:
    (tmp_path / "graph.ttl").write_text("oud")
    lines = (f'{{"id": "{i}", "text": "{"Het leger beschoot de stad. " * 99}"}}' for i in range(99))
    (tmp_path / "veel.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "veel.jsonl")]
    with subprocess.Popen(
        [*command, "--out", str(tmp_path), "--workers", workers],
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has them ignore SIGINT.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as child:
        time.sleep(6)
        child.send_signal(number)
        _, told = child.communicate()
    assert child.returncode == code, told
    assert b"Traceback" not in told
    assert (tmp_path / "graph.ttl").read_text() == "oud"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.ttl", "veel.jsonl"]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the newspaper article is not beside the checkout")
def test_the_newspaper_article(tmp_path: Path) -> None:
    done = kg("build", str(ARTICLE), "--published", "2022-03-04", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr.decode()
    store = to_store((tmp_path / "graph.ttl").read_bytes())
    text = ARTICLE.read_text(encoding="utf-8")
    for name in NAMES:
        found = store.query(PROLOGUE + MENTIONS.replace("NAME", name))
        assert len(list(found)) == text.count(name), name
    for kind, place in HAPPENINGS:
        pattern = f"?e a kg:{kind} ; sem:hasPlace/rdfs:label '{place}'@nl"
        assert store.query(f"{PROLOGUE} ASK {{ {pattern} }}"), (kind, place)
