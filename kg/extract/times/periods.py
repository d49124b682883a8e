"""Named periods and feasts: "de jaren negentig", "21e eeuw", "het derde kwartaal", "Pasen"."""

from __future__ import annotations

from kg.extract.numbers_words import cardinal
from kg.extract.times.dates import Found, month, month_name, year, year_after
from kg.extract.times.lexicon import direction, listed, mapping, numbered, phrases
from kg.extract.times.nodes import (
    Century,
    Decade,
    Holiday,
    Month,
    Node,
    Nth,
    PartOfYear,
    Range,
    Shift,
    Year,
)
from kg.extract.times.tokens import Words


def decade(words: Words, place: int) -> Found | None:
    """ "de jaren negentig", "jaren '80", "de jaren 1950"; no "drie jaren twintig soldaten"."""
    start = place + (words.low(place) == "de")
    tens = cardinal(words.low(start).removesuffix("er")) if words.low(start + 1) == "jaren" else 0
    if tens and 20 <= tens <= 90 and words.low(start).endswith("er"):
        # "de negentiger jaren"
        return Decade(tens // 10), start + 2
    if words.low(start) != "jaren":
        return None
    after = start + 1
    short = words.low(after) in ("'", "’", "‘") and words.joined(after + 1)
    after += short
    number = words.number(after, 4)
    if number is not None and words.low(after + 1) in ("-", "–") and words.joined(after + 1):
        return None
    if number is None:
        told = cardinal(words.low(after))
        named = start != place or words.low(start - 1) in listed("periods_before_decade")
        if told == 0 and named:
            # "de jaren nul"
            return Decade(200), after + 1
        of = year(words, after) if told and told > 100 else None
        if of is not None and of[0] % 10 == 0:
            # "de jaren negentienhonderd zeventig"
            return Decade(of[0] // 10), of[1]
        fits = told is not None and 10 <= told <= 90 and told % 10 == 0
        return (Decade(told // 10), after + 1) if fits and told else None
    if len(words.low(after)) == 4 and number % 10 == 0 and 1000 <= number < 2100:
        return Decade(number // 10), after + 1
    known = short or words.low(start - 1) in listed("periods_before_decade") or start != place
    if len(words.low(after)) == 2 and number % 10 == 0 and known:
        return Decade(number // 10), after + 1
    return None


def century(words: Words, place: int) -> Found | None:
    """ "21e eeuw", "de negentiende eeuw"; no "tweede eeuw voor Christus"."""
    start = place + (words.low(place) in ("de", "het"))
    ranked = words.rank(start)
    if ranked is None or words.low(ranked[1]) != "eeuw" or not 1 <= ranked[0] <= 30:
        return None
    after = ranked[1] + 1
    if words.lows(after, 2) in ("voor christus", "v .", "vóór christus"):
        return None
    return Century(ranked[0] - 1), after


def of_period(words: Words, place: int) -> Found | None:
    """A year or month that a part belongs to: "van 2022", "dit jaar", "van maart"."""
    made = year_after(words, place)
    if made is not None:
        return made
    start = place + (words.low(place) in ("van", "in"))
    start += words.low(start) in ("de", "het")
    there = direction(words.low(start))
    units = {"maand": "month", "jaar": "year", "eeuw": "century", "decennium": "decade"}
    unit = units.get(words.low(start + 1))
    if there is not None and unit is not None:
        return Shift(unit, there), start + 2
    if words.low(start) in ("maand", "jaar") and words.low(start - 1) in ("de", "het"):
        return Shift("month" if words.low(start) == "maand" else "year", 0), start + 1
    if start == place:
        return None
    short = month_name(words, start, beside=True)
    # "de eerste week van okt."
    return month(words, start) or ((Month(short[0]), short[1]) if short else None)


def part_of_year(words: Words, place: int) -> Found | None:
    """ "het derde kwartaal van 2016", "Q3 2019", "de eerste helft van 2022", "eerste halfjaar"."""
    start = place + (words.low(place) in ("het", "de"))
    ranked = words.rank(start)
    if ranked is None:
        return _quarter_code(words, place)
    n, after = ranked
    if words.low(start - 1) == "laatste":
        return None
    kind = words.low(after)
    if kind == "kwartaal" and 1 <= n <= 4:
        code = f"Q{n}"
    elif kind in ("halfjaar", "jaarhelft", "helft") and 1 <= n <= 2:
        code = f"H{n}"
    elif kind == "half" and words.low(after + 1) == "jaar" and 1 <= n <= 2:
        code, after = f"H{n}", after + 1
    else:
        return None
    of = year_after(words, after + 1)
    if kind == "helft" and of is None:
        return None
    return (PartOfYear(code, of[0]), of[1]) if of else (PartOfYear(code), after + 1)


def _quarter_code(words: Words, place: int) -> Found | None:
    """ "Q3 2019", "2019 Q3", "Q1"; "K3" only beside a year: it is a pop group too."""
    before = year(words, place)
    start = before[1] if before else place
    start += bool(before) and words.low(start) == "het"
    ranked = words.rank(start) if before else None
    if before and ranked and words.low(ranked[1]) == "kwartaal" and 1 <= ranked[0] <= 4:
        return PartOfYear(f"Q{ranked[0]}", Year(before[0])), ranked[1] + 1
    letter, number = words.at(start), words.number(start + 1, 1)
    if letter.text not in ("Q", "K") or not words.joined(start + 1) or number not in (1, 2, 3, 4):
        return None
    if before:
        return PartOfYear(f"Q{number}", Year(before[0])), start + 2
    after = start + 2
    dashed = words.low(after) == "-" and words.joined(after)
    of = year_after(words, after + dashed)
    if of:
        return PartOfYear(f"Q{number}", of[0]), of[1]
    return (PartOfYear(f"Q{number}"), after) if letter.text == "Q" else None


def nth_of(words: Words, place: int, period: Node) -> Found | None:
    """ "(volgend jaar) de derde week", "(vorig jaar) het tweede kwartaal"."""
    start = place + (words.low(place) in ("de", "het"))
    ranked = words.rank(start)
    if ranked is None:
        return None
    n, after = ranked
    low = words.low(after)
    if low == "kwartaal" and 1 <= n <= 4:
        return PartOfYear(f"Q{n}", period), after + 1
    if low in ("week", "weekend") and 1 <= n <= 53:
        return Nth(n, low, period), after + 1
    return None


def years_of(words: Words, place: int) -> tuple[int, int] | None:
    """The year in which a season of two years begins, and the place after it.

    "2010-2011", "2021/22"; no "2010-2015".
    """
    first = words.number(place, 4)
    if first is None or len(words.low(place)) != 4 or words.low(place + 1) not in ("-", "/", "–"):
        return None
    if not (words.joined(place + 1) and words.joined(place + 2)):
        return None
    after = place + 2 + (words.low(place + 2) in ("'", "’", "‘"))
    last = words.number(after, 4)
    tail = words.joined(after + 1) and words.low(after + 1) in ("-", "/")
    fits = last in (first + 1, (first + 1) % 100) and not tail
    return (first, after + 1) if fits else None


def season(words: Words, place: int) -> Found | None:
    """ "de zomer van 2016", "in het najaar", "winter 2021"; no "zomer" in "zomer en winter"."""
    start = place + (words.low(place) in ("de", "het"))
    mid = words.low(start) == "midzomer"
    code = "SU" if mid else mapping("seasons").get(words.low(start))
    if code is None:
        return None
    after = start + 1
    both = years_of(words, after + (words.low(after) == "van"))
    if both is not None:
        return PartOfYear(code, Year(both[0])), both[1]
    of = year_after(words, after)
    if of is not None:
        return PartOfYear(code, of[0]), of[1]
    if mid or start != place or words.low(place - 1) in listed("periods_before_season"):
        return PartOfYear(code), after
    return None


def feast_days(words: Words, place: int) -> Found | None:
    """ "de kerstdagen", "de paasdagen van 2022": both days of a feast."""
    start = place + (words.low(place) == "de")
    feast = mapping("feast_days").get(words.low(start))
    if feast is None:
        return None
    of = year_after(words, start + 1) if words.low(start + 1) != "in" else None
    first, last = (
        Holiday(f"{rank} {feast}", of[0] if of else None) for rank in ("eerste", "tweede")
    )
    return Range(first, last), of[1] if of else start + 1


def holiday(words: Words, place: int) -> Found | None:
    """ "Tweede Paasdag", "Kerst 2021", "Koningsdag volgend jaar"; no "kerstboom"."""
    for count in (6, 5, 4, 3, 2, 1):
        name = phrases("holidays").get(words.lows(place, count))
        if name is None:
            continue
        if name == "sinterklaas" and words.low(place - 1) not in listed("periods_before_saint"):
            return None
        after = place + count
        of = year_after(words, after) if words.low(after) != "in" else None
        if of is not None:
            return Holiday(name, of[0]), of[1]
        return Holiday(name), after
    return None


def directed(words: Words, place: int, there: int) -> tuple[Node, int] | None:
    """A month, season, quarter or feast after "vorige" (-1), "deze" (0), "volgende" (1)."""
    low = words.low(place)
    if low in numbered("months"):
        made = year_after(words, place + 1)
        return (
            Month(numbered("months")[low], made[0] if made else None, there),
            made[1] if made else place + 1,
        )
    if low in mapping("seasons"):
        return PartOfYear(mapping("seasons")[low], None, there), place + 1
    for count in (6, 5, 4, 3, 2, 1):
        name = phrases("holidays").get(words.lows(place, count))
        if name is not None:
            return Holiday(name, None, there), place + count
    return None
