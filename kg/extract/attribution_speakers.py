"""A word -> the mention of the one who speaks, or nobody."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.attribution import FILE, Cue, listed
from kg.extract.attribution_names import name_after, one_name, part
from kg.extract.nominals import pronoun
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import noun_class, table
from kg.model import Mention, MentionKind
from kg.vocab import top_class

_PEOPLE = ("Person", "Organisation", "Group")
_POSSESSIVE = ("zijn", "haar", "hun", "mijn", "ons", "onze", "uw", "je")
_INSIDE_PHRASE = ("det", "amod", "nummod", "flat", "nmod:poss", "advmod", "fixed", "appos")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a mention; ``first``: "ik", whoever is speaking already; ``nameless``: a
    source that is not told; ``end``: the last token of the words that name it."""

    mention: Mention | None
    first: bool = False
    nameless: bool = False
    end: int = -1


def speaker_at(reading: Reading, number: int, i: int, *, anyone: bool = False) -> Speaker | None:
    """The speaker whose words have head ``i``.

    People, organisations, groups and names can speak ("Moskou"), so do sources ("een rapport
    van de VN": the VN). ``anyone``: every noun phrase can ("de poster zegt dat").
    """
    tree = reading.trees[number]
    token, form = tree.tokens[i], tree.lower(i)
    if form in listed("phrases", "first_person"):
        return Speaker(None, first=True, end=i)
    if form == "men":
        return Speaker(None, nameless=True, end=i)
    if form in _third_person():
        own = pronoun(reading, number, i) or _pronoun(reading, tree, i)
        return Speaker(own, end=i)
    name = name_after(reading, number, i, _is_function(reading, tree, i))
    mention = one_name(tree, i, name or reading.mention(number, i))
    end = _end(tree, i, mention)
    if mention is not None and mention.kind is MentionKind.NAME:
        return Speaker(mention, end=end)
    if token.pos == "PRON":
        return Speaker(mention, end=end) if mention is not None else None
    lemma = tree.lemma(i)
    if lemma in listed("prepositions", "nameless") or _ends(lemma, "prepositions", "nameless"):
        return Speaker(reading.nominal(tree, i), nameless=True, end=end)
    if token.pos in ("VERB", "ADJ", "NUM") and (tree.children(i, "det") or _plural(form)):
        return Speaker(reading.nominal(tree, i), end=end)  # "de verdachte", "omwonenden"
    if _singular(form) in listed("prepositions", "nameless"):
        return Speaker(reading.nominal(tree, i), nameless=True, end=end)
    if mention is None and token.pos == "X" and tree.word(i)[:1].isupper():
        mention = reading.nominal(tree, i)  # "Het OM", taken for a foreign word
        return Speaker(mention, end=_end(tree, i, mention))
    if mention is None:
        return None
    if any(tree.lemma(j) in listed("prepositions", "unnamed") for j in tree.children(i, "amod")):
        return Speaker(mention, nameless=True, end=end)
    if lemma in listed("prepositions", "utterances"):
        return _of_source(reading, number, i)
    if _ends(lemma, "prepositions", "sources"):
        return _of_source(reading, number, i) or Speaker(mention, end=end)
    named = i > 0 and tree.word(i)[:1].isupper()  # "de Kamer", "het Hof"
    speaks = named or can_speak(mention, lemma) or can_speak(mention, _singular(form))
    return Speaker(mention, end=end) if anyone or speaks else None


def can_speak(mention: Mention, lemma: str) -> bool:
    """Whether a noun phrase stands for somebody: by its class, the lists, or its ending."""
    if top_class(mention.entity_class) in _PEOPLE or mention.kind is MentionKind.NAME:
        return True
    if noun_class(lemma) in ("Person", "Group", "Organisation"):
        return True
    if _ends(lemma, "prepositions", "not_speaking"):
        return False
    if lemma in listed("prepositions", "speaking"):
        return True
    endings = tuple(table(FILE)["prepositions"]["speaking_endings"])
    return lemma.endswith(endings) and len(lemma) > 5 and noun_class(lemma) is None


def is_standard(tree: Tree, i: int) -> bool:
    """Whether a noun sets a standard and speaks not: "plan", "wet", "dienstregeling", "Koran"."""
    if {tree.lower(i), tree.lemma(i)} & listed("prepositions", "standards"):
        return True
    return _ends(tree.lemma(i), "prepositions", "standards") and tree.tokens[i].pos != "PROPN"


def subject(reading: Reading, number: int, cue: Cue) -> Speaker | None:
    """The subject of a verb of saying, from the parse, else from the words beside the verb.

    "meldden Oekraïense reddingswerkers" is read from its order where the parse takes the
    rescuers for an object; a participle or infinitive shares the subject of what governs it.
    """
    tree = reading.trees[number]
    verb = cue.at
    if not tree.children(verb, "nsubj"):
        joined = _named_again(reading, number, cue.finite) or _joined(reading, number, cue.finite)
        if joined is not None:
            return joined
    for _ in range(4):
        for child in tree.children(verb, "nsubj"):
            found = speaker_at(reading, number, child, anyone=True)
            if found is not None:
                return found
        head = tree.head(verb)
        if head is None or tree.tokens[verb].dep not in ("conj", "xcomp", "aux"):
            break
        if tree.tokens[verb].dep == "conj" and tree.tokens[head].pos not in ("VERB", "AUX"):
            break
        verb = head
    opening = verb_final(tree, cue)
    if opening is not None:
        return after(reading, number, opening, anyone=True)
    first = before(reading, number, cue.finite)
    if first is not None and _begins(tree, cue.finite, first):
        return first
    return after(reading, number, cue.finite) or first


def verb_final(tree: Tree, cue: Cue) -> int | None:
    """The "dat" of the clause that a verb of saying closes: "dat de rechter haar ervan
    beschuldigt …"; its subject stands right behind "dat"."""
    for j in range(cue.finite - 1, -1, -1):
        if tree.tokens[j].pos == "PUNCT" or tree.feature(j, "VerbForm") == "Fin":
            return None
        if tree.lower(j) == "dat" and tree.tokens[j].pos == "SCONJ":
            return j
    return None


def _named_again(reading: Reading, number: int, finite: int) -> Speaker | None:
    """ "Het paar trouwde en [Daley] zei dat", "…, maar [vissers] vinden dat": what stands between
    "en" or "maar" and the verb is its subject."""
    tree = reading.trees[number]
    name = reading.named(number, finite - 1) if finite > 1 else None
    if name is None or name.kind is not MentionKind.NAME:
        first = min(tree.at(tree.phrase(finite - 1)), default=0) if finite > 2 else 0
        opens = [tree.lower(j) for j in range(max(first - 2, 0), first)]
        noun = first > 1 and tree.tokens[finite - 1].pos == "NOUN" and not tree.case(finite - 1)
        return speaker_at(reading, number, finite - 1) if noun and opens == [",", "maar"] else None
    first = min(tree.at(name.span))
    if first < 1 or tree.lower(first - 1) not in ("en", "maar"):
        return None
    return speaker_at(reading, number, finite - 1)


def _joined(reading: Reading, number: int, finite: int) -> Speaker | None:
    """ "Griekenland heeft een provincie …, en zegt dat": the subject of the first verb."""
    tree = reading.trees[number]
    if finite < 2 or tree.lower(finite - 1) not in ("en", "maar"):
        return None
    opening = reading.named(number, 0)
    if opening is not None and opening.kind is MentionKind.NAME:
        last = max(tree.at(opening.span))
        if [tree.lower(j) for j in range(last + 1, min(last + 3, len(tree)))] == [",", "die"]:
            return speaker_at(reading, number, last)  # "Trump, die …, loofde Kim, maar zei"
    for j in range(finite - 1):
        if tree.tokens[j].dep == "nsubj" and tree.tokens[tree.tokens[j].head].dep == "root":
            return speaker_at(reading, number, j, anyone=True)
    return None


def after(reading: Reading, number: int, finite: int, *, anyone: bool = False) -> Speaker | None:
    """The noun phrase right after a finite verb: "zegt [een woordvoerder]"."""
    tree = reading.trees[number]
    for j in range(finite + 1, min(finite + 8, len(tree))):
        pos = tree.tokens[j].pos
        named = reading.named(number, j)
        if named is not None and named.kind is MentionKind.NAME and pos not in ("DET", "ADP"):
            half = part(tree, j, named)
            if half != named:
                return Speaker(half, end=_end(tree, j, half))
            return speaker_at(reading, number, _top(tree, j, finite))
        follows = tree.tokens[j + 1].pos if j + 1 < len(tree) else ""
        if tree.lower(j) in _POSSESSIVE and follows in ("NOUN", "ADJ"):
            continue
        if tree.lower(j) in listed("phrases", "days"):
            continue
        if pos in ("DET", "ADV", "NUM") and tree.tokens[j].dep != "nsubj":
            continue
        if (
            pos == "ADJ"
            and j + 1 < len(tree)
            and tree.tokens[j + 1].pos in ("NOUN", "ADJ", "PROPN")
        ):
            continue
        if pos not in ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "X"):
            return None
        if pos == "VERB" and tree.tokens[j - 1].pos not in ("DET", "ADJ", "PRON"):
            next_name = reading.named(number, j + 1)
            if next_name is None or next_name.kind is not MentionKind.NAME:
                return None
        beside = reading.named(number, j + 1) if pos in ("VERB", "ADJ") else None
        if beside is not None and beside.kind is MentionKind.NAME:
            continue  # "omwonende Piet Bos"
        return speaker_at(reading, number, _top(tree, j, finite), anyone=anyone)
    return None


def before(reading: Reading, number: int, finite: int) -> Speaker | None:
    """The noun phrase right before a finite verb: "[Poetin] stelt"."""
    tree = reading.trees[number]
    j = finite - 1
    while j >= 0 and tree.tokens[j].pos == "ADV":
        j -= 1
    noun = j >= 0 and tree.tokens[j].pos in ("NOUN", "PROPN", "PRON")
    if j > 0 and tree.tokens[j].pos in ("VERB", "ADJ") and tree.tokens[j - 1].pos == "DET":
        return Speaker(reading.nominal(tree, j), end=j)  # "De verdachte ontkent"
    if not noun:
        return None
    while (
        (head := tree.head(j)) is not None
        and head < j
        and tree.tokens[j].dep
        in (
            "flat",
            "nmod",
            "appos",
            "fixed",
        )
    ):
        j = head
    return None if tree.case(j) else speaker_at(reading, number, j)


def _begins(tree: Tree, finite: int, found: Speaker) -> bool:
    """Whether the sentence begins with these words, so that they stand for the subject."""
    if found.mention is None:
        return False
    head = [t for t in tree.tokens[:finite] if t.span.start < found.mention.span.start]
    return all(t.pos in ("PUNCT", "CCONJ", "DET", "ADJ", "NOUN") for t in head) and len(head) < 4


def _top(tree: Tree, j: int, after: int) -> int:
    """The head of the noun phrase that begins at ``j``."""
    while (
        (head := tree.head(j)) is not None and head > after and tree.tokens[j].dep in _INSIDE_PHRASE
    ):
        if tree.tokens[head].pos in ("VERB", "AUX") and not tree.children(head, "det"):
            break
        j = head
    return j


def _is_function(reading: Reading, tree: Tree, i: int) -> bool:
    if noun_class(tree.lemma(i)) in ("Person", "Organisation"):
        return True
    return tree.tokens[i].pos == "NOUN" and can_speak(reading.nominal(tree, i), tree.lemma(i))


def _of_source(reading: Reading, number: int, i: int) -> Speaker | None:
    """ "een rapport van de VN", "cijfers van het CBS": who made the source."""
    tree = reading.trees[number]
    for child in tree.children(i, "nmod", "obl", "nmod:poss"):
        if tree.case(child) in ("van", "van het", "door", "") and child != i:
            found = speaker_at(reading, number, child)
            if found is not None and found.mention is not None:
                return found
    return None


def _third_person() -> frozenset[str]:
    return listed("phrases", "singular") | listed("phrases", "plural") | listed("phrases", "either")


def _pronoun(reading: Reading, tree: Tree, i: int) -> Mention:
    span = tree.tokens[i].span
    kind = "Group" if tree.lower(i) in listed("phrases", "plural") else "Person"
    return Mention(reading.document.id, span, MentionKind.PRONOUN, kind, span)


def _end(tree: Tree, i: int, mention: Mention | None) -> int:
    inside = tree.at(mention.span) if mention is not None else []
    return max([i, *inside])


def _ends(lemma: str, *keys: str) -> bool:
    words = listed(*keys)
    return lemma in words or any(lemma[start:] in words for start in range(3, len(lemma) - 2))


def _plural(form: str) -> bool:
    return form.endswith("en")


def _singular(form: str) -> str:
    """A plural without its ending, where the lemma is wrong: "getuigen" -> "getuige"."""
    for ending in ("en", "n", "s"):
        bare = form.removesuffix(ending)
        if bare != form and noun_class(bare) is not None:
            return bare
    return form.removesuffix("n")
