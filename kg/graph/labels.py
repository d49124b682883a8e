"""Events -> readable Dutch names, by the pattern of their type."""

from __future__ import annotations

import re

from kg.event_types import EventType
from kg.model import Event, Links, Mention, MentionKind

# For events without a type: "opvoeren van de militaire steun".
PLAIN_PATTERN = "{lemma} van {patient} door {agent} in {hasPlace}"
MAX_FILLER = 60
MAX_LABEL = 160

_PART = re.compile(r"([^{}]*)\{(\w+)\}")


def event_label(event: Event, text: str, kind: EventType | None, links: Links) -> str:
    """What an event is called.

    Parts whose role nobody fills are left out with the words before them: "aanval op {patient}
    in {hasPlace} door {agent}" becomes "aanval in Irpin". A name is given as its entity's
    label, a description in its own words.
    """
    pattern = kind.pattern if kind else PLAIN_PATTERN.replace("{lemma}", event.lemma)
    head, parts = _split(pattern)
    fillers: dict[str, list[str]] = {}
    for role in event.roles:
        if isinstance(role.filler, Mention):
            words = _words(role.filler, text, links)
            if words not in fillers.setdefault(role.name, []):
                fillers[role.name].append(words)
    label = head
    for lead, role_name in parts:
        if role_name in fillers:
            label += f"{lead}{_joined(fillers[role_name])}"
    return label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1].rstrip() + "…"


def _split(pattern: str) -> tuple[str, list[tuple[str, str]]]:
    parts = [(m.group(1), m.group(2)) for m in _PART.finditer(pattern)]
    if not parts:
        return pattern, []
    # "aanval op {patient}": the last word before the first part belongs to the part.
    head, _, lead = parts[0][0].rstrip().rpartition(" ")
    return head, [(f" {lead} ", parts[0][1]), *parts[1:]]


def _words(mention: Mention, text: str, links: Links) -> str:
    link = links.of.get(mention)
    if link is not None and mention.kind is not MentionKind.NOMINAL:
        return link.entity.label
    words = " ".join(mention.span.of(text).split())
    return words if len(words) <= MAX_FILLER else words[: MAX_FILLER - 1].rstrip() + "…"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
