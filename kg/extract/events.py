"""Trees -> events: verbs, nominal events and participles, with their roles."""

from __future__ import annotations

from dataclasses import replace

from kg.event_types import EventTypes, load
from kg.extract.reading import Reading
from kg.extract.roles import noun_roles, verb_roles
from kg.extract.tree import Tree
from kg.lexicon import noun_class, words
from kg.model import Event, Extraction, Mention
from kg.vocab import PLACE_ROLES

_AUXILIARY = ("aux", "aux:pass", "cop")


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Add the events of a document.

    Catches "Rebellen beschoten de stad" (verb), "de invasie van Rusland" (noun) and
    "beschoten huizen" (participle). Leaves alone auxiliaries ("is gevallen": one event) and
    verbs of aspect that govern the event meant ("probeerde te vluchten": the flight).
    """
    types = load()
    events: list[Event] = []
    for number, tree in reading:
        in_sentence = {}
        for i in range(len(tree)):
            event = _verb_event(reading, number, i, types) or _noun_event(reading, number, i, types)
            if event is not None:
                in_sentence[i] = event
        events += _share_places(tree, in_sentence)
    mentions = dict.fromkeys(reading.analysis.mentions) | {
        role.filler: None for e in events for role in e.roles if isinstance(role.filler, Mention)
    }
    ordered = sorted(mentions, key=lambda m: (m.span, m.kind))
    return replace(found, mentions=tuple(ordered), events=tuple(events))


def _verb_event(reading: Reading, number: int, i: int, types: EventTypes) -> Event | None:
    tree = reading.trees[number]
    token = tree.tokens[i]
    if token.pos != "VERB" or token.dep in _AUXILIARY or reading.named(number, i):
        return None
    lemma = tree.lemma(i)
    if lemma in words("cues.toml", "verbs", "aspect") and tree.children(i, "xcomp"):
        return None
    kind = types.of_verb(lemma, dependents(reading, number, i))
    if token.dep == "amod" and kind is None:
        return None
    roles = verb_roles(reading, number, i, kind)
    particle = tree.child(i, "compound:prt")
    return Event(
        document_id=reading.document.id,
        trigger=token.span,
        type=kind.name if kind else _state(lemma),
        lemma=lemma,
        roles=tuple(roles),
        particle=tree.tokens[particle].span if particle is not None else None,
        agent_unstated=all(role.name != "agent" for role in roles) and not _has_subject(tree, i),
        rule="events.verb",
    )


def _noun_event(reading: Reading, number: int, i: int, types: EventTypes) -> Event | None:
    tree = reading.trees[number]
    token = tree.tokens[i]
    if token.pos != "NOUN" or reading.named(number, i):
        return None
    lemma = tree.lemma(i)
    kind = types.of_noun(lemma)
    if kind is None and not is_nominal_event(lemma):
        return None
    roles = noun_roles(reading, number, i, kind)
    return Event(
        document_id=reading.document.id,
        trigger=token.span,
        type=kind.name if kind else None,
        lemma=lemma,
        roles=tuple(roles),
        agent_unstated=all(role.name != "agent" for role in roles),
        rule="events.noun",
    )


def is_nominal_event(lemma: str) -> bool:
    """Whether a noun tells of something that happens: "benoeming", "ontslag"; not "woning"."""
    nouns = words("nominal_events.toml", "nouns")
    if lemma in nouns:
        return True
    if noun_class(lemma) is not None:
        return False
    return any(lemma[start:] in nouns for start in range(3, len(lemma) - 4))


def dependents(reading: Reading, number: int, i: int) -> dict[str, frozenset[str]]:
    """Relation -> lemmas and classes of the words in it, for the conditions of triggers.

    The subject of a passive counts as object, "bij elkaar" as obl=elkaar.
    """
    tree = reading.trees[number]
    found: dict[str, set[str]] = {}
    for child in tree.children(i):
        relation = tree.tokens[child].dep
        relation = "obj" if relation == "nsubj:pass" else relation.partition(":")[0]
        of = found.setdefault(relation, set())
        of.add(tree.tokens[child].lemma.lower())
        mention = reading.mention(number, child)
        if mention is not None:
            of.add(mention.entity_class)
    return {relation: frozenset(of) for relation, of in found.items()}


def _state(lemma: str) -> str | None:
    return "State" if lemma in words("cues.toml", "verbs", "state") else None


def _has_subject(tree: Tree, i: int) -> bool:
    return bool(tree.children(i, "nsubj")) and not tree.children(i, "aux:pass")


def _share_places(tree: Tree, events: dict[int, Event]) -> list[Event]:
    """Give a nominal event the place of the verb it hangs on: "vielen doden in X door
    luchtaanvallen" puts the strikes in X."""
    shared = []
    for i, event in events.items():
        own = {role.name for role in event.roles} & set(PLACE_ROLES)
        if event.rule == "events.noun" and not own:
            governor = next((a for a in tree.ancestors(i) if a in events), None)
            if governor is not None and events[governor].rule == "events.verb":
                places = [r for r in events[governor].roles if r.name in ("hasPlace", "near")]
                event = replace(event, roles=(*event.roles, *places))
        shared.append(event)
    return shared
