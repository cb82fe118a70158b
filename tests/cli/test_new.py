from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from implan_lint.catalogue.loader import load_catalogue
from implan_lint.diagnostic import Diagnostic, RuleKind, Severity
from implan_lint.lint import Options, lint_text
from tests.cli.world import World

PROFILES = ("algemeen", "software", "sociaal-werk", "ips-onderwijs", "zes-stappen")
FILLED = Path(__file__).parent / "filled"
"""Per profile the words that somebody would write into a new plan: fields, and below each heading its text and rows."""
_MARK = re.compile(r"(?:1\.|-)")


def made(world: World, profile: str, *arguments: str) -> str:
    result = world.run("new", profile, "nieuw.md", "--isolated", "--today", "2026-03-01", *arguments)
    assert (result.exit_code, result.stdout) == (0, "")
    return (world.folder / "nieuw.md").read_text()


def said(text: str) -> list[Diagnostic]:
    """Everything above a tip, as a plan that stands alone."""
    found = lint_text(text, "nieuw.md", Options(date(2026, 3, 1), isolated=True)).diagnostics
    return [one for one in found if one.severity.rank > Severity.INFO.rank]


def filled(scaffold: str, words: str) -> str:
    """The scaffold with its empty fields, list marks and rows replaced by these words."""
    head, *parts = re.split(r"^#{2,3} (.+)\n", words, flags=re.MULTILINE)
    for line in head.splitlines():
        name = line.partition(":")[0]
        scaffold, times = re.subn(rf"^{name}:(?:  #.*)?$", line, scaffold, flags=re.MULTILINE)
        assert times == 1, line
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        part = re.search(rf"^#+ {heading}\n((?:(?!##).*\n)*)", scaffold, re.MULTILINE)
        assert part is not None, heading
        scaffold = scaffold[: part.start(1)] + _filled_part(part[1], body) + "\n" + scaffold[part.end(1) :]
    return scaffold


def _filled_part(part: str, body: str) -> str:
    kept = [line for line in part.splitlines() if not _MARK.fullmatch(line) and not re.fullmatch(r"\|[| ]+\|", line)]
    return "\n".join(kept).rstrip("\n") + ("\n" if body.startswith("|") else "\n\n") + body


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_new_plan_is_only_told_to_fill_things_in(world: World, profile: str, language: str) -> None:
    rules = load_catalogue().rules
    found = said(made(world, profile, "--lang", language))
    assert {one.severity for one in found} == {Severity.WARNING}
    assert {rules[one.code].kind for one in found} == {RuleKind.COMPLETENESS}
    assert not {one.code for one in found} & {"STR001", "STR008", "MET001"}  # part, column or field not there


@pytest.mark.parametrize("profile", PROFILES)
def test_a_new_plan_that_is_filled_in_well_is_clean(world: World, profile: str) -> None:
    plan = filled(made(world, profile), (FILLED / f"{profile}.md").read_text()).replace("concept", "vastgesteld")
    assert [f"{one.start.line} {one.code} {one.message}" for one in said(plan)] == []


def test_the_title_and_an_alias_of_the_profile_are_taken(world: World) -> None:
    text = made(world, "verbeterplan", "--title", "Sanne's plan: deel 2")
    assert text.startswith("---\ntitel: 'Sanne''s plan: deel 2'\nprofiel: ips-onderwijs\n")
    assert "\n# Sanne's plan: deel 2\n" in text


def test_an_existing_file_stays_as_it_is(world: World) -> None:
    there = world.write("nieuw.md", "# Van mij\n")
    result = world.run("new", "algemeen", "nieuw.md", "--isolated")
    assert (result.exit_code, there.read_text()) == (2, "# Van mij\n")
    assert "'nieuw.md' already exists" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("algemen", "nieuw.md"), "there is no profile 'algemen'"),
        (("algemeen", "geen/map/nieuw.md"), "'geen/map/nieuw.md' can't be written"),
    ],
)
def test_what_can_not_be_made_is_told(world: World, arguments: tuple[str, ...], said: str) -> None:
    result = world.run("new", *arguments, "--isolated")
    assert (result.exit_code, (world.folder / "nieuw.md").exists()) == (2, False)
    assert said in result.stderr


def test_people_are_told_what_comes_next(world: World) -> None:
    told = world.run("new", "software", "nieuw.md", "--isolated", "--lang", "en").stderr
    assert told == "nieuw.md is ready: fill it in and run 'implan-lint check nieuw.md'.\n"
