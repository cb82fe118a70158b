"""The plan as a whole, its own facts and its sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from implan_lint.diagnostic import Span
from implan_lint.document.model import Document, Heading, Section
from implan_lint.document.suppressions import Code, Suppression
from implan_lint.plan.model.money import Budget
from implan_lint.plan.model.places import PlanTable
from implan_lint.plan.model.portfolio import Card, Portfolio
from implan_lint.plan.model.promises import (
    Action,
    Aftercare,
    Evaluation,
    Exclusion,
    Goal,
    Indicator,
    Milestone,
    ScopeItem,
)
from implan_lint.plan.model.surroundings import Communication, Factor, Precondition, Risk, Role, Stakeholder, Strategy
from implan_lint.plan.profile import Phase, Profile
from implan_lint.plan.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class MetaField:
    """One fact about the plan, from the front matter or from a label line in the text."""

    name: str
    """Canonical field: titel, profiel, organisatie, startdatum, ..."""
    text: str
    span: Span
    key_span: Span
    day: date | None
    """The value as a date, for date fields that can be read."""
    from_front_matter: bool


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section with what it is about."""

    section: Section
    heading: Heading
    kinds: tuple[str, ...]
    """Canonical kinds of its own heading."""
    inherited: tuple[str, ...]
    """Kinds of the nearest heading above it that has any."""
    is_empty: bool
    """No words, no filled row, neither here nor below."""
    na_reason: str
    """Why it does not apply ("Niet van toepassing, omdat ..."), or ""."""

    @property
    def is_real_heading(self) -> bool:
        return self.heading.form.value in ("atx", "setext")


@dataclass(frozen=True, slots=True)
class Presence:
    """A part of the plan that is there, by a heading of its own or otherwise."""

    kind: str
    span: Span
    line: int
    by: str
    """"heading", "label", "table", "list", "sentence", "front matter", "row"."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The plan's own dates; `None` where it does not say. Each with the words that say it."""

    start: date | None
    end: date | None
    go_live: date | None
    start_span: Span | None
    end_span: Span | None
    go_live_span: Span | None
    derived: bool
    """Start or end come from the planning, not from a field of their own."""


@dataclass(frozen=True, slots=True)
class SuppressionUse:
    """What came of a suppression when the rules had spoken."""

    suppression: Suppression
    expired: bool
    unknown: tuple[Code, ...]
    """Codes of no rule."""
    unused: tuple[Code, ...]
    """Codes that hid nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    document: Document
    profile: Profile
    profile_given: bool
    """By front matter, configuration or argument; otherwise recognised, or `algemeen` for want of better."""
    phase: Phase
    phase_given: bool
    language: str
    """"nl" or "en": what the text is written in."""
    today: date
    vocabulary: Vocabulary
    meta: Mapping[str, MetaField]
    lifetime: Lifetime
    sections: tuple[PlanSection, ...]
    tables: tuple[PlanTable, ...]
    presence: Mapping[str, Presence]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    milestones: tuple[Milestone, ...]
    scope: tuple[ScopeItem, ...]
    stakeholders: tuple[Stakeholder, ...]
    communications: tuple[Communication, ...]
    risks: tuple[Risk, ...]
    indicators: tuple[Indicator, ...]
    roles: tuple[Role, ...]
    evaluations: tuple[Evaluation, ...]
    aftercare: tuple[Aftercare, ...]
    exclusions: tuple[Exclusion, ...]
    profile_names: tuple[str, ...] = ()
    """Every profile that there is, so that a misspelt one can be told from the nearest."""
    factors: tuple[Factor, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    preconditions: tuple[Precondition, ...] = ()
    suppressions: tuple[SuppressionUse, ...] = ()
    """Known only when the other rules have spoken."""
    budgets: tuple[Budget, ...] = ()
    card: Card | None = None
    portfolio: Portfolio | None = None
    """The plans that it belongs to, and its own card among theirs; None where it is looked at alone."""

    def of_kind(self, *kinds: str) -> Iterator[PlanSection]:
        """Sections whose own heading means one of these kinds."""
        for section in self.sections:
            if any(kind in kinds for kind in section.kinds):
                yield section

    def has(self, *kinds: str) -> bool:
        return any(kind in self.presence for kind in kinds)

    @property
    def start_of_body(self) -> Span:
        """Where a finding about the whole plan points: the first heading, or the first character of the text."""
        for section in self.document.sections():
            if section.heading is not None:
                return section.heading.span
        start = self.document.front_matter.span.end
        text = self.document.source.text
        while start < len(text) and text[start].isspace():
            start += 1
        line = self.document.source.line_of(min(start, max(0, len(text) - 1)))
        return self.document.source.line_span(line)
