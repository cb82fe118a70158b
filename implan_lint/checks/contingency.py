"""Facts about what a budget keeps in hand for the unforeseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.sums import agree
from implan_lint.checks.texts import says, texts
from implan_lint.diagnostic import Finding, Value
from implan_lint.plan.model import Amount, Budget, BudgetLine, LineKind, Plan
from implan_lint.plan.money import names_money

_NEAR = ("budget", "middelen", "randvoorwaarden")
_SEVERAL = 2
"""From so many kinds of resources on, prose is a budget."""


# ---------------------------------------------------------------- BUD005


@check("heading", variants=("", "section"))
def missing(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A budget without a line for the unforeseen, and no word about room to spare."""
    priced = [budget for budget in plan.budgets if _costs(budget) > 0]
    if not priced and not _names_costs(plan):
        return
    look.once()
    if _has_room(plan, priced):
        return
    if priced:
        line = priced[-1].lines[-1]
        yield Finding(line.span, {"heading": ""}, about=("section:budget",))
        return
    section = next(plan.of_kind("budget"), None)
    if section is not None and not section.na_reason:
        yield Finding(
            section.heading.span, {"heading": section.heading.title.plain}, "section", about=("section:budget",)
        )


def _names_costs(plan: Plan) -> bool:
    """Prose below a budget heading that gives an amount, or lists the things that cost money."""
    if any(names_money(words) for words in texts(plan, "budget")):
        return True
    kinds = [name for name in plan.vocabulary.words if name.startswith("resource.")]
    return sum(1 for name in kinds if says(plan, name, "budget")) >= _SEVERAL


def _costs(budget: Budget) -> Decimal:
    return sum((line.amount.value for line in budget.items if line.amount is not None), Decimal(0))


def _has_room(plan: Plan, budgets: list[Budget]) -> bool:
    """A line for it, words about it, a total that is a range, or costs that nobody pays."""
    lines = [line for budget in budgets for line in budget.lines]
    if any(line.kind is LineKind.CONTINGENCY for line in lines):
        return True
    if any(line.kind is LineKind.TOTAL and line.amount is not None and not line.amount.exact for line in lines):
        return True
    if says(plan, "budget.spare", *_NEAR) or says(plan, "budget.contingency"):
        return True
    return not budgets and (says(plan, "budget.covered", *_NEAR) or says(plan, "budget.none", *_NEAR))


# ---------------------------------------------------------------- BUD006


@dataclass(frozen=True, slots=True)
class Shares:
    low: int = 5
    high: int = 25
    """Percentages of the other lines between which a contingency is usual."""


@check("text", "said", "rate", "sum", "percentage", variants=("", "low", "high"), parameters=Shares)
def share(plan: Plan, look: Look, with_: Shares) -> Iterator[Finding]:
    """A contingency that isn't the percentage that it names, or is unusually small or large."""
    for budget in look(plan.budgets):
        spare = [line for line in budget.lines if line.kind is LineKind.CONTINGENCY]
        if len(spare) == 1 and spare[0].amount is not None and spare[0].amount.exact:
            yield from _share(budget, spare[0], spare[0].amount, with_)


def _share(budget: Budget, line: BudgetLine, said: Amount, with_: Shares) -> Iterator[Finding]:
    bases = list(_bases(budget, line))
    if not bases:
        return
    actual = said.value / bases[0] * 100
    values: dict[str, Value] = {
        "text": line.text,
        "said": said.value,
        "rate": _percent(line.percentage or Decimal(0)),
        "sum": bases[0],
        "percentage": _percent(actual),
    }
    about = (about_cell(said.span),)
    if line.percentage is not None:
        if not any(agree(said, base * line.percentage / 100) for base in bases):
            yield Finding(said.span, values, about=about)
    elif round(actual) < with_.low:
        yield Finding(said.span, values, "low", about)
    elif round(actual) > with_.high:
        yield Finding(said.span, values, "high", about)


def _bases(budget: Budget, spare: BudgetLine) -> Iterator[Decimal]:
    """What a percentage can be of: the other lines, those above it, any (sub)total, the last lines."""
    others = [line for line in budget.lines if line.kind is LineKind.LINE]
    if any(line.amount is None or not line.amount.exact for line in others):
        return
    sums = [_sum(others), _sum([line for line in others if line.span < spare.span])]
    sums += [
        line.amount.value
        for line in budget.lines
        if line.kind in (LineKind.SUBTOTAL, LineKind.TOTAL) and line.amount is not None
    ]
    yield from (base for base in sums if base > 0)


def _sum(lines: list[BudgetLine]) -> Decimal:
    return sum((line.amount.value for line in lines if line.amount is not None), Decimal(0))


def _percent(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')).normalize():f}".replace(".", ",")
