"""Graph -> TriG: what each speaker says stands in a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.vocab import ACTOR_ROLES, EVENT_ROLES, KG, PLACE_ROLES, PREFIXES

# The status that puts an event's content into the default graph: the paper itself says so.
_ASSERTED = ox.NamedNode(KG + "Asserted")
# Polarity and status of a claim -> the speaker's graph that its content stands in, in order.
_KINDS = (
    ({"Negative", "Demanded"}, "prohibitions"),
    ({"Negative"}, "denials"),
    ({"Demanded"}, "demands"),
    ({"Planned"}, "prospects"),
    ({"Conditional"}, "prospects"),
)
# Event -> graph of a speaker -> the sentences in which that speaker tells of it.
Said = dict[ox.NamedNode, dict[ox.NamedNode, set[str]]]
_CONTENT = frozenset(
    [KG + role for role in (*ACTOR_ROLES, *EVENT_ROLES, *PLACE_ROLES, "quantity")]
    + [PREFIXES["sem"] + name for name in ("hasActor", "hasPlace", "hasTime")]
)


def trig(store: ox.Store) -> bytes:
    """The graph as TriG, the same bytes for the same graph.

    A speaker's graph is "SPEAKER/claims", what they deny "SPEAKER/denials", what they want
    "SPEAKER/demands", what they want not to happen "SPEAKER/prohibitions", what is to come or
    might "SPEAKER/prospects"; it holds the classes, roles, places and times of the events that
    their claims are about. Of an event that more than one sentence tells, each speaker's graph
    holds only the roles and numbers that stand in the speaker's own. The default graph holds
    everything else, and of an event's content only what the paper itself tells; there it also
    stands whose each graph is (prov:wasAttributedTo), from which articles, by which claims
    (dcterms:hasPart). A claim about a claim has its content in the inner speaker's graph.
    """
    said, own = _claims(store)
    quads: set[ox.Quad] = set()
    for quad in store:
        subject, predicate = quad.subject, quad.predicate
        content = isinstance(subject, ox.NamedNode) and _is_content(subject, quad, said)
        if not content or subject in own:
            quads.add(ox.Quad(subject, predicate, quad.object))
        if content and isinstance(subject, ox.NamedNode):
            several = len(set().union(*said[subject].values())) > 1 or subject in own
            for graph, told in said[subject].items():
                if not several or _is_told(store, quad, told):
                    quads.add(ox.Quad(subject, predicate, quad.object, graph))
    quads |= set(_provenance(store))
    ordered = sorted(quads, key=_key)
    written = ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""
    lines = written.split(b"\n")
    head = sorted(line for line in lines if line.startswith(b"@prefix"))
    return b"\n".join([*head, *(line for line in lines if not line.startswith(b"@prefix"))])


def _key(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), quad.predicate.value, str(quad.object)


def _is_told(store: ox.Store, quad: ox.Quad, sentences: set[str]) -> bool:
    """Whether what fills a role stands in one of the sentences; times and classes are the
    event's own, whoever tells it."""
    filler = quad.object
    if not isinstance(filler, ox.NamedNode):
        return True
    named = list(store.quads_for_pattern(filler, _term("gaf:denotedBy"), None))
    return not named or any(_sentence(store, mention.object) in sentences for mention in named)


def _sentence(
    store: ox.Store, mention: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
) -> str:
    if not isinstance(mention, ox.NamedNode):
        return ""
    found = store.quads_for_pattern(mention, _term("nif:sentence"), None)
    return next((str(quad.object) for quad in found), mention.value)


def _is_content(event: ox.NamedNode, quad: ox.Quad, said: Said) -> bool:
    if event not in said:
        return False
    if quad.predicate.value in _CONTENT:
        return True
    kind = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
    return quad.predicate == _term("rdf:type") and kind.startswith(KG)


def _claims(store: ox.Store) -> tuple[Said, set[ox.NamedNode]]:
    """Event -> the graphs of those who claim or deny it; and the events that the paper tells."""
    said: Said = {}
    own: set[ox.NamedNode] = set()
    for claim, event in _about(store):
        graph = _graph(store, claim)
        if graph is None:
            own.add(event)
            continue
        sentences = said.setdefault(event, {}).setdefault(graph, set())
        for quad in store.quads_for_pattern(claim, _term("kg:aboutMention"), None):
            sentences.add(_sentence(store, quad.object))
    for quad in store.quads_for_pattern(None, _term("kg:status"), _ASSERTED):
        if isinstance(quad.subject, ox.NamedNode):
            own.add(quad.subject)
    return said, own


def _about(store: ox.Store) -> Iterable[tuple[ox.NamedNode, ox.NamedNode]]:
    for quad in store.quads_for_pattern(None, _term("kg:aboutMention"), None):
        claim = quad.subject
        for about in store.quads_for_pattern(claim, _term("kg:about"), None):
            if isinstance(claim, ox.NamedNode) and isinstance(about.object, ox.NamedNode):
                yield claim, about.object


def _graph(store: ox.Store, claim: ox.NamedNode) -> ox.NamedNode | None:
    """The graph that a claim's content belongs in; None for what the article itself says."""
    speaker = next(
        (q.object for q in store.quads_for_pattern(claim, _term("kg:speaker"), None)), None
    )
    if not isinstance(speaker, ox.NamedNode) or _is_article(store, speaker):
        return None
    found = {
        quad.object.value.removeprefix(KG)
        for name in ("kg:polarity", "kg:status")
        for quad in store.quads_for_pattern(claim, _term(name), None)
        if isinstance(quad.object, ox.NamedNode)
    }
    kind = next((kind for values, kind in _KINDS if values <= found), "claims")
    return ox.NamedNode(f"{speaker.value}/{kind}")


def _provenance(store: ox.Store) -> Iterable[ox.Quad]:
    for claim, _ in _about(store):
        graph = _graph(store, claim)
        if graph is None:
            continue
        speaker = ox.NamedNode(graph.value.rpartition("/")[0])
        yield ox.Quad(graph, _term("rdf:type"), _term("prov:Entity"))
        yield ox.Quad(graph, _term("prov:wasAttributedTo"), speaker)
        yield ox.Quad(graph, _term("dcterms:hasPart"), claim)
        for quad in store.quads_for_pattern(claim, _term("prov:wasDerivedFrom"), None):
            yield ox.Quad(graph, _term("prov:wasDerivedFrom"), quad.object)


def _is_article(store: ox.Store, node: ox.NamedNode) -> bool:
    kind = _term("schema:NewsArticle")
    return any(True for _ in store.quads_for_pattern(node, _term("rdf:type"), kind))


def _term(curie: str) -> ox.NamedNode:
    prefix, _, name = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)
