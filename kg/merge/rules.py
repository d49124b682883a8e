"""Two clusters that nothing keeps apart -> why they are one event, or nothing.

A rule is a method that gives its reason in Dutch, or "": each says what it catches.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.lexicon import table
from kg.merge.clusters import Cluster, met, within
from kg.merge.evidence import LEAD, Evidence
from kg.merge.meaning import Meaning, is_light
from kg.merge.named import Named

Rule = Callable[[Cluster, Cluster], str]

# What a definite noun takes up stands not far before it.
BACK = 6
# A story is taken up within so many days.
FOLLOWED = 45
# So long after, in one town, it is still the same one that lasts.
SEASON = 14
# So many days on, news is told with "een" by all papers.
FRESH = 3
# So many named things, apart from countries, make two articles tell one story.
COMPANY = 2


class Rules:
    """The reasons for a merge, inside one document and between documents.

    Args:
        meaning: what triggers mean.
        named: what the articles name.
        evidence: what two clusters share.
    """

    def __init__(self, meaning: Meaning, named: Named, evidence: Evidence) -> None:
        self._meaning = meaning
        self._places = named.places
        self._labels = named.labels
        self._classes = named.classes
        self._evidence = evidence
        self._once = table("merging.toml")["once"]
        self._lasting = table("merging.toml")["lasting"]
        self.inside: tuple[Rule, ...] = (
            self.carried,
            self.headline,
            self.taken_up,
            self.same_parts,
            self.only_one,
            self.same_day,
        )
        self.certain: tuple[Rule, ...] = (
            self.day_and_place,
            self.day_and_parts,
            self.day_and_company,
            self.once,
            self.lasting,
        )
        # These hold where no other event would do as well.
        self.likely: tuple[Rule, ...] = (self.same_story,)

    def lasts(self, cluster: Cluster) -> bool:
        """Whether it is of a kind that lasts: a war, a siege."""
        return any(kind in self._lasting for kind, _, _ in cluster.kinds)

    def carried(self, one: Cluster, other: Cluster) -> str:
        """ "De stad is getroffen door een aardbeving": the verb is how the noun happened."""
        for a in one.members:
            for b in other.members:
                verb, noun = (b, a) if a.noun else (a, b)
                if a.sentence == b.sentence and self._meaning.carries(verb, noun):
                    return f"“{verb.lemma}” zegt dat “{noun.lemma}” gebeurde"
        return ""

    def headline(self, one: Cluster, other: Cluster) -> str:
        """ "Apple onthult telefoon" above "Apple heeft maandag een telefoon onthuld"."""
        titles = [c for c in (one, other) if all(m.title for m in c.members)]
        if len(titles) != 1:
            return ""
        title, body = (one, other) if titles[0] is one else (other, one)
        first = min(body.members, key=lambda m: m.key)
        if title.members[0].rank == "later" and first.behind:
            return ""  # "Weer verslaggever ontvoerd", "kort na de ontvoering van Bos"
        light = title.members[0].type is None and is_light(title.members[0].lemma)
        if first.sentence > LEAD or (light and not title.actors & body.actors):
            return ""
        return f"de kop en de tekst vertellen het: “{title.members[0].lemma}”, “{first.lemma}”"

    def taken_up(self, one: Cluster, other: Cluster) -> str:
        """ "Rebellen vielen Irpin aan. … Bij de aanval …": a definite noun takes it up."""
        earlier, later = sorted((one, other), key=lambda c: c.key)
        first = min(later.members, key=lambda m: m.key)
        # "Schouten stapte op. … Zijn vertrek …": a noun of somebody who took part
        his = first.known and later.actors and later.actors <= earlier.actors
        if not (first.noun and (first.definite or his)) or first.many:
            return ""
        if first.own and "later" in earlier.ranks:
            return ""  # "Opnieuw botsten twee schepen … de botsing die de veerboot fataal werd"
        distance = first.sentence - max(m.sentence for m in earlier.members)
        # "de moord op een handelaar" brings its own: it takes nothing up.
        if not 0 < distance <= BACK or not later.actors <= earlier.actors:
            return ""
        if (later.stale and not earlier.stale) or self._evidence.elsewhere(one, other):
            return ""
        if not self._evidence.hit_alike(one, other):
            return ""
        return f"“{first.lemma}” neemt eerdere gebeurtenis “{earlier.members[-1].lemma}” op"

    def same_parts(self, one: Cluster, other: Cluster) -> str:
        """ "Apple introduceerde de telefoon. … De telefoon werd geïntroduceerd".

        A town alone is no such part: it can be shelled again and again.
        """
        if any(kind is None and is_light(word) for kind, word, _ in one.kinds):
            return ""
        for role, keys in one.roles.items():
            shared = keys & other.roles.get(role, set())
            shared = {key for key in shared if not self._places.known(key)}
            if shared and role in ("patient", "theme", "destination"):
                return f"zelfde soort gebeurtenis met {self._evidence.name(shared)}"
        both = one.actors & other.actors
        if len(both) > 1:
            return f"zelfde soort gebeurtenis met {self._evidence.name(both)}"
        return ""

    def only_one(self, one: Cluster, other: Cluster) -> str:
        """ "De rechtbank veroordeelde Post. … Het vonnis …": an article tells of one of a kind.

        Leaves alone "een aanval", which is a new one, and kinds of which there are many.
        """
        earlier, later = sorted((one, other), key=lambda c: c.key)
        first = min(later.members, key=lambda m: m.key)
        if first.noun and not first.definite and not first.known:
            return ""
        if not self._meaning.focal(first) or one.stale != other.stale:
            return ""
        if not any(self._meaning.akin(first, m) for m in earlier.kinds.values()):
            return ""
        if not self._evidence.hit_alike(one, other) or self._evidence.elsewhere(one, other):
            return ""
        if self._evidence.others(one, other):
            return ""
        return f"het artikel vertelt van één: “{earlier.members[-1].lemma}”, “{first.lemma}”"

    def same_day(self, one: Cluster, other: Cluster) -> str:
        """ "De aardbeving van zondag … toen de stad zondagochtend werd opgeschrikt"."""
        if not (one.narrow and other.narrow and self._evidence.some_focal(one, other)):
            return ""
        if self._evidence.elsewhere(one, other) or not self._evidence.hit_alike(one, other):
            return ""
        return f"zelfde soort gebeurtenis in één artikel, op {_day(one, other)}"

    def day_and_place(self, one: Cluster, other: Cluster) -> str:
        """ "Maandag is Irpin beschoten" and "de aanval op Irpin van 7 maart"."""
        if not (one.narrow and other.narrow and self._evidence.focal(one, other)):
            return ""
        shared = self._evidence.town(one) & self._evidence.town(other)
        if not shared:
            return ""
        return f"zelfde soort gebeurtenis in {self._evidence.name(shared)} op {_day(one, other)}"

    def day_and_parts(self, one: Cluster, other: Cluster) -> str:
        """ "Minister Post sprak woensdag met zijn collega Baas" and "het gesprek met Baas"."""
        if not (one.narrow and other.narrow):
            return ""
        shared = {key for key in one.actors & other.actors if key in self._labels}
        if len(shared) < 2 and not self._evidence.undergone(one, other):
            return ""
        return f"zelfde soort gebeurtenis met {self._evidence.name(shared)} op {_day(one, other)}"

    def day_and_company(self, one: Cluster, other: Cluster) -> str:
        """ "Maandag werd gevochten, zegt commandant Post" and "de strijd van maandag", of Post.

        Also "Sinds de aankondiging van maandag", of what is no news by itself, in one story.
        """
        if not (one.narrow and other.narrow):
            return ""
        shared = self._evidence.shared_company(one, other)
        taken_up = any(c.known and not c.verb for c in (one, other)) and len(shared) > COMPANY
        if (
            not (shared and (taken_up or self._evidence.focal(one, other)))
            or self._evidence.elsewhere(one, other)
            or not self._evidence.hit_alike(one, other)
        ):
            return ""
        return f"zelfde soort gebeurtenis op {_day(one, other)}, met {self._evidence.name(shared)}"

    def once(self, one: Cluster, other: Cluster) -> str:
        """ "de benoeming van Anna Post" weeks after: she is appointed but once."""
        shared = met(one, self._classes) & met(other, self._classes)
        kinds = {kind for kind, _, _ in (*one.kinds, *other.kinds)}
        days = min((self._once[kind]["days"] for kind in kinds if kind in self._once), default=0)
        return (
            f"overkomt {self._evidence.name(shared)} maar eens"
            if shared and within(one, other, days)
            else ""
        )

    def lasting(self, one: Cluster, other: Cluster) -> str:
        """ "de oorlog in Oekraïne" in two articles, "het beleg van de stad" and "de belegering"."""
        kinds = {kind for kind, _, _ in (*one.kinds, *other.kinds)}
        known = self._lasting.get(min(kinds, key=str) or "") if len(kinds) == 1 else None
        if known is None or not within(one, other, known["days"]):
            return ""
        if not all(c.known or c.verb for c in (one, other)):
            return ""  # "een oorlog", "in staat van oorlog"
        if not self._evidence.hit_alike(one, other):
            return ""  # "de uitbraak van mazelen", "de uitbraak van cholera"
        shared = self._evidence.scene(one) & self._evidence.scene(other)
        if not known.get("wide"):
            shared = self._places.precise(shared)
            if not (within(one, other, SEASON) or self._evidence.shared_company(one, other)):
                return ""  # the next outbreak in that town
        shared = {key for key in shared if key in self._labels}
        return (
            f"duurt voort: zelfde soort gebeurtenis, {self._evidence.name(shared)}"
            if shared
            else ""
        )

    def same_story(self, one: Cluster, other: Cluster) -> str:
        """ "De moord op de juwelier" in two articles about one suspect, lawyer and town."""
        if any(all(is_light(word) for _, word, _ in c.kinds) for c in (one, other)):
            return ""
        if not self._evidence.hit_alike(one, other) or self._evidence.elsewhere(one, other):
            return ""
        if _brought_in(one, other) or _brought_in(other, one):
            return ""
        if one.hanging or other.hanging:
            return ""  # "die operatie" points to what its own article tells
        if one.stale != other.stale and self._evidence.news(other if one.stale else one):
            return ""  # "de schipbreuk" of now, and that of four years ago
        shared = self._evidence.shared_company(one, other)
        # What is long past is told beside the news of many stories.
        enough = COMPANY - self._evidence.hit_same(one, other) + (one.stale and other.stale)
        if not self._evidence.focal(one, other):
            # "de ruil" is told of as one thing; "schoppen" and "steun" are many.
            kinds = (*one.kinds, *other.kinds)
            named = all(kind is None for kind, _, _ in kinds) and any(noun for _, _, noun in kinds)
            named = named and any(c.known or c.title for c in (one, other))
            # "gesprekken" and "er werd gepraat": a word without a type for one that is told once
            named = named or (
                self._evidence.some_focal(one, other) and self._evidence.untyped(one, other)
            )
            enough = COMPANY + 1
            if not (named or self._evidence.touching(one, other)):
                return ""
        return f"zelfde verhaal, met {self._evidence.name(shared)}" if len(shared) >= enough else ""


def _brought_in(one: Cluster, other: Cluster) -> bool:
    """ "een debat", days after "een debat": who writes so tells of a new one."""
    if one.printed is None or other.printed is None:
        return False
    later = one.printed[0] - other.printed[1]
    return later.days > FRESH and not (one.known or one.title or one.verb)


def _day(one: Cluster, other: Cluster) -> str:
    found = max(filter(None, (one.begin, other.begin)))
    return f"{found.day}-{found.month}-{found.year}"
