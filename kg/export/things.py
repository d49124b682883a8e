"""Triples -> the entities, events and ties that the page shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.export.claims import Claims, local
from kg.export.triples import Triples, expand
from kg.export.words import terms
from kg.vocab import KG, PREFIXES, RELATIONS, ROLES, TOP_CLASSES

# Where the names of two classes meet in one entity, the first is drawn.
KINDS = ("Person", "Organisation", "Group", "Place", "Product", "Thing")
FIRST = 300
"""How many nodes the page draws at first: more is a hairball, and slow on a telephone."""
PROPERTY = {"hasPlace": "sem:hasPlace", "containedInPlace": "schema:containedInPlace"}


@dataclass(slots=True)
class Thing:
    """A node: an entity or an event.

    ``kind`` is a top class or "Event"; ``classes`` are class IRIs, most specific first.
    """

    iri: str
    kind: str
    classes: tuple[str, ...]
    label: str
    status: str = ""
    state: bool = False
    mentions: list[str] = field(default_factory=list)
    score: float = 0.0


@dataclass(slots=True)
class Tie:
    """An edge: why two nodes are joined, and in which direction it reads."""

    source: str
    target: str
    kind: str
    """"role", "relation" or "says"."""
    name: str
    """The local name of the role, relation or illocution."""


def things(triples: Triples) -> dict[str, Thing]:
    """Every entity and event by IRI."""
    found: dict[str, Thing] = {}
    for kind in (kind for kind in KINDS if kind in TOP_CLASSES):
        for iri in triples.with_type(f"kg:{kind}"):
            if iri not in found:
                found[iri] = _thing(triples, iri, kind)
    for iri in triples.with_type("sem:Event"):
        if iri not in found:
            found[iri] = _thing(triples, iri, "Event")
            found[iri].status = local(triples.one(iri, "kg:status"))
            found[iri].state = KG + "State" in found[iri].classes
    return found


def _thing(triples: Triples, iri: str, kind: str) -> Thing:
    classes = _most_specific_first(triples.all(iri, "rdf:type"), kind)
    mentions = triples.all(iri, "gaf:denotedBy")
    label = triples.one(iri, "rdfs:label") or iri.rstrip("/").rsplit("/", 1)[-1]
    return Thing(iri, kind, classes, label, mentions=mentions)


def _most_specific_first(classes: list[str], kind: str) -> tuple[str, ...]:
    """Our own classes of a node; its top class only where it has no other."""
    top = {KG + kind, KG + "Entity", PREFIXES["sem"] + "Event"}
    ours = [iri for iri in classes if iri.startswith(KG) and iri not in top]
    above = {iri: _ancestors(iri) for iri in ours}
    ours.sort(key=lambda iri: (-len(above[iri]), iri))
    return tuple(ours) or ((expand("sem:Event") if kind == "Event" else KG + kind),)


def _ancestors(iri: str) -> set[str]:
    found: set[str] = set()
    waiting = [iri]
    while waiting:
        known = terms().get(waiting.pop())
        new = set(known.parents if known else ()) - found
        found |= new
        waiting += sorted(new)
    return found


def ties(triples: Triples, nodes: dict[str, Thing], claims: Claims) -> list[Tie]:
    """Every edge between two nodes: roles, relations, and who says what."""
    found = []
    for event in (node for node in nodes.values() if node.kind == "Event"):
        for role in ROLES:
            for filler in triples.all(event.iri, PROPERTY.get(role, f"kg:{role}")):
                target = _behind(triples, filler, nodes)
                if target and target != event.iri:
                    # The one who acts is drawn before the event: "X -> eist -> Y".
                    ends = (target, event.iri) if role == "agent" else (event.iri, target)
                    found.append(Tie(*ends, "role", role))
        for who, illocution in dict.fromkeys(claims.speakers(event.iri)):
            if who in nodes and who != event.iri:
                found.append(Tie(who, event.iri, "says", illocution))
    return found + _relations(triples, nodes)


def _behind(triples: Triples, filler: str, nodes: dict[str, Thing]) -> str:
    """The node that fills a role; of a claim, what it is about."""
    for _ in range(4):
        if filler in nodes:
            return filler
        filler = triples.one(filler, "kg:about")
    return ""


def _relations(triples: Triples, nodes: dict[str, Thing]) -> list[Tie]:
    found: dict[tuple[str, str, str], Tie] = {}
    for relation in triples.with_type("kg:Relation"):
        name = local(triples.one(relation, "rdf:predicate")).removeprefix(PREFIXES["schema"])
        if name.removeprefix(PREFIXES["sem"]) in ROLES:
            continue  # who did what as only a party tells it stands with its claim
        for source in triples.all(relation, "rdf:subject"):
            for target in triples.all(relation, "rdf:object"):
                found[source, target, name] = Tie(source, target, "relation", name)
    for name in RELATIONS:
        for source, target in triples.with_property(PROPERTY.get(name, f"kg:{name}")):
            found.setdefault((source, target, name), Tie(source, target, "relation", name))
    return [
        tie
        for tie in found.values()
        if tie.source in nodes and tie.target in nodes and tie.source != tie.target
    ]


def ranked(nodes: dict[str, Thing], edges: list[Tie]) -> list[Thing]:
    """The nodes, most important first; states last.

    An entity counts by how often it is mentioned and in how many ties it stands; an event by
    the second of the nodes it joins, so that it is drawn where both its ends are and what is
    drawn first hangs together.
    """
    degree: dict[str, int] = dict.fromkeys(nodes, 0)
    beside: dict[str, set[str]] = {iri: set() for iri in nodes}
    for tie in edges:
        for here, there in ((tie.source, tie.target), (tie.target, tie.source)):
            degree[here] += 1
            beside[here].add(there)
    weight = {iri: len(node.mentions) + degree[iri] for iri, node in nodes.items()}
    for iri, node in nodes.items():
        node.score = float(weight[iri])
        if node.kind == "Event":
            ends = sorted((weight[other] for other in beside[iri]), reverse=True)
            second = ends[1] if len(ends) > 1 else ends[0] / 8 if ends else 0
            node.score = 0.75 * second + len(node.mentions)
    order = sorted(
        nodes.values(), key=lambda node: (node.state, not degree[node.iri], -node.score, node.iri)
    )
    chosen = _hanging_together(order, beside)
    return [node for node in order if node.iri in chosen] + [
        node for node in order if node.iri not in chosen
    ]


def _hanging_together(order: list[Thing], beside: dict[str, set[str]]) -> set[str]:
    """The first nodes of which each is beside another of them: what the page draws at first."""
    named = [node.iri for node in order if beside[node.iri] and not node.state]
    size, chosen = FIRST, set(named[:FIRST])
    while True:
        chosen = {iri for iri in chosen if beside[iri] & chosen}
        if len(chosen) >= FIRST or size >= len(named):
            break
        size += FIRST - len(chosen)
        chosen = set(named[:size])
    kept = [iri for iri in named if iri in chosen][:FIRST]
    return {iri for iri in kept if beside[iri] & set(kept)}


def aliases(triples: Triples, nodes: dict[str, Thing]) -> dict[str, str]:
    """Old IRI -> the node that stands for it now, for links made before a merge."""
    found: dict[str, str] = {}
    for name in ("owl:sameAs", "dcterms:isReplacedBy"):
        for one, other in triples.with_property(name):
            for old, new in ((one, other), (other, one)):
                # Under our own base: the other identities are Wikidata's or GeoNames'.
                if old not in nodes and new in nodes and old.startswith(_base(new)):
                    found[old] = new
    return found


def _base(iri: str) -> str:
    """A data IRI without its last two steps: ".../id/event/x" -> ".../id/"."""
    return iri.rsplit("/", 2)[0] + "/"
