"""Every rule page is a test: what stands under Fout is reported as the page says, under Goed the rule is silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from implan_lint.catalogue.examples import Example, ExampleKind, read_examples
from implan_lint.catalogue.folders import rules_folder
from implan_lint.diagnostic import Diagnostic
from implan_lint.lint import Linter, Options

TODAY = "2026-03-01"
"""The day on which an example is read, unless it says `vandaag=`."""


def cases() -> list[object]:
    """All examples of all rule pages, each named by its place: "ACT002:31"."""
    found: list[object] = []
    for page in sorted(rules_folder().glob("*/*.md")):
        code = page.name.partition("-")[0]
        found += [
            pytest.param(page, code, example, id=f"{code}:{example.line}")
            for example in read_examples(page.read_text(encoding="utf-8"))
        ]
    return found


def plan_of(example: Example) -> str:
    """The example as a file; `status=` becomes front matter on the line that opens it, so no line moves."""
    status = example.options.get("status")
    if status is None:
        return example.text
    if example.text.startswith("---\n"):
        return example.text.replace("---\n", f"---\nstatus: {status}\n", 1)
    return f"---\nstatus: {status}\n---\n{example.text}"


def added_lines(example: Example) -> int:
    return plan_of(example).count("\n") - example.text.count("\n")


def found_by(code: str, example: Example, page: Path) -> list[Diagnostic]:
    """What the rule says about the example."""
    options = Options(
        today=date.fromisoformat(example.options.get("vandaag", TODAY)),
        profile=example.options.get("profiel"),
        language="nl",
        isolated=True,
    )
    result = Linter(options).lint_text(plan_of(example), page.name)
    return [found for found in result.diagnostics if found.code == code]


@pytest.mark.parametrize(("page", "code", "example"), cases())
def test_a_page_does_what_it_says(page: Path, code: str, example: Example) -> None:
    lines = added_lines(example)
    found = [
        f"{one.start.line - lines}:{one.start.column} {one.severity} {one.code} {one.message}"
        for one in found_by(code, example, page)
    ]
    expected = [
        f"{one.line}:{one.column} {one.severity} {one.code} {one.message}" if one.message else one
        for one in example.expected
    ]
    place = f"{page.name}, line {example.line}"
    if example.kind is ExampleKind.RIGHT:
        assert not found, f"{place}: this is said to be right"
        return
    assert len(found) == len(expected), f"{place}: found {found}"
    for have, want in zip(found, expected, strict=True):
        if isinstance(want, str):
            assert have == want, place
        else:
            assert have.startswith(f"{want.line}:{want.column} {want.severity} {want.code} "), f"{place}: found {have}"
