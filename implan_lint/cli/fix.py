"""`implan-lint check --fix` and `--diff`: what a machine can mend."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from implan_lint.cli.shared import tell, write

if TYPE_CHECKING:
    from implan_lint.engine.fixing import Checker, Fixed
    from implan_lint.lint import Linter

_FIXED = {"nl": "{file}: {n} hersteld ({rules})", "en": "{file}: {n} fixed ({rules})"}
_WOULD = {"nl": "{file}: {n} te herstellen ({rules})", "en": "{file}: {n} can be fixed ({rules})"}
_NOTHING = {
    "nl": "Er is niets dat vanzelf te herstellen is.",
    "en": "There is nothing that can be fixed automatically.",
}
_CHANGED = {
    "nl": "'{file}' is intussen door iemand anders gewijzigd. Er is niets in geschreven: probeer het opnieuw.",
    "en": "'{file}' was changed meanwhile by somebody else. Nothing was written to it: try again.",
}
_UNWRITTEN = {
    "nl": "'{file}' kan niet geschreven worden ({why}). Er is niets in veranderd.",
    "en": "'{file}' can't be written ({why}). Nothing in it was changed.",
}


def checker(linter: Linter, path: str, *, unsafe: bool) -> Checker:
    """What fixing a file asks: to check its text, and which findings are neither suppressed nor known."""
    from implan_lint.engine.fixing import Checker

    return Checker(
        partial(linter.lint_text, path=path), lambda result: linter.run([result]).files[0].diagnostics, unsafe
    )


def fix_files(linter: Linter, paths: tuple[Path, ...], *, unsafe: bool) -> bool:
    """Fixes plans on disk and tells of it; whether all could be written."""
    from implan_lint.engine.fixing import fix_file
    from implan_lint.lint import shown

    language = linter.language(linter.settings_for(Path()))
    done: dict[str, Fixed] = {}
    for path in paths:
        name = shown(path)
        done[name] = fix_file(path, checker(linter, name, unsafe=unsafe), linter.lint_file)
        if done[name].problem:
            words = _CHANGED if done[name].problem == "changed" else _UNWRITTEN
            tell(words[language].format(file=name, why=done[name].problem))
    _tell_counts(done, _FIXED, language)
    return not any(fixed.problem for fixed in done.values())


def show_diffs(linter: Linter, texts: Mapping[str, str], *, unsafe: bool) -> bool:
    """Prints what fixing would change in these texts, by path; whether there is anything."""
    from implan_lint.engine.fixing import fix_text

    language = linter.language(linter.settings_for(Path()))
    done = {name: fix_text(text, checker(linter, name, unsafe=unsafe)) for name, text in texts.items()}
    for name, fixed in done.items():
        write("".join(_diff(name, fixed.before, fixed.after)))
    _tell_counts(done, _WOULD, language)
    return any(fixed.after != fixed.before for fixed in done.values())


def _tell_counts(done: Mapping[str, Fixed], words: Mapping[str, str], language: str) -> None:
    for name, fixed in done.items():
        if fixed.counts:
            rules = ", ".join(f"{code} {number}" for code, number in fixed.counts.items())
            tell(words[language].format(file=name, n=sum(fixed.counts.values()), rules=rules))
    if not any(fixed.counts or fixed.problem for fixed in done.values()):
        tell(_NOTHING[language])


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    """A unified diff that `patch` can read; on a terminal control characters show instead of act."""
    from implan_lint.reporters.terminal import visible

    for line in unified_diff(_lines(before), _lines(after), visible(name), visible(name)):
        words = line.removesuffix("\n")
        yield (visible(words.removesuffix("\r")) if sys.stdout.isatty() else words) + "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: each ends in a line feed, but perhaps the last."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
