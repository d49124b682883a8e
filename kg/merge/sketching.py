"""Analysis, Extraction and Links of one document -> Sketch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kg.lexicon import noun_class, table
from kg.merge.forms import form
from kg.merge.lines import Lines
from kg.merge.sketch import EventSketch, Sketch, ThingSketch
from kg.model import (
    Analysis,
    Entity,
    Event,
    EventRef,
    Extraction,
    Links,
    Mention,
    MentionKind,
    Span,
)
from kg.vocab import PLACE_ROLES, top_class

# How far before a name its function may stand: "burgemeester van Charkiv Ihor Koval".
FUNCTION_WORDS = 4
# What a headline or one of so many sentences behind it tells as new happened in so many days.
NEWS = 2
RECENT = timedelta(days=10)


def sketch(analysis: Analysis, found: Extraction, links: Links) -> Sketch:
    """The sketch of a document.

    Args:
        analysis: its sentences.
        found: its mentions, events and claims.
        links: the entity of every mention.
    """
    lines = Lines(analysis)
    document = analysis.document
    named: dict[int, set[str]] = {}
    placed: dict[int, list[str]] = {}
    # "Het ministerie in Moskou zegt": where the speaker sits is not where it happens.
    said = {c.speaker.span for c in found.claims if c.speaker is not None}
    for mention in found.mentions:
        number, entity = lines.number(mention.span), links.of[mention].entity
        if mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE):
            named.setdefault(number, set()).add(entity.key)
        place = top_class(entity.entity_class) == "Place" and "#" not in entity.key
        speaks = place and any(lines.hangs_on(mention.span, span) for span in said)
        if place and mention.kind is not MentionKind.ADJECTIVE and not speaks:
            placed.setdefault(number, []).append(entity.key)
    statuses: dict[Span, set[str]] = {}
    for claim in found.claims:
        if isinstance(claim.about, Event):
            about = claim.about.light_of or claim.about.trigger
            statuses.setdefault(about, set()).add(claim.status)
    days = _days_by_sentence(lines, found.events, document.published)
    settings = _settings(lines, placed)
    events = tuple(
        _event(lines, links, event, statuses[event.trigger], settings, days)
        for event in found.events
        if event.light_of is None  # a light verb is a second mention of another event
    )
    return Sketch(document.id, document.published, _things(lines, found, links, named), events)


def _things(
    lines: Lines, found: Extraction, links: Links, named: dict[int, set[str]]
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


def _functions(lines: Lines, mention: Mention) -> list[str]:
    """ "burgemeester" of "burgemeester Koval", of "de burgemeester": what somebody is.

    "topman" and "bestuursvoorzitter" are one function; "opvolger" is none. Left alone: "de
    directeur van Terra", whose name is a firm's.
    """
    at = lines.token(mention.head or mention.span)
    if at is None:
        return []
    sentence, i = at
    people = table("merging.toml")["people"]

    def office(lemma: str) -> list[str]:
        if lemma in people["to_others"]:
            return []
        return [next((group[0] for group in people["offices"] if lemma in group), lemma)]

    if mention.kind is MentionKind.NOMINAL:
        lemma = sentence.tokens[i].lemma.lower()
        return office(lemma) if noun_class(lemma) == "Person" else []
    if mention.kind is not MentionKind.NAME:
        return []
    first = next(j for j, t in enumerate(sentence.tokens) if t.span.overlaps(mention.span))
    before = sentence.tokens[max(0, first - FUNCTION_WORDS) : first]
    if before and before[-1].pos == "ADP":
        return []
    found: list[str] = []
    for token in before:
        if token.span.of(lines.text) in (",", ";", "."):
            found.clear()
        elif token.pos == "NOUN" and noun_class(token.lemma.lower()) == "Person":
            found += office(token.lemma.lower())
    return found


def _event(
    lines: Lines,
    links: Links,
    event: Event,
    statuses: set[str],
    settings: Mapping[int, tuple[frozenset[str], frozenset[str]]],
    days: Mapping[int, tuple[date, date]],
) -> EventSketch:
    number = lines.number(event.trigger)
    published = lines.document.published
    # A headline is in the present whenever it happened: it tells no day.
    begin, end, dated = (
        (None, None, False) if number < 0 else _days(event, published, told=number in days)
    )
    thereby = number > 0 and lines.points_back(number)
    if thereby and not dated and (day := days.get(number - 1)) is not None:
        begin, end, dated = *day, True
    noun = event.rule == "events.noun"
    told = form(lines, event, noun=noun)
    news = told.new and number <= NEWS and statuses & {"Asserted", "Claimed"}
    if news and published is not None and not dated and begin is None:
        begin = published - RECENT
    roles, heads = set(), set()
    for role in event.roles:
        if isinstance(role.filler, Mention):
            entity = links.of[role.filler].entity
            roles.add((role.name, entity.key))
            nominal = role.filler.kind is MentionKind.NOMINAL and "#" in entity.key
            if nominal and (at := lines.token(role.filler.head or role.filler.span)):
                heads.add((role.name, at[0].tokens[at[1]].lemma.lower()))
    places = frozenset(key for role, key in roles if role in PLACE_ROLES)
    # "De beving was tot in Konya te voelen" happened elsewhere; "deze uitbraak heeft niets te
    # maken met die in Parma" tells no place.
    own, around = settings.get(number, (frozenset(), frozenset()))
    setting = around if told.definite and not places else own
    setting = frozenset() if told.pointing else setting
    return EventSketch(
        key=EventRef(event.document_id, event.trigger, event.type or event.lemma),
        type=event.type,
        lemma=event.lemma,
        noun=noun,
        definite=told.definite,
        known=told.known,
        pointing=told.pointing,
        many=told.many,
        rank=told.rank,
        wanted=told.wanted,
        new=told.new,
        behind=told.behind,
        own=told.own,
        came_of=told.came_of,
        sentence=number,
        title=number < 0,
        published=published,
        begin=begin,
        end=end,
        dated=dated,
        roles=frozenset((r, k) for r, k in roles if r not in PLACE_ROLES),
        heads=frozenset(heads),
        places=places,
        setting=setting,
        statuses=frozenset(statuses),
        unstated=event.agent_unstated,
        when=event.when,
    )


def _days(
    event: Event, published: date | None, *, told: bool
) -> tuple[date | None, date | None, bool]:
    """The first and last day that an event can have, and whether the text tells them.

    ``told`` says whether its sentence tells its day: not so where only the story goes on.

    "PAST_REF" ends with the day of publication, "FUTURE_REF" begins with it.
    """
    when = event.when
    if when is None:
        return None, None, False
    if when.begin is not None and when.end is not None:
        if when.inferred and not told:
            return when.begin, max(when.end, published) if published else None, False
        return when.begin, when.end, True
    if when.begin is not None or when.end is not None:
        return when.begin, when.end, False
    if when.value == "PAST_REF":
        return None, published, False
    return (published, None, False) if when.value == "FUTURE_REF" else (None, None, False)


def _settings(
    lines: Lines, placed: Mapping[int, list[str]]
) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Where each sentence plays, and where it would if it named no place.

    That is where it says ("daar": the last place named), else where the sentence before it in
    its paragraph does, else where the first sentence with any place does.
    """
    first = frozenset(placed.get(min(placed, default=0), ()))
    found = {-1: (frozenset(placed.get(-1, first)), first)}
    for number in range(len(lines.sentences)):
        follows = number > 0 and (lines.goes_on(number) or lines.points_back(number))
        around = found[number - 1][0] if follows else first
        if number > 0 and lines.says_there(number) and number - 1 in placed:
            around = frozenset(placed[number - 1][-1:])
        found[number] = (frozenset(placed.get(number, around)), around)
    return found


def _days_by_sentence(
    lines: Lines, events: Iterable[Event], published: date | None
) -> dict[int, tuple[date, date]]:
    """The day that the last dated event of each sentence tells in words."""
    found: dict[int, tuple[date, date]] = {}
    for event in sorted(events, key=lambda e: e.trigger):
        if event.when is None or event.when.inferred:
            continue
        begin, end, dated = _days(event, published, told=True)
        if dated and begin is not None and end is not None:
            found[lines.number(event.trigger)] = (begin, end)
    return found
