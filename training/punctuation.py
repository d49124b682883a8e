"""Where punctuation hangs in UD."""

from __future__ import annotations

from training.treebank import Word

OPENING = "( [ ,, `` \u201c \u2018 \u201e \u00ab \" '".split()  # noqa: SIM905
CLOSING = dict(zip(OPENING, ") ] '' '' \u201d \u2019 \u201d \u00bb \" '".split(), strict=True))  # noqa: SIM905
"""Brackets and quotation marks that stand in pairs."""


def attach_punctuation(words: list[Word]) -> None:
    """Give every ``PUNCT`` that no rule has attached a head, in place.

    Brackets and quotation marks hang under the head of what they enclose. Any other mark
    looks left and right: from the word before it up while the heads stand left of it, from
    the word after it up while they stand right; of the two words so found the lower one
    in the tree is taken. (Read off UD 2.15, where it gives the same head for most marks.)
    """
    loose = {i for i, w in enumerate(words) if w.upos == "PUNCT" and w.dep in ("", "punct")}
    heads = [w.head - 1 for w in words]
    rooted = [i for i in range(len(words)) if i not in loose and heads[i] == -1]
    if not rooted:
        first = min(loose)
        for i in loose:
            words[i].head, words[i].dep = (0, "root") if i == first else (first + 1, "punct")
        return
    root = rooted[0]
    for i in loose:
        words[i].dep = "punct"
    pairs = _pairs(words, loose)
    for i in sorted(loose):
        enclosed = _enclosed(heads, loose, *pairs[i]) if i in pairs else None
        at = enclosed if enclosed is not None else _neighbour(heads, loose, i, root)
        words[i].head = at + 1


def _pairs(words: list[Word], loose: set[int]) -> dict[int, tuple[int, int]]:
    """(opening, closing) of each bracket and quotation mark that has a partner."""
    found, waiting = dict[int, tuple[int, int]](), list[int]()
    for i in sorted(loose):
        form = words[i].form
        for k in range(len(waiting) - 1, -1, -1):
            if CLOSING[words[waiting[k]].form] == form:
                found[i] = found[waiting[k]] = (waiting[k], i)
                del waiting[k:]
                break
        else:
            if form in CLOSING:
                waiting.append(i)
    return found


def _enclosed(heads: list[int], loose: set[int], start: int, end: int) -> int | None:
    """The one word between two marks whose head stands outside; None if there are more."""
    tops = [i for i in range(start + 1, end) if i not in loose and not start < heads[i] < end]
    return tops[0] if len(tops) == 1 else None


def _neighbour(heads: list[int], loose: set[int], i: int, root: int) -> int:
    left, right = i - 1, i + 1
    while left in loose:
        left -= 1
    while right in loose:
        right += 1
    for _ in heads:
        if left >= 0 and heads[left] != -1 and heads[left] < i:
            left = heads[left]
        if right < len(heads) and heads[right] != -1 and heads[right] > i:
            right = heads[right]
    found = [k for k in (left, right) if 0 <= k < len(heads)]
    return max(found, key=lambda k: _depth(heads, k), default=root)


def _depth(heads: list[int], at: int) -> int:
    depth = 0
    while at != -1 and depth <= len(heads):
        at, depth = heads[at], depth + 1
    return depth
