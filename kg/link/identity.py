"""A chain -> the thing of the world it is, or nothing, with the reason."""

from __future__ import annotations

from kg.gazetteer import Entry, Gazetteer
from kg.link.chains import Chain
from kg.model import MentionKind
from kg.vocab import class_chain, top_class

# How many times more people the first of several places of one name must have.
DOMINANCE = 10


def identify(chain: Chain, gazetteer: Gazetteer) -> tuple[Entry | None, str]:
    """The gazetteer's entry for a chain, and why; (None, reason) rather than a guess.

    Among the entries of the chain's names only those whose class agrees count: a person is
    never linked to a place. A type word decides ("provincie Kiev"); among several places the
    one with ten times the inhabitants of the next, else none.
    """
    if chain.country is not None:
        return chain.country, ""
    if not any(m.kind is MentionKind.NAME for m in chain.mentions) or chain.entity_class == "Group":
        return None, ""
    found = gazetteer.lookup(chain.label)
    agreeing = [entry for entry in found if _agrees(entry, chain)]
    if chain.hint is not None:
        hinted = [entry for entry in agreeing if chain.hint in class_chain(entry.entity_class)]
        if hinted or chain.hint == "AdminRegion":
            agreeing = hinted
    if not agreeing:
        return None, ""
    if len(agreeing) == 1:
        return agreeing[0], f"enige “{chain.label}” van deze soort in de namenlijst"
    first, second = agreeing[0], agreeing[1]
    if "Country" in (first.entity_class,):
        return first, f"“{chain.label}” is een land"
    if first.population >= DOMINANCE * max(second.population, 1):
        return first, f"verreweg de grootste “{chain.label}” ({first.population} inwoners)"
    return None, f"{len(agreeing)} kandidaten voor “{chain.label}”, geen gekozen"


def _agrees(entry: Entry, chain: Chain) -> bool:
    kind = top_class(chain.entity_class)
    own = top_class(entry.entity_class)
    if kind == "Thing":
        return own != "Person" or " " in chain.label
    if kind == "Organisation" and entry.entity_class == "Country":
        return True
    return kind == own
