"""A few articles of our own, built: what is one event, what is not, and what the graph says."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.check import violations
from kg.pipeline import Build

STRIKE = {
    "a": ("2022-04-12", "Zeker acht doden bij raketaanval op Charkiv",
          "Bij een Russische raketaanval op een woonwijk in Charkiv zijn maandag zeker acht mensen "
          "om het leven gekomen. Dat meldt burgemeester Oleh Koval.\n\nDe aanval begon rond "
          "middernacht."),
    "b": ("2022-04-13", "Meer doden in Charkiv: nu twaalf",
          "Het dodental van de raketaanval op de Oekraïense stad Charkov is opgelopen tot twaalf. "
          "Bij de aanval van maandag kwamen volgens burgemeester Koval ook drie kinderen om.\n\n"
          "De oorlog in Oekraïne duurt al weken."),
    "c": ("2022-04-16", "Nieuwe beschieting van Charkiv",
          "Charkiv is vrijdag opnieuw beschoten. Daarbij vielen twee doden, zegt burgemeester Oleh "
          "Koval. Afgelopen maandag kwamen bij een raketaanval op de stad al twaalf mensen om.\n\n"
          "Een einde van de oorlog in Oekraïne is niet in zicht."),
}  # fmt: skip
POSTS = {
    "d": ("2022-04-12", "Anna de Wit wordt minister van Landbouw",
          "DEN HAAG – Anna de Wit is dinsdag benoemd tot minister van Landbouw. Zij volgt Piet "
          "Bakker op, die vorige week aftrad."),
    "e": ("2022-04-20", "Kritiek op minister De Wit",
          "Minister Anna de Wit van Landbouw krijgt kritiek uit de Tweede Kamer. Sinds de "
          "benoeming van De Wit is er niets veranderd, zegt de oppositie. Oud-minister Piet "
          "Bakker zwijgt."),
}  # fmt: skip


def built(articles: dict[str, tuple[str, str, str]], folder: Path, corrections: str = "") -> Build:
    rows = [
        {"id": id, "published": day, "title": title, "text": f"{title}\n\n{text}"}
        for id, (day, title, text) in articles.items()
    ]
    source = folder / "in.jsonl"
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    set_right = None
    if corrections:
        set_right = folder / "corrections.toml"
        set_right.write_text(corrections, "utf-8")
    return kg.build(source, corrections=set_right)


def ask(made: Build, query: str) -> list[tuple[str, ...]]:
    prefixes = """PREFIX kg: <https://w3id.org/kg-nieuws/ontology#>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        PREFIX gaf: <http://groundedannotationframework.org/gaf#>
        PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"""
    found = made.store.query(prefixes + query)
    assert isinstance(found, ox.QuerySolutions)
    names = [v.value for v in found.variables]
    return sorted(tuple(str(getattr(row[n], "value", "")) for n in names) for row in found)


def triggers(made: Build, kind: str) -> list[set[str]]:
    """The mentions of each event of a type, as "document:word"."""
    rows = ask(
        made,
        f"""SELECT ?e ?id ?word WHERE {{ ?e a kg:{kind} ; gaf:denotedBy ?m .
        ?m nif:anchorOf ?word ; nif:referenceContext/dcterms:identifier ?id }}""",
    )
    found: dict[str, set[str]] = {}
    for event, document, word in rows:
        found.setdefault(event, set()).add(f"{document}:{word}")
    return sorted(found.values(), key=sorted)


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(STRIKE, tmp_path_factory.mktemp("strike"))


def test_one_strike_is_one_event_and_the_next_another(strike: Build) -> None:
    first, second = triggers(strike, "Attack")
    told = {"a:raketaanval", "a:aanval", "b:raketaanval", "b:aanval", "c:raketaanval"}
    assert first - {"a:begon"} == told  # "begon" only carries "de aanval"
    assert second == {"c:beschieting", "c:beschoten"}


def test_the_tolls_of_one_strike_stand_side_by_side(strike: Build) -> None:
    rows = ask(
        strike,
        """SELECT ?e ?id ?value WHERE { ?e a kg:Death ; kg:quantity ?q .
        ?q kg:value ?value ; gaf:denotedBy/nif:referenceContext/dcterms:identifier ?id }""",
    )
    by_event: dict[str, set[tuple[str, str]]] = {}
    for event, document, value in rows:
        by_event.setdefault(event, set()).add((document, value))
    assert any({("a", "8"), ("c", "12")} <= found for found in by_event.values())
    assert {("c", "2")} in by_event.values()


def test_a_mayor_by_his_surname_is_the_mayor(strike: Build) -> None:
    rows = ask(
        strike,
        """SELECT ?p (COUNT(DISTINCT ?id) AS ?n) WHERE { ?p a kg:Person ;
        gaf:denotedBy ?m . ?m kg:mentionKind kg:Name ; nif:referenceContext/dcterms:identifier ?id }
        GROUP BY ?p""",
    )
    assert [n for _, n in rows] == ["3"]
    assert ask(
        strike,
        "SELECT ?why WHERE { ?p a kg:Person ; kg:mergedBecause ?why "
        "FILTER(CONTAINS(?why, 'zelfde naam en functie')) }",
    )


def test_old_iris_lead_to_the_new_one(strike: Build) -> None:
    replaced = ask(strike, "SELECT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new }")
    assert len(replaced) >= 5
    for old, new in replaced:
        assert not ask(strike, f"SELECT ?c WHERE {{ <{old}> a ?c }}")
        assert ask(strike, f"SELECT ?c WHERE {{ <{new}> a ?c }}")
        assert ask(strike, f"SELECT ?why WHERE {{ <{new}> kg:mergedBecause ?why }}")


def test_the_war_is_one_and_the_strikes_are_part_of_it(strike: Build) -> None:
    (war,) = triggers(strike, "War")
    assert war - {"b:duurt"} == {"b:oorlog", "c:oorlog"}
    parts = ask(
        strike, "SELECT DISTINCT ?p WHERE { ?w a kg:War ; sem:hasSubEvent ?p . ?p a kg:Attack }"
    )
    assert len(parts) == 2


def test_the_graph_stays_valid_and_says_each_trigger_once(strike: Build) -> None:
    assert violations(strike.turtle) == []
    twice = ask(
        strike,
        """SELECT ?m WHERE { ?m ^gaf:denotedBy ?e, ?f . ?e a sem:Event . ?f a sem:Event
        FILTER(?e != ?f) }""",
    )
    assert twice == []


def test_the_order_of_the_articles_changes_no_byte(strike: Build, tmp_path: Path) -> None:
    names = list(STRIKE)
    random.Random(8).shuffle(names)
    assert built({name: STRIKE[name] for name in names}, tmp_path).turtle == strike.turtle


def test_an_event_keeps_its_iri_when_later_articles_come(strike: Build, tmp_path: Path) -> None:
    alone = built({"a": STRIKE["a"]}, tmp_path)
    (event,) = {row[0] for row in ask(alone, "SELECT ?e WHERE { ?e a kg:Attack }")}
    assert ask(strike, f"SELECT ?c WHERE {{ <{event}> a kg:Attack ; gaf:denotedBy ?c }}")


def test_somebody_is_appointed_once(tmp_path: Path) -> None:
    made = built(POSTS, tmp_path)
    appointed = triggers(made, "Appointment")
    assert any({"d:benoemd", "e:benoeming"} <= found for found in appointed)


def test_a_person_has_the_last_word(strike: Build, tmp_path: Path) -> None:
    keys = dict(
        ask(
            strike,
            """SELECT ?id ?at WHERE { ?e a kg:Attack ; gaf:denotedBy ?m .
        ?m nif:anchorOf "raketaanval"@nl ; nif:beginIndex ?b ; nif:endIndex ?f ;
           nif:referenceContext/dcterms:identifier ?id
        BIND(CONCAT(?id, "#", STR(?b), ",", STR(?f)) AS ?at) }""",
        )
    )
    apart = f'[[split_events]]\nevents = ["{keys["a"]}", "{keys["c"]}"]\n'
    made = built(STRIKE, tmp_path, apart)
    assert not any(
        {"a:raketaanval", "c:raketaanval"} <= found for found in triggers(made, "Attack")
    )
    (second,) = ask(
        strike,
        """SELECT ?at WHERE { ?m nif:anchorOf "beschieting"@nl ; nif:beginIndex ?b ;
        nif:endIndex ?f . BIND(CONCAT("c#", STR(?b), ",", STR(?f)) AS ?at) }""",
    )
    together = f'[[merge_events]]\nevents = ["{keys["a"]}", "{second[0]}"]\nbecause = "toch één"\n'
    made = built(STRIKE, tmp_path, together)
    assert any({"a:raketaanval", "c:beschieting"} <= found for found in triggers(made, "Attack"))
    assert ask(made, 'SELECT ?w WHERE { ?e kg:mergedBecause ?w FILTER(CONTAINS(?w, "toch één")) }')
