"""What the caller of a run asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from implan_lint.engine.results import FailOn


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks for; it wins over the configuration file."""

    today: date
    select: tuple[str, ...] = ()
    """Rule codes or beginnings of them; empty means all."""
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    language: str | None = None
    fail_on: FailOn | None = None
    config: Path | None = None
    """This configuration file instead of the nearest one."""
    isolated: bool = False
    """No configuration file at all."""
    baseline: Path | None = None
    """This baseline instead of the one beside the configuration file."""
    no_baseline: bool = False
    """Show known findings too."""
    changed_since: str | None = None
    """Only findings that a change since this git revision brought or touched."""
