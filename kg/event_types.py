"""ontology/events.ttl -> event types: labels, superclasses, triggers with their conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lexicon import event_noun, is_nominal_event
from kg.vocab import KG, PREFIXES, ROLES

AROUND = frozenset({"head", "above", "beside", "number"})
"""What a condition can ask that is no word hanging on the trigger: what it hangs on, what takes
part in that, its number."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A lemma that signals a type, if every condition holds: relation -> lemmas or classes.

    ``unless``: what must not stand in a relation ("stemmen obj!=piano"). "*" as lemma is any
    word. A condition is met by a compound too ("huis" by "pakhuis"), an ``unless`` by the word
    alone ("wedstrijd" is no "tijd"). ``subject`` is the role of its subject: the dead of "er
    vielen doden" undergo it.
    """

    lemma: str
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()
    subject: str = "agent"
    unless: tuple[tuple[str, frozenset[str]], ...] = ()

    def holds(self, dependents: Mapping[str, frozenset[str]]) -> bool:
        """Whether the words that hang on the trigger meet its conditions.

        Args:
            dependents: relation ("nsubj", "obj", "obl", …) or preposition -> lemmas and
                entity classes of the words in it; an object counts as such in the passive
                too; and what is AROUND it. A condition on "*" holds in whatever relation.
        """
        anywhere = frozenset().union(
            *(of for relation, of in dependents.items() if relation not in AROUND)
        )

        def met(relation: str, lemmas: frozenset[str]) -> frozenset[str]:
            there = anywhere if relation == "*" else dependents.get(relation, frozenset())
            return there if "*" in lemmas else there & lemmas

        def met_by_part(relation: str, lemmas: frozenset[str]) -> bool:
            there = anywhere if relation == "*" else dependents.get(relation, frozenset())
            return any(
                len(word) >= 4 and len(other) >= len(word) + 3 and other.endswith(word)
                for other in there
                for word in lemmas
            )

        return all(met(*c) or met_by_part(*c) for c in self.conditions) and not any(
            met(*condition) for condition in self.unless
        )


@dataclass(frozen=True, slots=True)
class EventType:
    """An event class: its local name, superclass (None below sem:Event) and Dutch label.

    ``prepositions`` says which role the type gives to what a preposition governs
    ("gevochten om Irpin": the place), and under "obj" to the object ("beschuldigde het land":
    the target); a type has those of its superclass too.
    """

    name: str
    parent: str | None
    label: str
    pattern: str
    plover: str | None
    verbs: tuple[Trigger, ...]
    nouns: tuple[Trigger, ...]
    prepositions: Mapping[str, str]


class EventTypes:
    """All event types, findable by trigger."""

    def __init__(self, types: tuple[EventType, ...]) -> None:
        self.by_name = {t.name: t for t in types}
        self._verbs: dict[str, list[tuple[Trigger, EventType]]] = {}
        self._nouns: dict[str, list[tuple[Trigger, EventType]]] = {}
        for kind in types:
            for index, triggers in ((self._verbs, kind.verbs), (self._nouns, kind.nouns)):
                for trigger in triggers:
                    index.setdefault(trigger.lemma, []).append((trigger, kind))
        for index in (self._verbs, self._nouns):
            for found in index.values():
                # The most demanding trigger first, then the name: a stable order.
                found.sort(key=lambda pair: (-len(pair[0].conditions), pair[1].name))

    def of_verb(
        self, lemma: str, dependents: Mapping[str, frozenset[str]]
    ) -> tuple[EventType | None, Trigger]:
        """The type that a verb signals with these dependents, or None, and the trigger met."""
        for trigger, kind in self._verbs.get(lemma, ()):
            if trigger.holds(dependents):
                return kind, trigger
        return None, Trigger(lemma)

    def of_noun(
        self, lemma: str, dependents: Mapping[str, frozenset[str]] | None = None
    ) -> EventType | None:
        """The type that a noun signals, itself or as the last part of a compound.

        Args:
            dependents: see ``Trigger.holds``; without them conditions are not asked.
        """
        noun = event_noun(lemma.lower(), self._nouns)
        for trigger, kind in self._nouns.get(noun or "", ()):
            if dependents is None or trigger.holds(dependents):
                return kind
        return None

    def chain(self, name: str) -> tuple[str, ...]:
        """The type and its superclasses below sem:Event, most specific first.

        Raises:
            KeyError: there is no such type.
        """
        chain = [name]
        while (parent := self.by_name[chain[-1]].parent) is not None:
            chain.append(parent)
        return tuple(chain)


def tells_of_event(noun: str) -> bool:
    """Whether a noun by itself tells of something that happens: listed, or a trigger of a type."""
    return is_nominal_event(noun) or load().of_noun(noun) is not None


def ontology_directory() -> Path:
    """Where kg.ttl, events.ttl and shapes.ttl stand: in the wheel, else beside the package."""
    package = Path(__file__).parent
    inside = package / "ontology"
    return inside if inside.is_dir() else package.parent / "ontology"


@cache
def load() -> EventTypes:
    """The event types of ontology/events.ttl.

    Raises:
        ValueError: a trigger's condition is not "relation=lemma|lemma".
    """
    import pyoxigraph as ox

    rdfs = PREFIXES["rdfs"]
    facts: dict[str, dict[str, list[str]]] = {}
    path = ontology_directory() / "events.ttl"
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(KG):
            continue
        if isinstance(value, ox.Literal) and value.language not in (None, "nl"):
            continue
        if isinstance(value, ox.NamedNode | ox.Literal):
            name = subject.value.removeprefix(KG)
            facts.setdefault(name, {}).setdefault(predicate.value, []).append(value.value)
    parents = {
        name: parent.removeprefix(KG) if parent.startswith(KG) else None
        for name, fact in facts.items()
        for parent in fact.get(rdfs + "subClassOf", ())
    }
    own = {name: _prepositions(facts[name].get(KG + "roleOf", ())) for name in parents}
    return EventTypes(
        tuple(
            EventType(
                name=name,
                parent=parents[name],
                label=facts[name][rdfs + "label"][0],
                pattern=next(iter(facts[name].get(KG + "labelPattern", ())), "{lemma}"),
                plover=next(iter(facts[name].get(KG + "plover", ())), None),
                verbs=tuple(map(_trigger, facts[name].get(KG + "verb", ()))),
                nouns=tuple(map(_trigger, facts[name].get(KG + "noun", ()))),
                prepositions=_inherited(name, parents, own),
            )
            for name in sorted(parents)
        )
    )


def _inherited(
    name: str | None, parents: Mapping[str, str | None], own: Mapping[str, dict[str, str]]
) -> dict[str, str]:
    return {} if name is None else _inherited(parents[name], parents, own) | own[name]


def _prepositions(patterns: Iterable[str]) -> dict[str, str]:
    pairs = [pattern.rpartition("=") for pattern in patterns]
    for preposition, _, role in pairs:
        if not preposition or role not in ROLES:
            raise ValueError(f"kg:roleOf {preposition}={role}: write 'preposition=role'")
    return {preposition: role for preposition, _, role in pairs}


def _trigger(text: str) -> Trigger:
    lemma, *parts = text.split()
    conditions, unless, subject = [], [], "agent"
    for part in parts:
        relation, equals, lemmas = part.partition("=")
        if not (relation.strip("!") and equals and lemmas):
            raise ValueError(
                f"trigger {text!r}: write 'lemma', 'lemma relation=lemma|lemma' or "
                "'lemma relation!=lemma'"
            )
        if relation == "subject":
            subject = lemmas
        elif relation.endswith("!"):
            unless.append((relation[:-1], frozenset(lemmas.split("|"))))
        else:
            conditions.append((relation, frozenset(lemmas.split("|"))))
    if subject not in ROLES:
        raise ValueError(f"trigger {text!r}: {subject!r} is no role, use one of {ROLES}")
    return Trigger(lemma, tuple(conditions), subject, tuple(unless))
