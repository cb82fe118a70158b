"""Puts a missing part into a plan: its heading, what belongs under it, and the head of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from implan_lint.diagnostic import Edit, Repair, Span
from implan_lint.plan.model import Plan, PlanSection

_USUAL_LEVEL = 2


def section_added(plan: Plan, kind: str) -> Repair | None:
    """The part at its place in the profile's order. Unsafe, for somebody has to write what belongs in it."""
    names = plan.vocabulary.names["section"].get(kind)
    if names is None:
        return None
    level = _level(plan)
    lines = [f"{'#' * level} {names[plan.language]}", "", f"<!-- {_advice(plan, kind)} -->", *_table(plan, kind)]
    at = _place(plan, kind, level)
    return Repair((Edit(Span(at, at), _apart(plan, at, "\n".join(lines))),), safe=False)


def _level(plan: Plan) -> int:
    """The level at which the plan has the parts of its profile."""
    kinds = {part.kind for part in plan.profile.sections}
    levels = Counter(
        section.section.level for section in plan.sections if section.is_real_heading and kinds & set(section.kinds)
    )
    return levels.most_common(1)[0][0] if levels else _USUAL_LEVEL


def _advice(plan: Plan, kind: str) -> str:
    advice = plan.vocabulary.names["advice"]
    return advice.get(kind, advice["other"])[plan.language]


def _table(plan: Plan, kind: str) -> list[str]:
    """The head of the table that the profile keeps under this part."""
    rule = next((table for table in plan.profile.tables if table.sections[:1] == (kind,)), None)
    if rule is None:
        return []
    columns = plan.vocabulary.names["column"]
    names = [columns[column.split("|")[0]][plan.language] for column in rule.columns]
    rows = names, ["-" * len(name) for name in names]
    return ["", *(f"| {' | '.join(row)} |" for row in rows)]


def _place(plan: Plan, kind: str, level: int) -> int:
    """Behind the nearest part that comes before it in the profile, or else before the first that comes after it."""
    order = [part.kind for part in plan.profile.sections if part.required]
    index = order.index(kind)
    for earlier in reversed(order[:index]):
        if found := list(_sections(plan, earlier, level)):
            return found[-1].section.span.end
    for later in order[index + 1 :]:
        if found := list(_sections(plan, later, level)):
            return found[0].section.span.start
    return len(plan.document.source.text)


def _sections(plan: Plan, kind: str, level: int) -> Iterator[PlanSection]:
    return (section for section in plan.of_kind(kind) if section.is_real_heading and section.section.level == level)


def _apart(plan: Plan, at: int, words: str) -> str:
    """The words with an empty line before and after them."""
    text = plan.document.source.text
    above = text[:at].rstrip(" \t")
    ends = above[-4:].replace("\r\n", "\n").replace("\r", "\n")
    before = "" if not above.strip() or ends.endswith("\n\n") else "\n" if ends.endswith("\n") else "\n\n"
    return f"{before}{words}\n" + ("\n" if text[at:].strip() else "")
