"""The whole run as one JSON object; `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import TypeAlias

from implan_lint import __version__
from implan_lint.diagnostic import Diagnostic, Fix, Position, Severity
from implan_lint.document.source import Source
from implan_lint.engine.results import FileResult, Run
from implan_lint.reporters.statistics import statistics
from implan_lint.reporters.terminal import View

Data: TypeAlias = "bool | int | str | list[Data] | dict[str, Data] | None"


def render(run: Run, view: View) -> str:
    """Indented, with a line feed at the end, always the same for the same run."""
    report: dict[str, Data] = {
        "version": __version__,
        "language": run.language,
        "summary": {
            "files": len(run.files),
            "errors": run.count(Severity.ERROR),
            "warnings": run.count(Severity.WARNING),
            "infos": run.count(Severity.INFO),
            "suppressed": run.suppressed,
            "known": run.known,
            "solved": run.solved,
            "untouched": run.untouched,
            "skipped": run.others,
        },
        "files": [_file(file) for file in run.files],
        "diagnostics": [_diagnostic(found, file.source) for file in run.files for found in file.diagnostics],
    }
    if view.statistics:
        report["statistics"] = [dict(row._asdict()) for row in statistics(run)]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _file(file: FileResult) -> dict[str, Data]:
    plan = file.plan
    return {
        "path": file.path,
        "profile": plan.profile if plan else None,
        "profile_given": plan.profile_given if plan else False,
        "phase": plan.phase if plan else None,
        "language": plan.language if plan else None,
    }


def _diagnostic(found: Diagnostic, source: Source) -> dict[str, Data]:
    return {
        "path": found.path,
        **_place(found.start, found.end),
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "confidence": found.confidence.value,
        "message": found.message,
        "help": found.help,
        "url": found.url,
        "related": [{**_place(place.start, place.end), "message": place.message} for place in found.related],
        "fix": _fix(found.fix, source) if found.fix else None,
        "fingerprint": found.fingerprint,
    }


def _fix(fix: Fix, source: Source) -> dict[str, Data]:
    return {
        "description": fix.description,
        "safe": fix.safe,
        "edits": [
            {
                **_place(source.position(edit.span.start), source.position(edit.span.end)),
                "replacement": edit.replacement,
            }
            for edit in fix.edits
        ],
    }


def _place(start: Position, end: Position) -> dict[str, Data]:
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
