"""How far a long run is: a bar on standard error, for people only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from implan_lint.reporters import MACHINE

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from implan_lint.lint import Linter

_MANY = 20
"""From more plans than this on the bar is there at once."""
_LONG = 1.0
"""Seconds after which it comes with fewer."""
_LABEL = {"nl": "Plannen lezen", "en": "Reading plans"}


@contextmanager
def progress(linter: Linter, output_format: str) -> Iterator[None]:
    """Shows how far the linter is, if a long run is followed by somebody at a terminal."""
    if output_format in MACHINE or not sys.stderr.isatty():
        yield
        return
    bar = _Bar(_LABEL[linter.language(linter.settings_for(Path()))])
    linter.tick = bar.show
    try:
        yield
    finally:
        bar.close()


class _Bar:
    def __init__(self, label: str) -> None:
        self._label = label
        self._start = monotonic()
        self._bar: ProgressBar[int] | None = None

    def show(self, done: int, steps: int) -> None:
        # Each plan takes two steps: it is read, and it is judged.
        if self._bar is None and (steps > 2 * _MANY or monotonic() - self._start > _LONG):
            self._bar = click.progressbar(length=steps, label=self._label, file=sys.stderr)
            self._bar.render_progress()
        if self._bar is not None:
            self._bar.update(done - self._bar.pos)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
