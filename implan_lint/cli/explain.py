"""`implan-lint explain`: why there is a finding on a line, or why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from implan_lint.cli.shared import (
    codes_from,
    color_option,
    options_from,
    plan_options,
    terminal_width,
    usage_errors,
    wants_color,
    write,
)

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?:?")


@click.command()
@click.argument("place", metavar="FILE:LINE[:COL]")
@click.option("--select", multiple=True, metavar="CODES", help="As in check.")
@click.option("--ignore", multiple=True, metavar="CODES", help="As in check.")
@plan_options
@color_option
def explain(
    *,
    place: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    lang: str | None,
    today: date | None,
    config: Path | None,
    isolated: bool,
    color: bool | None,
) -> None:
    """Tells why there is a finding on a line, or why there is none: what was understood there, which rules looked,
    and what was suppressed, known, left out or lowered, and by whom.
    """
    from implan_lint.engine.errors import UsageError
    from implan_lint.engine.explaining import Witness
    from implan_lint.lint import Linter
    from implan_lint.reporters.explanation import render_explanation
    from implan_lint.reporters.terminal import View

    read = _PLACE.fullmatch(place)
    if read is None:
        raise click.UsageError("Name a line: FILE:LINE or FILE:LINE:COL, as in a report.")
    file, line = Path(read["file"]), int(read["line"])
    given = options_from(profile=profile, lang=lang, today=today, config=config, isolated=isolated)
    linter = Linter(replace(given, select=codes_from(select), ignore=codes_from(ignore)))
    witness = linter.witness = Witness()
    if file.is_dir():
        raise click.UsageError(f"'{file.as_posix()}' is a folder: name a line of a file, FILE:LINE.")
    with usage_errors():
        (result,) = linter.lint_paths([file]).files
        settings = linter.settings_for(file.parent).for_file(file)
        if witness.plan is None:
            raise UsageError(result.diagnostics[0].message, file.as_posix())
        if not 1 <= line <= result.source.line_count:
            raise UsageError(f"'{file.as_posix()}' has no line {line}", f"its last line is {result.source.line_count}")
        found = witness.explain(result, settings, line, int(read["column"]) if read["column"] else None)
    view = View(linter.language(settings), wants_color(color), terminal_width())
    write(render_explanation(found, line, profile is not None, view))
