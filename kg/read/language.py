"""Text -> whether it is Dutch: by its function words, and in doubt by py3langid."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# What calls itself Dutch (BCP 47, ISO 639-2, and by name).
_DUTCH = frozenset({"nl", "nld", "dut", "vls", "dutch", "nederlands", "vlaams", "flemish"})
# Share of Dutch function words, and how many different ones, that make a text surely Dutch. Such
# an article needs no further look, and the model that gives one costs 0.3 s.
_ENOUGH_WORDS = 0.09
_ENOUGH_DIFFERENT = 5
_WORD = re.compile(r"[^\W\d_]+")
# As much of a text as is looked at.
_LOOK = 20_000
# Letters below which nobody can tell: "Apple introduceert iPhone en Apple TV" looks English.
_SURE_LETTERS = 120
_SURE = 0.95
# Sisters of Dutch are taken for it (and the other way round) in longer texts too.
_SISTERS = frozenset({"af", "fy", "lb"})
_SURE_LETTERS_SISTER = 250

_NAMES = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "fy": "Frisian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "lb": "Luxembourgish",
    "nl": "Dutch",
    "nn": "Norwegian",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def check(text: str, declared: str) -> None:
    """Refuse a text that is not Dutch.

    Short texts, and those of which nobody can be sure, pass.

    Args:
        text: the article.
        declared: the language that the input gives, "nl" where it gives none.

    Raises:
        ReadError: W04, with the language that it is said to be or looks like.
    """
    hint = "if it is Dutch all the same, build it with --language nl"
    code = re.split(r"[-_]", declared.strip().lower())[0]
    if code not in _DUTCH:
        name = _NAMES.get(code, repr(declared[:20]))
        raise ReadError("W04", f"skipped: its language is given as {name}", hint)
    other = looks_like(text)
    if other is not None:
        raise ReadError("W04", f"skipped: looks like {_NAMES.get(other, other)}", hint)


def looks_like(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is surely in; None for Dutch or unsure."""
    start = text[:_LOOK]
    words = [word.lower() for word in _WORD.findall(start)]
    own = [word for word in words if word in _function_words()]
    if len(own) >= _ENOUGH_WORDS * len(words) and len(set(own)) >= _ENOUGH_DIFFERENT:
        return None
    letters = sum(map(len, words))
    if letters < _SURE_LETTERS:
        return None
    code, probability = _model().classify(start)
    if code == "nl" or probability < _SURE:
        return None
    if code in _SISTERS and letters < _SURE_LETTERS_SISTER:
        return None
    return str(code)


@cache
def _function_words() -> frozenset[str]:
    path = Path(__file__).with_name("function_words.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Fewer languages, fewer that a row of names can be taken for (Bikol for "Apple onthult iPod").
    model.set_languages(sorted(set(_NAMES) & set(model.labels)))
    return model
