"""`implan-lint new`: a plan to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from implan_lint.cli.shared import Day, law_options, open_law, tell, usage_errors

_MADE = {
    "nl": "{file} staat klaar: vul het in en draai 'implan-lint check {file}'.",
    "en": "{file} is ready: fill it in and run 'implan-lint check {file}'.",
}


@click.command()
@click.argument("profile")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", metavar="T", default="", help="The plan's title.")
@click.option("--today", type=Day(), help="The day for its date; default today.")
@law_options
def new(
    *, profile: str, file: Path, title: str, today: date | None, lang: str | None, config: Path | None, isolated: bool
) -> None:
    """Makes FILE: a plan of kind PROFILE to fill in, with its front matter, parts and tables.

    An existing file is never overwritten.
    """
    from implan_lint.catalogue.problems import did_you_mean
    from implan_lint.engine.errors import UsageError
    from implan_lint.engine.scaffolding import Scaffold
    from implan_lint.engine.vetting import find_profile

    with usage_errors():
        law = open_law(lang=lang, config=config, isolated=isolated)
        found = find_profile(profile, law.catalogue.profiles)
        if found is None:
            raise UsageError(f"there is no profile '{profile}'", did_you_mean(profile, law.catalogue.profiles))
        scaffold = Scaffold(
            found, law.catalogue.vocabulary, law.language, " ".join(title.split()), today or date.today()
        )
        _create(file, scaffold.text())
    tell(_MADE[law.language].format(file=file))


def _create(file: Path, text: str) -> None:
    """Raises UsageError where the file is there already or can't be written."""
    from implan_lint.engine.errors import UsageError

    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"'{file}' already exists", "name a file that is not there yet") from error
    except OSError as error:
        raise UsageError(f"'{file}' can't be written", error.strerror or "") from error
