"""`implan-lint baseline`: the findings that are known, so that only new ones are shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from implan_lint.cli.shared import options_from, plan_options, tell, usage_errors, write_atomically

if TYPE_CHECKING:
    from implan_lint.engine.baseline import Baseline

_WRITTEN = {
    "nl": "{file}: {n} bekende bevindingen in {plans} plannen ({added} erbij, {solved} opgelost).",
    "en": "{file}: {n} known findings in {plans} plans ({added} added, {solved} solved).",
}
_NEW = {
    "nl": "{n} nieuwe bevindingen zijn niet opgenomen: los ze op, of neem ze op met --add.",
    "en": "{n} new findings were left out: solve them, or take them in with --add.",
}
_STALE = {
    "nl": "{file}: {n} bevindingen zijn opgelost en staan er nog in: draai 'implan-lint baseline'.",
    "en": "{file}: {n} findings are solved and still in it: run 'implan-lint baseline'.",
}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@plan_options
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="Default implan-lint-baseline.json.")
@click.option("--add", is_flag=True, help="Take in what is new as well; without it the file can only shrink.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit code 1 where the file could shrink.")
def baseline(
    *,
    paths: tuple[Path, ...],
    profile: str | None,
    lang: str | None,
    today: date | None,
    config: Path | None,
    isolated: bool,
    file: Path | None,
    add: bool,
    only_check: bool,
) -> None:
    """Records today's findings as known: `check` then shows only what is new.

    The first time it takes in everything. After that it takes out what is solved, and leaves out what is new.
    """
    from dataclasses import replace

    from implan_lint.engine.baseline import Baseline, compare, dump_baseline, load_baseline, updated
    from implan_lint.lint import Linter

    given = options_from(profile=profile, lang=lang, today=today, config=config, isolated=isolated)
    linter = Linter(replace(given, no_baseline=True))
    with usage_errors():
        place = file or linter.baseline_file()
        is_first = not place.exists()
        old = Baseline(place, {}) if is_first else load_baseline(place)
        run = linter.lint_paths(paths or (Path(),))
        comparison = compare(old, run.files)
        solved = sum(map(len, comparison.solved.values()))
        if only_check:
            if solved:
                tell(_STALE[run.language].format(file=place, n=solved))
                raise click.exceptions.Exit(1)
            return
        new = updated(old, comparison, grow=add or is_first)
        write_atomically(place, dump_baseline(new))
    before, after = _size(old), _size(new)
    words = {"file": place, "n": after, "plans": len(new.entries), "added": after - before + solved, "solved": solved}
    tell(_WRITTEN[run.language].format(**words))
    left_out = sum(len(each.diagnostics) for each in comparison.files)
    if left_out and not (add or is_first):
        tell(_NEW[run.language].format(n=left_out))


def _size(known: Baseline) -> int:
    return sum(map(len, known.entries.values()))
