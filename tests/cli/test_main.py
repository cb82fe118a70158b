from __future__ import annotations

import subprocess
import sys

import pytest

from implan_lint import __version__
from tests.cli.world import World

HEAVY = {"click", "markdown_it", "pydantic", "ruamel", "pathspec"}


def imported_by(code: str) -> set[str]:
    """The heavy packages that are loaded after this code has run."""
    script = f"import sys\n{code}\nprint(*{HEAVY!r}.intersection(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import implan_lint", set()),
        ("import implan_lint.lint", set()),
        ("sys.argv = ['x', '--version']; from implan_lint.__main__ import main; main()", set()),
        ("import implan_lint.cli.main, implan_lint.cli.check, implan_lint.cli.show", {"click"}),
    ],
)
def test_heavy_packages_wait_until_they_are_needed(code: str, allowed: set[str]) -> None:
    assert imported_by(code) <= allowed


@pytest.mark.parametrize("argument", ["--version", "-V"])
def test_the_version(world: World, argument: str) -> None:
    assert world.spawn(argument).stdout.decode() == f"implan-lint {__version__}\n"
    assert world.run(argument).stdout == f"implan-lint {__version__}\n"


def test_help_lists_every_command(world: World) -> None:
    shown = world.run("--help").stdout
    assert all(f"\n  {command} " in shown for command in ("check", "profile", "rule", "show"))


def test_an_unknown_command_is_refused(world: World) -> None:
    result = world.run("chek")
    assert result.exit_code == 2
    assert "No such command 'chek'" in result.stderr
