"""Watches a run and remembers what a report leaves out: what was silenced, lowered or not asked for, and who looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from implan_lint.catalogue.model import Catalogue
from implan_lint.checks.base import Item, Look
from implan_lint.diagnostic import Diagnostic, Severity, Span
from implan_lint.document.suppressions import Suppression
from implan_lint.engine.policy import Policy, covers
from implan_lint.engine.results import FileResult
from implan_lint.engine.run import RuleRun, run_rules
from implan_lint.engine.settings import Settings
from implan_lint.plan.model import Plan


class Fate(StrEnum):
    """What became of a finding."""

    SHOWN = "shown"
    SUPPRESSED = "suppressed"
    KNOWN = "known"
    """The baseline has it."""
    SILENCED = "silenced"
    """A more specific rule spoke about the same fact."""
    NOT_SELECTED = "not selected"
    IGNORED = "ignored"
    SWITCHED_OFF = "switched off"
    """The configuration sets the rule's severity to off."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, what became of it and who decided that."""

    diagnostic: Diagnostic
    fate: Fate
    by: str = ""
    """SILENCED: the more specific rule; NOT_SELECTED, IGNORED: the code or family that decided."""
    suppression: Suppression | None = None
    origin: tuple[str, int] | None = None
    """The configuration's file and line that decided; None where an argument did."""
    asked: Severity | None = None
    """How grave it would be but for the plan's phase."""


@dataclass(frozen=True, slots=True)
class Explanation:
    plan: Plan
    settings: Settings
    told: tuple[Told, ...]
    """Every finding on the line, in the order of the text."""
    quiet: tuple[str, ...]
    """Rules that looked at something that begins on the line, and found nothing here."""


class _SeeingLook(Look):
    """Remembers where the things stand that a rule was handed."""

    def __init__(self) -> None:
        super().__init__()
        self.spans: list[Span] = []

    def __call__(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in super().__call__(items):
            span = _span_of(item)
            if span is not None:
                self.spans.append(span)
            yield item


def _span_of(item: object) -> Span | None:
    """Where a thing stands: its own span, or that of its words."""
    for holder in (item, getattr(item, "text", None), getattr(item, "heading", None)):
        span = getattr(holder, "span", None)
        if isinstance(span, Span):
            return span
    return None


class Witness:
    """Stands in for `run_rules`: the same run, and a second one without the caller's selection."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self._policy = Policy()
        self._outside: list[Diagnostic] = []
        self._silenced: list[tuple[Diagnostic, str]] = []
        self._asked: dict[tuple[str, Span, str], Severity] = {}
        self._looks: dict[str, _SeeingLook] = {}

    def run(self, plan: Plan, catalogue: Catalogue, policy: Policy) -> RuleRun:
        self.plan, self._policy = plan, policy
        found = run_rules(plan, catalogue, policy, self)
        louder = {code: severity for code, severity in policy.severity.items() if severity is not Severity.OFF}
        every = run_rules(plan, catalogue, replace(policy, select=(), ignore=(), severity=louder))
        self._outside = [one for one in every.diagnostics if one.code not in found.looked]
        return found

    def look(self, code: str) -> Look:
        """What a rule looks with."""
        return self._looks.setdefault(code, _SeeingLook())

    def silenced(self, diagnostics: Iterable[Diagnostic], by: str) -> None:
        self._silenced += [(one, by) for one in diagnostics]

    def graded(self, diagnostic: Diagnostic, asked: Severity) -> None:
        """How grave a finding would be but for the phase."""
        self._asked[diagnostic.code, diagnostic.span, diagnostic.message] = asked

    def explain(self, result: FileResult, settings: Settings, line: int, column: int | None) -> Explanation:
        """Everything about one line, or one place in it, of the plan that was run."""
        if self.plan is None:
            raise ValueError("no plan was run")
        source = self.plan.document.source
        here = whole = source.line_span(line)
        if column is not None:
            at = min(here.start + column - 1, here.end)
            here = Span(at, at)
        told = [one for one in self._told(result, settings) if touches(one.diagnostic.span, here)]
        spoke = {one.diagnostic.code for one in told}
        looked = [
            code
            for code, look in self._looks.items()
            if any(whole.start <= span.start <= whole.end for span in look.spans)
        ]
        return Explanation(
            self.plan,
            settings,
            tuple(sorted(told, key=lambda one: (one.diagnostic.span, one.diagnostic.code))),
            tuple(sorted(code for code in looked if code not in spoke)),
        )

    def _told(self, result: FileResult, settings: Settings) -> Iterator[Told]:
        origins = settings.origins
        for one in result.diagnostics:
            asked = self._asked.get((one.code, one.span, one.message))
            yield Told(one, Fate.SHOWN, origin=origins.get(("severity", one.code)), asked=asked)
        for hidden in result.suppressed:
            yield Told(hidden.diagnostic, Fate.SUPPRESSED, suppression=hidden.suppression)
        yield from (Told(one, Fate.KNOWN) for one in result.known)
        yield from (Told(one, Fate.SILENCED, by) for one, by in self._silenced)
        yield from (self._not_asked(one, origins) for one in self._outside)

    def _not_asked(self, one: Diagnostic, origins: Mapping[tuple[str, str], tuple[str, int]]) -> Told:
        """Why a rule is outside the run: it is ignored, not selected, or switched off."""
        ignored = next((word for word in self._policy.ignore if covers((word,), one.code)), None)
        if ignored is not None:
            return Told(one, Fate.IGNORED, ignored, origin=origins.get(("ignore", ignored)))
        if self._policy.select and not covers(self._policy.select, one.code):
            origin = origins.get(("select", self._policy.select[0]))
            return Told(one, Fate.NOT_SELECTED, ", ".join(self._policy.select), origin=origin)
        return Told(one, Fate.SWITCHED_OFF, one.code, origin=origins.get(("severity", one.code)))


def touches(span: Span, here: Span) -> bool:
    return span.start <= here.end and here.start <= max(span.start, span.end - 1)
