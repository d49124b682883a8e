"""Two sides of a document -> the mistakes, each of a kind, grouped and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Span
from kg.score.documents import EventMention, Gold


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its kind ("name missed"), what about it ("LOC", "LOC for ORG"), its place.

    ``words`` are those that are marked, ``sentence`` the sentence they stand in, ``marks`` where
    in it.
    """

    kind: str
    about: str
    words: str
    document: str
    span: Span
    sentence: str
    marks: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Mistakes of one kind on the same words, in the order of the documents."""

    kind: str
    about: str
    words: str
    mistakes: tuple[Mistake, ...]


def grouped(mistakes: Iterable[Mistake]) -> list[Group]:
    """The mistakes by kind and words (capitals apart), the most frequent first."""
    groups: dict[tuple[str, str, str], list[Mistake]] = {}
    for mistake in mistakes:
        key = (mistake.kind, mistake.about, mistake.words.casefold())
        groups.setdefault(key, []).append(mistake)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Group(kind, about, m[0].words, tuple(m)) for (kind, about, _), m in ordered]


def kinds(mistakes: Iterable[Mistake]) -> dict[str, int]:
    """How many mistakes of each kind, the most frequent first."""
    found: dict[str, int] = {}
    for mistake in mistakes:
        found[mistake.kind] = found.get(mistake.kind, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def name_mistakes(
    gold: Gold, names: Mapping[Span, str], found: Mapping[Span, str]
) -> list[Mistake]:
    """Names missed, invented, of another type, or with other limits.

    A missed and an invented name that overlap are one mistake, "name with other limits".
    """
    mistakes = []
    paired: set[Span] = set()
    for span, type_ in names.items():
        if span in found:
            if found[span] != type_:
                about = f"{found[span]} for {type_}"
                mistakes.append(_mistake("name of another type", about, gold, span))
            continue
        other = next((s for s in found if s.overlaps(span) and s not in names), None)
        if other is None:
            mistakes.append(_mistake("name missed", type_, gold, span))
        elif other not in paired:
            about = f"{type_} {span.of(gold.text)!r}"
            mistakes.append(_mistake("name with other limits", about, gold, other))
        paired |= {other} if other else set()
    invented = [span for span in found if span not in names and span not in paired]
    return mistakes + [_mistake("name not in gold", found[s], gold, s) for s in invented]


def event_mistakes(
    gold: Gold, events: Mapping[Span, EventMention], found: Mapping[Span, EventMention]
) -> list[Mistake]:
    """Events missed or invented, and those with another certainty or polarity."""
    mistakes = [_mistake("event missed", "", gold, s) for s in events if s not in found]
    mistakes += [_mistake("event not in gold", "", gold, s) for s in found if s not in events]
    for span in events.keys() & found.keys():
        right, told = events[span], found[span]
        pairs = (
            ("certainty", right.certainty, told.certainty),
            ("polarity", right.polarity, told.polarity),
        )
        for name, gold_label, label in pairs:
            if gold_label and label and label != gold_label:
                about = f"{label} for {gold_label}"
                mistakes.append(_mistake(f"event of another {name}", about, gold, span))
    return mistakes


def _mistake(kind: str, about: str, gold: Gold, span: Span) -> Mistake:
    sentence = _sentence(gold.text, span)
    marks = Span(span.start - sentence.start, span.end - sentence.start)
    words = span.of(gold.text)
    return Mistake(kind, about, words, gold.id, span, sentence.of(gold.text), marks)


def _sentence(text: str, span: Span) -> Span:
    """The words around a span up to the nearest line break or sentence end."""
    start = end = 0
    for match in re.finditer(r"\n|[.!?][\"'”’)]*\s", text[: span.start]):
        start = match.end()
    after = re.compile(r"\n|[.!?][\"'”’)]*(?=\s)").search(text, span.end)
    end = len(text) if after is None else after.start() if after[0] == "\n" else after.end()
    return Span(start, end)
