"""Events taken for one: what they tell together, joined with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.lexicon import noun_class, table, words
from kg.merge.sketch import EventSketch
from kg.model import EventRef
from kg.vocab import top_class

# So long ago an event is no news: an article tells of it beside the news.
STALE = 21
# So many articles of an event stand for the others when stories are compared.
STORIES = 6
# Where no sentence tells it.
NOWHERE = 1_000_000
# A day or two, a night: near enough to tell one event from the next.
NARROW = 3


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one event, and what they tell together.

    ``key`` is the smallest key of its members, that of the event, ``last`` the largest;
    ``kinds`` has one member for each (type, word, noun or verb), ``ranks`` their ordinals,
    ``many`` and ``unreal`` say so of each member; ``renewed`` is the last day on which an article
    called it new. ``begin`` and ``end`` bound its days, ``dated`` says that the texts name them,
    ``printed`` are the first and last day of publication; ``told`` gives the members by document,
    ``stories`` a few documents that stand for all; ``known``, ``title`` and ``verb`` say that some
    member is so, ``hanging`` that all only point to something; ``opens`` is the first sentence
    that tells it, ``news`` the first that does so as news; ``roles`` gives for each role the keys
    of its fillers, ``heads`` the nouns.
    """

    members: list[EventSketch]
    key: EventRef
    last: EventRef
    documents: set[str]
    kinds: dict[tuple[str | None, str, bool], EventSketch]
    ranks: set[str]
    many: set[bool]
    unreal: set[bool]
    told: dict[str, list[EventSketch]]
    stories: tuple[str, ...]
    known: bool
    title: bool
    verb: bool
    hanging: bool
    opens: int
    news: int
    renewed: date | None = None
    reasons: list[str] = field(default_factory=list)
    begin: date | None = None
    end: date | None = None
    dated: bool = False
    printed: tuple[date, date] | None = None
    roles: dict[str, set[str]] = field(default_factory=dict)
    heads: dict[str, set[str]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    setting: set[str] = field(default_factory=set)

    @property
    def actors(self) -> set[str]:
        """The keys of all who take part, in whatever role."""
        return set().union(*self.roles.values())

    @property
    def stale(self) -> bool:
        """Whether it is told to have happened long before the articles."""
        return (
            self.dated
            and self.end is not None
            and self.printed is not None
            and (self.printed[0] - self.end).days > STALE
        )

    @property
    def narrow(self) -> bool:
        """Whether its day is told, to the day or nearly."""
        return (
            self.dated
            and self.begin is not None
            and self.end is not None
            and (self.end - self.begin).days < NARROW
        )


class Clusters:
    """All events of a build, each alone at first.

    Args:
        events: the events, in any order.
        same: entity key -> the key of the entity it was merged into.
    """

    def __init__(self, events: Iterable[EventSketch], same: Mapping[str, str]) -> None:
        self._of = {event.key: _single(event, same) for event in events}

    def __iter__(self) -> Iterator[Cluster]:
        """The clusters in the order of their keys."""
        found = dict.fromkeys(self._of.values())
        return iter(sorted(found, key=lambda c: c.key))

    def of(self, key: EventRef) -> Cluster:
        """The cluster that an event is in."""
        return self._of[key]

    def join(self, one: Cluster, other: Cluster, reason: str) -> Cluster:
        """Make one event of two; the reason is kept."""
        if one is other:
            return one
        into, gone = (one, other) if one.key < other.key else (other, one)
        into.members += gone.members
        into.reasons += [*gone.reasons, reason]
        _add(into, gone)
        for member in gone.members:
            self._of[member.key] = into
        return into


def _single(event: EventSketch, same: Mapping[str, str]) -> Cluster:
    cluster = Cluster(
        members=[event],
        key=event.key,
        last=event.key,
        documents={event.key.document_id},
        kinds={(event.type, event.lemma, event.noun): event},
        ranks={event.rank},
        many={bool(event.many)},
        unreal={event.unreal},
        told={event.key.document_id: [event]},
        stories=(event.key.document_id,),
        known=event.known,
        title=event.title,
        verb=not event.noun,
        hanging=event.pointing and event.type is None,
        opens=event.sentence,
        news=event.sentence if event.new else NOWHERE,
        renewed=event.published if event.rank == "later" else None,
    )
    told = event.dated or event.statuses & {"Asserted", "Claimed", "Hearsay"}
    if told:  # a plan, a demand or a condition bounds no day
        cluster.begin, cluster.end, cluster.dated = event.begin, event.end, event.dated
    if event.published is not None:
        cluster.printed = (event.published, event.published)
    for role, key in event.roles:
        cluster.roles.setdefault(role, set()).add(same.get(key, key))
    for role, lemma in event.heads:
        cluster.heads.setdefault(role, set()).add(lemma)
    cluster.places = {same.get(key, key) for key in event.places}
    cluster.setting = {same.get(key, key) for key in event.setting}
    return cluster


def _add(into: Cluster, gone: Cluster) -> None:
    into.last = max(into.last, gone.last)
    into.documents |= gone.documents
    for document, members in gone.told.items():
        into.told.setdefault(document, []).extend(members)
    into.stories = tuple(sorted({*into.stories, *gone.stories}))[:STORIES]
    into.known |= gone.known
    into.title |= gone.title
    into.verb |= gone.verb
    into.hanging &= gone.hanging
    into.opens = min(into.opens, gone.opens)
    into.news = min(into.news, gone.news)
    into.kinds = gone.kinds | into.kinds
    into.ranks |= gone.ranks
    into.many |= gone.many
    into.unreal |= gone.unreal
    into.renewed = max(filter(None, (into.renewed, gone.renewed)), default=None)
    into.begin = max(filter(None, (into.begin, gone.begin)), default=None)
    into.end = min(filter(None, (into.end, gone.end)), default=None)
    into.dated |= gone.dated
    if into.printed and gone.printed:
        into.printed = (
            min(into.printed[0], gone.printed[0]),
            max(into.printed[1], gone.printed[1]),
        )
    into.printed = into.printed or gone.printed
    for own, others in ((into.roles, gone.roles), (into.heads, gone.heads)):
        for role, found in others.items():
            own.setdefault(role, set()).update(found)
    into.places |= gone.places
    into.setting |= gone.setting


def where(cluster: Cluster) -> set[str]:
    """Where it happened, and who underwent it: "Charkiv is beschoten" tells the place too."""
    return cluster.places.union(*(cluster.roles.get(role, ()) for role in ("patient", "target")))


def met(cluster: Cluster, classes: Mapping[str, str]) -> set[str]:
    """Whom it happened to, of what happens to somebody but once in a while: "het ontslag van
    Jansen" and "Jansen stapte op" have him.

    ``classes`` gives the class of everything named; nobody but a person is released or dies.
    """
    once = table("merging.toml")["once"]
    found: set[str] = set()
    for kind in {kind for kind, _, _ in cluster.kinds if kind in once}:
        who = once[kind].get("who")
        for role in once[kind]["roles"]:
            filled = cluster.roles.get(role, set()) & classes.keys()
            found |= {k for k in filled if who is None or top_class(classes[k]) == who}
    return found


def touched(cluster: Cluster, *roles: str) -> set[str]:
    """The nouns for what underwent it or where it was, by role; people are told of in too many
    words, and "de resten van de flat" are no other thing."""
    parts = words("merging.toml", "forms", "parts_of_things")
    return {
        head
        for role in roles
        for head in cluster.heads.get(role, ())
        if noun_class(head) not in ("Person", "Group") and head not in parts
    }


def within(one: Cluster, other: Cluster, days: int) -> bool:
    """Whether the articles appeared within so many days of each other."""
    if one.printed is None or other.printed is None:
        return False
    gap = max(one.printed[0], other.printed[0]) - min(one.printed[1], other.printed[1])
    return gap.days <= days
