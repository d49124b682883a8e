"""Analysis and Extraction -> for each sentence the events that were found, or why none."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Analysis, Claim, Event, Extraction, Mention, Quantity, Role, Sentence, Span

_AUXILIARY = ("aux", "aux:pass", "cop")
_CLOSED = ".!?…”’\"')"


def sentences(analysis: Analysis, found: Extraction) -> str:
    """The report of one document: a heading, and under each sentence what it tells.

    Args:
        analysis: the sentences, parsed.
        found: what the rules made of them.
    """
    document = analysis.document
    lines = [f"=== {' '.join(document.id.split())[:200]}", ""]
    statuses: dict[Span, list[str]] = {}
    for claim in found.claims:
        if isinstance(claim.about, Event):
            statuses.setdefault(claim.about.trigger, []).append(_claim(claim, document.text))
    for number, sentence in enumerate(analysis.sentences):
        span = sentence.span
        lines.append(f"{span.start}-{span.end}  {_line(span.of(document.text))}")
        events = [e for e in found.events if span.covers(e.trigger)]
        for event in sorted(events, key=lambda e: e.trigger):
            lines += _event(event, statuses.get(event.trigger, []), document.text)
        if not events:
            lines.append(f"    – {_why_none(analysis, number)}")
        lines.append("")
    if not analysis.sentences:
        lines += ["    – no words", ""]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _event(event: Event, claims: list[str], text: str) -> Iterator[str]:
    when = f" @ {event.when.value}" if event.when else ""
    rule = f"  [{event.rule}]" if event.rule else ""
    carried = f" (carries {event.light_of.of(text)!r})" if event.light_of else ""
    yield f"    • {event.type or 'Event'}: {event.trigger.of(text)!r}{carried}{when}{rule}"
    for role in event.roles:
        yield f"        {role.name}: {_filler(role, text)}"
    if event.agent_unstated:
        yield "        agent: unstated"
    for claim in claims or ["no claim"]:
        yield f"        claim: {claim}"


def _filler(role: Role, text: str) -> str:
    filler = role.filler
    if isinstance(filler, Span):
        return f"the event {filler.of(text)!r}"
    words = f"{_line(filler.span.of(text))!r}"
    if isinstance(filler, Quantity):
        return f"{words} ({filler.comparator} {filler.value})"
    assert isinstance(filler, Mention)
    return f"{words} ({filler.entity_class})"


def _claim(claim: Claim, text: str) -> str:
    speaker = _line(claim.speaker.span.of(text)) if claim.speaker else "the paper"
    cue = f", by {claim.cue.of(text)!r}" if claim.cue else ""
    return (
        f"{claim.status}, {claim.certainty}, {claim.polarity}; {claim.illocution} of {speaker}"
        f"{cue}  [{claim.provenance.rule}]"
    )


def _why_none(analysis: Analysis, number: int) -> str:
    """Why a sentence has no event, in words that point to what could be changed."""
    sentence = analysis.sentences[number]
    text = analysis.document.text
    verbs = [t for t in sentence.tokens if t.pos == "VERB" and t.dep not in _AUXILIARY]
    helpers = [t for t in sentence.tokens if t.pos == "AUX" or t.dep in _AUXILIARY]
    if verbs:
        named = ", ".join(f"{t.span.of(text)!r} ({t.lemma}, {t.dep})" for t in verbs[:4])
        return f"no rule takes the verb: {named}"
    if helpers:
        return f"auxiliary only: {', '.join(repr(t.span.of(text)) for t in helpers[:4])}"
    if _is_title(analysis, number):
        return f"title or heading, no verb or event noun{_nouns(sentence, text)}"
    return f"no verb or event noun{_nouns(sentence, text)}"


def _nouns(sentence: Sentence, text: str) -> str:
    nouns = [t.span.of(text) for t in sentence.tokens if t.pos == "NOUN"]
    return f" (nouns: {', '.join(nouns[:6])})" if nouns else ""


def _is_title(analysis: Analysis, number: int) -> bool:
    words = _line(analysis.sentences[number].span.of(analysis.document.text))
    title = _line(analysis.document.title or "")
    return words == title or (words[-1:] not in _CLOSED and len(words) < 120)
