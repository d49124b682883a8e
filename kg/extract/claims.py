"""Events -> claims: who says so, and how sure. Every event gets exactly one innermost claim."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from kg.extract.attribution import Attribution
from kg.extract.attribution_found import attributions
from kg.extract.factuality import Factuality, factuality
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.model import Claim, Event, Extraction, Mention, Provenance, Span

# Illocution -> the status of what a speaker says so; Claimed where it is not here.
_STATUS = {"Demand": "Demanded", "Request": "Demanded", "Promise": "Planned", "Threat": "Planned"}
# How an event is put under a speaker: these say more than that it is claimed.
_KEPT = ("Planned", "Conditional", "Demanded")
_LESS = ("Certain", "Probable", "Possible", "Underspecified")


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Add a claim for each event: the speaker's where one is named, else the document's.

    Catches "X zei dat …", "“…”, zei X", "volgens X", "aldus X". Where a speaker tells what
    another says ("Volgens Kiev zei Poetin dat …") Poetin's claim is about the event and Kiev's
    about Poetin's. Leaves alone "volgens plan" and "volgens de wet", which name no speaker.
    """
    said = _BySentence(reading, attributions(reading))
    claims: list[Claim] = []
    speakers: dict[Mention, None] = {}
    triggers = {event.trigger for event in found.events}
    for event in found.events:
        number = said.sentence_of(event.trigger)
        own = said.of(number, event.trigger)
        chain = _claims(reading, number, event, own, triggers)
        claims += chain
        for claim in chain:
            for who in (claim.speaker, claim.addressee, claim.target):
                if who is not None:
                    speakers[who] = None
    mentions = dict.fromkeys(found.mentions) | speakers
    ordered = tuple(sorted(mentions, key=lambda m: (m.span, m.kind)))
    return replace(found, mentions=ordered, claims=tuple(claims))


class _BySentence:
    """Attributions by the sentences that their scopes reach into."""

    def __init__(self, reading: Reading, found: list[Attribution]) -> None:
        self._spans = [tree.sentence.span for tree in reading.trees]
        self._starts = [span.start for span in self._spans]
        self._of: dict[int, list[tuple[Span, Attribution]]] = {}
        for a in found:
            for span in a.scope:
                number = self.sentence_of(span)
                while number < len(self._spans) and self._spans[number].start < span.end:
                    self._of.setdefault(number, []).append((span, a))
                    number += 1

    def sentence_of(self, span: Span) -> int:
        return max(bisect_right(self._starts, span.start) - 1, 0)

    def of(self, number: int, trigger: Span) -> list[Attribution]:
        """Those whose scope covers a trigger, the innermost first, one a speaker."""
        own = [a for span, a in self._of.get(number, ()) if span.covers(trigger)]
        own = [a for a in dict.fromkeys(own) if trigger not in a.made_by or a.size == 0]
        own.sort(key=lambda a: (a.size, a.cue))
        kept: list[Attribution] = []
        for a in own:
            if not any(b.speaker == a.speaker for b in kept):
                kept.append(a)
        named = [a for a in kept if a.speaker is not None]
        return named or kept[:1]


def _claims(
    reading: Reading, number: int, event: Event, own: list[Attribution], triggers: set[Span]
) -> list[Claim]:
    tree = reading.trees[number] if reading.trees else None
    at = tree.at(event.trigger) if tree is not None else []
    trigger = tree.head_of(event.trigger) if tree is not None and at else None
    document = reading.document.id
    how = Factuality()
    if tree is not None and trigger is not None:
        published = reading.document.published
        begin = event.when.begin if event.when is not None and not event.when.inferred else None
        later = begin is not None and published is not None and begin > published
        how = factuality(tree, trigger, attributed=_was_said(own), later=later)
    replies = [a for a in own if a.reply is not None]
    own = [a for a in own if a.reply is None]
    if not own or own[0].unsaid:
        sentence = tree.sentence.span if tree is not None else event.trigger
        if own:
            how = replace(how, status="Hearsay", certainty="Underspecified", rule="claims.unsaid")
        inner = Claim(
            about=event,
            provenance=Provenance(document, sentence, how.rule or "claims.document"),
            status=how.status,
            certainty=how.certainty,
            polarity=how.polarity,
            cue=how.cue,
        )
    else:
        inner = _innermost(reading, number, event, own[0], how, triggers)
    made = [inner]
    for a in (*own[1:], *replies):
        if a.unsaid:
            continue
        made.append(
            Claim(
                about=made[-1],
                provenance=Provenance(
                    document, a.reply or _words(reading, number, event, a), a.rule
                ),
                speaker=a.speaker,
                addressee=a.addressee,
                target=a.target,
                illocution=a.illocution,
                status="Hearsay" if a.nameless else "Claimed",
                certainty=a.sure,
                polarity="Negative" if a.negates else "Positive",
                cue=a.cue,
                quote=a.quote,
                quote_kind=a.quote_kind,
                made_by=_made_by(a, triggers),
                confidence=a.confidence,
            )
        )
    return made


def _was_said(own: list[Attribution]) -> bool:
    return bool(own) and own[0].past and own[0].quote_kind != "Direct"


def _act(tree: Tree, event: Event, a: Attribution) -> str:
    """What the speaker does in a direct quotation: "Waar ben je?" asks, "Kom praten" requests."""
    if a.quote_kind != "Direct" or a.illocution not in ("Assertion", "Report", "Request"):
        return a.illocution
    inside = [t for t in tree.tokens if any(s.covers(t.span) for s in a.scope)]
    words = [t for t in inside if t.pos != "PUNCT"]
    if not words:
        return a.illocution
    if any(t.span.of(tree.text) == "?" for t in inside):
        return "Question"
    first = tree.tokens.index(words[0])
    governor = tree.head(first)
    verbs = [first] if governor is None else [first, governor]  # "Kom met me onderhandelen"
    heads = [tree.tokens[j].span for v in verbs for j in (v, *tree.children(v, "xcomp", "conj"))]
    commands = (
        words[0].pos in ("VERB", "AUX")
        and tree.feature(first, "Number") != "Plur"
        and tree.feature(first, "VerbForm") == "Fin"
        and not any(tree.children(v, "nsubj", "nsubj:pass") for v in verbs)
    )
    return "Request" if commands and event.trigger in heads else a.illocution


def _innermost(
    reading: Reading,
    number: int,
    event: Event,
    a: Attribution,
    how: Factuality,
    triggers: set[Span],
) -> Claim:
    act = _act(reading.trees[number], event, a)
    status = _STATUS.get(act, how.status if how.status in _KEPT else "Claimed")
    if a.nameless and status == "Claimed":
        status = "Hearsay"
    polarity = how.polarity
    if a.negates:
        polarity = "Negative" if polarity == "Positive" else "Positive"
    certainty = max(how.certainty, a.sure, key=_LESS.index)
    return Claim(
        about=event,
        provenance=Provenance(reading.document.id, _words(reading, number, event, a), a.rule),
        speaker=a.speaker,
        addressee=a.addressee,
        target=a.target,
        illocution=act,
        status=status,
        certainty=certainty,
        polarity=polarity,
        cue=a.cue,
        quote=a.quote,
        quote_kind=a.quote_kind,
        made_by=_made_by(a, triggers),
        confidence=a.confidence if a.speaker is not None else Decimal("0.7"),
    )


def _words(reading: Reading, number: int, event: Event, a: Attribution) -> Span:
    """The words of the claim in the sentence of its event."""
    sentence = reading.trees[number].sentence.span
    parts = [s for s in a.scope if s.overlaps(sentence)]
    start = max(min(s.start for s in parts), sentence.start)
    end = min(max(s.end for s in parts), sentence.end)
    return Span(min(start, event.trigger.start), max(end, event.trigger.end))


def _made_by(a: Attribution, triggers: set[Span]) -> Span | None:
    return next((span for span in a.made_by if span in triggers), None)
