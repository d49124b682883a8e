"""Silver names and their measures, on hand-made sentences."""

from kg.model import Document, Span
from training.measure_names import Count, bare, conll, outermost
from training.name_corpus import Tagged, parse_bio
from training.silver import align, name_groups, silver
from training.treebank import Word


def words(text: str) -> list[Word]:
    """Words "form/UPOS/head/dep"."""
    out = []
    for part in text.split():
        form, upos, head, dep = part.split("/")
        out.append(Word(form, form, upos, "", "_", int(head), dep))
    return out


def test_bio_rows() -> None:
    (sentence,) = parse_bio(["0\tJan\tB-PER", "1\tBos\tI-PER", "2\tuit\tO", "3\tGent\tB-LOC", ""])
    assert list(sentence.names()) == [(0, 2, "PER"), (3, 4, "LOC")]


def test_names_over_other_words() -> None:
    tagged = [("Jan", "B-PER"), ("de", "I-PER"), ("Bos", "I-PER"), ("-", "O"), ("man", "O")]
    assert align(["Jan", "de", "Bos", "-man"], tagged) == [(0, 3, "PER")]
    assert align(["Jan", "de", "Bos-man"], tagged) == []
    assert align(["Piet"], tagged) == []


def test_silver_takes_the_span_from_the_tree() -> None:
    sentence = words(
        "toen/ADV/2/advmod kwam/VERB/0/root Ada/PROPN/2/nsubj Zwerver/PROPN/3/flat "
        "maandag/PROPN/2/obl aan/ADP/2/compound:prt"
    )
    assert name_groups(sentence) == [(2, 4), (4, 5)]
    assert silver(sentence, [(2, 4, "PER")]).tags == ["O", "O", "B-PER", "I-PER", "O", "O"]
    assert silver(sentence, [(2, 4, "ORG")]).tags[2:4] in (["B-ORG", "I-ORG"], ["", ""])
    assert silver(sentence, [(2, 3, "ORG"), (3, 4, "PER")]).tags[2:4] == ["", ""]


def test_adjectives_are_no_names() -> None:
    sentence = words("de/DET/3/det Belgische/ADJ/3/amod pers/NOUN/0/root")
    assert silver(sentence, [(1, 2, "LOC")]).tags == ["O", "O", "O"]


def test_bare_and_outermost() -> None:
    text = "de CEO Ada Zwerver"
    assert bare(Span(0, 18), text) == Span(7, 18)
    assert bare(Span(0, 2), text) == Span(0, 2)
    assert outermost({Span(0, 9): "ORG", Span(0, 4): "PER"}) == {Span(0, 9): "ORG"}


def test_counts() -> None:
    count = Count()
    count.add({Span(0, 3): "PER"}, {Span(0, 3): "PER", Span(4, 8): "LOC"}, "Ada Gent")
    assert count.line() == "all  P 0.500 R 1.000 F1 0.667 (1 of 2, gold 1)"
    nothing = conll([Tagged(["Ada"], ["B-PER"])], lambda documents: iter(_none(documents)))
    assert nothing.missed == {("Ada", "PER"): 1}


def _none(documents: object) -> list[object]:
    from kg.model import Analysis

    assert not isinstance(documents, Document)
    return [Analysis(d, ()) for d in documents]  # type: ignore[attr-defined]
