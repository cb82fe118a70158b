"""Facts about the planning: whether there is one, and whether its dates lie where the plan does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.closing import is_closing
from implan_lint.checks.timed import Timed, dated, is_done, kinds_around, scheduled
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.document.model import Fence
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Action, ActionKind, Lifetime, MilestoneType, Plan, PlanSection, PlanTable, TableKind
from implan_lint.plan.time.calendar import add_months
from implan_lint.plan.time.grammar import MONTH_NAMES
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import find_periods

# ---------------------------------------------------------------- PLN005

_AFTERWARDS = 12
"""So many months after the plan's end it may still look back and look after."""
_MANY = 4
"""From so many dates outside on, and most of them, it is the plan's own date that is wrong."""


@check("text", "row", "date", "day", "count", "total", variants=("early", "late", "early_many", "late_many"))
def outside_lifetime(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Work that lies wholly before the plan's start or after its end."""
    life = plan.lifetime
    if life.derived or (life.start is None and life.end is None) or _is_reversed(life):
        return
    lexicon = lexicon_of(plan.vocabulary)
    things = [thing for thing in look(dated(plan)) if thing.period.kind is TimeKind.MOMENT and thing.period.has_year]
    early = [thing for thing in things if _is_early(plan, thing, lexicon)]
    late = [thing for thing in things if _is_late(plan, thing)]
    yield from _outside(early, "early", life.start, life.start_span, len(things))
    yield from _outside(late, "late", life.end, life.end_span, len(things))


def _is_reversed(life: Lifetime) -> bool:
    return life.start is not None and life.end is not None and life.start > life.end


def _is_early(plan: Plan, thing: Timed, lexicon: Lexicon) -> bool:
    """It is over before the plan begins, and neither done nor a preparation."""
    start, last = plan.lifetime.start, thing.period.latest
    if start is None or last is None or last >= start or is_done(thing.entity, lexicon):
        return False
    prepares = "voorbereiding" in kinds_around(plan, thing.entity) or lexicon.holds("planning.preparation", thing.words)
    return not prepares


def _is_late(plan: Plan, thing: Timed) -> bool:
    """It begins, or must be ready, after the plan's end; what closes a plan may come up to a year later."""
    end, period = plan.lifetime.end, thing.period
    day = period.earliest or period.latest
    if end is None or day is None or day <= end:
        return False
    if isinstance(thing.entity, Action) and thing.entity.kind is not ActionKind.ACTION:
        return False
    return not is_closing(plan, thing.entity) or day > add_months(end, _AFTERWARDS)


def _outside(things: list[Timed], side: str, day: date | None, place: Span | None, total: int) -> Iterator[Finding]:
    role = Term("role", "start" if side == "early" else "end")
    field = "field:startdatum" if side == "early" else "field:einddatum"
    related = (Related(place, role),) if place is not None else ()
    if len(things) >= _MANY and len(things) * 2 > total:
        values: dict[str, Value] = {"text": "", "row": "", "date": "", "day": day or "", "count": len(things)}
        span = place or things[0].when.span
        yield Finding(span, {**values, "total": total}, f"{side}_many", (field,))
        return
    for thing in things:
        when = thing.when
        values = {"text": thing.entity.text, "row": gaps.row_of(thing.entity), "date": when.text, "day": day or ""}
        about = (gaps.about_cell(when.span), field)
        yield Finding(when.span, {**values, "count": len(things), "total": total}, side, about, related)


# ---------------------------------------------------------------- PLN001

_ENOUGH = 3
"""So many dated rows make a planning."""
_SHOWN = re.compile(r"\[[^\]\n]{2,60}\]|https?://|<img\b", re.IGNORECASE)
"""A picture or a link: the planning may well be there. Or a blank in brackets: it must still be filled in."""
_ROUGHLY = re.compile(rf"\b(?:{MONTH_NAMES})\b|\d\s?(?:dag|week|wek|maand|uur|sprint|day|month|hour)", re.IGNORECASE)
"""A month by its name, a number of days or weeks: enough to be more than nothing."""
_TIMES = frozenset(TimeKind) - {TimeKind.VAGUE, TimeKind.CONTINUOUS, TimeKind.PLACEHOLDER}
_PARTS = ("planning", "mijlpalen")


@check("heading")
def without_dates(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A planning that names no time at all, in a plan whose rows don't either.

    Where a table has a column for dates, its empty cells have rules of their own.
    """
    lexicon = lexicon_of(plan.vocabulary)
    for part in look(plan.of_kind("planning")):
        title = part.heading.title.plain
        if part.is_empty or part.na_reason or "planning" not in lexicon.exact_heading_kinds(title):
            continue
        if not _has_schedule(plan, lexicon):
            yield Finding(part.heading.span, {"heading": title}, about=("section:planning",))
        return


def _has_schedule(plan: Plan, lexicon: Lexicon) -> bool:
    timed = sum(1 for thing in scheduled(plan) if thing.period is not None and thing.period.kind in _TIMES)
    return (
        timed >= _ENOUGH
        or any({"wanneer", "start", "eind"} & table.columns.keys() and table.table.rows for table in _work(plan))
        or any(_shows_time(plan, part, lexicon) for part in plan.sections if {*part.kinds, *part.inherited} & {*_PARTS})
    )


def _work(plan: Plan) -> Iterator[PlanTable]:
    return (table for table in plan.tables if table.kind in (TableKind.ACTIONS, TableKind.MILESTONES))


def _shows_time(plan: Plan, part: PlanSection, lexicon: Lexicon) -> bool:
    """It says when, or shows or names the place where that is said."""
    source = plan.document.source.slice(part.section.span)
    if _SHOWN.search(source) or _ROUGHLY.search(source) or lexicon.holds("planning.elsewhere", source):
        return True
    return any(isinstance(block, Fence) for block in part.section.blocks) or any(
        period.kind in _TIMES for line in source.splitlines() for period in find_periods(line, in_cell=True)
    )


# ---------------------------------------------------------------- PLN016

_WORK_ENOUGH = 6
"""With less work than this there is nothing to divide into steps."""


@check()
def no_rollout(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing says how something that goes live is introduced: all at once, in steps, with a pilot first."""
    things = list(scheduled(plan))
    lives = plan.lifetime.go_live is not None or any(one.type is MilestoneType.GO_LIVE for one in plan.milestones)
    if not lives or len(things) < _WORK_ENOUGH:
        return
    look.once()
    if not lexicon_of(plan.vocabulary).holds("planning.rollout", plan.document.source.text):
        yield Finding(next((part.heading.span for part in _rollout_places(plan)), plan.start_of_body))


def _rollout_places(plan: Plan) -> Iterator[PlanSection]:
    """Where one would say so, the likeliest part first."""
    for kind in ("planning", "acties", "strategieen"):
        yield from plan.of_kind(kind)
