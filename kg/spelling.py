"""Names as they sound: what the transliterations of one name share, first names, surnames."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from kg.gazetteer import fold
from kg.lexicon import words

# Spellings of one sound in names from other scripts, the longer first. Source: the Dutch,
# English and German transliterations of Russian and Ukrainian (Taalunie; BGN/PCGN).
_SOUNDS = (
    ("shch", "sc"),
    ("sjtsj", "sc"),
    ("tsj", "c"),
    ("tch", "c"),
    ("ch", "h"),
    ("kh", "h"),
    ("sj", "s"),
    ("sh", "s"),
    ("zj", "z"),
    ("zh", "z"),
    ("oe", "u"),
    ("ou", "u"),
    ("ij", "i"),
    ("iy", "i"),
    ("yj", "i"),
    ("yy", "i"),
    ("ii", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("ks", "x"),
    ("ie", "e"),
)

# So much of two first names is alike where one shortens or transcribes the other: "Mike" and
# "Michael" 0.55; "Murat" and "Mehmet" 0.36.
_ALIKE = 0.5


def sound(name: str) -> str:
    """The spelling that transliterations of one name share: "Zelenskyj" -> "zelenski"."""
    loose = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode().lower()
    for spelled, heard in _SOUNDS:
        loose = loose.replace(spelled, heard)
    return re.sub(r"ii+", "i", loose)


def undoubled(word: str) -> str:
    """A word with each doubled letter once: "rammen" -> "ramen", "openen" stays."""
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def has_first_name(name: str) -> bool:
    """Whether a person's name has more than a surname: "Tessa van Dam"; not "Van Dam"."""
    first, space, _ = name.partition(" ")
    return bool(space) and first.lower() not in words("coreference.toml", "particles")


def first_names_fit(one: str, other: str) -> bool:
    """Whether two full names can be one person's by their first names.

    "Volodimir" and "Volodymyr", "J." and "Jan", "Mike" and "Michael"; not "Murat" and "Mehmet".
    """
    first, second = (sound(re.split(r"[\s.]", name, maxsplit=1)[0]) for name in (one, other))
    if first[:1] != second[:1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def family_names(name: str) -> list[str]:
    """What a full name can be shortened to: "Pieter van den Berg" -> van den Berg, Berg."""
    parts = name.split()
    particles = words("coreference.toml", "particles")
    found = []
    for start in range(1, len(parts)):
        rest = parts[start:]
        if rest[-1].lower() in particles:
            continue
        found.append(bare_surname(" ".join(rest)))
    return found


def bare_surname(name: str) -> str:
    """A surname as names of people are compared: "De Wit" and "de Wit", by sound."""
    folded = fold(name)
    return sound(folded[:1].lower() + folded[1:])
