"""The worked examples of an organisation's own rules: they are sound, and do what their README says."""

from __future__ import annotations

from pathlib import Path

from implan_lint.engine.trial import try_folder
from implan_lint.lint import Linter, Options
from tests.test_examples import EXAMPLES, TODAY

FOLDER = EXAMPLES / "eigen-regels"
PLAN = FOLDER / "buurthuis.md"


def codes(plan: Path, *, isolated: bool) -> set[str]:
    options = Options(today=TODAY, config=None if isolated else FOLDER / "implan-lint.yaml", isolated=isolated)
    return {found.code for found in Linter(options).lint_file(plan).diagnostics}


def test_the_pages_of_the_folder_are_sound() -> None:
    tried = try_folder(FOLDER / "duinwijk-regels")
    assert (tried.pages, tried.examples, tried.problems) == (2, 4, ())


def test_its_rules_and_words_are_in_force_with_its_configuration_and_only_then(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text(PLAN.read_text(encoding="utf-8").replace("profiel: duinwijk", "profiel: algemeen"), "utf-8")
    assert {"DUI001", "STK006", "ACT002"} <= codes(plan, isolated=False)
    assert "DUI001" not in codes(plan, isolated=True)
    # Without its vocabulary nothing says that a 'kartrekker' is who does it, and 'warme overdracht' nazorg.
    assert "EVA002" in codes(plan, isolated=True) - codes(plan, isolated=False)


def test_its_kind_of_plan_asks_for_nazorg(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text(PLAN.read_text(encoding="utf-8").partition("## Warme overdracht")[0], "utf-8")
    assert "STR001" in codes(plan, isolated=False) - codes(PLAN, isolated=False)
