"""Pronouns -> chains: relatives, speakers of quotations, third persons."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.link.article import Article, Chain
from kg.link.profile import Profile
from kg.link.salience import Candidate, bound, candidates
from kg.model import MentionKind
from kg.vocab import class_chain

# How many sentences back a pronoun looks for its antecedent.
WINDOW = 3
# A lead so small between two candidates is none.
TOO_CLOSE = 0.4
_ACTING = ("Person", "Organisation", "Group")
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl:relcl", "acl", "csubj")


def relatives(article: Article) -> None:
    """ "De stad die viel": die is the stad. Leaves "Die ligt aan zee" to ``third_persons``."""
    for profile in article.by_kind(MentionKind.PRONOUN):
        if profile.at is None or article.grammar.feature(profile.at, "PronType") != "Rel":
            continue
        head = _relative_head(article, profile)
        chain = article.chain_at(head) if head else None
        if chain is not None and chain is not article.chain_of[profile]:
            article.join(chain, article.chain_of[profile], f"betrekkelijk bij {chain.label}")


def third_persons(article: Article) -> None:
    """ "hij", "haar", "hun", "het": the most salient one before it that agrees.

    A possessive and a pronoun in a subordinate clause prefer the subject of their sentence;
    a subject prefers a subject; the object of a verb is never its subject. Leaves a pronoun
    alone where two persons are as likely.
    """
    for profile in article.by_kind(MentionKind.PRONOUN):
        chain = article.chain_of[profile]
        if profile.at is None or _first_person(profile):
            continue
        if article.grammar.feature(profile.at, "PronType") == "Rel":
            continue
        if any(
            p.mention.kind is not MentionKind.PRONOUN
            or (p.order < profile.order and not _first_person(p))
            for p in chain.profiles
        ):
            continue
        found = [
            Candidate(c.chain, c.profile, c.score + _preference(article, profile, c))
            for c in candidates(article, profile, WINDOW)
            if agrees(article, profile, c.chain) and not bound(article, profile, c.profile)
        ]
        found += _forward(article, profile) if not found else []
        found.sort(key=lambda c: (-c.score, -c.profile.order))
        if not found or found[0].score < -4:
            continue
        if len(found) > 1 and found[0].score - found[1].score < TOO_CLOSE:
            chain.refused.append(
                f"{found[0].chain.label} of {found[1].chain.label}: even waarschijnlijk"
            )
            continue
        best = found[0].chain
        if len(found) > 1:
            best.refused.append(f"“{profile.words}” kon ook {found[1].chain.label} zijn")
        _learn(profile, best)
        article.join(best, chain, f"“{profile.words}” is {best.label}")


def agrees(article: Article, profile: Profile, chain: Chain) -> bool:
    """Whether a pronoun and a chain agree in number, gender and animacy."""
    form = profile.words.lower()
    of = table("mentions.toml")["pronouns"]
    if all(p.mention.kind is MentionKind.PRONOUN for p in chain.profiles):
        return False
    neuter = _neuter(article, chain)
    person = chain.top == "Person"
    if form in of["singular_masculine"] or form in of["masculine_possessive"]:
        if chain.plural or chain.gender == "f" or chain.top == "Group":
            return False
        if form in of["masculine_possessive"]:
            return True
        return person or (form == "hij" and not neuter and chain.top in ("Thing", "Product"))
    if form in of["singular_neuter"]:
        countryish = chain.top in ("Organisation", "Place") and chain.named
        return not chain.plural and not person and (neuter or countryish)
    if form in of["plural"]:
        return chain.plural or chain.top == "Group" or (form == "hun" and _collective(chain))
    if form in of["feminine"]:
        return not chain.plural and (
            (person and chain.gender != "m")
            or (chain.top == "Organisation" and (not neuter or _common(article, chain)))
        )
    if form in of["feminine_or_plural"]:
        if _verb_plural(article, profile):
            return chain.plural or chain.top == "Group"
        return person and chain.gender != "m" and not chain.plural
    if form in of["demonstrative"]:
        return form == "deze" or (chain.plural == _verb_plural(article, profile) and not neuter)
    return False


def _preference(article: Article, profile: Profile, candidate: Candidate) -> float:
    """What grammar adds: the subject of one's own sentence, parallel roles, animacy."""
    other, bonus = candidate.profile, 0.0
    owner = profile.dep == "nmod:poss"
    form = profile.words.lower()
    if other.sentence == profile.sentence:
        bonus += 2.0 if other.subject and (owner or not profile.subject) else 0.5
    elif profile.subject and other.subject:
        bonus += 1.0
    if form in ("hij", "hem", "ze", "zij", "haar") and candidate.chain.top == "Person":
        bonus += 2.0
    if form == "haar" and candidate.chain.top == "Organisation":
        bonus -= 0.5
    if form in ("hun", "hen", "ze", "zij") and candidate.chain.plural:
        # "hun" of a company is rare beside people; "ze" as an object may be a woman.
        bonus += 4.0 if profile.subject or form in ("hun", "hen") else 1.5
        bonus += 1.5 if candidate.chain.top in _ACTING else 0.0
    if form == "zijn" and candidate.chain.top in _ACTING:
        bonus += 1.5 if candidate.chain.top == "Person" else 1.0
    if form in ("die", "deze") and not other.subject:
        bonus += 2.5  # "Zij zag de auto. Die was rood": a new topic, not the old one
        bonus -= 10.0 if profile.sentence - other.sentence > 1 else 0.0
    return bonus


def _forward(article: Article, profile: Profile) -> list[Candidate]:
    """ "Toen ze wegging, nam Maria haar boeken mee": the subject of the main clause behind."""
    if profile.at is None:
        return []
    clause = article.grammar.clause(profile.at)
    if article.grammar.token(clause).dep not in _CLAUSES:
        return []
    main = article.grammar.head(clause)
    subjects = article.grammar.children(main, "nsubj", "nsubj:pass") if main else []
    found = []
    for subject in subjects:
        for other in article.at.get(subject, ()):
            chain = article.chain_of[other]
            if other.order > profile.order and agrees(article, profile, chain):
                found.append(Candidate(chain, other, 0.0))
    return found


def _learn(profile: Profile, chain: Chain) -> None:
    """A pronoun tells the gender of whom it was taken for."""
    form = profile.words.lower()
    if chain.top == "Person" and not chain.gender:
        chain.gender = {"hij": "m", "hem": "m", "zijn": "m", "haar": "f"}.get(form, "")


def _neuter(article: Article, chain: Chain) -> bool:
    """Whether the nouns of a chain are het-words."""
    for profile in chain.recent():
        if profile.mention.kind is MentionKind.NOMINAL and profile.at is not None:
            if article.grammar.feature(profile.at, "Gender") == "Neut":
                return True
            if profile.words.lower().startswith(("het ", "dat ", "dit ", "'t ")):
                return True
    return False


def _common(article: Article, chain: Chain) -> bool:
    """Whether a noun of a chain is a de-word: "de maatschappij"."""
    nominal = (p for p in chain.recent() if p.mention.kind is MentionKind.NOMINAL)
    return any(p.at and article.grammar.feature(p.at, "Gender") == "Com" for p in nominal)


def _collective(chain: Chain) -> bool:
    return chain.top == "Organisation" or "Country" in class_chain(chain.entity_class)


def _verb_plural(article: Article, profile: Profile) -> bool:
    """Whether the verb of a pronoun's clause is plural; objects count as plural ("zag ze")."""
    if profile.at is None or not profile.subject:
        return True
    clause = article.grammar.clause(profile.at)
    finite = [clause, *article.grammar.children(clause, "aux", "aux:pass", "cop")]
    for verb in finite:
        number = article.grammar.feature(verb, "Number")
        if article.grammar.feature(verb, "VerbForm") == "Fin" and number:
            return number == "Plur"
    # No finite verb: "voordat ze worden gehaald", whose form is that of the infinitive.
    return any(article.grammar.lower(verb).endswith("en") for verb in finite[1:])


def _first_person(profile: Profile) -> bool:
    form = profile.words.lower()
    return form in words("mentions.toml", "pronouns", "first_singular") or form in words(
        "mentions.toml", "pronouns", "first_plural"
    )


def _relative_head(article: Article, profile: Profile) -> tuple[int, int] | None:
    here, seen = profile.at, set()
    while here is not None and here not in seen:
        seen.add(here)
        if article.grammar.token(here).dep == "acl:relcl":
            return article.grammar.head(here)
        here = article.grammar.head(here)
    return None
