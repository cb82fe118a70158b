from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from implan_lint.engine.errors import UsageError
from implan_lint.lint import Options, lint_paths, lint_text, understand

OPTIONS = Options(today=date(2026, 3, 1), isolated=True)
PLAN = "---\nprofiel: software\nstatus: vastgesteld\n---\n# Plan\n\n## Doelen\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", str(tmp_path / "cache"))


def test_a_text_is_checked_as_the_same_file_is(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text(PLAN, encoding="utf-8")
    alone = replace(OPTIONS, ignore=("POR",))
    (one,) = lint_paths([file], alone).files
    other = lint_text(PLAN, file.as_posix(), OPTIONS)
    assert (one.path, one.diagnostics, one.looked, one.plan) == (
        other.path,
        other.diagnostics,
        other.looked,
        other.plan,
    )


def test_a_plan_can_be_understood_without_checking_it() -> None:
    plan = understand(PLAN, "plan.md", OPTIONS)
    assert (plan.profile.name, plan.phase.value, plan.today) == ("software", "vastgesteld", date(2026, 3, 1))


def test_wrong_options_raise() -> None:
    with pytest.raises(UsageError, match="there is no profile 'x'"):
        lint_text(PLAN, "plan.md", Options(today=date(2026, 3, 1), isolated=True, profile="x"))
