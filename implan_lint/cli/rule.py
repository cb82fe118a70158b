"""`implan-lint rule`: what a rule asks, and why."""

from __future__ import annotations

from pathlib import Path

import click

from implan_lint.cli.shared import color_option, law_options, open_law, terminal_width, usage_errors, wants_color, write


@click.command()
@click.argument("code", required=False)
@click.option("--all", "all_", is_flag=True, help="All rules, with how grave they are in each profile.")
@law_options
@color_option
def rule(
    *, code: str | None, all_: bool, lang: str | None, config: Path | None, isolated: bool, color: bool | None
) -> None:
    """Shows what rule CODE asks and why, with examples."""
    from implan_lint.catalogue.problems import did_you_mean
    from implan_lint.engine.errors import UsageError
    from implan_lint.engine.internal import MEANING, NAMES
    from implan_lint.reporters.rule_page import render_rule, render_rules
    from implan_lint.reporters.terminal import View

    if (code is None) == (not all_):
        raise click.UsageError("Name one rule (such as ACT002), or give --all.")
    with usage_errors():
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
