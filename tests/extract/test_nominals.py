"""Noun phrases and pronouns that are mentions, and what is none."""

from kg.extract import extract
from kg.model import MentionKind
from tests.handmade import analysis


def words(sentence: str, names: dict[str, str] | None = None) -> set[tuple[str, str]]:
    made = analysis(sentence, names=names)
    return {
        (m.kind.value, m.span.of(made.document.text))
        for m in extract(made).mentions
        if m.kind in (MentionKind.NOMINAL, MentionKind.PRONOUN)
    }


def test_a_title_a_pronoun_and_a_possessive() -> None:
    found = words(
        "De/de/DET/det>2 premier/premier/NOUN/nsubj>4 Rutte/Rutte/PROPN/appos>2 "
        "zag/zien/VERB/root>0 zijn/zijn/PRON/nmod:poss>6/Poss=Yes huis/huis/NOUN/obj>4/Number=Sing",
        {"Rutte": "Person"},
    )
    assert {("Nominal", "De premier"), ("Pronoun", "zijn"), ("Nominal", "zijn huis")} <= found


def test_men_weather_and_days_are_no_mentions() -> None:
    assert not words("Men/men/PRON/nsubj>2 zwijgt/zwijgen/VERB/root>0")
    assert not words("Het/het/PRON/nsubj>2 regent/regenen/VERB/root>0")
    assert not words(
        "Hij_/hij_/PROPN/nsubj>2 komt/komen/VERB/root>0 maandag/maandag/NOUN/obl>2",
        {"Hij_": "Person"},
    )
