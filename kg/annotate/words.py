"""Raw text -> spans of words, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LONG_RUN = 200
"""One character more often than this in a row becomes one token (warning W02)."""

_APO = "['\u2018\u2019\u02bc\u00b4]"
_HYPHEN = "[-\u2010\u2011]"
_CHUNK = "[^\\W_][^\\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\\W_]*)*"
_CORE = f"(?:{_CHUNK})(?:(?:\u00ad?{_HYPHEN}\u00ad?|{_APO}|[&/\u00ad\u200c\u200d])(?:{_CHUNK}))*"
_HOSTS = "nl|be|com|org|net|eu|ru|ua|de|fr|uk|edu|gov|info|tv"

_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<space>\s+)",
            r"(?P<address>(?:https?://|ftp://|www\.)[^\s<>\"\u201c\u201d\u00ab\u00bb]+"
            r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|[@#][^\W_]\w*)",
            # 's-Hertogenbosch, '80, 's 't 'n; also with the opening mark that editors put there
            rf"(?P<clitic>{_APO}(?:[sS]{_HYPHEN}{_CORE}|(?<!\u2018)\d\d(?!\w)|[stnmrkSTN](?!\w)))",
            # 1.234,56 10:30 3/4 2-1 20ste 3-jarige
            rf"(?P<number>\d+(?:[.,:/]\d+)*(?:{_HYPHEN}?{_CORE})?)",
            # V.S. o.a. J.P. Vl.B.
            rf"(?P<initials>[^\W\d_]{{1,2}}\.(?:{_HYPHEN}?[^\W\d_]{{1,2}}\.)+)",
            rf"(?P<word>{_CORE}(?:\.(?:{_HOSTS})(?!\w))?(?:{_HYPHEN}(?!\w))?)",
            rf"(?P<tail>{_HYPHEN}{_CORE})",
            r"(?P<same>(?P<run>[-.=_*~\u2026])(?P=run)+|''|``|,,|[\u2018\u2019\u201a]{2})",
            r"(?P<other>(?P<any>.)(?P=any)*)",
        )
    ),
    re.DOTALL,
)


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviations that keep their full stop ("dr", "bijv"), in small letters without it.

    The value tells whether a name or number follows ("dr", "art"), so that no sentence ends.
    """
    text = (files("kg") / "data/nl/model/abbreviations.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: len(row) > 1 for row in rows}


def words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end (code points) of each word and mark of ``text``, white space left out.

    The rules are those of the Dutch UD treebanks: "zo'n", "foto's", "Noord-Korea" and
    "o.a." are one word, "20 %" and "3." two. A mark that stands more than ``LONG_RUN``
    times in a row is one token, fewer are one each.
    """
    known = abbreviations()
    end = 0
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if start < end or match.lastgroup == "space":
            continue
        kind = match.lastgroup
        if kind == "other":
            if stop - start > LONG_RUN:
                yield start, stop
            else:
                yield from ((i, i + 1) for i in range(start, stop))
            continue
        if kind == "address":
            while text[stop - 1] in ".,;:!?)'\u2019]":
                stop -= 1
        elif kind == "word" and text[stop : stop + 1] == "." and stop - start < 12:
            form = text[start:stop]
            after = text[stop + 1 : stop + 2]
            if after != "." and (
                form.lower() in known or (len(form) == 1 and form.isupper() and after != "")
            ):
                stop += 1
        yield start, stop
        if stop < match.end():
            yield from ((i, i + 1) for i in range(stop, match.end()))
        end = stop
