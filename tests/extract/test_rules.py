"""Extractors on hand-made parses: what each rule catches, and what it leaves alone."""

from kg.extract import extract
from kg.extract.reading import Reading
from kg.model import Analysis, Claim, Event, Mention
from tests.handmade import SHELLING, analysis


def events(made: Analysis) -> dict[str, Event]:
    return {e.trigger.of(made.document.text): e for e in extract(made).events}


def roles(made: Analysis, trigger: str) -> set[tuple[str, str]]:
    text = made.document.text
    return {
        (r.name, r.filler.span.of(text))
        for r in events(made)[trigger].roles
        if isinstance(r.filler, Mention)
    }


def claims(made: Analysis) -> dict[str, Claim]:
    text = made.document.text
    return {c.about.trigger.of(text): c for c in extract(made).claims if isinstance(c.about, Event)}


def speaker(made: Analysis, trigger: str) -> str | None:
    said = claims(made)[trigger].speaker
    return said.span.of(made.document.text) if said else None


def test_an_active_verb_has_agent_patient_and_place() -> None:
    assert events(SHELLING)["beschoten"].type == "Shelling"
    assert roles(SHELLING, "beschoten") == {
        ("agent", "Rebellen"),
        ("patient", "de haven van Irpin"),
        ("hasPlace", "Oekraïne"),
    }


def test_a_passive_turns_the_roles_round() -> None:
    made = analysis(
        "De/de/DET/det>2 stad/stad/NOUN/nsubj:pass>4 werd/worden/AUX/aux:pass>4 "
        "beschoten/beschieten/VERB/root>0 door/door/ADP/case>6 rebellen/rebel/NOUN/obl:agent>4"
    )
    assert roles(made, "beschoten") == {("patient", "De stad"), ("agent", "rebellen")}


def test_a_perfect_with_zijn_is_no_passive() -> None:
    told = (
        "De/de/DET/det>2 minister/minister/NOUN/nsubj:pass>4 is/zijn/AUX/aux:pass>4 "
        "{form}/{lemma}/VERB/root>0/VerbForm=Part"
    )
    left = analysis(told.format(form="afgetreden", lemma="aftreden"))
    sacked = analysis(told.format(form="ontslagen", lemma="ontslaan"))
    assert roles(left, "afgetreden") == {("agent", "De minister")}
    assert roles(sacked, "ontslagen") == {("patient", "De minister")}


def test_nobody_is_made_up_for_an_impersonal_passive() -> None:
    event = events(SHELLING)["gevochten"]
    assert event.agent_unstated
    assert not event.roles


def test_a_participle_before_a_noun_shares_its_place() -> None:
    made = analysis(
        "beschoten/beschieten/VERB/amod>2 huizen/huis/NOUN/root>0 in/in/ADP/case>4 "
        "Irpin/Irpin/PROPN/nmod>2",
        names={"Irpin": "Place"},
    )
    assert roles(made, "beschoten") == {
        ("patient", "beschoten huizen"),
        ("hasPlace", "Irpin"),
    }


def test_a_participle_without_a_type_is_no_event() -> None:
    made = analysis("gekookte/koken/VERB/amod>2 eieren/ei/NOUN/root>0")
    assert not events(made)


def test_auxiliaries_are_no_events() -> None:
    made = analysis(
        "Hij/hij/PRON/nsubj>4 is/zijn/AUX/aux>4 daar/daar/ADV/advmod>4 gevallen/vallen/VERB/root>0"
    )
    assert list(events(made)) == ["gevallen"]


def test_a_separable_verb_is_one_event() -> None:
    made = analysis(
        "Zij/zij/PRON/nsubj>2 riep/roepen/VERB/root>0 hen/hen/PRON/obj>2 op/op/ADP/compound:prt>2"
    )
    event = events(made)["riep"]
    assert (event.lemma, event.type) == ("oproepen", "Appeal")
    assert event.particle and event.particle.of(made.document.text) == "op"


def test_a_condition_decides_the_sense_of_a_verb() -> None:
    dead = analysis("Er/er/ADV/advmod>2 vielen/vallen/VERB/root>0 doden/dode/NOUN/nsubj>2")
    leaves = analysis("Er/er/ADV/advmod>2 vielen/vallen/VERB/root>0 bladeren/blad/NOUN/nsubj>2")
    assert events(dead)["vielen"].type == "Death"
    assert events(leaves)["vielen"].type is None


def test_a_compound_has_the_type_of_its_head() -> None:
    made = analysis("De/de/DET/det>2 raketaanval/raketaanval/NOUN/root>0")
    assert events(made)["raketaanval"].type == "Shelling"


def test_a_noun_that_is_no_event_stays_out() -> None:
    made = analysis("De/de/DET/det>2 woning/woning/NOUN/root>0")
    assert not events(made)


def test_volgens_makes_a_claim_of_its_speaker() -> None:
    claim = claims(SHELLING)["gevochten"]
    assert speaker(SHELLING, "gevochten") == "Poetin"
    assert (claim.status, claim.provenance.rule) == ("Claimed", "attribution.volgens")
    assert speaker(SHELLING, "beschoten") is None


def test_volgens_plan_names_no_speaker() -> None:
    made = analysis(
        "Het/het/PRON/nsubj>2 verloopt/verlopen/VERB/root>0 volgens/volgens/ADP/case>4 "
        "plan/plan/NOUN/obl>2"
    )
    assert speaker(made, "verloopt") is None


def test_what_a_speaker_says_is_claimed_and_the_saying_asserted() -> None:
    made = analysis(
        "De/de/DET/det>2 minister/minister/NOUN/nsubj>3 zei/zeggen/VERB/root>0 "
        "dat/dat/SCONJ/mark>7 de/de/DET/det>6 grens/grens/NOUN/nsubj>7 sluit/sluiten/VERB/ccomp>3"
    )
    assert speaker(made, "sluit") == "De minister"
    assert claims(made)["sluit"].status == "Claimed"
    assert claims(made)["zei"].status == "Asserted"


def test_a_negation_belongs_to_its_verb() -> None:
    made = analysis(
        "Hij/hij/PRON/nsubj>2 zei/zeggen/VERB/root>0 niet/niet/ADV/advmod>2 "
        "dat/dat/SCONJ/mark>6 zij/zij/PRON/nsubj>6 kwam/komen/VERB/ccomp>2"
    )
    assert claims(made)["zei"].polarity == "Negative"
    assert claims(made)["kwam"].polarity == "Positive"


def test_hearsay_and_future() -> None:
    hearsay = analysis("Zij/zij/PRON/nsubj>3 zouden/zullen/AUX/aux>3 vluchten/vluchten/VERB/root>0")
    future = analysis("Zij/zij/PRON/nsubj>3 zullen/zullen/AUX/aux>3 vluchten/vluchten/VERB/root>0")
    assert claims(hearsay)["vluchten"].status == "Hearsay"
    assert claims(future)["vluchten"].status == "Planned"


def test_every_event_has_exactly_one_claim() -> None:
    found = extract(SHELLING)
    assert sorted(c.about.trigger for c in found.claims if isinstance(c.about, Event)) == sorted(
        e.trigger for e in found.events
    )


def test_the_mention_of_a_function_with_a_name_is_the_name() -> None:
    made = analysis(
        "president/president/NOUN/nsubj>3 Jansen/Jansen/PROPN/appos>1 sprak/spreken/VERB/root>0",
        names={"Jansen": "Person"},
    )
    mention = Reading(made).mention(0, 0)
    assert mention and mention.span.of(made.document.text) == "Jansen"
