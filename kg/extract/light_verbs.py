"""Two events that are one -> the noun's, told by both words: "overeenstemming bereiken"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.roles import is_passive
from kg.extract.tree import Tree
from kg.lexicon import table, words
from kg.model import Event, Extraction, Role, Span

FILE = "light_verbs.toml"


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Let a verb that carries the event of a noun be a second mention of that event.

    Catches "zij bereikten overeenstemming over graan" (one agreement, with them as agents) and
    "de gevechten gaan door". Leaves alone "de gevechten eindigden" and "het akkoord verwierp",
    which tell something of the event, and events of two sentences.
    """
    by_start = {event.trigger.start: event for event in found.events}
    changed: dict[Span, Event] = {}
    for tree in reading.trees:
        events = {
            i: by_start[token.span.start]
            for i, token in enumerate(tree.tokens)
            if token.span.start in by_start
        }
        for i, verb in events.items():
            noun = _carried(tree, i, events) if verb.rule == "events.verb" else None
            if noun is None or events[noun].trigger in changed:
                continue
            carried = _with(events[noun], verb)
            changed[carried.trigger] = carried
            changed[verb.trigger] = replace(
                verb,
                type=carried.type,
                lemma=carried.lemma,
                roles=(),
                when=None,
                agent_unstated=False,
                light_of=carried.trigger,
                rule="events.light_verb",
            )
    events_now = tuple(changed.get(e.trigger, e) for e in found.events)
    return replace(found, events=tuple(_pointing_to_nouns(e, changed) for e in events_now))


def _carried(tree: Tree, i: int, events: dict[int, Event]) -> int | None:
    """The noun whose event the verb ``i`` carries."""
    lemma = tree.lemma(i)
    passive = is_passive(tree, i)
    undergoing = tree.children(i, "obj", *(("nsubj", "nsubj:pass") if passive else ()))
    nouns: list[str] = table(FILE)["support"].get(lemma, [])
    for noun in undergoing:
        known = "*" in nouns or tree.lemma(noun) in nouns
        if noun in events and events[noun].rule == "events.noun" and known:
            return noun
    if lemma not in words(FILE, "going_on", "verbs") or tree.children(i, "obj", "xcomp"):
        return None
    for noun in tree.children(i, "nsubj"):
        if noun in events and events[noun].rule == "events.noun":
            return noun
    return None


def _with(noun: Event, verb: Event) -> Event:
    """The noun's event with the roles and time of its verb."""
    own = {role.name for role in noun.roles}
    taken = [
        role
        for role in verb.roles
        if role.filler != noun.trigger and not (role.name in own and role.name != "quantity")
    ]
    roles = tuple(dict.fromkeys((*noun.roles, *taken)))
    told = noun.when is not None and not noun.when.inferred
    return replace(
        noun,
        roles=roles,
        when=noun.when if told or verb.when is None else verb.when,
        agent_unstated=noun.agent_unstated and all(role.name != "agent" for role in roles),
    )


def _pointing_to_nouns(event: Event, changed: dict[Span, Event]) -> Event:
    """Roles that point to a light verb point to the event that it carries."""
    roles = []
    for role in event.roles:
        other = changed.get(role.filler) if isinstance(role.filler, Span) else None
        if other is not None and other.light_of is not None:
            role = Role(role.name, other.light_of)
        if role.filler != event.trigger:
            roles.append(role)
    return replace(event, roles=tuple(dict.fromkeys(roles)))
