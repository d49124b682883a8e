"""Quotations -> chains: "ik" and "wij" are who speaks, or whom the speaker speaks for."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.link.agreement import ends_in
from kg.link.article import Article, Chain
from kg.link.profile import Profile
from kg.model import MentionKind, Span

_ACTING = ("Person", "Organisation", "Group")


def speakers(article: Article) -> None:
    """ "“Ik vertrek”, zei Karel Post": ik, me and mijn are he who speaks.

    "we" and "onze" are the organisation that speaks or that the speaker is told to speak for
    ("een woordvoerder van Tessel"), else one group of each speaker. Outside a quotation "ik" is
    left alone.
    """
    first = table("mentions.toml")["pronouns"]
    groups: dict[Chain, Chain] = {}
    for profile in article.by_kind(MentionKind.PRONOUN):
        form = profile.words.lower()
        alone = form in first["first_singular"]
        if profile.quotation is None or not (alone or form in first["first_plural"]):
            continue
        speaker = speaker_of(article, article.grammar.quotations[profile.quotation])
        if speaker is None or speaker is article.chain_of[profile]:
            continue
        own = article.chain_of[profile]
        may_be = ("Person", "Thing") if alone else ("Organisation", "Group")
        if speaker.top in may_be:
            article.join(speaker, own, f"spreker van het citaat: {speaker.label}")
        elif not alone and (house := _organisation_of(article, speaker)) is not None:
            article.join(house, own, f"“wij” van {speaker.label}, die spreekt namens {house.label}")
        elif not alone and groups.setdefault(speaker, own) is not own:
            article.join(groups[speaker], own, f"“wij” van {speaker.label}")


def _organisation_of(article: Article, chain: Chain) -> Chain | None:
    """The one organisation that the words for a person name behind "van" or "bij": "Karel Post,
    directeur van Tessel", or right before: "Tessel-directeur", "Tessel CEO Karel Post"."""
    grammar, found = article.grammar, dict[Chain, None]()
    for profile in chain.profiles:
        if profile.mention.kind is not MentionKind.NOMINAL or profile.at is None:
            continue
        if not ends_in(profile.lemma, words("coreference.toml", "speak_for")):
            continue
        near = article.profiles[max(0, profile.order - 3) : profile.order + 12]
        inside = [p for p in near if profile.mention.span.covers(p.mention.span)]
        behind = [
            p for c in grammar.children(profile.at, "nmod", "obl") for p in article.at.get(c, ())
        ]
        for other in (*inside, *behind):
            owner = article.chain_of[other]
            if other.mention.kind is MentionKind.NAME and owner.top == "Organisation":
                found[owner] = None
    return next(iter(found)) if len(found) == 1 else None


def speaker_of(article: Article, quotation: Span) -> Chain | None:
    """Who speaks in a quotation: the subject of a verb of saying beside it, or who is named by
    "aldus" and "volgens"; else the subject of the sentence that leads up to it."""
    grammar = article.grammar
    said = table("cues.toml")["illocution"]
    first, last = grammar.sentence_at(quotation.start), grammar.sentence_at(quotation.end - 1)
    for number in dict.fromkeys((last, first, last + 1, first - 1, first - 2)):
        if not 0 <= number < len(grammar.sentences):
            continue
        beside = number in (first, last)
        for i, token in enumerate(grammar.sentences[number].tokens):
            at = (number, i)
            if beside and quotation.covers(token.span):
                continue
            speaks = token.pos == "VERB" and grammar.verb(at) in said
            if speaks and (number != last + 1 or i < 2):
                for subject in grammar.children(at, "nsubj"):
                    chain = article.chain_at(subject)
                    if chain is not None and chain.top in (*_ACTING, "Thing"):
                        return chain
            if token.span.of(article.text).lower() in ("aldus", "volgens"):
                holder = grammar.head(at) or at
                chain = article.chain_at(holder)
                if chain is not None and chain.top in _ACTING:
                    return chain
        if number < first and article.text[grammar.sentences[number].span.end - 1] == "\n":
            break
    return _subject_before(article, first)


def _subject_before(article: Article, number: int) -> Chain | None:
    for before in (number - 1, number - 2, number - 3):
        for profile in _in_sentence(article, before):
            chain = article.chain_of[profile]
            if profile.subject and chain.top == "Person" and profile.quotation is None:
                return chain
    return None


def _in_sentence(article: Article, number: int) -> list[Profile]:
    if number < 0 or number >= len(article.grammar.sentences):
        return []
    span = range(len(article.grammar.sentences[number].tokens))
    return [p for i in span for p in article.at.get((number, i), ())]
