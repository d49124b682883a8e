"""A headline and the sentences behind it -> chains: news tells its subject twice."""

from __future__ import annotations

from kg.lexicon import table
from kg.link.agreement import differ
from kg.link.anaphora import one_noun
from kg.link.article import Article
from kg.link.profile import Profile, means_other
from kg.model import MentionKind

# What a headline says is told again in so many sentences behind it.
LEAD = 3


def retold(article: Article) -> None:
    """ "Bakker koopt winkel" … "Bakker heeft een winkel gekocht": one shop.

    A headline gives no article and a lead begins anew with "een", so the rule that "een" tells
    of another one does not hold between them. Leaves "twee winkels" and "drie winkels" alone,
    and a noun that the lead has twice.
    """
    end = article.headline_end
    if not end:
        return
    first = article.grammar.sentence_at(end) + 1
    nominal = [p for p in article.by_kind(MentionKind.NOMINAL) if p.at is not None]
    lead = [p for p in nominal if p.mention.span.start >= end and p.sentence < first + LEAD]
    for profile in (p for p in nominal if p.mention.span.end <= end):
        chain = article.chain_of[profile]
        same = [p for p in lead if _same(article, profile, p)]
        same.sort(key=lambda p: (p.lemma != profile.lemma, p.order))
        if same and not chain.named and not differ(chain, article.chain_of[same[0]]):
            article.join(article.chain_of[same[0]], chain, f"kop over “{same[0].words}”")


def _same(article: Article, head: Profile, told: Profile) -> bool:
    if head.plural != told.plural or means_other(told) or means_other(head):
        return False
    numbers = [_numbers(article, p) for p in (head, told)]
    return one_noun(head.lemma, told.lemma) and (not all(numbers) or numbers[0] == numbers[1])


def _numbers(article: Article, profile: Profile) -> set[str]:
    assert profile.at is not None
    spelled = table("numbers.toml")["units"]
    told = [article.grammar.lower(c) for c in article.grammar.children(profile.at, "nummod")]
    return {str(spelled.get(word, word)) for word in told}
