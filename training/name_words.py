"""Alpino's lists of names -> single words with the kinds of names that they occur in."""

from __future__ import annotations

import html
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.treebank import Tree

KINDS = {"per": "PER", "geo": "LOC", "org": "ORG", "misc": "MISC"}
ALPINO = "https://www.let.rug.nl/vannoord/alp/Alpino/"
HEADER = f"""# Words that occur in names: word, kinds. Written by `python -m training`; not by hand.
# Source: the lists names-*.txt.xz of Alpino (LGPL-2.1, {ALPINO}), as facts.
# Kinds: f first word of a person's name, s last word or a person's name alone, g a place's
# name alone, w a word in longer names of places, o an organisation's name alone, k a word in
# longer names of organisations, m a work, product or event alone, c also an everyday word.
"""


def read_names(data: Path, kind: str) -> Iterator[str]:
    """The names of one list, entities of HTML undone, odd lines left out."""
    with lzma.open(data / f"alpino/names-{kind}.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name = html.unescape(line.strip())
            if name and "\ufffd" not in name and len(name) < 60:
                yield name


def count_words(data: Path, trees: Iterable[Tree]) -> dict[str, str]:
    """Word -> kinds, as ``HEADER`` explains them.

    A first name must open three names, a word of longer names stand in four; a word that the
    treebanks write in small letters at least twice is marked as an everyday word.
    """
    seen = {letter: Counter[str]() for letter in "fsgwokm"}
    for kind, (alone, inside) in {
        "per": ("s", ""), "geo": ("g", "w"), "org": ("o", "k"), "misc": ("m", ""),
    }.items():  # fmt: skip
        for name in read_names(data, kind):
            words = name.split()
            if len(words) == 1:
                seen[alone][words[0]] += 1
            elif kind == "per":
                if words[0][:1].isupper():
                    seen["f"][words[0]] += 1
                seen["s"][words[-1]] += 1
            elif inside:
                seen[inside].update(words)
    least = {"f": 3, "s": 1, "g": 1, "w": 4, "o": 1, "k": 4, "m": 1}
    found = dict[str, str]()
    for letter, counts in seen.items():
        for word, count in counts.items():
            if count >= least[letter] and word[:1].isupper() and len(word) > 1:
                found[word] = found.get(word, "") + letter
    small = Counter(w.form for tree in trees for w in tree.words if w.form.islower())
    return {word: kinds + ("c" if small[word.lower()] > 1 else "") for word, kinds in found.items()}


def write_name_words(data: Path, trees: Iterable[Tree], path: Path) -> int:
    """Write the table and return how many words stand in it."""
    found = count_words(data, trees)
    rows = "".join(f"{word}\t{kinds}\n" for word, kinds in sorted(found.items()))
    path.write_text(HEADER + rows, encoding="utf-8")
    return len(found)


PHRASES_HEADER = f"""# Organisations with long names. Written by `python -m training`; not by hand.
# Source: names-org.txt.xz of Alpino (LGPL-2.1, {ALPINO}).
"""


def organisation_phrases(data: Path) -> list[str]:
    """Names of organisations of two to five words that no other list has."""
    others = {name for kind in ("per", "geo", "misc") for name in read_names(data, kind)}
    found = set[str]()
    for name in read_names(data, "org"):
        words = name.split()
        if 2 <= len(words) <= 5 and name not in others:
            first, last = words[0], words[-1]
            if first[0].isupper() and (last[0].isupper() or last[0].isdigit()) and len(name) > 5:
                found.add(name)
    return sorted(found)


def write_phrases(data: Path, path: Path) -> int:
    """Write the phrases and return how many there are."""
    found = organisation_phrases(data)
    path.write_text(PHRASES_HEADER + "".join(f"{name}\n" for name in found), encoding="utf-8")
    return len(found)
