"""Facts about the order of the planning: what must be ready before what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell
from implan_lint.diagnostic import Finding, Related, Term, Value
from implan_lint.plan.dependencies import Dependency, Step, read_dependencies
from implan_lint.plan.model import Plan
from implan_lint.plan.time.period import Period, Precision, TimeKind
from implan_lint.plan.time.reader import read_period

# ---------------------------------------------------------------- PLN010


@check("step", "on", "day", "ready", "chain", variants=("", "circle"))
def broken_dependency(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Work planned before what it waits for is ready; `circle`: work that in the end waits for itself."""
    dependencies = list(look(read_dependencies(plan)))
    circles = list(_circles(dependencies))
    for circle in circles:
        first = circle[0]
        chain = " → ".join([*(one.name for one in circle), first.name])
        values: dict[str, Value] = {"step": first.name, "on": first.on_name, "day": "", "ready": "", "chain": chain}
        yield Finding(first.mention.span, values, "circle")
    in_circle = {id(one) for circle in circles for one in circle}
    for one in dependencies:
        days = _too_early(one) if id(one) not in in_circle else None
        if days is not None:
            day, ready = days
            span = one.step.when.span if one.step.when is not None else one.mention.span
            values = {"step": one.name, "on": one.on_name, "day": day, "ready": ready, "chain": ""}
            related = (Related(one.on.span, Term("role", "waits_for")),)
            yield Finding(span, values, "", (about_cell(span),), related)


def _too_early(one: Dependency) -> tuple[date, date] | None:
    """The step's day and the day on which the other is ready, where the first surely comes before the second."""
    period, other = one.step.period, one.on.period
    if period is None or other is None or not _is_dated(period) or not _is_dated(other):
        return None
    ready = other.latest if other.precision is Precision.DAY else other.earliest
    day = _start_of(one.step) or period.latest
    return (day, ready) if day is not None and ready is not None and day < ready else None


def _is_dated(period: Period) -> bool:
    return period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE) and period.is_dated


def _start_of(step: Step) -> date | None:
    """The day in its own column for the start; otherwise only its end is known."""
    table, row = step.place.table, step.place.row
    cell = table.cell(row, "start") if table is not None and row is not None else None
    start = read_period(cell.text.plain) if cell is not None else None
    exact = start is not None and start.has_year and start.precision is Precision.DAY
    return start.earliest if start is not None and exact else None


def _circles(dependencies: Sequence[Dependency]) -> Iterator[tuple[Dependency, ...]]:
    """Each circle once, as the dependencies that make it, beginning with the one that stands first."""
    following: dict[int, list[Dependency]] = {}
    for one in dependencies:
        following.setdefault(id(one.step), []).append(one)
    told: set[int] = set()
    for one in dependencies:
        path = _way_back(one, following)
        if path and not any(id(part.step) in told for part in path):
            told |= {id(part.step) for part in path}
            yield path


def _way_back(first: Dependency, following: dict[int, list[Dependency]]) -> tuple[Dependency, ...]:
    """The shortest way from what `first` waits for back to its own step; empty if there is none."""
    goal, seen = id(first.step), {id(first.on)}
    ways: list[tuple[Dependency, ...]] = [(first,)]
    while ways:
        way = ways.pop(0)
        if id(way[-1].on) == goal:
            return way
        for one in following.get(id(way[-1].on), ()):
            if id(one.on) == goal or id(one.on) not in seen:
                seen.add(id(one.on))
                ways.append((*way, one))
    return ()
