"""Phrases -> who fills a role, and the role that a preposition gives."""

from __future__ import annotations

from collections.abc import Iterator

from kg.event_types import EventType
from kg.extract.nominals import pronoun
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import table, words
from kg.model import Mention, Role
from kg.vocab import top_class

# "aan de rivier", "aan zee": nobody gets anything.
_WATERS = ("River", "Sea", "Lake", "Mountain", "Island", "Facility")


PEOPLE = ("Person", "Organisation", "Group")


def adjuncts(
    reading: Reading,
    number: int,
    heads: list[int],
    kind: EventType | None,
    *,
    passive: bool = False,
    places_only: bool = False,
    state: bool = False,
    noun: bool = False,
) -> Iterator[Role]:
    tree = reading.trees[number]
    for head in heads:
        case = tree.case(head)
        # "op enkele tientallen kilometers van Kiev": the measure hangs on its number.
        for measure in (head, *tree.children(head, "nmod")):
            if tree.lemma(measure) in words("cues.toml", "prepositions", "distances"):
                yield from _distance(reading, number, measure)
        if not case or _is_phrase(tree, head, case):
            continue
        beside = case == "aan" and tree.lemma(head).endswith(_edges())
        for mention in mentions_of(reading, number, head):
            role = (
                "near"
                if beside
                else _role_of(case, mention, kind, passive=passive, state=state, noun=noun)
            )
            if role is None or (places_only and role not in ("hasPlace", "near")):
                continue
            if (
                role == "hasPlace"
                and mention.head == tree.tokens[head].span
                and _all_of(tree, head)
            ):
                continue
            yield Role(role, mention)


def _edges() -> tuple[str, ...]:
    return tuple(sorted(words("cues.toml", "nouns", "edges")))


def _is_phrase(tree: Tree, i: int, case: str) -> bool:
    """ "op basis van", "op dagelijkse basis", "in plaats van": no place."""
    fixed: dict[str, list[str]] = table("cues.toml")["prepositions"]["phrases"]
    return tree.lemma(i) in fixed.get(case, ()) and not tree.children(i, "det", "nmod:poss")


def _all_of(tree: Tree, i: int) -> bool:
    """ "in de hele stad": how far it reached; the place is the one that the text names."""
    return tree.tokens[i].pos == "NOUN" and any(
        tree.lemma(c) in ("heel", "geheel", "gans") for c in tree.children(i, "amod", "det", "nmod")
    )


def _distance(reading: Reading, number: int, i: int) -> Iterator[Role]:
    """ "op dertig kilometer van Kiev" is near Kiev."""
    tree = reading.trees[number]
    for child in tree.children(i, "nmod"):
        if tree.case(child) in ("van", "buiten", "vanaf"):
            for mention in mentions_of(reading, number, child):
                if top_class(mention.entity_class) == "Place":
                    yield Role("near", mention)


def _role_of(
    case: str,
    mention: Mention,
    kind: EventType | None,
    *,
    passive: bool,
    state: bool,
    noun: bool,
) -> str | None:
    if kind is not None and case in kind.prepositions:
        return kind.prepositions[case]
    top = top_class(mention.entity_class)
    if case == "door":
        # "door rebellen" in the passive acts; "door de storm" else is why; "door de stad" neither.
        thing = top not in ("Place", *PEOPLE)
        return "agent" if passive and not (thing and noun) else "cause" if thing else None
    if case == "aan" and top == "Place" and mention.entity_class in _WATERS:
        return "near"
    if state and case == "aan" and top == "Place":
        return "near"  # "ligt aan de kust"
    # A country acts and is acted upon like people: "een akkoord met Rusland".
    lists = {"Place": ("place", "people", "thing"), **dict.fromkeys(PEOPLE, ("people", "thing"))}
    for name in lists.get(top, ("thing",)):
        role: str | None = table("cues.toml")["prepositions"][name].get(case)
        if role is not None:
            return role
    return None


def fill(reading: Reading, number: int, i: int, role: str) -> list[Role]:
    return [Role(role, mention) for mention in mentions_of(reading, number, i)]


def mentions_of(reading: Reading, number: int, i: int) -> list[Mention]:
    tree = reading.trees[number]
    heads = [_counted(tree, h) for h in (i, *tree.children(i, "conj"))]
    found = [reading.mention(number, h) or pronoun(reading, number, h) for h in heads]
    mentions = [m for m in found if m is not None]
    # "delegaties van Oekraïne en Rusland": one phrase, though the parser joins Rusland to it.
    return [m for m in mentions if not any(o != m and o.span.covers(m.span) for o in mentions)]


def _counted(tree: Tree, i: int) -> int:
    """ "duizenden burgers": the people counted, where the parser takes the number for the head."""
    if tree.tokens[i].pos != "NUM":
        return i
    bare = [c for c in tree.children(i, "nmod") if not tree.case(c) and c > i]
    return bare[0] if bare else i
