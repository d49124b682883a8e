"""Events -> claims: who says so, and how sure. Every event gets exactly one innermost claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.modality import Modality, modality
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import table, words
from kg.model import Claim, Event, Extraction, Mention, MentionKind, Provenance, Span
from kg.vocab import top_class

_SAID = ("ccomp", "xcomp", "parataxis", "advcl")


@dataclass(frozen=True, slots=True)
class _Attribution:
    """Somebody speaks: what stands under ``scope`` (token indexes) is theirs."""

    scope: frozenset[int]
    speaker: Mention
    cue: Span
    rule: str
    illocution: str
    addressee: Mention | None = None
    made_by: Span | None = None
    quote_kind: str = "Indirect"


def extract(reading: Reading, found: Extraction) -> Extraction:
    """Add a claim for each event: the speaker's where one is named, else the document's.

    Catches "X zei dat …", "“…”, zei X", "volgens X", "aldus X". Leaves alone "volgens plan"
    and "volgens de wet", which name a standard and no speaker.
    """
    by_start = {event.trigger.start: event for event in found.events}
    claims: list[Claim] = []
    speakers: dict[Mention, None] = {}
    for number, tree in reading:
        events = {
            i: by_start[token.span.start]
            for i, token in enumerate(tree.tokens)
            if token.span.start in by_start
        }
        attributions = _attributions(reading, number, events)
        for i, event in events.items():
            own = [a for a in attributions if i in a.scope]
            innermost = min(own, key=lambda a: (len(a.scope), a.cue)) if own else None
            claims.append(_claim(reading, tree, event, modality(tree, i), innermost))
            if innermost is not None:
                speakers[innermost.speaker] = None
    mentions = dict.fromkeys(found.mentions) | speakers
    ordered = tuple(sorted(mentions, key=lambda m: (m.span, m.kind)))
    return replace(found, mentions=ordered, claims=tuple(claims))


def _claim(
    reading: Reading, tree: Tree, event: Event, mode: Modality, said: _Attribution | None
) -> Claim:
    sentence = tree.sentence.span
    if said is None:
        return Claim(
            about=event,
            provenance=Provenance(reading.document.id, sentence, mode.rule or "claims.document"),
            status=mode.status,
            certainty=mode.certainty,
            polarity=mode.polarity,
            cue=mode.cue,
        )
    status = "Demanded" if said.illocution in ("Demand", "Request") else "Claimed"
    return Claim(
        about=event,
        provenance=Provenance(reading.document.id, tree.span(sorted(said.scope)), said.rule),
        speaker=said.speaker,
        addressee=said.addressee,
        illocution=said.illocution,
        status=status,
        certainty=mode.certainty,
        polarity=mode.polarity,
        cue=said.cue,
        quote_kind=said.quote_kind,
        made_by=said.made_by,
    )


def _attributions(reading: Reading, number: int, events: dict[int, Event]) -> list[_Attribution]:
    tree = reading.trees[number]
    found: list[_Attribution] = []
    for i in range(len(tree)):
        said = _by_verb(reading, number, i, events) or _by_preposition(reading, number, i)
        if said is not None:
            found.append(said)
    return found


def _by_verb(
    reading: Reading, number: int, i: int, events: dict[int, Event]
) -> _Attribution | None:
    """ "De minister zei dat de grens dichtgaat": the closing is the minister's word."""
    tree = reading.trees[number]
    illocution = table("cues.toml")["illocution"].get(tree.lemma(i))
    if illocution is None or tree.tokens[i].pos != "VERB":
        return None
    speaker = next(
        (m for s in tree.children(i, "nsubj") if (m := _speaker(reading, number, s))), None
    )
    if speaker is None:
        return None
    content = tree.children(i, "ccomp")
    if illocution in ("Demand", "Request", "Accusation", "Promise", "Threat"):
        content += tree.children(i, "xcomp", "advcl", "obj")
    quoted = [p for p in tree.children(i, "parataxis") if _between_quotes(tree, p)]
    governor = tree.head(i)
    scope: set[int] = set()
    for child in content + quoted:
        scope |= set(tree.subtree(child))
    if not scope and governor is not None and tree.tokens[i].dep == "parataxis":
        # "“De grens gaat dicht”, zei de minister": the saying hangs on what is said.
        scope = set(tree.subtree(governor)) - set(tree.subtree(i))
    if not scope:
        return None
    addressee = next(
        (m for o in tree.children(i, "iobj", "obj") if (m := _speaker(reading, number, o))), None
    )
    return _Attribution(
        scope=frozenset(scope - {i}),
        speaker=speaker,
        cue=tree.tokens[i].span,
        rule="attribution.verb",
        illocution=illocution,
        addressee=addressee,
        made_by=tree.tokens[i].span if i in events else None,
        quote_kind="Direct" if quoted else "Indirect",
    )


def _by_preposition(reading: Reading, number: int, i: int) -> _Attribution | None:
    """ "Volgens de burgemeester vielen er doden", "…, aldus de minister"."""
    tree = reading.trees[number]
    if tree.lower(i) not in words("cues.toml", "attribution", "prepositions"):
        return None
    holder = tree.head(i)
    if tree.lower(i) == "aldus" and tree.tokens[i].dep not in ("case", "mark"):
        holder = next(iter(tree.children(i)), holder)
    if holder is None:
        return None
    speaker = _speaker(reading, number, holder)
    if speaker is None or tree.lemma(holder) in words("cues.toml", "attribution", "standards"):
        return None
    inside = set(tree.subtree(holder)) | set(tree.subtree(i))
    clause = next((a for a in tree.ancestors(holder) if a not in inside), None)
    if clause is None:
        return None
    scope = set(tree.subtree(clause)) - inside
    return _Attribution(
        scope=frozenset(scope),
        speaker=speaker,
        cue=tree.tokens[i].span,
        rule=f"attribution.{tree.lower(i)}",
        illocution="Assertion",
    )


def _speaker(reading: Reading, number: int, i: int) -> Mention | None:
    """The mention at ``i`` if it can speak: people, organisations, and places by name."""
    mention = reading.mention(number, i)
    if mention is None:
        return None
    top = top_class(mention.entity_class)
    if top in ("Person", "Organisation", "Group"):
        return mention
    return mention if mention.kind is MentionKind.NAME and top in ("Place", "Thing") else None


def _between_quotes(tree: Tree, i: int) -> bool:
    first, last = min(tree.subtree(i)), max(tree.subtree(i))
    return any(
        0 <= at < len(tree) and tree.word(at) in _QUOTES
        for at in (first - 1, first, last, last + 1)
    )


_QUOTES = frozenset("\"'“”„‘’‚«»") | {"''", "``"}
