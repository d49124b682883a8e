"""Verbs of saying -> attributions: "zei dat", "beschuldigde ervan te", "…, meldden X"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.attribution import Attribution, Cue, cue_at, listed, runs
from kg.extract.attribution_clauses import (
    clause_end,
    infinitive_of,
    is_te,
    opens_clause,
    said_between,
    verb_between,
)
from kg.extract.attribution_persons import persons
from kg.extract.attribution_speakers import Speaker, after, speaker_at, subject
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import words
from kg.model import Mention, Span

# How certain the content is, by what the speaker does with it.
_SURE = {
    "Demand": "Underspecified",
    "Request": "Underspecified",
    "Threat": "Possible",
    "Accusation": "Probable",
}
_QUESTION = ("of", "wie", "wat", "waar", "wanneer", "hoe", "waarom", "welke", "hoeveel")
_DIRECTIVE = ("Demand", "Request", "Promise", "Threat", "Warning", "Accusation")
_ASIDE = ("waarbij", "waarna", "terwijl", "waarmee", "waarin")


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying with its speaker, before its content is known."""

    number: int
    cue: Cue
    speaker: Speaker
    text: Attribution


def sayings(reading: Reading, number: int) -> list[Saying]:
    """The verbs of saying of a sentence that have a speaker, with all but their content.

    "De minister zei", "Oekraïne werd beschuldigd" (somebody unknown did). None for "ik denk":
    whoever is speaking goes on speaking.
    """
    tree = reading.trees[number]
    found = []
    for i in range(len(tree)):
        cue = cue_at(tree, i)
        if cue is None:
            continue
        who = _who(reading, number, cue)
        if who is None or who.first:
            continue
        addressee, target = persons(reading, number, cue, who)
        made_by = [tree.tokens[i].span]
        others = [j for j in (cue.particle, cue.finite) if j is not None and j != i]
        made_by += [tree.tokens[j].span for j in others]
        text = Attribution(
            scope=(),
            speaker=who.mention,
            cue=tree.tokens[i].span,
            rule="attribution.verb",
            illocution=cue.verb.act,
            sure=_SURE.get(cue.verb.act, cue.verb.sure),
            addressee=addressee,
            target=target,
            made_by=tuple(made_by),
            nameless=who.nameless or who.mention is None,
            negates=cue.verb.negates,
            unsaid=_unsaid(tree, cue),
            past=_past(tree, cue),
        )
        if cue.verb.negates and _negated(tree, cue):
            text = replace(text, negates=False)
        found.append(Saying(number, cue, who, text))
    return found


def clause(reading: Reading, saying: Saying) -> Attribution | None:
    """A clause that says what: "zei dat de grens sluit", "vraagt of de brug veilig is".

    Catches "De voorzitter vertelde de leden dat de club failliet gaat" also where the parse
    hangs the clause on the members. Leaves alone "Het kabinet weet dat …": no verb of saying.
    """
    tree, cue = reading.trees[saying.number], saying.cue
    for mark in range(cue.at + 1, len(tree)):
        form = tree.lower(mark)
        asked = tree.tokens[mark].dep == "mark" or cue.verb.lemma == "vragen"
        if form == "dat" or (form == "of" and asked):
            break
        if cue.verb.own and form in _QUESTION:
            return None  # "wil weten hoe …": what is wanted is the knowing
        asks = form in _QUESTION and form not in ("of", "waar") and _asked(tree, cue, mark)
        if asks or tree.lower(mark) in (";", ":", "om"):
            mark = mark if asks else -1
            break
    else:
        return None
    if mark < 0 or said_between(tree, cue.at, mark) or verb_between(tree, cue, mark):
        return None
    if form == "dat" and not opens_clause(tree, mark, cue):
        return None
    if tree.lower(mark - 1) in ("en", "maar") and _in_clause(tree, cue):
        return None  # "zei dat ze schreeuwden en dat hij viel": the outer verb's
    if cue.verb.own and any(tree.tokens[j].pos == "VERB" for j in range(cue.at + 1, mark)):
        return None  # "wilde bewijzen dat": the other verb's
    last = clause_end(tree, mark)
    text = saying.text
    if form == "dat" and cue.verb.lemma in ("noemen", "vinden") and _untrue(tree, cue, mark):
        text = replace(text, illocution="Denial", negates=True)
    if form in _QUESTION:
        act = "Question" if text.illocution == "Request" else text.illocution
        text = replace(text, illocution=act, sure="Underspecified")
    return replace(text, scope=runs(tree, range(mark, last + 1)), rule="attribution.clause")


def _in_clause(tree: Tree, cue: Cue) -> bool:
    """Whether a verb of saying stands in a clause with "dat" itself."""
    return any(tree.lower(j) == "dat" and tree.tokens[j].pos == "SCONJ" for j in range(cue.finite))


def _asked(tree: Tree, cue: Cue, mark: int) -> bool:
    """Whether a word of asking opens what is said: "vroeg de minister waarom …"."""
    if tree.lower(mark - 1) == ",":
        return True
    plain = tree.lower(mark) in ("waarom", "wanneer", "hoe", "hoeveel")
    between = range(cue.at + 1, mark)
    return plain and not any(tree.tokens[j].pos in ("PUNCT", "SCONJ", "CCONJ") for j in between)


def _untrue(tree: Tree, cue: Cue, mark: int) -> bool:
    """ "noemt het onzin dat …": the speaker denies it."""
    return any(tree.lower(j) in listed("phrases", "untrue") for j in range(cue.at + 1, mark))


def infinitive(reading: Reading, saying: Saying) -> Attribution | None:
    """An infinitive that says what: "ontkent te hebben geschoten", "riep Poetin op te praten".

    Catches "beschuldigde hij Oekraïne ervan burgers te gijzelen". Leaves alone "De ziekenhuizen
    dreigen in te storten" (nobody threatens) and the purpose in "zei dat om ons te helpen".
    """
    tree, cue = reading.trees[saying.number], saying.cue
    if cue.verb.speech or (cue.verb.lemma in ("willen",)):
        return None
    te = next((j for j in range(cue.at + 1, len(tree)) if is_te(tree, j)), None)
    if te is None or said_between(tree, cue.at, te):
        return None
    between = [tree.lower(j) for j in range(cue.at + 1, te)]
    if any(w in ("dat", ";", ":", "die", "omdat", "door", "maar", "waarbij") for w in between):
        return None
    clear = (j for j in range(cue.at + 1, te) if j != cue.finite)
    if any(tree.feature(j, "VerbForm") == "Fin" for j in clear):
        return None  # "vond hem dood en bleek open te staan": the other verb's
    if "om" in between and cue.verb.act not in ("Demand", "Request", "Promise"):
        return None
    verb = infinitive_of(tree, te)
    if cue.verb.lemma == "stellen" and not _willing(reading, saying):
        return None  # "een deal die ons in staat stelt te groeien"
    if cue.verb.act == "Threat" and (_raising(tree, verb) or not _willing(reading, saying)):
        return None
    first = _content_start(reading, saying, te)
    last = clause_end(tree, first, verb)
    scope = runs(tree, range(first, last + 1))
    return replace(saying.text, scope=scope, rule="attribution.infinitive")


def noun_phrase(reading: Reading, saying: Saying) -> Attribution | None:
    """An event as object or after a preposition: "eist een staakt-het-vuren", "dreigt met".

    Catches "waarschuwt voor een aanslag", "beschuldigt de premier van corruptie". Leaves alone
    "De oorlog eiste tien levens" and "vraagt tien euro voor het boek".
    """
    tree, cue = reading.trees[saying.number], saying.cue
    demands = saying.speaker.mention is not None and saying.text.illocution == "Demand"
    if demands and not _willing(reading, saying):
        return None
    content: list[int] = []
    for j in range(cue.at + 1, len(tree)):
        case = tree.case(j)
        if case and case in cue.verb.about and _governed(saying, tree, j):
            content += _coordinated(tree, j)
    if cue.verb.object and not cue.passive:
        for j in tree.children(cue.at, "obj", "nsubj" if cue.finite < cue.at else "obj"):
            spoken = saying.text.addressee or saying.text.target
            span = tree.tokens[j].span
            own = saying.speaker.mention
            if spoken is not None and spoken.span.covers(span):
                continue
            if (own is not None and own.span.covers(span)) or tree.lemma(j) in listed(
                "guards", "not_demanded"
            ):
                continue
            if tree.tokens[j].pos in ("NOUN", "PROPN") and tree.tokens[j].dep == "obj":
                content += _coordinated(tree, j)
    if not content:
        return None
    whose = [s for s in (saying.text.addressee, saying.text.target) if s is not None]
    inside = {k for j in content for k in tree.subtree(j)}
    inside -= {k for k in inside if k not in content and _taken(tree, k, whose)}
    stop = next((k for k in sorted(inside) if tree.lower(k) in _ASIDE), len(tree))
    scope = runs(tree, {k for k in inside if k < stop} - {cue.at})
    return replace(saying.text, scope=scope, rule="attribution.object") if scope else None


def _governed(saying: Saying, tree: Tree, j: int) -> bool:
    """Whether the phrase is the verb's own: not "sprak over het belang [van de opkomst]"."""
    cue = saying.cue
    if tree.head(j) is None:
        return False
    if not cue.verb.speech:
        return True
    first = min([*tree.children(j, "case"), j])
    return first - 1 in (cue.at, cue.finite, cue.particle, saying.speaker.end)


def _who(reading: Reading, number: int, cue: Cue) -> Speaker | None:
    tree = reading.trees[number]
    if not cue.passive:
        if cue.finite > 1 and tree.lower(cue.finite - 1) in (",", "zo", "(", "”", '"', "’", "»"):
            inverted = after(reading, number, cue.finite, anyone=True)
            if inverted is not None:
                return inverted
        return subject(reading, number, cue)
    for agent in tree.children(cue.at, "obl:agent", "obl"):
        if tree.case(agent) == "door":
            return speaker_at(reading, number, agent, anyone=True)
    return Speaker(None)


def _unsaid(tree: Tree, cue: Cue) -> bool:
    """ "zei niet dat", "wilde niet zeggen of": the speaker did not say so."""
    return not cue.verb.negates and _negated(tree, cue)


def _negated(tree: Tree, cue: Cue) -> bool:
    head = tree.head(cue.at)
    heads = [cue.at]
    if head is not None and tree.tokens[cue.at].dep in ("xcomp", "aux"):
        heads.append(head)
    for h in heads:
        for child in tree.children(h, "advmod", "det", "nsubj"):
            near = child < cue.at or child == cue.at + 1 or child == cue.finite + 1
            word = tree.lower(child)
            if near and word in words("factuality.toml", "negation", "words"):
                return tree.lower(min(child + 1, len(tree) - 1)) not in ("alleen", "slechts", "te")
    return False


def _past(tree: Tree, cue: Cue) -> bool:
    return tree.feature(cue.finite, "Tense") == "Past" or cue.finite != cue.at


def _raising(tree: Tree, verb: int) -> bool:
    return tree.lemma(verb) in words("factuality.toml", "verbs", "unwilled")


def _willing(reading: Reading, saying: Saying) -> bool:
    """Whether the subject can will: people and powers, not "de oorlog" or "het dak"."""
    who = saying.speaker.mention
    if who is None:
        return saying.cue.passive
    head = reading.trees[saying.number].head_of(who.head or who.span)
    return head is None or speaker_at(reading, saying.number, head) is not None


def _content_start(reading: Reading, saying: Saying, te: int) -> int:
    """Where an infinitive clause begins: after the verb, its particle and those it names."""
    tree, cue = reading.trees[saying.number], saying.cue
    first = max(cue.at, cue.particle or 0) + 1
    for who in (saying.text.speaker, saying.text.addressee, saying.text.target):
        if who is not None:
            inside = [j for j in tree.at(who.span) if j < te]
            first = max([first, *(j + 1 for j in inside if j > cue.finite)])
    while first < te and tree.lower(first) in ("ervan", "erop", "ervoor", "er", ",", "op", "aan"):
        first += 1
    return min(first, te)


def _coordinated(tree: Tree, j: int) -> list[int]:
    return [j, *tree.children(j, "conj")]


def _taken(tree: Tree, k: int, whose: list[Mention]) -> bool:
    span: Span = tree.tokens[k].span
    return any(mention.span.covers(span) for mention in whose)
