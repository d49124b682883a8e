"""CGN tags of Alpino -> UPOS, features and lemmas of today's UD."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.alpino import AlpinoTree, Node
from training.treebank import Tree, Word

UD_TAGS = dict[str, tuple[str, str]]
"""CGN tag -> (UPOS, features)."""

BY_KIND = {
    "N": "NOUN", "ADJ": "ADJ", "WW": "VERB", "TW": "NUM", "VNW": "PRON", "LID": "DET",
    "VZ": "ADP", "VG": "SCONJ", "BW": "ADV", "TSW": "INTJ", "SPEC": "PROPN", "LET": "PUNCT",
}  # fmt: skip
"""UPOS where the whole tag was never seen in UD."""

ADVERBIAL = frozenset({"mod", "ld", "pc", "predm", "me"})


def learn_tags(trees: Iterable[Tree]) -> UD_TAGS:
    """The most frequent UPOS and features of every CGN tag in sentences that carry both."""
    seen = defaultdict[str, Counter[tuple[str, str]]](Counter)
    for tree in trees:
        for word in tree.words:
            if word.upos != "AUX":
                seen[word.xpos][word.upos, plain_feats(word.feats)] += 1
    return {tag: counts.most_common(1)[0][0] for tag, counts in seen.items()}


def plain_feats(feats: str) -> str:
    """Features without those that tell of the phrase around the word (``ExtPos``)."""
    kept = [f for f in feats.split("|") if not f.startswith("ExtPos=")]
    return "|".join(kept) or "_"


def xpos(postag: str) -> str:
    """``N(soort,ev,basis,zijd,stan)`` as UD writes it: ``N|soort|ev|basis|zijd|stan``."""
    kind, _, rest = postag.partition("(")
    inner = rest.rstrip(")")
    return f"{kind}|{inner.replace(',', '|')}" if inner else kind


def tag_words(tree: AlpinoTree, tags: UD_TAGS) -> list[Word]:
    """The words of a tree with UPOS, features and lemma; heads are left to the caller."""
    out = list[Word]()
    for leaf in tree.words:
        tag = xpos(leaf.postag)
        upos, feats = tags.get(tag) or (_fallback(tag), "_")
        upos = _in_context(leaf, tag, upos)
        lemma = leaf.lemma or leaf.word
        if upos == "PUNCT" and any(c.isalnum() for c in leaf.word):
            upos = "SYM"
        out.append(Word(leaf.word, lemma, upos, tag, feats, 0, ""))
    return out


def plain_lemma(lemma: str, form: str, upos: str) -> str:
    """A lemma without the marks between the parts of a compound, spelled as it is written.

    ``fractie_voorzitter`` -> "fractievoorzitter"; of "gemeenteraadsverkiezingen", whose lemma
    is ``gemeenteraad_verkiezing``, "gemeenteraadsverkiezing"; ``mee_doen`` -> "meedoen".
    """
    if "_" not in lemma or len(lemma) == 1:
        return lemma
    joined = lemma.replace("_", "")
    first, _, last = lemma.rpartition("_")
    at = form.lower().rfind(last.lower()[:3], 1) if last else -1
    if upos in ("VERB", "AUX") or at < 1 or not first:
        return joined or lemma
    spelled = first[0] + form[1:at] + last
    return spelled if abs(len(spelled) - len(joined)) <= 2 else joined


def bare_verb(words: list[Word], number: int) -> str:
    """The lemma of a verb without a particle that stands apart ("riep … op": "roepen").

    ``kg.annotate`` puts the particle back where the parse shows one.
    """
    word = words[number - 1]
    for other in words:
        particle = other.form.lower()
        if other.dep == "compound:prt" and other.head == number:
            rest = word.lemma.removeprefix(particle).removeprefix("_")
            if rest != word.lemma and rest and not word.form.lower().startswith(particle):
                return rest
    return word.lemma


def plain(tree: Tree) -> Tree:
    """A sentence with the lemmas and features that the pipeline learns, in place."""
    for number, word in enumerate(tree.words, 1):
        if word.upos in ("VERB", "AUX"):
            word.lemma = bare_verb(tree.words, number)
        word.lemma = plain_lemma(word.lemma, word.form, word.upos)
        word.feats = plain_feats(word.feats)
    return tree


def _fallback(tag: str) -> str:
    if tag.startswith("N|eigen"):
        return "PROPN"
    if tag.startswith("TW|rang"):
        return "ADJ"
    if tag.startswith("VG|neven"):
        return "CCONJ"
    if tag.startswith("VNW") and "adv-pron" in tag:
        return "ADV"
    if tag.startswith("SPEC"):
        return {"vreemd": "X", "afk": "X", "symb": "SYM", "afgebr": "X"}.get(tag[5:], "PROPN")
    return BY_KIND.get(tag.split("|")[0], "X")


def _in_context(leaf: Node, tag: str, upos: str) -> str:
    """What the tag alone leaves open: determiner or pronoun, "meer", "er", ordinals."""
    if tag.startswith(("VNW|onbep", "VNW|aanw|det", "VNW|excl")):
        parent = leaf.parent
        in_det = leaf.rel == "det" or (
            leaf.rel == "hd" and parent is not None and parent.cat == "detp"
        )
        if in_det:
            return "DET"
        if "|det|" in tag or "|grad|" in tag:
            return "ADV" if leaf.rel in ADVERBIAL and "vrij" in tag else "PRON"
    if upos == "ADV" and leaf.rel == "sup":
        return "PRON"
    return upos
