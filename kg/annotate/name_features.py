"""Words -> what the lists of names know of them, as a feature of the name tagger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files


@cache
def name_words() -> dict[str, str]:
    """Word -> kinds of names that it occurs in (``name-words.tsv`` explains the letters)."""
    text = (files("kg") / "data/nl/model/name-words.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: kinds for word, _, kinds in rows}


def name_features(forms: Sequence[str]) -> list[str]:
    """One code a word: the kinds of names that the lists have it in, "-" for none.

    "ROTTERDAM" counts as "Rotterdam". The table is part of the model: it changes only with
    the weights.
    """
    lists = name_words()
    codes = list[str]()
    for form in forms:
        kinds = lists.get(form, "") if form[:1].isupper() else ""
        if not kinds and len(form) > 3 and form.isupper():
            kinds = lists.get(form.capitalize(), "")
        codes.append(kinds or "-")
    return codes
