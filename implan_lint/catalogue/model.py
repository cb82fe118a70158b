"""The law as the machine holds it: rules, profiles, phases and vocabulary, typed and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from implan_lint.diagnostic import Confidence, RuleKind, Severity
from implan_lint.plan.profile import Phase, Profile
from implan_lint.plan.vocabulary import Vocabulary

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """One variant's words, per language."""

    message: Mapping[str, str]
    help: Mapping[str, str]
    severity: Severity | None
    """Where this variant is graver or lighter than the rule's own severity."""
    fix: Mapping[str, str]
    """What its fix does; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    name: str
    check: str
    """Address below `implan_lint.checks` ("actions.without_owner"), or "plugin:module.function"."""
    parameters: Mapping[str, object]
    kind: RuleKind
    severity: Mapping[str, Severity]
    """Per profile; "default" is always there."""
    confidence: Confidence
    wordings: Mapping[str, Wording]
    """Variant -> words; "" is the plain one."""
    yields_to: tuple[str, ...]
    """Rules that, having spoken about the same fact, silence this one."""
    source: tuple[str, ...]
    """Seed lines or external sources that ask for it."""
    title: Mapping[str, str]
    page: str
    """Where the page stands, relative to its rules folder: "acties/ACT002-actie-zonder-eigenaar.md"."""

    def severity_in(self, profile: str) -> Severity:
        return self.severity.get(profile, self.severity["default"])


@dataclass(frozen=True, slots=True)
class Catalogue:
    rules: Mapping[str, Rule]
    """By code, sorted."""
    profiles: Mapping[str, Profile]
    vocabulary: Vocabulary
    caps: Mapping[Phase, Mapping[RuleKind, Severity]]
    """The phase policy: how grave a kind of rule can be at most in a phase."""
