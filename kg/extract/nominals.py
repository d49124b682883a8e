"""Trees -> mentions that are no names: noun phrases, functions before names, pronouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from kg.event_types import EventTypes, load
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import is_nominal_event, noun_class, table, words
from kg.model import Extraction, Mention, MentionKind, Span

# Relations in which a noun phrase stands for a thing that takes part in what is told.
_ARGUMENT = frozenset(
    [
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "obl:arg",
        "obl:agent",
        "nmod",
        "nmod:poss",
        "appos",
        "conj",
        "root",
        "parataxis",
        "xcomp",
        "csubj",
        "dislocated",
    ]
)
_MODIFIERS = ("DET", "ADJ", "NUM")
_NAME_LINKS = ("appos", "flat", "nmod", "flat:name")
# "Beeld ANP/Piet Bos" at the end of a line: whose photo it is.
_CREDIT = re.compile(
    r"(?:Beeld|Foto|Foto's|©)[: ]+(?:\w+ ?/ ?)?[A-Z][\w’'. ]{2,40}(?:/ ?[\w’'. ]+)?$", re.M
)
# "17-Mar-08": a date that looks like a word.
_DATE = re.compile(r"\d{1,2}-[A-Z][a-z]{2,3}-\d{2,4}")


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Add the nominal and pronoun mentions of a document.

    Catches "de havenstad", "zijn inwoners", "Premier" in "Premier Rutte" and "hij". Leaves
    alone "donderdag", "22 kilometer", "men" and nouns of events ("de invasie").
    """
    types = load()
    mentions = dict.fromkeys((*(found.mentions or reading.analysis.mentions),))
    heads = {m.head for m in mentions if m.kind is MentionKind.NOMINAL}
    credits = [Span(*found.span()) for found in _CREDIT.finditer(reading.text)]
    for number, tree in reading:
        for i, token in enumerate(tree.tokens):
            mention = (
                pronoun(reading, number, i)
                or title(reading, number, i)
                or described(reading, number, i)
            )
            if mention is None and token.span not in heads and _is_thing(reading, number, i, types):
                mention = reading.nominal(tree, i)
            if mention is not None and any(c.covers(mention.span) for c in credits):
                continue
            if mention is not None and not _crosses(tree, mention, reading.name_mentions(number)):
                mentions[mention] = None
    taking_part = {role.filler for event in found.events for role in event.roles}
    for mention in _without_antecedent(reading, mentions):
        if mention not in taking_part:
            del mentions[mention]
    return replace(found, mentions=tuple(sorted(mentions, key=lambda m: (m.span, m.kind))))


def pronoun(reading: Reading, number: int, i: int) -> Mention | None:
    """The pronoun at ``i`` if it stands for somebody or something told of elsewhere.

    "hij", "zijn" in "zijn huis", "die" in "de stad die viel", "ik". None for "men", "zich",
    for "het" that means nothing ("het regent", "het is duidelijk dat") and for articles.
    """
    tree = reading.trees[number]
    token, form = tree.tokens[i], tree.lower(i)
    if reading.named(number, i) is not None or token.pos not in ("PRON", "DET"):
        return None
    of = table("mentions.toml")["pronouns"]
    owner = token.dep == "nmod:poss" or tree.feature(i, "Poss") == "Yes" or form == "diens"
    if form in of["demonstrative"] or form in of["relative"]:
        if token.pos != "PRON" or token.dep not in (*_ARGUMENT, "expl") or token.dep == "root":
            return None
        if tree.feature(i, "PronType") == "Rel":
            kind = "Thing" if _relative_head(tree, i) is not None else None
        else:
            kind = "Thing" if form != "dat" and token.dep.startswith(("nsubj", "obj")) else None
    elif form in of["singular_neuter"]:
        bare = token.dep in ("nsubj", "nsubj:pass", "obj") and token.pos == "PRON"
        kind = "Thing" if bare and not _means_nothing(tree, i) else None
    elif form in of["masculine_possessive"]:
        kind = "Thing" if owner else None
    elif form in of["singular_masculine"] or form in of["first_singular"]:
        kind = "Person"
    elif form in of["feminine"] or form in of["feminine_or_plural"]:
        kind = "Person" if token.dep not in ("det", "expl") else None
    elif form in of["plural"]:
        kind = "Group"
    else:
        kind = "Group" if form in of["first_plural"] else None
    if kind is None:
        return None
    return Mention(reading.document.id, token.span, MentionKind.PRONOUN, kind, token.span)


def _without_antecedent(reading: Reading, mentions: Collection[Mention]) -> list[Mention]:
    """Relative pronouns whose noun is no mention: "die" in "de kritiek die klonk"."""
    heads = {m.head for m in mentions}
    found = []
    relative = {m.span: m for m in mentions if m.kind is MentionKind.PRONOUN}
    for number, tree in reading:
        for i, token in enumerate(tree.tokens):
            if token.span not in relative or tree.feature(i, "PronType") != "Rel":
                continue
            noun = _relative_head(tree, i)
            if noun is None or not (tree.tokens[noun].span in heads or reading.named(number, noun)):
                found.append(relative[token.span])
    return found


def title(reading: Reading, number: int, i: int) -> Mention | None:
    """What stands before a name and tells what it is: "De Oekraïense president" Zelenski.

    None where the noun does not belong to the name: "gaf de president Kiev".
    """
    tree = reading.trees[number]
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ") or i + 1 >= len(tree):
        return None
    if reading.named(number, i) is not None:
        return None
    name = reading.named(number, i + 1)
    if name is None or name.kind is not MentionKind.NAME or name.span.start < token.span.end:
        return None
    if name.span.start != tree.tokens[i + 1].span.start:
        return None
    inside = tree.at(name.span)
    joined = any(tree.head(n) == i and tree.tokens[n].dep in _NAME_LINKS for n in inside) or (
        tree.head(i) in inside
    )
    owner = _owner(reading, number, i)
    joined = joined or (owner is not None and tree.head(inside[0]) == tree.head(i))
    kind = noun_class(tree.lemma(i)) or ("Thing" if token.pos == "NOUN" else None)
    if not joined or kind is None or _is_time(tree, i):
        return None
    first = i if owner is None else tree.at(owner.span)[0]
    while first > 0 and _modifies(tree, first - 1, i, inside):
        first -= 1
    span = Span(tree.tokens[first].span.start, token.span.end)
    return Mention(reading.document.id, span, MentionKind.NOMINAL, kind, token.span)


def described(reading: Reading, number: int, i: int) -> Mention | None:
    """A product's name with what tells which or how many: "de eerste Noordvleugel A9 superjumbo",
    "twintig Noordvleugels".

    None where only an article stands before it: "de Noordvleugel".
    """
    tree = reading.trees[number]
    name = reading.named(number, i)
    if name is None or name.kind is not MentionKind.NAME or name.entity_class != "Product":
        return None
    inside = tree.at(name.span)
    if tree.head_of(name.span) != i:
        return None
    first, last = inside[0], inside[-1]
    while first > 0 and tree.head(first - 1) in inside and tree.tokens[first - 1].pos in _MODIFIERS:
        first -= 1
    behind = last + 1
    if behind < len(tree) and tree.head(behind) in inside and reading.named(number, behind) is None:
        is_noun = tree.tokens[behind].pos in ("NOUN", "PROPN") and tree.lower(behind).isalpha()
        if is_noun and tree.tokens[behind].dep.startswith(("flat", "appos", "compound")):
            last = behind
    telling = any(tree.tokens[j].pos != "DET" for j in range(first, inside[0]))
    if not telling and last == inside[-1]:
        return None
    span = Span(tree.tokens[first].span.start, tree.tokens[last].span.end)
    return Mention(reading.document.id, span, MentionKind.NOMINAL, "Product", tree.tokens[i].span)


def _owner(reading: Reading, number: int, i: int) -> Mention | None:
    """The name right before a function, where the parse takes all for one name: "Tessel" in
    "Tessel CEO Karel Post"."""
    tree = reading.trees[number]
    name = reading.named(number, i - 1) if i and tree.tokens[i].dep.startswith("flat") else None
    named = name is not None and name.kind is MentionKind.NAME
    return name if named and noun_class(tree.lemma(i)) == "Person" else None


def _modifies(tree: Tree, at: int, i: int, name: list[int]) -> bool:
    return tree.head(at) in (i, *name) and tree.tokens[at].dep in (
        "det",
        "amod",
        "nmod:poss",
        "nummod",
    )


def _is_thing(reading: Reading, number: int, i: int, types: EventTypes) -> bool:
    """Whether the noun at ``i`` heads a phrase for a person, group, place or thing."""
    tree = reading.trees[number]
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or token.dep not in _ARGUMENT:
        return False
    if reading.named(number, i) is not None or not _is_word(tree.word(i)):
        return False
    if reading.measured(number, i) or reading.tells_time(number, i):
        return False
    if reading.mention(number, i) not in (None, reading.nominal(tree, i)):
        return False  # the name beside it is the mention: "stad" in "de stad Kiev"
    predicate = token.dep in ("root", "parataxis") and token.pos == "NOUN"
    if predicate and tree.children(i, "cop") and not tree.children(i, "det", "nmod:poss"):
        return False  # "is arts", "is lid": what somebody is, not whom
    lemma = tree.lemma(i)
    if _is_time(tree, i) or _listed(lemma, "measures") or _listed(lemma, "abstract"):
        return False
    if tree.children(i, "nsubj") and not tree.children(i, "cop"):
        return False
    if _is_mass(tree, i):
        return False
    return types.of_noun(lemma) is None and not is_nominal_event(lemma)


def _is_mass(tree: Tree, i: int) -> bool:
    """A common noun in the singular with no word before it: "verbinding", "commentaar" as an
    object or after a preposition tell of no thing; a subject does ("winst daalt")."""
    token = tree.tokens[i]
    if token.pos != "NOUN" or tree.feature(i, "Number") == "Plur":
        return False
    if tree.children(i, "det", "nmod:poss", "nummod", "amod", "nmod") or noun_class(tree.lemma(i)):
        return False
    return token.dep not in ("nsubj", "nsubj:pass", "appos", "root")


def _is_word(form: str) -> bool:
    """Whether letters name something: "A9"; not "s", "9", "17-Mar-08", "US$" or "UTC"."""
    letters = sum(c.isalnum() for c in form) if any(c.isalpha() for c in form) else 0
    signs = any(unicodedata.category(character) == "Sc" for character in form)
    return letters > 1 and not (signs or _DATE.fullmatch(form) or _listed(form, "codes"))


def _listed(lemma: str, name: str) -> bool:
    return lemma in words("mentions.toml", name)


def _is_time(tree: Tree, i: int) -> bool:
    lemma = tree.lemma(i)
    ends = tuple(table("mentions.toml")["time_ends"])
    return _listed(lemma, "times") or (lemma.endswith(ends) and noun_class(lemma) is None)


def _relative_head(tree: Tree, i: int) -> int | None:
    for ancestor in tree.ancestors(i):
        if tree.tokens[ancestor].dep == "acl:relcl":
            return tree.head(ancestor)
    return None


def _means_nothing(tree: Tree, i: int) -> bool:
    """ "het" that announces a clause or has a predicate adjective without more: "het is koud"."""
    head = tree.head(i)
    if head is None or tree.tokens[i].dep == "expl":
        return True
    if tree.tokens[head].lemma.lower() in ("regenen", "sneeuwen", "vriezen", "dooien", "gaan"):
        return True
    if tree.children(head, "csubj", "ccomp"):
        return tree.tokens[head].pos != "VERB" or bool(tree.children(head, "csubj"))
    return bool(tree.children(head, "cop")) and tree.tokens[head].pos in ("ADJ", "ADV")


def _crosses(tree: Tree, mention: Mention, names: list[Mention]) -> bool:
    """Whether a mention cuts through a name: a fault of the parse, and no mention."""
    span = mention.span
    return any(
        span.overlaps(n.span) and not span.covers(n.span) and not n.span.covers(span) for n in names
    ) or any(n.span == span for n in names if n.kind is MentionKind.NAME)
