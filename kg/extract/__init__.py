"""Analysis -> Extraction: what the sentences tell, each finding with its words and rule."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract import claims, events, light_verbs, nominals, quantities, timing
from kg.extract.reading import Reading
from kg.model import Analysis, Extraction

Extractor = Callable[[Reading, Extraction], Extraction]

# In order: each adds to what those before it found.
EXTRACTORS: tuple[Extractor, ...] = (
    events.extract,
    timing.extract,
    quantities.extract,
    light_verbs.extract,
    claims.extract,
    nominals.extract,
)


def extract(analysis: Analysis) -> Extraction:
    """All that one document tells, by every extractor in turn."""
    reading = Reading(analysis)
    found = Extraction(analysis.document.id)
    for extractor in EXTRACTORS:
        found = extractor(reading, found)
    return found
