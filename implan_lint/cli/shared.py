"""What several commands share: options, output and the way to a usage error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from implan_lint.lint import Law, Options

Command = TypeVar("Command", bound=Callable[..., Any])


class Refusal(click.ClickException):
    """Wrong arguments, configuration or rules: nothing was checked."""

    exit_code = 2


class Day(click.ParamType[date]):
    """YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is no date: write YYYY-MM-DD", param, ctx)


def plan_options(command: Command) -> Command:
    """Options that decide how a plan is read, the same in every command that reads one."""
    command = law_options(command)
    command = click.option("--today", type=Day(), help="The day to count from; default today.")(command)
    return click.option("--profile", metavar="NAME", help="The kind of plan, whatever the plan says.")(command)


def law_options(command: Command) -> Command:
    """Options that decide which rules there are and in which language they speak."""
    command = click.option("--isolated", is_flag=True, help="Read no configuration file.")(command)
    command = click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="This configuration file instead of the nearest one.",
    )(command)
    return click.option("--lang", type=click.Choice(["nl", "en"]), help="Language of the messages; default nl.")(
        command
    )


def color_option(command: Command) -> Command:
    return click.option("--color/--no-color", default=None, help="Colours; default only on a terminal.")(command)


def options_from(
    *, profile: str | None, lang: str | None, today: date | None, config: Path | None, isolated: bool
) -> Options:
    """The linter's options from those of `plan_options`. The one place where the clock is read."""
    from implan_lint.lint import Options

    return Options(today=today or date.today(), profile=profile, language=lang, config=config, isolated=isolated)


def codes_from(given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes and families of `--select ACT,DOE002`, in capitals."""
    return tuple(code.strip().upper() for part in given for code in part.split(",") if code.strip())


def open_law(*, lang: str | None, config: Path | None, isolated: bool) -> Law:
    """The law of the current folder. Raises UsageError or CatalogueError."""
    from implan_lint.lint import Linter

    return Linter(options_from(profile=None, lang=lang, today=None, config=config, isolated=isolated)).law()


@contextmanager
def usage_errors() -> Iterator[None]:
    """Wrong arguments, configuration or rules end the command with exit code 2 and an explanation on stderr."""
    from implan_lint.catalogue.problems import CatalogueError
    from implan_lint.engine.errors import UsageError

    try:
        yield
    except (UsageError, CatalogueError) as error:
        raise Refusal(str(error)) from error


def wants_color(color: bool | None) -> bool:
    """What --color says; otherwise only on a terminal, and not where NO_COLOR is set."""
    if color is not None:
        return color
    return not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def terminal_width() -> int:
    return shutil.get_terminal_size((100, 24)).columns


def write(text: str) -> None:
    """To stdout as UTF-8 with plain line feeds, whatever the terminal's encoding."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def tell(text: str) -> None:
    """To stderr, as one line."""
    click.echo(text, err=True)


def write_file(path: Path, text: str) -> None:
    """A report in a file, as UTF-8 with plain line feeds. Raises UsageError where it can't be written."""
    from implan_lint.engine.errors import UsageError

    try:
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"'{path}' can't be written", error.strerror or "") from error


def write_atomically(path: Path, text: str) -> None:
    """A file of ours, whole or not at all. Raises UsageError where it can't be written."""
    from implan_lint.atomic import replace_file
    from implan_lint.engine.errors import UsageError

    try:
        replace_file(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise UsageError(f"'{path}' can't be written", error.strerror or "") from error
