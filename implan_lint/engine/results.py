"""What a run found: what every reporter shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from implan_lint.diagnostic import Diagnostic, Severity
from implan_lint.document.source import Source
from implan_lint.engine.suppressing import Suppressed


class FailOn(StrEnum):
    """From which severity on a finding makes the run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def reached_by(self, severity: Severity) -> bool:
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class PlanMeta:
    """What a reporter may tell about a plan as a whole."""

    profile: str
    profile_given: bool
    phase: str
    language: str


@dataclass(frozen=True, slots=True)
class FileResult:
    path: str
    """As shown to people: relative to the current folder where the user gave it so, with forward slashes."""
    source: Source
    """Empty where the file can't be read."""
    diagnostics: tuple[Diagnostic, ...]
    looked: Mapping[str, int]
    """Per rule that ran: on how many things it looked."""
    plan: PlanMeta | None
    """None where the file can't be read."""
    fail_on: FailOn = FailOn.ERROR
    suppressed: tuple[Suppressed, ...] = ()
    """What the plan's authors have accepted."""
    known: tuple[Diagnostic, ...] = ()
    """What the baseline has."""
    untouched: int = 0
    """Findings that have nothing to do with what changed (`--changed-since`)."""

    @property
    def failed(self) -> bool:
        return any(self.fail_on.reached_by(found.severity) for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Run:
    files: tuple[FileResult, ...]
    rule_names: Mapping[str, str] = field(default_factory=dict)
    """Code -> name of every rule of the catalogues in use."""
    others: int = 0
    """Markdown files that were found and are no plans."""
    look_alikes: tuple[str, ...] = ()
    """Those of them that look like plans and don't say so."""
    language: str = "nl"
    """For the words around the findings, such as the summary."""
    solved: int = 0
    """Findings of the baseline that are no longer there."""

    @property
    def failed(self) -> bool:
        return any(file.failed for file in self.files)

    def diagnostics(self) -> Iterator[Diagnostic]:
        for file in self.files:
            yield from file.diagnostics

    def count(self, severity: Severity) -> int:
        return sum(1 for found in self.diagnostics() if found.severity is severity)

    @property
    def known(self) -> int:
        return sum(len(file.known) for file in self.files)

    @property
    def untouched(self) -> int:
        return sum(file.untouched for file in self.files)

    @property
    def suppressed(self) -> int:
        return sum(len(file.suppressed) for file in self.files)

    def looked(self) -> Mapping[str, int]:
        """Per rule, over all plans."""
        total: dict[str, int] = {}
        for file in self.files:
            for code, number in file.looked.items():
                total[code] = total.get(code, 0) + number
        return total
