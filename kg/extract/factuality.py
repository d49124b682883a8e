"""A trigger in its clause -> status, certainty and polarity, as MEANTIME defines them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.factuality_words import (
    FILE,
    ahead,
    among,
    auxiliaries,
    before_te,
    by_rule,
    epistemic,
    finite,
    hangs_on,
    is_modal,
    listed,
    negation,
    overtaken,
    present,
)
from kg.extract.factuality_would import supposes
from kg.extract.tree import Tree
from kg.lexicon import table
from kg.model import Span


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
    denied = negation(tree, i, clause)
    if denied is None:
        return made
    if made.polarity == "Negative":  # "weigerde niet", "zonder niet"
        return replace(made, polarity="Positive", status="Asserted")
    if made.status == "Asserted":
        cue = tree.tokens[denied].span
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
    noun = token.pos == "NOUN" or tree.children(i, "det")
    if not noun or head is None or tree.tokens[head].pos != "VERB":
        return i
    if token.dep in ("obj", "xcomp") or (
        token.dep in ("nsubj", "nsubj:pass") and among(tree, head, "verbs", "happening")
    ):
        return head
    return i


def _auxiliary(tree: Tree, i: int, attributed: bool) -> Factuality | None:
    """ "zou vluchten", "zal sluiten", "moet komen", "kan oplopen", "wil praten".

    Leaves alone "moest vluchten" (it happened) and keeps "kan video afspelen" certain: an
    ability is no doubt.
    """
    helpers = list(auxiliaries(tree, i))
    forms = {tree.lower(a): a for a in helpers}
    would = next((a for f, a in forms.items() if f in listed("auxiliaries", "hearsay")), None)
    if would is not None:
        return _would(tree, i, would, forms, attributed)
    for name in ("demanded", "planned", "possible", "future", "had_to"):
        at = next((a for f, a in forms.items() if f in listed("auxiliaries", name)), None)
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
        doubt = "Possible" if epistemic(tree, i) else "Certain"
        return Factuality("Conditional", doubt, "Positive", cue, "factuality.can")
    return None


def _hearsay(tree: Tree, i: int) -> Factuality | None:
    """ "zouden proberen de kust te veroveren": hearsay over what governs holds below it."""
    head = tree.head(i)
    if head is None or tree.tokens[i].dep != "xcomp" or is_modal(tree, head):
        return None
    for a in tree.children(head, "aux"):
        if tree.lower(a) in listed("auxiliaries", "hearsay"):
            cue = tree.tokens[a].span
            return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")
    return None


def _would(tree: Tree, i: int, would: int, forms: dict[str, int], attributed: bool) -> Factuality:
    """ "zou": hearsay; what was to come in what another said ("zei dat hij zou blijven"); what
    was once to come and did not ("zou oorspronkelijk in mei openen")."""
    cue = tree.tokens[would].span
    if any(f in ("kunnen", "mogen") for f in forms):
        return Factuality("Conditional", "Possible", "Positive", cue, "factuality.could")
    if any(f in ("moeten", "hoeven") for f in forms):
        return Factuality("Demanded", "Underspecified", "Positive", cue, "factuality.must")
    around = [tree.lower(j) for j in tree.subtree(i)]
    if any(w in listed("adverbs", "once") for w in around) or overtaken(tree, i):
        return Factuality("Negated", "Certain", "Negative", cue, "factuality.once")
    if "volgens" in around and not attributed and by_rule(tree, i):
        return Factuality("Planned", "Certain", "Positive", cue, "factuality.future")
    perfect = any(f in ("hebben", "zijn") for f in forms)
    if attributed and not perfect:
        return Factuality("Planned", "Certain", "Positive", cue, "factuality.future")
    if not perfect and supposes(tree, i, would):
        return Factuality("Conditional", "Possible", "Positive", cue, "factuality.would")
    return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")


def _adverb(tree: Tree, i: int) -> Factuality | None:
    """ "mogelijk", "waarschijnlijk", "naar verwachting", "anders"."""
    for child in tree.children(i, "advmod", "obl", "amod", "xcomp"):
        word = tree.lower(child)
        phrase = f"{tree.case(child)} {word}".strip()
        cue = tree.tokens[child].span
        if phrase in listed("adverbs", "possible"):
            return Factuality("Conditional", "Possible", "Positive", cue, "factuality.possible")
        if phrase in listed("adverbs", "probable"):
            return Factuality(
                "Planned" if ahead(tree, i) else "Claimed",
                "Probable",
                "Positive",
                cue,
                "factuality.probable",
            )
        if word in listed("adverbs", "hearsay"):
            return Factuality("Hearsay", "Possible", "Positive", cue, "factuality.hearsay")
        if word in listed("adverbs", "otherwise") and child <= i and child < 3:
            return Factuality("Conditional", "Possible", "Positive", cue, "factuality.otherwise")
    return None


def _governed(tree: Tree, i: int) -> Factuality | None:
    """ "weigert te vertrekken", "onderhandelt over aankoop", "is van plan te", "de kans dat"."""
    token, head = tree.tokens[i], tree.head(i)
    steps = 0
    while head is not None and token.dep == "conj" and steps < 4:
        token, head, steps = tree.tokens[head], tree.head(head), steps + 1
    at = before_te(tree, i, frozenset(table(FILE)["nouns"]))
    if at is not None and tree.lower(at - 1) in ("van", "is", "zijn", "was", "waren"):
        return _by(table(FILE)["nouns"][tree.lower(at)], tree.tokens[at].span, "factuality.noun")
    if head is None:
        return None
    dep = token.dep
    entry = table(FILE)["governors"].get(tree.lemma(head))
    if entry is not None and tree.tokens[head].pos in ("VERB", "AUX"):
        own = tree.tokens.index(token)
        clausal = dep in ("xcomp", "ccomp") and tree.tokens[own].pos in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        )
        second = dep == "nsubj" and head < own and len(tree.children(head, "nsubj")) > 1
        as_object = entry.get("object") and (dep in ("obj", "nsubj:pass") or second)
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
        if tree.lower(child) in listed("negation", "without"):
            cue = tree.tokens[child].span
            return Factuality("Negated", "Certain", "Negative", cue, "factuality.without")
    at = before_te(tree, i, listed("negation", "without"))
    if at is None:
        return None
    return Factuality("Negated", "Certain", "Negative", tree.tokens[at].span, "factuality.without")


def _conditional(tree: Tree, i: int) -> Factuality | None:
    """ "als het doorgaat", "zolang het duurt". Leaves alone "als volgt", "wanneer hij kwam"."""
    for verb in (i, *tree.ancestors(i)):
        token = tree.tokens[verb]
        if token.dep == "advcl":
            for mark in tree.children(verb, "mark", "advmod"):
                word = tree.lower(mark)
                if word not in listed("conjunctions", "conditional") or mark > verb:
                    continue
                past = any(
                    tree.feature(j, "Tense") == "Past" and tree.feature(j, "VerbForm") == "Fin"
                    for j in (verb, *auxiliaries(tree, verb))
                )
                if word in ("wanneer", "zolang", "zodra") and past:
                    continue
                if word == "als" and not finite(tree, verb):
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
    """ "kwamen om te praten": what it was for. Leaves alone "slaagde erin om te vluchten"."""
    head = tree.head(i)
    if tree.tokens[i].dep not in ("advcl", "acl", "xcomp") or head is None:
        return None
    marks = {tree.lower(m): m for m in tree.children(i, "mark")}
    if "om" not in marks or "te" not in marks or among(tree, head, "verbs", "achieving"):
        return None
    cue = tree.tokens[marks["om"]].span
    return Factuality("Planned", "Certain", "Positive", cue, "factuality.purpose")


def _whether(tree: Tree, i: int) -> Factuality | None:
    """ "zeggen of hij wegging": it is left open."""
    verb, steps = i, 0
    while steps < 4:
        for mark in tree.children(verb, "mark"):
            if tree.lower(mark) in listed("conjunctions", "whether") and mark < verb:
                cue = tree.tokens[mark].span
                return Factuality(
                    "Conditional", "Underspecified", "Positive", cue, "factuality.whether"
                )
        head = tree.head(verb)
        if tree.tokens[verb].dep != "conj" or head is None:
            return None
        verb, steps = head, steps + 1
    return None


def _future(tree: Tree, i: int, clause: int, later: bool) -> Factuality | None:
    """ "Begin volgende week volgt een derde ronde": a verb in the present, a time to come."""
    if not present(tree, clause):
        return None
    cue = next(
        (j for j in tree.subtree(clause) if tree.lower(j) in listed("adverbs", "future")), None
    )
    if later or (cue is not None and hangs_on(tree, cue, clause)):
        span = tree.tokens[cue].span if cue is not None else None
        return Factuality("Planned", "Certain", "Positive", span, "factuality.future")
    return None
