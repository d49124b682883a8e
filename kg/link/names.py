"""Names -> chains: equal and variant spellings, parts of names, one identity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from kg.gazetteer import Entry, fold
from kg.lexicon import noun_class, table
from kg.link.article import Article, Chain
from kg.link.identity import identify, name_gender
from kg.link.profile import Profile
from kg.model import MentionKind
from kg.spelling import family_names, has_first_name, sound
from kg.vocab import top_class

_SHORTEST = 5


def same_spelling(article: Article) -> None:
    """Names of equal spelling are one thing; the class is the one most often given.

    Joins "Kiev" and "Kiev"; keeps "provincie Kiev" and "de stad Kiev" apart.
    """
    names = [p for p in article.by_kind(MentionKind.NAME) if p.mention.entity_class != "Group"]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in names:
        votes[fold(profile.words)][profile.mention.entity_class] += 1
    by_key: dict[tuple[str, str], Chain] = {}
    around = _countries_told(article, names)
    for profile in names:
        spelled = fold(profile.words)
        adjective = _adjective(article, profile)
        if adjective is not None:
            chain = article.new_chain(profile, f"bijvoeglijk naamwoord bij {adjective.label}")
            chain.country = adjective
            continue
        hint = type_word(article, profile)
        apart = hint if hint in ("AdminRegion", "River", "Sea") else ""
        country = around.get(profile)
        apart = apart or (country.key if country else "")
        known = by_key.get((spelled, apart))
        reason = f"naam “{profile.words}”"
        if known is not None:
            article.add(known, profile, reason)
            known.hint = known.hint or hint
            continue
        chain = article.new_chain(profile, reason, hint=hint, named=True, plural=False)
        chain.of_country = country
        chain.entity_class = votes[spelled].most_common(1)[0][0]
        if hint is not None and chain.top != "Person":
            chain.entity_class = hint  # the text itself is surer than the tagger of names
        elif _apposed_person(article, profile):
            chain.entity_class = "Person"
        by_key[spelled, apart] = chain
    for (spelled, apart), chain in list(by_key.items()):
        whole = by_key.get((spelled, ""))
        if apart and whole is not None and whole.hint is None and _no_city(article, whole):
            article.join(chain, whole, f"alleen als {apart} genoemd")


def _apposed_person(article: Article, profile: Profile) -> bool:
    """ "de burgemeester, Andri Kravets": a full name beside a noun for a person."""
    if profile.at is None or article.grammar.token(profile.at).dep != "appos":
        return False
    head = article.grammar.head(profile.at)
    noun = article.grammar.token(head) if head is not None else None
    person = noun is not None and noun.pos == "NOUN" and noun_class(noun.lemma) == "Person"
    return person and has_first_name(profile.words)


def _countries_told(article: Article, names: list[Profile]) -> dict[Profile, Entry]:
    """The country that the words beside a place tell, where places of one spelling differ in
    it: "Bergen in Noorwegen" and "het Belgische Bergen"."""
    told: dict[str, dict[Profile, Entry]] = defaultdict(dict)
    for profile in names:
        country = beside_country(article, profile)
        if country is not None and top_class(profile.mention.entity_class) == "Place":
            told[fold(profile.words)][profile] = country
    return {
        profile: country
        for of in told.values()
        if len({entry.key for entry in of.values()}) > 1
        for profile, country in of.items()
    }


def beside_country(article: Article, profile: Profile) -> Entry | None:
    """The country of the adjective right before a name or of the name behind "in": else None."""
    start, end = profile.mention.span.start, profile.mention.span.end
    before = article.text[max(0, start - 40) : start].split()[-1:]
    behind = re.match(r" in ([A-Z][\w-]+)", article.text[end : end + 40])
    found = [article.gazetteer.adjective(word) for word in before]
    found += article.gazetteer.lookup(behind[1])[:1] if behind else ()
    return next((e for e in found if e is not None and e.entity_class == "Country"), None)


def _no_city(article: Article, chain: Chain) -> bool:
    """Nobody of this name is known but the one with the type word: "Dnjepr"."""
    return not any(e.entity_class == "City" for e in article.gazetteer.lookup(chain.label))


def _adjective(article: Article, profile: Profile) -> Entry | None:
    if profile.at is None or article.grammar.token(profile.at).pos != "ADJ":
        return None
    return article.gazetteer.adjective(profile.words)


def peoples_and_adjectives(article: Article) -> None:
    """ "Oekraïense" mentions Oekraïne; "de Russen" and "Russen" are one people."""
    groups: dict[str, Chain] = {}
    for profile in article.by_kind(MentionKind.NAME, MentionKind.ADJECTIVE):
        if profile in article.chain_of:
            continue
        if profile.mention.kind is MentionKind.ADJECTIVE:
            country = article.gazetteer.adjective(profile.words) or article.gazetteer.adjective(
                profile.words.capitalize()
            )
            label = country.label if country else profile.words
            why = f"bijvoeglijk naamwoord “{profile.words}” bij {label}"
            chain = article.new_chain(profile, why, label=label, country=country)
            chain.entity_class = country.entity_class if country else "Place"
        elif fold(profile.words) in groups:
            article.add(groups[fold(profile.words)], profile, f"inwoners “{profile.words}”")
        else:
            chain = article.new_chain(profile, f"inwoners “{profile.words}”", plural=True)
            groups[fold(profile.words)] = chain


def same_identity(article: Article) -> None:
    """Names of one thing in the list of names are one: "Kiev" and "Kyiv".

    Leaves "Kiev" (city) and "provincie Kiev" alone: two identities.
    """
    by_key: dict[str, Chain] = {}
    for chain in list(article.chains):
        if chain.entry is None:
            entry, why = identify(chain, article)
            chain.entry, chain.why_entry = entry, why
        if chain.entry is None:
            continue
        first = by_key.setdefault(chain.entry.key, chain)
        if first is not chain:
            article.join(first, chain, f"beide zijn {chain.entry.label} in de namenlijst")


def spelling_variants(article: Article) -> None:
    """ "Zelensky", "Zelenskyj" and "Zelenski": one name in several transliterations.

    Leaves "Jansen" and "Janssen" alone: a doubled letter is another Dutch name.
    """
    by_sound: dict[tuple[str, str], Chain] = {}
    for chain in named_chains(article):
        if len(chain.label) < _SHORTEST or chain.hint == "AdminRegion":
            continue
        first = by_sound.setdefault((sound(chain.label), sort_of(chain)), chain)
        if first is not chain and not known_apart(first, chain):
            article.join(first, chain, f"andere spelling van “{first.label}”")


def missed_names(article: Article) -> None:
    """A proper noun that the tagger of names missed here and found elsewhere: "Poetin".

    Leaves a proper noun alone that is the last part of two people's names.
    """
    known: dict[str, list[Chain]] = defaultdict(list)
    for chain in named_chains(article):
        for name in chain.names():
            forms = {fold(name).lower(), *(family_names(name) if chain.top == "Person" else ())}
            for form in forms:
                if chain not in known[form]:
                    known[form].append(chain)
    for profile in article.by_kind(MentionKind.NOMINAL):
        if profile.at is None or not _proper(article, profile.at):
            continue
        chain = article.chain_of[profile]
        spelled = re.sub(r"^(de|het|'t) ", "", profile.words.lower())
        meant = known.get(spelled, ())
        if len(meant) == 1 and meant[0] in article.chains and not chain.named:
            article.join(meant[0], chain, f"naam “{meant[0].label}”")
        elif not chain.named and not meant:
            _known_product(article, chain, profile)


def _proper(article: Article, at: tuple[int, int]) -> bool:
    """A proper noun by its tag, or by a capital inside a word: "iTunes"."""
    form = article.grammar.token(at).span.of(article.text)
    return article.grammar.token(at).pos == "PROPN" or any(c.isupper() for c in form[1:])


def _known_product(article: Article, chain: Chain, profile: Profile) -> None:
    """ "De iPhone": a make that the tagger of names missed and the list of names has."""
    spelled = re.sub(r"^([Dd]e|[Hh]et|[Ee]en|'t) ", "", profile.words)
    found = article.gazetteer.lookup(spelled)
    if len(found) == 1 and found[0].entity_class == "Product" and not profile.plural:
        chain.entry, chain.entity_class = found[0], "Product"
        chain.why_entry = f"enige “{spelled}” van deze soort in de namenlijst"


def genders(article: Article) -> None:
    """A person's first name tells a man from a woman, where it tells."""
    for chain in named_chains(article):
        if chain.top == "Person" and not chain.gender:
            chain.gender = next((g for n in chain.names() if (g := name_gender(n))), "")


def type_word(article: Article, profile: Profile) -> str | None:
    """The class that the word before a name tells: "provincie Kiev" -> AdminRegion."""
    types = table("type_words.toml")
    start = profile.mention.span.start
    before = article.text[max(0, start - 60) : start].split()[-2:]
    for word in reversed(before):
        kind: str | None = types.get(word.lower())
        if kind is not None:
            return kind
        if word.lower() not in ("de", "het"):
            break
    first = profile.words.split()[0].lower() if " " in profile.words else ""
    return types.get(first)


def named_chains(article: Article) -> list[Chain]:
    """The chains with a name of their own, adjectives of countries left out."""
    return [c for c in article.chains if c.named and c.country is None]


def sort_of(chain: Chain) -> str:
    """The top class; a thing of two words by name counts as a person."""
    kind = top_class(chain.entity_class)
    return "Person" if kind == "Thing" and " " in chain.label else kind


def known_apart(one: Chain, two: Chain) -> bool:
    """Whether the list of names, or their genders, know the two as different things."""
    if one.entry is not None and two.entry is not None and one.entry.key != two.entry.key:
        return True
    return bool(one.gender and two.gender and one.gender != two.gender)
