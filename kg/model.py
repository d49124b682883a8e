"""The nouns that the verbs of kg hand to each other: frozen, slotted, tuples inside.

Offsets are Unicode code points into ``Document.text``, end exclusive. The words themselves
are never stored twice: they are ``span.of(document.text)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was read; ``text`` is kept as decoded."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input left out, or a warning about one that was built (code ``W…``)."""

    source: str
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: UPOS, UD features ("Number=Sing|Tense=Past") and its place in the parse.

    ``head`` is the index of its head in ``Sentence.tokens``; a root is its own head.
    """

    span: Span
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens, in the order of the text."""

    span: Span
    tokens: tuple[Token, ...]


class MentionKind(StrEnum):
    """How an entity is mentioned; the values are local names in the ontology."""

    NAME = "Name"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    ADJECTIVE = "Adjective"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity.

    ``entity_class`` is the local name of an entity class as far as the words alone tell it
    ("Person", "Place", "Group", …), ``head`` the span of the head word.
    """

    document_id: str
    span: Span
    kind: MentionKind
    entity_class: str = "Thing"
    head: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its sentences, parsed, and the names in it."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a finding comes from: the words, and the rule that read them."""

    document_id: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time: its TIMEX3 value ("2022-03-03", "2022-W10", "PRESENT_REF") and days from/to.

    ``span`` is the expression in the text; None where the time was inferred.
    """

    value: str
    begin: date | None = None
    end: date | None = None
    span: Span | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as told: "zeker 22 doden" is 22, AtLeast, "dode"."""

    document_id: str
    span: Span
    value: Decimal
    comparator: str = "Exactly"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what plays a part: the role's local name and who fills it.

    A ``Span`` as filler is the trigger of another event of the same document.
    """

    name: str
    filler: Mention | Quantity | Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, as one trigger tells it. ``type`` is the local name of an
    event class, None where it is not known. ``particle`` belongs to a separable verb.

    ``light_of``: the trigger of the event that a light verb only carries ("overeenstemming |
    bereiken"); such an event is a second mention of the other, with its type and lemma.
    """

    document_id: str
    trigger: Span
    type: str | None
    lemma: str
    roles: tuple[Role, ...] = ()
    when: Time | None = None
    particle: Span | None = None
    agent_unstated: bool = False
    rule: str = ""
    light_of: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation that the text tells: predicate is a local name of the ontology."""

    document_id: str
    subject: Mention
    predicate: str
    object: Mention | Quantity
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody says something, and how sure. A speaker of None is the document itself.

    ``illocution``, ``status``, ``certainty`` and ``polarity`` are local names of the ontology.
    """

    about: Event | Relation | Claim
    provenance: Provenance
    speaker: Mention | None = None
    addressee: Mention | None = None
    target: Mention | None = None
    illocution: str = "Assertion"
    status: str = "Asserted"
    certainty: str = "Certain"
    polarity: str = "Positive"
    cue: Span | None = None
    quote: Span | None = None
    quote_kind: str | None = None
    made_by: Span | None = None
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    document_id: str
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: canonical key, label, class (local name) and identities elsewhere (IRIs).

    ``key`` is the outside identity (a QID, "geonames:…") or "document#start,end".
    """

    key: str
    label: str
    entity_class: str
    same_as: tuple[str, ...] = ()
    close_match: tuple[tuple[str, Decimal], ...] = ()
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    contained_in: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The entity that a mention stands for, and why."""

    entity: Entity
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """The entity of every mention of one document or of many."""

    of: dict[Mention, Link] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """An event by its document and trigger; ``name`` (its type or lemma) makes its IRI readable."""

    document_id: str
    trigger: Span
    name: str

    def __str__(self) -> str:
        return f"{self.document_id}#{self.trigger.start},{self.trigger.end}"


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """Events that are one. The first, with the smallest key, keeps its IRI.

    ``labelled`` is the one whose label the merged event has, ``timed`` the one whose time it
    has; ``status`` sums all claims up; ``claimed`` are those that only others tell, so that
    who did what in them is theirs to say; ``reasons`` say in plain words why they are one.
    """

    events: tuple[EventRef, ...]
    labelled: EventRef
    timed: EventRef
    status: str
    agent_unstated: bool
    claimed: frozenset[EventRef]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedEntity:
    """Entities of different documents that are one: (key, label) of each, the one that stays first.

    ``label`` and ``entity_class`` are those of the merged one.
    """

    entities: tuple[tuple[str, str], ...]
    label: str
    entity_class: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merges:
    """What is one inside and across documents; ``parts`` are (whole, part) of lasting events."""

    entities: tuple[MergedEntity, ...] = ()
    events: tuple[MergedEvent, ...] = ()
    parts: tuple[tuple[EventRef, EventRef], ...] = ()
