"""Analysis, Extraction and Links of one document -> Sketch: what merging looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.lexicon import noun_class, table, words
from kg.model import (
    Analysis,
    Entity,
    Event,
    EventRef,
    Extraction,
    Links,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Time,
    Token,
)
from kg.vocab import PLACE_ROLES, top_class

# How far before a name its function may stand: "burgemeester van Charkiv Ihor Koval".
FUNCTION_WORDS = 4
_PLURAL = "Number=Plur"
# What is hoped for, demanded or depends on something is not what happened.
_UNREAL = frozenset({"Demanded", "Conditional"})
_DIMINUTIVES = ("je", "jes")
# "een dag eerder": hardly before it.
_SOME_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class ThingSketch:
    """An entity of one document.

    ``known`` says that ``key`` is an identity outside the document, ``names`` are its spellings,
    ``functions`` the nouns that say what somebody is ("burgemeester"), ``near`` the keys of
    the named things in the sentences that name it.
    """

    key: str
    label: str
    entity_class: str
    known: bool
    names: tuple[str, ...]
    functions: frozenset[str]
    near: frozenset[str]

    @property
    def top(self) -> str:
        """The top class: "City" -> "Place"."""
        return top_class(self.entity_class)


@dataclass(frozen=True, slots=True)
class EventSketch:
    """An event as one trigger tells it.

    ``definite`` nouns take up what the reader knows, ``known`` ones tell whose it is,
    ``pointing`` ones mean the last told of ("die aanval"); ``many`` says that several are told
    of in one word, None where the word does not tell; ``rank`` is its ordinal ("2"), or "later",
    "eerder", "ander", "klein". ``begin`` and ``end`` bound the days on which it can have
    happened, ``dated`` says that the text names them for this event or the one it hangs on;
    ``roles`` are (role, entity key), ``heads`` the head nouns of what is no name in them,
    ``setting`` the places that its sentence tells of, or the first sentence with any.
    ``statuses`` are those of its claims, ``unstated`` says that the text names no agent,
    ``when`` is its time as told.
    """

    key: EventRef
    type: str | None
    lemma: str
    noun: bool
    definite: bool
    known: bool
    pointing: bool
    many: bool | None
    rank: str
    sentence: int
    title: bool
    published: date | None
    begin: date | None
    end: date | None
    dated: bool
    roles: frozenset[tuple[str, str]]
    heads: frozenset[tuple[str, str]]
    places: frozenset[str]
    setting: frozenset[str]
    statuses: frozenset[str]
    unstated: bool
    when: Time | None

    @property
    def unreal(self) -> bool:
        """Whether it is only hoped for; "de evacuatie" in a demand is not what is demanded."""
        return bool(self.statuses & _UNREAL) and not (self.noun and self.definite)

    @property
    def fullness(self) -> tuple[bool, bool, int]:
        """How much it tells: the fullest of several names the event."""
        return (
            self.type is not None,
            "Asserted" in self.statuses,
            len(self.roles) + len(self.places),
        )

    @property
    def vagueness(self) -> tuple[int, int]:
        """How loosely its time is told: the one with the least gives the event its time."""
        when = self.when
        if when is None:
            return 3, 0
        if when.begin is None or when.end is None:
            return 2, int(when.inferred)
        return int(when.inferred), (when.end - when.begin).days


@dataclass(frozen=True, slots=True)
class Sketch:
    """What merging looks at in one document; picklable, a fraction of the document."""

    document: str
    published: date | None
    things: tuple[ThingSketch, ...]
    events: tuple[EventSketch, ...]


def sketch(analysis: Analysis, found: Extraction, links: Links) -> Sketch:
    """The sketch of a document.

    Args:
        analysis: its sentences.
        found: its mentions, events and claims.
        links: the entity of every mention.
    """
    lines = _Lines(analysis)
    document = analysis.document
    named: dict[int, set[str]] = {}
    placed: dict[int, set[str]] = {}
    for mention in found.mentions:
        number, entity = lines.number(mention.span), links.of[mention].entity
        if mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE):
            named.setdefault(number, set()).add(entity.key)
        place = top_class(entity.entity_class) == "Place" and "#" not in entity.key
        if place and mention.kind is not MentionKind.ADJECTIVE:
            placed.setdefault(number, set()).add(entity.key)
    statuses: dict[Span, set[str]] = {}
    for claim in found.claims:
        if isinstance(claim.about, Event):
            about = claim.about.light_of or claim.about.trigger
            statuses.setdefault(about, set()).add(claim.status)
    days = _days_by_sentence(lines, found.events, document.published)
    events = tuple(
        _event(lines, links, event, statuses[event.trigger], placed, days)
        for event in found.events
        if event.light_of is None  # a light verb is a second mention of another event
    )
    return Sketch(document.id, document.published, _things(lines, found, links, named), events)


class _Lines:
    """The sentences of a document by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.document = analysis.document
        self.text = analysis.document.text
        self.sentences = analysis.sentences
        self._starts = [sentence.span.start for sentence in analysis.sentences]
        self._headline = _headline_end(analysis)

    def number(self, span: Span) -> int:
        """The number of the sentence that a span begins in; -1 is the headline."""
        if span.end <= self._headline:
            return -1
        return max(bisect_right(self._starts, span.start) - 1, 0)

    def token(self, span: Span) -> tuple[Sentence, int] | None:
        """The sentence and the index of the token that begins a span."""
        if not self.sentences:
            return None
        sentence = self.sentences[max(bisect_right(self._starts, span.start) - 1, 0)]
        for i, token in enumerate(sentence.tokens):
            if token.span.overlaps(span):
                return sentence, i
        return None

    def points_back(self, number: int) -> bool:
        """ "Daarbij vielen twee doden": whether a sentence goes on about the one before it."""
        back = words("merging.toml", "forms", "back")
        return any(self.lower(token) in back for token in self.sentences[number].tokens[:3])

    def lower(self, token: Token) -> str:
        return token.span.of(self.text).lower()


def _headline_end(analysis: Analysis) -> int:
    """Where the headline at the head of a text ends: the document's title, or a first line
    that no full stop closes; 0 where there is none."""
    text, title = analysis.document.text, (analysis.document.title or "").split()
    at = 0
    for word in title:
        at = text.find(word, at, at + len(word) + 3)
        if at < 0:
            break
        at += len(word)
    if title and at > 0:
        return at
    first = analysis.sentences[0].span if analysis.sentences else Span(0, 0)
    closed = first.of(text).rstrip()[-1:] in (".", "!", "?", "…", "”", "’", '"', "'", "")
    return 0 if closed or "\n" not in text[first.end : first.end + 1] else first.end


def _things(
    lines: _Lines, found: Extraction, links: Links, named: dict[int, set[str]]
) -> tuple[ThingSketch, ...]:
    mentions: dict[Entity, list[Mention]] = {}
    for mention in found.mentions:
        mentions.setdefault(links.of[mention].entity, []).append(mention)
    things = []
    for entity, own in mentions.items():
        names = [m for m in own if m.kind is MentionKind.NAME]
        if not names:
            continue
        near = {key for m in names for key in named.get(lines.number(m.span), ())}
        things.append(
            ThingSketch(
                key=entity.key,
                label=entity.label,
                entity_class=entity.entity_class,
                known="#" not in entity.key,
                names=tuple(dict.fromkeys(" ".join(m.span.of(lines.text).split()) for m in names)),
                functions=frozenset(f for m in own for f in _functions(lines, m)),
                near=frozenset(near - {entity.key}),
            )
        )
    return tuple(things)


def _functions(lines: _Lines, mention: Mention) -> list[str]:
    """ "burgemeester" of "burgemeester Koval", of "de burgemeester": what somebody is."""
    at = lines.token(mention.head or mention.span)
    if at is None:
        return []
    sentence, i = at
    if mention.kind is MentionKind.NOMINAL:
        lemma = sentence.tokens[i].lemma.lower()
        return [lemma] if noun_class(lemma) == "Person" else []
    if mention.kind is not MentionKind.NAME:
        return []
    found: list[str] = []
    for token in sentence.tokens[max(0, i - FUNCTION_WORDS) : i]:
        if token.span.of(lines.text) in (",", ";", "."):
            found.clear()
        elif token.pos == "NOUN" and noun_class(token.lemma.lower()) == "Person":
            found.append(token.lemma.lower())
    return found


def _event(
    lines: _Lines,
    links: Links,
    event: Event,
    statuses: set[str],
    placed: Mapping[int, set[str]],
    days: Mapping[int, tuple[date, date]],
) -> EventSketch:
    number = lines.number(event.trigger)
    published = lines.document.published
    # A headline is in the present whenever it happened: it tells no day.
    begin, end, dated = (None, None, False) if number < 0 else _days(event, published)
    thereby = number > 0 and lines.points_back(number)
    if thereby and not dated and (day := days.get(number - 1)) is not None:
        begin, end, dated = *day, True
    setting = placed.get(number, set()) or (placed.get(number - 1, set()) if thereby else set())
    setting = setting or placed.get(min(placed, default=0), set())
    roles, heads = set(), set()
    for role in event.roles:
        if isinstance(role.filler, Mention):
            entity = links.of[role.filler].entity
            roles.add((role.name, entity.key))
            nominal = role.filler.kind is MentionKind.NOMINAL and "#" in entity.key
            if nominal and (at := lines.token(role.filler.head or role.filler.span)):
                heads.add((role.name, at[0].tokens[at[1]].lemma.lower()))
    places = frozenset(key for role, key in roles if role in PLACE_ROLES)
    noun = event.rule == "events.noun"
    form = _form(lines, event, noun=noun)
    return EventSketch(
        key=EventRef(event.document_id, event.trigger, event.type or event.lemma),
        type=event.type,
        lemma=event.lemma,
        noun=noun,
        definite=form.definite,
        known=form.known,
        pointing=form.pointing,
        many=form.many,
        rank=form.rank,
        sentence=number,
        title=number < 0,
        published=published,
        begin=begin,
        end=end,
        dated=dated,
        roles=frozenset((r, k) for r, k in roles if r not in PLACE_ROLES),
        heads=frozenset(heads),
        places=places,
        setting=frozenset(setting),
        statuses=frozenset(statuses),
        unstated=event.agent_unstated,
        when=event.when,
    )


def _days(event: Event, published: date | None) -> tuple[date | None, date | None, bool]:
    """The first and last day that an event can have, and whether the text tells them.

    "PAST_REF" ends with the day of publication, "FUTURE_REF" begins with it.
    """
    when = event.when
    if when is None:
        return None, None, False
    if when.begin is not None and when.end is not None:
        return when.begin, when.end, True
    if when.begin is not None or when.end is not None:
        return when.begin, when.end, False
    if when.value == "PAST_REF":
        return None, published, False
    return (published, None, False) if when.value == "FUTURE_REF" else (None, None, False)


def _days_by_sentence(
    lines: _Lines, events: Iterable[Event], published: date | None
) -> dict[int, tuple[date, date]]:
    """The day that the last dated event of each sentence tells."""
    found: dict[int, tuple[date, date]] = {}
    for event in sorted(events, key=lambda e: e.trigger):
        begin, end, dated = _days(event, published)
        if dated and begin is not None and end is not None:
            found[lines.number(event.trigger)] = (begin, end)
    return found


@dataclass(frozen=True, slots=True)
class _Form:
    """How a trigger stands in its sentence; see ``EventSketch``."""

    definite: bool = False
    known: bool = False
    pointing: bool = False
    many: bool | None = None
    rank: str = ""


def _form(lines: _Lines, event: Event, *, noun: bool) -> _Form:
    """The form of a trigger.

    "de tweede ronde" is definite and second; "hun aanval" is known; "aanvallen" and "werd vaker
    beschoten" are many; "de aanval van twee maanden eerder" is an earlier one.
    """
    at = lines.token(event.trigger)
    if at is None:
        return _Form()
    sentence, i = at
    forms = table("merging.toml")["forms"]
    own = [lines.lower(t) for j, t in enumerate(sentence.tokens) if t.head == i and j != i]
    above = [lines.lower(t) for t in sentence.tokens if t.head == sentence.tokens[i].head]
    # "de tweede ronde van het overleg"
    part = noun and sentence.tokens[sentence.tokens[i].head].lemma.lower() in forms["parts"]
    ranks = [forms["ranks"][w] for w in (*own, *(above if part else ())) if w in forms["ranks"]]
    if noun and lines.lower(sentence.tokens[i]).endswith(_DIMINUTIVES):
        ranks.insert(0, "klein")
    definite = noun and any(w in forms["definite"] for w in own)
    if ranks:
        rank = ranks[0]
    elif _later(lines, sentence, i):
        rank = "later"
    else:
        rank = "eerder" if _earlier(lines, sentence, i, event, definite=definite) else ""
    if not noun:
        return _Form(many=True if any(word in forms["often"] for word in own) else None, rank=rank)
    word = sentence.tokens[i]
    plural = _PLURAL in word.feats.split("|") and lines.lower(word) not in forms["plurals_of_one"]
    known = definite or any(w in forms["known"] for w in own)
    pointing = any(w in forms["pointing"] for w in own)
    return _Form(definite, known, pointing, plural, rank)


def _earlier(lines: _Lines, sentence: Sentence, i: int, event: Event, *, definite: bool) -> bool:
    """ "twee maanden eerder", "vorig seizoen, in de kwartfinale": before the article's news.

    What follows a definite noun says nothing of it: "de brand leek op een eerdere".
    """
    when = event.when
    if when is not None and not when.inferred:
        return when.value.startswith("XXXX") and when.value != _SOME_DAY
    before = words("merging.toml", "forms", "before")
    tokens = sentence.tokens
    for j, token in enumerate(tokens):
        if j != i and lines.lower(token) in before:
            holders = {i} if definite and j > i else {i, tokens[i].head}
            if token.head in holders or tokens[token.head].head in holders:
                return True
    return False


def _later(lines: _Lines, sentence: Sentence, i: int) -> bool:
    """ "voor de tweede keer beschoten", "Opnieuw doden, nu bij een inslag": after another."""
    forms = table("merging.toml")["forms"]
    tokens = sentence.tokens
    if forms["ranks"].get(lines.lower(tokens[0])) == "later":
        return True
    turns = [j for j, t in enumerate(tokens) if t.head == i and t.lemma.lower() in forms["turns"]]
    ranks = {forms["ranks"].get(lines.lower(t), "") for t in tokens if t.head in turns}
    return bool(ranks - {"", "1"})
