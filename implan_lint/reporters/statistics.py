"""Per rule: how many findings, and on how many things it looked, so that silence means something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from implan_lint.engine.internal import NAMES
from implan_lint.engine.results import Run

_HEADER = {"nl": ("regel", "bevindingen", "bekeken"), "en": ("rule", "findings", "looked at")}


class RuleCount(NamedTuple):
    code: str
    name: str
    findings: int
    looked: int


def statistics(run: Run) -> Iterator[RuleCount]:
    """Every rule that ran or spoke, by code."""
    findings = Counter(found.code for found in run.diagnostics())
    looked = run.looked()
    for code in sorted({*findings, *looked}):
        name = run.rule_names.get(code) or NAMES.get(code, "")
        yield RuleCount(code, name, findings[code], looked.get(code, 0))


def statistics_table(run: Run, language: str) -> str:
    """The counts in columns: most findings first."""
    rule, findings, looked = _HEADER[language]
    rows = sorted(statistics(run), key=lambda row: (-row.findings, row.code))
    width = max([len(rule), *(len(row.code) + 1 + len(row.name) for row in rows)])
    lines = [f"{findings:>11}  {looked:>9}  {rule}"]
    lines += [f"{row.findings:>11}  {row.looked:>9}  {f'{row.code} {row.name}':<{width}}".rstrip() for row in rows]
    return "\n".join(lines) + "\n"
