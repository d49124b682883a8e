"""The Dutch pipeline beside its peers, on the same text in one run.

    python benchmarks/pipeline.py [--data DIR] [--articles N] [--peer NAME ...]

For `nl` and for each installed spaCy pipeline `nl_*` (or NAME, a folder too): tags, lemmas and
parse on UD Alpino dev, with recall and precision of the relations that events rest on; names on
MEANTIME dev and CoNLL-2002 dev; words a second of one core on N articles of MEANTIME, from text
to names, loaded beforehand. For Frog: names on MEANTIME dev and words a second, without the time
it takes to start (its tags and parse follow other schemes). A peer that is not installed is named
with what would install it. Seconds are CPU seconds, so that other work on the machine counts
little; the ratios are what to read.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kg.annotate import annotator
from kg.annotate.foreign import load_spacy
from kg.annotate.segments import segments
from kg.annotate.weights import load_dutch
from kg.model import Analysis, Document, Mention, MentionKind, Span
from training import measure_names, measure_syntax, name_corpus
from training.assemble import MODEL
from training.recipe import gold_sentences
from training.silver import frog_names

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "compound:prt")
FROG_CLASSES = {label: top for top, label in measure_names.CLASSES.items()}


@dataclass(slots=True)
class Row:
    """What was measured of one pipeline; what stands empty was not."""

    name: str
    syntax: measure_syntax.Scores | None = None
    names: dict[str, measure_names.Count] = field(default_factory=dict)
    speed: float = 0.0
    megabytes: float = 0.0


def main() -> None:
    """Measure, and print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder with ud/, ner/, meantime-nl/"
    )
    parser.add_argument("--articles", type=int, default=20, help="articles that speed is taken on")
    parser.add_argument(
        "--peer", action="append", default=[], help="a spaCy pipeline or its folder"
    )
    options = parser.parse_args()
    peers, skipped = options.peer or installed(), list[str]()
    if not peers:
        skipped.append(
            "nl_core_news_*: none is installed (python -m spacy download nl_core_news_lg)"
        )
    rows = [spacy_row(name, options.data, options.articles) for name in ("nl", *peers)]
    try:
        rows.append(frog_row(options.data, options.articles))
    except FileNotFoundError as error:
        skipped.append(f"Frog: {error}")
    print("\n".join(table(rows)))
    for reason in skipped:
        print(f"left out: {reason}")


def installed() -> list[str]:
    """The Dutch spaCy pipelines that are installed as packages."""
    from spacy.util import get_installed_models

    return sorted(name for name in get_installed_models() if name.startswith("nl_"))


def spacy_row(name: str, data: Path, articles: int) -> Row:
    """Everything about our own pipeline ("nl") or an installed spaCy pipeline."""
    ours = name == "nl"
    nlp = load_dutch() if ours else load_spacy(name)
    annotate = annotator(name if ours else f"spacy:{name}")
    gold = gold_sentences(data)
    features = measure_syntax.name_features if ours else None
    row = Row(name if ours else Path(name).name)
    row.syntax = measure_syntax.measure(gold, measure_syntax.analyse(nlp, gold, features))
    row.names = {
        "MEANTIME": measure_names.meantime(data / "meantime-nl/dev.jsonl", annotate),
        "MEANTIME, rest": measure_names.meantime(
            data / "meantime-nl/dev.jsonl", annotate, measure_names.PLANES
        ),
        "CoNLL-2002": measure_names.conll(
            name_corpus.read_bio(data / "ner/conll2002-nl-dev.tsv"), annotate
        ),
    }
    row.speed = speed(annotate, documents(data, articles))
    folder = MODEL if ours else nlp.path
    row.megabytes = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6
    return row


def documents(data: Path, count: int) -> list[Document]:
    """The first articles of MEANTIME dev."""
    lines = (data / "meantime-nl/dev.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    return [Document(str(i), json.loads(line)["text"]) for i, line in enumerate(lines)]


def speed(
    annotate: Callable[[Iterable[Document]], Iterator[Analysis]], texts: Sequence[Document]
) -> float:
    """Words a CPU second, from text to names."""
    list(annotate(texts[:1]))
    start = time.process_time()
    words = sum(len(s.tokens) for analysis in annotate(texts) for s in analysis.sentences)
    return words / (time.process_time() - start)


def frog_row(data: Path, articles: int) -> Row:
    """Names and speed of Frog.

    Raises:
        FileNotFoundError: it is not installed.
    """
    if shutil.which("frog") is None:
        raise FileNotFoundError("not installed (Debian: apt-get install frog frogdata ucto)")
    row = Row("Frog")
    with tempfile.TemporaryDirectory() as folder:
        row.names["MEANTIME"] = measure_names.meantime(
            data / "meantime-nl/dev.jsonl", frog_annotator(Path(folder))
        )
        text = "\n".join(document.text for document in documents(data, articles))
        one, all_of_it = frog_seconds("Ja.", folder), frog_seconds(text, folder)
    words = sum(len(part.spans) for part in segments(Document("", text))[0])
    row.speed = words / (all_of_it - one)
    return row


def frog_annotator(folder: Path) -> Callable[[Iterable[Document]], Iterator[Analysis]]:
    """Documents -> analyses that hold Frog's names, over our words, and nothing else."""

    def annotate(documents: Iterable[Document]) -> Iterator[Analysis]:
        listed = list(documents)
        parts = [(number, part) for number, d in enumerate(listed) for part in segments(d)[0]]
        found = frog_names([list(part.forms) for _, part in parts], folder)
        mentions: list[list[Mention]] = [[] for _ in listed]
        for (number, part), names in zip(parts, found, strict=True):
            for start, end, label in names:
                if label in FROG_CLASSES:
                    span = Span(part.spans[start][0], part.spans[end - 1][1])
                    mentions[number].append(
                        Mention(
                            listed[number].id, span, MentionKind.NAME, FROG_CLASSES[label], span
                        )
                    )
        for document, names in zip(listed, mentions, strict=True):
            yield Analysis(document, (), tuple(names))

    return annotate


def frog_seconds(text: str, folder: str) -> float:
    """CPU seconds of Frog for tags, lemmas, parse and names of a text."""
    source, out = Path(folder) / "speed.txt", Path(folder) / "speed.out"
    source.write_text(text + "\n", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["frog", "--skip=ac", "--threads=1", "-t", str(source), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(rows: Sequence[Row]) -> list[str]:
    """The measures of all rows, one a line, and the speed of each against ours."""
    lines = [f"{'':24}" + "".join(f"{row.name:>18}" for row in rows)]

    def add(title: str, cells: Iterable[str]) -> None:
        lines.append(f"{title:24}" + "".join(f"{cell:>18}" for cell in cells))

    for what in ("UPOS", "lemma", "UAS", "LAS"):
        add(what, (f"{row.syntax.percent(what):.2f}" if row.syntax else "-" for row in rows))
    for relation in RELATIONS:
        add(f"{relation} R / P", (_relation(row.syntax, relation) for row in rows))
    for measure in ("MEANTIME", "MEANTIME, rest", "CoNLL-2002"):
        add(f"names {measure} F1", (_f1(row.names.get(measure)) for row in rows))
    add("MB on disk", (f"{row.megabytes:.1f}" if row.megabytes else "-" for row in rows))
    add("words a CPU second", (f"{row.speed:.0f}" for row in rows))
    add("nl is faster by", (f"{rows[0].speed / row.speed:.1f} x" for row in rows))
    return lines


def _relation(scores: measure_syntax.Scores | None, relation: str) -> str:
    if scores is None or not scores.gold[relation]:
        return "-"
    hit, gold, found = (c[relation] for c in (scores.hit, scores.gold, scores.found))
    return f"{100 * hit / gold:.1f} / {100 * hit / max(1, found):.1f}"


def _f1(count: measure_names.Count | None) -> str:
    return f"{count.f1():.3f}" if count is not None else "-"


if __name__ == "__main__":
    main()
