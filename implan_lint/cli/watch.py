"""`implan-lint check --watch`: checks again whenever a plan, the configuration or a rule page changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from implan_lint.cli.shared import Refusal, tell
from implan_lint.engine.errors import UsageError
from implan_lint.engine.settings import find_configuration

if TYPE_CHECKING:
    from watchfiles.main import FileChange

    from implan_lint.lint import Linter

Watcher = Generator["set[FileChange]", None, None]

_SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".toml", ".json")
"""Of files that can make a difference: plans, rule pages, configuration, vocabulary, baseline."""
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_SETTLED = 100
"""Milliseconds without a change after which a burst of them is over."""
_LONGEST = 800
_GLANCE = 200
"""Milliseconds between looks for a stop."""
_ABSENT = {
    "nl": "--watch heeft de bibliotheek watchfiles nodig. Installeer haar met: pip install 'implan-lint[watch]'",
    "en": "--watch needs the library watchfiles. Install it with: pip install 'implan-lint[watch]'",
}
_WAITS = {
    "nl": "Gecontroleerd om {time}. Wacht op wijzigingen; stop met Ctrl-C.",
    "en": "Checked at {time}. Waiting for changes; stop with Ctrl-C.",
}


def watch_plans(paths: Sequence[Path], new_linter: Callable[[], Linter], report: Callable[[Linter], object]) -> None:
    """Reports now and after every change, until Ctrl-C. Each time with a new linter, so that nothing is remembered."""
    linter = new_linter()
    _need_watchfiles(_language(linter))
    watched: tuple[Path, ...] = ()
    watcher: Watcher | None = None
    try:
        while True:
            folders = tuple(sorted(_folders(paths, linter)))
            if not folders:
                report(linter)  # There is nothing to watch, and this tells why.
                return
            if watcher is None or folders != watched:
                # Watching begins before the check, so that no change falls between the two.
                watched, watcher = folders, _begin(folders)
            _clear()
            _report(linter, report)
            tell(_WAITS[_language(linter)].format(time=f"{datetime.now():%H:%M:%S}"))
            next(changes for changes in watcher if changes)
            linter = new_linter()
    except KeyboardInterrupt:
        tell("")


def _language(linter: Linter) -> str:
    from implan_lint.lint import LANGUAGE

    try:
        return linter.language(linter.settings_for(Path()))
    except UsageError:
        return linter.options.language or LANGUAGE


def _need_watchfiles(language: str) -> None:
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise Refusal(_ABSENT[language]) from error


def _begin(folders: Iterable[Path]) -> Watcher:
    from watchfiles import watch as watch_files

    watcher = watch_files(
        *folders,
        watch_filter=lambda _, path: _matters(Path(path)),
        debounce=_LONGEST,
        step=_SETTLED,
        rust_timeout=_GLANCE,
        yield_on_timeout=True,
        recursive=False,
    )
    next(watcher)
    return watcher


def _matters(path: Path) -> bool:
    """A file that can make a difference, or a folder that may get one."""
    if path.name.startswith(".") or path.name in _SKIPPED:
        return path.name in (".gitignore", ".implan-lint.yaml")
    return path.suffix in _SUFFIXES or path.is_dir()


def _report(linter: Linter, report: Callable[[Linter], object]) -> None:
    """A fault in the configuration or the rules is told, and mended while we watch."""
    try:
        report(linter)
    except click.ClickException as error:
        error.show()


def _clear() -> None:
    if sys.stdout.isatty():
        click.clear()


def _folders(paths: Sequence[Path], linter: Linter) -> set[Path]:
    """Every folder in which a change can make a difference, also those below the given ones."""
    found: set[Path] = set()
    for path in paths or (Path(),):
        folder = path.absolute() if path.is_dir() else path.absolute().parent
        found |= _below(folder) if path.is_dir() else {folder}
        file = linter.options.config or find_configuration(folder)
        if file is not None and not linter.options.isolated:
            found.add(file.absolute().parent)
            found |= _of_rules(folder, linter)
    return {folder for folder in found if folder.is_dir()}


def _of_rules(folder: Path, linter: Linter) -> set[Path]:
    try:
        settings = linter.settings_for(folder)
    except UsageError:
        # The configuration is at fault; its own folder is watched, so that its repair is seen.
        return set()
    return {below for rules in settings.rules for below in _below(rules)}


def _below(folder: Path) -> set[Path]:
    found = set()
    for here, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        found.add(Path(here))
    return found
