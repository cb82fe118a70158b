"""Sentences in a goal section that are no goal: what a document holds, and what a template asks of its writer."""

from __future__ import annotations

import re

from implan_lint.document.text import Text
from implan_lint.plan.goal_drafts import Draft
from implan_lint.plan.model import Origin
from implan_lint.plan.reading import Reading
from implan_lint.plan.words import fold

_ABOUT_A_DOCUMENT = re.compile(
    r"^\W*(?:dit|deze|het|de|this|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:[\w-]*plan|[\w-]*document|sla|dap|[\w-]*overeenkomst|notitie|[\w-]*rapport|handleiding|charter|agreement|report)\s+"
    r"(?:beschrijft|definieert|bevat|omschrijft|describes|defines|contains|outlines)\b"
)
_TO_THE_WRITER = re.compile(r"\b(?:je|jij|jou|jouw|formuleer|beschrijf|omschrijf)\b")


def is_no_goal(reading: Reading, draft: Draft) -> bool:
    """Never a goal with a number or a row of its own."""
    if draft.number is not None or draft.place.table is not None:
        return False
    words = fold(draft.text.plain)
    if draft.place.origin is Origin.SENTENCE and _ABOUT_A_DOCUMENT.search(words) is not None:
        return True
    return _TO_THE_WRITER.search(words) is not None and _is_quoted(reading, draft.text)


def _is_quoted(reading: Reading, text: Text) -> bool:
    """The line opens with ">"."""
    source = reading.document.source
    return source.slice(source.line_span(source.line_of(text.span.start))).lstrip().startswith(">")
