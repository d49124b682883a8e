"""English spellings of Russian, Ukrainian and Belarusian names -> Dutch ones.

Source of the rules: the Taalunie's tables for Russian and Ukrainian, read from the English
letters; newspapers waver between -i, -y and -yj, so that several variants come out.
"""

from __future__ import annotations

import re

GIVEN = {
    "Alexander": "Aleksandr",
    "Alexandr": "Aleksandr",
    "Alexey": "Aleksej",
    "Alexei": "Aleksej",
    "Aleksey": "Aleksej",
    "Aleksei": "Aleksej",
    "Maxim": "Maksim",
    "Yury": "Joeri",
    "Yuri": "Joeri",
    "Yuriy": "Joeri",
    "Sergei": "Sergej",
    "Sergey": "Sergej",
    "Andrei": "Andrej",
    "Andrey": "Andrej",
    "Nikolai": "Nikolaj",
    "Nikolay": "Nikolaj",
    "Evgeny": "Jevgeni",
    "Yevgeny": "Jevgeni",
    "Elena": "Jelena",
    "Ekaterina": "Jekaterina",
}
_SOUNDS = (
    ("shch", "sjtsj"),
    ("zh", "zj"),
    ("kh", "ch"),
    ("ch", "tsj"),
    ("sh", "sj"),
    ("yu", "joe"),
    ("iu", "joe"),
    ("ya", "ja"),
    ("ia", "ja"),
    ("ye", "je"),
    ("yo", "jo"),
    ("yi", "ji"),
    ("u", "oe"),
    ("x", "ks"),
)


def dutch_word(word: str) -> str:
    """One word: "Shmyhal" -> "Sjmyhal", "Medvedchuk" -> "Medvedtsjoek", "Sergey" -> "Sergej"."""
    if word in GIVEN:
        return GIVEN[word]
    rest, out = word.lower().replace("'", "").replace("’", ""), ""
    while rest:
        for english, dutch in _SOUNDS:
            after_consonant = out and out[-1] not in "aeiou"
            if (english == "yi" and after_consonant) or english == rest == "ia":
                continue
            if rest.startswith(english):
                out, rest = out + dutch, rest[len(english) :]
                break
        else:
            if (rest[0] == "y" and out[-1:] in tuple("aeoi")) or (rest == "y" and out[-1:] == "i"):
                out, rest = out + "j", rest[1:]
            elif rest == "i" and out[-1:] in tuple("aeo"):
                out, rest = out + "j", ""
            else:
                out, rest = out + rest[0], rest[1:]
    return out[:1].upper() + out[1:]


def _endings(word: str, russian: bool) -> list[str]:
    """The ways in which newspapers write the end of a word, the best first."""
    stem = re.sub(r"(yy|yi|yj|iy|ij|ii|y|i)$", "", word)
    if stem == word or not stem or len(word) < 4 or stem[-1:] in "aeou":
        return [word]
    if russian:
        return [stem + "i", stem + "y", stem + "ij"]
    if stem.endswith(("sk", "tsk", "zk")):
        return [stem + end for end in ("y", "i", "yj", "ij")]
    return [stem + end for end in (("ij", "i", "iy") if word[-2:-1] in "i" else ("y", "i", "yj"))]


def variants(name: str, russian: bool) -> list[str]:
    """Dutch spellings of a whole name, the best first, at most eight."""
    found = [""]
    for word in name.split():
        parts = ["-".join(dutch_word(part) for part in word.split("-"))]
        ways = [way for part in parts for way in _endings(part, russian)]
        if not russian:
            ways += [re.sub(r"(?<=[bcdfghklmnprstvz])y(?=[a-z])", "i", way) for way in ways]
        found = [f"{one} {way}".strip() for one in found for way in dict.fromkeys(ways)]
    return list(dict.fromkeys(found))[:8]
