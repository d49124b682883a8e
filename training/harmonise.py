"""UD labels of 2017 -> today's guidelines, by rules tested on sentences that carry both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from training.punctuation import attach_punctuation
from training.treebank import Tree, Word, is_tree

POSSESSIVES = {
    "mijn": "1", "m'n": "1", "ons": "1", "onze": "1", "jouw": "2", "je": "2", "uw": "2",
    "jullie": "2", "zijn": "3", "z'n": "3", "haar": "3", "hun": "3", "d'r": "3",
}  # fmt: skip
ORDINAL = re.compile(
    r"(\d+(e|de|ste)|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde"
    r"|twaalfde|.*(tiende|tigste|honderdste|duizendste)|laatste)$",
    re.IGNORECASE,
)
INTENSIFIERS = frozenset("zeer heel erg te zo meer minder veel nogal even".split())  # noqa: SIM905
CLAUSAL = frozenset(
    """nsubj nsubj:pass csubj aux aux:pass mark obl obl:arg advcl expl ccomp parataxis
    compound:prt punct cc obj iobj expl:pv conj advmod""".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Lexicon:
    """What verbs take, counted in sentences that follow today's guidelines.

    ``prepositional``: (lemma, preposition) pairs whose phrase is an argument (``obl:arg``);
    ``reflexive``: verbs whose "zich" is part of the verb (``expl:pv``).
    """

    prepositional: set[tuple[str, str]] = field(default_factory=set)
    reflexive: set[str] = field(default_factory=set)


def learn_lexicon(trees: Iterable[Tree]) -> Lexicon:
    """Count the frames of heads in trees with today's labels; the majority decides."""
    phrases = defaultdict[tuple[str, str], Counter[bool]](Counter)
    reflexives = defaultdict[str, Counter[bool]](Counter)
    for tree in trees:
        for number, word in enumerate(tree.words, 1):
            if word.dep in ("obl", "obl:arg"):
                case = preposition(tree.words, number)
                head = head_lemma(tree.words, word.head)
                if case:
                    phrases[head, case][word.dep == "obl:arg"] += 1
            elif word.dep in ("obj", "expl:pv") and _is_reflexive(word):
                reflexives[head_lemma(tree.words, word.head)][word.dep == "expl:pv"] += 1
    return Lexicon(
        {pair for pair, c in phrases.items() if c[True] > c[False] and c[True] > 1},
        {verb for verb, c in reflexives.items() if c[True] >= c[False]},
    )


def preposition(words: list[Word], number: int) -> str:
    """The lemma of the first ``case`` of a word, in small letters; "" where it has none."""
    found = [w.lemma for w in words if w.head == number and w.dep == "case"]
    return found[0].lower() if found else ""


def head_lemma(words: list[Word], number: int) -> str:
    """Lemma of a word with its separable particle before it."""
    word = words[number - 1]
    particles = [w.form.lower() for w in words if w.head == number and w.dep == "compound:prt"]
    lemma = word.lemma.replace("_", "")
    if particles and not lemma.startswith(particles[0]):
        return particles[0] + lemma
    return lemma


def _is_reflexive(word: Word) -> bool:
    return word.form.lower() == "zich" or "Reflex=Yes" in word.feats


def names(tree: Tree, _: Lexicon) -> None:
    """Parts of names and dates are ``flat``; parts of a name are PROPN and their own lemma."""
    for number, word in enumerate(tree.words, 1):
        parts = [w for w in tree.words if w.head == number and w.dep in ("flat:name", "fixed")]
        if not parts:
            continue
        group = [word, *parts]
        named = any(w.dep == "flat:name" for w in parts)
        if not (
            named
            or any(w.upos in ("PROPN", "X") for w in group)
            or (word.form[:1].isupper() and parts[-1].form[:1].isupper())
        ):
            continue
        for part in parts:
            part.dep = "flat"
        content = [w for w in group if w.upos in ("NOUN", "ADJ", "VERB", "PROPN", "X")]
        if word.form.lower() in ("de", "het", "'t", "een"):
            word.upos, word.lemma, word.feats = "DET", word.form.lower(), "Definite=Def"
        elif all(w.form[:1].isupper() or w.upos == "PROPN" for w in content):
            for part in group:
                if part.upos in ("NOUN", "ADJ", "PROPN") or ORDINAL.match(part.form):
                    part.upos, part.lemma, part.feats = "PROPN", part.form, "_"
                elif part.upos in ("ADP", "CCONJ", "X") and any(w.upos == "PROPN" for w in group):
                    part.upos, part.feats = "PROPN", "_"


def features(tree: Tree, _: Lexicon) -> None:
    """``Foreign=yes`` and ``Abbr=yes`` with a capital."""
    for word in tree.words:
        word.feats = word.feats.replace("=yes", "=Yes")


def possessives(tree: Tree, _: Lexicon) -> None:
    """Possessive pronouns are PRON and ``nmod:poss``; so are genitives before a noun."""
    for word in tree.words:
        if word.dep not in ("det", "nmod:poss"):
            continue
        if word.upos in ("DET", "PRON") and word.form.lower() in POSSESSIVES:
            person = POSSESSIVES[word.form.lower()]
            word.dep, word.upos = "nmod:poss", "PRON"
            word.feats = f"Person={person}|Poss=Yes|PronType=Prs"
        elif word.upos in ("PROPN", "NOUN"):
            word.dep = "nmod:poss"
        elif word.upos == "NUM":
            word.dep = "nummod"


def ordinals(tree: Tree, _: Lexicon) -> None:
    """ "tweede", "19e" are ADJ and ``amod``."""
    for word in tree.words:
        if word.upos == "NUM" and ORDINAL.match(word.form):
            word.upos = "ADJ"
            if word.dep == "nummod":
                word.dep = "amod"


def adverbs(tree: Tree, _: Lexicon) -> None:
    """ "er" is ADV unless it is an expletive."""
    for word in tree.words:
        if word.form.lower() == "er" and word.upos == "PRON" and word.dep != "expl":
            word.upos, word.feats = "ADV", "_"
        if word.upos == "PRON" and word.dep == "advmod" and word.feats == "PronType=Ind":
            word.upos, word.feats = "ADV", "_"
        if word.upos == "ADJ" and word.form.lower().endswith("zelfde"):
            word.upos, word.feats = "DET", "_"


def conjunctions(tree: Tree, _: Lexicon) -> None:
    """``cc`` hangs under the conjunct that follows it."""
    for number, word in enumerate(tree.words, 1):
        if word.dep != "cc":
            continue
        later = [
            i
            for i, w in enumerate(tree.words, 1)
            if w.dep == "conj" and w.head == word.head and i > number
        ]
        if later:
            word.head = later[0]
        elif number == 1 or word.head > number:
            word.dep = "mark"


def comparison(tree: Tree, _: Lexicon) -> None:
    """ "als" and "dan" before a noun are SCONJ and ``mark``."""
    for word in tree.words:
        if word.form.lower() in ("als", "dan") and word.upos == "ADP":
            word.upos = "SCONJ"
            if word.dep == "case":
                word.dep = "mark"


def copulas(tree: Tree, _: Lexicon) -> None:
    """Only "zijn" is a copula; "worden", "blijven", "heten" … are verbs with an ``xcomp``."""
    words = tree.words
    for number, word in enumerate(words, 1):
        if word.dep != "cop" or word.lemma == "zijn":
            continue
        predicate = word.head
        noun = words[predicate - 1]
        word.head, word.dep, word.upos = noun.head, noun.dep, "VERB"
        noun.head, noun.dep = number, "xcomp"
        for i, other in enumerate(words, 1):
            if other.head != predicate or other.dep not in CLAUSAL or i == number:
                continue
            if other.dep == "mark" and other.form.lower() in ("als", "dan") and i > number:
                continue
            if other.dep == "advmod" and (i > predicate or other.lemma in INTENSIFIERS):
                continue
            if other.dep == "cc" or (other.dep == "conj" and not _is_clause(words, i)):
                continue
            other.head = number


def _is_clause(words: list[Word], number: int) -> bool:
    return words[number - 1].upos in ("VERB", "AUX") or any(
        w.head == number and w.dep in ("cop", "nsubj", "aux") for w in words
    )


def auxiliaries(tree: Tree, _: Lexicon) -> None:
    """Verbs that head their clause are VERB; auxiliaries hang under the verb they serve."""
    for number, word in enumerate(tree.words, 1):
        if word.upos == "AUX" and word.dep not in ("aux", "aux:pass", "cop"):
            word.upos = "VERB"
        if word.dep == "aux" and word.lemma not in (
            "zijn", "hebben", "zullen", "kunnen", "moeten", "mogen", "worden",
        ):  # fmt: skip
            _promote(tree.words, number)


def _promote(words: list[Word], number: int) -> None:
    """ "willen", "gaan", "laten" … head their clause; the verb they had served is ``xcomp``."""
    word = words[number - 1]
    served = word.head
    verb = words[served - 1]
    word.head, word.dep, word.upos = verb.head, verb.dep, "VERB"
    verb.head, verb.dep = number, "xcomp"
    for i, other in enumerate(words, 1):
        if i != number and other.head == served and other.dep in ("nsubj", "mark", "punct", "cc"):
            other.head = number


def passives(tree: Tree, _: Lexicon) -> None:
    """Subjects of passives are ``nsubj:pass``; "door" names the agent (``obl:agent``)."""
    words = tree.words
    for number, word in enumerate(words, 1):
        if word.dep == "aux" and word.lemma == "worden":
            word.dep = "aux:pass"
        if not word.head:
            continue
        head = words[word.head - 1]
        passive = any(w.head == word.head and w.dep == "aux:pass" for w in words)
        if word.dep == "nsubj" and passive:
            word.dep = "nsubj:pass"
        elif word.dep in ("obl", "nmod", "obl:arg") and preposition(words, number) == "door":
            participle = "VerbForm=Part" in head.feats and head.upos == "VERB"
            if passive or (participle and number > word.head):
                word.dep = "obl:agent"


def arguments(tree: Tree, lexicon: Lexicon) -> None:
    """Prepositional objects are ``obl:arg``, inherent "zich" is ``expl:pv``."""
    words = tree.words
    for number, word in enumerate(words, 1):
        if word.dep in ("obl", "iobj") and word.head:
            case = preposition(words, number)
            known = (head_lemma(words, word.head), case) in lexicon.prepositional
            if known or (word.dep == "iobj" and case):
                word.dep = "obl:arg"
        elif word.dep in ("obj", "iobj") and _is_reflexive(word) and "zelf" not in word.form:
            word.dep = "expl:pv" if head_lemma(words, word.head) in lexicon.reflexive else word.dep


def complements(tree: Tree, _: Lexicon) -> None:
    """A complement clause around an infinitive without a subject of its own is ``xcomp``."""
    words = tree.words
    for number, word in enumerate(words, 1):
        if word.dep != "ccomp" or word.upos != "VERB" or "VerbForm=Inf" not in word.feats:
            continue
        own = [w for w in words if w.head == number]
        marks = {w.lemma for w in own if w.dep == "mark"}
        finite = any(w.dep == "aux" and "Fin" in w.feats for w in own)
        subject = any(w.dep.startswith(("nsubj", "csubj")) for w in own)
        if not (subject or finite or marks - {"te", "om"}):
            word.dep = "xcomp"


def symbols(tree: Tree, _: Lexicon) -> None:
    """A mark that is part of a name or number is SYM."""
    for word in tree.words:
        if word.upos == "PUNCT" and word.dep != "punct":
            word.upos = "SYM"


def punctuation(tree: Tree, _: Lexicon) -> None:
    """Marks hang as ``training.punctuation`` says."""
    attach_punctuation(tree.words)


Rule = Callable[[Tree, Lexicon], None]

RULES: tuple[Rule, ...] = (
    features, names, possessives, ordinals, adverbs, copulas, auxiliaries, conjunctions,
    comparison, passives, arguments, complements, symbols, punctuation,
)  # fmt: skip
"""In the order in which they run: later rules see what earlier ones made."""


def harmonise(trees: Iterable[Tree], lexicon: Lexicon) -> list[Tree]:
    """Sentences of 2017 brought to today's labels, in place; broken trees are left out."""
    kept = list[Tree]()
    for tree in trees:
        for rule in RULES:
            rule(tree, lexicon)
        if is_tree(tree.words):
            kept.append(tree)
    return kept
