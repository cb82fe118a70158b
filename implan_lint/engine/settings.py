"""The settings in force for a file, and where they come from: no pydantic here, so that a run without a
configuration file never pays for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from implan_lint.diagnostic import Severity
from implan_lint.engine.patterns import matcher
from implan_lint.engine.results import FailOn

FILE_NAMES = ("implan-lint.yaml", ".implan-lint.yaml")
TABLE = "implan-lint"
"""Our table below [tool] in pyproject.toml."""


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for the files that match `files`: patterns as in .gitignore, relative to the settings' folder."""

    files: tuple[str, ...]
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    folder: Path
    """Patterns are relative to it."""
    file: Path | None = None
    language: str | None = None
    profile: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    synonyms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rules: tuple[Path, ...] = ()
    """Folders with rule pages, absolute."""
    overrides: tuple[Override, ...] = ()
    fail_on: FailOn | None = None
    origins: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """(key, word) -> file and line, so that an unknown code or profile can be shown where it stands."""

    def for_file(self, path: Path) -> Settings:
        """These settings with every override that matches the file laid over them; the last one wins."""
        merged = self
        for override in self.overrides:
            if matches(override.files, path, self.folder):
                merged = _lay_over(merged, override)
        return merged


def _lay_over(settings: Settings, override: Override) -> Settings:
    from dataclasses import replace

    return replace(
        settings,
        profile=override.profile or settings.profile,
        select=override.select or settings.select,
        ignore=(*settings.ignore, *override.ignore),
        severity={**settings.severity, **override.severity},
    )


def matches(patterns: tuple[str, ...], path: Path, folder: Path) -> bool:
    """Whether a file below `folder` matches one of these .gitignore-like patterns."""
    if not patterns:
        return False
    try:
        relative = path.absolute().relative_to(folder)
    except ValueError:
        return False
    return matcher(patterns).match_file(relative.as_posix())


def find_configuration(folder: Path) -> Path | None:
    """The nearest configuration file in this folder or above it. A pyproject.toml without our table is none."""
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (place / name).is_file():
                return place / name
        project = place / "pyproject.toml"
        if _has_table(project):
            return project
    return None


def _has_table(project: Path) -> bool:
    try:
        text = project.read_bytes()
    except OSError:
        return False
    if TABLE.encode() not in text:
        return False
    try:
        data = tomllib.loads(text.decode("utf-8"))
    except ValueError:
        # Somebody else's broken file is not ours to judge, unless it clearly holds our table.
        return f"[tool.{TABLE}".encode() in text
    tool = data.get("tool")
    return isinstance(tool, dict) and TABLE in tool
