"""Reading: every row of bad input gets its message, and the other documents go on."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.model import Document, Failure
from kg.output import printable
from kg.read import Settings, read
from kg.read.decoding import decode

SHARED = Path(__file__).parents[3] / "shared"


def outcome(tmp_path: Path, name: str, content: bytes) -> list[Document | Failure]:
    (tmp_path / name).write_bytes(content)
    return list(read([str(tmp_path / name)]))


PAGE = "<html><body><article><h1>Kop</h1><p>{}</p></article></body></html>"
GERMAN = (
    "Die Rebellen haben am Donnerstag die Stadt beschossen. Der Präsident sagte, dass es viele "
    "Tote gegeben habe und dass die Armee weiter vorrücken werde. Niemand weiß, wie es weitergeht."
)
LINKS = "".join(f'<a href="/{i}">Nieuws van dag {i}</a> ' for i in range(100))
HIDDEN = f"<html><body><p>Kort.</p><footer>{'x ' * 5000}</footer></body></html>"

# Every row of bad input: file, bytes, the code and words of its message.
BAD = [
    ("empty.txt", b"", "E01", "empty"),
    ("blank.txt", b" \n\t\n", "E01", "empty"),
    ("invisible.txt", "\u200b\ufeff".encode(), "E01", "empty"),
    ("empty.html", b" \n", "E01", "empty"),
    ("empty.jsonl", b'{"id":"a","text":" "}', "E01", "line 1: empty"),
    ("pdf.txt", b"%PDF-1.7 ...", "E02", "PDF"),
    ("zip.txt", b"PK\x03\x04....", "E02", "ZIP"),
    ("word.txt", b"\xd0\xcf\x11\xe0....", "E02", "Word"),
    ("nul.txt", b"een\0twee", "E02", "control"),
    ("controls.txt", b"\x01\x02\x03abc", "E02", "control"),
    ("page.txt", PAGE.format("Tekst.").encode(), "E02", "HTML"),
    ("pdf.html", b"%PDF-1.7 ...", "E02", "PDF"),
    ("pdf.jsonl", b"%PDF-1.7 ...", "E02", "line 1: not text (looks like PDF)"),
    ("controls.jsonl", b'{"id":"a","text":"\\u0001\\u0002b"}', "E02", "line 1: not text"),
    ("nothing.html", b"<html><body></body></html>", "E03", "nothing is visible"),
    ("script.html", b"<html><script>var a = 'tekst';</script></html>", "E03", "nothing"),
    ("links.html", f"<html><body>{LINKS}</body></html>".encode(), "E03", "no article text"),
    ("hidden.html", HIDDEN.encode(), "E03", "no article text"),
    ("large.txt", b"a" * 10_000_001, "E04", "more than 10,000,000 bytes"),
    ("long.txt", b"a" * 1_000_001, "E04", "1,000,001 characters, at most 1,000,000"),
    ("large.html", b"a" * 10_000_001, "E04", "more than 10,000,000 bytes"),
    ("large.jsonl", b'{"text": "' + b"a" * 10_000_001, "E04", "line 1: too large"),
    ("broken.jsonl", b"{nee}", "E06", "line 1"),
    ("list.jsonl", b"[1]", "E06", "not a JSON object"),
    ("noid.jsonl", b'{"text": "a"}', "E06", "missing 'id'"),
    ("emptyid.jsonl", b'{"id": "", "text": "a"}', "E06", "missing 'id'"),
    ("notext.jsonl", b'{"id": "a"}', "E06", "missing 'text'"),
    ("numbers.jsonl", b'{"id": "a", "text": 5}', "E06", "'text' is not a string"),
    ("title.jsonl", b'{"id": "a", "text": "b", "title": []}', "E06", "'title' is not a string"),
    ("deep.jsonl", b'{"id":"a","text":"b","x":' + b"[" * 101 + b"]" * 101 + b"}", "E06", "deep"),
    ("deeper.jsonl", b'{"id":"a","text":"b","x":' + b"[" * 99999, "E06", "line 1"),
    ("surrogate.jsonl", b'{"id":"a","text":"\\ud800"}', "E06", "surrogate"),
    ("date.jsonl", b'{"id":"a","text":"b","published":"gisteren"}', "E06", "not a date"),
    ("german.txt", GERMAN.encode(), "W04", "looks like German"),
    ("german.html", PAGE.format(GERMAN).encode(), "W04", "looks like German"),
    ("said.jsonl", b'{"id":"a","text":"Hoi.","language":"de"}', "W04", "given as German"),
]


@pytest.mark.parametrize(("name", "content", "code", "words"), BAD, ids=[b[0] for b in BAD])
def test_bad_input_gets_its_message(
    tmp_path: Path, name: str, content: bytes, code: str, words: str
) -> None:
    (failure,) = outcome(tmp_path, name, content)
    assert isinstance(failure, Failure)
    assert failure.code == code
    assert words in failure.message
    assert failure.hint


def test_every_code_is_explained() -> None:
    page = (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")
    for code in {row[2] for row in BAD} | {"E05", "E07", "E08", "E09", "E10", "W01", "W02", "W03"}:
        assert f"| `{code}` |" in page, code


def test_one_bad_line_leaves_the_others_alone(tmp_path: Path) -> None:
    lines = [b'{"id":"a","text":"Een."}', b"{", b'{"id":"b","text":"Twee."}']
    found = outcome(tmp_path, "three.jsonl", b"\n".join(lines))
    assert [type(item).__name__ for item in found] == ["Document", "Failure", "Document"]


def test_cp1252_is_read_with_a_warning(tmp_path: Path) -> None:
    warning, document = outcome(tmp_path, "oud.txt", "Oekraïne – “ja”".encode("cp1252"))
    assert isinstance(warning, Failure) and warning.code == "W01"
    assert isinstance(document, Document) and document.text == "Oekraïne – “ja”"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_byte_order_marks(encoding: str) -> None:
    assert decode("Café €".encode(encoding)) == ("Café €", None)


def test_text_is_kept_as_decoded(tmp_path: Path) -> None:
    (document,) = outcome(tmp_path, "regels.txt", b"Een.\r\nTwee.\r")
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("regels", "Een.\r\nTwee.\r")


def test_the_same_id_twice(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": "Een."}, {"id": "a", "text": "Een."}, {"id": "a", "text": "Twee."}]
    content = "\n".join(map(json.dumps, lines)).encode()
    first, same, other = outcome(tmp_path, "dubbel.jsonl", content)
    assert isinstance(first, Document)
    assert isinstance(same, Failure) and same.code == "W03"
    assert isinstance(other, Failure) and other.code == "E08"


def test_published_is_for_input_without_a_date(tmp_path: Path) -> None:
    path = tmp_path / "datum.jsonl"
    path.write_text('{"id":1,"text":"a"}\n{"id":2,"text":"b","published":"2020-01-02T03:04:05Z"}')
    found = list(read([str(path)], date(2022, 3, 4)))
    assert [d.published for d in found if isinstance(d, Document)] == [
        date(2022, 3, 4),
        date(2020, 1, 2),
    ]


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "foto.png"):
        (tmp_path / name).write_text(name)
    assert [d.id for d in read([str(tmp_path)]) if isinstance(d, Document)] == ["a", "b"]


@pytest.mark.parametrize("name", ["weg.txt", "foto.png"])
def test_wrong_inputs_are_a_usage_error(tmp_path: Path, name: str) -> None:
    if name == "foto.png":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UsageError) as error:
        list(read([str(tmp_path / name)]))
    assert error.value.hint


ODD = ["../../x", "a" * 10_000, "a\nb\x1b[2J", "\u202eomgekeerd", "Ж", "con", "."]


@pytest.mark.parametrize("identifier", ODD, ids=[i[:8].encode().hex() for i in ODD])
def test_any_id_is_accepted(tmp_path: Path, identifier: str) -> None:
    line = json.dumps({"id": identifier, "text": "Een zin."}).encode()
    (document,) = outcome(tmp_path, "ids.jsonl", line)
    assert isinstance(document, Document) and document.id == identifier


def test_a_limit_can_be_raised(tmp_path: Path) -> None:
    (tmp_path / "kort.txt").write_text("Een zin. " * 10)
    (found,) = read([str(tmp_path / "kort.txt")], settings=Settings(max_characters=89))
    assert isinstance(found, Failure) and found.code == "E04"
    assert "--max-characters" in found.hint
    (found,) = read([str(tmp_path / "kort.txt")], settings=Settings(max_characters=90))
    assert isinstance(found, Document)


def test_a_forced_language_wins(tmp_path: Path) -> None:
    (tmp_path / "duits.txt").write_text(GERMAN)
    (tmp_path / "duits.jsonl").write_text('{"id":"b","text":"Hoi.","language":"de"}')
    names = [str(tmp_path / "duits.txt"), str(tmp_path / "duits.jsonl")]
    assert all(isinstance(d, Document) for d in read(names, settings=Settings(language="nl")))


@pytest.mark.parametrize("code", ["nl", "nl-BE", "NL_nl", "nld", "dut", "Nederlands"])
def test_dutch_by_any_name(tmp_path: Path, code: str) -> None:
    line = json.dumps({"id": "a", "text": "Hoi.", "language": code}).encode()
    assert isinstance(outcome(tmp_path, "a.jsonl", line)[0], Document)


def test_what_a_folder_holds_besides_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "foto.png", ".verborgen"):
        (tmp_path / name).write_text("Een zin.")
    (tmp_path / "map").mkdir()
    remark, document = read([str(tmp_path)])
    assert isinstance(remark, Failure) and remark.code == "W05"
    assert "foto.png" in remark.message and "map/" in remark.message
    assert "verborgen" not in remark.message
    assert isinstance(document, Document)


def test_wide_lines_of_json(tmp_path: Path) -> None:
    lines = '{"id":"a","text":"Één."}\r\n{"id":"b","text":"Twee."}\r\n'
    found = outcome(tmp_path, "breed.jsonl", lines.encode("utf-16"))
    assert [d.text for d in found if isinstance(d, Document)] == ["Één.", "Twee."]


def test_an_overlong_line_leaves_the_next_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("x" * 5000 + '\n{"id":"b","text":"Twee."}\n')
    failure, document = read([str(tmp_path / "a.jsonl")], settings=Settings(max_characters=100))
    assert isinstance(failure, Failure) and failure.code == "E04"
    assert isinstance(document, Document) and document.id == "b"


@pytest.mark.skipif(not SHARED.exists(), reason="the articles are not beside the checkout")
@pytest.mark.parametrize("name", ["articles/ntrex-nl.jsonl", "data/meantime-nl/dev.jsonl"])
def test_no_dutch_article_is_refused(name: str) -> None:
    assert all(isinstance(item, Document) for item in read([str(SHARED / name)]))


BYTES = st.binary(max_size=400)
TEXT = st.text(max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["id", "text", "title", "published", "url", "source", "language", "x"])
RECORDS = st.dictionaries(KEYS, TEXT | VALUES, max_size=7)
LINES = st.lists(RECORDS.map(json.dumps), max_size=4).map(lambda found: "\n".join(found).encode())
TAGS = st.sampled_from(
    ["p", "div", "article", "h1", "a", "script", "table", "td", "li", "title", "meta", "br", "svg"]
)
NODES = st.recursive(
    TEXT,
    lambda inner: st.builds(
        lambda tag, end, inside: f"<{tag}>{''.join(inside)}</{end}>",
        TAGS,
        TAGS,
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
PAGES = NODES.map(lambda body: f"<html>{body}".encode("utf-8", "replace"))


def readable(tmp: Path, content: bytes, suffix: str) -> None:
    path = tmp / f"a{suffix}"
    path.write_bytes(content)
    for item in read([str(path)]):
        assert isinstance(item, Document | Failure)
        if isinstance(item, Document):
            item.text.encode("utf-8")
            assert item.text.strip()
        else:
            assert item.code != "E07" and item.message
            printable(item.message).encode("utf-8")


@settings(max_examples=900, deadline=None)
@given(content=BYTES, suffix=st.sampled_from([".txt", ".jsonl", ".html"]))
def test_no_bytes_crash_a_reader(scratch: Path, content: bytes, suffix: str) -> None:
    readable(scratch, content, suffix)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=LINES)
def test_no_records_crash_a_reader(scratch: Path, content: bytes) -> None:
    readable(scratch, content, ".jsonl")


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=PAGES)
def test_no_page_crashes_a_reader(scratch: Path, content: bytes) -> None:
    readable(scratch, content, ".html")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes")
