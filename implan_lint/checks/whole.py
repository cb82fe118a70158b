"""Which of its profile's parts a plan has, and whether it is a whole plan at all."""

from __future__ import annotations

from implan_lint.document.model import Fence, Paragraph
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import MetaField, Plan, PlanSection
from implan_lint.plan.profile import SectionRule
from implan_lint.plan.recognise import DEFAULT

_ENOUGH_DATES = 3
"""So many dated actions make a planning without a heading of its own."""
_FEWEST_PARTS = 3
"""A text without a profile and with fewer parts than this is a chapter or a register, not a plan."""


def has_part(plan: Plan, part: SectionRule) -> bool:
    """Whether the plan holds this part, under its own heading or by something that counts as it."""
    return plan.has(part.kind) or any(_is_satisfied(plan, word) for word in part.satisfied_by)


def _is_satisfied(plan: Plan, word: str) -> bool:
    source, colon, kind = word.partition(":")
    if not colon:
        return _has_dated_actions(plan) if word == "dated_actions" else plan.has(word)
    if source == "table":
        return any(table.kind.value == kind and table.table.rows for table in plan.tables)
    return bool({"nazorg": plan.aftercare, "evaluatie": plan.evaluations}.get(kind)) or plan.has(kind)


def _has_dated_actions(plan: Plan) -> bool:
    dated = sum(1 for action in plan.actions if action.period is not None and action.period.kind.is_term)
    return dated >= _ENOUGH_DATES or any(
        isinstance(block, Fence) and block.content.lstrip().startswith("gantt") for block in plan.document.blocks()
    )


def is_fragment(plan: Plan) -> bool:
    """A risk register, a chapter, a template: no profile of its own and hardly any of a plan's parts."""
    if plan.profile_given or plan.profile.name != DEFAULT:
        return False
    parts = [part for part in plan.profile.sections if part.required]
    return sum(1 for part in parts if has_part(plan, part)) < min(_FEWEST_PARTS, len(parts))


def is_filled(plan: Plan, field: MetaField) -> bool:
    """Whether a field says something: behind its label or, for a label on a line of its own, below it."""
    if field.text.strip():
        return True
    return any(
        not section.is_empty and not _opens_with_field(plan, section) and section.heading.span.covers(field.key_span)
        for section in plan.sections
        if not section.is_real_heading
    )


def _opens_with_field(plan: Plan, section: PlanSection) -> bool:
    """The first words below a label are the next label: "Naam:" above "Instelling: ROC Voorbeeld"."""
    first = section.section.blocks[0] if section.section.blocks else None
    if not isinstance(first, Paragraph):
        return False
    label, colon, _ = first.lines[0].plain.partition(":")
    return bool(colon) and lexicon_of(plan.vocabulary).field_of(label) is not None
