"""`implan-lint check`: what is missing or contradicts itself."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from implan_lint.cli.shared import (
    Refusal,
    codes_from,
    color_option,
    options_from,
    plan_options,
    tell,
    terminal_width,
    usage_errors,
    wants_color,
    write,
    write_file,
)
from implan_lint.reporters import FORMATS, MACHINE, SPEAKS_FOR_ITSELF, reporter

if TYPE_CHECKING:
    from implan_lint.lint import Linter, Run
    from implan_lint.reporters.terminal import View

STDIN = "-"

_NOTHING = {
    "nl": "Er is niets om te controleren: {found}. Zet 'profiel: algemeen' (of een ander profiel) in de front matter "
    "van een plan, noem het bestand zelf, of zet een patroon bij 'include' in implan-lint.yaml.",
    "en": "There is nothing to check: {found}. Put 'profile: algemeen' (or another profile) in a plan's front matter, "
    "name the file itself, or add a pattern to 'include' in implan-lint.yaml.",
}
_FOUND = {
    "nl": (
        "geen Markdown-bestanden gevonden",
        "{n} Markdown-bestand(en) gevonden, maar geen daarvan noemt zich een plan",
    ),
    "en": ("no Markdown files found", "{n} Markdown file(s) found, but none says that it is a plan"),
}
_LOOKS = {
    "nl": "Deze bestanden lijken op een plan, maar zeggen het niet: {files}. Zet 'profiel: ...' in hun front matter, "
    "of zet ze bij 'include' in implan-lint.yaml, om ze mee te nemen.",
    "en": "These files look like a plan and don't say so: {files}. To include them, put 'profile: ...' in their front "
    "matter, or add them to 'include' in implan-lint.yaml.",
}
_LONGEST_HINT = 5
"""Files that the hint names one by one."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or families, comma-separated.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules: codes or families, comma-separated.")
@plan_options
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    show_default=True,
    envvar="IMPLAN_LINT_OUTPUT_FORMAT",
    show_envvar=True,
)
@click.option("--output-file", type=click.Path(dir_okay=False, path_type=Path), help="The report goes here.")
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely; the report is what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; exit code 1 if anything.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that leave you to fill in or check."
)
@click.option("--statistics", is_flag=True, help="Per rule: findings, and on how many things it looked.")
@click.option("--exit-zero", is_flag=True, help="Exit code 0 whatever is found.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), help="Default error.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Known findings; default implan-lint-baseline.json.")
@click.option("--no-baseline", is_flag=True, help="Show known findings too.")
@click.option("--changed-since", metavar="REV", help="Only what changes since this git revision brought or touched.")
@click.option("--stdin-filename", metavar="PATH", help="The name of what comes from standard input (PATHS is -).")
@click.option("--watch", is_flag=True, help="Check again whenever a plan, the configuration or a rule page changes.")
@click.option("--show-files", is_flag=True, help="Only list the files that would be checked.")
@color_option
def check(
    *,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    lang: str | None,
    today: date | None,
    config: Path | None,
    isolated: bool,
    output_format: str,
    output_file: Path | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    statistics: bool,
    exit_zero: bool,
    fail_on: str | None,
    baseline: Path | None,
    no_baseline: bool,
    changed_since: str | None,
    stdin_filename: str | None,
    watch: bool,
    show_files: bool,
    color: bool | None,
) -> None:
    """Checks plans: the named files, and in folders (default: this one) every file that says it is a plan.

    Exit code 0: nothing at or above --fail-on; 1: something; 2: wrong arguments or configuration.
    """
    from dataclasses import replace

    from implan_lint.cli.progress import progress
    from implan_lint.cli.watch import watch_plans
    from implan_lint.lint import FailOn, Linter
    from implan_lint.reporters.terminal import View

    options = replace(
        options_from(profile=profile, lang=lang, today=today, config=config, isolated=isolated),
        select=codes_from(select),
        ignore=codes_from(ignore),
        fail_on=FailOn(fail_on) if fail_on else None,
        baseline=baseline,
        no_baseline=no_baseline,
        changed_since=changed_since,
    )

    def report(linter: Linter, run: Run | None = None) -> Run:
        with usage_errors(), progress(linter, output_format):
            run = run or _run(linter, paths, stdin_filename)
        view = View(run.language, output_file is None and wants_color(color), terminal_width(), statistics)
        _report(run, output_format, output_file, view)
        return run

    linter, run, written = Linter(options), None, True
    _refuse_odd_fixing(
        paths, fix=fix, diff=diff, unsafe=unsafe_fixes, changed_since=changed_since, stdin=stdin_filename
    )
    if watch:
        _refuse_odd_watching(paths, fix=fix, diff=diff, stdin=stdin_filename, output_file=output_file)
    with usage_errors():
        if show_files:
            _show_files(linter, paths)
            return
        if diff:
            raise click.exceptions.Exit(int(_diff(linter, paths, stdin_filename, unsafe=unsafe_fixes)))
        if fix:
            run, written = _fix(linter, paths, unsafe=unsafe_fixes)
    if watch:
        watch_plans(paths, lambda: Linter(options), report)
        return
    run = report(linter, run)
    if not written:
        raise click.exceptions.Exit(2)
    if run.failed and not exit_zero:
        raise click.exceptions.Exit(1)


def _refuse_odd_watching(
    paths: tuple[Path, ...], *, fix: bool, diff: bool, stdin: str | None, output_file: Path | None
) -> None:
    if fix or diff or output_file is not None:
        raise click.UsageError("--watch can't be combined with --fix, --diff or --output-file.")
    if Path(STDIN) in paths or stdin is not None:
        raise click.UsageError("--watch can't be combined with '-' (standard input).")


def _show_files(linter: Linter, paths: tuple[Path, ...]) -> None:
    from implan_lint.reporters.terminal import visible

    for path in linter.discover(paths or (Path(),)).plans:
        write(visible(path.as_posix()) + "\n")


def _refuse_odd_fixing(
    paths: tuple[Path, ...], *, fix: bool, diff: bool, unsafe: bool, changed_since: str | None, stdin: str | None
) -> None:
    if unsafe and not fix and not diff:
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if fix and diff:
        raise click.UsageError("--fix can't be combined with --diff: choose one.")
    if (fix or diff) and changed_since is not None:
        raise click.UsageError("--fix and --diff can't be combined with --changed-since.")
    if fix and (Path(STDIN) in paths or stdin is not None):
        raise click.UsageError("--fix can't be combined with '-' (standard input): use --diff.")


def _fix(linter: Linter, paths: tuple[Path, ...], *, unsafe: bool) -> tuple[Run, bool]:
    """What is left after fixing, and whether every file could be written."""
    from implan_lint.cli.fix import fix_files

    found = linter.discover(paths or (Path(),))
    if not found.plans:
        raise _nothing(linter.run([], found))
    written = fix_files(linter, tuple(found.plans), unsafe=unsafe)
    return linter.lint_paths(paths or (Path(),)), written


def _diff(linter: Linter, paths: tuple[Path, ...], stdin_filename: str | None, *, unsafe: bool) -> bool:
    """Prints what fixing would change; whether there is anything. Unreadable files have nothing to fix."""
    from implan_lint.cli.fix import show_diffs

    run = _run(linter, paths, stdin_filename)
    return show_diffs(linter, {file.path: file.source.text for file in run.files}, unsafe=unsafe)


def _run(linter: Linter, paths: tuple[Path, ...], stdin_filename: str | None) -> Run:
    if paths == (Path(STDIN),) or (stdin_filename is not None and not paths):
        if linter.options.changed_since is not None:
            raise click.UsageError("--changed-since can't be combined with '-' (standard input).")
        content = sys.stdin.buffer.read()
        return linter.run([linter.lint_bytes(content, stdin_filename or "<stdin>")])
    if Path(STDIN) in paths:
        raise click.UsageError("'-' (standard input) can't be combined with other paths.")
    run = linter.lint_paths(paths or (Path(),))
    if not run.files:
        raise _nothing(run)
    return run


def _nothing(run: Run) -> Refusal:
    none, some = _FOUND[run.language]
    found = some.format(n=run.others) if run.others else none
    words = [_NOTHING[run.language].format(found=found)]
    if run.look_alikes:
        words.append(_look_alikes(run))
    return Refusal("\n".join(words))


def _look_alikes(run: Run) -> str:
    from implan_lint.reporters.terminal import visible

    files = ", ".join(visible(path) for path in run.look_alikes[:_LONGEST_HINT])
    more = len(run.look_alikes) - _LONGEST_HINT
    return _LOOKS[run.language].format(files=f"{files}, … (+{more})" if more > 0 else files)


def _report(run: Run, output_format: str, output_file: Path | None, view: View) -> None:
    from implan_lint.reporters.statistics import statistics_table
    from implan_lint.reporters.summary import summary

    text = reporter(output_format).render(run, view)
    if output_file is None:
        write(text)
    else:
        with usage_errors():
            write_file(output_file, text)
    if output_format not in MACHINE:
        if output_format not in SPEAKS_FOR_ITSELF:
            if view.statistics:
                tell(statistics_table(run, view.language).rstrip("\n"))
            tell(summary(run, view.language))
        if run.look_alikes:
            tell(_look_alikes(run))
