"""Definite phrases -> chains: equal words, and what takes up a name or another noun."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.link.agreement import differ, of_other_age, other_country
from kg.link.article import Article, Chain, heads
from kg.link.profile import Profile, means_other
from kg.link.salience import Candidate, bound, candidates
from kg.model import MentionKind
from kg.vocab import class_chain, top_class

# How many sentences back a definite phrase looks for what it takes up.
WINDOW = 6


def same_words(article: Article) -> None:
    """ "De rebellen" after "rebellen", "het contract" after "een contract": the same noun.

    A phrase with de, het, die or dat takes up the last one of its head noun; leaves "een stad"
    and "een andere stad" alone, and phrases that say more than the one before ("de oude stad").
    """
    last: dict[tuple[str, bool], Profile] = {}
    for profile in article.by_kind(MentionKind.NOMINAL):
        key = (_noun(article, profile), profile.plural)
        before = last.get(key)
        chain = article.chain_of[profile]
        if (
            before is not None
            and article.chain_of[before] is not chain
            and not chain.named
            and (_takes_up(profile) or _same_kind(article, profile, before))
            and not _says_more(article, profile, before)
            and not differ(article.chain_of[before], chain)
            and not _another_between(article, profile, before)
        ):
            known = article.chain_of[before]
            article.join(known, chain, f"zelfde woord als “{before.words}”")
        last[key] = profile


def _noun(article: Article, profile: Profile) -> str:
    """The head noun; of a plural the form itself, which no lemmatiser can spoil."""
    if profile.at is None or not profile.plural:
        return profile.lemma
    return article.grammar.lower(profile.at)


def _another_between(article: Article, profile: Profile, before: Profile) -> bool:
    """Whether a name that the noun can stand for is told between the two: "het bedrijf … Tessel
    … het bedrijf" is for ``taken_up`` to decide."""
    if heads(profile.lemma) is None or _content(article, profile):
        return False
    own = article.chain_of[before]
    between = (article.chain_of[p] for p in article.profiles[before.order + 1 : profile.order])
    return any(c is not own and c.named and _fits(article, profile, c) for c in between)


def taken_up(article: Article) -> None:
    """ "De stad" after "Enerhodar", "het bedrijf" after "Tessel", "de premier" after "premier
    Rutte": the most salient thing of that sort.

    Leaves "de stad" alone where two cities are as near and as prominent, and who is known by
    his office: "president Zelenski … de Russische president".
    """
    for profile in article.by_kind(MentionKind.NOMINAL):
        chain = article.chain_of[profile]
        if chain.named or chain.entry is not None or _told_before(article, profile, chain):
            continue
        if not _takes_up(profile) or _has_complement(article, profile):
            continue
        if _runs_on(article, profile):
            continue
        found = [
            Candidate(c.chain, c.profile, c.score + _closeness(profile, c.chain))
            for c in candidates(article, profile, WINDOW)
            if _fits(article, profile, c.chain) and not bound(article, profile, c.profile)
        ]
        chosen = _best(found, chain)
        if chosen is not None:
            why = f"“{profile.words}” neemt {chosen.chain.label} op"
            article.join(chosen.chain, chain, why)


def _told_before(article: Article, profile: Profile, chain: Chain) -> bool:
    """Whether a chain has a mention before this one, other than in the headline."""
    end = article.headline_end
    return any(p.order < profile.order and p.mention.span.end > end for p in chain.profiles)


def own_land(article: Article) -> None:
    """ "Zelenski … zijn land": the country that he is president of.

    Leaves "zijn land" alone where nothing was said of a country of his.
    """
    countries = {c.entry.key: c for c in article.chains if c.named and c.entry is not None}
    for profile in article.by_kind(MentionKind.NOMINAL):
        if profile.definite != "poss" or profile.at is None:
            continue
        if heads(profile.lemma) is None or profile.lemma not in ("land", "vaderland"):
            continue
        for owner in article.grammar.children(profile.at, "nmod:poss", "det"):
            for pronoun in article.at.get(owner, ()):
                land = _land_of(article, article.chain_of[pronoun])
                meant = countries.get(land) if land else None
                chain = article.chain_of[profile]
                if meant is not None and meant is not chain and not chain.named:
                    why = f"land van {article.chain_of[pronoun].label}"
                    article.join(meant, chain, why)


def _land_of(article: Article, chain: Chain) -> str | None:
    """Key of the country that somebody serves: told by the article, or by his offices then."""
    if chain.of_country is not None:
        return chain.of_country.key
    if chain.entry is None or article.published is None:
        return None
    day = article.published
    held = {
        office.country
        for office in article.gazetteer.offices(chain.entry.key)
        if (office.start is None or office.start <= day)
        and (office.end is None or day <= office.end)
    }
    return held.pop() if len(held) == 1 else None


def _closeness(profile: Profile, chain: Chain) -> float:
    """Its own noun weighs more than a kind of it: "de auto" is the personenauto, not the truck."""
    if profile.lemma in chain.lemmas:
        return 2.0
    if any(lemma.endswith(profile.lemma) for lemma in chain.lemmas):
        return 1.0
    return -4.0 if any(is_kind(lemma, profile.lemma) for lemma in chain.lemmas) else 0.0


def _best(found: list[Candidate], chain: Chain) -> Candidate | None:
    if not found:
        return None
    found.sort(key=lambda c: (-c.score, -c.profile.order))
    if len(found) > 1 and found[0].score - found[1].score < 1:
        chain.refused.append(
            f"{found[0].chain.label} of {found[1].chain.label}: even waarschijnlijk"
        )
        return None
    if len(found) > 1:
        found[0].chain.refused.append(f"{chain.label} kon ook {found[1].chain.label} zijn")
    return found[0]


def _fits(article: Article, profile: Profile, chain: Chain) -> bool:
    """Whether a definite phrase can stand for a chain: its noun and the chain's class agree."""
    own = article.chain_of[profile]
    if chain.plural != profile.plural or of_other_age(article, own, chain):
        return False
    if any(one_noun(profile.lemma, other) for other in chain.lemmas):
        return not other_country(own, chain)
    if _artefact(profile.lemma) and chain.top in ("Thing", "Product") and _proper(article, chain):
        return not any(_artefact(other) for other in chain.lemmas)
    known = heads(profile.lemma)
    if known is not None and chain.named and not chain.lemmas - _generic(chain):
        classes = known[1]
        mine = chain.entry.entity_class if chain.entry else chain.entity_class
        if any(c in class_chain(mine) for c in classes) and not other_country(own, chain):
            return _name_allows(profile.lemma, chain)
        # A company that the list of names does not know is an organisation, no more.
        return (
            mine == "Organisation"
            and top_class(classes[0]) == "Organisation"
            and _name_allows(profile.lemma, chain)
        )
    if known is not None and chain.named:
        return any(_both_heads(known[0], other) for other in chain.lemmas)
    return False


def _artefact(lemma: str) -> bool:
    return lemma in words("coreference.toml", "artefacts")


def _proper(article: Article, chain: Chain) -> bool:
    """Whether a proper noun names it, seen by the tagger of names or not: "de iPhone 4"."""
    return chain.named or any(
        p.at is not None and article.grammar.token(p.at).pos == "PROPN" for p in chain.profiles
    )


def _generic(chain: Chain) -> set[str]:
    """Head nouns of a chain that do not narrow down its sort."""
    return {lemma for lemma in chain.lemmas if heads(lemma) is None}


def _both_heads(noun: str, lemma: str) -> bool:
    """Whether two head nouns name one sort: "bedrijf" and "luchtvaartmaatschappij"."""
    other = heads(lemma)
    all_heads = table("coreference.toml")["heads"]
    return other is not None and bool(set(all_heads[noun]) & set(other[1]))


def _name_allows(lemma: str, chain: Chain) -> bool:
    """ "De bank" and "de universiteit" want a name that says so, or nothing that contradicts."""
    named, of = chain.label.lower(), table("coreference.toml")["sorts"]
    return all(
        sort not in named or lemma in nouns or lemma.endswith(sort) for sort, nouns in of.items()
    )


def one_noun(one: str, two: str) -> bool:
    """The same noun, one a compound of the other, or one a kind of the other ("kinds")."""
    if one == two:
        return True
    if (len(one) > 3 and two.endswith(one)) or (len(two) > 3 and one.endswith(two)):
        return True
    return is_kind(one, two) or is_kind(two, one)


def is_kind(kind: str, noun: str) -> bool:
    """Whether a noun is of the kind that another tells: "veerboot" of "schip"."""
    known = table("coreference.toml")["kinds"]
    general = next((noun[start:] for start in range(len(noun) - 2) if noun[start:] in known), "")
    return any(kind == k or (len(k) > 3 and kind.endswith(k)) for k in known.get(general, ()))


def _takes_up(profile: Profile) -> bool:
    return profile.definite in ("def", "dem") and not means_other(profile)


def _has_complement(article: Article, profile: Profile) -> bool:
    """Whether a phrase says itself which one: "de burgemeester van Utrecht"."""
    if profile.at is None:
        return False
    if profile.definite == "dem":
        return False
    beside = article.text[profile.mention.span.end : profile.mention.span.end + 2].strip()
    set_off = beside in (",", "(")  # "de maatschappij, de grootste van het land, …"
    told = ("nmod", "acl:relcl", "nummod", *(() if set_off else ("appos",)))
    return bool(article.grammar.children(profile.at, *told))


def _same_kind(article: Article, profile: Profile, before: Profile) -> bool:
    """ "vluchtelingen" … "vluchtelingen": the kind as such, by the same bare plural; the forces
    of one country, however they are told: "de Russische troepen" … "Russische troepen"."""
    if profile.definite != "bare" or not profile.plural:
        return False
    one, two = article.chain_of[before].of_country, article.chain_of[profile].of_country
    if one is not None and two is not None and profile.mention.entity_class == "Organisation":
        return one.key == two.key
    return before.definite == "bare" and profile.words.lower() == before.words.lower()


def _runs_on(article: Article, profile: Profile) -> bool:
    """Whether the next word is a noun or name that the phrase belongs to: "de stad havenstad"."""
    if profile.at is None:
        return False
    number, index = profile.at
    following = article.grammar.sentences[number].tokens[index + 1 : index + 2]
    return any(t.pos in ("NOUN", "PROPN") for t in following)


def _says_more(article: Article, profile: Profile, before: Profile) -> bool:
    """Whether a phrase has words, other than adjectives of praise, that the one before lacks."""
    mine = _content(article, profile)
    return bool(mine - _content(article, before) - {"nieuw", "heel"}) if mine else False


def _content(article: Article, profile: Profile) -> set[str]:
    if profile.at is None:
        return set()
    found = set()
    for child in article.grammar.children(profile.at, "amod", "nmod", "nummod", "compound"):
        found.add(article.grammar.token(child).lemma.lower())
        found |= {article.grammar.lower(c) for c in article.grammar.children(child, "nummod")}
    return found
