"""`implan-lint show`: what the tool understood of a plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from implan_lint.cli.shared import (
    color_option,
    options_from,
    plan_options,
    terminal_width,
    usage_errors,
    wants_color,
    write,
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["tree", "json"]), default="tree", show_default=True)
@click.option(
    "--links", is_flag=True, help="Show how its things hang together: which action serves which goal, and why."
)
@plan_options
@color_option
def show(
    *,
    file: Path,
    format_: str,
    links: bool,
    profile: str | None,
    lang: str | None,
    today: date | None,
    config: Path | None,
    isolated: bool,
    color: bool | None,
) -> None:
    """Shows what the tool understands of FILE: its parts, goals, actions, risks and dates."""
    from implan_lint.lint import LANGUAGE, Linter

    options = options_from(profile=profile, lang=lang, today=today, config=config, isolated=isolated)
    with usage_errors():
        plan = Linter(options).understand_file(file)
    if format_ == "json":
        import json

        from implan_lint.reporters.understanding import understanding

        found = understanding(plan)
        if links:
            from implan_lint.plan.traces import links_of
            from implan_lint.reporters.links import links_data

            found |= links_data(plan, links_of(plan))
        write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    from implan_lint.reporters.terminal import View

    view = View(lang or LANGUAGE, wants_color(color), terminal_width())
    if links:
        from implan_lint.plan.traces import links_of
        from implan_lint.reporters.links import render_links

        write(render_links(plan, links_of(plan), view))
        return
    from implan_lint.reporters.tree import render_tree

    write(render_tree(plan, view))
