"""Gives goals their numbers: before the items of a list, or in the empty number column of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from implan_lint.checks.repairs import before_item, into_cell
from implan_lint.diagnostic import Edit, Repair
from implan_lint.document.model import ListBlock, ListItem
from implan_lint.plan.model import Goal, Plan


def numbered(plan: Plan, goals: Sequence[Goal], *, safe: bool) -> Repair | None:
    """Numbers from 1 on in the order of the text; None where a goal has no place for one.

    Beside goals with a number only those with a number are read, so that each goal of their sections must get one.
    """
    sections = {id(goal.place.section) for goal in goals}
    if any(id(other.place.section) in sections and other not in goals for other in plan.goals):
        return None
    safe = safe and all(_is_surely_goal(goal) for goal in goals)
    edits = [_number(plan, goal, number) for number, goal in enumerate(goals, 1)]
    made = tuple(edit for edit in edits if edit is not None)
    return Repair(made, safe) if len(made) == len(edits) else None


def _is_surely_goal(goal: Goal) -> bool:
    """A row of a goal table, or words with a measure or a term; other items may have been taken for goals."""
    return goal.place.row is not None or goal.measurable.found or goal.time_bound.found


def _number(plan: Plan, goal: Goal, number: int) -> Edit | None:
    source, table, row = plan.document.source, goal.place.table, goal.place.row
    if table is not None and row is not None:
        index = table.columns.get("nummer")
        return into_cell(source, table.table, row, index, str(number)) if index is not None else None
    item = next((item for item in _items(goal) if item.text.span.start == goal.span.start), None)
    if item is None or item.number is not None:
        return None
    return before_item(source, item, f"{'Goal' if plan.language == 'en' else 'Doel'} {number}: ")


def _items(goal: Goal) -> Iterator[ListItem]:
    """The items of the lists right under the goal's heading."""
    for block in goal.place.section.blocks if goal.place.section is not None else ():
        if isinstance(block, ListBlock):
            yield from block.items
