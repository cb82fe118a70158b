"""Which rules speak about a plan, and how loudly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from implan_lint.diagnostic import Severity

if TYPE_CHECKING:
    from implan_lint.catalogue.model import Catalogue, Rule
    from implan_lint.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Policy:
    """What configuration and command line ask for, for one file."""

    language: str = "nl"
    select: tuple[str, ...] = ()
    """Codes or beginnings of codes; empty means all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Absolute: it wins over page, variant and phase."""

    def selects(self, code: str) -> bool:
        return (not self.select or covers(self.select, code)) and not covers(self.ignore, code)


def covers(codes: Iterable[str], code: str) -> bool:
    """Whether one of these codes or families ("ACT") holds the code."""
    return any(code.startswith(prefix) for prefix in codes)


@dataclass(frozen=True, slots=True)
class Grading:
    """How grave a rule's findings are in one plan."""

    page: Severity
    cap: Severity
    absolute: bool

    @property
    def is_on(self) -> bool:
        return self.page is not Severity.OFF

    def of(self, variant: Severity | None) -> Severity:
        """The severity of a finding; `variant` is what its wording asks for."""
        if self.absolute or not self.is_on:
            return self.page
        return (variant or self.page).at_most(self.cap)


def grading(rule: Rule, plan: Plan, catalogue: Catalogue, policy: Policy) -> Grading:
    """Page or configuration, then the phase. Off where the rule is not selected.

    Naming an opt-in rule by its whole code in `select` turns it on, as a tip.
    """
    if not policy.selects(rule.code):
        return Grading(Severity.OFF, Severity.OFF, absolute=False)
    if rule.code in policy.severity:
        return Grading(policy.severity[rule.code], Severity.ERROR, absolute=True)
    page = rule.severity_in(plan.profile.name)
    if page is Severity.OFF and rule.code in policy.select:
        page = Severity.INFO
    cap = catalogue.caps.get(plan.phase, {}).get(rule.kind, Severity.ERROR)
    return Grading(page, cap, absolute=False)
