"""Which of several periods a name means: by its adjective, else by the tense, else the nearest."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from kg.extract.times.arithmetic import Period

Tense: TypeAlias = Literal["past", "present", "future"]


def chosen(
    around: list[Period],
    direction: int | None,
    usual: str,
    today: date | None,
    tense: Tense | None,
) -> Period | None:
    """The one of the periods in order that the direction, else the tense, points to."""
    dated = [p for p in around if p.begin and p.end]
    if today is None or not dated:
        return dated[0] if dated else None
    begun = [p for p in dated if p.begin and p.begin <= today]
    over = [p for p in dated if p.end and p.end < today]
    ahead = [p for p in dated if p.begin and p.begin > today]
    current = [p for p in begun if p not in over]
    if direction == -1:
        return over[-1] if over else None
    if direction == 0:
        here = [p for p in dated if p.begin and p.begin.year == today.year]
        return next(iter([*current, *here]), None)
    if direction is not None:
        return ahead[0] if ahead else None
    if tense == "past" or (tense is None and usual == "past"):
        return begun[-1] if begun else next(iter(ahead), None)
    if tense == "future":
        return next(iter([*current, *ahead]), None)
    return min(dated, key=lambda p: _distance(p, today))


def _distance(period: Period, today: date) -> int:
    """Days between a period and today, 0 inside it; twice, less one for what is past."""
    assert period.begin is not None and period.end is not None
    if period.begin > today:
        return 2 * (period.begin - today).days
    return max(0, 2 * (today - period.end).days - 1)
