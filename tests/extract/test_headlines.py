"""Headlines in telegraphic style: the events that they tell, with place, patient and numbers.

``python -m tests.extract.test_headlines`` prints what is wrong. Half the cases are set aside by
the hash of their text: of these only the totals are looked at.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Event, Span
from tests.extract.test_event_types import extracted

CASES = Path(__file__).parent.parent / "cases" / "headlines.toml"
FLOORS = {"work": {"events": 0.95, "roles": 0.9}, "aside": {"events": 0.9, "roles": 0.8}}


@cache
def cases() -> tuple[dict[str, Any], ...]:
    table = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return tuple(case for of in table.values() for case in of)


def half(text: str) -> str:
    return "aside" if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else "work"


def tally() -> tuple[dict[str, Counter[str]], list[str]]:
    """half -> counts of events, roles and no events, asked for and right; and what is wrong."""
    counts: dict[str, Counter[str]] = {}
    told: list[str] = []
    found = extracted(tuple(case["text"] for case in cases()))
    for case, extraction in zip(cases(), found, strict=True):
        text = case["text"]
        headline = text.index("\n")
        events = {e.trigger.of(text): e for e in extraction.events if e.trigger.end <= headline}

        def count(what: str, right: bool, words: str, text: str = text) -> None:
            of = counts.setdefault(half(text), Counter())
            of.update({what: 1, f"{what} right": int(right)})
            if not right:
                told.append(f"{half(text)} {what} {words} | {text.splitlines()[0]}")

        for line in case.get("tells", ()):
            head, *roles = line.split(", ")
            trigger, _, kind = head.partition(": ")
            event = events.get(trigger)
            got = "nothing" if event is None else event.type or "-"
            count("events", event is not None and kind in (got, "-"), f"{head}, got {got}")
            for role in roles:
                count("roles", event is not None and role in _roles(event, text), f"{head}, {role}")
        for word in case.get("not", ()):
            count("none", word not in events, word)
    return counts, told


def _roles(event: Event, text: str) -> set[str]:
    return {
        f"{role.name}={(filler if isinstance(filler, Span) else filler.span).of(text)}"
        for role in event.roles
        for filler in (role.filler,)
    }


def test_events_and_roles_of_headlines() -> None:
    counts, _ = tally()
    for part, floors in FLOORS.items():
        for what, floor in floors.items():
            assert counts[part][f"{what} right"] / counts[part][what] >= floor, (part, what)
        assert counts[part]["none right"] == counts[part]["none"]


if __name__ == "__main__":
    totals, wrong = tally()
    print(*(line for line in wrong if line.startswith("work")), sep="\n")
    for part, of in sorted(totals.items()):
        print(part, *(f"{w} {of[w + ' right']} of {of[w]}" for w in ("events", "roles", "none")))
