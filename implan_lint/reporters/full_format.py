"""For people: each finding with the line it is about, the cell underlined, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.diagnostic import Diagnostic, RelatedPlace
from implan_lint.document.source import Source
from implan_lint.engine.results import Run
from implan_lint.reporters.frame import frame
from implan_lint.reporters.statistics import statistics_table
from implan_lint.reporters.summary import summary
from implan_lint.reporters.terminal import View, paint, visible

_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_SEVERITY = {
    "nl": {"error": "fout", "warning": "waarschuwing", "info": "tip"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
_HELP = {"nl": "hulp", "en": "help"}
_RULE = {"nl": "uitleg", "en": "rule"}
_FIX = {"nl": "herstel", "en": "fix"}
_WITH = {
    "nl": {True: "doet --fix", False: "doet --fix --unsafe-fixes; kijk het daarna na"},
    "en": {True: "by --fix", False: "by --fix --unsafe-fixes; look at it afterwards"},
}
"""How a safe fix is made, and one that is not."""
_SEE = {"nl": "zie ook", "en": "see also"}


def render(run: Run, view: View) -> str:
    """The findings, the statistics if asked for, and the summary."""
    blocks = ["\n".join(_block(found, file.source, view)) + "\n" for file in run.files for found in file.diagnostics]
    if view.statistics:
        blocks.append(statistics_table(run, view.language))
    return "\n".join([*blocks, summary(run, view.language) + "\n"])


def _block(found: Diagnostic, source: Source, view: View) -> Iterator[str]:
    color = _COLORS[found.severity.value]
    word = paint(_SEVERITY[view.language][found.severity.value], f"bold {color}", view)
    place = paint(f"{visible(found.path)}:{found.start.line}:{found.start.column}", "bold", view)
    yield f"{place}: {word} {paint(found.code, 'bold', view)} {found.name}"
    yield f"  {visible(found.message)}"
    yield from frame(source, found.start, found.end, color, view)
    for related in found.related:
        yield from _related(related, found.path, source, view)
    if found.help:
        yield f"  {paint(_HELP[view.language] + ':', 'bold green', view)} {visible(found.help)}"
    if found.fix is not None:
        how = _WITH[view.language][found.fix.safe]
        yield f"  {paint(_FIX[view.language] + ':', 'bold green', view)} {visible(found.fix.description)} ({how})"
    yield f"  {paint(f'{_RULE[view.language]}: implan-lint rule {found.code}', 'dim', view)}"


def _related(related: RelatedPlace, path: str, source: Source, view: View) -> Iterator[str]:
    place = f"{visible(path)}:{related.start.line}:{related.start.column}"
    yield f"  {paint(_SEE[view.language] + ':', 'bold blue', view)} {visible(related.message)} ({place})"
    yield from frame(source, related.start, related.end, "blue", view)
