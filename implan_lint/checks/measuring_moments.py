"""Facts about when a plan measures, beside the terms of its goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.goals import about_goal, goal_values, judged_goals
from implan_lint.diagnostic import Finding, Value
from implan_lint.plan.model import Goal, Plan
from implan_lint.plan.time.period import Period, Precision, TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods

_FIRM = (TimeKind.MOMENT, TimeKind.RELATIVE)
_EXACT = (Precision.DAY, Precision.WEEK, Precision.PART, Precision.MONTH)
""" "In 2026" leaves open whether a measurement in November comes too early."""

_CLOSE = timedelta(days=7)
"""A measurement in the last week shows what the goal comes to."""


@check("goal", "text", "term", "last")
def none_at_the_term(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A measurable goal whose term comes after the last measurement and evaluation; a rhythm goes on for ever."""
    last = _last_measurement(plan)
    for goal in look(judged_goals(plan)):
        term = _term(goal)
        if last is not None and term is not None and last + _CLOSE < term and goal.measurable.found:
            values: dict[str, Value] = {**goal_values(goal), "term": term, "last": last}
            yield Finding(goal.span, values, about=about_goal(goal))


def _term(goal: Goal) -> date | None:
    terms = [period for period in goal.times if period.kind in _FIRM and period.precision in _EXACT]
    days = [day for period in terms if (day := period.earliest or period.latest) is not None]
    return max(days) if days else None


def _last_measurement(plan: Plan) -> date | None:
    """None where nothing is measured, or where some measurement has no last day that is known."""
    context = TimeContext(plan.lifetime.start, plan.lifetime.end, {}, plan.today)
    days: list[date] = []
    found: list[tuple[Period, ...]] = [
        find_periods(indicator.rhythm.text, context) if indicator.rhythm is not None else ()
        for indicator in plan.indicators
    ]
    found += [(evaluation.period,) if evaluation.period is not None else () for evaluation in plan.evaluations]
    for periods in found:
        ends = [period.latest for period in periods if period.kind in _FIRM and period.latest is not None]
        if not ends or len(ends) < len(periods):
            return None
        days += ends
    return max(days) if days else None
