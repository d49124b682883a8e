"""Noun phrases -> chains: appositions, functions, predicates: what the grammar puts together."""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lexicon import table, words
from kg.link.agreement import differ
from kg.link.article import Article, Chain, heads
from kg.link.profile import Profile
from kg.model import MentionKind
from kg.spelling import has_first_name
from kg.vocab import top_class

# Names that a noun for a thing says nothing about.
_TOLD_APART = ("Place", "Person")


def own_chains(article: Article) -> None:
    """Every noun phrase and pronoun begins as a thing of its own."""
    for profile in article.profiles:
        if profile in article.chain_of:
            continue
        chain = article.new_chain(profile, f"vermelding “{profile.words}”")
        chain.label = _inside_sentence(_told(article, profile))
        chain.gender = noun_gender(profile.lemma)
        if profile.mention.kind is MentionKind.NOMINAL and chain.entity_class == "Organisation":
            known = heads(profile.lemma)
            chain.entity_class = known[1][0] if known else chain.entity_class
        if profile.mention.kind is MentionKind.NOMINAL:
            chain.of_country = _nationality(article, profile)
        head = profile.at and article.grammar.token(profile.at).span.of(article.text)
        if head and chain.entity_class == "Thing" and article.gazetteer.inhabitants(head):
            chain.entity_class, chain.plural = "Group", True


def described(article: Article) -> None:
    """ "De eerste Noordvleugel A9": a phrase around a name stands for what the name does.

    Leaves "twintig Noordvleugels" alone: a number of them is not the model.
    """
    for profile in article.by_kind(MentionKind.NAME):
        for around in article.at.get(profile.at, ()) if profile.at else ():
            if around.mention.kind is not MentionKind.NOMINAL or around.at is None:
                continue
            if not article.grammar.children(around.at, "nummod"):
                known = article.chain_of[profile]
                article.join(known, article.chain_of[around], "naam met wat erbij staat")


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
        if before.plural or not _belongs(article, before, after):
            continue  # "Ontwerpers Bos en Smit": each of them
        if before.mention.entity_class == "Thing" and article.chain_of[after].top in _TOLD_APART:
            continue  # "bereikt als zwakke storm Arizona"
        _tell(article, article.chain_of[after], article.chain_of[before], "functie of soort ervoor")
        chain = article.chain_of[after]
        chain.of_country = chain.of_country or _nationality(article, after)
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
            start = profile.mention.span.start
            marked = article.text[max(0, start - 2) : start].rstrip()[-1:] in tuple(",:-–(")
            if not marked and other.mention.span.overlaps(profile.mention.span):
                continue
            if other.plural != profile.plural or (one.named and two.named):
                continue
            if not (marked or one.named or two.named):
                continue  # "op het podium een rode jas"
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
        end = max(end, article.grammar.end_of(profile.at)) if profile.at else end
        before = article.text[max(0, start - 3) : start]
        if before.rstrip()[-1:] != "," or article.text[end : end + 2].strip()[:1] not in (",", "."):
            continue
        comma = max(0, start - 3) + before.rindex(",")
        other = ended.get(comma) or ended.get(comma - 1)
        if other is None or other.sentence != profile.sentence or other.plural != profile.plural:
            continue
        one, two = article.chain_of[other], article.chain_of[profile]
        if one is two or one.named == two.named or _in_list(article, other, profile, end):
            continue
        if profile.definite == "bare" and not two.named:
            continue
        name = one if one.named else two
        if "Person" in (one.top, two.top) and one.top != two.top:
            # "… van Jansen, het verhaal van een leven, …"; but "de burgemeester, Ada Bos, …"
            known = name.top == "Person" or name.entry is not None
            if known or not has_first_name(name.label):
                continue
        _tell(article, one, two, "bijstelling tussen komma’s")


def _telling(profile: Profile) -> bool:
    return profile.mention.kind in (MentionKind.NAME, MentionKind.NOMINAL)


def _in_list(article: Article, one: Profile, two: Profile, end: int) -> bool:
    """Whether a third one is joined by "en" or "of" behind two phrases."""
    behind = article.text[end : end + 40].lstrip(" ,")
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
        if grammar.children(profile.at, "case"):
            continue  # "De man is volgens de buurvrouw ziek"
        for subject in grammar.children(profile.at, "nsubj"):
            for other in article.at.get(subject, ()):
                one, two = article.chain_of[other], article.chain_of[profile]
                if other.mention.kind is MentionKind.PRONOUN or one.plural != two.plural:
                    continue
                if not differ(one, two):
                    _tell(article, one, two, "gezegde bij het onderwerp")


def _told(article: Article, profile: Profile) -> str:
    """A phrase with the place or name behind it, which tells one such phrase from another:
    "vluchtelingen naar Nederland"."""
    if profile.mention.kind is not MentionKind.NOMINAL or profile.at is None:
        return profile.words
    grammar, end = article.grammar, profile.mention.span.end
    for child in grammar.children(profile.at, "nmod"):
        case = grammar.children(child, "case")
        names = [p for p in article.at.get(child, ()) if p.mention.kind is MentionKind.NAME]
        if names and case and grammar.token(case[0]).span.start == end + 1:
            start = profile.mention.span.start
            return " ".join(article.text[start : names[0].mention.span.end].split())
    return profile.words


def _nationality(article: Article, profile: Profile) -> Entry | None:
    """The country of "de Oekraïense president", of "president Bos van Peru"."""
    if profile.at is None:
        return None
    for child in article.grammar.children(profile.at, "amod", "nmod"):
        form = article.grammar.token(child).span.of(article.text)
        entry = article.gazetteer.adjective(form) or article.gazetteer.adjective(form.capitalize())
        if entry is None and article.grammar.token(child).dep == "nmod":
            entry = next(iter(article.gazetteer.lookup(form)), None)
        if entry is not None and entry.entity_class == "Country":
            return entry
    return None


def _tell(article: Article, one: Chain, two: Chain, reason: str) -> None:
    """Join two phrases that the grammar puts together, the name first, if they agree."""
    if one is two or (one.named and two.named):
        return
    name, phrase = (two, one) if two.named else (one, two)
    told = phrase.entity_class
    if name.named and name.entry is None and top_class(told) != "Thing":
        # The article itself says what it is: stronger than the tagger's guess at a name.
        name.entity_class = told if told != "Group" else name.entity_class
    elif differ(name, phrase):
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
