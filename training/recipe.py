"""The steps of the recipe: tables, syntax, names, assembly, measures."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import annotate_many
from kg.annotate.segments import segments
from kg.annotate.weights import load_dutch
from kg.model import Document
from training import assemble as assembly
from training import corpus, measure_names, measure_syntax, name_corpus
from training.augment import Swapper
from training.cgn import plain_lemma
from training.fit import fit
from training.lemmas import write_lemmas
from training.name_words import write_name_words, write_phrases
from training.prepositional import write_frames
from training.separable import write_separable
from training.silver import frog_names, silver
from training.sources import Treebanks, read_treebanks
from training.treebank import Tree, Word, is_tree, read_conllu

SYNTAX_STEPS = 5000
NAME_STEPS = 4500
LONGEST = 80
HELD_OUT = 20
"""One silver sentence in so many is kept to choose the best step by."""


def tables(data: Path) -> None:
    """Write the word tables of the model: name words, phrases, separable verbs."""
    banks = read_treebanks(data)
    trees = [*banks.today, *banks.converted, *banks.harmonised]
    print("name words", write_name_words(data, trees, assembly.MODEL / "name-words.tsv"))
    print("phrases", write_phrases(data, assembly.MODEL / "name-phrases.txt"))
    frames = write_frames([*banks.today, *banks.converted], assembly.MODEL / "prepositional.tsv")
    print("prepositional", frames)
    print("lemmas", write_lemmas(data, trees, assembly.MODEL / "lemmas.tsv"))
    print("separable", write_separable(data, assembly.MODEL / "separable.txt"))


def syntax(data: Path, work: Path) -> Path:
    """Train tags, lemmas and parse; the best step on UD dev is kept."""
    banks = read_treebanks(data)
    corpus.write_docbin(banks.training(), work / "syntax/train.spacy")
    corpus.write_docbin(banks.development, work / "syntax/dev.spacy")
    return fit(
        "syntax",
        work / "syntax/train.spacy",
        work / "syntax/dev.spacy",
        work / "syntax/out",
        training__max_steps=SYNTAX_STEPS,
    )


def names(data: Path, articles: Path, work: Path) -> Path:
    """Train the name tagger on silver sentences and WikiANN; needs ``syntax`` and Frog.

    CoNLL-2002 and MEANTIME are not read here.
    """
    parser = spacy.load(work / "syntax/out/model-best")
    tagger = spacy.load(work / "syntax/out/model-best", disable=["parser", "trainable_lemmatizer"])
    banks = read_treebanks(data)
    sentences = _silver_sources(banks, articles, parser)
    heard = frog_names([[w.form for w in words] for words in sentences], work / "frog")
    tagged = [silver(words, found) for words, found in zip(sentences, heard, strict=True)]
    wikiann = name_corpus.read_bio(data / "ner/wikiann-nl-train.tsv")
    swapper = Swapper(data)
    held = [s for i, s in enumerate(tagged) if i % HELD_OUT == 0]
    kept = [s for i, s in enumerate(tagged) if i % HELD_OUT]
    swapped = [*swapper.swap(kept), *swapper.swap(kept), *swapper.swap(wikiann)]
    name_corpus.write_docbin([*kept, *swapped], work / "names/train.spacy", tagger)
    name_corpus.write_docbin(held, work / "names/dev.spacy", tagger)
    return fit(
        "names",
        work / "names/train.spacy",
        work / "names/dev.spacy",
        work / "names/out",
        training__max_steps=NAME_STEPS,
    )


def _silver_sources(banks: Treebanks, articles: Path, parser: Language) -> list[list[Word]]:
    """Sentences with a capital inside, of the treebanks and of ntrex, parsed where needed."""
    found = [tree.words for tree in (*banks.today, *banks.converted, *banks.harmonised)]
    found += list(_parsed(articles / "ntrex-nl.jsonl", parser))
    return [
        words
        for words in found
        if len(words) < LONGEST and any(w.form[:1].isupper() for w in words[1:])
    ]


def _parsed(path: Path, nlp: Language) -> Iterable[list[Word]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for part in segments(Document(row["id"], row["text"]))[0]:
            starts: list[bool | int | None] = [i == 0 for i in range(len(part.forms))]
            doc = nlp(Doc(nlp.vocab, words=list(part.forms), sent_starts=starts))
            yield [
                Word(t.text, t.lemma_, t.pos_, "", "", 0 if t.head is t else t.head.i + 1, t.dep_)
                for t in doc
            ]


def assemble(work: Path) -> Path:
    """Join both pipelines in the package and list the files."""
    return assembly.assemble(work / "syntax/out/model-best", work / "names/out/model-best")


def measure(data: Path, errors: int = 0) -> None:
    """Print the scores of the pipeline in the package, its speed and its size."""
    development = gold_sentences(data)
    scores = measure_syntax.measure(development, measure_syntax.analyse(load_dutch(), development))
    print("UD Alpino dev, gold words:", *scores.lines(), sep="\n  ")
    articles = data / "meantime-nl/dev.jsonl"
    counts = {
        "MEANTIME dev": measure_names.meantime(articles, annotate_many),
        "MEANTIME dev without Apple, Boeing, Airbus": measure_names.meantime(
            articles, annotate_many, measure_names.PLANES
        ),
        "CoNLL-2002 dev (never trained on)": measure_names.conll(
            name_corpus.read_bio(data / "ner/conll2002-nl-dev.tsv"), annotate_many
        ),
    }
    for title, count in counts.items():
        print(f"{title}:", *(count.line(x) for x in ("", "PER", "LOC", "ORG")), sep="\n  ")
        if errors:
            print("  missed", count.missed.most_common(errors))
            print("  not in gold", count.spurious.most_common(errors))
    texts = [json.loads(line)["text"] for line in articles.read_text("utf-8").splitlines()]
    words, seconds = _timed([Document(str(i), text) for i, text in enumerate(texts)])
    size = sum(p.stat().st_size for p in assembly.MODEL.rglob("*") if p.is_file())
    print(f"speed {words / seconds:.0f} words a CPU second; size {size / 1e6:.1f} MB")


def gold_sentences(data: Path) -> list[Tree]:
    """UD dev with whole lemmas: compounds as they are written, particles in their verbs."""
    trees = [t for t in read_conllu(data / "ud/nl-ud-dev.conllu") if is_tree(t.words)]
    for tree in trees:
        for word in tree.words:
            word.lemma = plain_lemma(word.lemma, word.form, word.upos)
            word.dep = "root" if word.head == 0 else word.dep
    return trees


def _timed(documents: Sequence[Document]) -> tuple[int, float]:
    start = time.process_time()
    words = sum(len(s.tokens) for a in annotate_many(documents) for s in a.sentences)
    return words, time.process_time() - start
