"""Cyrillic -> Dutch, after the rules of the Taalunie for Russian and Ukrainian names."""

from __future__ import annotations

import re

_COMMON = dict(
    zip(
        "абвдзклмнопрстфхцчшщ",
        [
            "a",
            "b",
            "v",
            "d",
            "z",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "f",
            "ch",
            "ts",
            "tsj",
            "sj",
            "sjtsj",
        ],
        strict=True,
    )
) | {"у": "oe", "ж": "zj", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": ""}
_RUSSIAN = _COMMON | {"г": "g", "и": "i", "ы": "y", "э": "e", "ё": "jo", "ю": "joe", "я": "ja"}
_UKRAINIAN = _COMMON | {
    "г": "h",
    "ґ": "g",
    "и": "y",
    "і": "i",
    "ї": "ji",
    "е": "e",
    "є": "je",
    "ю": "joe",
    "я": "ja",
}
_ENGLISH = dict(
    zip(
        "абвдзйклмнопрстуфхцчшщ",
        [
            "a",
            "b",
            "v",
            "d",
            "z",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
        ],
        strict=True,
    )
) | {"ж": "zh", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": "", "ю": "yu", "я": "ya", "е": "e"}
_VOWELS = "аеёиоуыэюяіїє"


def _spell(name: str, letters: dict[str, str], russian: bool) -> str:
    out = []
    lower = name.lower()
    for at, letter in enumerate(lower):
        before = lower[at - 1] if at else " "
        after = lower[at + 1] if at + 1 < len(lower) else " "
        if russian and letter == "е":
            text = "je" if before in " -ьъ" or before in _VOWELS.replace("и", "") else "e"
            text = "ë" if before == "и" else text
        elif letter == "ё" and before in "жчшщ":
            text = "o"
        elif letter == "й":
            ends = not after.isalpha()
            text = "" if ends and before in "иы" else "j"
        elif letter in "ая" and before in "иі" and not russian:
            text = "ja" if letter == "я" else "a"
        else:
            text = letters.get(letter, letter)
        out.append(text.capitalize() if name[at].isupper() else text)
    return "".join(out)


def russian(name: str) -> str:
    """Russian in Dutch spelling: "Воронеж" -> "Voronezj", "Екатеринбург" -> "Jekaterinburg"."""
    return _spell(name, _RUSSIAN, True)


def ukrainian(name: str) -> str:
    """Ukrainian in Dutch spelling: "Чернігів" -> "Tsjernihiv", "Суми" -> "Soemy"."""
    return _spell(re.sub(r"жж", "ж", name), _UKRAINIAN, False)


def english(name: str, is_russian: bool) -> str:
    """The English spelling, to find which Cyrillic name belongs to a place."""
    letters = _ENGLISH | (
        {"г": "g", "и": "i", "ы": "y", "э": "e", "ё": "yo"}
        if is_russian
        else {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye"}
    )
    return "".join(letters.get(letter, letter) for letter in name.lower())


def is_russian(name: str) -> bool:
    """Written in letters of Russian alone."""
    return bool(re.fullmatch(r"[а-яёА-ЯЁ' -]+", name))


def is_ukrainian(name: str) -> bool:
    """Written in letters of Ukrainian alone."""
    return bool(re.fullmatch(r"[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ -]+", name.lower()))
