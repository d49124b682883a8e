"""Days and numbers as a Dutch journalist writes them at their distance."""

from __future__ import annotations

from datetime import date, timedelta

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_NUMBERS = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)  # fmt: skip


def number(value: int) -> str:
    """In words up to twenty; from a thousand with a full stop: "twaalf", "1.250"."""
    return _NUMBERS[value] if value <= 20 else f"{value:,}".replace(",", ".")


def date_of(day: date, published: date) -> str:
    """ "12 april"; with its year beyond half a year."""
    year = f" {day.year}" if abs((published - day).days) > 180 else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def _weeks(day: date, published: date) -> int:
    """How many calendar weeks (from Monday) ``day`` lies before ``published``."""

    def monday(one: date) -> date:
        return one - timedelta(days=one.weekday())

    return (monday(published) - monday(day)).days // 7


def day_of(day: date, published: date, part: str = "") -> str:
    """The day without preposition, and the part of it ("avond", "nacht", "ochtend").

    "maandag" for a day of this week, or up to four days back; "vorige week dinsdag" for others of
    the week before; "vrijdag" too for the next two days of this week, "aanstaande vrijdag" up to
    six days ahead, "volgende week dinsdag"; "12 april" where none of them is clear. So no two
    days share an expression in one article.
    """
    distance = (published - day).days
    weekday = _DAYS[day.weekday()] + part
    weeks = _weeks(day, published)
    if distance >= 0 and (weeks == 0 or distance <= 4):
        return weekday
    if distance < 0 and weeks == 0 and distance >= -2:
        return weekday
    if distance > 0 and weeks == 1:
        return f"vorige week {weekday}"
    if -6 <= distance < 0:
        return f"aanstaande {weekday}"
    if distance < 0 and weeks == -1:
        return f"volgende week {weekday}"
    if part:
        return f"de {part} van {date_of(day, published)}"
    return date_of(day, published)


def on_day(day: date, published: date, part: str = "") -> str:
    """``day_of`` as an adverbial: "maandag", "vorige week dinsdag", "op 12 april", "in de nacht
    van 12 april"."""
    told = day_of(day, published, part)
    if told.startswith("de "):
        return ("op " if part == "avond" else "in ") + told
    return f"op {told}" if told[0].isdigit() else told


def week_of(day: date, published: date) -> str:
    """ "deze week", "vorige week", "ruim twee weken geleden" for a day in the past."""
    weeks = _weeks(day, published)
    if weeks < 2:
        return "vorige week" if weeks else "deze week"
    full, rest = divmod((published - day).days, 7)
    about = "" if rest < 2 else "ruim " if rest < 5 else "bijna "
    full += rest >= 5
    return f"{about}{number(full)} weken geleden" if full > 1 else f"{about}een week geleden"
