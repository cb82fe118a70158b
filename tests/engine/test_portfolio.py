"""Which plans belong together, and what a rule across plans gets to see of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from implan_lint.catalogue.loader import load_catalogue
from implan_lint.checks.cards import file_of
from implan_lint.engine.policy import Policy
from implan_lint.engine.portfolio import portfolio_of
from implan_lint.engine.run import run_rules
from implan_lint.lint import Linter, Options
from implan_lint.plan.model import Card, Plan
from tests.engine.plans import plan as bare_plan

TODAY = date(2026, 3, 1)
OPTIONS = Options(today=TODAY, language="nl", select=("POR001", "POR002"))
CONFIGURATION = "profile: algemeen\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, own: str = "P-1", body: str = "", says_so: bool = True) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = "profiel: algemeen\n" if says_so else ""
    path.write_text(f"---\n{profile}plan_id: {own}\n---\n# Plan\n\n{body}\n", encoding="utf-8")
    return path


def found(*paths: str, options: Options = OPTIONS) -> Mapping[str, list[str]]:
    """The codes found in each plan of a run."""
    run = Linter(options).lint_paths([Path(path) for path in paths])
    return {file.path: [one.code for one in file.diagnostics] for file in run.files}


class TestWithoutConfiguration:
    def test_the_plans_of_a_run_belong_together(self, folder: Path) -> None:
        write(folder, "a.md")
        write(folder, "b.md")
        assert found("a.md", "b.md") == {"a.md": ["POR001"], "b.md": ["POR001"]}

    def test_a_plan_that_is_checked_alone_knows_no_others(self, folder: Path) -> None:
        write(folder, "a.md")
        write(folder, "b.md")
        assert found("a.md") == {"a.md": []}

    def test_what_it_links_to_is_looked_for_all_the_same(self, folder: Path) -> None:
        write(folder, "a.md", body="[B](b.md) [weg](weg.md)")
        write(folder, "b.md")
        assert found("a.md") == {"a.md": ["POR002"]}


class TestWithConfiguration:
    @pytest.fixture(autouse=True)
    def _configured(self, folder: Path) -> None:
        (folder / "implan-lint.yaml").write_text(CONFIGURATION, encoding="utf-8")

    def test_the_others_of_the_folder_stand_around_a_plan(self, folder: Path) -> None:
        write(folder, "plannen/a.md")
        write(folder, "oud/b.md")
        assert found("plannen/a.md") == {"plannen/a.md": ["POR001"]}

    def test_one_by_one_they_give_what_they_give_together(self, folder: Path) -> None:
        names = ["plannen/a.md", "plannen/b.md", "los.md", "ook-los.md"]
        for name in names:
            write(folder, name, body="Zie [A](plannen/a.md).", says_so="los" not in name)
        together = found(*names)
        assert together == {name: codes for one in names for name, codes in found(one).items()}
        assert together["plannen/a.md"] == ["POR001", "POR002"]

    def test_what_is_no_plan_or_left_out_is_no_company(self, folder: Path) -> None:
        (folder / "implan-lint.yaml").write_text('exclude: ["archief/**"]\n', encoding="utf-8")
        write(folder, "a.md")
        write(folder, "verslag.md", says_so=False)
        write(folder, "archief/a.md")
        assert found("a.md") == {"a.md": []}

    def test_a_folder_with_settings_of_its_own_is_another_portfolio(self, folder: Path) -> None:
        write(folder, "a.md")
        write(folder, "elders/b.md")
        (folder / "elders" / "implan-lint.yaml").write_text(CONFIGURATION, encoding="utf-8")
        assert found(".") == {"a.md": [], "elders/b.md": []}

    def test_a_plan_around_it_that_cannot_be_read_is_left_out(self, folder: Path) -> None:
        write(folder, "a.md")
        write(folder, "c.md")
        (folder / "b.md").write_bytes(b"---\nprofiel: algemeen\nplan_id: P-1\n---\n\xff")
        (folder / "d.md").symlink_to("nergens.md")
        assert found("a.md") == {"a.md": ["POR001"]}

    def test_settings_from_elsewhere_leave_the_plans_of_the_run_together(self, folder: Path) -> None:
        write(folder, "plannen/a.md")
        write(folder, "plannen/b.md")
        (folder / "instellingen").mkdir()
        config = folder / "instellingen" / "implan-lint.yaml"
        config.write_text(CONFIGURATION, encoding="utf-8")
        run = found("plannen", options=replace(OPTIONS, config=config))
        assert run == {"plannen/a.md": ["POR001"], "plannen/b.md": ["POR001"]}

    @pytest.mark.parametrize(("select", "read"), [(("POR001",), ["b.md"]), (("ACT",), []), ((), ["b.md"])])
    def test_what_stands_around_is_read_only_for_a_rule_that_asks(
        self, folder: Path, select: tuple[str, ...], read: list[str]
    ) -> None:
        write(folder, "a.md")
        write(folder, "b.md")
        linter = Listing(replace(OPTIONS, select=select))
        linter.lint_paths([Path("a.md")])
        assert linter.around == read


class Listing(Linter):
    """A linter that tells what it reads around the plans of a run."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.around: list[str] = []

    def _context(self, path: Path) -> Plan | None:
        self.around.append(path.name)
        return super()._context(path)


def test_a_text_alone_is_not_looked_at_among_others(folder: Path) -> None:
    text = "---\nplan_id: P-1\n---\n[weg](weg.md)\n"
    result = Linter(OPTIONS).lint_text(text, "a.md")
    assert (result.diagnostics, list(result.looked)) == ((), [])


def test_many_plans_give_what_few_give(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "b.md", "c.md"):
        write(folder, name)
    few = found("a.md", "b.md", "c.md")
    monkeypatch.setattr("implan_lint.lint.KEPT", 1)
    assert found("a.md", "b.md", "c.md") == few == {name: ["POR001"] for name in few}


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("b.md", "b.md"),
        ("../plannen/b.md#doelen", "../plannen/b.md"),
        ("plan%20b.md", "plan b.md"),
        ("b.markdown?x=1", "b.markdown"),
        ("https://voorbeeld.nl/b.md", None),
        ("mailto:b@voorbeeld.md", None),
        ("/b.md", None),
        ("//server/b.md", None),
        ("#doelen.md", None),
        ("plaat.png", None),
        ("{{pad}}/b.md", None),
        ("<naam>.md", None),
        (r"..\b.md", None),
    ],
)
def test_a_link_means_a_file_or_something_else(target: str, file: str | None) -> None:
    assert file_of(target) == file


def test_a_card_is_small_whatever_the_plan() -> None:
    assert not {"document", "sections", "tables"} & set(Card.__dataclass_fields__)


def test_a_plan_without_a_card_is_told_to_be_our_fault() -> None:
    plan = replace(bare_plan("kip"), portfolio=portfolio_of((), exists=lambda _: False, complete=True))
    law = load_catalogue()
    found = run_rules(plan, replace(law, rules={"POR001": law.rules["POR001"]}), Policy()).diagnostics
    assert [one.code for one in found] == ["INT001"]
