"""Names of organisations -> chains: acronyms, legal forms, short names."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.gazetteer import fold
from kg.lexicon import words
from kg.link.article import Article, Chain
from kg.link.names import known_apart, named_chains, sort_of


def acronyms(article: Article) -> None:
    """ "Verenigde Naties (VN)" … "VN": letters that stand for the words of one name.

    Leaves "KNVB" alone after "Nederlandse Voedselbank".
    """
    by_letters: dict[str, list[Chain]] = defaultdict(list)
    named = named_chains(article)
    for chain in named:
        for name in chain.names():
            for letters in initials(name):
                if chain not in by_letters[letters]:
                    by_letters[letters].append(chain)
    for chain in named:
        short = chain.label.replace(".", "").replace(" ", "")
        if not (2 <= len(short) <= 6 and short.isupper()) or _goes_on(article, chain):
            continue
        meant = [c for c in by_letters.get(short, ()) if c is not chain and c in article.chains]
        beside = _before_bracket(article, chain, named)
        if beside is not None and beside in article.chains and beside is not chain:
            meant = [beside]
        if len(meant) == 1 and not known_apart(meant[0], chain):
            article.join(meant[0], chain, f"afkorting van “{meant[0].label}”")
        elif len(meant) > 1:
            chain.refused.append(" en ".join(c.label for c in meant) + ": beide zo af te korten")


def _goes_on(article: Article, chain: Chain) -> bool:
    """Whether letters are always the beginning of a longer name: "RK" in "RK Stichting"."""
    ends = [p.mention.span.end for p in chain.profiles]
    behind = [article.text[end : end + 2] for end in ends]
    return all(text[:1] == " " and text[1:].isupper() for text in behind)


def initials(name: str) -> set[str]:
    """Letters that a name can be shortened to: of all its words, of those with a capital."""
    parts = [part for part in re.split(r"[\s\-]+", name) if part[:1].isalpha()]
    if len(parts) < 2:
        return set()
    spelled = [part.replace(".", "") for part in parts]
    return {
        "".join(part if part.isupper() else part[0] for part in spelled).upper(),
        "".join(part[0] for part in parts).upper(),
        "".join(part[0] for part in parts if part[0].isupper()),
    }


def _before_bracket(article: Article, chain: Chain, named: list[Chain]) -> Chain | None:
    """The name right before "(VN)", if its first letter agrees."""
    for profile in chain.profiles:
        start = profile.mention.span.start
        if article.text[:start].rstrip().endswith("(") and profile.order > 0:
            before = article.profiles[profile.order - 1]
            gap = article.text[before.mention.span.end : start]
            owner = article.chain_of.get(before)
            if gap.strip() != "(" or owner is None or owner not in named:
                continue
            if before.words[:1].upper() == profile.words[:1] and owner.top != "Person":
                return owner
    return None


def company_names(article: Article) -> None:
    """ "Apple Inc." and "Apple Computer" … "Apple": legal forms and what a company does.

    Leaves "Apple Corps" alone where "Apple Computer" is told of too, and "Delta Airlines"
    apart from "Delta Lloyd".
    """
    by_core: dict[str, list[Chain]] = defaultdict(list)
    named = [c for c in named_chains(article) if c.top in ("Organisation", "Thing")]
    for chain in named:
        core = company_core(chain.label)
        by_core[core].append(chain)
    for chain in named:
        core = company_core(chain.label)
        alike = [c for c in by_core[core] if c in article.chains and not known_apart(c, chain)]
        if chain not in article.chains or len(alike) < 2 or alike[0] is chain:
            continue
        if sort_of(alike[0]) == sort_of(chain) or "Thing" in (alike[0].top, chain.top):
            article.join(alike[0], chain, f"zelfde bedrijf als “{alike[0].label}”")
    alive = [c for c in named if c in article.chains]
    for chain in alive:
        if chain not in article.chains or " " in chain.label:
            continue
        longer = [
            c
            for c in alive
            if c in article.chains
            and c is not chain
            and company_core(c.label, descriptors=True) == company_core(chain.label)
            and not known_apart(c, chain)
        ]
        if len(longer) == 1:
            article.join(longer[0], chain, f"kort voor “{longer[0].label}”")
        elif longer:
            chain.refused.append(" en ".join(c.label for c in longer) + ": beide zo te korten")


def shorter_names(article: Article) -> None:
    """ "Northwind" after "Northwind Grummel", "Air Force" after "US Air Force": the first word, or
    the last words, of one organisation's name alone.

    Leaves a place or person alone that is known by that name, and "Eerste Kamer" after
    "Commissie van de Eerste Kamer".
    """
    named = named_chains(article)
    long = [c for c in named if c.top == "Organisation" and " " in c.label]
    for chain in named:
        if chain.entry is not None or chain.top in ("Person", "Product"):
            continue
        short = fold(chain.label)
        meant = [
            c
            for c in long
            if c is not chain
            and c in article.chains
            and not known_apart(c, chain)
            and any(_begins_or_ends(fold(name), short) for name in c.names())
        ]
        if len(meant) == 1:
            article.join(meant[0], chain, f"kort voor “{meant[0].label}”")
        elif meant:
            some = " en ".join(c.label for c in meant)
            chain.refused.append(f"{some}: meer dan één begint of eindigt zo")


def _begins_or_ends(name: str, short: str) -> bool:
    if " " not in short:
        first, _, rest = name.partition(" ")
        return first == short and rest[:1].isupper()
    before = name.removesuffix(" " + short)
    return before != name and before.rsplit(" ", 1)[-1][:1].isupper()


def company_core(name: str, *, descriptors: bool = False) -> str:
    """A company's name without its legal form: "Boeing Corp." -> "boeing"."""
    parts = fold(name).lower().split()
    legal = words("coreference.toml", "legal_forms")
    more = words("coreference.toml", "descriptors") if descriptors else frozenset()
    while len(parts) > 1 and (parts[-1].strip(".,") in legal or parts[-1].strip(".,") in more):
        parts.pop()
    while len(parts) > 1 and parts[0].strip(".,") in legal:
        parts.pop(0)
    return " ".join(parts)
