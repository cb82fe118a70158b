"""From words to days: what a month, a quarter, half of it or a summer is, and in which year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

Interval: TypeAlias = tuple[date, date]
"""First and last day, both inclusive."""

InYear: TypeAlias = Callable[[int], "Interval | None"]
"""The interval in a given year; None if that year lacks it (29 February, week 53)."""

FIRST_YEAR, LAST_YEAR = 1901, 2100
"""Arithmetic outside these years clamps: no plan lives there, and dates must not overflow."""


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a plan knows about time: its period and the dates of known events, by canonical name."""

    start: date | None = None
    end: date | None = None
    events: Mapping[str, date] = field(default_factory=dict)
    today: date | None = None
    project_weeks: bool = False
    """Weeks without a year count from the plan's start instead of from New Year."""

    def event(self, name: str) -> date | None:
        if name in self.events:
            return self.events[name]
        return {"start": self.start, "einde": self.end}.get(name)


NO_CONTEXT = TimeContext()


def add_days(day: date, days: int) -> date:
    ordinal = max(date(FIRST_YEAR, 1, 1).toordinal(), min(day.toordinal() + days, date(LAST_YEAR, 12, 31).toordinal()))
    return date.fromordinal(ordinal)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year < FIRST_YEAR:
        return date(FIRST_YEAR, 1, 1)
    if year > LAST_YEAR:
        return date(LAST_YEAR, 12, 31)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_units(day: date, amount: float, unit: str) -> date:
    """`unit` is d, w, m, q, y or h; hours stay on the day, working days count as calendar days."""
    if unit == "h":
        return add_days(day, int(amount // 24))
    if unit in "dw":
        return add_days(day, round(amount * (7 if unit == "w" else 1)))
    return add_months(day, round(amount * {"m": 1, "q": 3, "y": 12}[unit]))


def month_span(year: int, first: int, last: int) -> Interval:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def week_span(year: int, week: int) -> Interval | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def school_year(year: int) -> Interval:
    return date(year, 8, 1), date(min(year + 1, LAST_YEAR), 7, 31)


def part_of(interval: Interval, part: str) -> Interval:
    """`part` is begin, middle, end, half1 or half2 of a month, quarter, year or anything else."""
    first, last = interval
    if part.startswith("half"):
        return _half(interval, part)
    third = {"begin": 0, "middle": 1, "end": 2}[part]
    if (first.year, first.month) == (last.year, last.month) and first.day == 1:
        days = ((1, 10), (11, 20), (21, last.day))[third]
        return first.replace(day=days[0]), first.replace(day=days[1])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and months >= 3:
        size = months // 3
        start = add_months(first, third * size)
        return start, last if third == 2 else add_days(add_months(start, size), -1)
    length = (last - first).days + 1
    return (
        first + timedelta(days=length * third // 3),
        last if third == 2 else first + timedelta(days=max(length * (third + 1) // 3 - 1, length * third // 3)),
    )


def _half(interval: Interval, part: str) -> Interval:
    first, last = interval
    length = (last - first).days + 1
    middle = first + timedelta(days=length // 2)
    if first.day == 1 and length > 80:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        middle = add_months(first, months // 2) if months % 2 == 0 else middle
    return (first, middle - timedelta(days=1)) if part == "half1" else (middle, last)


def infer_year(in_year: InYear, context: TimeContext) -> int | None:
    """The year that puts a moment inside the plan's period; else the one that puts it nearest.

    None when the plan has no period, or no near year holds the moment.
    """
    bounds = [day for day in (context.start, context.end) if day is not None]
    if not bounds:
        if context.today is None:
            return None
        bounds = [context.today]
    low, high = min(bounds), max(bounds)
    near = range(max(FIRST_YEAR, low.year - 4), min(LAST_YEAR - 1, high.year + 4, low.year + 24) + 1)
    best: tuple[tuple[int, bool], int] | None = None
    for year in near:
        interval = in_year(year)
        if interval is None:
            continue
        distance = (_distance(interval, low, high), not (low <= interval[0] and interval[1] <= high))
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None


def _distance(interval: Interval, low: date, high: date) -> int:
    """Days between a moment and a period; 0 if they touch."""
    if interval[1] < low:
        return (low - interval[1]).days
    return max(0, (interval[0] - high).days)
