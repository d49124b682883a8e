"""What every annotator keeps to: exact offsets, one tree a sentence, names inside."""

import hashlib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import ANNOTATORS, annotate, annotate_many
from kg.annotate.weights import verify
from kg.errors import KgError, UsageError
from kg.model import Analysis, Document, MentionKind

TEXTS = [
    "De burgemeester riep de bewoners van Utrecht dinsdag op thuis te blijven.",
    "‘Wij gaan door,’ zei Jan de Vries.\n\nKop zonder punt\n\nHij woont in Gent.",
    "KIEV (ANP) –  De Russische president   sprak met „Radio Een”…",
    "Een cafe\u0301 in ge\u00adheim 👩‍👩‍👧 www.voorbeeld.nl !!! " + "-" * 500,
    "",
    " \n\t ",
    ".",
]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline of another make: no parse, names by rule."""
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Utrecht"}])  # type: ignore[attr-defined]
    path = tmp_path_factory.mktemp("spacy") / "blank"
    nlp.to_disk(path)
    return f"spacy:{path}"


def check(analysis: Analysis) -> None:
    text = analysis.document.text
    covered, end = "", 0
    for sentence in analysis.sentences:
        assert sentence.tokens
        assert sentence.span.start == sentence.tokens[0].span.start >= end
        roots = [i for i, t in enumerate(sentence.tokens) if t.head == i]
        assert len(roots) == 1
        for i, token in enumerate(sentence.tokens):
            assert token.span.start >= end
            assert token.span.of(text).strip() == token.span.of(text) != ""
            assert token.lemma and token.pos
            assert 0 <= token.head < len(sentence.tokens)
            assert (token.dep == "root") == (token.head == i)
            end = token.span.end
            covered += token.span.of(text)
        assert sentence.span.end == end
    assert covered == "".join(text.split())
    tokens = {t.span.start for s in analysis.sentences for t in s.tokens}
    for mention in analysis.mentions:
        assert mention.span.start in tokens
        assert mention.head is not None and mention.span.covers(mention.head)
    spans = [m.span for m in analysis.mentions]
    assert all(not a.overlaps(b) for i, a in enumerate(spans) for b in spans[i + 1 :])


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("kind", sorted(ANNOTATORS))
def test_contract(kind: str, text: str, blank: str) -> None:
    check(annotate(Document("x", text), blank if kind == "spacy" else kind))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_contract_on_any_text(text: str) -> None:
    check(annotate(Document("x", text)))


def test_many_are_as_one_by_one() -> None:
    documents = [Document(str(i), text) for i, text in enumerate(TEXTS)]
    assert list(annotate_many(documents)) == [annotate(d) for d in documents]


def test_names_adjectives_and_people() -> None:
    text = "De Nederlandse minister Ada Bos sprak in Brussel met Fransen van de NAVO."
    found = {
        (m.span.of(text), m.kind, m.entity_class) for m in annotate(Document("x", text)).mentions
    }
    assert found == {
        ("Nederlandse", MentionKind.ADJECTIVE, "Place"),
        ("Ada Bos", MentionKind.NAME, "Person"),
        ("Brussel", MentionKind.NAME, "Place"),
        ("Fransen", MentionKind.NAME, "Group"),
        ("NAVO", MentionKind.NAME, "Organisation"),
    }


def test_a_separated_particle_joins_the_lemma() -> None:
    text = "Het bestuur riep de leden op."
    tokens = annotate(Document("x", text)).sentences[0].tokens
    assert tokens[2].lemma == "oproepen"
    assert tokens[5].dep == "compound:prt"


def test_what_a_verb_takes_decides_between_object_and_adjunct() -> None:
    tokens = annotate(Document("x", "De mannen wachten op hulp.")).sentences[0].tokens
    assert (tokens[4].lemma, tokens[4].dep, tokens[4].head) == ("hulp", "obl:arg", 2)


def test_another_pipeline_gives_its_names(blank: str) -> None:
    mentions = annotate(Document("x", "Hij woont in Utrecht."), blank).mentions
    assert [(m.span.start, m.entity_class) for m in mentions] == [(13, "Place")]


@pytest.mark.parametrize("name", ["", "en", "nl:x", "spacy", "spacy:", "spacy:no_such_model"])
def test_unknown_annotators(name: str) -> None:
    with pytest.raises(UsageError):
        annotate(Document("x", "Ja."), name)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no manifest"):
        verify(tmp_path)
    good = tmp_path / "pipeline" / "model"
    good.parent.mkdir()
    good.write_bytes(b"1")
    digest = hashlib.sha256(b"1").hexdigest()
    (tmp_path / "manifest.sha256").write_text(f"{digest}  pipeline/model\n")
    verify(tmp_path)
    good.write_bytes(b"2")
    with pytest.raises(KgError, match="damaged"):
        verify(tmp_path)
    good.write_bytes(b"1")
    (tmp_path / "pipeline" / "more.pkl").write_bytes(b"")
    with pytest.raises(KgError, match="not in its manifest"):
        verify(tmp_path)
