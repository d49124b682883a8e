"""Who says what: an attribution, and the words of saying that its rules look for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from kg.extract.tree import Tree
from kg.lexicon import table
from kg.model import Mention, Span

FILE = "attribution.toml"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says: all that lies in ``scope`` (spans of the text) is theirs.

    A speaker of None: somebody unknown (hearsay). ``made_by`` are the words that may be the
    trigger of the speech event. ``negates``: the speaker says that it is not so. ``past``: the
    saying lies in the past, so that "zou" in it is what was to come. ``reply``: the sentence that
    says this of what another said or the paper told ("Moskou ontkent dat"); it takes no place.
    """

    scope: tuple[Span, ...]
    speaker: Mention | None
    cue: Span
    rule: str
    illocution: str = "Assertion"
    sure: str = "Certain"
    addressee: Mention | None = None
    target: Mention | None = None
    made_by: tuple[Span, ...] = ()
    quote: Span | None = None
    quote_kind: str = "Indirect"
    nameless: bool = False
    negates: bool = False
    unsaid: bool = False
    past: bool = False
    reply: Span | None = None
    confidence: Decimal = field(default=Decimal("0.9"))

    @property
    def size(self) -> int:
        """How many characters the scope covers."""
        return sum(span.end - span.start for span in self.scope)


@dataclass(frozen=True, slots=True)
class Verb:
    """An entry of the verbs of saying; see attribution.toml for what the fields mean."""

    lemma: str
    act: str
    forms: frozenset[str]
    particle: str = ""
    sure: str = "Certain"
    object: bool = False
    about: tuple[str, ...] = ()
    whom: bool = False
    to: tuple[str, ...] = ()
    own: bool = False
    speech: bool = False
    negates: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a sentence: its word, its loose particle, its finite verb."""

    at: int
    verb: Verb
    particle: int | None
    finite: int
    passive: bool


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Form -> the verbs of saying that have it, those with a particle first."""
    found: dict[str, list[Verb]] = {}
    for name, entry in table(FILE)["verbs"].items():
        values: dict[str, Any] = dict(entry)
        values["forms"] = frozenset(values["forms"].split())
        for key in ("about", "to"):
            values[key] = tuple(values.get(key, ()))
        verb = Verb(lemma=name, **values)
        infinitive = name.removeprefix(verb.particle) if verb.particle else name
        base = verb.forms | ({infinitive} if "-" not in name else set())
        for form in sorted(base):
            found.setdefault(form, []).append(verb)
            if verb.particle and "-" not in name:
                found.setdefault(verb.particle + form, []).append(verb)
    return {
        form: tuple(sorted(of, key=lambda v: (not v.particle, v.lemma)))
        for form, of in found.items()
    }


def listed(*keys: str) -> frozenset[str]:
    """A word list of attribution.toml."""
    from kg.lexicon import words

    return words(FILE, *keys)


def cue_at(tree: Tree, i: int) -> Cue | None:
    """The verb of saying at token ``i``: "zei", "riep … op", "heeft bekendgemaakt".

    None for nouns ("het bericht"), participles before a noun and "op" that governs a noun.
    """
    form = tree.lower(i)
    known = verbs().get(form)
    if known is None or not _is_verb(tree, i):
        return None
    for verb in known:
        if not verb.particle or (form.startswith(verb.particle) and form not in verb.forms):
            return _cue(tree, i, verb, None)
        particle = _particle(tree, i, verb.particle)
        if particle is not None:
            return _cue(tree, i, verb, particle)
    return None


def _cue(tree: Tree, i: int, verb: Verb, particle: int | None) -> Cue:
    helpers = tree.children(i, "aux", "aux:pass", "cop")
    head = tree.head(i)
    if not helpers and head is not None and tree.tokens[i].dep in ("aux", "xcomp"):
        helpers = tree.children(head, "aux", "aux:pass")  # "heeft laten weten"
    finite = next((a for a in helpers if tree.feature(a, "VerbForm") == "Fin"), i)
    if tree.feature(i, "VerbForm") == "Fin":
        finite = i
    passive = any(tree.tokens[a].lemma == "worden" for a in helpers) or bool(
        tree.children(i, "nsubj:pass", "obl:agent")
    )
    return Cue(i, verb, particle, finite, passive)


def _is_verb(tree: Tree, i: int) -> bool:
    token, form = tree.tokens[i], tree.lower(i)
    if token.dep in ("amod", "det", "case", "mark"):
        # A finite verb modifies no noun: "dat de rechter haar ervan beschuldigt bewijs te …".
        return token.dep == "amod" and tree.feature(i, "VerbForm") == "Fin"
    if token.pos in ("VERB", "AUX"):
        return True
    return token.pos in ("PROPN", "ADJ", "ADV", "X") and form.endswith(
        ("dden", "tten", "dde", "tte")
    )


def _particle(tree: Tree, i: int, word: str) -> int | None:
    """Where the loose particle of a separable verb stands: "riep Poetin op"."""
    for j in tree.children(i, "compound:prt"):
        if tree.lower(j) == word:
            return j
    for j in range(i + 1, len(tree)):
        if tree.lower(j) in (",", ":", "dat") or tree.word(j) in ("“", "”", "‘"):
            return None
        if tree.lower(j) != word:
            continue
        if word in ("weten", "bekend", "erop", "ervan"):
            return j
        after = tree.lower(j + 1) if j + 1 < len(tree) else "."
        head = tree.head(j)
        # "op direct te praten", "kondigde aan maandag te staken"
        misled = head is not None and (
            tree.tokens[head].pos == "VERB" or tree.lower(head) in listed("phrases", "days")
        )
        joined = word == "aan" and tree.lower(j - 1) == "op"  # "dringt er bij X op aan"
        if (
            misled
            or joined
            or tree.tokens[j].dep not in ("case", "mark")
            or after in (",", ".", ":", "dat", "om", "tot", "niet", "te")
        ):
            return j
    return None


def runs(tree: Tree, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Token indexes as spans of the text, neighbours joined."""
    found: list[list[int]] = []
    for i in sorted(set(indexes)):
        if found and i == found[-1][1] + 1:
            found[-1][1] = i
        else:
            found.append([i, i])
    return tuple(tree.span([first, last]) for first, last in found)


def clipped(scope: Iterable[Span], region: Span | None) -> tuple[Span, ...]:
    """The parts of a scope that lie in a region: what is said in a quotation stays in it."""
    if region is None:
        return tuple(scope)
    cut = (Span(max(s.start, region.start), min(s.end, region.end)) for s in scope)
    return tuple(s for s in cut if s.start < s.end)
