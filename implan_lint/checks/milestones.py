"""Facts about the milestones: whether each has its date, here or elsewhere in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.timed import is_done, kinds_around, scheduled
from implan_lint.checks.words import blocks
from implan_lint.diagnostic import Finding
from implan_lint.document.model import Fence
from implan_lint.plan.ids import ids_in
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.links import common_words, shared_words
from implan_lint.plan.model import Action, Aftercare, Evaluation, Milestone, MilestoneType, Plan, PlanTable
from implan_lint.plan.time.period import TimeKind
from implan_lint.plan.time.reader import find_periods

_SAME = 0.8
"""From this share of common words on, a dated row is about the milestone itself."""


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_date(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A milestone of which nothing in the plan says when."""
    lexicon = lexicon_of(plan.vocabulary)
    named = [one for one in plan.milestones if _is_named_so(plan, one) and not is_done(one, lexicon)]
    yield from gaps.gaps(look(named), lambda one: one.when is None and not _is_dated_elsewhere(plan, one), _columns)


def _columns(_table: PlanTable) -> tuple[str, ...]:
    return ("wanneer", "eind", "start")


def _is_named_so(plan: Plan, milestone: Milestone) -> bool:
    """It stands in a table, or in a list of milestones; other lists under a planning explain as well."""
    own = kinds_around(plan, milestone)[:1]
    return milestone.place.row is not None or own in (("mijlpalen",), ("resultaten",))


def _is_dated_elsewhere(plan: Plan, milestone: Milestone) -> bool:
    return (
        _has_dated_heading(milestone)
        or _is_in_diagram(plan, milestone)
        or _has_dated_kind(plan, milestone)
        or any(_is_about(thing, milestone) for thing in scheduled(plan) if thing.when is not None)
    )


def _has_dated_heading(milestone: Milestone) -> bool:
    section = milestone.place.section
    around = (section, *section.ancestors()) if section is not None else ()
    periods = (find_periods(one.heading.text.plain) for one in around if one.heading is not None)
    return any(period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE) for found in periods for period in found)


def _is_in_diagram(plan: Plan, milestone: Milestone) -> bool:
    charts = (block.content for block in blocks(plan) if isinstance(block, Fence))
    return any(_share(line, milestone.text) for chart in charts for line in chart.splitlines())


def _has_dated_kind(plan: Plan, milestone: Milestone) -> bool:
    """The plan has but one go-live, nazorg and final evaluation, and says elsewhere when."""
    others: tuple[Evaluation | Aftercare, ...] = ()
    if milestone.type is MilestoneType.GO_LIVE:
        return plan.lifetime.go_live is not None
    if milestone.type is MilestoneType.AFTERCARE:
        others = plan.aftercare
    elif milestone.type in (MilestoneType.EVALUATION, MilestoneType.INTERIM_EVALUATION):
        others = plan.evaluations
    return any(other.when is not None for other in others)


def _is_about(thing: Action | Milestone, milestone: Milestone) -> bool:
    """It is the same milestone told again, or work that leads to it."""
    table, row = thing.place.table, thing.place.row
    cell = table.cell(row, "mijlpaal") if table is not None and row is not None else None
    named = f"{thing.text} {cell.text.plain}" if cell is not None else thing.text
    if ("M", milestone.number) in ids_in(named):
        return True
    return _share(thing.text, milestone.text) or (cell is not None and _share(cell.text.plain, milestone.text))


_NUMBER = re.compile(r"^\W*M-?\d+\W+", re.IGNORECASE)


def _share(one: str, other: str) -> bool:
    one, other = _NUMBER.sub("", one), _NUMBER.sub("", other)
    return common_words(one, other) > 0 and shared_words(one, other) >= _SAME
