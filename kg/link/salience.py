"""A mention -> what stood before it, with how much each is in the reader's mind."""

from __future__ import annotations

from dataclasses import dataclass

from kg.link.article import Article, Chain
from kg.link.profile import Profile
from kg.model import MentionKind

# At most so many mentions back: the time stays linear in the length of the article.
FARTHEST = 60
_WEIGHT = {"nsubj": 3.0, "nsubj:pass": 3.0, "obj": 1.5, "iobj": 1.5, "root": 2.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain that a mention may stand for, its nearest mention, and its salience."""

    chain: Chain
    profile: Profile
    score: float


def candidates(article: Article, profile: Profile, window: int) -> list[Candidate]:
    """The chains told of up to ``window`` sentences before a mention.

    The nearer, the stronger; subjects before objects before the rest, names before phrases,
    and what was told of often before what was told of once (after Lappin & Leass 1994).
    A mention that encloses this one, or lies in it, is none.
    """
    found: dict[Chain, Candidate] = {}
    own = article.chain_of[profile]
    inside = profile.quotation
    for other in reversed(article.profiles[max(0, profile.order - FARTHEST) : profile.order]):
        distance = profile.sentence - other.sentence
        if distance > window:
            break
        chain = article.chain_of[other]
        if chain is own or other.mention.kind is MentionKind.ADJECTIVE:
            continue
        if other.mention.span.overlaps(profile.mention.span):
            continue
        score = _WEIGHT.get(other.dep, 0.5) - 1.6 * distance
        score += 1.0 if chain.named else 0.0
        score += 0.4 * min(len(chain.profiles), 5)
        if inside is not None and other.quotation not in (None, inside):
            score -= 0.5
        best = found.get(chain)
        if best is None or score > best.score:
            found[chain] = Candidate(chain, best.profile if best else other, score)
    return list(found.values())


def bound(article: Article, profile: Profile, other: Profile) -> bool:
    """ "Karel zag hem", "Karel zag de directeur": the object of a verb is not its subject (that
    would be "zich")."""
    if profile.dep == "nmod:poss" or profile.at is None or other.at is None:
        return False
    if profile.sentence != other.sentence or profile.quotation != other.quotation:
        return False
    return article.grammar.clause(profile.at) == article.grammar.clause(other.at) and (
        profile.dep != "nmod" and other.dep not in ("nmod", "nmod:poss")
    )
