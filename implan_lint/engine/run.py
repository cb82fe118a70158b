"""Runs rules over a plan and makes diagnostics of their findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from implan_lint.catalogue.model import Catalogue, Rule
from implan_lint.catalogue.resolve import UnknownCheckError, parameters_of, resolve_check
from implan_lint.catalogue.wording import word, word_value
from implan_lint.checks.base import Look
from implan_lint.diagnostic import Confidence, Diagnostic, Finding, Fix, Related, RelatedPlace, Severity
from implan_lint.document.suppressions import read_suppressions
from implan_lint.engine.fingerprint import Fingerprints
from implan_lint.engine.internal import RULES_URL, Crash, behind_barrier, crash_of_rule
from implan_lint.engine.policy import Grading, Policy, grading
from implan_lint.engine.suppressing import Suppressed, set_apart, uses
from implan_lint.plan.model import Plan


@dataclass(frozen=True, slots=True)
class RuleRun:
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the text, then of the codes."""
    suppressed: tuple[Suppressed, ...]
    looked: Mapping[str, int]
    """Per rule that is on: on how many things it looked."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What one rule found, and how grave its findings are here."""

    rule: Rule
    grading: Grading
    findings: tuple[Finding, ...]


class Observer(Protocol):
    """Who wants to know of a run what its result doesn't say."""

    def look(self, code: str, /) -> Look: ...

    def silenced(self, diagnostics: Iterable[Diagnostic], by: str, /) -> None: ...

    def graded(self, diagnostic: Diagnostic, asked: Severity, /) -> None: ...


def run_rules(plan: Plan, catalogue: Catalogue, policy: Policy, observer: Observer | None = None) -> RuleRun:
    """Every rule that is on for this plan. A rule that crashes becomes a diagnostic; the others go on."""
    rules = [rule for rule in catalogue.rules.values() if plan.portfolio is not None or not looks_across(rule)]
    now = [rule for rule in rules if not _looks_afterwards(rule)]
    afterwards = [rule for rule in rules if _looks_afterwards(rule)]
    suppressions = read_suppressions(plan.document)
    diagnostics, looked = _speak(now, plan, catalogue, policy, observer)
    shown, hidden = set_apart(diagnostics, suppressions, plan.today)
    came = uses(suppressions, hidden, today=plan.today, known=catalogue.rules, ran=looked)
    more, looked_too = _speak(afterwards, replace(plan, suppressions=came), catalogue, policy, observer)
    return RuleRun(_in_order([*shown, *more]), tuple(hidden), {**looked, **looked_too})


def _looks_afterwards(rule: Rule) -> bool:
    try:
        return resolve_check(rule.check).afterwards
    except UnknownCheckError:
        return False


def looks_across(rule: Rule) -> bool:
    """Whether the rule needs the other plans of a plan's portfolio."""
    try:
        return resolve_check(rule.check).across
    except UnknownCheckError:
        return False


def _speak(
    rules: Iterable[Rule], plan: Plan, catalogue: Catalogue, policy: Policy, observer: Observer | None
) -> tuple[list[Diagnostic], dict[str, int]]:
    """What these rules find, in words, and on how many things each looked."""
    spoken: list[_Spoken] = []
    crashes: list[Diagnostic] = []
    looked: dict[str, int] = {}
    for rule in rules:
        grade = grading(rule, plan, catalogue, policy)
        if not grade.is_on:
            continue
        look = Look() if observer is None else observer.look(rule.code)
        findings = behind_barrier(partial(_findings, rule, plan, look))
        looked[rule.code] = look.seen
        if isinstance(findings, Crash):
            crashes.append(crash_of_rule(findings, rule.code, plan.document.source.path, policy.language))
        else:
            spoken.append(_Spoken(rule, grade, findings))
    worded = _worded(_most_specific(spoken), plan, policy)
    if observer is not None:
        _tell(observer, spoken, plan, policy)
    return [*crashes, *worded], looked


def _tell(observer: Observer, spoken: list[_Spoken], plan: Plan, policy: Policy) -> None:
    """What would have been said without phases and more specific rules."""
    about = _about(spoken)
    for one in spoken:
        uncapped = replace(one, grading=replace(one.grading, cap=Severity.ERROR))
        for diagnostic in _worded([uncapped], plan, policy):
            observer.graded(diagnostic, diagnostic.severity)
        for code in one.rule.yields_to:
            taken = about.get(code, set())
            lost = tuple(finding for finding in one.findings if not taken.isdisjoint(finding.about))
            observer.silenced(_worded([replace(one, findings=lost)], plan, policy), code)


def _findings(rule: Rule, plan: Plan, look: Look) -> tuple[Finding, ...]:
    return tuple(resolve_check(rule.check).run(plan, look, parameters_of(rule)))


def _most_specific(spoken: Iterable[_Spoken]) -> list[_Spoken]:
    """Without the findings about a fact on which a rule spoke that they yield to."""
    every = list(spoken)
    about = _about(every)
    kept = []
    for one in every:
        taken = set().union(*(about.get(code, set()) for code in one.rule.yields_to))
        findings = tuple(finding for finding in one.findings if taken.isdisjoint(finding.about))
        kept.append(_Spoken(one.rule, one.grading, findings))
    return kept


def _about(spoken: Iterable[_Spoken]) -> dict[str, set[str]]:
    """Per rule the facts on which it spoke."""
    return {
        one.rule.code: {fact for finding in one.findings if _severity(one, finding) is not Severity.OFF
                        for fact in finding.about}
        for one in spoken
    }  # fmt: skip


def _severity(spoken: _Spoken, finding: Finding) -> Severity:
    wording = spoken.rule.wordings.get(finding.variant)
    severity = spoken.grading.of(wording.severity if wording is not None else None)
    if finding.certain or spoken.grading.absolute:
        return severity
    return severity.at_most(Severity.WARNING)


def _worded(spoken: Iterable[_Spoken], plan: Plan, policy: Policy) -> list[Diagnostic]:
    fingerprints = Fingerprints(plan.document)
    diagnostics: list[Diagnostic] = []
    for one in spoken:
        worded = behind_barrier(partial(_diagnostics, one, plan, policy, fingerprints))
        if isinstance(worded, Crash):
            worded = [crash_of_rule(worded, one.rule.code, plan.document.source.path, policy.language)]
        diagnostics += worded
    return diagnostics


def _diagnostics(spoken: _Spoken, plan: Plan, policy: Policy, fingerprints: Fingerprints) -> list[Diagnostic]:
    """One rule's findings in words, in the order of the text, each only once."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for finding in sorted(spoken.findings, key=lambda finding: finding.span):
        severity = _severity(spoken, finding)
        if severity is Severity.OFF:
            continue
        message, help_ = _words(spoken.rule, finding, plan, policy.language)
        fix = _fix(spoken.rule, finding, plan, policy.language)
        key = (finding.span, message)
        if key not in found:
            found[key] = _diagnostic(
                plan,
                policy,
                rule=spoken.rule,
                finding=finding,
                severity=severity,
                message=message,
                help_=help_,
                fix=fix,
                fingerprint=fingerprints.of(spoken.rule.code, finding),
                section=fingerprints.heading_above(finding.span.start),
            )
    return list(found.values())


def _words(rule: Rule, finding: Finding, plan: Plan, language: str) -> tuple[str, str]:
    wording = rule.wordings[finding.variant]
    message = word(wording.message[language], finding.values, language, plan.vocabulary)
    help_ = wording.help.get(language, "")
    return message, word(help_, finding.values, language, plan.vocabulary) if help_ else ""


def _fix(rule: Rule, finding: Finding, plan: Plan, language: str) -> Fix | None:
    if finding.fix is None:
        return None
    words = word(rule.wordings[finding.variant].fix[language], finding.values, language, plan.vocabulary)
    return Fix(words, finding.fix.edits, finding.fix.safe)


def _diagnostic(
    plan: Plan,
    policy: Policy,
    *,
    rule: Rule,
    finding: Finding,
    severity: Severity,
    message: str,
    help_: str,
    fix: Fix | None,
    fingerprint: str,
    section: str,
) -> Diagnostic:
    source = plan.document.source
    return Diagnostic(
        path=source.path,
        span=finding.span,
        start=source.position(finding.span.start),
        end=source.position(finding.span.end),
        code=rule.code,
        name=rule.name,
        severity=severity,
        confidence=rule.confidence if finding.certain else Confidence.LOW,
        message=message,
        help=help_,
        url=f"{RULES_URL}{rule.code}",
        fingerprint=fingerprint,
        section=section,
        related=tuple(_related(place, plan, policy.language) for place in finding.related),
        fix=fix,
    )


def _related(related: Related, plan: Plan, language: str) -> RelatedPlace:
    source = plan.document.source
    return RelatedPlace(
        source.position(related.span.start),
        source.position(related.span.end),
        word_value(related.role, language, plan.vocabulary),
    )


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda found: (found.path, found.start, found.code, found.message)))
