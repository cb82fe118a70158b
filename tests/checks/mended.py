"""What a plan becomes when one rule's findings are mended, with every rule watching that no safe fix does harm."""

from __future__ import annotations

from functools import partial

from implan_lint.diagnostic import Diagnostic
from implan_lint.engine.fixing import Checker, fix_text
from implan_lint.engine.results import FileResult
from implan_lint.lint import Linter, Options
from tests.checks.said import TODAY


def mended(code: str, text: str, profile: str | None = None, *, unsafe: bool = False, select: str = "") -> str:
    """`select` names a rule that is off by itself; then no other rule watches."""
    options = Options(today=TODAY, profile=profile, language="nl", isolated=True, select=(select,) if select else ())

    def shown(result: FileResult) -> list[Diagnostic]:
        return [one for one in result.diagnostics if one.code == code]

    return fix_text(text, Checker(partial(Linter(options).lint_text, path="plan.md"), shown, unsafe)).after
