"""Whether two chains can be one thing: class, gender, country, older or newer."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.link.article import Article, Chain


def other_country(one: Chain, two: Chain) -> bool:
    """Whether the article tells that the two serve different countries."""
    return bool(one.of_country and two.of_country and one.of_country.key != two.of_country.key)


def differ(one: Chain, two: Chain) -> bool:
    """Whether two chains cannot be one thing: their classes, genders or countries differ."""
    tops = {c.top for c in (one, two) if not _anybody(c)} - {"Thing", "Product"}
    if one.gender and two.gender and one.gender != two.gender:
        return True
    return len(tops) > 1 or other_country(one, two)


def _anybody(chain: Chain) -> bool:
    """Whether only nouns such as "eigenaar" name it, which people and organisations can be."""
    anybody = words("coreference.toml", "anybody")
    return not chain.named and bool(chain.lemmas) and all(ends_in(n, anybody) for n in chain.lemmas)


def ends_in(lemma: str, known: frozenset[str]) -> bool:
    """Whether a noun, or the last part of six letters or more of a compound, is in a list."""
    return lemma in known or any(lemma[start:] in known for start in range(3, len(lemma) - 5))


def of_other_age(article: Article, one: Chain, two: Chain) -> bool:
    """Whether one is told to be an earlier and the other a later one of their kind: "de eerste
    iPod" and "de nieuwe iPod"."""
    ages = _ages(article, one), _ages(article, two)
    return bool(all(ages) and ages[0] != ages[1])


def tells_age(word: str) -> bool:
    """Whether a word tells a thing from an earlier or later one: "eerste", "nieuwe"."""
    ages = table("coreference.toml")["ages"]
    return any(word in of for of in ages.values())


def _ages(article: Article, chain: Chain) -> set[str]:
    told = {
        article.grammar.lower(child)
        for profile in chain.recent()
        if profile.at is not None
        for child in article.grammar.children(profile.at, "amod", "nummod")
    }
    return {age for age in ("earlier", "later") if told & words("coreference.toml", "ages", age)}
