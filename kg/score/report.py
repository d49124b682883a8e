"""Reports of systems -> aligned columns for people, or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.score.coreference import Coreference
from kg.score.documents import TYPES
from kg.score.figures import Counts
from kg.score.measure import Report
from kg.score.mistakes import Group, grouped, kinds

Scored = Sequence[tuple[str, Report, Mapping[str, Report]]]
"""A system's name, its report, and its reports by topic."""


def table(scored: Scored) -> str:
    """The figures of the systems side by side, a figure a line."""
    reports = [report for _, report, _ in scored]
    lines = [("", *(name for name, _, _ in scored))]

    def add(label: str, figure: Callable[[Report], str]) -> None:
        cells = [figure(report) for report in reports]
        if any(cells):
            lines.append((label, *cells))

    add("documents", lambda report: str(report.documents))
    add("names (typed, exact)", lambda report: _counts(report.names))
    for type_ in TYPES:
        add(f"  {type_}", lambda report, type_=type_: _counts(report.by_type[type_]))  # type: ignore[misc]
    frequent = ", ".join(reports[0].frequent)
    if frequent:
        add(f"  without {frequent}", lambda report: _counts(report.rare_names))
    add("event mentions (exact)", lambda report: _counts(report.events))
    add("event tokens", lambda report: _counts(report.event_tokens))
    add("uncertain events, F1", lambda report: _number(report.uncertain))
    add("certainty, macro F1", lambda report: _number(report.certainty))
    add("polarity, macro F1", lambda report: _number(report.polarity))
    add("entity coreference", lambda report: _coreference(report.entities))
    add("event coreference", lambda report: _coreference(report.event_groups))
    add("  each mention its own", lambda report: _coreference(report.events_alone))
    for topic in scored[0][2]:
        add_topic = [topics[topic] for _, _, topics in scored]
        lines.append((f"topic {topic}", *(f"{r.documents} documents" for r in add_topic)))
        lines.append(("  names", *(_counts(r.names) for r in add_topic)))
        lines.append(("  event mentions", *(_counts(r.events) for r in add_topic)))
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "".join(
        "   ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def _counts(counts: Counts) -> str:
    figures = f"P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}"
    return f"{figures}  ({counts.hit} of {counts.system} found, {counts.gold} gold)"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _coreference(value: Coreference | None) -> str:
    if value is None:
        return ""
    parts = f"MUC {value.muc:.3f}  B³ {value.b_cubed:.3f}  CEAFe {value.ceaf_e:.3f}"
    return f"CoNLL {value.conll:.3f}  ({parts})"


def errors(report: Report, count: int) -> str:
    """The mistakes: how many of each kind, then the most frequent groups with a sentence.

    Args:
        count: how many groups to list.
    """
    totals = kinds(report.mistakes)
    lines = [f"{number:6}  {kind}" for kind, number in totals.items()]
    groups = grouped(report.mistakes)
    lines += ["", *(line for group in groups[:count] for line in _group(group))]
    if len(groups) > count:
        lines.append(f"… and {len(groups) - count} more kinds of mistake (--errors shows more)")
    return "\n".join(lines).strip("\n") + "\n"


def _group(group: Group) -> list[str]:
    first = group.mistakes[0]
    about = f" ({group.about})" if group.about else ""
    words = " ".join(group.words.split())
    before = first.sentence[: first.marks.start]
    marked = f"{before}[{first.marks.of(first.sentence)}]{first.sentence[first.marks.end :]}"
    return [
        f"{len(group.mistakes):4}× {group.kind}{about}: {words}",
        f"      {first.document}: {' '.join(marked.split())}",
    ]


def as_json(scored: Scored) -> list[dict[str, Any]]:
    """The same figures as plain objects, unrounded."""
    return [
        {"system": name, **_report(report), "topics": {t: _report(r) for t, r in topics.items()}}
        for name, report, topics in scored
    ]


def _report(report: Report) -> dict[str, Any]:
    return {
        "documents": report.documents,
        "names": _json_counts(report.names),
        "names_by_type": {t: _json_counts(c) for t, c in report.by_type.items()},
        "frequent_names": list(report.frequent),
        "names_without_frequent": _json_counts(report.rare_names),
        "events": _json_counts(report.events),
        "event_tokens": _json_counts(report.event_tokens),
        "uncertain_f1": report.uncertain,
        "certainty_macro_f1": report.certainty,
        "polarity_macro_f1": report.polarity,
        "entity_coreference": _json_coreference(report.entities),
        "event_coreference": _json_coreference(report.event_groups),
        "event_coreference_each_its_own": _json_coreference(report.events_alone),
        "mistakes": kinds(report.mistakes),
    }


def _json_counts(c: Counts) -> dict[str, float]:
    figures = {"precision": c.precision, "recall": c.recall, "f1": c.f1}
    return figures | {"hit": c.hit, "system": c.system, "gold": c.gold}


def _json_coreference(c: Coreference | None) -> dict[str, float] | None:
    if c is None:
        return None
    return {"muc": c.muc, "b_cubed": c.b_cubed, "ceaf_e": c.ceaf_e, "conll": c.conll}
