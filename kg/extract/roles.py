"""A trigger in its tree -> the roles that the parse gives it."""

from __future__ import annotations

from kg.event_types import EventType
from kg.extract.adjuncts import PEOPLE, adjuncts, fill, mentions_of
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Mention, MentionKind, Role
from kg.vocab import top_class


def verb_roles(
    reading: Reading,
    number: int,
    i: int,
    kind: EventType | None,
    subject_role: str = "agent",
    fixed: frozenset[str] = frozenset(),
) -> list[Role]:
    """The roles of verb ``i`` in sentence ``number``; ``subject_role`` is that of its subject.

    ``fixed``: nouns that make one predicate with the verb ("onder vuur liggen"): what hangs on
    them takes part in it.

    "Rebellen beschoten de stad" -> agent, patient; "de stad werd beschoten door rebellen" the
    same. A participle before a noun ("beschoten huizen in Irpin") has the noun as patient and
    shares its place. Near-miss: in "er werd gevochten" nobody is made up.
    """
    tree = reading.trees[number]
    roles: list[Role] = []
    if tree.tokens[i].dep == "amod" and (noun := tree.head(i)) is not None:
        roles += fill(reading, number, noun, "patient")
        roles += adjuncts(reading, number, tree.children(noun, "nmod"), None, places_only=True)
        return roles
    passive = is_passive(tree, i)
    undergoes = kind.prepositions.get("obj", "patient") if kind else "patient"
    for subject in subjects(tree, i):
        roles += fill(reading, number, subject, undergoes if passive else subject_role)
    for child in objects(tree, i):
        if tree.lemma(child) in fixed:
            continue  # "kostte twee mensen het leven"
        roles += fill(reading, number, child, undergoes)
        roles += _receivers(reading, number, child)
    bare = not tree.children(i, "obj", "ccomp", "xcomp")
    # "veroordeelde hem": without another object the person undergoes it.
    for relation, role in (("iobj", undergoes if bare else "recipient"), ("obl:agent", "agent")):
        for child in tree.children(i, relation):
            roles += fill(reading, number, child, role)
    roles += _roles_of_fixed(reading, number, i, fixed)
    beside = [a for a in _adjunct_heads(reading, number, i) if tree.lemma(a) not in fixed]
    if subject_role == "recipient":
        # "kreeg geld van Terra": whom somebody has it from gave it
        for giver in (a for a in beside if tree.case(a) == "van"):
            if not reading.tells_time(number, giver):  # "van de week"
                roles += fill(reading, number, giver, "agent")
        beside = [a for a in beside if tree.case(a) != "van"]
    roles += adjuncts(
        reading,
        number,
        beside,
        kind,
        passive=passive,
        state=subject_role == "theme",
    )
    if kind is not None:
        roles = _undergone(reading, roles)
        roles += _places_of_patients(reading, number, tree, i, roles)
    return _distinct(roles)


def _undergone(reading: Reading, roles: list[Role]) -> list[Role]:
    """Buildings do nothing to nobody: "beschoten wooncomplexen" without an object has them as
    patient; a place by name, and a country, may stand for its government and keeps its role."""
    governing = tuple(sorted(words("cues.toml", "nouns", "governing")))
    names = {role.name for role in roles}
    if "agent" not in names or names & {"patient", "target", "theme", "addressee"}:
        return roles
    return [
        Role("patient", role.filler)
        if role.name == "agent"
        and isinstance(role.filler, Mention)
        and role.filler.kind is MentionKind.NOMINAL
        and top_class(role.filler.entity_class) == "Place"
        and not reading.words(role.filler.head or role.filler.span).lower().endswith(governing)
        else role
        for role in roles
    ]


def _places_of_patients(
    reading: Reading, number: int, tree: Tree, i: int, roles: list[Role]
) -> list[Role]:
    """ "beschoten flats in Irpin": what happens to the flats happens in Irpin."""
    if any(role.name in ("hasPlace", "near") for role in roles):
        return []
    undergoing = {
        r.filler.head for r in roles if r.name == "patient" and isinstance(r.filler, Mention)
    }
    heads = [
        place
        for child in tree.children(i, "nsubj", "nsubj:pass", "obj")
        if tree.tokens[child].span in undergoing
        for place in tree.children(child, "nmod", "obl")
        if tree.case(place) == "in"
    ]
    return [r for r in adjuncts(reading, number, heads, None) if r.name == "hasPlace"]


def noun_roles(reading: Reading, number: int, i: int, kind: EventType | None) -> list[Role]:
    """The roles of nominal event ``i``: "de invasie van Rusland in Oekraïne".

    An adjective of a country acts in it ("de Russische invasie"). What stands after "van" has
    the role that the type names for it, none where the type is unknown; so has whose it is:
    "zijn ontslag" happens to him, "hun aanval" they do; "zijn moord op de winkelier" does too,
    since it happens to another.
    """
    tree = reading.trees[number]
    roles: list[Role] = []
    for child in tree.children(i, "amod"):
        owner = reading.named(number, child)
        if owner is not None and owner.kind is MentionKind.ADJECTIVE and kind is not None:
            roles.append(Role("agent", owner))
    heads = tree.children(i, "nmod", "obl", "obl:arg")
    others = list(adjuncts(reading, number, heads, kind, passive=True, noun=True))
    whose = kind.prepositions.get("van", "agent") if kind is not None else "agent"
    if any(role.name == whose for role in others):
        whose = "agent"
    for child in tree.children(i, "nmod:poss"):
        if kind is not None or reading.named(number, child) is not None:
            roles += fill(reading, number, child, whose)
    roles += others
    roles += _bare_behind(reading, number, i, kind)
    if not any(role.name in ("hasPlace", "near") for role in roles):
        # "Protest tegen windmolens in Drachten": the protest is there too.
        below = [p for head in heads for p in tree.children(head, "nmod") if tree.case(p) == "in"]
        roles += [r for r in adjuncts(reading, number, below, None) if r.name == "hasPlace"]
    return _distinct([role for role in roles if role.name != "agent" or _can_act(role)])


def _bare_behind(reading: Reading, number: int, i: int, kind: EventType | None) -> list[Role]:
    """ "Overname Shell", "Zege Oranje": what stands bare behind a noun in a headline has the role
    that "van" gives; a place is where it happened ("Overstroming Limburg")."""
    tree = reading.trees[number]
    if kind is None or i + 1 >= len(tree) or tree.children(i, "det", "nmod:poss"):
        return []
    behind = [c for c in tree.children(i, "nmod") if c == i + 1 and not tree.case(c)]
    role = kind.prepositions.get("van")
    found = []
    for mention in (m for c in behind for m in mentions_of(reading, number, c)):
        if top_class(mention.entity_class) == "Place" and mention.kind is MentionKind.NAME:
            found.append(Role("hasPlace", mention))
        elif role is not None:
            found.append(Role(role, mention))
    return found


def _can_act(role: Role) -> bool:
    """Whether what stands with a noun can do it: not "de wedstrijd van het seizoen"."""
    filler = role.filler
    if not isinstance(filler, Mention) or filler.kind is not MentionKind.NOMINAL:
        return True
    return top_class(filler.entity_class) in PEOPLE


def subjects(tree: Tree, i: int) -> list[int]:
    """The subject of a verb: its own, that of the verb it is joined to, or the controller's.

    "Zij kwamen en gingen", "hij probeert te vluchten" and "hij kwam om te praten" (the subject
    of the governing verb), "hij vroeg haar te komen", "hij beschuldigt haar ervan te liegen" (its
    object).
    """
    own = tree.children(i, "nsubj", "nsubj:pass")
    if own:
        return own
    head = tree.head(i)
    dep = tree.tokens[i].dep
    if head is None:
        return []
    if tree.tokens[head].pos not in ("VERB", "AUX"):
        return []
    asks = tree.lemma(head) in words("cues.toml", "verbs", "object_control")
    # "helpt hen door geld te geven": who helps gives.
    means = {"door", "zonder", "na"} & {tree.lower(m) for m in tree.children(i, "mark", "case")}
    asks = asks and not means
    infinitive = tree.feature(i, "VerbForm") == "Inf"
    if dep == "xcomp" or (asks and infinitive):
        controller = tree.children(head, "iobj", "obj")
        return controller or subjects(tree, head)
    if (dep == "conj" and not is_passive(tree, i)) or (dep == "advcl" and infinitive):
        return [] if is_passive(tree, head) else subjects(tree, head)
    return []


def objects(tree: Tree, i: int) -> list[int]:
    """The objects of a verb; joined participles and infinitives share that of the first.

    "heeft de gevangenen gemarteld en gedood" -> the prisoners, twice. Left alone: "heeft het
    huis gekocht en is vertrokken", "als schild gebruikt" (no object but what it serves as).
    """
    own = [o for o in tree.children(i, "obj") if not _serves_as(tree, o)]
    head = tree.head(i)
    if own or head is None or tree.tokens[i].dep != "conj" or tree.tokens[head].pos != "VERB":
        return own
    alike = tree.feature(i, "VerbForm") == tree.feature(head, "VerbForm") != "Fin"
    intransitive = tree.lemma(i) in words("cues.toml", "verbs", "perfect_zijn")
    if not alike or intransitive or is_passive(tree, i) or tree.children(i, "aux", "nsubj"):
        return own
    return [o for o in tree.children(head, "obj") if o < head]


def _receivers(reading: Reading, number: int, i: int) -> list[Role]:
    """ "gaf voedsel aan vluchtelingen": hung on the object, but people get what is given."""
    tree = reading.trees[number]
    behind = [c for c in tree.children(i, "nmod") if tree.case(c) == "aan" and c > i]
    found = [role for c in behind for role in fill(reading, number, c, "recipient")]
    return [
        role
        for role in found
        if isinstance(role.filler, Mention) and top_class(role.filler.entity_class) in PEOPLE
    ]


def _serves_as(tree: Tree, i: int) -> bool:
    return any(tree.lower(m) == "als" for m in tree.children(i, "mark", "case"))


def _roles_of_fixed(reading: Reading, number: int, i: int, fixed: frozenset[str]) -> list[Role]:
    """ "onder vuur van raketten" (instrument), "in handen van rebellen", "in Russische handen"
    (agent)."""
    tree = reading.trees[number]
    roles: list[Role] = []
    for child in tree.children(i):
        if not {tree.lemma(child), tree.lower(child)} & fixed or not tree.case(child):
            continue
        for owner in tree.children(child, "amod"):
            adjective = reading.named(number, owner)
            if adjective is not None and adjective.kind is MentionKind.ADJECTIVE:
                roles.append(Role("agent", adjective))
        for owner in tree.children(child, "nmod"):
            if tree.case(owner) == "van":
                weapon = tree.lemma(owner) in words("cues.toml", "nouns", "weapons")
                weapon = weapon or tree.lower(owner) in words("cues.toml", "nouns", "weapons")
                roles += fill(reading, number, owner, "instrument" if weapon else "agent")
    return roles


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb is in the passive: "werd beschoten", "zijn geraakt".

    A participle with "zijn" is a passive too, unless the verb makes its perfect with "zijn"
    ("is gevallen", "zijn gevlucht") or has an object.
    """
    by_zijn = tree.lemma(i) in words("cues.toml", "verbs", "perfect_zijn")
    lemmas = {tree.tokens[a].lemma for a in tree.children(i, "aux", "aux:pass")}
    if by_zijn and "zijn" in lemmas and "worden" not in lemmas:
        return False
    if tree.children(i, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    if tree.feature(i, "VerbForm") != "Part":
        return False
    if "worden" in lemmas:
        return True
    return "zijn" in lemmas and not by_zijn and not tree.children(i, "obj", "expl:pv")


def _adjunct_heads(reading: Reading, number: int, i: int) -> list[int]:
    """The phrases that hang on a verb, and those that the parse hangs on its time: "maandag in
    Gent"."""
    tree = reading.trees[number]
    own = tree.children(i, "obl", "obl:arg", "nmod", "advmod")
    times = [c for c in own if reading.tells_time(number, c)]
    return own + [place for c in times for place in tree.children(c, "nmod") if place == c + 2]


def _distinct(roles: list[Role]) -> list[Role]:
    return list(dict.fromkeys(roles))
