"""Corrections -> what the sieves did, set right."""

from __future__ import annotations

from kg.corrections import Correction, Corrections
from kg.gazetteer import Entry, Gazetteer, fold
from kg.link.article import Article, Chain
from kg.link.profile import Profile
from kg.model import MentionKind


def apply(article: Article, corrections: Corrections) -> None:
    """Set right what the sieves did, in the order of the file."""
    for row in corrections.of(*_ACTIONS):
        if row.document in (None, article.document.id):
            _ACTIONS[row.action](article, row)


def _merge(article: Article, row: Correction) -> None:
    found = _named(article, row)
    first, rest = (found[0], found[1:]) if found else (None, [])
    for chain in rest:
        assert first is not None
        if chain.entry and first.entry and chain.entry.key != first.entry.key:
            chain.entry, chain.why_entry = None, ""
        article.join(first, chain, row.reason)


def _split(article: Article, row: Correction) -> None:
    """Names of one chain go apart; what is no name stays with the first of them."""
    for name in row.names[1:]:
        for chain in list(article.chains):
            names = {fold(n) for n in chain.names()}
            if fold(name) not in names or fold(row.names[0]) not in names:
                continue
            gone = [p for p in chain.profiles if _is_name(p, name)]
            kept = [
                (p, r) for p, r in zip(chain.profiles, chain.reasons, strict=True) if p not in gone
            ]
            chain.profiles = [p for p, _ in kept]
            chain.reasons = [f"{r}; {row.reason}" for _, r in kept]
            apart = article.new_chain(gone[0], row.reason, named=True)
            for profile in gone[1:]:
                article.add(apart, profile, row.reason)


def _identify(article: Article, row: Correction) -> None:
    assert row.key is not None
    for chain in _named(article, row):
        chain.entry = _entry(article.gazetteer, row.key, chain, row.entity_class)
        chain.why_entry, chain.country = row.reason, None


def _never(article: Article, row: Correction) -> None:
    for chain in _named(article, row):
        if chain.entry is not None and row.key in (None, chain.entry.key):
            chain.refused.append(f"{chain.entry.label} ({chain.entry.key}): {row.reason}")
            chain.entry, chain.why_entry = None, ""


_ACTIONS = {"merge": _merge, "split": _split, "identity": _identify, "never": _never}


def _named(article: Article, row: Correction) -> list[Chain]:
    """The chains with one of the names, in the order in which the row names them."""
    found: dict[Chain, None] = {}
    for name in row.names:
        for chain in article.chains:
            if fold(name) in {fold(n) for n in chain.names()} | {fold(chain.label)}:
                found[chain] = None
    return list(found)


def _is_name(profile: Profile, name: str) -> bool:
    return profile.mention.kind is MentionKind.NAME and fold(profile.words) == fold(name)


def _entry(gazetteer: Gazetteer, key: str, chain: Chain, kind: str | None) -> Entry:
    """The thing of the list of names, or one with no more than this identity."""
    known = gazetteer.get(key)
    if known is not None:
        return known
    same = {"Q": f"http://www.wikidata.org/entity/{key}"}.get(key[0], "")
    if key.startswith("geonames:"):
        same = f"https://sws.geonames.org/{key.removeprefix('geonames:')}/"
    return Entry(
        key=key,
        label=chain.label,
        entity_class=kind or chain.entity_class,
        same_as=(same,) if same else (),
        source="corrections.toml",
    )
