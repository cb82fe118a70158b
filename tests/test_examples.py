"""The whole plans in `examples/`: a good one is silent above a tip, every one gives exactly its expected findings.

Beside each plan stands what `implan-lint check --output-format concise` says of it on 2 March 2026. After a change that
is meant, `python -m tests.test_examples` writes these files anew; read the difference before you commit it.
"""

from datetime import date
from pathlib import Path

import pytest

from implan_lint.diagnostic import Severity
from implan_lint.engine.results import FileResult
from implan_lint.lint import Linter, Options

EXAMPLES = Path(__file__).parent.parent / "examples"
NO_PLANS = {"README.md", "duinwijk-regels", "plugin"}
"""What else stands there: explanations, rule pages, and a plugin with a test of its own."""
PLANS = sorted(path for path in EXAMPLES.rglob("*.md") if NO_PLANS.isdisjoint(path.relative_to(EXAMPLES).parts))
GOOD = [path for path in PLANS if path.stem == "goed" or path.parent.name == "english"]
TODAY = date(2026, 3, 2)


def checked(path: Path) -> FileResult:
    config = path.parent / "implan-lint.yaml"
    options = Options(today=TODAY, config=config) if config.is_file() else Options(today=TODAY, isolated=True)
    return Linter(options).lint_text(path.read_bytes().decode("utf-8"), path.name)


def findings(path: Path) -> str:
    return "".join(
        f"{found.start.line}:{found.start.column}: {found.severity} {found.code} {found.message}\n"
        for found in checked(path).diagnostics
    )


def named(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_good_plan_is_silent_above_a_tip(path):
    assert [found for found in checked(path).diagnostics if found.severity is not Severity.INFO] == []


@pytest.mark.parametrize("path", PLANS, ids=named)
def test_an_example_gives_its_expected_findings(path):
    assert findings(path) == path.with_suffix(".expected.txt").read_text(encoding="utf-8")


def test_there_is_a_good_and_a_flawed_plan_of_every_kind():
    kinds = {"algemeen", "software", "sociaal-werk", "ips-onderwijs", "zes-stappen"}
    assert {named(path) for path in PLANS} >= {f"{kind}/{name}.md" for kind in kinds for name in ("goed", "gebrekkig")}


if __name__ == "__main__":
    for plan in PLANS:
        plan.with_suffix(".expected.txt").write_text(findings(plan), encoding="utf-8")
