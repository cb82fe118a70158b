"""Facts about what was approved: goals, scope and budget stay as they were until somebody approves again."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.plan.approval import Approval, drifts, promises, read_approval
from implan_lint.plan.model import Plan


@check("part", "text", "count", "approved", variants=("", "gone"))
def changed_since(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An item that was not approved in these words; `gone`: approved items that are no longer there."""
    approval = read_approval(plan)
    if approval is None:
        return
    look.once()
    for drift in drifts(approval, promises(plan)):
        values: dict[str, Value] = {"part": Term("section", drift.part), "approved": _approved(approval)}
        stamp = (Related(approval.span, Term("role", "approval")),)
        for promise in drift.new:
            yield Finding(promise.span, {**values, "text": promise.text, "count": 1}, related=stamp)
        if drift.gone:
            yield Finding(_place(plan, drift.part), {**values, "text": "", "count": drift.gone}, "gone", related=stamp)


def _approved(approval: Approval) -> Value:
    return approval.day if approval.day is not None else Term("role", "some_day")


def _place(plan: Plan, part: str) -> Span:
    section = next(plan.of_kind(part), None)
    return section.heading.span if section is not None else plan.start_of_body
