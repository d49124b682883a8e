"""Who says what, by rule: precision and recall over tests/cases/attribution.toml.

``python -m tests.extract.test_attribution`` prints the table, ``--wrong`` also what went wrong in
the cases that are not set aside.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.annotate import annotate_many
from kg.extract import extract
from kg.model import Claim, Document, Event, Extraction

CASES = Path(__file__).parent.parent / "cases" / "attribution.toml"
Pair = tuple[str, str]


@cache
def cases() -> tuple[tuple[str, dict[str, Any]], ...]:
    table = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return tuple((rule, case) for rule, of in table.items() for case in of)


@cache
def found() -> tuple[Extraction, ...]:
    documents = [Document(str(n), case["text"]) for n, (_, case) in enumerate(cases())]
    return tuple(extract(analysis) for analysis in annotate_many(documents, "nl"))


def innermost(claim: Claim) -> Event | None:
    about = claim.about
    while isinstance(about, Claim):
        about = about.about
    return about if isinstance(about, Event) else None


def same(expected: str, words: str) -> bool:
    """One names the other: "de politie" and "politie", "woordvoerder van het leger"."""
    one, other = expected.lower(), words.lower()
    return one in other or other in one


def judged(case: dict[str, Any], got: Extraction) -> tuple[Counter[str], list[str]]:
    """Counts of right, wrong and missed (speaker, event) pairs and fields, and what is wrong."""
    text, count, wrong = case["text"], Counter[str](), []
    triggers = {e.trigger.of(text) for e in got.events}
    inner = [c for c in got.claims if isinstance(c.about, Event) and c.speaker is not None]
    outer = [c for c in got.claims if isinstance(c.about, Claim)]
    for wanted, claims in ((case["says"], inner), (case.get("outer", []), outer)):
        left = [pair for pair in wanted if pair[1] in triggers]
        count["no event"] += len(wanted) - len(left)
        speakers = [who for who, _ in case["says"] + case.get("outer", [])]
        for claim in claims:
            event, speaker = innermost(claim), claim.speaker
            if event is None or speaker is None:
                continue
            pair = (speaker.span.of(text), event.trigger.of(text))
            hit = next((p for p in left if p[1] == pair[1] and same(p[0], pair[0])), None)
            if hit is not None:
                left.remove(hit)
                count["right"] += 1
                if claims is inner:
                    wrong += fields(case, claim, text, count)
            elif not any(p[1] == pair[1] for p in wanted) and any(
                same(who, pair[0]) for who in speakers
            ):
                count["beside"] += 1  # an event of the same content that the case does not list
                wrong.append(f"beside {pair}")
            else:
                count["wrong"] += 1
                wrong.append(f"wrong {pair}")
        count["missed"] += len(left)
        wrong += [f"missed {tuple(pair)}" for pair in left]
    for word, status in case.get("status_of", []):
        for claim in got.claims:
            event = innermost(claim)
            if event is not None and event.trigger.of(text) == word:
                ok = claim.status == status
                count["field right" if ok else "field wrong"] += 1
                wrong += [] if ok else [f"{word} is {claim.status}"]
    return count, wrong


def fields(case: dict[str, Any], claim: Claim, text: str, count: Counter[str]) -> list[str]:
    """The other fields of a claim that the case gives."""
    got = {
        "cue": claim.cue.of(text) if claim.cue else "",
        "illocution": claim.illocution,
        "status": claim.status,
        "polarity": claim.polarity,
        "addressee": claim.addressee.span.of(text) if claim.addressee else "",
        "target": claim.target.span.of(text) if claim.target else "",
        "quote": claim.quote.of(text) if claim.quote else "",
        "kind": claim.quote_kind or "",
    }
    wrong = []
    for name, value in got.items():
        if name in case:
            ok = value != "" and same(case[name], value)
            count["field right" if ok else "field wrong"] += 1
            wrong += [] if ok else [f"{name} of {claim.provenance.rule}: {value!r}"]
    return wrong


def totals(held: bool) -> dict[str, Counter[str]]:
    """Counts by rule, over the cases set aside or the others."""
    by_rule: dict[str, Counter[str]] = {}
    for (rule, case), got in zip(cases(), found(), strict=True):
        if bool(case.get("held")) == held:
            by_rule.setdefault(rule, Counter()).update(judged(case, got)[0])
    return by_rule


def precision_recall(count: Counter[str]) -> tuple[float, float]:
    said, wanted = count["right"] + count["wrong"], count["right"] + count["missed"]
    return count["right"] / said if said else 1.0, count["right"] / wanted if wanted else 1.0


def lines(held: bool) -> Iterator[str]:
    by_rule = totals(held)
    every = sum(by_rule.values(), Counter[str]())
    for rule, count in [*sorted(by_rule.items()), ("all", every)]:
        precision, recall = precision_recall(count)
        told = count["field right"] + count["field wrong"]
        yield (
            f"{rule:18} P {precision:.2f}  R {recall:.2f}   right {count['right']:3}  "
            f"wrong {count['wrong']:2}  missed {count['missed']:2}  "
            f"fields {count['field right']}/{told}  no event {count['no event']}"
        )


@pytest.mark.parametrize("held", [False, True], ids=["shown", "set aside"])
def test_precision_and_recall(held: bool) -> None:
    count = sum(totals(held).values(), Counter[str]())
    precision, recall = precision_recall(count)
    print("\n".join(lines(held)))
    assert precision >= 0.95 and recall >= 0.9
    assert count["field right"] >= 0.9 * (count["field right"] + count["field wrong"])


def test_every_event_has_one_innermost_claim() -> None:
    for got in found():
        about = [c.about.trigger for c in got.claims if isinstance(c.about, Event)]
        assert sorted(about) == sorted(e.trigger for e in got.events)


def test_every_speaker_is_a_mention() -> None:
    for got in found():
        for claim in got.claims:
            for who in (claim.speaker, claim.addressee, claim.target):
                assert who is None or who in got.mentions


if __name__ == "__main__":
    for aside in (False, True):
        print("set aside" if aside else "shown")
        print("\n".join(lines(aside)))
    if "--wrong" in sys.argv:
        for (rule, case), got in zip(cases(), found(), strict=True):
            for fault in judged(case, got)[1] if not case.get("held") else []:
                print(f"{rule}: {case['text']}\n    {fault}")
