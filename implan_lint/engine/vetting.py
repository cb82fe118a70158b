"""Whether the rules and profiles that settings and arguments name exist: only the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from implan_lint.catalogue.problems import Problem, did_you_mean
from implan_lint.engine.errors import ConfigurationError, UsageError
from implan_lint.engine.settings import Settings
from implan_lint.plan.words import fold

if TYPE_CHECKING:
    from implan_lint.catalogue.model import Catalogue
    from implan_lint.plan.profile import Profile


def find_profile(name: str, profiles: Mapping[str, Profile]) -> Profile | None:
    """The profile of this name or alias."""
    wanted = fold(name)
    for profile in profiles.values():
        if wanted == fold(profile.name) or any(wanted == fold(alias) for alias in profile.aliases):
            return profile
    return None


def vet_arguments(select: Iterable[str], ignore: Iterable[str], profile: str | None, catalogue: Catalogue) -> None:
    """Raises UsageError for the first rule or profile that does not exist."""
    for word in (*select, *ignore):
        if not _exists(word, catalogue):
            raise UsageError(f"there is no rule or family '{word}'", did_you_mean(word.upper(), _codes(catalogue)))
    if profile is not None and find_profile(profile, catalogue.profiles) is None:
        raise UsageError(f"there is no profile '{profile}'", did_you_mean(profile, catalogue.profiles))


def vet_settings(settings: Settings, catalogue: Catalogue) -> None:
    """Raises ConfigurationError with every rule and profile that does not exist."""
    problems = list(_problems(settings, catalogue))
    if problems:
        raise ConfigurationError(problems)


def _problems(settings: Settings, catalogue: Catalogue) -> Iterator[Problem]:
    for (key, word), (file, line) in settings.origins.items():
        if key == "profile":
            if find_profile(word, catalogue.profiles) is None:
                hint = did_you_mean(word, catalogue.profiles)
                yield Problem(file, line, f"'profile': there is no profile '{word}'", hint)
        elif key == "severity" and word not in catalogue.rules:
            yield Problem(
                file, line, f"'severity': there is no rule '{word}'", did_you_mean(word.upper(), catalogue.rules)
            )
        elif not _exists(word, catalogue):
            hint = did_you_mean(word.upper(), _codes(catalogue))
            yield Problem(file, line, f"'{key}': there is no rule or family '{word}'", hint)


def _exists(word: str, catalogue: Catalogue) -> bool:
    return any(code.startswith(word) for code in catalogue.rules)


def _codes(catalogue: Catalogue) -> set[str]:
    """Every code, and every family."""
    return {*catalogue.rules, *(code.rstrip("0123456789") for code in catalogue.rules)}
