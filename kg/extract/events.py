"""Trees -> events: verbs, nominal events and participles, with their roles."""

from __future__ import annotations

from dataclasses import replace

from kg.event_types import EventTypes, Trigger, load
from kg.extract.clauses import clause_roles
from kg.extract.conditions import dependents
from kg.extract.presupposition import presupposed
from kg.extract.reading import Reading
from kg.extract.roles import is_passive, noun_roles, subjects, verb_roles
from kg.extract.times.lexicon import direction
from kg.extract.tree import Tree
from kg.extract.verb_forms import is_adjective, is_bare_possibility, is_nominalised
from kg.lexicon import is_nominal_event, table, words
from kg.model import Event, Extraction, Mention, Role
from kg.vocab import EVENT_ROLES, PLACE_ROLES

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
            event = (
                _verb_event(reading, number, i, types)
                or _noun_event(reading, number, i, types)
                or _state_event(reading, number, i, types)
            )
            if event is not None:
                in_sentence[i] = event
        clauses = clause_roles(tree, in_sentence, types)
        in_sentence = _places_told_before(tree, in_sentence, events)
        for i, event in _share_places(tree, in_sentence).items():
            filled = _with_event_fillers(event, in_sentence)
            own = (clauses[i],) if i in clauses else ()
            events.append(replace(filled, roles=tuple(dict.fromkeys((*filled.roles, *own)))))
    mentions = dict.fromkeys(reading.analysis.mentions) | {
        role.filler: None for e in events for role in e.roles if isinstance(role.filler, Mention)
    }
    ordered = sorted(mentions, key=lambda m: (m.span, m.kind))
    return replace(found, mentions=tuple(ordered), events=tuple(events))


def _verb_event(reading: Reading, number: int, i: int, types: EventTypes) -> Event | None:
    tree = reading.trees[number]
    token = tree.tokens[i]
    # "De ploeg werd kampioen": an event only where a type says so.
    becomes = token.pos == "AUX" and tree.lemma(i) in ("worden", "zijn")
    if not (token.pos == "VERB" or becomes) or token.dep in _AUXILIARY or reading.named(number, i):
        return None
    if reading.tells_time(number, i) or (tree.lower(i) == "volgt" and tree.lower(i - 1) == "als"):
        return None  # "volgende week", "als volgt"
    lemma = tree.lemma(i)
    if not lemma.endswith("n"):
        return None  # no infinitive: "restaurantwereld" is tagged wrongly
    if _governs_the_event(tree, i, lemma):
        return None
    kind, trigger = types.of_verb(lemma, dependents(reading, number, i))
    if is_bare_possibility(tree, i):
        kind, trigger = None, Trigger(lemma)
    if becomes and kind is None:
        return None
    if token.dep == "amod" and (
        kind is None or direction(tree.lower(i)) is not None or is_adjective(tree, i)
    ):
        return None  # "de aankomende reeks", "een verboden boek"
    state = kind is None and lemma in words("cues.toml", "verbs", "state")
    noun = is_nominalised(tree, i)
    roles = (
        noun_roles(reading, number, i, kind)
        if noun
        else verb_roles(
            reading, number, i, kind, "theme" if state else trigger.subject, _fixed(trigger)
        )
    )
    particle = tree.child(i, "compound:prt")
    adjacent = particle == i + 1
    return Event(
        document_id=reading.document.id,
        # A particle right behind its verb belongs to the trigger: "kondigde aan".
        trigger=tree.span([i, i + 1]) if adjacent else token.span,
        type="State" if state else kind.name if kind else None,
        lemma=lemma,
        roles=tuple(roles),
        particle=tree.tokens[particle].span if particle is not None and not adjacent else None,
        agent_unstated=not state and _agentless(tree, i, roles),
        rule="events.noun" if noun else "events.verb",
    )


def _fixed(trigger: Trigger) -> frozenset[str]:
    """The words of a fixed predicate that stand behind a preposition: "onder vuur", "in handen"."""
    known = words("cues.toml", "nouns", "predicates")
    return frozenset(word for _, lemmas in trigger.conditions for word in lemmas & known)


def _governs_the_event(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a verb only says how the event it governs goes on: "probeerde te vluchten",
    "wil vertrekken"; not "wil dat zij vertrekt", "begon een winkel"."""
    modal = lemma in words("cues.toml", "verbs", "modal")
    if modal and not tree.children(i, "ccomp", "obj", "nsubj"):
        return True
    governing = modal or lemma in words("cues.toml", "verbs", "aspect")
    # "gaat failliet" governs no event.
    return governing and any(tree.tokens[x].pos != "ADJ" for x in tree.children(i, "xcomp"))


def _state_event(reading: Reading, number: int, i: int, types: EventTypes) -> Event | None:
    """A copula: "hij is voorzitter" has its trigger on "is", "de stad is veilig" on "veilig".

    A type can name what comes about: "de keten is failliet", "brood wordt duurder".
    """
    tree = reading.trees[number]
    copula = next(iter((*tree.children(i, "cop"), *tree.children(i, "aux:pass"))), None)
    if copula is None or tree.tokens[i].pos not in ("ADJ", "NOUN"):
        return None
    words_told = frozenset({tree.lemma(i), tree.lower(i)})
    around = {**dependents(reading, number, i), "xcomp": words_told}
    kind, trigger = types.of_verb(tree.lemma(copula), around)
    if kind is None and tree.tokens[copula].dep != "cop":
        return None
    adjective = tree.tokens[i].pos == "ADJ"
    subjects_told = tree.children(i, "nsubj", *(("nsubj:pass",) if kind else ()))
    themes = [m for s in subjects_told if (m := reading.mention(number, s))]
    role = trigger.subject if kind else "theme"
    return Event(
        document_id=reading.document.id,
        trigger=tree.tokens[i if adjective else copula].span,
        type=kind.name if kind else "State",
        lemma=f"{tree.lemma(i)} {tree.lemma(copula)}",
        roles=tuple(Role(role, mention) for mention in themes),
        rule="events.copula",
    )


def _noun_event(reading: Reading, number: int, i: int, types: EventTypes) -> Event | None:
    tree = reading.trees[number]
    token = tree.tokens[i]
    if token.pos != "NOUN" or reading.named(number, i) or reading.tells_time(number, i):
        return None
    lemma = tree.lemma(i)
    if (befell := _befallen(tree, i)) is not None:
        return Event(
            document_id=reading.document.id,
            trigger=token.span,
            type=befell,
            lemma=lemma,
            roles=(
                Role("patient", reading.nominal(tree, i)),
                *noun_roles(reading, number, i, types.by_name[befell]),
            ),
            agent_unstated=True,
            rule="events.befallen",
        )
    # The word itself too: a lemma may be wrong.
    forms = (lemma, tree.lower(i))
    around = dependents(reading, number, i)
    kind = next(filter(None, (types.of_noun(form, around) for form in forms)), None)
    if kind is None and not any(map(is_nominal_event, forms)):
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


def _befallen(tree: Tree, i: int) -> str | None:
    """The type that people tell where a headline has no verb: "Drie doden bij brand".

    Left alone: "de doden zijn begraven" and whoever has an article.
    """
    kind: str | None = table("cues.toml")["nouns"]["befallen"].get(tree.lemma(i))
    above = (i, *tree.ancestors(i))
    verbs = any(tree.tokens[a].pos in ("VERB", "AUX") for a in above)
    if kind is None or verbs or tree.children(i, "det", "nmod:poss", "nsubj", "cop", "acl:relcl"):
        return None
    return kind


def _agentless(tree: Tree, i: int, roles: list[Role]) -> bool:
    """Whether the text leaves open who did it; a subject that is no noun ("hij") still acts."""
    if any(role.name == "agent" for role in roles):
        return False
    return is_passive(tree, i) or not subjects(tree, i)


def _with_event_fillers(event: Event, events: dict[int, Event]) -> Event:
    """Let roles point to events where what fills them happens: "doden door luchtaanvallen" has
    the strikes as cause, and so has "een storm verwoestte huizen". An event takes no part as
    an actor: else it is the topic ("de gevechten gaan door")."""
    triggers = {other.trigger for other in events.values()} - {event.trigger}
    undergone = any(role.name in ("patient", "target") for role in event.roles)
    roles = []
    for role in event.roles:
        head = role.filler.head if isinstance(role.filler, Mention) else None
        if head in triggers and head is not None:
            causes = "cause" if role.name == "agent" and undergone else "topic"
            roles.append(Role(role.name if role.name in EVENT_ROLES else causes, head))
        else:
            roles.append(role)
    return replace(event, roles=tuple(dict.fromkeys(roles)))


def _places_told_before(
    tree: Tree, events: dict[int, Event], before: list[Event]
) -> dict[int, Event]:
    """ "Daar vielen twee doden": where the last event that has a place took place."""
    place = next(
        (role for event in reversed(before) for role in event.roles if role.name == "hasPlace"),
        None,
    )
    found = {}
    for i, event in events.items():
        there = any(
            tree.lower(a) in words("cues.toml", "prepositions", "there")
            for a in tree.children(i, "advmod", "obl")
        )
        own = {role.name for role in event.roles} & set(PLACE_ROLES)
        told = there and not own and place is not None
        found[i] = replace(event, roles=(*event.roles, place)) if told and place else event
    return found


def _share_places(tree: Tree, events: dict[int, Event]) -> dict[int, Event]:
    """Give a nominal event the place of the verb it hangs on: "vielen doden in X door
    luchtaanvallen" puts the strikes in X, "In X betreurde hij de aanval" does not; in a headline
    that of the noun ("Doden na botsing in X"), whichever of them has it."""
    shared = {}
    for i, event in events.items():
        own = {role.name for role in event.roles} & set(PLACE_ROLES)
        if event.rule == "events.noun" and not own:
            governor = next((a for a in tree.ancestors(i) if a in events), None)
            hangs = governor is not None and (
                events[governor].rule == "events.verb" or _has_no_verb(tree)
            )
            if governor is not None and hangs and not presupposed(tree, i, governor, events):
                places = [r for r in events[governor].roles if r.name in ("hasPlace", "near")]
                event = replace(event, roles=(*event.roles, *places))
        if event.rule == "events.befallen" and not own:
            # "Twaalf doden bij aanslag in Kaboel": what befell them happened in Kaboel.
            below = (events[c] for c in tree.subtree(i) if c != i and c in events)
            places = [r for e in below for r in e.roles if r.name in ("hasPlace", "near")]
            event = replace(event, roles=(*event.roles, *places[:1]))
        shared[i] = event
    return shared


def _has_no_verb(tree: Tree) -> bool:
    """Whether a sentence is a headline in bare nouns."""
    return all(token.pos not in ("VERB", "AUX") for token in tree.tokens)
