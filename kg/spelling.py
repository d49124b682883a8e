"""Names as they sound: what the transliterations of one name share."""

from __future__ import annotations

import re
import unicodedata

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


def sound(name: str) -> str:
    """The spelling that transliterations of one name share: "Zelenskyj" -> "zelenski"."""
    loose = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode().lower()
    for spelled, heard in _SOUNDS:
        loose = loose.replace(spelled, heard)
    return re.sub(r"ii+", "i", loose)


def has_first_name(name: str) -> bool:
    """Whether a person's name has more than a surname: "Tessa van Dam"; not "Van Dam"."""
    first, space, _ = name.partition(" ")
    return bool(space) and first.lower() not in words("coreference.toml", "particles")
