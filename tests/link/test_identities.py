"""Links against the DBpedia titles of the development articles: precise, and most of them found.

``identities.tsv`` says which thing of the gazetteer each title is, and who vouches for it. A
name counts where the gazetteer has that thing under this spelling; adjectives do not count.
"""

import json
from pathlib import Path

import pytest

from kg import gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.link import link
from kg.model import Document, MentionKind

GOLD = Path(__file__).parents[3] / "shared" / "data" / "meantime-nl" / "dev.jsonl"
TABLE = Path(__file__).with_name("identities.tsv")


def identities() -> dict[str, str]:
    """DBpedia title -> key in the gazetteer."""
    rows = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return {title: key for title, key, source in (row.split("\t") for row in rows) if source}


def bare(start: int, text: str) -> tuple[int, str]:
    """A gold name without the words in small letters before it: "de V.S." -> "V.S."."""
    first, space, rest = text.partition(" ")
    return (start + len(first) + 1, rest) if space and first.islower() else (start, text)


def links() -> list[tuple[str, str, str | None, bool]]:
    """Each gold name: the words, the right key, the key given, and whether it is on the list."""
    titles, names = identities(), gazetteer.load()
    articles = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    documents = [Document(a["id"], a["text"], a["title"]) for a in articles]
    found = []
    for article, analysis in zip(articles, annotate_many(documents, "nl"), strict=True):
        given = link(analysis, extract(analysis), names).of
        at = {
            (m.span.start, m.span.end): made.entity.key
            for m, made in given.items()
            if m.kind is not MentionKind.ADJECTIVE
        }
        for gold in article["entities"]:
            title = (gold.get("dbpedia") or "").rsplit("/", 1)[-1]
            if title not in titles or gold.get("adjective"):
                continue
            start, words = bare(gold["start"], gold["text"])
            key = at.get((start, start + len(words))) or at.get((gold["start"], gold["end"]))
            held = holds(names, words, titles[title])
            found.append((words, titles[title], key if key and "#" not in key else None, held))
    return found


def holds(names: Gazetteer, words: str, key: str) -> bool:
    """Whether the gazetteer has a thing under this spelling."""
    return key in {entry.key for entry in names.lookup(words)}


@pytest.mark.skipif(not GOLD.is_file(), reason="the annotated articles are not beside the checkout")
def test_links_are_precise_and_most_names_are_linked() -> None:
    found = links()
    linked = [(words, right, key) for words, right, key, _ in found if key is not None]
    wrong = [(words, right, key) for words, right, key in linked if right != key]
    assert len(linked) > 300
    assert 1 - len(wrong) / len(linked) >= 0.97, wrong
    on_the_list = [row for row in found if row[3]]
    missed = [row for row in on_the_list if row[2] != row[1]]
    assert 1 - len(missed) / len(on_the_list) >= 0.90, missed


def test_every_identity_is_in_the_gazetteer() -> None:
    names = gazetteer.load()
    assert [key for key in identities().values() if names.get(key) is None] == []
