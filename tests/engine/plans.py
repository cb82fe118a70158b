"""Plans and laws of a few lines, made without the readers: the engine must not depend on what they find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from implan_lint.catalogue.model import Catalogue, Rule, Wording
from implan_lint.diagnostic import Confidence, RuleKind, Severity, Span
from implan_lint.document.model import Document, FrontMatter, Section
from implan_lint.document.source import Source
from implan_lint.plan.model import Lifetime, Plan
from implan_lint.plan.profile import Phase, Profile
from implan_lint.plan.vocabulary import Vocabulary

NAMES = {"section": {"doelen": {"nl": "Doelen", "en": "Goals"}}}
VOCABULARY = Vocabulary({}, {}, {}, {}, {}, {}, NAMES)
CAPS = {
    Phase.CONCEPT: {**dict.fromkeys(RuleKind, Severity.WARNING), RuleKind.CONTRADICTION: Severity.ERROR},
    Phase.APPROVED: dict.fromkeys(RuleKind, Severity.ERROR),
}


def profile(name: str = "algemeen") -> Profile:
    return Profile(name, {"nl": name, "en": name}, (), (), (), (), (), ())


FIX = {"nl": "haal '{word}' weg", "en": "take '{word}' away"}
TODAY = date(2026, 3, 1)


def plan(
    text: str, path: str = "plan.md", name: str = "algemeen", phase: Phase = Phase.APPROVED, today: date = TODAY
) -> Plan:
    source = Source(path, text)
    root = Section(None, 0, span=Span(0, len(source.text)))
    return Plan(
        document=Document(source, FrontMatter((), (), Span(0, 0), present=False), root),
        profile=profile(name),
        profile_given=True,
        phase=phase,
        phase_given=True,
        language="nl",
        today=today,
        vocabulary=VOCABULARY,
        meta={},
        lifetime=Lifetime(None, None, None, None, None, None, derived=False),
        sections=(), tables=(), presence={}, goals=(), actions=(), milestones=(), scope=(), stakeholders=(),
        communications=(), risks=(), indicators=(), roles=(), evaluations=(), aftercare=(), exclusions=(),
    )  # fmt: skip


def rule(
    code: str,
    check: str = "forbidden",
    *,
    severity: Mapping[str, Severity] | Severity = Severity.ERROR,
    kind: RuleKind = RuleKind.WORDING,
    yields_to: tuple[str, ...] = (),
    shout: Severity | None = None,
    **parameters: object,
) -> Rule:
    """A rule of the words plugin; `shout` is the severity of its other variant."""
    calm = Wording(
        {"nl": "'{word}' mag niet." if check != "crashing" else "x", "en": "'{word}' is forbidden."}, {}, None, FIX
    )
    loud = Wording({"nl": "'{word}' is te hard.", "en": "'{word}' is too loud."}, {"nl": "Sst, {today}."}, shout, FIX)
    return Rule(
        code=code,
        name="verboden-woord",
        check=f"words:search.{check}",
        parameters=parameters,
        kind=kind,
        severity=severity if isinstance(severity, Mapping) else {"default": severity},
        confidence=Confidence.HIGH,
        wordings={"": calm, "shout": loud},
        yields_to=yields_to,
        source=(),
        title={"nl": "Geen verboden woorden", "en": "No forbidden words"},
        page="",
    )


def law(*rules: Rule) -> Catalogue:
    return Catalogue({one.code: one for one in rules}, {"algemeen": profile()}, VOCABULARY, CAPS)
