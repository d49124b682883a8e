"""Treebank sentences + a tagger's names -> silver labels where the sources agree."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.annotate.name_features import name_features
from training.name_corpus import Tagged
from training.treebank import Word

FROG_CLASSES = {
    "PER": "PER",
    "LOC": "LOC",
    "ORG": "ORG",
    "PRO": "PRO",
    "MISC": "MISC",
    "EVE": "MISC",
}
BY_LIST = (("LOC", frozenset("gw")), ("PER", frozenset("fs")), ("ORG", frozenset("ok")))
CALENDAR = frozenset(
    """januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pasen kerstmis kerst
    pinksteren""".split()  # noqa: SIM905
)
Name = tuple[int, int, str]


def frog_names(sentences: Sequence[list[str]], folder: Path, chunk: int = 600) -> list[list[Name]]:
    """Names that Frog (Debian package ``frog``) finds in sentences of words.

    Returns (from, to, class) of each name, in words, for each sentence. What was done before
    is read from ``folder`` again.

    Raises:
        FileNotFoundError: Frog is not installed and its output is not in ``folder``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = list[list[Name]]()
    for start in range(0, len(sentences), chunk):
        part = sentences[start : start + chunk]
        text, out = folder / f"{start:06d}.txt", folder / f"{start:06d}.out"
        content = "".join(" ".join(words) + "\n" for words in part)
        if not out.exists() or text.read_text(encoding="utf-8") != content:
            frog = shutil.which("frog")
            if frog is None:
                raise FileNotFoundError("frog is not installed: apt-get install frog frogdata ucto")
            text.write_text(content, encoding="utf-8")
            command = [frog, "--skip=mtca", "-n", "-t", str(text), "-o", str(out)]
            subprocess.run(command, check=True, capture_output=True)
        rows = _read(out.read_text(encoding="utf-8"))
        if len(rows) != len(part):
            raise ValueError(f"{out}: {len(rows)} sentences, expected {len(part)}")
        found += [align(words, row) for words, row in zip(part, rows, strict=True)]
    return found


def _read(text: str) -> list[list[tuple[str, str]]]:
    blocks = [block for block in text.split("\n\n") if block.strip()]
    rows = [[line.split("\t") for line in block.splitlines() if line] for block in blocks]
    return [[(cells[1], cells[6] if len(cells) > 6 else "O") for cells in row] for row in rows]


def align(words: list[str], tagged: list[tuple[str, str]]) -> list[Name]:
    """Names over Frog's own words -> over ours; a name that cuts one of ours is left out."""
    if "".join(words) != "".join(word for word, _ in tagged):
        return []
    starts, ends, at = dict[int, int](), dict[int, int](), 0
    for i, word in enumerate(words):
        starts[at] = i
        at += len(word)
        ends[at] = i + 1
    names, at = list[list[int | str]](), 0
    inside = False
    for word, tag in tagged:
        if tag.startswith("B-"):
            names.append([at, at + len(word), tag[2:]])
            inside = True
        elif tag.startswith("I-") and inside:
            names[-1][1] = at + len(word)
        else:
            inside = False
        at += len(word)
    return [
        (starts[a], ends[b], str(label))
        for a, b, label in names
        if isinstance(a, int) and isinstance(b, int) and a in starts and b in ends
    ]


def name_groups(words: Sequence[Word]) -> list[tuple[int, int]]:
    """(from, to) of the proper names of a tree: a PROPN and what is ``flat`` to it."""
    groups = list[tuple[int, int]]()
    for number, word in enumerate(words, 1):
        if word.dep == "flat" or word.upos not in ("PROPN", "X", "DET", "NOUN", "ADJ"):
            continue
        parts = [i for i, w in enumerate(words, 1) if w.head == number and w.dep == "flat"]
        if word.upos != "PROPN" and not any(words[i - 1].upos == "PROPN" for i in parts):
            continue
        start, end = number - 1, max([number, *parts])
        if word.upos == "DET" or (word.upos == "NOUN" and word.form.islower()):
            start += 1
        if end - start < 12:
            groups.append((start, end))
    return groups


def silver(words: Sequence[Word], frog: Iterable[Name]) -> Tagged:
    """One sentence with silver tags; "" where the sources disagree (not learned from).

    The tree tells where a name begins and ends, Frog and the lists of names what it is. A
    class stands when Frog gives it and the lists do not all say another, or when Frog is
    silent and the lists know one class alone.
    """
    forms = [w.form for w in words]
    tags = ["O"] * len(words)
    codes = name_features(forms)
    heard = [(a, b, FROG_CLASSES.get(label, "MISC")) for a, b, label in frog]
    claimed = set[int]()
    for start, end in name_groups(words):
        claimed.update(range(start, end))
        if end - start == 1 and forms[start].lower() in CALENDAR:
            continue
        if all(not f[:1].isupper() for f in forms[start:end]):
            continue
        label = _decide(
            codes[start:end], [n for n in heard if n[0] < end and start < n[1]], start, end
        )
        _write(tags, start, end, label)
    for a, b, label in heard:
        if any(i in claimed for i in range(a, b)):
            continue
        if all(words[i].upos in ("ADJ", "VERB", "ADV") for i in range(a, b)):
            continue
        sure = a > 0 and label in ("ORG", "LOC", "PER") and all(f[:1].isupper() for f in forms[a:b])
        _write(tags, a, b, label if sure else "")
    return Tagged(forms, tags)


def _decide(codes: Sequence[str], heard: Sequence[Name], start: int, end: int) -> str:
    known = listed(codes)
    labels = {label for _, _, label in heard}
    if len(labels) != 1:
        return next(iter(known)) if not labels and len(known) == 1 else ""
    label = next(iter(labels))
    exact = any((a, b) == (start, end) for a, b, _ in heard)
    if known and label not in known and label in ("PER", "LOC", "ORG"):
        return ""
    return label if exact or label in known else ""


def listed(codes: Sequence[str]) -> set[str]:
    """Classes that the lists give a name: what its last (or only) word is known as."""
    last = set(codes[-1]) - {"c", "-", "m"}
    first = set(codes[0])
    if len(codes) > 1:
        found = set[str]()
        if "f" in first and "s" in last:
            found.add("PER")
        if "k" in last and "k" in first | set("".join(codes[:-1])):
            found.add("ORG")
        if "w" in last and ("w" in first or "g" in first):
            found.add("LOC")
        return found
    return {name for name, letters in BY_LIST if last & (letters - set("wk"))}


def _write(tags: list[str], start: int, end: int, label: str) -> None:
    for i in range(start, end):
        tags[i] = "" if not label else f"B-{label}" if i == start else f"I-{label}"
