"""Facts about the actions together: which goal each serves, and whether one of many owners takes the lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from implan_lint.checks import gaps
from implan_lint.checks.actions import open_actions
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Action, ActionKind, Owner, OwnerKind, Plan, PlanTable

_GOAL = "doel_ref"
_SERVING = (ActionKind.ACTION, ActionKind.ASSURANCE)
_MANY = 3
"""So many owners can still keep each other to it."""
_MARKED = re.compile(r"\*\*|__|\((?:a|v|r|e)\)", re.IGNORECASE)
"""Signs that one of the owners is the first among them: bold letters, or a letter of RACI."""
_LEADS = ("owner.first", "organisation.lead")


@check(*gaps.VALUES, variants=("", "table"))
def without_goal(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row whose cell for its goal is empty; `table`: none of the rows has it filled.

    An empty cell below a filled one often means the same goal, unless the author repeats numbers elsewhere.
    """
    if len(plan.goals) < 2:
        return
    for table, rows in _rows_with_goal_column(plan):
        asked = list(look(rows))
        empty = [row for row in asked if _is_goal_empty(row, table)]
        if empty and len(empty) == len(asked):
            values: dict[str, Value] = {
                **gaps.row_values(empty[0], _GOAL),
                "table": Term("table", table.kind.value),
                "count": len(empty),
            }
            yield Finding(gaps.header_span(table), values, "table", gaps.about_columns(table, (_GOAL,)))
        elif empty and _repeats_goals(asked, table):
            yield from (gaps.cell_gap(row, _GOAL) for row in empty)


def _rows_with_goal_column(plan: Plan) -> Iterator[tuple[PlanTable, list[Action]]]:
    tables: dict[int, tuple[PlanTable, list[Action]]] = {}
    for action in open_actions(plan):
        table = action.place.table
        if action.kind in _SERVING and action.place.row is not None and table is not None and _GOAL in table.columns:
            tables.setdefault(table.table.line, (table, []))[1].append(action)
    yield from tables.values()


def _is_goal_empty(action: Action, table: PlanTable) -> bool:
    row = action.place.row
    cell = table.cell(row, _GOAL) if row is not None else None
    return action.goals is None and cell is not None and not cell.text.plain.strip()


def _repeats_goals(rows: list[Action], table: PlanTable) -> bool:
    """Two rows below each other name the same goal: so who means "as above" writes it."""
    cells = [table.cell(row.place.row, _GOAL) if row.place.row is not None else None for row in rows]
    written = [cell.text.plain.strip() if cell is not None else "" for cell in cells]
    return any(one and one == other for one, other in pairwise(written))


@check("text", "row", "owner", "count", variants=("", "item"))
def too_many_owners(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """More than three parties share an action, and nothing shows which of them takes the lead."""
    for action in look(open_actions(plan)):
        owner = action.owner
        if owner is None or action.kind is ActionKind.COMMUNICATION:
            continue
        parties = [party for party in action.owners if party.kind is not OwnerKind.PLACEHOLDER]
        if len(parties) > _MANY and not _has_lead(plan, parties, owner.text):
            values: dict[str, Value] = {"text": action.text, "owner": owner.text, "count": len(parties)}
            values["row"] = gaps.row_of(action)
            variant = "" if action.place.row is not None else "item"
            yield Finding(owner.span, values, variant, (gaps.about_cell(owner.span),))


def _has_lead(plan: Plan, parties: list[Owner], words: str) -> bool:
    source = plan.document.source.text[parties[0].span.start - 2 : parties[-1].span.end + 2]
    lexicon = lexicon_of(plan.vocabulary)
    return bool(_MARKED.search(source)) or any(lexicon.holds(name, words) for name in _LEADS)
