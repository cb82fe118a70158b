"""`implan-lint` and `python -m implan_lint`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and exits; the version is told without loading any of it."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from implan_lint import __version__

        sys.stdout.write(f"implan-lint {__version__}\n")
        return
    from implan_lint.cli.main import implan_lint

    implan_lint(prog_name="implan-lint")


if __name__ == "__main__":
    main()
