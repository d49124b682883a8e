"""Words of attribution that are no verbs -> attributions: "volgens X", "aldus X", nouns."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.extract.attribution import FILE, Attribution, listed, runs
from kg.extract.attribution_clauses import trails
from kg.extract.attribution_speakers import Speaker, is_standard, speaker_at
from kg.extract.quotations import Quotation
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import table
from kg.model import Span


def prepositions(reading: Reading, number: int, quoted: list[Quotation]) -> list[Attribution]:
    """ "Volgens de burgemeester vielen er doden", "…, aldus de minister".

    Catches "De raket werd (volgens Moskou) afgeschoten". Leaves alone "volgens plan", "volgens
    de wet", "volgens mij" and "Aldus werd besloten".
    """
    tree = reading.trees[number]
    found = []
    for i in range(len(tree)):
        word = tree.lower(i)
        if word not in listed("prepositions", "speaker"):
            continue
        holder = _holder(reading, number, i)
        if holder is None or is_standard(tree, holder):
            continue
        who = speaker_at(reading, number, holder, anyone=word == "aldus")
        if who is None or who.first or (who.mention is None):
            continue
        own = {i, holder, *tree.subtree(holder), *tree.at(who.mention.span)}
        own = {j for j in own if i <= j <= max(who.end, _phrase_end(tree, holder))}
        scope = _sentence_but(tree, own, i, word)
        if not scope and word != "aldus":
            continue
        made = Attribution(
            scope=runs(tree, scope),
            speaker=who.mention,
            cue=tree.tokens[i].span,
            rule=f"attribution.{word}",
            nameless=who.nameless,
        )
        found.append(_quoting(reading, tree, i, made, quoted) if word == "aldus" else made)
    return [a for a in found if a.scope]


def own_words(reading: Reading, number: int) -> list[Attribution]:
    """ "De man werd naar eigen zeggen mishandeld": the subject says so.

    Leaves alone "in eigen woorden".
    """
    tree = reading.trees[number]
    span = tree.sentence.span
    text = span.of(reading.text).lower()
    found = []
    for phrase in sorted(listed("phrases", "own_words")):
        at = text.find(phrase)
        if at < 0:
            continue
        cue = Span(span.start + at, span.start + at + len(phrase))
        own = set(tree.at(cue))
        verb = next((a for i in sorted(own) for a in tree.ancestors(i) if a not in own), None)
        heads = (
            [h for h in (verb, *tree.ancestors(verb)) if h is not None] if verb is not None else []
        )
        subjects = [s for h in heads for s in tree.children(h, "nsubj", "nsubj:pass")]
        if not subjects:
            subjects = [j for j, t in enumerate(tree.tokens) if t.dep.startswith("nsubj")]
        who = next(
            (w for s in subjects if (w := speaker_at(reading, number, s, anyone=True))), None
        )
        if who is None or who.mention is None:
            continue
        scope = [j for j in range(len(tree)) if j not in own]
        found.append(Attribution(runs(tree, scope), who.mention, cue, "attribution.own-words"))
    return found


def hearsay(reading: Reading, number: int) -> list[Attribution]:
    """ "Naar verluidt wordt de club verkocht": somebody says so, nobody knows who.

    Leaves alone "het is verluid".
    """
    tree = reading.trees[number]
    text = tree.sentence.span.of(reading.text).lower()
    found = []
    for phrase in sorted(listed("phrases", "hearsay")):
        at = text.find(phrase)
        if at >= 0:
            start = tree.sentence.span.start + at
            cue = Span(start, start + len(phrase))
            own = set(tree.at(cue))
            below = _below(tree, min(own)) if own else None
            scope = [j for j in below or range(len(tree)) if j not in own]
            if phrase.endswith("dat"):
                scope = [j for j in scope if j > max(own)]
            made = Attribution(runs(tree, scope), None, cue, "attribution.hearsay", sure="Possible")
            found.append(replace(made, nameless=True))
    return [a for a in found if a.scope]


def evidence(reading: Reading, number: int, previous: Span | None) -> list[Attribution]:
    """ "Uit onderzoek van de VN blijkt dat …", "…, blijkt uit cijfers van het CBS".

    Leaves alone "Uit niets blijkt dat …": nobody made the nothing.
    """
    tree = reading.trees[number]
    found = []
    for i in range(len(tree)):
        if tree.lower(i) not in ("blijkt", "bleek", "blijken", "bleken", "blijke"):
            continue
        source = next(
            (
                j
                for j in range(len(tree))
                if tree.case(j).startswith("uit") and tree.tokens[j].pos in ("NOUN", "PROPN")
            ),
            None,
        )
        who = speaker_at(reading, number, source) if source is not None else None
        if source is None or who is None or who.mention is None or who.first:
            continue
        mark = next((j for j in range(i + 1, len(tree)) if tree.lower(j) == "dat"), None)
        scope: tuple[Span, ...]
        if mark is not None:
            ends = (j - 1 for j in range(mark, len(tree)) if tree.lower(j) == "aldus")
            scope = runs(tree, range(mark, next(ends, len(tree))))
        elif i > 1 and tree.word(i - 1) == ",":
            scope = runs(tree, range(i - 1))
        elif i == 1 and tree.lower(0) in ("dat", "dit") and previous is not None:
            scope = (previous,)
        else:
            continue
        cue = tree.tokens[i].span
        made = Attribution(scope, who.mention, cue, "attribution.evidence", "Report")
        found.append(replace(made, confidence=Decimal("0.8")))
    return found


def nouns(reading: Reading, number: int) -> list[Attribution]:
    """ "De bewering van Moskou dat …", "de Russische beschuldiging dat …", "oproep om te".

    Leaves alone "het nieuws dat de trainer vertrekt": no noun of saying.
    """
    tree = reading.trees[number]
    found = []
    for i in range(len(tree)):
        act = table(FILE)["nouns"].get(tree.lemma(i))
        if act is None or tree.tokens[i].pos != "NOUN":
            continue
        last = _phrase_end(tree, i)
        opens = last + 1 < len(tree) and tree.lower(last + 1)
        if opens not in ("dat", "om") or (opens == "om" and act in ("Assertion", "Report")):
            continue
        who = _owner(reading, number, i)
        inside = [j for j in tree.subtree(i) if j > last]
        if opens == "om" and last + 1 not in inside:
            inside = _to_infinitive(tree, last + 1)
        if not inside or tree.tokens[last + 1].dep == "det":
            continue
        sure = table(FILE)["sureness"].get(tree.lemma(i), "Certain")
        made = Attribution(
            scope=runs(tree, range(last + 1, max(inside) + 1)),
            speaker=who.mention if who else None,
            cue=tree.tokens[i].span,
            rule="attribution.noun",
            illocution=act,
            sure=sure,
            made_by=(tree.tokens[i].span,),
            nameless=who is None or who.nameless,
            negates=act == "Denial",
        )
        found.append(made)
    return found


def _holder(reading: Reading, number: int, i: int) -> int | None:
    """The noun that "volgens" or "aldus" stands before, by the parse or by its place."""
    tree = reading.trees[number]
    head = tree.head(i)
    if head is not None and head > i and tree.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
        return head
    for j in range(i + 1, min(i + 8, len(tree))):
        pos = tree.tokens[j].pos
        name = reading.named(number, j)
        starts = name is not None and name.span.start == tree.tokens[j].span.start
        if pos in ("NOUN", "PROPN", "PRON") or (starts and pos != "ADJ"):
            return j
        if pos not in ("DET", "ADJ", "NUM", "X") and not (
            pos == "VERB" and tree.tokens[j].dep == "amod"
        ):
            if pos == "VERB" and reading.named(number, min(j + 1, len(tree) - 1)):
                continue  # "brandweercommandant Kees Mol", taken for a verb
            return j if pos == "VERB" and tree.children(j, "det") else None
    return None


def _phrase_end(tree: Tree, i: int) -> int:
    """The last word of the phrase of head ``i``, without clauses behind it."""
    return max(tree.at(tree.phrase(i)))


def _sentence_but(tree: Tree, own: set[int], i: int, word: str) -> list[int]:
    """The words of the clause that "volgens X" stands in: between semicolons, and not over a
    main clause that another "volgens", "maar" or "terwijl" begins."""
    below = _below(tree, i)
    if below is not None:
        return [j for j in below if j not in own]
    first, last = 0, len(tree) - 1
    for j in range(len(tree)):
        stops = tree.lower(j) in (";", "terwijl") or (
            tree.lower(j) == "maar" and tree.lower(max(j - 1, 0)) == ","
        )
        if stops and j < i:
            first = j + 1
        elif stops and j > i:
            last = j - 1
            break
        elif j > i and tree.lower(j) == ":" and _has_verb(tree, j):
            last = j - 1  # what follows a colon has a speaker of its own
            break
        elif j > i + 1 and tree.lower(j - 1) == "," and trails(tree, j):
            last = j - 2
            break
    if word == "aldus" and i > 0 and tree.word(i - 1) not in (".", ":"):
        last = max(own) if max(own) + 2 >= len(tree) or tree.word(max(own) + 1) != "," else last
    return [j for j in range(first, last + 1) if j not in own]


def _has_verb(tree: Tree, end: int) -> bool:
    return any(tree.tokens[j].pos in ("VERB", "AUX") for j in range(end))


def _below(tree: Tree, i: int) -> list[int] | None:
    """The subordinate clause that word ``i`` stands in: "die volgens de politie schoot"."""
    for a in tree.ancestors(i):
        token = tree.tokens[a]
        if token.dep == "conj" and token.pos in ("VERB", "ADJ") and min(tree.subtree(a)) < i:
            return tree.subtree(a)
        clause = token.dep in ("acl:relcl", "advcl", "ccomp", "acl")
        if clause and min(tree.subtree(a)) < i and _subordinate(tree, a):
            return tree.subtree(a)
    return None


def _subordinate(tree: Tree, a: int) -> bool:
    if tree.children(a, "mark"):
        return True
    return any(tree.feature(j, "PronType") == "Rel" for j in tree.subtree(a))


def _quoting(
    reading: Reading, tree: Tree, i: int, made: Attribution, quoted: list[Quotation]
) -> Attribution:
    """ "“…”, aldus X": the whole quotation, also where it began some sentences before."""
    at = tree.tokens[i].span.start
    for quotation in quoted:
        if quotation.span.end <= at and not reading.text[quotation.span.end : at].strip(" ,\n"):
            start = min([quotation.words.start, *(s.start for s in made.scope)])
            whole = start >= quotation.span.start
            return replace(
                made,
                scope=(Span(start, quotation.words.end),),
                quote=quotation.words,
                quote_kind="Direct" if whole else "Mixed",
            )
    return made


def _to_infinitive(tree: Tree, om: int) -> list[int]:
    """ "om de lonen te verhogen", by its order where the parse joins it to the main verb."""
    te = next((j for j in range(om, len(tree) - 1) if tree.lower(j) == "te"), None)
    return list(range(om, te + 2)) if te is not None else []


def _owner(reading: Reading, number: int, i: int) -> Speaker | None:
    tree = reading.trees[number]
    for child in tree.children(i, "nmod", "nmod:poss", "amod"):
        if tree.case(child) in ("van", "") and child != i:
            own = reading.named(number, child)
            if tree.tokens[child].dep == "amod" or (own is not None and tree.case(child) == ""):
                if own is not None:
                    return Speaker(own, end=child)
                continue
            return speaker_at(reading, number, child)
    return None
