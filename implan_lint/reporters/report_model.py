"""What the JSON report holds: for its schema and its tests; the report itself is written without pydantic."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Part):
    """Lines and columns from 1, in code points; the end is exclusive."""

    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)


class ReportedEdit(Place):
    replacement: str


class ReportedFix(_Part):
    description: str
    safe: bool
    edits: tuple[ReportedEdit, ...]


class ReportedRelated(Place):
    """Another place that the finding is about."""

    message: str


class ReportedDiagnostic(Place):
    path: str
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    message: str
    help: str
    url: str
    related: tuple[ReportedRelated, ...]
    fix: ReportedFix | None
    fingerprint: str = Field(description="Stays the same when lines move or the file gets another name.")


class ReportedFile(_Part):
    path: str
    profile: str | None = Field(description="null where the file can't be read.")
    profile_given: bool
    phase: str | None
    language: str | None


class Summary(_Part):
    files: int = Field(ge=0, description="Plans that were checked.")
    errors: int = Field(ge=0)
    warnings: int = Field(ge=0)
    infos: int = Field(ge=0)
    suppressed: int = Field(ge=0, description="Findings that the plans' authors have accepted.")
    known: int = Field(ge=0, description="Findings that the baseline has.")
    solved: int = Field(ge=0, description="Findings of the baseline that are no longer there.")
    untouched: int = Field(ge=0, description="Findings outside what changed, with --changed-since.")
    skipped: int = Field(ge=0, description="Markdown files that are no plans.")


class RuleStatistics(_Part):
    code: str
    name: str
    findings: int = Field(ge=0)
    looked: int = Field(ge=0, description="On how many things the rule looked.")


class Report(_Part):
    """The report of `implan-lint check --output-format json`."""

    version: str = Field(description="The version of implan-lint.")
    language: Literal["nl", "en"]
    summary: Summary
    files: tuple[ReportedFile, ...]
    diagnostics: tuple[ReportedDiagnostic, ...]
    statistics: tuple[RuleStatistics, ...] | None = Field(default=None, description="With --statistics only.")
