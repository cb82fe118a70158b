"""One line per finding: path:line:column: severity CODE message."""

from __future__ import annotations

from implan_lint.engine.results import Run
from implan_lint.reporters.terminal import View, paint, visible

_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}


def render(run: Run, view: View) -> str:
    """Severity in English in every language: other programs match these lines."""
    return "".join(
        f"{visible(found.path)}:{found.start.line}:{found.start.column}: "
        f"{paint(found.severity.value, _COLORS[found.severity.value], view)} "
        f"{paint(found.code, 'bold', view)} {visible(found.message)}\n"
        for found in run.diagnostics()
    )
