"""What a time expression means before it is placed on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Day:
    """A date: "3 maart 2022"; the year, or month and year, may be left out.

    ``direction``: 1 the next, -1 the last ("21 mei jongstleden"). ``weekday`` finds the month of
    "vrijdag de 11e".
    """

    day: int
    month: int | None
    year: Node | None = None
    weekday: int | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month: "maart 2022", "vorige maart" (``direction`` -1), "in maart"."""

    month: int
    year: Node | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the calendar."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: "de jaren negentig" (9, century left open), "de jaren 1990" (199)."""

    decade: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years: the 21st is 20."""

    century: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1; ``direction`` -1 last, 0 of this week, 1 the first to
    come, 2 of the next week ("volgende dinsdag"), -2 of the last ("vorige dinsdag"), None
    where the tense decides."""

    weekday: int
    direction: int | None = None
    week: Node | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A calendar unit so many away: "vorig jaar" (year, -1), "gisteren" (day, -1)."""

    unit: str
    steps: int


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter (Q1), half (H1), season (SU) or numbered week (W10) of a year."""

    code: str
    year: Node | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th units of a period: "de eerste vrijdag van maart", "de laatste dag van het jaar",
    "de eerste zes maanden van 2022" (``count`` 6); ``n`` -1 is the last.

    ``unit`` "weekday" is the day of the week ``weekday``.
    """

    n: int
    unit: str
    period: Node
    weekday: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week (or weekend) in which a day falls: "de week van 10 april", "paasweekend"."""

    day: Node
    unit: str = "week"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast day by its name in the word list."""

    name: str
    year: Node | None = None
    direction: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit; None is a vague number ("enkele")."""

    count: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Away:
    """So long before (-1) or after (1) a day: "twee weken geleden", "over drie maanden"."""

    amounts: tuple[Amount, ...]
    sign: int
    origin: Node | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The n-th such day of the week after (1) or before (-1) a day: "de maandag na Pasen"."""

    weekday: int
    n: int
    sign: int
    day: Node


@dataclass(frozen=True, slots=True)
class Stretch:
    """So long up to (-1) or from (1) publication: "de afgelopen drie dagen"."""

    amounts: tuple[Amount, ...]
    sign: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with no place on the calendar."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning (MO), afternoon (AF), evening (EV) or night (NI) of a day, or of no day."""

    part: str
    day: Node | None = None


@dataclass(frozen=True, slots=True)
class Tonight:
    """ "vannacht": the night before or after, by the tense."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, "14:30", of a day or of no day."""

    clock: str
    day: Node | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Open:
    """From a time on ("sinds", "na") or up to it ("tot", "uiterlijk")."""

    node: Node
    signal: str


@dataclass(frozen=True, slots=True)
class Often:
    """A set of times, by its TIMEX3 value: "elke dinsdag" XXXX-WXX-2."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Node: TypeAlias = (
    Day
    | Month
    | Year
    | Decade
    | Century
    | Weekday
    | Shift
    | PartOfYear
    | Nth
    | WeekOf
    | Holiday
    | Away
    | Beside
    | Stretch
    | Duration
    | PartOfDay
    | Tonight
    | Clock
    | Range
    | Open
    | Often
    | Reference
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its words, what they mean, and the TIMEX3 modifier.

    ``modifier``: START, MID, END ("eind februari"), APPROX ("rond 1900") or None.
    """

    span: Span
    node: Node
    modifier: str | None = None
