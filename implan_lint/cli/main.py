"""The commands and what they share: each is loaded only when it is called for."""

from __future__ import annotations

from importlib import import_module

import click

from implan_lint import __version__

_COMMANDS = ("baseline", "check", "explain", "new", "profile", "rule", "show", "stamp")


class LazyGroup(click.Group):
    """A group whose commands are functions of modules of the same name beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"implan_lint.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="implan-lint %(version)s")
def implan_lint() -> None:
    """Leest implementatieplannen en zegt op de cel nauwkeurig wat er ontbreekt of elkaar tegenspreekt.

    Reads implementation plans and says, at the exact cell, what is missing or contradicts itself.
    """
