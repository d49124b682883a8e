"""Noun phrases -> chains: appositions, functions, equal words, what takes up a name."""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lexicon import table, words
from kg.link.article import Article, Chain, Profile, heads, means_other
from kg.link.salience import Candidate, candidates
from kg.model import MentionKind
from kg.vocab import class_chain, top_class

# How many sentences back a definite phrase looks for what it takes up.
WINDOW = 6


def own_chains(article: Article) -> None:
    """Every noun phrase and pronoun begins as a thing of its own."""
    for profile in article.profiles:
        if profile in article.chain_of:
            continue
        chain = article.new_chain(profile, f"vermelding “{profile.words}”")
        chain.label = _inside_sentence(profile.words)
        chain.gender = noun_gender(profile.lemma)
        if profile.mention.kind is MentionKind.NOMINAL and chain.entity_class == "Organisation":
            known = heads(profile.lemma)
            chain.entity_class = known[1][0] if known else chain.entity_class
        chain.of_country = _nationality(article, profile)
        head = profile.at and article.grammar.token(profile.at).span.of(article.text)
        if head and chain.entity_class == "Thing" and article.gazetteer.inhabitants(head):
            chain.entity_class, chain.plural = "Group", True


def titles(article: Article) -> None:
    """ "premier Rutte", "de stad Kiev", "vliegtuigbouwer Airbus": the words before a name tell
    what it is. Leaves "de president Kiev" alone where the noun does not belong to the name."""
    nominal: dict[int, Profile] = {}
    for profile in article.by_kind(MentionKind.NOMINAL):
        nominal[profile.mention.span.end] = profile
    for after in article.by_kind(MentionKind.NAME):
        start = after.mention.span.start
        word = article.text[max(0, start - 30) : start].rsplit(None, 1)[-1:]
        before = (
            nominal.get(after.mention.span.end)
            or nominal.get(start - 1)
            or nominal.get(start - 2 - len(word[0]) if word else -1)
        )
        if before is None or after.at is None or before.at is None:
            continue
        if not _belongs(article, before, after):
            continue
        _tell(article, article.chain_of[after], article.chain_of[before], "functie of soort ervoor")
        more = nominal.get(before.mention.span.start - 1)
        if more is not None and more.mention.entity_class == before.mention.entity_class:
            _tell(article, article.chain_of[after], article.chain_of[more], "soort ervoor")


def appositions(article: Article) -> None:
    """ "Jansen, de burgemeester", "de directeur, Karel Post": two phrases beside each other.

    Leaves "Irpin, Boetsja en Kiev" alone: names in a row are a list.
    """
    for profile in article.profiles:
        if profile.at is None or article.grammar.token(profile.at).dep != "appos":
            continue
        head = article.grammar.head(profile.at)
        for other in article.at.get(head, ()) if head else ():
            one, two = article.chain_of[other], article.chain_of[profile]
            if one is two or MentionKind.ADJECTIVE in (other.mention.kind, profile.mention.kind):
                continue
            if other.mention.span.overlaps(profile.mention.span) and (
                article.grammar.text[: profile.mention.span.start].rstrip()[-1:] not in ",:-–("
            ):
                continue
            if other.plural != profile.plural or (one.named and two.named):
                continue
            _tell(article, one, two, "bijstelling")


def between_commas(article: Article) -> None:
    """ "Steve Jobs, de oprichter van Apple, trad terug" and "De eerste bus, de B7, reed weg": a
    phrase right behind a comma and closed by one, whatever the parse made of it.

    Leaves "Jansen, de minister en de koning" alone: a list.
    """
    ended = {p.mention.span.end: p for p in article.profiles if _telling(p)}
    for profile in article.profiles:
        if not _telling(profile) or profile.definite not in ("def", "indef", "bare"):
            continue
        start, end = profile.mention.span.start, profile.mention.span.end
        before = article.text[max(0, start - 3) : start]
        if before.rstrip()[-1:] != "," or article.text[end : end + 2].strip()[:1] not in (",", "."):
            continue
        comma = max(0, start - 3) + before.rindex(",")
        other = ended.get(comma) or ended.get(comma - 1)
        if other is None or other.sentence != profile.sentence or other.plural != profile.plural:
            continue
        one, two = article.chain_of[other], article.chain_of[profile]
        if one is two or one.named == two.named or _in_list(article, other, profile):
            continue
        if profile.definite == "bare" and not two.named:
            continue
        _tell(article, one, two, "bijstelling tussen komma’s")


def _telling(profile: Profile) -> bool:
    return profile.mention.kind in (MentionKind.NAME, MentionKind.NOMINAL)


def _in_list(article: Article, one: Profile, two: Profile) -> bool:
    """Whether a third one is joined by "en" or "of" behind two phrases."""
    behind = article.text[two.mention.span.end : two.mention.span.end + 40].lstrip(" ,")
    return behind.startswith(("en ", "of ")) or one.dep == "" or two.dep == ""


def predicates(article: Article) -> None:
    """ "Apple is de maker van de iPod": the phrase says what the subject is.

    Leaves "Apple is niet de maker" and "Apple wordt de maker" alone.
    """
    for profile in article.by_kind(MentionKind.NOMINAL):
        if profile.at is None or profile.definite not in ("def", "indef"):
            continue
        grammar = article.grammar
        copulas = grammar.children(profile.at, "cop")
        if not copulas or grammar.token(copulas[0]).lemma not in ("zijn", "blijven", "heten"):
            continue
        if any(grammar.lower(c) in ("niet", "geen", "zou") for c in grammar.children(profile.at)):
            continue
        for subject in grammar.children(profile.at, "nsubj"):
            for other in article.at.get(subject, ()):
                one, two = article.chain_of[other], article.chain_of[profile]
                if other.mention.kind is MentionKind.PRONOUN or one.plural != two.plural:
                    continue
                if not _mismatch(one, two):
                    _tell(article, one, two, "gezegde bij het onderwerp")


def same_words(article: Article) -> None:
    """ "De rebellen" after "rebellen", "het contract" after "een contract": the same noun.

    A phrase with de, het, die or dat takes up the last one of its head noun; leaves "een stad"
    and "een andere stad" alone, and phrases that say more than the one before ("de oude stad").
    """
    last: dict[tuple[str, bool], Profile] = {}
    for profile in article.by_kind(MentionKind.NOMINAL):
        key = (profile.lemma, profile.plural)
        before = last.get(key)
        chain = article.chain_of[profile]
        if (
            before is not None
            and article.chain_of[before] is not chain
            and not chain.named
            and (_takes_up(profile) or _same_kind(profile, before))
            and not _says_more(article, profile, before)
            and not _mismatch(article.chain_of[before], chain)
        ):
            known = article.chain_of[before]
            article.join(known, chain, f"zelfde woord als “{before.words}”")
        last[key] = profile


def taken_up(article: Article) -> None:
    """ "De stad" after "Enerhodar", "het bedrijf" after "Tessel", "de premier" after "premier
    Rutte": the most salient thing of that sort.

    Leaves "de stad" alone where two cities are as near and as prominent.
    """
    for profile in article.by_kind(MentionKind.NOMINAL):
        chain = article.chain_of[profile]
        if chain.named or (len(chain.profiles) > 1 and chain.first is not profile):
            continue
        if not _takes_up(profile) or _has_complement(article, profile):
            continue
        if _runs_on(article, profile):
            continue
        found = [
            c for c in candidates(article, profile, WINDOW) if _fits(article, profile, c.chain)
        ]
        chosen = _best(found, chain)
        if chosen is not None:
            why = f"“{profile.words}” neemt {chosen.chain.label} op"
            article.join(chosen.chain, chain, why)


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


def _best(found: list[Candidate], chain: Chain) -> Candidate | None:
    if not found:
        return None
    found.sort(key=lambda c: (-c.score, -c.profile.order))
    if len(found) > 1 and found[0].score - found[1].score < 1:
        chain.refused.append(
            f"{found[0].chain.label} of {found[1].chain.label}: even waarschijnlijk"
        )
        return None
    return found[0]


def _fits(article: Article, profile: Profile, chain: Chain) -> bool:
    """Whether a definite phrase can stand for a chain: its noun and the chain's class agree."""
    if chain.plural != profile.plural:
        return False
    own = article.chain_of[profile]
    if any(_one_noun(profile.lemma, other) for other in chain.lemmas):
        return not _other_country(own, chain)
    if _artefact(profile.lemma) and chain.top in ("Thing", "Product") and _proper(article, chain):
        return not any(_artefact(other) for other in chain.lemmas)
    known = heads(profile.lemma)
    if known is not None and chain.named and not chain.lemmas - _generic(chain):
        noun, classes = known
        mine = chain.entry.entity_class if chain.entry else chain.entity_class
        if any(c in class_chain(mine) for c in classes) and not _other_country(own, chain):
            return _name_allows(noun, profile.lemma, chain)
        # A company that the list of names does not know is an organisation, no more.
        return (
            mine == "Organisation"
            and top_class(classes[0]) == "Organisation"
            and _name_allows(noun, profile.lemma, chain)
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


def _name_allows(noun: str, lemma: str, chain: Chain) -> bool:
    """ "De bank" and "de universiteit" want a name that says so, or nothing that contradicts."""
    named = chain.label.lower()
    return all(
        other not in named or other == noun or lemma.endswith(other)
        for other in ("bank", "universiteit", "partij", "airlines", "krant", "ministerie")
    )


def _one_noun(one: str, two: str) -> bool:
    """The same noun, one a compound of the other, or words for one artefact."""
    if one == two:
        return True
    if (len(one) > 3 and two.endswith(one)) or (len(two) > 3 and one.endswith(two)):
        return True
    synonyms = table("coreference.toml")["synonyms"]
    return any(
        b in synonyms.get(noun, ())
        for a, b in ((one, two), (two, one))
        for noun in (a, *(s for s in synonyms if a.endswith(s)))
    )


def _takes_up(profile: Profile) -> bool:
    return profile.definite in ("def", "dem") and not means_other(profile)


def _has_complement(article: Article, profile: Profile) -> bool:
    """Whether a phrase says itself which one: "de burgemeester van Utrecht"."""
    if profile.at is None:
        return False
    if profile.definite == "dem":
        return False
    return bool(article.grammar.children(profile.at, "nmod", "acl:relcl", "appos", "nummod"))


def _same_kind(profile: Profile, before: Profile) -> bool:
    """ "vluchtelingen" … "vluchtelingen": the kind as such, by the same bare plural."""
    bare = profile.definite == "bare" and before.definite == "bare" and profile.plural
    return bare and profile.words.lower() == before.words.lower()


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
    return found


def _nationality(article: Article, profile: Profile) -> Entry | None:
    """The country of "de Oekraïense president" or "de president van Oekraïne"."""
    if profile.at is None or profile.mention.kind is not MentionKind.NOMINAL:
        return None
    for child in article.grammar.children(profile.at, "amod", "nmod"):
        form = article.grammar.token(child).span.of(article.text)
        entry = article.gazetteer.adjective(form) or article.gazetteer.adjective(form.capitalize())
        if entry is None and article.grammar.token(child).dep == "nmod":
            entry = next(iter(article.gazetteer.lookup(form)), None)
        if entry is not None and entry.entity_class == "Country":
            return entry
    return None


def _other_country(one: Chain, two: Chain) -> bool:
    return bool(one.of_country and two.of_country and one.of_country.key != two.of_country.key)


def _mismatch(one: Chain, two: Chain) -> bool:
    tops = {one.top, two.top} - {"Thing", "Product"}
    if one.gender and two.gender and one.gender != two.gender:
        return True
    return len(tops) > 1 or _other_country(one, two)


def _tell(article: Article, one: Chain, two: Chain, reason: str) -> None:
    """Join two phrases that the grammar puts together, the name first, if they agree."""
    if one is two or (one.named and two.named):
        return
    name, phrase = (two, one) if two.named else (one, two)
    told = phrase.entity_class
    if name.named and name.entry is None and top_class(told) != "Thing":
        # The article itself says what it is: stronger than the tagger's guess at a name.
        name.entity_class = told if told != "Group" else name.entity_class
    elif _mismatch(name, phrase):
        name.refused.append(f"{phrase.label}: andere soort")
        return
    article.join(name, phrase, reason)


def _attached(article: Article, before: Profile, after: Profile) -> bool:
    """Whether a noun and the name behind it hang together in the parse."""
    assert before.at is not None and after.at is not None
    if before.at[0] != after.at[0]:
        return False
    if before.mention.entity_class == "Person" and after.mention.entity_class == "Person":
        return True
    head, back = article.grammar.head(after.at), article.grammar.head(before.at)
    return before.at == head or after.at == back


def _belongs(article: Article, before: Profile, after: Profile) -> bool:
    """Whether a phrase ends in this name, or stands right before it and hangs on it."""
    if before.mention.span.end == after.mention.span.end:
        return _ends_in_its_name(article, before, after)
    gap = article.text[before.mention.span.end : after.mention.span.start].split()
    if gap and all(word.lower() in table("type_words.toml") for word in gap):
        return top_class(before.mention.entity_class) == "Place"  # "De stad havenstad Cherson"
    return not gap and _attached(article, before, after)


def _ends_in_its_name(article: Article, before: Profile, after: Profile) -> bool:
    """ "Medeoprichter van Apple Inc. Steve Jobs": no preposition stands before the name."""
    assert after.at is not None
    if before.mention.entity_class != "Person" or article.chain_of[after].top != "Person":
        return False
    return not article.grammar.children(after.at, "case")


def noun_gender(lemma: str) -> str:
    """ "f" for "koningin", "m" for "koning", "" for "minister"."""
    if lemma in words("coreference.toml", "gender", "feminine"):
        return "f"
    return "m" if lemma in words("coreference.toml", "gender", "masculine") else ""


def _inside_sentence(phrase: str) -> str:
    """A phrase as it stands inside a sentence: "De stad" -> "de stad"; "Russen" stays."""
    first, space, rest = phrase.partition(" ")
    if space and first.lower() in words("determiners.toml", "words"):
        return f"{first.lower()} {rest}"
    return phrase
