"""Rows without a number in a table that numbers its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.repairs import into_cell
from implan_lint.diagnostic import Finding, Numbered, Repair, Term, Value
from implan_lint.document.model import Row
from implan_lint.plan.model import Plan, PlanTable, TableKind
from implan_lint.plan.reading import is_heading_row, is_template_row

# ---------------------------------------------------------------- STR017

_KINDS = (TableKind.GOALS, TableKind.ACTIONS, TableKind.RISKS, TableKind.MILESTONES, TableKind.INDICATORS)
"""Tables with a thing in every row; elsewhere a row may go on with the one above, or add up the others."""
_NUMBER = re.compile(r"(?P<letters>[A-Za-z]{0,2}-?)(?P<digits>\d{1,3})(?P<dot>\.?)")
_MOST_MISSING = 3
"""One row without a number to so many with one; where more lack it, its absence means something."""


@check("row", "column", "number", fixes=True)
def row_without_number(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row whose number was forgotten, with the number that it can get."""
    for table in plan.tables:
        if table.kind not in _KINDS or not _is_own_column(table):
            continue
        bare = [row for row in look(table.table.rows) if _lacks_number(plan, table, row)]
        numbers = _numbers(table)
        if not bare or len(bare) * _MOST_MISSING > len(numbers):
            continue
        for row, number in zip(bare, _new_numbers(numbers), strict=False):
            yield _without_number(plan, table, row, number)


def _is_own_column(table: PlanTable) -> bool:
    """Whether the number column says nothing else ("Nr/doel")."""
    column = table.columns.get("nummer")
    return column is not None and list(table.columns.values()).count(column) == 1


def _lacks_number(plan: Plan, table: PlanTable, row: Row) -> bool:
    column = table.columns["nummer"]
    cell = row.cells[column]
    if cell.text or cell.inherited or row.written <= column:
        return False
    if is_template_row(table, row) or is_heading_row(row, plan.document.source.text, column):
        return False
    things = (*plan.goals, *plan.actions, *plan.risks, *plan.milestones, *plan.indicators)
    return any(thing.place.row is row for thing in things)


def _numbers(table: PlanTable) -> list[re.Match[str]]:
    """The numbers given out, if they count up in one way ("R1", "R2"); otherwise none."""
    texts = [row.cells[table.columns["nummer"]].text.plain.strip() for row in table.table.rows]
    found = [_NUMBER.fullmatch(text) for text in texts if text]
    numbers = [match for match in found if match is not None]
    counts = [int(match["digits"]) for match in numbers]
    is_one_row = len({(match["letters"], match["dot"]) for match in numbers}) == 1
    return numbers if len(numbers) == len(found) and is_one_row and counts == sorted(set(counts)) else []


def _new_numbers(numbers: list[re.Match[str]]) -> Iterator[str]:
    """The numbers after the last one, written as it is."""
    last = numbers[-1]
    for count in range(int(last["digits"]) + 1, int(last["digits"]) + 1 + len(numbers)):
        yield f"{last['letters']}{count:0{len(last['digits'])}}{last['dot']}"


def _without_number(plan: Plan, table: PlanTable, row: Row, number: str) -> Finding:
    column = table.columns["nummer"]
    place = row.cells[column].text.span
    values: dict[str, Value] = {
        "row": Numbered(Term("row", table.kind.value), table.table.rows.index(row) + 1),
        "column": table.header("nummer"),
        "number": number,
    }
    edit = into_cell(plan.document.source, table.table, row, column, number)
    fix = Repair((edit,), safe=True) if edit is not None else None
    return Finding(place, values, about=(f"cell:{place.start}-{place.end}", f"row:{row.line}"), fix=fix)
