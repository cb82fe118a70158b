"""Facts about how goals and the rest of the plan hang together: numbers, actions, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_columns, header_span, row_of
from implan_lint.checks.goal_numbers import numbered
from implan_lint.checks.goals import about_goal, all_lack, goal_values, has_term, judged_goals
from implan_lint.diagnostic import Confidence, Finding, Span, Value
from implan_lint.plan.links import goal_numbers_in
from implan_lint.plan.model import Action, Communication, Indicator, Plan
from implan_lint.plan.traces import actions_of, indicators_of, tasks_of
from implan_lint.plan.words import fold_keeping_places


@check("goal", "text", variants=("", "column"))
def without_action(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal that no action works on; `column`: the actions don't say which goal they serve, and it can't be told."""
    tasks, goals = tasks_of(plan), judged_goals(plan)
    unserved = [goal for goal in look(goals) if not any(actions_of(goal, tasks))]
    if not tasks or not unserved:
        return
    if any(_points(task) for task in tasks):
        for goal in unserved:
            yield Finding(goal.span, goal_values(goal), about=about_goal(goal))
    elif len(goals) > 1:
        yield _no_numbers(tasks)


def _points(task: Action) -> bool:
    return bool(task.goals and (task.goals.numbers or task.goals.collective)) or bool(goal_numbers_in(task.text))


def _no_numbers(tasks: Sequence[Action]) -> Finding:
    table = next((task.place.table for task in tasks if task.place.table is not None), None)
    if table is not None:
        return Finding(header_span(table), {}, "column", about_columns(table, ("doel_ref",)))
    return Finding(tasks[0].span, {}, "column")


@check("goal", "text", "count", variants=("", "measured", "all"))
def without_indicator(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal that no indicator measures, in a plan that has indicators.

    `measured`: the goal is its own measure. `all`: the indicators measure none of many goals.
    """
    if not plan.indicators:
        return
    goals = tuple(look(judged_goals(plan)))
    lacking = [goal for goal in goals if not any(indicators_of(goal, plan))]
    if all_lack(goals, lacking):
        yield Finding(lacking[0].span, {"count": len(lacking)}, "all", about_goal(lacking[0]))
        return
    for goal in lacking:
        measured = goal.measurable.found and has_term(plan, goal)
        yield Finding(goal.span, goal_values(goal), "measured" if measured else "", about_goal(goal))


# ---------------------------------------------------------------- numbers


@check("count", "number", variants=("", "referred"), fixes=True)
def without_number(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Several goals without a number; `referred`: something in the plan points at a number all the same."""
    goals = [goal for goal in look(judged_goals(plan)) if goal.place.confidence is not Confidence.LOW]
    if len(goals) < 2 or any(goal.number is not None for goal in goals):
        return
    numbers = [number for thing in _pointing(plan) for number in _numbers_of(thing)]
    values: dict[str, Value] = {"count": len(goals)}
    if numbers:
        # Numbers in the order of the text need not be those that the rest of the plan had in mind.
        fix = numbered(plan, goals, safe=False)
        yield Finding(goals[0].span, {**values, "number": numbers[0]}, "referred", about_goal(goals[0]), fix=fix)
    else:
        yield Finding(goals[0].span, values, about=about_goal(goals[0]), fix=numbered(plan, goals, safe=True))


@check("number", "row", "text", "known", variants=("", "item"))
def unknown_number(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A reference to a goal that the plan does not have."""
    known = sorted({goal.number for goal in plan.goals if goal.number is not None})
    if not known:
        return
    for thing in look(_pointing(plan)):
        for number in _numbers_of(thing):
            if number not in known:
                yield _unknown(plan, thing, number, known)


def _unknown(plan: Plan, thing: Action | Indicator | Communication, number: int, known: list[int]) -> Finding:
    place = thing.goals.span if thing.goals is not None else thing.span
    span = _word(plan, place, number)
    values: dict[str, Value] = {"number": number, "known": tuple(known)}
    if thing.place.row is None:
        return Finding(span, {**values, "text": thing.text}, "item")
    return Finding(span, {**values, "row": row_of(thing)})


def _pointing(plan: Plan) -> Iterable[Action | Indicator | Communication]:
    """Everything that can point at a goal, each place once."""
    things: tuple[Action | Indicator | Communication, ...] = (*plan.actions, *plan.indicators, *plan.communications)
    seen: set[Span] = set()
    for thing in things:
        if thing.span not in seen:
            seen.add(thing.span)
            yield thing


def _numbers_of(thing: Action | Indicator | Communication) -> tuple[int, ...]:
    return thing.goals.numbers if thing.goals is not None else goal_numbers_in(thing.text)


def _word(plan: Plan, place: Span, number: int) -> Span:
    """The number itself in a cell or a sentence; the whole place where it stands inside a range ("1-7")."""
    source = fold_keeping_places(plan.document.source.slice(place))
    pattern = rf"\b(?:doel(?:stelling)?|goal|objective)\s+{number}\b"
    match = re.search(pattern, source) or re.search(rf"(?<![\w.,]){number}(?![\w.]|,\d)", source)
    return Span(place.start + match.start(), place.start + match.end()) if match else place
