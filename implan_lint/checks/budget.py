"""Facts about means and money: what the plan needs, what it costs, who pays and who watches over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, not_said, says, texts
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Value
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Blank, Budget, BudgetLine, Plan
from implan_lint.plan.money import names_money

_MONEY = ("budget", "middelen")
_MEANS = ("middelen", "budget", "projectorganisatie", "randvoorwaarden")
_ALL_BLANK = 3
"""From so many lines on, a budget without a single amount is one finding."""


# ---------------------------------------------------------------- BUD001, BUD002


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def no_resources(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """Nothing about what the plan needs: people, hours, things, training."""
    if _names_resources(plan) or _has_no_place_for(plan, "middelen"):
        look.once()
    else:
        yield from part_without(plan, look, "middelen", with_)


def _names_resources(plan: Plan) -> bool:
    if any(budget.items for budget in plan.budgets) or says(plan, "budget.hours", *_MEANS):
        return True
    return any(says(plan, name, *_MONEY) for name in plan.vocabulary.words if name.startswith("resource."))


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def no_budget(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No amount of money for the plan, and no word that it costs none."""
    if _is_budgeted(plan) or _has_no_place_for(plan, "budget"):
        look.once()
    else:
        yield from part_without(plan, look, "budget", with_)


def _is_budgeted(plan: Plan) -> bool:
    if _priced(plan) or any(names_money(words) for words in texts(plan, *_MONEY)):
        return True
    if says(plan, "budget.covered", *_MONEY) or says(plan, "budget.none"):
        return True
    # A budget of lines without amounts is BUD003.
    return any(len(budget.items) > 1 for budget in plan.budgets) or _says_what_it_costs(plan)


def _says_what_it_costs(plan: Plan) -> bool:
    """An amount beside a word about costs, wherever it stands: "Maximaal budget: € 350.000"."""
    lexicon = lexicon_of(plan.vocabulary)
    return any(names_money(words) and lexicon.holds("budget.words", words) for words in texts(plan))


def _has_no_place_for(plan: Plan, kind: str) -> bool:
    """A label in the text is all that there is of it, or the text is no whole plan."""
    return next(plan.of_kind(kind), None) is None and (plan.has(kind) or is_fragment(plan))


def _priced(plan: Plan) -> list[Budget]:
    """The budgets that name at least one amount above zero."""
    return [b for b in plan.budgets if any(line.amount is not None and line.amount.value > 0 for line in b.lines)]


# ---------------------------------------------------------------- BUD003


@check("text", "row", "column", "count", variants=("", "pm", "hours", "all"))
def without_amount(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Lines of a budget table without an amount."""
    for budget in plan.budgets:
        lines = list(look(budget.items))
        blank = [line for line in lines if line.blank not in (Blank.NONE, Blank.UNREADABLE)]
        if len(blank) == len(lines) >= _ALL_BLANK and budget.table is not None:
            yield _without_any(budget, len(lines))
            continue
        for line in blank:
            yield _gap(budget, line)


def _without_any(budget: Budget, count: int) -> Finding:
    column = budget.columns[-1]
    values: dict[str, Value] = {"text": "", "row": "", "column": column.header, "count": count}
    span = budget.lines[0].cell_spans[-1]
    if budget.table is not None:
        span = budget.table.table.header[column.index].text.span
    return Finding(span, values, "all", tuple(gaps.about_cell(line.cell_spans[-1]) for line in budget.items))


def _gap(budget: Budget, line: BudgetLine) -> Finding:
    slot = line.cell_spans[-1]
    variant = line.blank.value if line.blank in (Blank.PRO_MEMORIA, Blank.HOURS) else ""
    values: dict[str, Value] = {
        "text": line.text,
        "row": gaps.row_of(line),
        "column": budget.columns[-1].header,
        "count": 1,
    }
    return Finding(slot, values, variant, (gaps.about_cell(slot), *gaps.about_short_row(line, "bedrag")))


# ---------------------------------------------------------------- BUD008 to BUD010, BUD012


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def vat_unclear(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Amounts that don't say whether VAT is in them."""
    if _priced(plan):
        look.once()
        if not says(plan, "budget.vat_said") and not _in_headers(plan, "budget.vat_said"):
            yield not_said(plan, "budget")


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def no_internal_hours(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Means or a budget in which the hours of the own people don't count."""
    if _priced(plan) or next(plan.of_kind("middelen"), None) is not None:
        look.once()
        if not any(says(plan, words, *_MEANS) for words in ("budget.hours", "budget.covered", "budget.none")):
            yield not_said(plan, "middelen", "budget")


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def no_control(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A budget that nobody watches over."""
    if _priced(plan):
        look.once()
        if not says(plan, "budget.control", *_MONEY, "monitoring", "projectorganisatie", "risicos", "besluiten"):
            yield not_said(plan, "budget")


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def no_cover(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A budget that doesn't say who pays."""
    if _priced(plan):
        look.once()
        if not says(plan, "budget.cover", *_MONEY, "projectorganisatie") and not _in_headers(plan, "budget.cover"):
            yield not_said(plan, "budget")


def _in_headers(plan: Plan, words: str) -> bool:
    """The list's words stand in the heading of a section about money."""
    lexicon = lexicon_of(plan.vocabulary)
    headings: Sequence[str] = [section.heading.title.plain for section in plan.of_kind(*_MONEY)]
    return any(lexicon.holds(words, heading) for heading in headings)
