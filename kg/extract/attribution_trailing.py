"""Verbs of saying after or within what is said -> attributions: "…, meldden X", "Dat zei X"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.extract.attribution import Attribution, cue_at, listed, runs
from kg.extract.attribution_speakers import after, speaker_at
from kg.extract.attribution_verbs import Saying
from kg.extract.quotations import Quotation
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.model import Mention, Span

_CLOSING = frozenset("”“\"'’»") | {"''"}
_HELPING = ("zijn", "hebben", "worden", "zullen", "kunnen", "moeten", "mogen", "willen")
_BEFORE = frozenset({",", "(", "–", "—", "-"}) | _CLOSING


def trailing(reading: Reading, saying: Saying, quoted: list[Quotation]) -> Attribution | None:
    """The verb stands behind or within what is said: "…, meldden X", "…, zo meldt X, …".

    Catches "Er vielen 22 doden, meldden reddingswerkers" however it is parsed, and "Het leger,
    zegt de gouverneur, heeft de stad verlaten". Leaves alone "Toen hij viel, zei de man dat …".
    """
    tree, cue = reading.trees[saying.number], saying.cue
    first = cue.finite
    if cue.verb.own:
        return None
    if first > 0 and tree.lower(first - 1) in ("zo", "dat", "aldus"):
        first -= 1
    if first == 0 or tree.word(first - 1) not in _BEFORE:
        return None
    if tree.lower(first) == "dat" and tree.tokens[first].dep == "mark":
        return None
    speaker = after(reading, saying.number, cue.finite, anyone=True)
    if speaker is None or speaker.mention != saying.speaker.mention:
        return None
    last = max(cue.at, cue.finite, cue.particle or 0, speaker.end)
    if _content_follows(tree, last):
        return None
    said = first - 1
    while said >= 0 and tree.word(said) in _BEFORE | {"!", "?", "."}:
        said -= 1
    quotation = _just_before(reading, tree, first, quoted)
    if said < 0 and quotation is None:
        return None
    starts_below = _starts_below(tree) and quotation is None
    if starts_below and not _finite(tree, 1, said, main=True):
        return None
    scope = list(runs(tree, range(said + 1))) if said >= 0 else []
    resumed = _resumed(tree, last)
    fronted = tree.tokens[0].pos == "ADP" and quotation is None and resumed is None
    if fronted and not _finite(tree, 0, said):
        return None  # "In een interview, zei de minister …": no content, but where he said it
    open_ = not _finite(tree, 0, said) or (tree.lemma(said) in _HELPING and said > 0)
    if resumed is not None and quotation is None and open_:
        scope += runs(tree, range(resumed, len(tree)))
    made = replace(saying.text, scope=tuple(scope), rule="attribution.trailing")
    if quotation is None:
        return made
    direct = said < 0 or quotation.span.start <= tree.tokens[0].span.start
    start = min([quotation.words.start, *(s.start for s in scope if not direct)])
    return replace(
        made,
        scope=(Span(start, quotation.words.end),),
        rule="attribution.quotation",
        quote=quotation.words,
        quote_kind="Direct" if direct else "Mixed",
    )


def _starts_below(tree: Tree) -> bool:
    """Whether a subordinate clause opens the sentence: "Toen hij viel, …", "Amper enkele uren
    nadat hij vertrok, …"."""
    for j in range(min(len(tree), 6)):
        if tree.lower(j) in listed("guards", "subordinating"):
            return j == 0 or tree.tokens[j].pos == "SCONJ"
        if tree.tokens[j].pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def exclaimed(reading: Reading, number: int, quoted: list[Quotation]) -> list[Attribution]:
    """Any verb right after a quotation, with its subject: "“We zijn vrij”, jubelde de schipper".

    Leaves alone "“Vrij zijn”, dat is het mooiste".
    """
    tree = reading.trees[number]
    found = []
    for f in range(1, len(tree) - 1):
        fits = tree.tokens[f].pos in ("VERB", "ADJ") and tree.word(f - 1) in (",", *_CLOSING)
        if not fits or cue_at(tree, f) is not None:
            continue
        quotation = _just_before(reading, tree, f, quoted)
        who = after(reading, number, f) if quotation is not None and quotation.closed else None
        mention = who.mention if who is not None else None
        if (
            quotation is None
            or mention is None
            or len(quotation.words.of(reading.text).split()) < 3
        ):
            continue
        addressee = _told(reading, number, f)
        found.append(
            Attribution(
                (quotation.words,),
                mention,
                tree.tokens[f].span,
                "attribution.exclaimed",
                addressee=addressee,
                made_by=(tree.tokens[f].span,),
                quote=quotation.words,
                quote_kind="Direct",
                confidence=Decimal("0.8"),
            )
        )
    return found


def _told(reading: Reading, number: int, f: int) -> Mention | None:
    tree = reading.trees[number]
    for j in range(f + 1, len(tree)):
        if tree.case(j) in ("tegen", "tegenover"):
            who = speaker_at(reading, number, j)
            return who.mention if who is not None else None
    return None


def reply(reading: Reading, saying: Saying) -> Attribution | None:
    """ "Moskou ontkent dat.": what is denied or confirmed stands in the sentence before.

    Catches "Dat spreekt het Kremlin tegen", "De bank ontkent de beschuldiging". Leaves alone
    "De bank ontkent de fraude" and "Dat bevestigt de politie", who are the source themselves.
    """
    tree, number, cue = reading.trees[saying.number], saying.number, saying.cue
    if number == 0 or cue.verb.lemma not in listed("replies", "verbs") or saying.text.unsaid:
        return None
    if _content_follows(tree, cue.at) or not _in_main_clause(tree, cue.at, cue.finite):
        return None
    previous = reading.trees[number - 1].sentence.span
    between = Span(previous.end, tree.sentence.span.start).of(reading.text)
    fronted = tree.lower(0) in ("dat", "dit") and cue.finite == 1
    if between.count("\n") > 1 or not (fronted or _takes_up(tree, cue.at, cue.finite)):
        return None
    if fronted and not cue.verb.negates:
        return None  # "Dat bevestigt de politie": who told it
    return replace(
        saying.text, scope=(previous,), rule="attribution.reply", reply=tree.sentence.span
    )


def _takes_up(tree: Tree, *verb: int) -> bool:
    """Whether the object is what was just said: "dat", "dit", "de beschuldiging", or none."""
    objects = [j for v in verb for j in tree.children(v, "obj", "ccomp", "obl", "xcomp")]
    words = {tree.lower(j) for j in range(len(tree))}
    nouns = {tree.lemma(j) for j in objects if tree.tokens[j].pos == "NOUN"}
    if nouns:
        definite = any(
            tree.lower(k) in ("de", "die", "deze", "dit", "dat", "het")
            for j in objects
            for k in tree.children(j, "det")
        )
        bare = not any(tree.children(j, "nmod", "acl", "acl:relcl") for j in objects)
        return bool(definite and bare and nouns <= listed("replies", "nouns"))
    verbs = [j for j, token in enumerate(tree.tokens) if token.pos == "VERB" and j not in verb]
    return not verbs and (bool(words & {"dat", "dit"}) or not objects)


def backward(reading: Reading, saying: Saying) -> Attribution | None:
    """ "Dat meldt de omroep.": what is said stands in the sentence before.

    Catches "De fabriek sluit. Dat heeft de directie bekendgemaakt." Leaves alone "Dat zei
    niemand" and "Dat verbaasde de oppositie".
    """
    tree, number, cue = reading.trees[saying.number], saying.number, saying.cue
    if number == 0 or tree.lower(0) not in ("dat", "dit", "zo") or cue.finite != 1:
        return None
    if saying.text.unsaid or cue.verb.own or saying.text.illocution in ("Demand", "Request"):
        return None
    if any(tree.lower(j) in ("dat", ":") for j in range(2, len(tree))):
        return None
    previous = reading.trees[number - 1]
    gap = Span(previous.sentence.span.end, tree.sentence.span.start).of(reading.text)
    if "\n" in gap.strip(" ") and gap.count("\n") > 1:
        return None
    return replace(saying.text, scope=(previous.sentence.span,), rule="attribution.backward")


def introduced(reading: Reading, saying: Saying, quoted: list[Quotation]) -> Attribution | None:
    """A quotation after its verb: "De premier zei: “…”", "Rutte stelde ‘…’".

    Catches "zei de keeper, “maar hij floot”". Leaves alone "noemde de aanval ‘een misdaad’".
    """
    tree, cue = reading.trees[saying.number], saying.cue
    last = max(cue.at, cue.finite, cue.particle or 0)
    if saying.speaker.end > last and not _content_follows(tree, saying.speaker.end):
        last = saying.speaker.end
    end = tree.tokens[last].span.end
    for quotation in quoted:
        if quotation.span.start < end:
            continue
        gap = reading.text[end : quotation.span.start]
        if len(gap) > 120 or "\n" in gap.strip("\n ") or gap.count("\n") > 1:
            return None
        bare = gap.strip()
        if bare.endswith(":") and not any(c in bare for c in ".;!?"):
            kind = "Direct"
        elif not _in_main_clause(tree, cue.at, cue.finite):
            return None
        elif bare in ("", ",") or (bare.endswith(",") and "." not in bare):
            kind = "Direct" if bare else "Mixed"
        else:
            return None
        return replace(
            saying.text,
            scope=(quotation.words,),
            rule="attribution.introduced",
            quote=quotation.words,
            quote_kind=kind,
        )
    return None


def _in_main_clause(tree: Tree, *verb: int) -> bool:
    """Whether a verb heads the sentence: not "meer dan de leiders verwachten, “…”"."""
    for at in verb:
        dep, head = tree.tokens[at].dep, tree.head(at)
        if dep in ("root", "parataxis") or head is None:
            return True
        if dep in ("conj", "aux", "xcomp") and tree.tokens[head].dep in ("root", "parataxis"):
            return True
    return False


def _just_before(
    reading: Reading, tree: Tree, first: int, quoted: list[Quotation]
) -> Quotation | None:
    """The quotation that ends right before token ``first``, a comma apart."""
    at = tree.tokens[first].span.start
    for quotation in quoted:
        if quotation.span.end <= at and not reading.text[quotation.span.end : at].strip(" ,\n"):
            return quotation
        unclosed = not quotation.closed and quotation.span.start < at < quotation.span.end
        if unclosed:
            words = Span(quotation.words.start, tree.tokens[max(first - 1, 0)].span.start)
            if words.start < words.end:
                return Quotation(Span(quotation.span.start, words.end), words, 0, closed=False)
    return None


def _content_follows(tree: Tree, last: int) -> bool:
    """Whether a clause or "te" follows the speaker: then that is what is said."""
    for j in range(last + 1, min(last + 16, len(tree))):
        if tree.lower(j) in (",", ".", ";", ":") or tree.word(j) in _CLOSING | {"“", "‘", "„", "«"}:
            return False
        if tree.lower(j) in ("dat", "te", "of") and tree.tokens[j].dep == "mark":
            return True
    return False


def _resumed(tree: Tree, last: int) -> int | None:
    """Where the sentence goes on after a parenthesis: the word after the next comma."""
    for j in range(last + 1, len(tree)):
        if tree.word(j) in (",", ")", "–", "—"):
            return j + 1 if j + 2 < len(tree) else None
    return None


def _finite(tree: Tree, first: int, last: int, *, main: bool = False) -> bool:
    """Whether a finite verb stands between; ``main``: after a comma, so that a main clause is
    there beside a subordinate one."""
    for j in range(first, last + 1):
        if tree.feature(j, "VerbForm") != "Fin" or (cue_at(tree, j) is not None and main):
            continue
        if not main or (j > 0 and tree.lower(j - 1) == ","):
            return True
    return False
