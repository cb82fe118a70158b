"""Facts about a budget's arithmetic: does it add up, and is its total the one that the plan names elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Amount, Blank, Budget, BudgetLine, LineKind, Plan
from implan_lint.plan.money import read_amount

_SUMS = (LineKind.SUBTOTAL, LineKind.TOTAL)
_CENTS = Decimal(1)
_SHARE = Decimal("0.005")
"""A difference of at most one euro or half a percent is rounding."""
_ROUNDINGS = (10, 100, 1000)
_ROUNDED = 50
"""A total may be rounded to a step of at most a fiftieth of it."""
_VAT_RATES = (Decimal("1.21"), Decimal("1.09"))
_OVER = re.compile(r"\b(?:over|on|van)\b", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincl", re.IGNORECASE)
_NESTED = re.compile(r"^\W*\d+\.\d|^\s*[-–•>↳]")
_COMPARED = re.compile(r"realis|werkelijk|actual|verschil|difference|begroot|prognose|forecast", re.IGNORECASE)


# ---------------------------------------------------------------- BUD004


@check("text", "said", "sum", "difference", "count", "price", "rate", variants=("", "product", "periods", "vat"))
def totals(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Totals that are not the sum of their lines, and amounts that are not what their own row multiplies to."""
    for budget in look(plan.budgets):
        for line in budget.lines:
            yield from _product(line)
            yield from _periods(plan, budget, line)
        yield from _vat(budget)
        for column in range(max(1, len(budget.columns))):
            yield from _column(budget, column)


def _column(budget: Budget, column: int) -> Iterator[Finding]:
    """The subtotals and totals of one column, from top to bottom."""
    before: list[_Item] = []
    since: list[_Item] = []
    last: Decimal | None = None
    for line in budget.lines:
        cell = _cell(line, column)
        if line.kind in _SUMS:
            if cell is not None and cell.exact and before:
                nearest = _nearest(line, cell, before, since, last)
                if nearest is not None:
                    yield _wrong(budget, line, cell, nearest)
                since, last = [], cell.value
        elif line.kind is not LineKind.PART:
            item = _Item(line, cell, is_known=_is_known(line, cell))
            before.append(item)
            since.append(item)


@dataclass(frozen=True, slots=True)
class _Item:
    line: BudgetLine
    cell: Amount | None
    is_known: bool

    @property
    def value(self) -> Decimal:
        return self.cell.value if self.cell is not None else Decimal(0)


def _cell(line: BudgetLine, column: int) -> Amount | None:
    return line.cells[column] if line.cells else line.amount


def _is_known(line: BudgetLine, cell: Amount | None) -> bool:
    """What it adds to a sum; nothing where another year has the amount or the line costs nothing."""
    return cell.exact if cell is not None else line.blank is Blank.NONE


def _nearest(
    line: BudgetLine, said: Amount, before: Sequence[_Item], since: Sequence[_Item], last: Decimal | None
) -> Decimal | None:
    """None if one of the ways to add up gives the total, or can't be known; otherwise the nearest sum."""
    sums: list[Decimal] = []
    for items, start in ((before, Decimal(0)), (since, Decimal(0)), (since, last)):
        if start is None or not items:
            continue
        if not all(item.is_known for item in items):
            return None
        steps = [item.cell.step for item in items if item.cell is not None]
        for chosen in _ways(line, items):
            added = start + sum((item.value for item in chosen), Decimal(0))
            added_less = start + sum((_signed(item) for item in chosen), Decimal(0))
            if agree(said, added, steps) or agree(said, added_less, steps):
                return None
            sums.append(added_less)
    return min(sums, key=lambda one: abs(one - said.value)) if sums else None


def _signed(item: _Item) -> Decimal:
    return -abs(item.value) if item.line.kind is LineKind.DEDUCTION else item.value


def _ways(line: BudgetLine, items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Which lines a total can be meant to add up: all; not the VAT, the subsidies, the parts of other lines."""
    yield list(items)
    yield [item for item in items if item.line.kind is not LineKind.DEDUCTION]
    if not _INCLUDING.search(line.text):
        yield [item for item in items if item.line.kind is not LineKind.VAT]
        yield [item for item in items if item.line.kind not in (LineKind.VAT, LineKind.DEDUCTION, LineKind.CONTINGENCY)]
    yield [item for item in items if not _is_nested(item.line)]
    yield _without_parents(items)


def _is_nested(line: BudgetLine) -> bool:
    table, row = line.place.table, line.place.row
    number = table.cell(row, "nummer") if table is not None and row is not None else None
    return bool(_NESTED.search(line.text) or (number is not None and _NESTED.search(number.text.plain)))


def _without_parents(items: Sequence[_Item]) -> list[_Item]:
    """Without the lines that are exactly the sum of two or more lines right below them."""
    kept: list[_Item] = []
    index = 0
    while index < len(items):
        children = _children(items, index)
        kept += items[index + 1 : index + 1 + children] if children else items[index : index + 1]
        index += 1 + children
    return kept


def _children(items: Sequence[_Item], index: int) -> int:
    """How many lines below one add up to it; 0 if none do."""
    added = Decimal(0)
    for count, item in enumerate(items[index + 1 :], 1):
        added += item.value
        if count > 1 and added == items[index].value != 0:
            return count
    return 0


def agree(said: Amount, reckoned: Decimal, steps: Sequence[Decimal] = ()) -> bool:
    """The two differ by no more than rounding."""
    difference = abs(said.value - reckoned)
    written = sum((step for step in (*steps, said.step) if step > 1), Decimal(0)) / 2
    if difference <= max(_CENTS, abs(said.value) * _SHARE, written):
        return True
    return any(
        said.value % step == 0 and difference * 2 <= step and step * _ROUNDED <= abs(said.value) for step in _ROUNDINGS
    )


def _wrong(budget: Budget, line: BudgetLine, said: Amount, reckoned: Decimal) -> Finding:
    about = (about_cell(said.span), about_budget(budget))
    return Finding(said.span, _values(line, said, reckoned), about=about)


def _values(line: BudgetLine, said: Amount, reckoned: Decimal) -> dict[str, Value]:
    nothing: dict[str, Value] = {"count": "", "price": "", "rate": ""}
    return {
        **nothing,
        "text": line.text,
        "said": said.value,
        "sum": reckoned,
        "difference": abs(said.value - reckoned),
    }


def about_budget(budget: Budget) -> str:
    return f"budget:{budget.span.start}"


def _product(line: BudgetLine) -> Iterator[Finding]:
    """Quantity times price; a whole number of times more is a number of months or years that is not in the row."""
    count, price, said = line.quantity, line.price, line.amount
    if count is None or price is None or said is None or not (count.exact and price.exact and said.exact):
        return
    product = count.value * price.value
    slack = [count.value * price.step] if price.step > 1 else []
    if product == 0 or agree(said, product, slack):
        return
    times = said.value / product
    if times >= 2 and agree(said, product * times.to_integral_value(), slack):
        return
    if any(agree(said, product * rate, slack) or agree(said, product / rate, slack) for rate in _VAT_RATES):
        return
    values = {**_values(line, said, product), "count": count.value, "price": price.value}
    yield Finding(said.span, values, "product", (about_cell(said.span),))


def _periods(plan: Plan, budget: Budget, line: BudgetLine) -> Iterator[Finding]:
    """The years of a row against the total at its end."""
    periods = [place for place, column in enumerate(budget.columns) if column.period]
    whole = [place for place, column in enumerate(budget.columns) if not column.period]
    if len(periods) < 2 or len(whole) != 1 or any(_COMPARED.search(column.header) for column in budget.columns):
        return
    if not lexicon_of(plan.vocabulary).pattern("budget.total").match(budget.columns[whole[0]].header.casefold()):
        return
    said, cells = line.cells[whole[0]], [line.cells[place] for place in periods]
    known = [cell for cell in cells if cell is not None]
    if said is None or not said.exact or not known or not all(cell.exact for cell in known):
        return
    reckoned = sum((cell.value for cell in known), Decimal(0))
    if not agree(said, reckoned, [cell.step for cell in known]):
        yield Finding(said.span, _values(line, said, reckoned), "periods", (about_cell(said.span),))


def _vat(budget: Budget) -> Iterator[Finding]:
    """A single line of VAT right below a total: its rate times that total."""
    if sum(1 for line in budget.lines if line.kind is LineKind.VAT) != 1:
        return
    for above, line in pairwise(budget.lines):
        base, said, rate = above.amount, line.amount, line.percentage
        if line.kind is not LineKind.VAT or above.kind not in _SUMS or base is None or said is None or not rate:
            continue
        reckoned = (base.value * rate / 100).quantize(Decimal("0.01"))
        if base.exact and said.exact and not _OVER.search(line.text) and not agree(said, reckoned, [base.step]):
            values = {**_values(line, said, reckoned), "rate": f"{rate:f}".replace(".", ",")}
            yield Finding(said.span, values, "vat", (about_cell(said.span),))


# ---------------------------------------------------------------- BUD011


@check("field", "stated", "said", "difference", variants=("", "sum"))
def stated_total(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """The front matter's total budget against the total of the budget, or the sum of its lines if it gives none."""
    field = plan.meta.get("budget_totaal")
    if field is None or not field.from_front_matter:
        return
    stated = read_amount(Text(field.text, field.span))
    if stated is None or not stated.exact:
        return
    look.once()
    known = [(budget, known) for budget in plan.budgets if (known := _comes_to(budget)) is not None]
    if len(known) != 1 or any(agree(stated, amount) for budget in plan.budgets for amount in _all_sums(budget)):
        return
    budget, (value, span, variant) = known[0]
    values: dict[str, Value] = {
        "field": plan.document.source.slice(field.key_span),
        "stated": stated.value,
        "said": value,
        "difference": abs(stated.value - value),
    }
    related = (Related(span, Term("role", "total")),)
    yield Finding(field.span, values, variant, (about_budget(budget), "field:budget_totaal"), related)


def _comes_to(budget: Budget) -> tuple[Decimal, Span, str] | None:
    """What a budget amounts to, where it says so, and whether that had to be added up."""
    total = budget.total
    if total is not None and total.amount is not None:
        return (total.amount.value, total.amount.span, "") if total.amount.exact else None
    items = budget.items
    if len(items) != len(budget.lines) or not items or not all(i.amount is not None and i.amount.exact for i in items):
        return None
    return sum((i.amount.value for i in items if i.amount), Decimal(0)), budget.lines[-1].span, "sum"


def _all_sums(budget: Budget) -> Iterator[Decimal]:
    """Every total that the front matter may mean: with or without VAT, of one year or of all."""
    for line in budget.lines:
        if line.kind in _SUMS:
            yield from (cell.value for cell in (*line.cells, line.amount) if cell is not None)
    yield sum((item.amount.value for item in budget.items if item.amount is not None), Decimal(0))
