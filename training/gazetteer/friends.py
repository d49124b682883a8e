"""Which names of places are left out because they mostly mean something else."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from training.gazetteer.attested import Attested
from training.gazetteer.things import plain, rows

CALENDAR = frozenset(
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ]
)
FIRST_NAMES, SURNAMES, WORDS, ALWAYS = 4, 6, 2, 60
LARGE, MIDDLING = 300_000, 250_000
TOWN = 60_000  # Open Dutch WordNet has towns in lower case too
HOME = frozenset({"NL", "BE"})
ENGLISH, FEW, SMALL = frozenset({"GB", "US", "CA", "AU", "NZ", "IE", "ZA"}), 2, 100_000


@dataclass
class Friends:
    """The rules, in the order in which they are tried; see ``refuse``."""

    known: Attested
    nouns: set[str] = field(default_factory=set)
    english: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._rows = {(name, iso): kind for kind, name, iso, _ in rows("exceptions")}

    def refuse(self, name: str, iso: str, population: int, capital: bool) -> str:
        """Why a place's bare name is not indexed; empty where it is.

        ``exceptions.tsv`` first. Then: codes and short words; names of countries and regions;
        months and days; common Dutch words, and common English ones outside of NL and BE;
        first names and surnames, for places under 300,000 that are no capitals (Dutch and
        Belgian towns pass the rule on surnames).
        """
        kind = self._rows.get((name, iso)) or self._rows.get((name, "*"))
        if kind in ("keep", "drop"):
            return "" if kind == "keep" else "exceptions.tsv"
        if len(name) < 3 and iso not in ("NL", "BE", "FR", "NO", "SE", "DK"):
            return "short"
        if len(name) < 2 or (not name[0].isupper() and not name.startswith("'")):
            return "no capital"
        if name.isupper() and len(name) < 6:
            return "code"
        if name in self.taken and not capital:
            return "country or region"
        lower = name.lower()
        if lower in CALENDAR:
            return "month or day"
        if capital:
            return ""
        if self.known.words[lower] >= WORDS:
            return "Dutch word"
        if population < MIDDLING and iso not in HOME and lower in self.english:
            return "English word"
        if lower in self.nouns and population < (TOWN if iso in HOME else MIDDLING):
            return "Dutch word"
        given = self.known.first_names[name]
        if given >= (FIRST_NAMES if population < LARGE else ALWAYS):
            return "first name"
        often = FEW if iso in ENGLISH and population < SMALL else SURNAMES
        if population < LARGE and self.known.surnames[name] >= often and iso not in HOME:
            return "surname"
        return ""


def nouns(table: Path) -> set[str]:
    """Lower-case lemmas of Open Dutch WordNet, as a filter."""
    words = set()
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[2].islower() and " " not in cells[2]:
            words.add(plain(cells[2]))
    return words


def english_words(least: float = -13.5) -> set[str]:
    """Common English words in lower case, after the frequencies of spacy-lookups-data (MIT)."""
    path = files("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    probabilities: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return {
        word
        for word, value in probabilities.items()
        if value > least and word.isalpha() and word.islower() and len(word) > 1
    }
