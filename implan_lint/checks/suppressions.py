"""Facts about the findings that a plan's authors have accepted: each has a reason, an effect and a future.

These checks look when every other rule has spoken, at what came of each suppression.
"""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.diagnostic import Finding
from implan_lint.document.suppressions import Suppression
from implan_lint.plan.model import Plan


@check("codes", afterwards=True)
def without_reason(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A suppression that doesn't say why."""
    for use in look(plan.suppressions):
        if use.suppression.readable and not use.suppression.reason:
            yield Finding(use.suppression.span, {"codes": _codes(use.suppression)})


@check("code", afterwards=True)
def unused(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A code that hides nothing: what it was for is solved."""
    for use in look(plan.suppressions):
        for code in use.unused if use.suppression.readable else ():
            yield Finding(code.span, {"code": code.text})


@check("codes", "day", afterwards=True)
def expired(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A suppression whose last day has passed; what it hid is shown again."""
    for use in look(plan.suppressions):
        day = use.suppression.until
        if use.expired and use.suppression.readable and day is not None:
            yield Finding(use.suppression.span, {"codes": _codes(use.suppression), "day": day})


@check("code", "text", variants=("", "unreadable"), afterwards=True)
def unknown(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A code of no rule; `unreadable`: no codes, or a day that is none."""
    for use in look(plan.suppressions):
        if not use.suppression.readable:
            span = use.suppression.span
            text = " ".join(plan.document.source.slice(span).split())
            yield Finding(span, {"text": text, "code": ""}, "unreadable")
            continue
        for code in use.unknown:
            yield Finding(code.span, {"code": code.text, "text": code.text})


def _codes(suppression: Suppression) -> str:
    return ", ".join(code.text for code in suppression.codes)
