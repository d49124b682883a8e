"""Events and time expressions -> events with their time, or the tense where none is told."""

from __future__ import annotations

from dataclasses import replace

from kg.event_types import load
from kg.extract.presupposition import presupposed
from kg.extract.reading import Reading
from kg.extract.times import Expression, Tense, resolve
from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Event, Extraction, Span, Time

_PAST = Time("PAST_REF", inferred=True)
_REFERENCE: dict[Tense, str] = {
    "past": "PAST_REF",
    "present": "PRESENT_REF",
    "future": "FUTURE_REF",
}


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Give each event the time that stands with it, else that of the event it hangs on.

    Catches "donderdag vielen 22 doden" (the Thursday before publication, by the past tense)
    and "… door luchtaanvallen" (the same day, inferred). The story goes on: the past of the next
    sentence of a paragraph is that of the day before it ("Twee scholen werden geraakt"),
    inferred too. Where no time is told the tense gives PAST_REF, PRESENT_REF or FUTURE_REF,
    marked as inferred: the day of publication is never handed out as the day of an event.
    States get no inferred time. Left alone: "had vernield", "zou komen", what somebody says.
    """
    by_start = {event.trigger.start: event for event in found.events}
    timed: dict[Span, Event] = {}
    story: Time | None = None
    end = 0
    for number, tree in reading:
        if "\n" in reading.text[end : tree.sentence.span.start]:
            story = None
        end = tree.sentence.span.end
        events = {
            i: by_start[token.span.start]
            for i, token in enumerate(tree.tokens)
            if token.span.start in by_start
        }
        told = _told(reading, number, reading.times, set(events))
        for i, event in events.items():
            when = _when(reading, tree, i, events, told)
            if story is not None and when == _PAST and not told and _goes_on(tree, i, event):
                when = story
            timed[event.trigger] = replace(event, when=when)
        story = _told_of(tree, events, timed) if told else story if events else None
    return replace(found, events=tuple(timed.get(e.trigger, e) for e in found.events))


def _goes_on(tree: Tree, i: int, event: Event) -> bool:
    """Whether an event is the next in the story: in the main clause, in the plain past.

    Catches "Twee scholen werden geraakt"; leaves alone "had geraakt", "heeft geraakt".
    """
    token = tree.tokens[i]
    while token.dep in ("conj", "xcomp") and (head := tree.head(i)) is not None:
        i, token = head, tree.tokens[head]
    helpers = tree.children(i, "aux", "aux:pass")
    plain = not {tree.lower(a) for a in helpers} & words("cues.toml", "verbs", "no_story")
    # "Hij heeft de winkelier gedood" looks back, to no day of the story; "zijn geraakt" goes on.
    looks_back = any(
        tree.tokens[a].lemma == "hebben" and tree.feature(a, "Tense") == "Pres" for a in helpers
    )
    plain = plain and not looks_back
    top = load().chain(event.type)[-1] if event.type in load().by_name else None
    return token.dep == "root" and plain and top != "Communication"


def _told_of(tree: Tree, events: dict[int, Event], timed: dict[Span, Event]) -> Time | None:
    """The day, told in words, of what the main clause of a sentence tells in the past."""
    for i, event in events.items():
        when = timed[event.trigger].when
        day = when is not None and not when.inferred and when.begin and when.begin == when.end
        if tree.head(i) is None and day and when is not None and tense(tree, i) == "past":
            return replace(when, span=None, inferred=True)
    return None


def _when(
    reading: Reading,
    tree: Tree,
    i: int,
    events: dict[int, Event],
    told: dict[int, Expression],
) -> Time | None:
    published = reading.document.published
    if i in told:
        return resolve(told[i], published, tense(tree, i))
    if events[i].type == "State":
        return None
    # A noun shares the time of the verb it hangs on, joined verbs that of the first.
    shares = tree.tokens[i].pos == "NOUN" or tree.tokens[i].dep in ("conj", "xcomp")
    governor = next((a for a in tree.ancestors(i) if a in events), None)
    attempts = words("cues.toml", "nouns", "attempts")
    if governor is not None and tree.tokens[i].dep == "acl" and tree.lemma(governor) in attempts:
        # "Een poging om hen te bevrijden is dinsdag mislukt"
        attempt = _when(reading, tree, governor, events, told)
        return replace(attempt, span=None, inferred=True) if attempt else None
    elsewhen = governor is not None and presupposed(tree, i, governor, events)
    if shares and governor in told and not elsewhen:
        return replace(
            resolve(told[governor], published, tense(tree, governor)), span=None, inferred=True
        )
    if tree.tokens[i].pos != "VERB":
        return None
    own = tense(tree, i)
    return Time(_REFERENCE[own], inferred=True) if own else None


def _told(
    reading: Reading, number: int, expressions: tuple[Expression, ...], triggers: set[int]
) -> dict[int, Expression]:
    """Trigger -> the first time expression that hangs on it: the nearest event above it."""
    tree = reading.trees[number]
    told: dict[int, Expression] = {}
    for expression in expressions:
        if not tree.sentence.span.covers(expression.span):
            continue
        head = tree.head_of(expression.span)
        if head is None:
            continue
        inside = set(tree.at(expression.span))
        chain = [head, *tree.ancestors(head)]
        holder = next((a for a in chain if a in triggers and a not in inside), None)
        before, behind = min(inside) - 1, max(inside) + 1
        if before > 0 and tree.lower(before) == "van" and before - 1 in triggers:
            holder = before - 1  # "na de ramp van twaalf jaar geleden is de dijk versterkt"
        elif before > 0 and behind < len(tree.tokens) and _commas(tree, before, behind):
            holder = _noun_before(tree, before - 1, triggers) or holder
        if holder is not None:
            told.setdefault(holder, expression)
    return told


def _commas(tree: Tree, before: int, behind: int) -> bool:
    return tree.lower(before) == "," == tree.lower(behind)


def _noun_before(tree: Tree, i: int, triggers: set[int]) -> int | None:
    """ "De ontvoering van twee artsen, drie jaar terug, …": the event noun whose phrase ends at
    ``i``."""
    for at in (i, *tree.ancestors(i)):
        if tree.tokens[at].pos not in ("NOUN", "PROPN", "NUM") or at > i:
            return None
        if at in triggers:
            return at
    return None


def tense(tree: Tree, i: int) -> Tense | None:
    """The tense of a verb: its own or its auxiliary's; None for an infinitive or noun.

    "vielen", "zijn gevallen" are past, "valt" present, "zal vallen" future.
    """
    verbs = [*tree.children(i, "aux", "aux:pass", "cop"), i]
    for verb in verbs:
        if tree.tokens[verb].lemma == "zullen" and tree.feature(verb, "Tense") == "Pres":
            return "future"
    for verb in verbs:
        told = tree.feature(verb, "Tense")
        if told == "Past":
            return "past"
        if told == "Pres":
            participle = tree.feature(i, "VerbForm") == "Part"
            perfect = participle and tree.tokens[verb].lemma in ("hebben", "zijn")
            return "past" if perfect else "present"
    head = tree.head(i)
    if tree.tokens[i].dep in ("xcomp", "conj", "advcl", "aux") and head is not None:
        return tense(tree, head)
    return None
