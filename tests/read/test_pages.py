"""Web pages: what is kept, what is told about it, and parsers that go wrong."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Document
from kg.read import Settings, html
from kg.read.guard import Guard

SENTENCE = "De rebellen beschoten donderdag de stad Irpin. "
PAGE = """<html lang="nl"><head><title>De kop - Krant</title>
<meta property="og:title" content="De kop"><meta property="og:site_name" content="Krant">
<meta property="article:published_time" content="2022-03-03T10:00:00+01:00">
<link rel="canonical" href="https://krant.example/kop"></head>
<body><nav><a href="/">Voorpagina</a></nav><article><h1>De kop</h1>
<p>De rebellen   beschoten <b>de stad</b>.</p><p>Er vielen doden &amp; gewonden.</p></article>
<footer>Alle rechten voorbehouden</footer></body></html>"""


def page(content: str | bytes, settings: Settings | None = None) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    (document,) = html.read(io.BytesIO(raw), "map/kop.html", settings or Settings())
    assert isinstance(document, Document)
    return document


def test_the_article_and_what_the_page_tells_about_it() -> None:
    assert page(PAGE) == Document(
        id="kop",
        text="De kop\nDe rebellen beschoten de stad.\nEr vielen doden & gewonden.",
        title="De kop",
        published=date(2022, 3, 3),
        url="https://krant.example/kop",
        source="Krant",
    )


def test_published_is_for_pages_without_a_date() -> None:
    given = Settings(published=date(2020, 1, 1))
    assert page(PAGE, given).published == date(2022, 3, 3)
    bare = f"<html><body><article><p>{SENTENCE * 8} In 2014 ook.</p></article></body></html>"
    assert page(bare, given).published == date(2020, 1, 1)
    assert page(bare).published is None


@pytest.mark.parametrize(
    "head", ['<meta charset="iso-8859-1">', '<meta content="text/html; charset=windows-1252">']
)
def test_the_declared_charset(head: str) -> None:
    text = f"<html><head>{head}</head><body><article><p>“Oekraïne” {SENTENCE}</p></article></body>"
    assert page(text.encode("cp1252")).text.startswith("“Oekraïne”")


@pytest.mark.parametrize("depth", [10, 300, 1000, 20_000])
def test_deep_nesting_loses_nothing(depth: int) -> None:
    body = f"<p>{SENTENCE * 2}</p>" * 20
    document = page(f"<html><body>{'<div>' * depth}{body}{'</div>' * depth}</body></html>")
    assert document.text.count("Irpin") == 40


def test_a_giant_paragraph_loses_nothing() -> None:
    document = page(f"<html><body><article><p>{SENTENCE * 20_000}</p></article></body></html>")
    assert document.text.count("Irpin") == 20_000


WORKER = """
import json, sys
while len(head := sys.stdin.buffer.read(8)) == 8:
    question = sys.stdin.buffer.read(int.from_bytes(head, "big"))
    {action}
    print(json.dumps({{"said": question.decode()}}), flush=True)
"""


def guard(tmp_path: Path, action: str, seconds: float = 30) -> Guard:
    script = tmp_path / "worker.py"
    script.write_text(WORKER.format(action=action))
    return Guard(script, seconds, memory=300 << 20)


@pytest.mark.parametrize(
    ("action", "seconds", "words"),
    [
        ("import time; question == b'bad' and time.sleep(600)", 3.0, "more than 3 seconds"),
        ("import os; question == b'bad' and os._exit(9)", 30.0, "exit code 9"),
        ("import os; question == b'bad' and os.abort()", 30.0, "its process ended"),
        (
            "question == b'bad' and (print('{\"memory\": true}', flush=True), sys.exit())",
            30.0,
            "300 MB",
        ),
    ],
)
def test_a_parser_that_goes_wrong_is_ended_and_the_next_page_read(
    tmp_path: Path, action: str, seconds: float, words: str
) -> None:
    guarded = guard(tmp_path, action, seconds)
    with pytest.raises(ReadError, match="gave up") as error:
        guarded.ask(b"bad")
    assert error.value.code == "E07" and words in error.value.reason
    assert guarded.ask(b"goed") == {"said": "goed"}
    guarded.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")
def test_memory_is_bounded(tmp_path: Path) -> None:
    small = Guard(Path(html.__file__).with_name("html_worker.py"), 60, memory=150 << 20)
    with pytest.raises(ReadError) as error:
        small.ask(f"<html><body><p>{SENTENCE * 150_000}</p></body></html>".encode())
    assert error.value.code in ("E05", "E07")
    small.close()
