"""Lines that are headings, and what stands before the colon in them."""

from __future__ import annotations

from kg import gazetteer
from kg.extract.attribution import listed
from kg.extract.attribution_speakers import Speaker
from kg.extract.reading import Reading
from kg.extract.tree import Tree
from kg.lexicon import is_nominal_event
from kg.model import Mention, MentionKind, Span
from kg.vocab import top_class

# A heading is at most this long and ends in no full stop.
HEADING_WORDS = 16


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a line is a heading: short, with no full stop, and not the last one."""
    line = text[start:end].strip()
    after = text[end : end + 2]
    ends = line.rstrip("’”\"'»")
    return (
        len(line.split()) <= HEADING_WORDS
        and not ends.endswith((".", "!", ","))
        and after.startswith(("\n", "\r"))
    )


def known_name(reading: Reading, span: Span) -> Speaker | None:
    """A name that the tagger missed and the gazetteer knows: "Macron: …"."""
    words = span.of(reading.text).strip()
    entries = gazetteer.load().lookup(words) if words[:1].isupper() else ()
    if not entries:
        return None
    kind = top_class(entries[0].entity_class)
    at = Span(span.start, span.start + len(words))
    named = [m for m in reading.analysis.mentions if m.span.overlaps(at)]
    if named or words != reading.text[at.start : at.end]:
        return None
    return Speaker(Mention(reading.document.id, at, MentionKind.NAME, kind))


def announces(tree: Tree, j: int) -> bool:
    """Whether a word before a colon announces and nobody speaks: "Live: …"."""
    return tree.lower(j) in listed("guards", "announcing")


def happens(tree: Tree, before: list[int], name: Mention) -> bool:
    """Whether an event stands before the colon with a name in it, which says nothing: "Brand in
    Tilburg: twee gewonden"; not "Politie na brand: geen gewonden"."""
    return any(
        tree.tokens[j].pos == "NOUN"
        and is_nominal_event(tree.lemma(j))
        and tree.tokens[j].span.start < name.span.start
        for j in before
    )


def content_words(text: str) -> list[str]:
    """The words of more than three letters, in small letters and without their marks."""
    bare = (w.strip(".,;:!?“”„‘’\"'«»()").lower() for w in text.split())
    return [w for w in bare if len(w) > 3]
