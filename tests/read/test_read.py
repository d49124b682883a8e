"""Reading: every row of bad input gets its message, and the other documents go on."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.model import Document, Failure
from kg.read import read
from kg.read.decoding import decode


def outcome(tmp_path: Path, name: str, content: bytes) -> list[Document | Failure]:
    (tmp_path / name).write_bytes(content)
    return list(read([str(tmp_path / name)]))


BAD = [
    ("empty.txt", b"", "E01", "empty"),
    ("blank.txt", b" \n\t\n", "E01", "empty"),
    ("pdf.txt", b"%PDF-1.7 ...", "E02", "PDF"),
    ("zip.txt", b"PK\x03\x04....", "E02", "ZIP"),
    ("nul.txt", b"een\0twee", "E02", "control"),
    ("controls.txt", b"\x01\x02\x03abc", "E02", "control"),
    ("large.txt", b"a" * 10_000_001, "E04", "too large"),
    ("long.txt", b"a" * 1_000_001, "E04", "too large"),
    ("broken.jsonl", b"{nee}", "E06", "line 1"),
    ("list.jsonl", b"[1]", "E06", "not a JSON object"),
    ("notext.jsonl", b'{"id": "a"}', "E06", "missing 'text'"),
    ("deep.jsonl", b'{"id":"a","text":"b","x":' + b"[" * 101 + b"]" * 101 + b"}", "E06", "deep"),
    ("deeper.jsonl", b'{"id":"a","text":"b","x":' + b"[" * 99999, "E06", "line 1"),
    ("surrogate.jsonl", b'{"id":"a","text":"\\ud800"}', "E06", "surrogate"),
    ("date.jsonl", b'{"id":"a","text":"b","published":"gisteren"}', "E06", "not a date"),
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


@settings(max_examples=400, deadline=None)
@given(content=st.binary(max_size=400), suffix=st.sampled_from([".txt", ".jsonl"]))
def test_no_bytes_crash_a_reader(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"a{suffix}"
    path.write_bytes(content)
    for item in read([str(path)]):
        assert isinstance(item, Document | Failure)
        if isinstance(item, Document):
            item.text.encode("utf-8")
