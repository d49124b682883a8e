"""Things of a build -> what events are told by: names, classes, places, the story of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from kg.merge.places import Places
from kg.merge.same import Same
from kg.merge.sketch import Sketch, official

# The named things that make the story of an article, those named first.
COMPANY_KEPT = 8
# What so many articles name, further apart than this, is of more than one story.
MANY = 20
LONG = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Named:
    """What the articles of a build name.

    ``labels`` and ``classes`` go by the key that an entity keeps, ``company`` gives for each
    document those that tell its story from another: towns, and the people and firms told of;
    ``keys`` are the keys of all that is named, also those that were merged into another.
    """

    places: Places
    labels: Mapping[str, str]
    classes: Mapping[str, str]
    company: Mapping[str, frozenset[str]]
    keys: frozenset[str]


def named(
    sketches: Iterable[Sketch], things: Mapping[str, Same], same: Mapping[str, str], places: Places
) -> Named:
    """What documents name.

    Args:
        sketches: the documents.
        things: what they name, by the key that stays.
        same: entity key -> the key of the entity it was merged into.
        places: where places lie.
    """
    company: dict[str, frozenset[str]] = {}
    told = {key for key, thing in things.items() if _tells(thing) or places.precise((key,))}
    for sketch in sketches:
        keys = dict.fromkeys(same.get(t.key, t.key) for t in sketch.things)
        company[sketch.document] = frozenset([k for k in keys if k in told][:COMPANY_KEPT])
    return Named(
        places=places,
        labels={key: thing.label for key, thing in things.items()},
        classes={key: thing.entity_class for key, thing in things.items()},
        company=company,
        keys=frozenset(key for key, kept in same.items() if kept in things),
    )


def _tells(thing: Same) -> bool:
    """Whether a thing that no list knows tells one story from another; a ministry does not, nor
    what many articles name over many weeks: it is of many stories."""
    if thing.known or official(thing.entity_class):
        return False
    span = max(thing.printed) - min(thing.printed) if thing.printed else timedelta()
    return len(thing.documents) <= MANY or span <= LONG
