"""Functions -> who held them on the day of the article: "de Franse president"."""

from __future__ import annotations

import re
from datetime import date

from kg.gazetteer import Entry
from kg.lexicon import table, words
from kg.link.article import Article, Chain
from kg.link.names import named_chains
from kg.link.profile import Profile, means_other
from kg.model import MentionKind
from kg.spelling import bare_surname, family_names

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def holders(article: Article) -> None:
    """ "De Franse president belde": who held that office on the day of the article.

    The country is the one that the phrase tells, or the only one in which the article plays. Leaves
    "een president", "de voormalige president" and a sentence about another year alone, and an
    office that two held, or whose holder is not known for that day. "De president" after
    "president Zelenski" is no other, unless the phrase tells his country.
    """
    if article.published is None:
        return
    titled: dict[str, Profile] = {}
    for profile in article.by_kind(MentionKind.NOMINAL):
        chain = article.chain_of[profile]
        if profile.lemma not in _positions():
            continue
        own = _name_behind(article, profile)
        if own is not None:
            titled[profile.lemma] = own
        if chain.named or chain.entry is not None or not _one_office(article, profile):
            continue
        country = chain.of_country.key if chain.of_country else _only_country(article)
        position = _position(article, profile)
        if country is None or position is None:
            continue
        held = article.gazetteer.holders(country, position, article.published)
        name = own if chain.of_country else titled.get(profile.lemma)
        if name is not None:
            held = tuple(holder for holder in held if bare_surname(name.words) in _short(holder))
        _decide(chain, profile, held, article.published)
        if chain.entry is not None:
            _by_surname(article, chain, chain.entry)


def _by_surname(article: Article, chain: Chain, holder: Entry) -> None:
    """ "De Russische president … Poetin": the surname alone is the holder's where he is told of."""
    short = _short(holder)
    for other in named_chains(article):
        unknown = other.top == "Person" and other.entry is None and other is not chain
        if unknown and any(bare_surname(name) in short for name in other.names()):
            article.join(other, chain, f"achternaam van {holder.label}")
            return


def _short(holder: Entry) -> set[str]:
    """What somebody is called, in full or by surname."""
    return {bare_surname(holder.label), *family_names(holder.label)}


def _name_behind(article: Article, profile: Profile) -> Profile | None:
    """ "President Zelenski": the name tells who it is, whoever holds the office where the article
    plays."""
    end = profile.mention.span.end
    names = (p for p in article.by_kind(MentionKind.NAME) if p.mention.span.end > end)
    return next((p for p in names if not article.text[end : p.mention.span.start].strip()), None)


def _decide(chain: Chain, profile: Profile, held: tuple[Entry, ...], day: date) -> None:
    if len(held) == 1:
        chain.entry = held[0]
        chain.why_entry = f"“{profile.words}” was op {day.isoformat()} {held[0].label}"
    elif held:
        some = " of ".join(e.label for e in held)
        chain.refused.append(f"{some}: beiden “{profile.lemma}” op {day.isoformat()}")


def _one_office(article: Article, profile: Profile) -> bool:
    if profile.at is None or profile.plural or means_other(profile):
        return False
    if profile.definite not in ("def", "bare"):
        return False
    # "tot president gekozen" tells of an office, not of its holder.
    bare_ok = profile.definite == "def" or profile.subject
    said = set(profile.words.lower().split()) & words("offices.toml", "another")
    return bare_ok and not said and not _another_time(article, profile)


def _another_time(article: Article, profile: Profile) -> bool:
    span = article.grammar.sentences[profile.sentence].span
    years = {int(year) for year in _YEAR.findall(span.of(article.text))}
    then = set(span.of(article.text).lower().split()) & words("offices.toml", "then")
    assert article.published is not None
    return bool(then) or bool(years - {article.published.year})


def _positions() -> dict[str, str]:
    found: dict[str, str] = table("offices.toml")["positions"]
    return found


def _position(article: Article, profile: Profile) -> str | None:
    """The office in the words of the gazetteer: "minister van Defensie"; None for a minister of
    nothing."""
    position = _positions()[profile.lemma]
    head = profile.words.lower().rfind(profile.lemma)
    behind = profile.words[head + len(profile.lemma) :].strip() if head >= 0 else ""
    if profile.lemma in words("offices.toml", "of_something"):
        return f"{position} {behind}" if behind.startswith("van ") else None
    return position


def _only_country(article: Article) -> str | None:
    return next(iter(article.lands)) if len(article.lands) == 1 else None
