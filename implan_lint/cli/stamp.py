"""`implan-lint stamp`: what was approved, as fingerprints in the front matter."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import click

from implan_lint.cli.shared import options_from, plan_options, tell, usage_errors

_STAMPED = {
    "nl": "{file}: goedkeuring vastgelegd van {goals} doelen, {scope} punten in de scope en {budget} begrotingsregels.",
    "en": "{file}: approval recorded of {goals} goals, {scope} scope items and {budget} budget lines.",
}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", metavar="NAME", default="", help="Who approved.")
@plan_options
def stamp(
    *,
    files: tuple[Path, ...],
    by: str,
    profile: str | None,
    lang: str | None,
    today: date | None,
    config: Path | None,
    isolated: bool,
) -> None:
    """Records that FILES were approved today: a fingerprint of goals, scope and budget in the front matter.

    When one of these changes later without a new approval, `check` names what changed (GOE001).
    """
    from implan_lint.engine.stamping import stamp_file
    from implan_lint.lint import LANGUAGE, Linter

    options = options_from(profile=profile, lang=lang, today=today, config=config, isolated=isolated)
    linter = Linter(options)
    with usage_errors():
        for file in files:
            stamped = stamp_file(file, partial(linter.understand, path=file.as_posix()), by)
            counts = {"goals": stamped["doelen"], "scope": stamped["scope"], "budget": stamped["budget"]}
            tell(_STAMPED[lang or LANGUAGE].format(file=file, **counts))
