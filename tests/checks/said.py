"""What one rule says about a text, in the shape that tests compare."""

from __future__ import annotations

from datetime import date

from implan_lint.diagnostic import Diagnostic
from implan_lint.lint import Options, lint_text

TODAY = date(2026, 3, 1)


def found(code: str, text: str, profile: str | None = None) -> list[Diagnostic]:
    """The rule's diagnostics, with every rule on, so that rules yield to each other as they do for a user."""
    result = lint_text(text, "plan.md", Options(today=TODAY, profile=profile, language="nl", isolated=True))
    return [one for one in result.diagnostics if one.code == code]


def words_at(code: str, text: str, profile: str | None = None) -> list[str]:
    """The source words under each of the rule's diagnostics."""
    plain = text.removeprefix("\ufeff")
    return [plain[one.span.start : one.span.end] for one in found(code, text, profile)]
