"""`implan-lint rule`: what a rule asks, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from implan_lint.cli.shared import (
    color_option,
    law_options,
    open_law,
    options_from,
    terminal_width,
    usage_errors,
    wants_color,
    write,
)

if TYPE_CHECKING:
    from implan_lint.engine.trial import FolderTrial


@click.command()
@click.argument("code", required=False)
@click.option("--all", "all_", is_flag=True, help="All rules, with how grave they are in each profile.")
@click.option(
    "--check",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Checks rule pages of your own and runs their examples.",
)
@law_options
@color_option
@click.pass_context
def rule(
    context: click.Context,
    *,
    code: str | None,
    all_: bool,
    folder: Path | None,
    lang: str | None,
    config: Path | None,
    isolated: bool,
    color: bool | None,
) -> None:
    """Shows what rule CODE asks and why, with examples."""
    from implan_lint.catalogue.problems import did_you_mean
    from implan_lint.engine.errors import UsageError
    from implan_lint.engine.internal import MEANING, NAMES
    from implan_lint.reporters.rule_page import render_rule, render_rules
    from implan_lint.reporters.terminal import View

    if (code is not None) + all_ + (folder is not None) != 1:
        raise click.UsageError("Name one rule (such as ACT002), or give --all or --check FOLDER.")
    with usage_errors():
        if folder is not None:
            context.exit(_check(folder, lang=lang, config=config, isolated=isolated))
        law = open_law(lang=lang, config=config, isolated=isolated)
        view = View(law.language, wants_color(color), terminal_width())
        if code is None:
            write(render_rules(law.catalogue, view))
            return
        if code.upper() in NAMES:
            write(f"{code.upper()} {NAMES[code.upper()]}\n{MEANING[law.language][code.upper()]}\n")
            return
        found = law.catalogue.rules.get(code.upper()) or law.rule_named(code)
        if found is None:
            raise UsageError(f"there is no rule '{code}'", did_you_mean(code.upper(), law.catalogue.rules))
        write(render_rule(found, law.page(found), law.catalogue, view))


def _check(folder: Path, *, lang: str | None, config: Path | None, isolated: bool) -> int:
    """Prints what is wrong with a folder of rule pages; 1 if anything is."""
    from implan_lint.engine.trial import try_folder
    from implan_lint.lint import Linter

    linter = Linter(options_from(profile=None, lang=lang, today=None, config=config, isolated=isolated))
    settings = linter.settings_for(Path())
    tried = try_folder(folder, settings.rules, settings.synonyms or None)
    lines = [str(problem) for problem in tried.problems]
    write("".join(f"{line}\n" for line in [*lines, _summary(tried, linter.language(settings))]))
    return 1 if tried.problems else 0


_SUMMARY = {
    "nl": "Regelpagina's: {pages}, voorbeelden uitgevoerd: {examples}, fouten: {faults}.",
    "en": "Rule pages: {pages}, examples run: {examples}, faults: {faults}.",
}


def _summary(tried: FolderTrial, language: str) -> str:
    return _SUMMARY[language].format(pages=tried.pages, examples=tried.examples, faults=len(tried.problems))
