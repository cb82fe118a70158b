"""Facts about the order of the planning: what must be ready before what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.closing import is_closing
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.timed import Timed, dated
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.plan.dependencies import Dependency, Step, read_dependencies
from implan_lint.plan.lexicon import Lexicon, lexicon_of
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


# ---------------------------------------------------------------- PLN015

_CORE = (
    ("selection", "configuration"),
    ("configuration", "test"),
    ("test", "go_live"),
    ("training", "go_live"),
    ("trial_migration", "migration"),
)
"""What comes before what in every introduction; nazorg and evaluation have rules of their own."""
_LONGEST_NAME = 9
"""Up to so many words name a step."""


@check("text", "date", "other", "day")
def wrong_way_round(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Core steps of which every earlier one begins when every later one is over.

    In an introduction in phases some test comes before some go-live; only where none does is the order wrong.
    """
    lexicon = lexicon_of(plan.vocabulary)
    steps = [step for step in look(dated(plan)) if _is_core(plan, step, lexicon)]
    for earlier, later in _CORE:
        firsts = [(day, step) for step in steps if _is(step, earlier, lexicon) and (day := step.period.earliest)]
        lasts = [
            _Later(day, step.entity.text, step.when.span)
            for step in steps
            if _is(step, later, lexicon) and (day := step.period.latest)
        ]
        field = plan.meta.get("livegang") if later == "go_live" else None
        if field is not None and field.day is not None:
            lasts.append(_Later(field.day, Term("field", field.name), field.span))
        if firsts and lasts:
            first, last = min(firsts, key=lambda pair: pair[0]), max(lasts, key=lambda one: one.day)
            if first[0] > last.day:
                yield _swapped(first[1], last)


@dataclass(frozen=True, slots=True)
class _Later:
    """The last step of a kind that should come later."""

    day: date
    name: Value
    span: Span


def _is_core(plan: Plan, step: Timed, lexicon: Lexicon) -> bool:
    """Dated work that is done for the first time; what is counted from go-live comes after it on purpose."""
    return (
        _is_dated(step.period)
        and step.period.anchor != "livegang"
        and not is_closing(plan, step.entity)
        and not lexicon.holds("order.other", step.words)
    )


def _is(step: Timed, kind: str, lexicon: Lexicon) -> bool:
    """Its name says so; a longer sentence may say anything about it."""
    text = step.entity.text
    if len(text.split()) > _LONGEST_NAME:
        return False
    if kind == "migration" and lexicon.holds("order.trial_migration", text):
        return False
    return lexicon.holds(f"order.{kind}", text)


def _swapped(first: Timed, last: _Later) -> Finding:
    values: dict[str, Value] = {
        "text": first.entity.text,
        "date": first.when.text,
        "other": last.name,
        "day": last.day,
    }
    related = (Related(last.span, Term("role", "comes_later")),)
    return Finding(first.when.span, values, "", (about_cell(first.when.span),), related)
