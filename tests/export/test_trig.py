"""graph.trig: what each speaker says, in a graph of its own, with nothing of anybody else's."""

from __future__ import annotations

import pyoxigraph as ox

from kg.export.trig import trig
from kg.export.triples import expand
from tests.export.page_sample import Sample
from tests.export.page_strike import strike


def graphs(store: ox.Store) -> dict[str, set[tuple[str, str]]]:
    """Speaker and kind -> (property, value) of what stands in that graph."""
    read = ox.Store()
    read.load(trig(store), format=ox.RdfFormat.TRIG)
    found: dict[str, set[tuple[str, str]]] = {}
    for quad in read:
        if isinstance(quad.graph_name, ox.NamedNode):
            speaker, _, kind = quad.graph_name.value.rpartition("/")
            name = f"{speaker.rsplit('/', 1)[1].rsplit('-', 1)[0]}/{kind}"
            value = quad.object.value if not isinstance(quad.object, ox.Triple) else ""
            found.setdefault(name, set()).add((quad.predicate.value, value))
    return found


def counts(told: set[tuple[str, str]]) -> set[str]:
    quantity = expand("kg:quantity")
    return {value.rsplit("/", 1)[1].split("-")[1] for name, value in told if name == quantity}


def test_of_a_merged_event_each_graph_holds_the_speakers_own_numbers() -> None:
    found = graphs(strike())
    assert counts(found["olha-petrenko/claims"]) == {"22"}
    assert counts(found["brandweer/claims"]) == {"25"}
    assert counts(found["ministerie-van-defensie-van-zuidland/denials"]) == set()
    kinds = {value for name, value in found["brandweer/claims"] if name == expand("rdf:type")}
    assert expand("kg:Attack") in kinds


def test_the_default_graph_says_whose_each_graph_is() -> None:
    read = ox.Store()
    read.load(trig(strike()), format=ox.RdfFormat.TRIG)
    for graph in read.named_graphs():
        of = list(read.quads_for_pattern(graph, None, None, ox.DefaultGraph()))
        told = {quad.predicate.value for quad in of}
        assert {
            expand(name)
            for name in ("prov:wasAttributedTo", "prov:wasDerivedFrom", "dcterms:hasPart")
        } <= told


def test_what_somebody_wants_not_to_happen_is_no_denial() -> None:
    s = Sample()
    s.document("d", "Oproep", "2031-05-06", "De burgemeester riep iedereen op niet te vertrekken.")
    who = s.entity("burgemeester", "Person", [s.mention("d", "De burgemeester", 0, "Nominal")])
    trigger = s.mention("d", "vertrekken")
    event = s.event("vertrek", ["Departure"], trigger, "Demanded")
    s.claim(event, "d", kg__speaker=who, kg__aboutMention=trigger, illocution="Request",
            status="Demanded", polarity="Negative")  # fmt: skip
    assert list(graphs(s.store)) == ["burgemeester/prohibitions"]
