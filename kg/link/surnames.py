"""Surnames -> the one who bears them: the only one, the one told of so far, whom a title tells."""

from __future__ import annotations

from collections import defaultdict

from kg.lexicon import noun_class
from kg.link.agreement import differ
from kg.link.article import Article, Chain
from kg.link.names import known_apart, named_chains, sort_of
from kg.link.profile import Profile
from kg.model import MentionKind
from kg.spelling import bare_surname, family_names, first_names_fit, has_first_name
from kg.vocab import top_class

_PEOPLE = ("Person", "Thing")
# "De Belgische minister van Toerisme, Bart Simons": so far before a name its title may stand.
TITLE_WORDS = 6


def surnames(article: Article) -> None:
    """ "Volodimir Zelenski" … "Zelenski": the short one joins the only full name ending in it.

    Leaves "Jansen" alone where both Anna Jansen and Piet Jansen are told of.
    """
    full: dict[str, list[Chain]] = defaultdict(list)
    people = [c for c in named_chains(article) if c.top in _PEOPLE]
    for chain in people:
        for name in chain.names():
            for part in family_names(name):
                if chain not in full[part]:
                    full[part].append(chain)
    for chain in people:
        own = bare_surname(chain.label)
        bearers = [c for c in full.get(own, ()) if c is not chain and c in article.chains]
        persons = [c for c in bearers if sort_of(c) == "Person"]
        bearers = persons or ([] if chain.top != "Person" else bearers)
        if len(bearers) == 1 and not known_apart(bearers[0], chain):
            _no_namesake(bearers[0], chain)
            article.join(bearers[0], chain, f"achternaam van “{bearers[0].label}”")
        elif len(bearers) > 1 and chain.top == "Person":
            _told_so_far(article, chain, bearers)


def _told_so_far(article: Article, chain: Chain, bearers: list[Chain]) -> None:
    """ "Piet Jansen stapte op. … Jansen … Anna Jansen": each surname is that of the only one whom
    the text has named so far, in a headline that of the first.

    A title tells whose it is too ("minister Jansen"). Leaves "Jansen" alone once both have been
    named, and one of another country.
    """
    some = " en ".join(c.label for c in bearers)
    told = sorted(
        (p.order, p.sentence, number, _title(article, p, TITLE_WORDS) or "")
        for number, bearer in enumerate(bearers)
        for p in bearer.profiles
        if p.mention.kind is MentionKind.NAME and has_first_name(p.words)
    )
    for profile in list(chain.profiles):
        title = _title(article, profile, 1)
        known = [one for one in told if one[0] < profile.order]
        known = known or [one for one in told if one[1] == told[0][1]]
        meant = {number for _, _, number, _ in known}
        titled = {number for _, _, number, own in told if own == title}
        if len(meant) != 1 or (titled and not meant & titled):
            meant = titled
        bearer = bearers[next(iter(meant))] if len(meant) == 1 else None
        if bearer is None or differ(chain, bearer):
            chain.refused.append(f"{some}: meer dan één met deze achternaam")
            continue
        article.take_out(profile)
        article.add(bearer, profile, f"achternaam van “{bearer.label}”, over wie het gaat")


def _title(article: Article, profile: Profile, reach: int) -> str | None:
    """The last noun for a person among so many words before a name: "minister" Jansen."""
    if profile.at is None:
        return None
    tokens = article.grammar.sentences[profile.at[0]].tokens
    before = [t.lemma.lower() for t in tokens if t.span.end <= profile.mention.span.start]
    return next((w for w in reversed(before[-reach:]) if noun_class(w) == "Person"), None)


def _no_namesake(bearer: Chain, short: Chain) -> None:
    """Take back whom a surname alone stood for where the full name tells of somebody else.

    "Simsek" is not minister Mehmet Simsek where the article tells of Murat Simsek.
    """
    if (
        short.entry is None
        or bearer.entry is not None
        or top_class(short.entry.entity_class) != "Person"
    ):
        return
    full = [name for name in bearer.names() if has_first_name(name)]
    if full and not any(first_names_fit(name, short.entry.label) for name in full):
        short.refused.append(f"{short.entry.label}: een andere voornaam dan “{full[0]}”")
        short.entry, short.why_entry = None, ""
