"""The simplest system for events: every verb of the parse is one, certain and positive.

    python benchmarks/every_verb.py GOLD.jsonl > every_verb.jsonl

Reads the articles of GOLD.jsonl and nothing of their annotation; auxiliaries are left out. The
lines are what `kg score --baseline` takes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kg.annotate import annotate_many
from kg.model import Analysis, Document
from kg.read import read

_HELPING = ("aux", "aux:pass", "cop")


def events(analysis: Analysis) -> list[dict[str, object]]:
    """The verbs of an article as events, by their place in the text."""
    return [
        {
            "start": token.span.start,
            "end": token.span.end,
            "text": token.span.of(analysis.document.text),
            "certainty": "CERTAIN",
            "polarity": "POS",
        }
        for sentence in analysis.sentences
        for token in sentence.tokens
        if token.pos == "VERB" and token.dep not in _HELPING
    ]


def main() -> None:
    """Print a line of JSON for each article."""
    if len(sys.argv) != 2:
        print("usage: every_verb.py GOLD.jsonl", file=sys.stderr)
        raise SystemExit(2)
    documents = [d for d in read([sys.argv[1]]) if isinstance(d, Document)]
    for analysis in annotate_many(documents):
        line = {"id": analysis.document.id, "entities": [], "events": events(analysis)}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
