"""A trigger in its sentence -> what its form tells: "de tweede ronde", "een eerdere aanval"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import table, words
from kg.merge.lines import Lines
from kg.model import Event, Sentence

_PLURAL = "Number=Plur"
_DIMINUTIVES = ("je", "jes")
# Relations that keep to what the main clause tells.
_MAIN = frozenset({"root", "conj", "parataxis", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent"})
# "een dag eerder": hardly before it.
_SOME_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Form:
    """How a trigger stands in its sentence; see ``EventSketch``."""

    definite: bool = False
    known: bool = False
    pointing: bool = False
    many: bool | None = None
    rank: str = ""
    wanted: bool = False
    new: bool = False
    behind: bool = False
    own: bool = False
    came_of: int | None = None


def form(lines: Lines, event: Event, *, noun: bool) -> Form:
    """The form of a trigger.

    "de tweede ronde" is definite and second; "hun aanval" is known; "aanvallen" and "werd vaker
    beschoten" are many; "de aanval van twee maanden eerder" is an earlier one; "eist het ontslag"
    is wanted; "Irpin is beschoten" is new.
    """
    at = lines.token(event.trigger)
    if at is None:
        return Form()
    sentence, i = at
    forms = table("merging.toml")["forms"]
    tokens = sentence.tokens
    own = [
        lines.lower(t)
        for j, t in enumerate(tokens)
        # "De Tweede Kamer stemt" is no second vote
        if t.head == i and j != i and t.pos != "PROPN" and not _also_with(lines, sentence, j)
    ]
    if not noun:  # "Ook Irpin werd beschoten"
        subjects = {j for j, t in enumerate(tokens) if t.head == i and t.dep.startswith("nsubj")}
        own += [lines.lower(t) for t in tokens if t.head in subjects and t.pos == "ADV"]
    above = [lines.lower(t) for t in sentence.tokens if t.head == sentence.tokens[i].head]
    # "de tweede ronde van het overleg"
    part = noun and sentence.tokens[sentence.tokens[i].head].lemma.lower() in forms["parts"]
    ranks = [forms["ranks"][w] for w in (*own, *(above if part else ())) if w in forms["ranks"]]
    if not noun and event.when is not None and event.when.value == _SOME_DAY:
        ranks = [rank for rank in ranks if rank != "eerder"]  # "een dag eerder"
    if noun and lines.lower(sentence.tokens[i]).endswith(_DIMINUTIVES):
        ranks.insert(0, "klein")
    nog = [j for j, t in enumerate(tokens) if t.head == i and lines.lower(t) == "een" and j]
    if noun and any(lines.lower(tokens[j - 1]) == "nog" for j in nog):
        ranks.insert(0, "later")  # "kampt met nog een hack"
    definite = noun and not words("determiners.toml", "definite").isdisjoint(own)
    if ranks:
        rank = ranks[0]
    elif _later(lines, sentence, i):
        rank = "later"
    else:
        rank = "eerder" if _earlier(lines, sentence, i, event, definite=definite) else ""
    if not noun:
        often = any(word in forms["often"] for word in own)
        new = rank in ("", "later") and _told(sentence, i) and not _perfect(sentence, i)
        return Form(many=True if often else None, rank=rank, new=new)
    word = sentence.tokens[i]
    plural = _PLURAL in word.feats.split("|") and lines.lower(word) not in forms["plurals_of_one"]
    known = definite or any(w in forms["known"] for w in own)
    pointing = any(w in forms["pointing"] for w in own)
    above_it = sentence.tokens[word.head].lemma.lower()
    undergoes = word.dep in ("obj", "nsubj:pass")
    wanted = undergoes and above_it in forms["wanting"]
    behind = _at_another_time(lines, sentence, i)
    before = known or behind or (undergoes and above_it in forms["looking_back"])
    new = rank in ("", "later") and not before and _told(sentence, i)
    own_clause = any(t.head == i and t.dep == "acl:relcl" for t in tokens)
    came_of = _came_of(lines, sentence, i)
    return Form(definite, known, pointing, plural, rank, wanted, new, behind, own_clause, came_of)


def _also_with(lines: Lines, sentence: Sentence, j: int) -> bool:
    """ "werd ook met raketten beschoten": of the same event something more."""
    behind = sentence.tokens[j + 1 : j + 2]
    also = table("merging.toml")["forms"]["ranks"].get(lines.lower(sentence.tokens[j])) == "ander"
    return also and j > 0 and any(t.pos == "ADP" for t in behind)


def _told(sentence: Sentence, i: int) -> bool:
    """Whether the main clause of a sentence tells of it: not "de man die vorig jaar werd
    veroordeeld", "verdacht van moord"."""
    tokens = sentence.tokens
    while tokens[i].head != i:
        if tokens[i].dep not in _MAIN:
            return False
        i = tokens[i].head
    return True


def _perfect(sentence: Sentence, i: int) -> bool:
    """ "Hij heeft een winkelier gedood": looks back, to whatever day."""
    helpers = [t for t in sentence.tokens if t.head == i and t.dep == "aux"]
    return any("Tense=Pres" in t.feats.split("|") and t.lemma == "hebben" for t in helpers)


def _at_another_time(lines: Lines, sentence: Sentence, i: int) -> bool:
    """ "Celstraf voor moord", "Dodental na aanval": what stands behind such words was before."""
    other = words("cues.toml", "prepositions", "another_time")
    tokens = sentence.tokens
    while True:
        if any(t.head == i and t.dep == "case" and lines.lower(t) in other for t in tokens):
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head


def _came_of(lines: Lines, sentence: Sentence, i: int) -> int | None:
    """Where the verb begins that came to what a noun tells: "kreeg een celstraf", "veroordeeld
    tot tien jaar cel"; not "gestraft na een celstraf"."""
    tokens = sentence.tokens
    to = words("merging.toml", "forms", "came_to")
    while tokens[i].pos != "VERB" and tokens[i].head != i:
        behind = {lines.lower(t) for t in tokens if t.head == i and t.dep == "case"}
        if behind and behind.isdisjoint(to):
            return None
        if tokens[i].dep not in ("obj", "nmod", "obl", "obl:arg", "conj"):
            return None
        if tokens[i].dep.startswith("obl") and not behind:
            return None
        i = tokens[i].head
    return tokens[i].span.start if tokens[i].pos == "VERB" else None


def _earlier(lines: Lines, sentence: Sentence, i: int, event: Event, *, definite: bool) -> bool:
    """ "twee maanden eerder", "vorig seizoen, in de kwartfinale": before the article's news.

    What follows a definite noun says nothing of it: "de brand leek op een eerdere".
    """
    when = event.when
    if when is not None and not when.inferred:
        return when.value.startswith("XXXX") and when.value != _SOME_DAY
    before = words("merging.toml", "forms", "before")
    tokens = sentence.tokens
    # "Eerder verzekerde zij dat er niets was gestolen": when she said so
    above = i if tokens[i].dep == "ccomp" else tokens[i].head
    for j, token in enumerate(tokens):
        if j != i and lines.lower(token) in before:
            holders = {i} if definite and j > i else {i, above}
            if token.head in holders or tokens[token.head].head in holders:
                return True
    return False


def _later(lines: Lines, sentence: Sentence, i: int) -> bool:
    """ "voor de tweede keer beschoten", "Opnieuw doden, nu bij een inslag": after another."""
    forms = table("merging.toml")["forms"]
    tokens = sentence.tokens
    if forms["ranks"].get(lines.lower(tokens[0])) == "later":
        return True
    turns = [j for j, t in enumerate(tokens) if t.head == i and t.lemma.lower() in forms["turns"]]
    ranks = {forms["ranks"].get(lines.lower(t), "") for t in tokens if t.head in turns}
    return bool(ranks - {"", "1"})
