"""What the plan costs: amounts, and the lines of a budget that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from implan_lint.diagnostic import Span
from implan_lint.plan.model.places import Entity, PlanTable


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was written down, mostly of money."""

    value: Decimal
    text: str
    span: Span
    step: Decimal
    """To what it is rounded by the way it is written: 0.01 for "1.780,50", 1 for "1.780", 1000 for "12k"."""
    exact: bool
    """False for a range, a rate ("per maand"), a lower bound, and digits that can be read in two ways."""
    marked: bool
    """It says that it is money: "€", "euro", ",-"."""


class LineKind(StrEnum):
    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    VAT = "vat"
    CONTINGENCY = "contingency"
    DEDUCTION = "deduction"
    """Money that comes in or goes off: a subsidy, a discount."""
    PART = "part"
    """Counted in the line above already: "waarvan inhuur"."""


class Blank(StrEnum):
    """Why a line has no amount."""

    NONE = ""
    """It has one, or says in words why there is none."""
    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    PRO_MEMORIA = "pm"
    HOURS = "hours"
    UNREADABLE = "unreadable"
    """Digits that are no amount: nobody can say what the line adds."""


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    index: int
    header: str
    period: bool
    """A year, a quarter, a phase: one of several that add up to the line's amount."""


@dataclass(frozen=True, slots=True)
class BudgetLine(Entity):
    """`text` is the cost item."""

    kind: LineKind
    quantity: Amount | None
    price: Amount | None
    cells: tuple[Amount | None, ...]
    """One for each of the budget's columns."""
    cell_spans: tuple[Span, ...]
    amount: Amount | None
    """What the line comes to; None if it has no single amount."""
    percentage: Decimal | None
    """The rate that its words name: "Onvoorzien (10%)"."""
    blank: Blank


@dataclass(frozen=True, slots=True)
class Budget:
    """One budget table, or one list of costs."""

    lines: tuple[BudgetLine, ...]
    columns: tuple[MoneyColumn, ...]
    table: PlanTable | None
    span: Span

    @property
    def total(self) -> BudgetLine | None:
        """The last line that gives a total."""
        totals = [line for line in self.lines if line.kind is LineKind.TOTAL and line.amount is not None]
        return totals[-1] if totals else None

    @property
    def items(self) -> tuple[BudgetLine, ...]:
        """The lines that cost something by themselves."""
        return tuple(line for line in self.lines if line.kind in (LineKind.LINE, LineKind.CONTINGENCY))
