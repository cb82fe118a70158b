"""A moment as it was written, before its year is settled."""

from __future__ import annotations

from dataclasses import dataclass

from implan_lint.plan.time.calendar import Interval, InYear
from implan_lint.plan.time.period import Precision


def undated(_: int) -> Interval | None:
    return None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, week, month, ... at text[start:end]; `in_year` gives its days once the year is known."""

    start: int
    end: int
    precision: Precision
    in_year: InYear = undated
    year: int | None = None
    weak: bool = False
    """Counts only with help: a direction word, a part word, a range, or a cell of its own."""
    shape: str = ""
    """What it is where that decides a meaning: "week", "year", "month", "season", "day-month"."""
    impossible: bool = False
    week: int | None = None
    """The week number, for a week that may count from the plan's start."""
    last_week: int | None = None
    is_range: bool = False
    """It says its own end: "from 1 May to 3 June" is not open."""


def impossible(start: int, end: int) -> Moment:
    return Moment(start, end, Precision.NONE, impossible=True)
