"""A folder with plans, rules of its own and the command line, run in the process or as one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner, Result

from implan_lint.cli.main import implan_lint
from tests.words_plugin import write_rule

PLAN = """\
---
titel: Invoering rooster
profiel: algemeen
status: vastgesteld
---
# Invoering rooster

## Acties

| Actie | Wie | Wanneer |
|-------|-----|---------|
| Een kip kopen | Sanne | 1 mei 2026 |
"""


class World:
    def __init__(self, folder: Path, site: Path, rules: Path) -> None:
        """`rules` is shared by all tests, so that its catalogue is built once."""
        self.folder = folder
        self._site = site
        self._rules = folder.parent / "regels"
        self._rules.symlink_to(rules, target_is_directory=True)
        self.write("implan-lint.yaml", "rules: ../regels\nselect: WRD\n")

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def own_rules(self) -> Path:
        """The folder of rule pages, from now on for this test alone to change."""
        if self._rules.is_symlink():
            self._rules.unlink()
            write_rule(self._rules)
        return self._rules

    def run(self, *arguments: str, stdin: str | bytes | None = None, **environment: str) -> Result:
        """In this process: stdout, stderr, output and exit_code of the result."""
        with self._inside():
            return CliRunner().invoke(implan_lint, [*arguments], input=stdin, env=environment, catch_exceptions=False)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            yield
        finally:
            os.chdir(before)

    def spawn(self, *arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        """As a process of its own."""
        path = os.pathsep.join([str(self._site), os.environ.get("PYTHONPATH", "")])
        return subprocess.run(
            [sys.executable, "-m", "implan_lint", *arguments],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": path, **environment},
            check=False,
        )
