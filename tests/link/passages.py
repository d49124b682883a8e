"""Own passages on coreference -> which come out right; `python -m tests.link.passages`."""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg import gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.model import Analysis, Document, Entity, Mention, MentionKind, Span

CASES = Path(__file__).parents[1] / "cases"
_MARK = re.compile(r"\[(\d+)(?: (\w+))?(?:=(\?|Q\d+|kg:[a-z0-9-]+))?:([^\]]+)\]")
_DAY = re.compile(r"\((\d{4}-\d\d-\d\d)\) ")
HALVES = ("work", "report")


@dataclass(frozen=True)
class Marked:
    """A marked mention: its thing, its class as a name ("a" an adjective), identity asked for."""

    thing: int
    kind: str
    identity: str
    span: Span


@dataclass(frozen=True)
class Passage:
    """A passage without its marks."""

    section: str
    half: str
    text: str
    marked: tuple[Marked, ...]
    published: date | None = None


def passages() -> list[Passage]:
    """All passages, in the order of the files; each file tells how its halves are made."""
    found = []
    for section, texts in _sections("coreference.toml").items():
        for number, source in enumerate(texts):
            found.append(_passage(section, HALVES[number % 2], source))
    for section, texts in _sections("identity.toml").items():
        for source in texts:
            odd = hashlib.sha256(source.encode()).digest()[-1] % 2
            found.append(_passage(section, HALVES[odd], source))
    return found


def _sections(name: str) -> dict[str, list[str]]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))


def _passage(section: str, half: str, source: str) -> Passage:
    day = _DAY.match(source)
    published = date.fromisoformat(day[1]) if day else None
    source = source[day.end() :] if day else source
    text, marked, at = "", [], 0
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        span = Span(len(text), len(text) + len(mark[4]))
        marked.append(Marked(int(mark[1]), mark[2] or "", mark[3] or "", span))
        text += mark[4]
        at = mark.end()
    return Passage(section, half, text + source[at:], tuple(marked), published)


def wrong(passage: Passage, analysis: Analysis) -> list[str]:
    """What came out otherwise than the passage asks; empty where all is right.

    Names are given, the parse is the pipeline's own: coreference is measured, not the tagger.
    """
    own = Analysis(analysis.document, analysis.sentences, _names(passage, analysis))
    links = link(own, extract(own), gazetteer.load())
    by_span = {m.span: found.entity for m, found in links.of.items()}
    entity_of: dict[int, Entity] = {}
    faults = []
    for mark in passage.marked:
        words = mark.span.of(passage.text)
        entity = _entity(mark.span, by_span, passage.text)
        if mark.thing == 0:
            if entity is not None and entity.key in {e.key for e in entity_of.values()}:
                faults.append(f"“{words}” is taken for {entity.label}")
            continue
        if entity is None:
            faults.append(f"“{words}” is no mention")
            continue
        known = entity_of.setdefault(mark.thing, entity)
        if known.key != entity.key:
            faults.append(f"“{words}” is {entity.label}, not {known.label}")
        if mark.identity == "?" and entity.same_as:
            faults.append(f"“{words}” is linked to {entity.same_as[0]}")
        if mark.identity not in ("", "?") and entity.key != mark.identity:
            faults.append(f"“{words}” is {entity.key}, not {mark.identity}")
    for one, first in entity_of.items():
        for two, second in entity_of.items():
            if one < two and first.key == second.key:
                faults.append(f"{one} and {two} are both {first.label}")
    return faults


def _names(passage: Passage, analysis: Analysis) -> tuple[Mention, ...]:
    given = [m for m in passage.marked if m.kind]
    spans = {m.span for m in given}
    kept = [m for m in analysis.mentions if not any(m.span.overlaps(s) for s in spans)]
    other = [m.span for m in passage.marked if not m.kind]
    kept = [m for m in kept if not any(m.span.overlaps(s) for s in other)]
    made = [
        Mention(
            analysis.document.id,
            _bare(m.span, passage.text),
            MentionKind.ADJECTIVE if m.kind == "a" else MentionKind.NAME,
            "Place" if m.kind == "a" else m.kind,
        )
        for m in given
    ]
    return tuple(sorted([*kept, *made], key=lambda m: m.span))


def _bare(span: Span, text: str) -> Span:
    """A name without the function before it: "Premier Rutte" -> "Rutte"."""
    first, _, rest = span.of(text).partition(" ")
    return Span(span.end - len(rest), span.end) if first == "Premier" else span


def _entity(span: Span, by_span: dict[Span, Entity], text: str) -> Entity | None:
    if span in by_span:
        return by_span[span]
    bare = _bare(span, text)
    if bare in by_span:
        return by_span[bare]
    # A phrase may run on ("de boeren op het plein") or be cut short by the parse.
    inside = [s for s in by_span if s.start == span.start]
    return by_span[min(inside, key=lambda s: abs(s.end - span.end))] if inside else None


def results() -> Iterator[tuple[Passage, list[str]]]:
    """Every passage with what is wrong about it."""
    found = passages()
    documents = [
        Document(f"{passage.section}-{number}", passage.text, published=passage.published)
        for number, passage in enumerate(found)
    ]
    for passage, analysis in zip(found, annotate_many(documents, "nl"), strict=True):
        yield passage, wrong(passage, analysis)


def main() -> None:
    """Print what each half gets right, and the mistakes of the half to work with."""
    score = {half: [0, 0] for half in HALVES}
    shown = sys.argv[1:] or ["work"]
    for passage, faults in results():
        score[passage.half][0] += not faults
        score[passage.half][1] += 1
        if faults and passage.half in shown:
            print(f"{passage.section}: {passage.text}\n    {'; '.join(faults)}")
    for half, (right, all_) in score.items():
        print(f"{half:8} {right}/{all_} right")


if __name__ == "__main__":
    main()
