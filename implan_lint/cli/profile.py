"""`implan-lint profile`: what one kind of plan must hold."""

from __future__ import annotations

from pathlib import Path

import click

from implan_lint.cli.shared import color_option, law_options, open_law, terminal_width, usage_errors, wants_color, write


@click.command()
@click.argument("name", required=False)
@law_options
@color_option
def profile(*, name: str | None, lang: str | None, config: Path | None, isolated: bool, color: bool | None) -> None:
    """Shows what a plan of kind NAME must hold; without NAME, which kinds there are."""
    from implan_lint.catalogue.problems import did_you_mean
    from implan_lint.engine.errors import UsageError
    from implan_lint.engine.vetting import find_profile
    from implan_lint.reporters.profile_page import render_profile, render_profiles
    from implan_lint.reporters.terminal import View

    with usage_errors():
        law = open_law(lang=lang, config=config, isolated=isolated)
        view = View(law.language, wants_color(color), terminal_width())
        if name is None:
            write(render_profiles(law.catalogue, view))
            return
        found = find_profile(name, law.catalogue.profiles)
        if found is None:
            raise UsageError(f"there is no profile '{name}'", did_you_mean(name, law.catalogue.profiles))
        write(render_profile(found, law.catalogue.vocabulary, view))
