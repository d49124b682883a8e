"""Gold documents and a system's output -> every figure and every mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.score.coreference import Coreference, coreference
from kg.score.documents import TYPES, EventMention, Gold, System
from kg.score.figures import Counts, compare, macro_f1
from kg.score.matching import covered, scored_names, stands_for
from kg.score.mistakes import Mistake, event_mistakes, name_mistakes

FREQUENT = 0.1  # names that make up more than this share of all gold names are set apart


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one system on one set of documents.

    ``names`` are typed and exact, ``rare_names`` those without the ``frequent`` ones.
    ``uncertain`` (F1 of "not certain"), ``certainty`` and ``polarity`` (macro F1) are taken over
    the events that both sides have, and None where the system states no certainty at all;
    ``entities`` and ``event_groups`` are None where there is nothing to compare; ``events_alone``
    is that of the same mentions, each an event of its own.
    """

    documents: int
    names: Counts
    by_type: dict[str, Counts]
    frequent: tuple[str, ...]
    rare_names: Counts
    events: Counts
    event_tokens: Counts
    uncertain: float | None
    certainty: float | None
    polarity: float | None
    entities: Coreference | None
    event_groups: Coreference | None
    events_alone: Coreference | None
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The names and events of one document that count, on both sides."""

    gold: Gold
    system: System
    names: dict[Span, str]
    found_names: dict[Span, str]
    events: dict[Span, EventMention]
    found_events: dict[Span, EventMention]


def pair(gold: Gold, system: System) -> Pair:
    """What counts of one document: inside the annotated part, by the conventions."""
    adjectives = {name.span for name in gold.names if name.adjective}
    names, found_names = (
        scored_names(side.names, gold.text, gold.scored_until, adjectives)
        for side in (gold, system)
    )
    found = {e.span: e for e in system.events if e.span.end <= gold.scored_until}
    return Pair(gold, system, names, found_names, {e.span: e for e in gold.events}, found)


def measure(gold: Sequence[Gold], system: Mapping[str, System]) -> Report:
    """Compare a system with the gold.

    Args:
        gold: the annotated documents.
        system: what the system found, by document id; a document that it lacks counts as one
            in which it found nothing.

    Returns:
        The figures, summed over documents (micro average), and the mistakes in text order.
    """
    pairs = [pair(document, system.get(document.id, System())) for document in gold]
    frequent = frequent_names(pairs)
    judged = [
        (p.events[span], p.found_events[span])
        for p in pairs
        for span in sorted(p.events.keys() & p.found_events.keys())
    ]
    sure = [(g.certainty, s.certainty) for g, s in judged]
    poles = [(g.polarity, s.polarity) for g, s in judged]
    told = any(label for _, label in sure)
    return Report(
        documents=len(gold),
        names=_sum(_names(p) for p in pairs),
        by_type={t: _sum(_names(p, only=t) for p in pairs) for t in TYPES},
        frequent=tuple(sorted(frequent)),
        rare_names=_sum(_names(p, without=frequent) for p in pairs),
        events=_sum(compare(p.events.keys(), p.found_events.keys()) for p in pairs),
        event_tokens=_sum(_event_tokens(p) for p in pairs),
        uncertain=_uncertain(sure) if told else None,
        certainty=macro_f1(sure, sorted({g for g, _ in sure if g})) if told else None,
        polarity=macro_f1(poles, ("POS", "NEG")) if told else None,
        entities=_entities(pairs),
        event_groups=_event_groups(pairs),
        events_alone=_event_groups(pairs, alone=True),
        mistakes=tuple(mistake for p in pairs for mistake in _mistakes(p)),
    )


def by_topic(gold: Sequence[Gold], system: Mapping[str, System]) -> dict[str, Report]:
    """A report for each topic of the gold; empty where it names none, or only one."""
    topics = sorted({document.topic for document in gold if document.topic})
    if len(topics) < 2:
        return {}
    return {topic: measure([d for d in gold if d.topic == topic], system) for topic in topics}


def frequent_names(pairs: Iterable[Pair]) -> frozenset[str]:
    """The words of the gold's names that make up more than a tenth of all its names."""
    words = Counter(span.of(p.gold.text) for p in pairs for span in p.names)
    return frozenset(w for w, count in words.items() if count > FREQUENT * words.total())


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, start=Counts())


def _names(p: Pair, only: str | None = None, without: frozenset[str] = frozenset()) -> Counts:
    def chosen(names: dict[Span, str]) -> set[tuple[Span, str]]:
        return {
            (span, type_)
            for span, type_ in names.items()
            if only in (None, type_) and span.of(p.gold.text) not in without
        }

    return compare(chosen(p.names), chosen(p.found_names))


def _event_tokens(p: Pair) -> Counts:
    return compare(covered(p.gold.tokens, p.events), covered(p.gold.tokens, p.found_events))


def _uncertain(sure: list[tuple[str | None, str | None]]) -> float:
    def label(certainty: str | None) -> str:
        return "CERTAIN" if certainty == "CERTAIN" else "NOT"

    return macro_f1([(label(g), label(s)) for g, s in sure if g], ("NOT",))


def _entities(pairs: Iterable[Pair]) -> Coreference | None:
    key, response = [], []
    compared = False
    for p in pairs:
        if not p.gold.entity_chains or p.system.entities is None:
            continue
        compared = True
        known = frozenset(span for chain in p.gold.entity_chains for span in chain)
        key += [_located(p, chain) for chain in p.gold.entity_chains]
        for chain in p.system.entities:
            inside = [span for span in chain if span.end <= p.gold.scored_until]
            if inside:
                response.append(_located(p, (stands_for(s, known, p.gold.text) for s in inside)))
    return coreference(key, response) if compared else None


def _event_groups(pairs: Iterable[Pair], *, alone: bool = False) -> Coreference | None:
    key, response = [], []
    for p in pairs:
        if not p.gold.event_chains:
            continue
        key += [_located(p, chain) for chain in p.gold.event_chains]
        groups: dict[str | Span, list[Span]] = {}
        for span, event in p.found_events.items():
            own = span if alone else event.event or span
            groups.setdefault(own, []).append(span)
        response += [_located(p, group) for group in groups.values()]
    return coreference(key, response) if key else None


def _located(p: Pair, spans: Iterable[Span]) -> frozenset[tuple[str, Span]]:
    return frozenset((p.gold.id, span) for span in spans)


def _mistakes(p: Pair) -> list[Mistake]:
    found = name_mistakes(p.gold, p.names, p.found_names)
    found += event_mistakes(p.gold, p.events, p.found_events)
    return sorted(found, key=lambda mistake: (mistake.span, mistake.kind))
