"""Lemmas by spelling and vocabulary, and slips of the parse that grammar rules out."""

from collections.abc import Sequence

import pytest

from kg.annotate import annotate
from kg.annotate.inflection import infinitives, positives, singulars
from kg.annotate.lemmas import lemma_of, vocabulary
from kg.annotate.repairs import mended
from kg.annotate.separable import with_particles
from kg.model import Document, Sentence, Span, Token


@pytest.mark.parametrize(
    ("form", "tag", "guess", "lemma"),
    [
        ("bombardeerde", "v", "bombardeeren", "bombarderen"),
        ("gemarteld", "v", "martellen", "martelen"),
        ("beschoot", "v", "beschooten", "beschieten"),
        ("afgereisd", "v", "afgereisd", "afreizen"),
        ("toegeslagen", "v", "toegeslagen", "toeslaan"),
        ("geëffend", "v", "geëffen", "effenen"),
        ("verwerpt", "v", "verwerpken", "verwerpen"),
        ("wegzakte", "v", "wegzaken", "wegzakken"),
        ("gerenommeerd", "v", "renommeeren", "renommeren"),
        ("waarschuwende", "v", "waarschuwenen", "waarschuwen"),
        ("vroeg", "v", "vragen", "vragen"),
        ("verhoudingsgewijs", "v", "verhoudingsgewijs", "verhoudingsgewijs"),
        ("ramde", "v", "ramen", "rammen"),
        ("raamde", "v", "ramen", "ramen"),
        ("heeft", "v", "hebben", "hebben"),
        ("slotronde", "n", "slotron", "slotronde"),
        ("lijntje", "n", "lijnt", "lijn"),
        ("Moeders", "n", "moeders", "moeder"),
        ("diaken", "n", "diak", "diaken"),
        ("productievere", "a", "productievère", "productief"),
        ("serieuzer", "a", "serieuzer", "serieus"),
        ("qwertz", "n", "qwertz", "qwertz"),
    ],
)
def test_lemmas(form: str, tag: str, guess: str, lemma: str) -> None:
    assert lemma_of(form, tag, guess) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("hindernissen", "hindernis"), ("toplanden", "topland"), ("podiumplaatsen", "podiumplaats")],
)
def test_a_plural_is_no_lemma(form: str, lemma: str) -> None:
    assert lemma_of(form, "n", form, plural=True) == lemma


def test_spelling() -> None:
    assert "graven" in infinitives("graafde")
    assert "reizen" in infinitives("reisde")
    assert next(infinitives("lopend")) == "lopen"
    assert {"school", "schol"} <= set(singulars("scholen"))
    assert "huis" in singulars("huizen")
    assert "hoog" in positives("hogere")
    assert "rap" in positives("rappe")


def test_the_vocabulary_holds_lemmas_alone() -> None:
    words = vocabulary()
    assert {"lopen", "oproepen"} <= words["v"]
    assert all(word.endswith("n") for word in words["v"])
    assert "liep" not in words["v"] and "huizen" not in words["n"]


def sentence(*rows: tuple[str, str, str, int, str]) -> tuple[Sentence, Sequence[str]]:
    """Rows of word, UPOS, lemma, head and relation; words stand a space apart."""
    tokens, at = [], 0
    for form, pos, lemma, head, dep in rows:
        tokens.append(Token(Span(at, at + len(form)), lemma, pos, "", head, dep))
        at += len(form) + 1
    return Sentence(Span(0, at - 1), tuple(tokens)), [row[0] for row in rows]


def test_an_object_is_no_verb() -> None:
    read = mended(
        *sentence(
            ("Zij", "PRON", "zij", 1, "nsubj"),
            ("zagen", "VERB", "zien", 1, "root"),
            ("bommen", "VERB", "bommen", 1, "obj"),
        )
    )
    assert (read.tokens[2].pos, read.tokens[2].lemma) == ("NOUN", "bom")
    assert read.tokens[2].feats == "Number=Plur"


def test_a_clause_that_is_an_object_stays() -> None:
    read = mended(
        *sentence(
            ("Hij", "PRON", "hij", 1, "nsubj"),
            ("zag", "VERB", "zien", 1, "root"),
            ("wie", "PRON", "wie", 3, "nsubj"),
            ("bomen", "VERB", "bomen", 1, "obj"),
        )
    )
    assert read.tokens[3].pos == "VERB"


@pytest.mark.parametrize(
    ("words", "governor"),
    [
        (("riep", "hem", "op", "niet", "te", "gaan"), 0),
        (("riep", "hem", "zich", "op", "te", "eten"), 5),
    ],
)
def test_a_particle_before_something_else_is_the_governors(
    words: Sequence[str], governor: int
) -> None:
    tags = ("VERB", "PRON", "ADP", "ADV", "PART", "VERB")
    heads = tuple(0 if i in (0, 1, 5) else 5 for i in range(6))
    deps = tuple(
        "root" if i == 0 else "compound:prt" if w == "op" else "mark" if w == "te" else "dep"
        for i, w in enumerate(words)
    )
    rows = zip(words, tags, words, heads, deps, strict=True)
    read = mended(*sentence(*rows))
    assert read.tokens[words.index("op")].head == governor


def test_only_listed_words_are_particles() -> None:
    read = mended(
        *sentence(
            ("Dat", "PRON", "dat", 1, "nsubj"),
            ("verliep", "VERB", "verlopen", 1, "root"),
            ("volgens", "ADP", "volgens", 1, "compound:prt"),
            ("op", "ADP", "op", 1, "compound:prt"),
        )
    )
    assert [token.dep for token in read.tokens[2:]] == ["obl", "compound:prt"]


def test_tokens_carry_the_lemmas() -> None:
    text = "De vliegtuigen bombardeerden de havens en de troepen rukten op."
    lemmas = [t.lemma for t in annotate(Document("x", text)).sentences[0].tokens]
    assert {"bombarderen", "haven", "oprukken"} <= set(lemmas)


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        (("doekt", "fabriek", "op", ",", "banen", "weg"), "opdoeken"),
        (("brengt", ",", "zegt", "hij", ",", "over"), "overbrengen"),
    ],
)
def test_a_verb_takes_the_particle_of_its_own_clause(words: Sequence[str], lemma: str) -> None:
    verbs = {"doekt": "doeken", "brengt": "brengen", "zegt": "zeggen"}
    rows = [
        (w, "VERB" if w in verbs else "ADP", verbs.get(w, w), 0, "compound:prt")
        if w in ("op", "weg", "over", *verbs)
        else (w, "X", w, 0, "dep")
        for w in words
    ]
    read, forms = sentence(*rows)
    assert with_particles(read, forms).tokens[0].lemma == lemma
