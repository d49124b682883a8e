"""Events -> readable Dutch names, by the pattern of their type."""

from __future__ import annotations

import re

from kg.event_types import EventType
from kg.model import Event, Links, Mention, MentionKind

# For events without a type, a verb as Dutch writes it ("het leger: de brug opblazen in Irpin"),
# a noun with who it touches ("benoeming van de minister").
_NOUN_PATTERN = "{lemma} van {patient} door {agent} in {hasPlace}"
MAX_FILLER = 60
MAX_LABEL = 160

_PART = re.compile(r"([^{}]*)\{(\w+)\}")


def event_label(event: Event, text: str, kind: EventType | None, links: Links) -> str:
    """What an event is called.

    Parts whose role nobody fills are left out with the words before them: "aanval op {patient}
    in {hasPlace} door {agent}" becomes "aanval in Irpin". A name is given as its entity's
    label, a description in its own words.
    """
    fillers: dict[str, list[str]] = {}
    for role in event.roles:
        if isinstance(role.filler, Mention) and not _unresolved(role.filler, text, links):
            words = _words(role.filler, text, links)
            if words not in fillers.setdefault(role.name, []):
                fillers[role.name].append(words)
    joined = {name: _joined(words) for name, words in fillers.items()}
    if kind is None and event.rule != "events.noun":
        label = _verb_label(event, joined)
    else:
        pattern = kind.pattern if kind else _NOUN_PATTERN
        told = joined.get("patient", "") if kind else ""
        label = _patterned(pattern.replace("{lemma}", event.lemma), joined, _told_by(kind, told))
    return label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1].rstrip() + "…"


def _verb_label(event: Event, fillers: dict[str, str]) -> str:
    subject = fillers.get("agent") or fillers.get("theme")
    agent = f"{subject}: " if subject else ""
    patient = f"{fillers['patient']} " if "patient" in fillers else ""
    label = f"{agent}{patient}{event.lemma}"
    place = fillers.get("hasPlace", "")
    return f"{label} in {place}" if place and place not in label else label


def _told_by(kind: EventType | None, words: str) -> str:
    """The words of a patient that tell the event themselves, else "": "zeker 22 doden" is no
    "dood van zeker 22 doden"."""
    if kind is None:
        return ""
    outcomes = {
        lemma
        for trigger in kind.verbs
        for relation, lemmas in trigger.conditions
        if relation == "nsubj" and trigger.subject == "patient"
        for lemma in lemmas
        if lemma.islower()
    }
    last = words.lower().rpartition(" ")[2]
    return words if last in outcomes or last.removesuffix("n") in outcomes else ""


def _patterned(pattern: str, fillers: dict[str, str], told: str = "") -> str:
    label, parts = _split(pattern)
    if told:
        label, parts = told, [part for part in parts if part[1] != "patient"]
    for lead, role in parts:
        # "flats in Irpin" names the place already.
        if role in fillers and fillers[role] not in label:
            label += f"{lead}{fillers[role]}"
    return label


def _split(pattern: str) -> tuple[str, list[tuple[str, str]]]:
    parts = [(m.group(1), m.group(2)) for m in _PART.finditer(pattern)]
    if not parts:
        return pattern, []
    # "aanval op {patient}": the last word before the first part belongs to the part.
    head, _, lead = parts[0][0].rstrip().rpartition(" ")
    return head, [(f" {lead} ", parts[0][1]), *parts[1:]]


def _unresolved(mention: Mention, text: str, links: Links) -> bool:
    """Whether a pronoun stands for nobody known: "hij" says nothing in a name."""
    if mention.kind is not MentionKind.PRONOUN:
        return False
    link = links.of.get(mention)
    return link is None or link.entity.label.lower() == mention.span.of(text).lower()


def _words(mention: Mention, text: str, links: Links) -> str:
    link = links.of.get(mention)
    words = link.entity.label if link else " ".join(mention.span.of(text).split())
    return words if len(words) <= MAX_FILLER else words[: MAX_FILLER - 1].rstrip() + "…"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
