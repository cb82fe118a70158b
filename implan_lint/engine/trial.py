"""Runs the examples of rule pages: what stands under Fout is reported as the page says, under Goed nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from implan_lint.catalogue.examples import Example, ExampleKind, ExamplePlan, Expected, read_examples
from implan_lint.catalogue.folders import rules_folder
from implan_lint.catalogue.loader import law_files, load_catalogue
from implan_lint.catalogue.model import Catalogue
from implan_lint.catalogue.problems import CatalogueError, Problem, did_you_mean
from implan_lint.catalogue.resolve import resolve_check
from implan_lint.diagnostic import Diagnostic, Severity
from implan_lint.document.parse import parse
from implan_lint.engine.errors import UsageError
from implan_lint.engine.internal import CRASH
from implan_lint.engine.policy import Policy
from implan_lint.engine.portfolio import gathered
from implan_lint.engine.run import run_rules
from implan_lint.engine.vetting import find_profile
from implan_lint.plan.read import read_plan

TODAY = "2026-03-01"
"""The day on which an example is read, unless it says `vandaag=`."""


@dataclass(frozen=True, slots=True)
class FolderTrial:
    pages: int
    examples: int
    """How many of them were run: none where a page can't be used."""
    problems: tuple[Problem, ...]


def try_folder(folder: Path, others: Sequence[Path] = (), synonyms: Mapping[str, object] | None = None) -> FolderTrial:
    """Everything that is wrong with a folder of rule pages, on top of the rules of the law and of `others`.

    Raises UsageError where it holds no pages, and CatalogueError where only other folders are at fault.
    """
    files = tuple(law_files(folder))
    pages = tuple(path for path in files if path.suffix == ".md")
    if not files:
        raise UsageError(f"'{folder}' holds no rule pages")
    below = [other for other in others if other.resolve() != folder.resolve()]
    own = [] if folder.resolve() == rules_folder().resolve() else [folder]
    try:
        # Not from the cache: it doesn't see that the code of a plugin has changed.
        catalogue = load_catalogue((*below, *own), synonyms=synonyms, cache=False)
    except CatalogueError as error:
        problems = tuple(_inside(folder, error.problems))
        if not problems:
            raise
        return FolderTrial(len(pages), 0, problems)
    tried = [try_page(page, catalogue) for page in pages]
    return FolderTrial(
        len(pages),
        sum(examples for examples, _ in tried),
        tuple(problem for _, problems in tried for problem in problems),
    )


def _inside(folder: Path, problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems of a folder's own files, with their paths as the caller wrote the folder."""
    home = folder.resolve()
    for problem in problems:
        path = Path(problem.path).resolve()
        if path.is_relative_to(home):
            yield replace(problem, path=str(folder / path.relative_to(home)))


def try_page(page: Path, catalogue: Catalogue) -> tuple[int, tuple[Problem, ...]]:
    """How many examples the page has, and where the rules of `catalogue` don't do what it says.

    Its rule is the one after which the file is called.
    """
    examples = read_examples(page.read_text(encoding="utf-8-sig"))
    code = page.name.partition("-")[0]
    return len(examples), tuple(problem for one in examples for problem in try_example(one, code, page, catalogue))


def try_example(example: Example, code: str, page: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Where the rule says something else about the example than the page does."""
    wrong = _wrong_options(example, catalogue)
    if wrong:
        return (Problem(str(page), example.line, *wrong),)
    said = [found for found in _lint(example, page.name, _needed(code, catalogue)) if found.code in (code, CRASH)]
    return tuple(_differences(example, said, str(page)))


def _wrong_options(example: Example, catalogue: Catalogue) -> tuple[str, ...]:
    """What is wrong with the example's options, and perhaps a hint."""
    profile, today = example.options.get("profiel"), example.options.get("vandaag", TODAY)
    if profile is not None and find_profile(profile, catalogue.profiles) is None:
        return f"there is no profile '{profile}'", did_you_mean(profile, catalogue.profiles)
    try:
        date.fromisoformat(today)
    except ValueError:
        return f"'vandaag={today}' is no date", "write vandaag=YYYY-MM-DD"
    return ()


def _needed(code: str, catalogue: Catalogue) -> Catalogue:
    """The law without the rules that have no say in what this one reports."""
    rule = catalogue.rules[code]
    if resolve_check(rule.check).afterwards:
        return catalogue
    return replace(catalogue, rules={one: catalogue.rules[one] for one in (code, *rule.yields_to)})


def _lint(example: Example, name: str, catalogue: Catalogue) -> Sequence[Diagnostic]:
    wanted = example.options.get("profiel")
    profile = find_profile(wanted, catalogue.profiles) if wanted is not None else None
    plans = [
        read_plan(
            parse(_plan_text(plan), plan.file or name),
            vocabulary=catalogue.vocabulary,
            profiles=catalogue.profiles,
            profile=profile.name if profile is not None else None,
            today=date.fromisoformat(example.options.get("vandaag", TODAY)),
        )
        for plan in _plans(example)
    ]
    policy = Policy(language="nl", severity=_opt_in(catalogue))
    together = gathered(plans) if example.plans else plans
    return [found for plan in together for found in run_rules(plan, catalogue, policy).diagnostics]


def _plans(example: Example) -> tuple[ExamplePlan, ...]:
    return example.plans or (ExamplePlan("", example.text, example.options, example.line),)


def _opt_in(catalogue: Catalogue) -> Mapping[str, Severity]:
    """Rules that are off in every plan speak as they do when somebody turns them on: as a tip."""
    rules = catalogue.rules.values()
    return {rule.code: Severity.INFO for rule in rules if set(rule.severity.values()) == {Severity.OFF}}


def _plan_text(plan: ExamplePlan) -> str:
    """The plan as a file; `status=` becomes a field of its front matter."""
    status = plan.options.get("status")
    if status is None:
        return plan.text
    if plan.text.startswith("---\n"):
        return plan.text.replace("---\n", f"---\nstatus: {status}\n", 1)
    return f"---\nstatus: {status}\n---\n{plan.text}"


def _differences(example: Example, said: Sequence[Diagnostic], page: str) -> Iterator[Problem]:
    """Each expected finding that is not said, and each thing said that is not expected."""
    plans = {plan.file: plan for plan in _plans(example)}
    left = [_as_expected(found, plans) for found in said]
    missed = []
    for expected in example.expected:
        twin = next((found for found in left if _same(expected, found)), None)
        if twin is None:
            missed.append(expected)
        else:
            left.remove(twin)
    for expected in missed:
        here = [found for found in left if found[:2] == expected[:2] and found.file == expected.file]
        if here:
            left.remove(here[0])
            yield Problem(page, expected.page_line, f"this is expected, but found is: {_shown(here[0])}")
        else:
            yield Problem(page, expected.page_line, "this is expected, but not found")
    for found in left:
        blame = "under Goed, its rule must be silent" if example.kind is ExampleKind.RIGHT else "it is not expected"
        plan = plans[found.file]
        line = min(max(found.line, 0), plan.text.count("\n"))
        yield Problem(page, plan.line + line, f"found is: {_shown(found)}", blame)


def _as_expected(found: Diagnostic, plans: Mapping[str, ExamplePlan]) -> Expected:
    """A diagnostic as a page would write it down, counted in lines of the example."""
    file = found.path if found.path in plans else ""
    added = _plan_text(plans[file]).count("\n") - plans[file].text.count("\n")
    line, column = found.start.line - added, found.start.column
    return Expected(line, column, found.severity.value, found.code, found.message, file=file)


def _same(expected: Expected, found: Expected) -> bool:
    return (*expected[:4], expected.file) == (*found[:4], found.file) and expected.message in ("", found.message)


def _shown(found: Expected) -> str:
    file = f"{found.file}:" if found.file else ""
    return f"{file}{found.line}:{found.column} {found.severity} {found.code} {found.message}"
