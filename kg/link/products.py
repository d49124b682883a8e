"""Names of makes and models -> chains: "Boeing 787", "de 787", "de nieuwe 787 Dreamliner"."""

from __future__ import annotations

from collections import defaultdict

from kg.gazetteer import fold
from kg.lexicon import words
from kg.link.agreement import differ, of_other_age, tells_age
from kg.link.article import Article, Chain
from kg.link.names import known_apart, named_chains
from kg.link.profile import Profile
from kg.model import MentionKind, Token

_PRODUCTS = ("Product", "Thing")
_BEFORE_HEAD = ("det", "nummod", "nmod:poss")


def models(article: Article) -> None:
    """ "de iPhone" … "een nieuwe iPhone 4" … "het toestel": a make told with and without its model.

    The maker's name and adjectives do not count; the short form must fit one longer form alone.
    Leaves numbers of them ("twee A380's") alone, and "de iPhone 4" beside "de iPhone 5".
    """
    makers = {fold(name) for c in named_chains(article) for name in c.names() if _makes(c)}
    by_model: dict[tuple[str, ...], list[Chain]] = defaultdict(list)
    for profile in article.by_kind(MentionKind.NAME, MentionKind.NOMINAL):
        chain = article.chain_of[profile]
        model = _model(article, profile, makers) if chain.top in _PRODUCTS else ()
        if model and chain not in by_model[model]:
            by_model[model].append(chain)
    for model, chains in by_model.items():
        for chain in chains[1:]:
            _join(article, chains[0], chain, f"model “{' '.join(model)}”")
    for model in sorted(by_model, key=len):
        longer = {_alive(article, by_model[m]) for m in by_model if _shortens(model, m)}
        own = _alive(article, by_model[model])
        longer -= {own, None}
        if len(longer) == 1 and own is not None:
            meant = longer.pop()
            assert meant is not None
            _join(article, meant, own, f"“{' '.join(model)}” is kort voor {meant.label}")


def _makes(chain: Chain) -> bool:
    return chain.top == "Organisation"


def _model(article: Article, profile: Profile, makers: set[str]) -> tuple[str, ...]:
    """The words of one thing's make and model in small letters; none where the phrase has none."""
    if profile.at is None or profile.plural:
        return ()
    grammar = article.grammar
    if any(
        grammar.lower(c) not in ("één", "eerste") for c in grammar.children(profile.at, "nummod")
    ):
        return ()
    owners = (grammar.children(c, "case") for c in grammar.children(profile.at, "nmod"))
    if any(grammar.lower(case) == "van" for cases in owners for case in cases):
        return ()  # "de iPhone van een ander merk"
    number, head = profile.at
    tokens = grammar.sentences[number].tokens
    found = []
    for i, token in enumerate(tokens):
        if not profile.mention.span.covers(token.span):
            continue
        form = token.span.of(article.text)
        if token.dep in _BEFORE_HEAD and token.pos in ("DET", "PRON"):
            continue
        proper = any(c.isdigit() or c.isupper() for c in form) and not tells_age(form.lower())
        if proper and token.pos not in ("ADJ", "VERB", "DET", "ADV", "ADP"):
            found.append((i, form))
        elif found and found[-1][0] == i - 1 and _goes_on(token, form):
            found.append((i, form))  # "touch" in "de iPod touch"
        elif found and i > head:
            break
    if not found:
        return ()
    last = max(i for i, _ in found)
    artefact = profile.lemma in words("coreference.toml", "artefacts")
    if profile.mention.kind is MentionKind.NOMINAL and not (
        tokens[head].span.of(article.text) in [form for _, form in found]
        or (artefact and all(t.pos == "ADJ" for t in tokens[last + 1 : head]) and last < head)
    ):
        return ()
    forms = [form for _, form in found]
    for end in range(len(forms) - 1, 0, -1):
        if fold(" ".join(forms[:end])) in makers:
            forms = forms[end:]
            break
    return tuple(form.lower() for form in forms)


def _goes_on(token: Token, form: str) -> bool:
    artefact = any(form.endswith(a) for a in words("coreference.toml", "artefacts"))
    return token.pos in ("NOUN", "PROPN", "X") and form.isalpha() and not artefact


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a model's name is short for another: its end, or all but the number behind."""
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short:
        return True
    rest = long[len(short) :]
    numbered = any(c.isdigit() for word in (*short, *rest[:1]) for c in word)
    return long[: len(short)] == short and numbered


def _alive(article: Article, chains: list[Chain]) -> Chain | None:
    return next((c for c in chains if c in article.chains), None)


def _join(article: Article, one: Chain, two: Chain, reason: str) -> None:
    if one is two or two not in article.chains or one not in article.chains:
        return
    if of_other_age(article, one, two):
        two.refused.append(f"{one.label}: een eerdere of latere")
    elif not known_apart(one, two) and not differ(one, two) and one.plural == two.plural:
        article.join(one, two, reason)
