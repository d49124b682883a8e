"""Arguments that the parser took for others, and words it took for verbs, in whole sentences."""

import pytest

from kg.annotate import annotate
from kg.model import Document


def relations(text: str) -> dict[str, tuple[str, str]]:
    """Word -> its relation and lemma."""
    (sentence,) = annotate(Document("d", text)).sentences
    return {t.span.of(text): (t.dep, t.lemma) for t in sentence.tokens}


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        (
            "Na dagen van regen is dinsdagavond de dijk langs de rivier doorgebroken.",
            "dijk",
            "nsubj",
        ),
        ("Na dagen van regen is dinsdagavond de dijk doorgebroken.", "dijk", "nsubj"),
        ("Voor de kust is zaterdagavond een veerboot gezonken.", "veerboot", "nsubj"),
        ("De rechtbank heeft Gijs Dekker woensdag veroordeeld.", "Gijs", "obj"),
        ("Hij is zijn sleutel vergeten.", "sleutel", "obj"),
        ("Hij is laat thuisgekomen en is zijn sleutel vergeten.", "sleutel", "obj"),
        ("De zondagskrant is haar lezers verloren.", "lezers", "obj"),
        ("De leraar maakte de toets goed.", "goed", "xcomp"),
        ("Actievoerders legden de haven stil.", "stil", "compound:prt"),
        ("Hackers legden het ziekenhuis plat.", "plat", "compound:prt"),
        ("Zij vond het land plat.", "plat", "obj"),
        ("Vantagro neemt branchegenoot Geoven over voor drie miljoen euro.", "Geoven", "appos"),
    ],
)
def test_what_a_word_is_to_its_verb(text: str, word: str, relation: str) -> None:
    assert relations(text)[word][0] == relation


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("De supermarkten verlaagden hun prijzen.", "supermarkten", "supermarkt"),
        ("De soldaten ontwapenen de rebellen.", "ontwapenen", "ontwapenen"),
    ],
)
def test_lemmas_in_their_sentence(text: str, form: str, lemma: str) -> None:
    assert relations(text)[form][1] == lemma
