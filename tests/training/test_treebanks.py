"""Treebanks: CoNLL-U, old labels to new, Alpino trees to UD, on sentences made for the tests."""

import pytest

from training.alpino import parse_tree
from training.alpino_ud import to_ud
from training.cgn import bare_verb, plain_lemma
from training.harmonise import Lexicon, harmonise
from training.punctuation import attach_punctuation
from training.treebank import Tree, Word, is_tree, parse_conllu, to_conllu


def tree(*rows: str) -> Tree:
    """Rows "form lemma UPOS feats head dep"."""
    words = []
    for row in rows:
        form, lemma, upos, feats, head, dep = row.split()
        words.append(Word(form, lemma, upos, "", feats, int(head), dep))
    return Tree("x", words)


def heads(sentence: Tree) -> list[tuple[str, str, int, str]]:
    return [(w.form, w.upos, w.head, w.dep) for w in sentence.words]


def test_conllu_there_and_back() -> None:
    text = (
        "# sent_id = s1\n1-2\tdes\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tJa\tja\tINTJ\tTSW\t_\t0\troot\t_\tSpaceAfter=No\n"
        "2\t!\t!\tPUNCT\tLET\t_\t1\tpunct\t_\t_\n2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n\n"
    )
    (sentence,) = parse_conllu(text.splitlines())
    assert sentence.id == "s1" and len(sentence.words) == 2 and is_tree(sentence.words)
    assert list(parse_conllu(to_conllu([sentence]).splitlines())) == [sentence]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (  # a possessive, a name, a final mark
            ["Zijn zijn DET _ 2 det", "broer broer NOUN _ 5 nsubj", "Jan Jan PROPN _ 2 appos",
             "Bos Bos PROPN _ 3 flat:name", "kwam komen VERB _ 0 root", ". . PUNCT _ 1 punct"],
            [("Zijn", "PRON", 2, "nmod:poss"), ("Bos", "PROPN", 3, "flat"),
             (".", "PUNCT", 5, "punct")],
        ),
        (  # a copula that is a verb today
            ["Hij hij PRON _ 4 nsubj", "wordt worden AUX _ 4 cop", "een een DET _ 4 det",
             "held held NOUN _ 0 root"],
            [("Hij", "PRON", 2, "nsubj"), ("wordt", "VERB", 0, "root"),
             ("held", "NOUN", 2, "xcomp"), ("een", "DET", 4, "det")],
        ),
        (  # a passive and its agent
            ["Hij hij PRON _ 3 nsubj", "werd worden AUX _ 3 aux:pass",
             "gezien zien VERB VerbForm=Part 0 root", "door door ADP _ 5 case",
             "Piet Piet PROPN _ 3 obl"],
            [("Hij", "PRON", 3, "nsubj:pass"), ("Piet", "PROPN", 3, "obl:agent")],
        ),
        (  # cc by the conjunct that follows, an ordinal
            ["De de DET _ 3 det", "tweede twee NUM _ 3 nummod", "dag dag NOUN _ 0 root",
             "en en CCONJ _ 3 cc", "nacht nacht NOUN _ 3 conj"],
            [("tweede", "ADJ", 3, "amod"), ("en", "CCONJ", 5, "cc")],
        ),
        (  # arguments by the lexicon
            ["Zij zij PRON _ 2 nsubj", "wacht wachten VERB _ 0 root", "op op ADP _ 4 case",
             "hulp hulp NOUN _ 2 obl", "en en CCONJ _ 7 cc", "schaamt schamen VERB _ 2 conj",
             "zich zich PRON Reflex=Yes 6 obj"],
            [("hulp", "NOUN", 2, "obl:arg"), ("zich", "PRON", 6, "expl:pv")],
        ),
    ],
    ids=["names", "copula", "passive", "cc", "arguments"],
)  # fmt: skip
def test_old_labels_become_new(rows: list[str], expected: list[tuple[str, str, int, str]]) -> None:
    lexicon = Lexicon({("wachten", "op")}, {"schamen"})
    (found,) = harmonise([tree(*rows)], lexicon)
    assert not set(expected) - set(heads(found))


def node(rel: str, inner: str = "", **attributes: str) -> str:
    listed = " ".join(f'{k}="{v}"' for k, v in attributes.items())
    return f'<node rel="{rel}" {listed}>{inner}</node>'


def word(rel: str, at: int, form: str, lemma: str, tag: str, **more: str) -> str:
    return node(rel, begin=str(at), word=form, lemma=lemma, postag=tag, **more)


def alpino(inner: str) -> dict[str, tuple[str, str]]:
    """Word -> (its head's form, label) of an Alpino tree under one ``top``."""
    xml = f"<alpino_ds>{node('top', inner, begin='0', cat='top')}</alpino_ds>"
    parsed = parse_tree("x", xml.encode())
    assert parsed is not None
    found = to_ud(parsed, {})
    assert found is not None
    return {w.form: (found.words[w.head - 1].form if w.head else "", w.dep) for w in found.words}


PAST = "WW(pv,verl,ev)"
PART = "WW(vd,vrij,zonder)"


def test_alpino_passive_with_agent_and_place() -> None:
    found = alpino(
        node(
            "--",
            word("su", 0, "Hij", "hij", "VNW(pers,pron,nomin)", index="1")
            + word("hd", 1, "werd", "worden", PAST)
            + node(
                "vc",
                node("obj1", index="1", begin="0")
                + node(
                    "mod",
                    word("hd", 2, "door", "door", "VZ(init)")
                    + word("obj1", 3, "Piet", "Piet", "N(eigen,ev)"),
                    cat="pp", begin="2",
                )
                + word("hd", 4, "gezien", "zien", PART),
                cat="ppart", begin="2",
            ),
            cat="smain", begin="0",
        )
        + word("--", 5, ".", ".", "LET()")
    )  # fmt: skip
    assert found["gezien"] == ("", "root")
    assert found["Hij"] == ("gezien", "nsubj:pass")
    assert found["werd"] == ("gezien", "aux:pass")
    assert found["door"] == ("Piet", "case")
    assert found["."] == ("gezien", "punct")


def test_alpino_particle_coordination_and_copula() -> None:
    verb = node(
        "--",
        word("su", 0, "Zij", "zij", "VNW(pers)")
        + word("hd", 1, "riep", "op_roepen", PAST)
        + node(
            "obj1",
            word("cnj", 2, "mannen", "man", "N(soort,mv,basis)")
            + word("crd", 3, "en", "en", "VG(neven)")
            + word("cnj", 4, "vrouwen", "vrouw", "N(soort,mv,basis)"),
            cat="conj", begin="2",
        )
        + word("svp", 5, "op", "op", "VZ(fin)"),
        cat="smain", begin="0",
    )  # fmt: skip
    found = alpino(verb)
    assert found["op"] == ("riep", "compound:prt")
    assert found["en"] == ("vrouwen", "cc")
    assert found["vrouwen"] == ("mannen", "conj")
    assert found["mannen"] == ("riep", "obj")
    copula = node(
        "--",
        word("su", 0, "Zij", "zij", "VNW(pers)")
        + word("hd", 1, "is", "zijn", PAST)
        + word("predc", 2, "arts", "arts", "N(soort,ev,basis)"),
        cat="smain", begin="0",
    )  # fmt: skip
    found = alpino(copula)
    assert found == {"Zij": ("arts", "nsubj"), "is": ("arts", "cop"), "arts": ("", "root")}


def test_alpino_relative_clause_goes_back_to_its_place() -> None:
    found = alpino(
        node(
            "--",
            word("det", 0, "de", "de", "LID(bep)")
            + word("hd", 1, "man", "man", "N(soort,ev,basis)")
            + node(
                "mod",
                word("rhd", 2, "die", "die", "VNW(betr,pron)", index="1")
                + node(
                    "body",
                    node("su", index="1", begin="2") + word("hd", 3, "lacht", "lachen", PAST),
                    cat="ssub", begin="2",
                ),
                cat="rel", begin="2",
            ),
            cat="np", begin="0",
        )
    )  # fmt: skip
    assert found["die"] == ("lacht", "nsubj")
    assert found["lacht"] == ("man", "acl:relcl")


def test_punctuation_hangs_by_what_it_parts() -> None:
    rows = ["De de DET _ 2 det", "man man NOUN _ 8 nsubj", ", , PUNCT _ 0 punct",
            "die die PRON _ 6 nsubj", "ziek ziek ADJ _ 6 xcomp", "ligt liggen VERB _ 2 acl:relcl",
            ", , PUNCT _ 0 punct", "lacht lachen VERB _ 0 root", "( ( PUNCT _ 0 punct",
            "luid luid ADJ _ 8 advmod", ") ) PUNCT _ 0 punct", ". . PUNCT _ 0 punct"]  # fmt: skip
    sentence = tree(*rows)
    attach_punctuation(sentence.words)
    assert [w.head for w in sentence.words if w.upos == "PUNCT"] == [6, 2, 10, 10, 8]


@pytest.mark.parametrize(
    ("lemma", "form", "upos", "expected"),
    [
        ("fractie_voorzitter", "fractievoorzitters", "NOUN", "fractievoorzitter"),
        ("gemeenteraad_verkiezing", "Gemeenteraadsverkiezingen", "NOUN", "gemeenteraadsverkiezing"),
        ("Frans_talig", "Franstalige", "ADJ", "Franstalig"),
        ("af_lopen", "afgelopen", "VERB", "aflopen"),
        ("_", "_", "PUNCT", "_"),
    ],
)
def test_lemmas_without_compound_marks(lemma: str, form: str, upos: str, expected: str) -> None:
    assert plain_lemma(lemma, form, upos) == expected


def test_a_separated_particle_leaves_the_lemma() -> None:
    words = tree("riep op_roepen VERB _ 0 root", "op op ADP _ 1 compound:prt").words
    assert bare_verb(words, 1) == "roepen"
    words = tree("oproepen op_roepen VERB _ 0 root").words
    assert bare_verb(words, 1) == "op_roepen"
