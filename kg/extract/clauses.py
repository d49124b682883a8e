"""Clauses of a sentence -> the roles that their events play in each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.event_types import EventTypes
from kg.extract.tree import Tree
from kg.lexicon import table, words
from kg.model import Event, Role
from kg.vocab import EVENT_ROLES

_CLAUSES = ("advcl", "acl", "xcomp", "parataxis", "conj")
# What these say or want stands in a clause of its own.
_TELLING = frozenset(("Communication", "Demand", "Appeal", "Accusation", "Threat", "Request"))
_MOST_STEPS = 3


def clause_roles(tree: Tree, events: Mapping[int, Event], types: EventTypes) -> dict[int, Role]:
    """Word of an event -> the role that another event of the sentence plays in it.

    "Zij kwamen om te praten": the talks are the purpose; "hij bleef omdat het regende": the
    rain is the cause; "als het regent blijft hij": the rain is the condition; "het zakte weg,
    zodat de weg dicht moest": the sinking is the cause of the closing; "zij eist dat hij
    gaat": his going is the content. Leaves alone clauses of time ("nadat", "terwijl", "toen")
    and "sterker als staal".
    """
    found: dict[int, Role] = {}
    for i in events:
        for j in tree.children(i, *_CLAUSES):
            inner = _event_of(tree, j, events)
            role = _role(tree, j) if inner is not None else None
            if inner is None or role is None or _asks_when(tree, i, role):
                continue
            if role == "result":
                found.setdefault(inner, Role("cause", events[i].trigger))
            elif role == "purpose" and _tells(events[i], types):
                found.setdefault(i, Role("content", events[inner].trigger))
            elif role != "purpose" or not _asks(tree, i):
                found.setdefault(i, Role(role, events[inner].trigger))
        for noun in tree.children(i, "obj"):
            # "lanceerde een satelliet om te meten": hung on the object, told of the verb.
            for j in tree.children(noun, "acl"):
                if j in events and _role(tree, j) == "purpose":
                    found.setdefault(i, Role("purpose", events[j].trigger))
        for j in tree.children(i, "obl", "obl:arg", "nmod"):
            about = _about(tree, i, j, events, types) if j in events else None
            if about is not None:
                found.setdefault(i, Role(about, events[j].trigger))
        told = _content(tree, i, events, types)
        if told is not None:
            found.setdefault(i, Role("content", events[told].trigger))
    return found


def _role(tree: Tree, j: int) -> str | None:
    """What a clause is to the one it hangs on, by the word that opens it."""
    marks = {tree.lower(m) for m in tree.children(j, "mark", "cc", "advmod", "case") if m < j}
    if tree.tokens[j].dep in ("conj", "parataxis"):
        return "cause" if "want" in marks else None
    if marks & words("cues.toml", "conjunctions", "purpose") or {"om", "te"} <= marks:
        return "purpose"
    if marks & words("cues.toml", "conjunctions", "cause") or {"door", "te"} <= marks:
        return "cause"
    if marks & words("cues.toml", "conjunctions", "result"):
        return "result"
    conditional = marks & words("cues.toml", "conjunctions", "condition")
    finite = any(tree.feature(v, "VerbForm") == "Fin" for v in _verbs(tree, j))
    past = any(tree.feature(v, "Tense") == "Past" for v in _verbs(tree, j))
    # "wanneer hij kwam" tells when, "wanneer hij komt" on what condition.
    only_when = conditional <= {"wanneer", "zodra", "zolang"}
    if conditional and finite and not (past and only_when):
        return "condition"
    return None


def _verbs(tree: Tree, j: int) -> Iterator[int]:
    yield j
    yield from tree.children(j, "aux", "aux:pass", "cop")


def _event_of(tree: Tree, j: int, events: Mapping[int, Event]) -> int | None:
    """The event that a clause tells: its verb, or what that verb governs ("probeert te gaan")."""
    for _ in range(_MOST_STEPS):
        if j in events:
            return j
        below = tree.child(j, "xcomp")
        if below is None:
            return None
        j = below
    return None


def _asks_when(tree: Tree, i: int, role: str) -> bool:
    """ "wanneer zij komen, is onduidelijk": the clause is the subject, no condition."""
    return role == "condition" and bool(tree.children(i, "cop")) and not tree.children(i, "nsubj")


def _about(
    tree: Tree, i: int, j: int, events: Mapping[int, Event], types: EventTypes
) -> str | None:
    """ "een akkoord over het openen van de grens": what an infinitive with a preposition is."""
    if tree.tokens[j].pos != "VERB":
        return None
    kind = types.by_name.get(events[i].type or "")
    listed: dict[str, str] = table("cues.toml")["prepositions"]["thing"]
    role = (kind.prepositions if kind else {}).get(tree.case(j)) or listed.get(tree.case(j))
    return role if role in EVENT_ROLES else None


def _asks(tree: Tree, i: int) -> bool:
    """ "vroeg haar om te komen": what is asked is no purpose."""
    return tree.lemma(i) in words("cues.toml", "verbs", "object_control")


def _tells(event: Event, types: EventTypes) -> bool:
    return event.type in types.by_name and not _TELLING.isdisjoint(types.chain(event.type or ""))


def _content(tree: Tree, i: int, events: Mapping[int, Event], types: EventTypes) -> int | None:
    if not _tells(events[i], types):
        return None
    for j in tree.children(i, "ccomp", "xcomp"):
        inner = _event_of(tree, j, events)
        if inner is not None and (tree.tokens[j].dep == "ccomp" or _asks(tree, i)):
            return inner
    return None
