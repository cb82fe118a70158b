"""The words that every floor speaks: a place in the text, how grave it is, and what was found there.

Offsets count code points of the decoded text without its byte-order mark, half-open. Only
`document.source.Source` turns an offset into a line and a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A stretch of text: code point offsets, half-open."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Higher is graver; off is 0."""
        return _RANKS[self]

    def at_most(self, cap: Severity) -> Severity:
        return self if self.rank <= cap.rank else cap


_RANKS = {Severity.OFF: 0, Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class RuleKind(StrEnum):
    """What a rule looks for; with the plan's phase it decides how grave a finding can be."""

    COMPLETENESS = "completeness"
    CONTRADICTION = "contradiction"
    TRACE = "trace"
    WORDING = "wording"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Edit:
    span: Span
    replacement: str
    """Its lines end in a line feed; in the file they end as the file's own lines do."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Edits that belong together and mend what a finding is about.

    A safe one changes only what its rule's page says, brings no new finding, and needs nobody to fill anything in.
    """

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Fix:
    """A Repair with the words of its rule's page."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool


class Term(NamedTuple):
    """A thing that has a name of its own in each language; the catalogue words it.

    `group` is a group of `rules/vocabulary/names.yaml` (section, column, field, table, ...), `key` a key in it.
    """

    group: str
    key: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """An object of the plan as the author would point at it: "doel 2", "rij 3 van de actietabel"."""

    term: Term
    number: int | None = None


Value: TypeAlias = "str | int | Decimal | date | Term | Numbered | tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the finding is about, with the Term of names.yaml that says why."""

    span: Span
    role: Term


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact about a plan, without words, grade or rule.

    `about` names the facts it rests on ("section:risicos", "cell:120-124"): of several rules that see the
    same fact only the most specific speaks (`yields_to` on a rule page).
    """

    span: Span
    values: Mapping[str, Value] = field(default_factory=dict)
    variant: str = ""
    about: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Repair | None = None
    certain: bool = True
    """False where what it is about may have been read wrongly: then it is at most a warning."""


class Position(NamedTuple):
    """Line and column, both 1-based; a column counts code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    start: Position
    end: Position
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with words, severity and place: what every reporter shows."""

    path: str
    span: Span
    start: Position
    end: Position
    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    help: str
    url: str
    fingerprint: str
    section: str = ""
    """The heading above it, as written; empty above the first."""
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
