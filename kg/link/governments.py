"""Names of seats -> governments: "Moskou eist" is that of Rusland, "in Moskou" the city."""

from __future__ import annotations

from kg.gazetteer import Entry, fold
from kg.lexicon import table, words
from kg.link.article import Article, Chain
from kg.link.identity import places_around
from kg.link.profile import Profile
from kg.model import MentionKind

_FILE = "governments.toml"


def metonymy(article: Article) -> None:
    """ "Moskou eist een gesprek": the government, by the verb that only a government can have.

    Leaves "in Moskou", "Parijs won van Lyon" and "de burgemeester zei dat Kiev standhoudt" to
    the city, and names that stand for two ("Brussel") alone.
    """
    acting: dict[Profile, Entry] = {}
    for profile in article.by_kind(MentionKind.NAME):
        country = _governed_from(article, article.chain_of[profile])
        if country is not None and _acts(article, profile):
            acting[profile] = country
    for profile, country in _other_parties(article, acting):
        acting[profile] = country
    chains: dict[str, Chain] = {}
    for profile, country in sorted(acting.items(), key=lambda found: found[0].order):
        named = article.chain_of[profile].label
        article.take_out(profile)
        known = chains.get(country.key)
        reason = f"metonymie: “{profile.words}” is hier de {_label(country)}, niet {named}"
        if known is not None:
            article.add(known, profile, reason)
        else:
            chain = article.new_chain(profile, reason, named=True, entry=government_of(country))
            chain.entity_class = "Government"
            chains[country.key] = chain


def nouns(article: Article) -> None:
    """ "De Russische regering": the government of Rusland. Leaves "de nieuwe regering" alone."""
    for profile in article.by_kind(MentionKind.NOMINAL):
        chain = article.chain_of[profile]
        if chain.named or chain.entry is not None or chain.of_country is None:
            continue
        if profile.lemma not in words(_FILE, "nouns") or profile.definite not in ("def", "bare"):
            continue
        if profile.plural or set(profile.words.lower().split()) & words(_FILE, "another"):
            continue
        chain.entry, chain.entity_class = government_of(chain.of_country), "Government"
        chain.why_entry = f"regering van {chain.of_country.label}"


def government_of(country: Entry) -> Entry:
    """The government of a country: the gazetteer has no row for it, the key says whose it is."""
    return Entry(
        key=f"kg:government-{country.key.lower().replace(':', '-')}",
        label=_label(country),
        entity_class="Government",
        source=country.source,
    )


def _label(country: Entry) -> str:
    article = "de " if country.label in words(_FILE, "with_article") else ""
    return f"regering van {article}{country.label}"


def _governed_from(article: Article, chain: Chain) -> Entry | None:
    """The country that is governed from what a chain names; None where it is no such place."""
    if not chain.named:
        return None
    for name in chain.names():
        bare = fold(name).removeprefix("Het ").removeprefix("het ")
        for kind in ("seats", "houses"):
            label = table(_FILE)[kind].get(bare)
            found = article.gazetteer.lookup(label) if label else ()
            country = next((e for e in found if e.entity_class == "Country"), None)
            if country is not None and (kind == "houses" or _is_seat(article, chain, country)):
                return country
    return None


def _is_seat(article: Article, chain: Chain, country: Entry) -> bool:
    entry = chain.entry
    if entry is None or entry.entity_class != "City":
        return False
    return country.key in places_around(entry, article.gazetteer)


def _acts(article: Article, profile: Profile) -> bool:
    """Whether a name is the subject, or the one quoted, of what a government does."""
    if profile.at is None:
        return False
    grammar = article.grammar
    case = [grammar.lower(c) for c in grammar.children(profile.at, "case")]
    if _town(article, profile.sentence):
        return False
    if case == ["volgens"]:
        return profile.dep not in ("nmod",)
    governed = grammar.clause(profile.at)
    if profile.subject and not case:
        return _governs(article, governed)
    return case == ["door"] and profile.dep == "obl:agent" and _governs(article, governed)


def _governs(article: Article, at: tuple[int, int]) -> bool:
    lemma = article.grammar.verb(at)
    return lemma in words(_FILE, "verbs") or lemma in table("cues.toml")["illocution"]


def _town(article: Article, sentence: int) -> bool:
    tokens = article.grammar.sentences[sentence].tokens
    return any(t.lemma.lower() in words(_FILE, "town") for t in tokens)


def _other_parties(article: Article, acting: dict[Profile, Entry]) -> list[tuple[Profile, Entry]]:
    """ "… tegen Londen": who stands against, with or beside a government in its own clause."""
    clauses = {article.grammar.clause(p.at) for p in acting if p.at is not None}
    found = []
    for profile in article.by_kind(MentionKind.NAME):
        if profile in acting or profile.at is None:
            continue
        grammar = article.grammar
        case = [grammar.lower(c) for c in grammar.children(profile.at, "case")]
        if len(case) != 1 or case[0] not in words(_FILE, "against"):
            continue
        country = _governed_from(article, article.chain_of[profile])
        if country is not None and grammar.clause(profile.at) in clauses:
            found.append((profile, country))
    return found
