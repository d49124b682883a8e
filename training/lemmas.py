"""Lemmas of the treebanks and of Open Dutch WordNet -> the vocabulary of ``kg.annotate.lemmas``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.treebank import Tree

HEADER = """# Lemmas that are words: word, tags (v verb, n noun, a adjective). Written by
# `python -m training`; not by hand. Source: UD Dutch LassySmall 2.15 and the sentences with
# the labels of 2017 (CC BY-SA 4.0), Alpino (LGPL-2.1), Open Dutch WordNet (CC BY-SA 4.0, http://wordpress.let.vupr.nl/odwn/).
"""
TAGS = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}


def lemma_tags(trees: Iterable[Tree], wordnet: Iterable[str]) -> dict[str, str]:
    """Lemma -> tags. ``wordnet`` are the lines of ``wn-data-nld.tab``.

    Lemmas of one word without marks count; a verb must end as infinitives do.
    """
    found = defaultdict[str, set[str]](set)
    for tree in trees:
        for word in tree.words:
            if word.upos in TAGS:
                found[word.lemma.lower()].add(TAGS[word.upos])
    for line in wordnet:
        synset, _, lemma = line.rstrip("\n").split("\t")[:3]
        if synset[-1] in "nva":
            found[lemma].add(synset[-1])
    rows = dict[str, str]()
    for lemma, tags in found.items():
        kept = "".join(sorted(tags if lemma.endswith("n") else tags - {"v"}))
        if kept and len(lemma) > 1 and lemma.replace("-", "").isalpha() and lemma == lemma.lower():
            rows[lemma] = kept
    return rows


def write_lemmas(data: Path, trees: Iterable[Tree], path: Path) -> int:
    """Write the table and return how many lemmas stand in it."""
    lines = (data / "lexicon/wn-data-nld.tab").read_text(encoding="utf-8").splitlines()[1:]
    found = lemma_tags(trees, lines)
    rows = "".join(f"{lemma}\t{tags}\n" for lemma, tags in sorted(found.items()))
    path.write_text(HEADER + rows, encoding="utf-8")
    return len(found)
