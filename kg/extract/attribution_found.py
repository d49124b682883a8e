"""Reading -> all its attributions, the rules in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract import attribution_trailing, attribution_verbs, attribution_words
from kg.extract.attribution import Attribution, clipped
from kg.extract.attribution_quotes import Quotes
from kg.extract.attribution_verbs import Saying
from kg.extract.quotations import Quotation, quotations
from kg.extract.reading import Reading
from kg.model import Span

VerbRule = Callable[[Reading, Saying], Attribution | None]

# Of one verb of saying the first that gives its content; a noun phrase only where none does.
VERB_RULES: tuple[VerbRule, ...] = (
    attribution_trailing.reply,
    attribution_verbs.clause,
    attribution_verbs.infinitive,
    attribution_trailing.backward,
    attribution_verbs.noun_phrase,
)


# Verbs that hold quotations and no clauses can have content behind a preposition: "sprak van".
SPEECH_RULES: tuple[VerbRule, ...] = (attribution_verbs.noun_phrase,)

# A quotation at most this many characters behind a sentence can belong to it.
NEAR = 200


def attributions(reading: Reading) -> list[Attribution]:
    """Everything in a document that somebody is said to say, in the order of the cues.

    What is said inside a quotation stays inside it.
    """
    quoted = quotations(reading.text)
    found: list[Attribution] = []
    waiting = iter([*quoted, None])
    coming, open_ = next(waiting), list[Quotation]()
    for number, tree in reading:
        sentence = tree.sentence.span
        while coming is not None and coming.span.start <= sentence.end + NEAR:
            open_.append(coming)
            coming = next(waiting)
        open_ = near = [q for q in open_ if q.span.end >= sentence.start - 5]
        for a in _of_sentence(reading, number, near):
            region = _region(a.cue, near)
            scope = clipped(a.scope, region)
            if scope:
                found.append(replace(a, scope=scope))
    found = _answered(_once(found))
    found += [a for a in Quotes(reading, quoted, found).found() if a.scope]
    return sorted(found, key=lambda a: (a.cue, a.rule))


def _of_sentence(reading: Reading, number: int, near: list[Quotation]) -> list[Attribution]:
    previous = reading.trees[number - 1].sentence.span if number else None
    found = attribution_words.prepositions(reading, number, near)
    found += attribution_words.own_words(reading, number)
    found += attribution_words.hearsay(reading, number)
    found += attribution_words.evidence(reading, number, previous)
    found += attribution_words.nouns(reading, number)
    found += attribution_trailing.exclaimed(reading, number, near)
    for saying in attribution_verbs.sayings(reading, number):
        said = attribution_trailing.trailing(reading, saying, near)
        if said is None:
            rules = SPEECH_RULES if saying.cue.verb.speech else VERB_RULES
            said = next((a for rule in rules if (a := rule(reading, saying))), None)
        quote = attribution_trailing.introduced(reading, saying, near)
        if quote is not None and (said is None or not _touch(said, quote)):
            quote = quote if said is None or said.rule == "attribution.quotation" else None
        if said is not None and quote is not None and quote is not said:
            said = replace(
                said,
                scope=(*said.scope, *quote.scope),
                quote=said.quote or quote.quote,
                quote_kind=said.quote_kind if said.quote else "Mixed",
            )
        said = said or quote
        if said is not None:
            found.append(_mixed(said, near))
    return found


def _answered(found: list[Attribution]) -> list[Attribution]:
    """Replies, about what somebody said in the sentence before, where somebody did."""
    made = []
    for a in found:
        if a.reply is not None:
            (before,) = a.scope
            said = [s for b in found if b.reply is None for s in b.scope if before.covers(s)]
            a = replace(a, scope=tuple(dict.fromkeys(said)) or a.scope)
        made.append(a)
    return made


def _touch(one: Attribution, other: Attribution) -> bool:
    return any(s.overlaps(t) for s in one.scope for t in other.scope)


def _mixed(said: Attribution, near: list[Quotation]) -> Attribution:
    """Where an indirect claim holds quoted words, these are its quote."""
    if said.quote is not None:
        return said
    for q in near:
        if any(scope.covers(q.words) for scope in said.scope):
            return replace(said, quote=q.words, quote_kind="Mixed")
    return said


def _region(cue: Span, quoted: list[Quotation]) -> Span | None:
    """The innermost quotation that a cue stands in."""
    around = [q for q in quoted if q.words.covers(cue) and q.span != cue and q.closed]
    return max(around, key=lambda q: q.depth).words if around else None


def _once(found: list[Attribution]) -> list[Attribution]:
    """One attribution a cue."""
    return list({a.cue: a for a in reversed(found)}.values())[::-1]
