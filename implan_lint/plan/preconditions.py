"""Finds what must be arranged before or while the plan is carried out."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import Section
from implan_lint.plan.model import Origin, Place, PlanTable, Precondition, TableKind
from implan_lint.plan.reading import Reading, items_of, without_questions
from implan_lint.plan.units import Unit, units_of, who_and_when

_KIND = "randvoorwaarden"
_A_STATEMENT = 4
"""Words from which on a sentence below the heading is a precondition of its own."""


def read_preconditions(reading: Reading) -> tuple[Precondition, ...]:
    """Rows, items and sentences below a heading about preconditions, and rows of such a table elsewhere."""
    found: list[Precondition] = []
    for table in reading.tables:
        unnamed = table.kind is TableKind.OTHER and _KIND in reading.kinds(table.section)
        if unnamed or table.kind is TableKind.PRECONDITIONS:
            found += _rows(reading, table)
    for section in reading.about(_KIND):
        if not section.na_reason:
            found += _units(reading, section.section)
    return tuple(sorted(found, key=lambda one: one.span.start))


def _rows(reading: Reading, table: PlanTable) -> Iterator[Precondition]:
    for number, row in reading.rows(table):
        cells = [reading.text(table, row, "randvoorwaarde"), *(cell.text for cell in row.cells)]
        text = next(
            (cell for cell in cells if cell is not None and len(cell.plain) > 3 and not reading.is_blank(cell)), None
        )
        if text is not None:
            place = Place(Origin.TABLE_ROW, table.section, table, row, number)
            owner, when = (reading.value(table, row, column) for column in ("wie", "wanneer"))
            yield Precondition(text.plain.strip(), text.span, reading.line_of(text.span), place, owner, when)


def _units(reading: Reading, section: Section) -> Iterator[Precondition]:
    kept = {item.text.span for item in without_questions(items_of(section))}
    for unit in units_of(section):
        if unit.origin is Origin.LIST_ITEM and unit.text.span not in kept:
            continue
        if not reading.is_blank(unit.text) and _states(unit):
            owner, when, _ = who_and_when(reading, [unit])
            place = Place(unit.origin, section, confidence=Confidence.MEDIUM)
            yield Precondition(
                unit.text.plain.strip(), unit.text.span, reading.line_of(unit.text.span), place, owner, when
            )


def _states(unit: Unit) -> bool:
    """An item always does; a sentence that leads up to a list ("Dit is nodig:") or asks something does not."""
    plain = unit.text.plain.rstrip()
    if unit.origin is Origin.LIST_ITEM:
        return bool(plain)
    return len(plain.split()) >= _A_STATEMENT and not plain.endswith((":", "?"))
