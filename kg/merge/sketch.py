"""The sketch of a document: what merging looks at, a fraction of what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import EventRef, Time
from kg.vocab import class_chain, top_class

# What is hoped for, demanded or depends on something is not what happened.
_UNREAL = frozenset({"Demanded", "Conditional"})


_OFFICIAL = frozenset({"Government", "Institution", "Media", "Party", "InternationalOrganisation"})


def official(entity_class: str) -> bool:
    """Whether a class is of what hundreds of stories name: a ministry, a paper, a party."""
    return not _OFFICIAL.isdisjoint(class_chain(entity_class))


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
    ``pointing`` ones mean the last told of ("die aanval"), ``wanted`` ones are the object of a
    verb of wanting, ``new`` ones are told as news, ``behind`` ones stand behind "na" or "voor",
    ``own`` ones have a clause that tells which is meant, ``came_of`` is where the verb begins that
    came to what the noun tells ("tot een celstraf veroordeeld"); ``many`` says that several are
    told of in one word, None where the word does not tell; ``rank`` is its ordinal ("2"), or
    "later", "eerder", "ander", "klein".

    ``begin`` and ``end`` bound the days on which it can have happened (news is recent), ``dated``
    says that the text names them for this event or the one it hangs on; ``roles`` are (role,
    entity key), ``heads`` the head nouns of what is no name in them, ``setting`` the places that
    its sentence tells of, or those around it (see ``sketching``); ``statuses`` are those of its
    claims, ``unstated`` says that the text names no agent, ``when`` is its time as told.
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
    wanted: bool
    new: bool
    behind: bool
    own: bool
    came_of: int | None
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
        """Whether it is only hoped for: "eist het ontslag"; "eist de kosten van de evacuatie"
        presupposes the evacuation, and "of iemand het alarm heeft uitgezet" asks what happened."""
        presupposed = self.noun and self.definite and not self.wanted
        past = self.end is not None and self.published is not None and self.end <= self.published
        asked = past and not self.noun and "Demanded" not in self.statuses
        return bool(self.statuses & _UNREAL) and not presupposed and not asked

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
