"""Events and time expressions -> events with their time, or the tense where none is told."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.times import Expression, Tense, resolve
from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Event, Extraction, Span, Time

_REFERENCE: dict[Tense, str] = {
    "past": "PAST_REF",
    "present": "PRESENT_REF",
    "future": "FUTURE_REF",
}


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Give each event the time that stands with it, else that of the event it hangs on.

    Catches "donderdag vielen 22 doden" (the Thursday before publication, by the past tense)
    and "… door luchtaanvallen" (the same day, inferred). Where no time is told the tense gives
    PAST_REF, PRESENT_REF or FUTURE_REF, marked as inferred: the day of publication is never
    handed out as the day of an event. States get no inferred time.
    """
    by_start = {event.trigger.start: event for event in found.events}
    timed: dict[Span, Event] = {}
    for number, tree in reading:
        events = {
            i: by_start[token.span.start]
            for i, token in enumerate(tree.tokens)
            if token.span.start in by_start
        }
        told = _told(reading, number, reading.times, set(events))
        for i, event in events.items():
            timed[event.trigger] = replace(event, when=_when(reading, tree, i, events, told))
    return replace(found, events=tuple(timed.get(e.trigger, e) for e in found.events))


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
    if shares and governor in told and not _another_time(tree, i, governor):
        return replace(
            resolve(told[governor], published, tense(tree, governor)), span=None, inferred=True
        )
    if tree.tokens[i].pos != "VERB":
        return None
    own = tense(tree, i)
    return Time(_REFERENCE[own], inferred=True) if own else None


def _another_time(tree: Tree, i: int, governor: int) -> bool:
    """ "Hij werd dinsdag veroordeeld voor de moord", "het dodental van de ramp steeg dinsdag":
    a preposition on the way to the verb that puts a noun at another time."""
    way = [i, *tree.ancestors(i)]
    other = words("cues.toml", "prepositions", "another_time")
    return any(tree.case(at) in other for at in way[: way.index(governor)])


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
        if holder is not None:
            told.setdefault(holder, expression)
    return told


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
