"""Which columns of a table hold money, and whether the table is a budget at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from implan_lint.document.model import Table
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import PlanTable, TableKind
from implan_lint.plan.model.money import MoneyColumn
from implan_lint.plan.money import read_amount, scale_of
from implan_lint.plan.words import fold

_PERIOD = re.compile(
    r"(?:\D{0,12}\b)?20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b.{0,12}"
    r"|(?:jaar|year|fase|phase|kwartaal|q)\s?\d|\d(?:e|ste|de)?\s?(?:jaar|kwartaal)"
)
_MONEY_HEADER = re.compile(
    r"€|\b(?:eur|euro|bedrag\w*|kosten\w*|budget|begroot|begroting|prijs|amount|costs?)\b|kosten\b"
)
_OTHER_UNIT = re.compile(r"\b(?:uur|uren|fte|dagen|dagdelen|weken|hours|days|percentage|jaren|aantal)\b|%")
_MARK = re.compile(r"€|\beur(?:o)?\b|\$|£|\d,-", re.IGNORECASE)

_OTHERS = ("kostenpost", "aantal", "tarief", "toelichting", "nummer")


@dataclass(frozen=True, slots=True)
class Columns:
    label: int
    quantity: int | None
    price: int | None
    amounts: tuple[MoneyColumn, ...]
    scales: tuple[int, ...]
    main: int | None
    """Index in `amounts` of what a line comes to; None if only the periods together tell."""


def columns_of(table: PlanTable, lexicon: Lexicon) -> Columns | None:
    """None if the table is no budget, or one of hours."""
    if table.kind not in (TableKind.BUDGET, TableKind.OTHER) or not table.table.rows:
        return None
    headers = [cell.text.plain for cell in table.table.header]
    taken = {table.columns[name] for name in _OTHERS if name in table.columns}
    label = table.columns.get("kostenpost", 1 if table.columns.get("nummer") == 0 and len(headers) > 1 else 0)
    amounts = [
        MoneyColumn(index, header, _is_period(header))
        for index, header in enumerate(headers)
        if index not in taken and index != label and _holds_money(table, index, lexicon)
    ]
    if table.kind is TableKind.OTHER and not _is_by_period(table, amounts):
        return None
    if not amounts or not _is_about_money(table, amounts):
        return None
    return Columns(
        label,
        table.columns.get("aantal"),
        table.columns.get("tarief"),
        tuple(amounts),
        tuple(scale_of(column.header) for column in amounts),
        _main(table, amounts),
    )


def _main(table: PlanTable, amounts: list[MoneyColumn]) -> int | None:
    """The only column; or the amount beside the periods; or the last of several, such as "incl. btw"."""
    whole = [place for place, column in enumerate(amounts) if not column.period]
    if not whole:
        return 0 if len(amounts) == 1 else None
    named = [place for place in whole if amounts[place].index == table.columns.get("bedrag")]
    return named[0] if named else whole[-1]


def _is_period(header: str) -> bool:
    return _PERIOD.fullmatch(fold(header).strip(" :*.")) is not None


def _holds_money(table: PlanTable, index: int, lexicon: Lexicon) -> bool:
    header = fold(table.table.header[index].text.plain)
    if _OTHER_UNIT.search(header):
        return False
    named = any("bedrag" in options for options in lexicon.columns_of(header))
    cells = [row.cells[index].text for row in table.table.rows if row.cells[index].text]
    read = sum(1 for cell in cells if read_amount(cell) is not None)
    marked = sum(1 for cell in cells if _MARK.search(cell.plain))
    if named or _MONEY_HEADER.search(header):
        return bool(read) or index == table.columns.get("bedrag")
    return marked * 2 > len(cells) or (_is_period(header) and read * 2 > len(cells))


def _is_by_period(table: PlanTable, amounts: list[MoneyColumn]) -> bool:
    """A table without an amount column of its own, in a part about money, with a column for each year."""
    return "budget" in table.section_kinds[:1] and any(column.period for column in amounts)


def _is_about_money(table: PlanTable, amounts: list[MoneyColumn]) -> bool:
    """The amounts, their headings or the section say that it is money: a column "Totaal" may as well hold hours."""
    if any(_MONEY_HEADER.search(fold(column.header)) for column in amounts) or "budget" in table.section_kinds[:1]:
        return not _is_of_hours(table.table)
    return any(_MARK.search(row.cells[column.index].text.plain) for row in table.table.rows for column in amounts)


def _is_of_hours(table: Table) -> bool:
    """ "| Taak | Budget (uren) |", or hours in the cells."""
    cells = [cell.text.plain for row in table.rows for cell in row.cells[1:] if cell.text]
    hours = sum(1 for cell in cells if _OTHER_UNIT.search(fold(cell)))
    return bool(cells) and hours * 2 > len(cells)
