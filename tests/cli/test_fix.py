from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from implan_lint.cli.fix import fix_files
from implan_lint.engine.results import FileResult
from implan_lint.lint import Linter, Options
from tests.cli.world import PLAN, World

FIXED = PLAN.replace("Een kip kopen", "Een  kopen")


def test_fix_mends_the_file_and_says_what(world: World) -> None:
    path = world.write("plan.md", PLAN)
    result = world.run("check", "--fix")
    assert (result.exit_code, result.stdout) == (0, "Niets gevonden in 1 plan.\n")
    assert result.stderr == "plan.md: 1 hersteld (WRD001 1)\n"
    assert path.read_text(encoding="utf-8") == FIXED


def test_what_is_left_is_reported_and_decides_the_exit_code(world: World) -> None:
    world.write("plan.md", PLAN.replace("1 mei 2026", ""))
    result = world.run("check", "--fix", "--select", "WRD001,ACT003", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("plan.md:12:24: error ACT003 ") and "WRD001" not in result.stdout
    assert "plan.md: 1 hersteld (WRD001 1)\n" in result.stderr


def test_nothing_to_fix_leaves_the_file_alone(world: World) -> None:
    path = world.write("plan.md", FIXED)
    os.utime(path, (1, 1))
    result = world.run("check", "--fix", "--lang", "en")
    assert (result.exit_code, result.stderr) == (0, "There is nothing that can be fixed automatically.\n")
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_stays_as_it_was_kept(world: World, encoding: str, end: str) -> None:
    path = world.write("plan.md", PLAN.replace("\n", end).encode(encoding))
    path.chmod(0o640)
    world.run("check", "--fix", "plan.md")
    assert path.read_bytes() == FIXED.replace("\n", end).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_diff_shows_what_would_change_and_writes_nothing(world: World) -> None:
    path = world.write("plan.md", PLAN)
    result = world.run("check", "--diff")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- plan.md\n+++ plan.md\n@@ -9,4 +9,4 @@\n \n | Actie | Wie | Wanneer |\n |-------|-----|---------|\n"
        "-| Een kip kopen | Sanne | 1 mei 2026 |\n+| Een  kopen | Sanne | 1 mei 2026 |\n"
    )
    assert result.stderr == "plan.md: 1 te herstellen (WRD001 1)\n"
    assert path.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("\n", "\r\n"), PLAN.rstrip("\n"), PLAN + "slot"])
def test_patch_makes_of_a_diff_what_fix_makes(world: World, text: str) -> None:
    path = world.write("plan.md", text)
    diff = world.run("check", "--diff").stdout_bytes
    subprocess.run(["git", "apply", "-p0", "-"], cwd=world.folder, input=diff, check=True, capture_output=True)
    patched = path.read_bytes()
    path.write_bytes(text.encode())
    world.run("check", "--fix")
    assert patched == path.read_bytes() == text.replace("Een kip kopen", "Een  kopen").encode()


def test_a_diff_of_standard_input(world: World) -> None:
    result = world.run("check", "--diff", "-", "--stdin-filename", "x/plan.md", stdin=PLAN)
    assert result.exit_code == 1 and result.stdout.startswith("--- x/plan.md\n")


def test_no_diff_is_exit_code_0(world: World) -> None:
    world.write("plan.md", FIXED)
    result = world.run("check", "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_the_author_accepted_is_not_fixed(world: World) -> None:
    text = PLAN.replace("## Acties\n", "## Acties\n\n<!-- implan-lint: negeer WRD001 reden: dit gaat over vogels -->\n")
    path = world.write("plan.md", text)
    shown = world.run("check").stdout
    assert "1 uitgezonderd" in shown, shown
    assert world.run("check", "--fix").exit_code == 0
    assert path.read_text(encoding="utf-8") == text


def test_what_the_baseline_has_is_not_fixed(world: World) -> None:
    path = world.write("plan.md", PLAN)
    world.run("baseline")
    path.write_text(PLAN + "\nNog een kip.\n", encoding="utf-8")
    assert world.run("check", "--fix").exit_code == 0
    assert path.read_text(encoding="utf-8") == PLAN + "\nNog een .\n"
    world.run("check", "--fix", "--no-baseline")
    assert "kip" not in path.read_text(encoding="utf-8")


class Meddled(Linter):
    """A linter during whose first look at b.md somebody else saves that file."""

    def lint_text(self, text: str, path: str) -> FileResult:
        if path.endswith("b.md") and "Een kip" in text:
            Path(path).write_text("Iets anders: kip.\n", encoding="utf-8")
        return super().lint_text(text, path)


def test_a_file_that_changed_meanwhile_is_left_as_it_is_and_the_others_are_fixed(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [world.write(name, PLAN) for name in ("a.md", "b.md", "c.md")]
    linter = Meddled(Options(today=date(2026, 3, 1), config=world.folder / "implan-lint.yaml"))
    assert not fix_files(linter, tuple(paths), unsafe=False)
    assert "b.md' is intussen door iemand anders gewijzigd. Er is niets in geschreven" in capsys.readouterr().err
    assert [path.read_text(encoding="utf-8") for path in paths] == [FIXED, "Iets anders: kip.\n", FIXED]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0,
    reason="root may write in a read-only folder, and Windows has none: nothing would be refused",
)
def test_a_folder_that_can_not_be_written(world: World) -> None:
    path = world.write("vast/plan.md", PLAN)
    path.parent.chmod(0o500)
    result = world.run("check", "--fix", "vast/plan.md")
    path.parent.chmod(0o700)
    assert result.exit_code == 2 and "kan niet geschreven worden" in result.stderr
    assert path.read_text(encoding="utf-8") == PLAN


def test_a_file_that_is_no_text_is_reported_as_always(world: World) -> None:
    path = world.write("plan.md", b"\xff\xfe\xfa")
    result = world.run("check", "--fix", "plan.md")
    assert result.exit_code == 1 and "FIL001" in result.stdout
    assert path.read_bytes() == b"\xff\xfe\xfa"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--unsafe-fixes",), "--unsafe-fixes goes with --fix or --diff"),
        (("--fix", "--diff"), "choose one"),
        (("--fix", "-"), "use --diff"),
        (("--fix", "--stdin-filename", "plan.md"), "use --diff"),
        (("--diff", "--changed-since", "HEAD"), "can't be combined with --changed-since"),
    ],
)
def test_what_does_not_go_together(world: World, arguments: tuple[str, ...], words: str) -> None:
    world.write("plan.md", PLAN)
    result = world.run("check", *arguments)
    assert result.exit_code == 2 and words in result.stderr
    assert (world.folder / "plan.md").read_text(encoding="utf-8") == PLAN


def test_what_is_left_is_found_among_all_plans(world: World) -> None:
    """Two plans of one number: only a look at both finds that."""
    for name in ("a.md", "b.md"):
        world.write(name, PLAN.replace("titel:", "plan_id: P-1\ntitel:"))
    before = world.run("check", "--select", "POR001", "--output-format", "concise").stdout
    result = world.run("check", "--fix", "--select", "POR001,WRD001", "--output-format", "concise")
    assert "POR001" in before and result.stdout == before
    assert (world.folder / "a.md").read_text(encoding="utf-8") == FIXED.replace("titel:", "plan_id: P-1\ntitel:")
