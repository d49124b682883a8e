"""A trigger in its tree -> the words around it, for the conditions of event types."""

from __future__ import annotations

from kg.extract.nominals import pronoun
from kg.extract.reading import Reading
from kg.extract.roles import is_passive, subjects
from kg.extract.tree import Tree

_NOUNS = ("NOUN", "PROPN")
_BESIDE = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")


def dependents(reading: Reading, number: int, i: int) -> dict[str, frozenset[str]]:
    """Relation -> lemmas and classes of the words in it, for the conditions of triggers.

    The subject of a passive counts as object; "onder vuur" stands under obl and under its
    preposition ("onder=vuur"); words joined to it count too, and so does the subject that
    another verb has ("kwam onder vuur te liggen") and what a preposition hangs on the object,
    which the parse is least sure of ("veegde het plan van tafel"). "head" is the word that the
    trigger hangs on, "above" whatever it stands under, "beside" what else takes part in the head
    ("de politie" in "de politie deed een inval"), "number" Sing or Plur.
    """
    tree = reading.trees[number]
    found: dict[str, set[str]] = {}

    def add(child: int, *relations: str) -> None:
        joined_nouns = [c for c in tree.children(child, "conj") if tree.tokens[c].pos in _NOUNS]
        for joined in (child, *joined_nouns):
            mention = reading.mention(number, joined)
            # "ze" as an object may be things.
            if mention is None and not (tree.lower(joined) == "ze" and "obj" in relations):
                mention = pronoun(reading, number, joined)
            kinds = {mention.entity_class} if mention is not None else set()
            if mention is not None and mention.head is not None:
                # "het gebouw dat werd geraakt": what the pronoun stands for.
                kinds |= {tree.tokens[j].lemma.lower() for j in tree.at(mention.head)}
            for relation in filter(None, relations):
                found.setdefault(relation, set()).update(
                    {tree.tokens[joined].lemma.lower(), tree.lower(joined)}, kinds
                )

    passive = is_passive(tree, i)
    for child in tree.children(i):
        relation = tree.tokens[child].dep.partition(":")[0]
        undergoes = relation == "nsubj" and passive
        add(child, "obj" if undergoes else relation, tree.case(child))
    if tree.tokens[i].pos == "VERB":
        for subject in set(subjects(tree, i)) - set(tree.children(i)):
            add(subject, "obj" if passive else "nsubj")
        for undergoing in tree.children(i, "obj", "nsubj:pass"):
            for behind in tree.children(undergoing, "nmod"):
                if tree.case(behind) != "van" or not tree.children(behind, "det", "nmod:poss"):
                    add(behind, tree.case(behind))
    found["number"] = {tree.feature(i, "Number") or "Sing"}
    governor = _governor(tree, i)
    if governor is not None:
        mention = reading.mention(number, governor)
        kinds = {mention.entity_class} if mention is not None else set()
        found["head"] = {tree.lemma(governor), tree.lower(governor)} | kinds
        found["above"] = {tree.lemma(a) for a in tree.ancestors(i)}
        for other in tree.children(governor, *_BESIDE):
            if other != i:
                add(other, "beside")
    return {relation: frozenset(of) for relation, of in found.items()}


def _governor(tree: Tree, i: int) -> int | None:
    """What a word hangs on; a joined word shares that of the first: "brand en schade in Breda"."""
    head = tree.head(i)
    while head is not None and tree.tokens[i].dep == "conj":
        i, head = head, tree.head(head)
    return head
