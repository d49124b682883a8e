"""The name that stands for a speaker: after a function, or one of two taken for one."""

from __future__ import annotations

from kg import gazetteer
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.model import Mention, MentionKind
from kg.vocab import top_class


def one_name(tree: Tree, i: int, mention: Mention | None) -> Mention | None:
    """ "verzocht Zelenski Europa te helpen": two names that were taken for one."""
    if mention is None or mention.kind is not MentionKind.NAME:
        return mention
    half = part(tree, i, mention)
    if half != mention:
        return half
    inside = tree.at(mention.span)
    others = [j for j in inside if j != i and tree.head(j) not in inside]
    if i not in inside or tree.head(i) in inside or not others:
        return mention
    own = [j for j in tree.subtree(i) if j in inside and j not in others]
    if not all(tree.tokens[j].dep in ("nsubj", "obj", "iobj") for j in (*others, i)):
        return mention
    kind = "Person" if tree.tokens[i].dep == "nsubj" else mention.entity_class
    return Mention(mention.document_id, tree.span(own), MentionKind.NAME, kind)


def part(tree: Tree, i: int, name: Mention) -> Mention:
    """The half of "Zelenski Europa" that word ``i`` is in, where the gazetteer knows both halves
    and not the whole; else the name."""
    inside = tree.at(name.span)
    if not 2 <= len(inside) <= 4 or (known := gazetteer.load()).lookup(name.span.of(tree.text)):
        return name
    for cut in range(1, len(inside)):
        halves = inside[:cut], inside[cut:]
        spans = [tree.span(half) for half in halves]
        entries = [known.lookup(span.of(tree.text)) for span in spans]
        if all(entries) and i in inside:
            at = 0 if i in halves[0] else 1
            kind = entries[at][0].entity_class
            return Mention(name.document_id, spans[at], MentionKind.NAME, top_class(kind))
    return name


def name_after(reading: Reading, number: int, i: int, speaks: bool) -> Mention | None:
    """ "premier Rutte", "brandweercommandant Kees Mol": the name right after the function."""
    tree = reading.trees[number]
    if tree.tokens[i].pos != "NOUN" or reading.named(number, i) or i + 1 >= len(tree):
        return None
    name = reading.named(number, i + 1)
    if name is None or name.kind is not MentionKind.NAME:
        return None
    starts = name.span.start == tree.tokens[i + 1].span.start
    return name if starts and speaks else None
