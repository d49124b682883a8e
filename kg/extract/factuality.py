"""A trigger in its clause -> status, certainty and polarity, as MEANTIME defines them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.tree import Tree
from kg.lexicon import table, words
from kg.model import Span

FILE = "factuality.toml"


@dataclass(frozen=True, slots=True)
class Factuality:
    """How an event is put, with the cue that shows it and the rule that read it."""

    status: str = "Asserted"
    certainty: str = "Certain"
    polarity: str = "Positive"
    cue: Span | None = None
    rule: str = ""


def factuality(tree: Tree, i: int, *, attributed: bool = False, later: bool = False) -> Factuality:
    """Status, certainty and polarity of the event with trigger ``i``.

    "Ze zouden de stad verlaten" is Hearsay, "zal sluiten" Planned, "sloot niet" Negated. A
    negation belongs to the verb that it hangs on: in "hij zei niet dat zij kwam" the coming is
    not negated. Near-miss: "niet alleen … maar ook" negates nothing.

    Args:
        attributed: somebody else than the paper says so.
        later: its time lies after the day of publication.
    """
    clause = _clause(tree, i)
    mood = next((m for m in _moods(tree, i, clause, attributed, later) if m is not None), None)
    made = mood or Factuality()
    negation = _negation(tree, i, clause)
    if negation is None:
        return made
    if made.polarity == "Negative":  # "weigerde niet", "zonder niet"
        return replace(made, polarity="Positive", status="Asserted")
    if made.status == "Asserted":
        cue = tree.tokens[negation].span
        return Factuality("Negated", made.certainty, "Negative", cue, "factuality.negation")
    return replace(made, polarity="Negative")


def _moods(
    tree: Tree, i: int, clause: int, attributed: bool, later: bool
) -> Iterator[Factuality | None]:
    yield _hearsay(tree, i)
    yield _governed(tree, i)
    yield _governed(tree, clause) if clause != i else None
    yield _adverb(tree, clause)
    yield _auxiliary(tree, clause, attributed)
    yield _without(tree, clause)
    yield _conditional(tree, clause)
    yield _purpose(tree, clause)
    yield _whether(tree, clause)
    yield _future(tree, i, clause, later)


def _clause(tree: Tree, i: int) -> int:
    """The word whose auxiliaries count for a trigger: itself, or for a noun that is what a verb
    brings about ("zal een akkoord sluiten") that verb."""
    token = tree.tokens[i]
    head = tree.head(i)
    if token.pos != "NOUN" or head is None or tree.tokens[head].pos != "VERB":
        return i
    if token.dep in ("obj", "xcomp") or (
        token.dep in ("nsubj", "nsubj:pass") and _in(tree, head, "verbs", "happening")
    ):
        return head
    return i


def _auxiliary(tree: Tree, i: int, attributed: bool) -> Factuality | None:
    """ "zou vluchten", "zal sluiten", "moet komen", "kan oplopen", "wil praten".

    Leaves alone "moest vluchten" (it happened) and keeps "kan video afspelen" certain: an
    ability is no doubt.
    """
    helpers = list(_auxiliaries(tree, i))
    forms = {tree.lower(a): a for a in helpers}
    would = next((a for f, a in forms.items() if f in _list("auxiliaries", "hearsay")), None)
    if would is not None:
        return _would(tree, i, would, forms, attributed)
    for name in ("demanded", "planned", "possible", "future", "had_to"):
        at = next((a for f, a in forms.items() if f in _list("auxiliaries", name)), None)
        if at is None:
            continue
        cue = tree.tokens[at].span
        if name == "demanded":
            return Factuality("Demanded", "Underspecified", "Positive", cue, "factuality.must")
        if name == "had_to" and attributed:
            return Factuality("Demanded", "Underspecified", "Positive", cue, "factuality.must")
        if name == "had_to":
            return None
        if name == "planned":
            return Factuality("Planned", "Certain", "Positive", cue, "factuality.want")
        if name == "future":
            return Factuality("Planned", "Certain", "Positive", cue, "factuality.future")
        doubt = "Possible" if _epistemic(tree, i) else "Certain"
        return Factuality("Conditional", doubt, "Positive", cue, "factuality.can")
    return None


def _hearsay(tree: Tree, i: int) -> Factuality | None:
    """ "zouden proberen de kust te veroveren": hearsay over what governs holds below it."""
    head = tree.head(i)
    if head is None or tree.tokens[i].dep != "xcomp" or _is_modal(tree, head):
        return None
    for a in tree.children(head, "aux"):
        if tree.lower(a) in _list("auxiliaries", "hearsay"):
            cue = tree.tokens[a].span
            return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")
    return None


def _would(
    tree: Tree, i: int, would: int, forms: dict[str, int], attributed: bool
) -> Factuality:
    """ "zou": hearsay; what was to come in what another said ("zei dat hij zou blijven"); what
    was once to come and did not ("zou oorspronkelijk in mei openen")."""
    cue = tree.tokens[would].span
    if any(f in ("kunnen", "mogen") for f in forms):
        return Factuality("Conditional", "Possible", "Positive", cue, "factuality.could")
    if any(f in ("moeten", "hoeven") for f in forms):
        return Factuality("Demanded", "Underspecified", "Positive", cue, "factuality.must")
    around = [tree.lower(j) for j in tree.subtree(i)]
    if any(w in _list("adverbs", "once") for w in around) or _overtaken(tree, i):
        return Factuality("Negated", "Certain", "Negative", cue, "factuality.once")
    if "volgens" in around and not attributed and _by_rule(tree, i):
        return Factuality("Planned", "Certain", "Positive", cue, "factuality.future")
    perfect = any(f in ("hebben", "zijn") for f in forms)
    if attributed and not perfect:
        return Factuality("Planned", "Certain", "Positive", cue, "factuality.future")
    return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")


def _overtaken(tree: Tree, i: int) -> bool:
    """ "nadat het zou worden geleverd", "zou in mei komen maar komt nu in juni": it did not."""
    if any(tree.lower(m) == "nadat" for m in tree.children(i, "mark")):
        return True
    for verb in (i, tree.head(i)):
        for other in tree.children(verb, "conj") if verb is not None else ():
            but = any(tree.lower(c) == "maar" for c in tree.children(other, "cc"))
            now = any(tree.lower(j) in ("nu", "pas", "toch", "alsnog") for j in tree.subtree(other))
            if but and now and other > i and _present(tree, other):
                return True
    return False


def _by_rule(tree: Tree, i: int) -> bool:
    """ "volgens de overeenkomst zou": a standard says what was to come."""
    standards = words("attribution.toml", "prepositions", "standards")
    return any(
        tree.case(j) == "volgens" and tree.lemma(j) in standards for j in tree.subtree(i)
    )


def _adverb(tree: Tree, i: int) -> Factuality | None:
    """ "mogelijk", "waarschijnlijk", "naar verwachting", "anders". """
    for child in tree.children(i, "advmod", "obl", "amod", "xcomp"):
        word = tree.lower(child)
        phrase = f"{tree.case(child)} {word}".strip()
        cue = tree.tokens[child].span
        if phrase in _list("adverbs", "possible"):
            return Factuality("Conditional", "Possible", "Positive", cue, "factuality.possible")
        if phrase in _list("adverbs", "probable"):
            return Factuality("Planned" if _ahead(tree, i) else "Claimed", "Probable", "Positive", cue, "factuality.probable")
        if word in _list("adverbs", "hearsay"):
            return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")
        if word in _list("adverbs", "otherwise") and child <= i and child < 3:
            return Factuality("Conditional", "Possible", "Positive", cue, "factuality.otherwise")
    return None


def _governed(tree: Tree, i: int) -> Factuality | None:
    """ "weigert te vertrekken", "onderhandelt over aankoop", "is van plan te", "de kans dat"."""
    token, head = tree.tokens[i], tree.head(i)
    steps = 0
    while head is not None and token.dep == "conj" and steps < 4:
        token, head, steps = tree.tokens[head], tree.head(head), steps + 1
    if head is None:
        return None
    dep = token.dep
    entry = table(FILE)["governors"].get(tree.lemma(head))
    if entry is not None and tree.tokens[head].pos in ("VERB", "AUX"):
        own = tree.tokens.index(token)
        clausal = dep in ("xcomp", "ccomp") and tree.tokens[own].pos in ("VERB", "AUX", "ADJ", "NOUN")
        as_object = entry.get("object") and dep in ("obj", "nsubj:pass")
        about = tree.case(own) in entry.get("about", ()) and dep in ("obl", "obl:arg", "nmod")
        if clausal or as_object or about:
            return _by(entry, tree.tokens[head].span, "factuality.governed")
    for at in (head, *tree.children(head, "xcomp", "obl", "fixed", "nmod")):
        entry = table(FILE)["nouns"].get(tree.lemma(at))
        if entry is not None and dep in ("acl", "xcomp", "ccomp", "advcl", "csubj", "acl:relcl"):
            marks = {tree.lower(m) for m in tree.children(tree.tokens.index(token), "mark")}
            if marks & {"om", "te", "dat"} and at != i:
                return _by(entry, tree.tokens[at].span, "factuality.noun")
    return None


def _by(entry: dict[str, object], cue: Span, rule: str) -> Factuality:
    polarity = "Negative" if entry.get("negates") else "Positive"
    return Factuality(str(entry["status"]), str(entry["certainty"]), polarity, cue, rule)


def _without(tree: Tree, i: int) -> Factuality | None:
    """ "zonder te stoppen": nobody stopped."""
    for child in tree.children(i, "mark", "case"):
        if tree.lower(child) in _list("negation", "without"):
            cue = tree.tokens[child].span
            return Factuality("Negated", "Certain", "Negative", cue, "factuality.without")
    return None


def _conditional(tree: Tree, i: int) -> Factuality | None:
    """ "als het doorgaat", "zolang het verbod blijft bestaan". Leaves alone "als volgt" and
    "wanneer" with a verb in the past."""
    for verb in (i, *tree.ancestors(i)):
        token = tree.tokens[verb]
        if token.dep == "advcl":
            for mark in tree.children(verb, "mark", "advmod"):
                word = tree.lower(mark)
                if word not in _list("conjunctions", "conditional") or mark > verb:
                    continue
                past = any(
                    tree.feature(j, "Tense") == "Past" and tree.feature(j, "VerbForm") == "Fin"
                    for j in (verb, *_auxiliaries(tree, verb))
                )
                if word in ("wanneer", "zolang", "zodra") and past:
                    continue
                if word == "als" and not _finite(tree, verb):
                    continue
                if tree.lower(mark + 1) in ("volgt", "gevolg", "eerste", "laatste"):
                    continue
                cue = tree.tokens[mark].span
                rule = "factuality.condition"
                return Factuality("Conditional", "Underspecified", "Positive", cue, rule)
        if token.dep not in ("conj", "xcomp", "obj", "obl", "nsubj", "nsubj:pass"):
            return None
        if token.pos == "NOUN" and token.dep != "obj":
            return None
    return None


def _purpose(tree: Tree, i: int) -> Factuality | None:
    """ "kwamen om te praten": what it was for, and not told that it came to it. Leaves alone
    "slaagde erin om te vluchten"."""
    head = tree.head(i)
    if tree.tokens[i].dep not in ("advcl", "acl") or head is None:
        return None
    marks = {tree.lower(m): m for m in tree.children(i, "mark")}
    if "om" not in marks or "te" not in marks or _in(tree, head, "verbs", "achieving"):
        return None
    cue = tree.tokens[marks["om"]].span
    return Factuality("Planned", "Certain", "Positive", cue, "factuality.purpose")


def _whether(tree: Tree, i: int) -> Factuality | None:
    """ "zeggen of hij wegging": it is left open."""
    verb, steps = i, 0
    while steps < 4:
        for mark in tree.children(verb, "mark"):
            if tree.lower(mark) in _list("conjunctions", "whether") and mark < verb:
                cue = tree.tokens[mark].span
                return Factuality("Conditional", "Underspecified", "Positive", cue, "factuality.whether")
        head = tree.head(verb)
        if tree.tokens[verb].dep != "conj" or head is None:
            return None
        verb, steps = head, steps + 1
    return None


def _future(tree: Tree, i: int, clause: int, later: bool) -> Factuality | None:
    """ "Begin volgende week volgt een derde ronde": a verb in the present, a time to come."""
    if not _present(tree, clause):
        return None
    cue = next(
        (j for j in tree.subtree(clause) if tree.lower(j) in _list("adverbs", "future")), None
    )
    if later or (cue is not None and _hangs_on(tree, cue, clause)):
        span = tree.tokens[cue].span if cue is not None else None
        return Factuality("Planned", "Certain", "Positive", span, "factuality.future")
    return None


def _hangs_on(tree: Tree, cue: int, clause: int) -> bool:
    """Whether a word of time belongs to this verb and to no clause below it."""
    for a in tree.ancestors(cue):
        if a == clause:
            return True
        if tree.tokens[a].pos in ("VERB", "AUX"):
            return False
    return False


def _negation(tree: Tree, i: int, clause: int) -> int | None:
    """The negation of a trigger: its own, that of its subject or object, or of the modal that
    governs it ("wil niet praten", "hoeven geen vliegtuigen te kopen")."""
    for at in dict.fromkeys((i, clause)):
        found = _own_negation(tree, at, noun=at == i and tree.tokens[i].pos == "NOUN")
        if found is not None:
            return found
    head = tree.head(clause)
    if head is not None and tree.tokens[clause].dep == "xcomp" and _is_modal(tree, head):
        return _own_negation(tree, head, noun=False)
    return None


def _own_negation(tree: Tree, i: int, *, noun: bool) -> int | None:
    relations = ("det", "advmod") if noun else ("advmod", "det", "nsubj", "nsubj:pass", "obj", "cc", "obl")
    for child in tree.children(i, *relations):
        inside = [child]
        if tree.tokens[child].dep != "obl":
            inside += tree.children(child, "det", "advmod")
        for at in inside:
            if tree.lower(at) in _list("negation", "words") and not _constituent(tree, at):
                return at
    return None


def _constituent(tree: Tree, at: int) -> bool:
    """ "niet alleen", "niet in mei maar in juni": no negation of the verb."""
    after = tree.lower(at + 1) if at + 1 < len(tree) else ""
    if after in _list("negation", "not_negating"):
        return True
    if at + 1 < len(tree) and tree.tokens[at + 1].pos in ("ADP", "DET", "NUM"):
        following = [tree.lower(j) for j in range(at + 1, min(at + 9, len(tree)))]
        return "maar" in following and "," not in following[: following.index("maar")]
    return False


def _auxiliaries(tree: Tree, i: int) -> Iterator[int]:
    """The auxiliaries of a verb; of what governs it; of the first of joined verbs."""
    own = tree.children(i, "aux", "aux:pass", "cop")
    yield from own
    head, dep = tree.head(i), tree.tokens[i].dep
    if head is None:
        return
    if dep == "xcomp" and _is_modal(tree, head):
        yield head
        yield from tree.children(head, "aux", "aux:pass")
    elif dep == "conj" and not own and tree.feature(i, "VerbForm") in ("Inf", "Part"):
        yield from _auxiliaries(tree, head)


def _is_modal(tree: Tree, i: int) -> bool:
    form = tree.lower(i)
    lists = ("hearsay", "future", "possible", "demanded", "had_to", "planned")
    return any(form in _list("auxiliaries", name) for name in lists)


def _epistemic(tree: Tree, i: int) -> bool:
    """Whether "kan" tells of a chance: "kan oplopen", "kan zijn gevallen", not "kan vliegen"."""
    if _in(tree, i, "verbs", "unwilled") or tree.tokens[i].pos in ("ADJ", "NOUN"):
        return True
    return any(
        tree.tokens[a].lemma in ("hebben", "zijn") and tree.feature(a, "VerbForm") == "Inf"
        for a in tree.children(i, "aux")
    )


def _ahead(tree: Tree, i: int) -> bool:
    return any(
        tree.lower(a) in _list("auxiliaries", "future") for a in _auxiliaries(tree, i)
    )


def _present(tree: Tree, i: int) -> bool:
    verbs = (i, *tree.children(i, "aux", "aux:pass", "cop"))
    return any(
        tree.feature(v, "Tense") == "Pres" and tree.feature(v, "VerbForm") == "Fin" for v in verbs
    ) and not any(
        tree.tokens[v].lemma in ("hebben", "zijn") and v != i
        for v in tree.children(i, "aux")
    )


def _finite(tree: Tree, i: int) -> bool:
    verbs = (i, *tree.children(i, "aux", "aux:pass", "cop"))
    return any(tree.feature(v, "VerbForm") == "Fin" for v in verbs)


def _in(tree: Tree, i: int, *keys: str) -> bool:
    return tree.lemma(i) in words(FILE, *keys)


def _list(*keys: str) -> frozenset[str]:
    return words(FILE, *keys)
