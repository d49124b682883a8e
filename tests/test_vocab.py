"""vocab.py and ontology/*.ttl tell the same story."""

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg import event_types, vocab

KG = rdflib.Namespace(vocab.KG)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("kg.ttl", "events.ttl"):
        graph.parse(event_types.ontology_directory() / name)
    return graph


def names(found: object) -> set[str]:
    return {str(iri).removeprefix(vocab.KG) for iri in found}  # type: ignore[attr-defined]


def test_entity_classes(ontology: rdflib.Graph) -> None:
    found = {}
    todo = [KG.Entity]
    while todo:
        parent = todo.pop()
        for child in ontology.subjects(RDFS.subClassOf, parent):
            found[str(child).removeprefix(vocab.KG)] = str(parent).removeprefix(vocab.KG)
            todo.append(child)
    assert found == vocab.ENTITY_CLASSES


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("MentionKind", vocab.MENTION_KINDS),
        ("Illocution", vocab.ILLOCUTIONS),
        ("Status", vocab.STATUSES),
        ("Certainty", vocab.CERTAINTIES),
        ("Polarity", vocab.POLARITIES),
        ("QuoteKind", vocab.QUOTE_KINDS),
        ("Comparator", vocab.COMPARATORS),
    ],
)
def test_enumerations(ontology: rdflib.Graph, kind: str, values: tuple[str, ...]) -> None:
    assert names(ontology.subjects(RDF.type, KG[kind])) == set(values)


def test_actor_roles_are_below_sem_has_actor(ontology: rdflib.Graph) -> None:
    has_actor = rdflib.URIRef(vocab.PREFIXES["sem"] + "hasActor")
    assert names(ontology.subjects(RDFS.subPropertyOf, has_actor)) == set(vocab.ACTOR_ROLES)
    properties = names(ontology.subjects(RDF.type, OWL.ObjectProperty))
    assert set(vocab.ROLES) - {"hasPlace"} <= properties


def test_everything_has_labels_and_comments_in_both_languages(ontology: rdflib.Graph) -> None:
    for subject in set(ontology.subjects(RDF.type)):
        if not str(subject).startswith(vocab.KG):
            continue
        labels = {label.language for label in ontology.objects(subject, RDFS.label)}
        notes = set(ontology.objects(subject, RDFS.comment))
        notes |= set(ontology.objects(subject, SKOS.definition))
        assert {"nl", "en"} <= labels, subject
        assert {"nl", "en"} <= {note.language for note in notes}, subject


def test_every_event_type_has_an_example_and_a_near_miss(ontology: rdflib.Graph) -> None:
    for name, kind in event_types.load().by_name.items():
        if not (kind.verbs or kind.nouns):
            continue  # a group, such as kg:Conflict
        assert ontology.value(KG[name], SKOS.example), name
        assert ontology.value(KG[name], KG.nearMiss), name
        assert ontology.value(KG[name], KG.labelPattern), name


def test_class_chain() -> None:
    assert vocab.class_chain("Country") == ("Country", "Place")
    assert vocab.top_class("Person") == "Person"
    with pytest.raises(KeyError):
        vocab.class_chain("Unicorn")


def test_every_event_class_has_one_plain_label_in_each_language(ontology: rdflib.Graph) -> None:
    for name in event_types.load().by_name:
        labels = list(ontology.objects(KG[name], RDFS.label))
        assert sorted(str(label.language) for label in labels) == ["en", "nl"], name
        assert not any(set("=|") & set(str(label)) for label in labels), name
