"""Stories with known truth -> how many mentions of one thing the build puts together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kg import event_types, gazetteer
from kg.annotate import annotate_many
from kg.extract import extract
from kg.link import link
from kg.merge import Sketch, merge, sketch
from kg.model import Merges, Span
from tests.stories import Article, Mark

HALVES = ("work", "report")
# The id of something invented begins with its world.
_OWN = re.compile(r"w\d+/")
Mention = tuple[str, int, int]


@dataclass(frozen=True)
class Reading:
    """What the build finds in one article: its sketch, for each name the entity's key, and for
    each light verb the trigger of the event that it carries."""

    sketch: Sketch
    names: Mapping[Span, str]
    light: Mapping[Span, Span]


@dataclass
class Pairs:
    """Pairs of marked mentions: put together rightly, put together at all, to be put together.

    ``found`` and ``marked`` count the mentions themselves.
    """

    right: int = 0
    together: int = 0
    same: int = 0
    found: int = 0
    marked: int = 0
    wrong: list[tuple[Mention, Mention]] = field(default_factory=list)
    missed: list[tuple[Mention, Mention]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the pairs put together those that are one thing."""
        return self.right / self.together if self.together else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs of one thing those put together; only mentions that were found count."""
        return self.right / self.same if self.same else 1.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f} ({self.right}/{self.together})  "
            f"R {self.recall:.3f} ({self.right}/{self.same})  "
            f"mentions found {self.found} of {self.marked}"
        )


def read(articles: Sequence[Article]) -> list[Reading]:
    """Annotate, extract and link each article."""
    names = gazetteer.load()
    readings = []
    for analysis in annotate_many([article.document for article in articles]):
        found = extract(analysis)
        links = link(analysis, found, names)
        keys = {mention.span: linked.entity.key for mention, linked in links.of.items()}
        light = {event.trigger: event.light_of for event in found.events if event.light_of}
        readings.append(Reading(sketch(analysis, found, links), keys, light))
    return readings


def merged(readings: Iterable[Reading]) -> Merges:
    """What is one in them."""
    return merge((r.sketch for r in readings), event_types.load(), gazetteer.load())


def event_pairs(
    articles: Sequence[Article], readings: Sequence[Reading], merges: Merges
) -> dict[str, Pairs]:
    """The pairs of event mentions by story, and by half under "work" and "report"."""
    kept = {ref: one.events[0] for one in merges.events for ref in one.events}
    groups: dict[Mention, object] = {}
    for reading in readings:
        for event in reading.sketch.events:
            span = event.key.trigger
            groups[event.key.document_id, span.start, span.end] = kept.get(event.key, event.key)
        for verb, noun in reading.light.items():
            document = reading.sketch.document
            group = groups.get((document, noun.start, noun.end))
            groups[document, verb.start, verb.end] = group or (document, noun)
    return _pairs([(a, a.events) for a in articles], groups)


def entity_pairs(
    articles: Sequence[Article], readings: Sequence[Reading], merges: Merges
) -> dict[str, Pairs]:
    """The same of names."""
    kept = {key: one.entities[0][0] for one in merges.entities for key, _ in one.entities}
    groups: dict[Mention, object] = {}
    for reading in readings:
        for span, key in reading.names.items():
            groups[reading.sketch.document, span.start, span.end] = kept.get(key, key)
    return _pairs([(a, a.entities) for a in articles], groups)


def _pairs(
    marked: Iterable[tuple[Article, tuple[Mark, ...]]], groups: Mapping[Mention, object]
) -> dict[str, Pairs]:
    mentions: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
    found: dict[str, Pairs] = defaultdict(Pairs)
    for article, marks in marked:
        for mark in marks:
            mention = (article.document.id, mark.start, mark.end)
            # What exists outside the stories would outnumber all that happens in them.
            own = _OWN.match(mark.id) is not None
            names = (article.story, article.half) if own else ("outside",)
            for name in names:
                found[name].marked += 1
                found[name].found += mention in groups
                if mention in groups:
                    mentions[name].append((mention, mark.id))
    for name, own in mentions.items():
        _count(own, groups, found[name])
    return dict(found)


def _count(own: list[tuple[Mention, str]], groups: Mapping[Mention, object], pairs: Pairs) -> None:
    by_group: dict[object, list[tuple[Mention, str]]] = defaultdict(list)
    by_id: dict[str, list[Mention]] = defaultdict(list)
    for mention, truth in own:
        by_group[groups[mention]].append((mention, truth))
        by_id[truth].append(mention)
    for group in by_group.values():
        ids = Counter(truth for _, truth in group)
        pairs.together += _choose(len(group))
        pairs.right += sum(map(_choose, ids.values()))
        if len(ids) > 1:
            pairs.wrong += [
                (a, b) for (a, one), (b, other) in combinations(group[:50], 2) if one != other
            ]
    for ids_of in by_id.values():
        pairs.same += _choose(len(ids_of))
        pairs.missed += [(a, b) for a, b in combinations(ids_of[:50], 2) if groups[a] != groups[b]]


def _choose(n: int) -> int:
    return n * (n - 1) // 2
