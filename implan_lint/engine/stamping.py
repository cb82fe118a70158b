"""Writes an approval into a plan's front matter; every other character of the file stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from implan_lint.atomic import ChangedMeanwhileError
from implan_lint.diagnostic import Edit, Span
from implan_lint.engine.errors import UsageError
from implan_lint.fixer import apply_edits, line_end, rewrite
from implan_lint.plan.approval import KEYS, PARTS, promises
from implan_lint.plan.model import Plan


def stamp_file(path: Path, understand: Callable[[str], Plan], by: str) -> Mapping[str, int]:
    """Stamps the plan as approved on its `today`; per part how many items. Raises UsageError."""
    if not path.is_file():
        raise UsageError(f"'{path}' is no ordinary file", "an approval is written in the plan itself")
    counts: dict[str, int] = {}

    def change(text: str) -> str:
        plan = understand(text)
        counts.update({part: len(items) for part, items in promises(plan).items()})
        return stamped(plan, by)

    try:
        rewrite(path, change)
    except UnicodeDecodeError as error:
        raise UsageError(f"'{path}' is no readable text", str(error)) from error
    except (OSError, ChangedMeanwhileError) as error:
        raise UsageError(f"'{path}' can't be written", str(error)) from error
    return counts


def stamped(plan: Plan, by: str) -> str:
    """The plan's text with the approval in its front matter. Raises UsageError where there is none to write in."""
    document = plan.document
    if not document.front_matter.present or document.front_matter.errors:
        raise UsageError(
            f"'{document.source.path}' has no front matter that can be read",
            "start the plan with a line ---, its fields and another line ---",
        )
    text = document.source.text
    keys = KEYS[plan.language]
    lines = _lines(plan, keys, by)
    end = line_end(text)
    for field in document.front_matter.fields:
        if field.key in {each[0] for each in KEYS.values()}:
            span = Span(field.key_span.start, max(field.value_span.end, field.key_span.end))
            written = text[span.start : span.end]
            kept = len(written) - len(written.rstrip("\r\n"))
            return apply_edits(text, [Edit(Span(span.start, span.end - kept), end.join(lines))])
    closing = document.source.line_span(document.source.line_of(document.front_matter.span.end - 1)).start
    return apply_edits(text, [Edit(Span(closing, closing), end.join([*lines, ""]))])


def _lines(plan: Plan, keys: Sequence[str], by: str) -> list[str]:
    head, on, signed, *names = keys
    now = promises(plan)
    lines = [f"{head}:", f"  {on}: {plan.today.isoformat()}"]
    if by:
        quoted = " ".join(by.split()).replace("'", "''")
        lines.append(f"  {signed}: '{quoted}'")
    for part, name in zip(PARTS, names, strict=True):
        prints = ", ".join(f"'{promise.print}'" for promise in now[part])
        lines.append(f"  {name}: [{prints}]")
    return lines
