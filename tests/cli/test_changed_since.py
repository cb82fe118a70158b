"""--changed-since in a real git repository."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.world import PLAN, World

SECOND = "| Een kip plukken | Piet | 2 mei 2026 |\n"


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=Sanne", "-c", "user.email=sanne@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def commit(world: World) -> None:
    git(world.folder, "add", "-A")
    git(world.folder, "commit", "-q", "-m", "Leg vast")


@pytest.fixture
def repository(world: World) -> World:
    """One committed plan with one finding, on branch main."""
    git(world.folder, "init", "-q", "-b", "main")
    world.write("a.md", PLAN)
    commit(world)
    return world


def found(world: World, *arguments: str, revision: str = "HEAD") -> list[str]:
    result = world.run("check", "--output-format", "concise", "--changed-since", revision, *arguments)
    return [":".join(line.split(":")[:2]) for line in result.stdout.splitlines()]


def test_nothing_changed_nothing_shown(repository: World) -> None:
    assert found(repository) == []
    assert "1 buiten wat gewijzigd is" in repository.run("check", "--changed-since", "HEAD").output


def test_the_changed_line_is_shown_and_the_other_is_not(repository: World) -> None:
    repository.write("a.md", PLAN + SECOND)
    assert found(repository) == ["a.md:13"]


def test_a_touched_line_shows_its_old_finding(repository: World) -> None:
    repository.write("a.md", PLAN.replace("Sanne", "Sanne Vos"))
    assert found(repository) == ["a.md:12"]


def test_a_new_file_is_all_new_whether_git_knows_it_or_not(repository: World) -> None:
    repository.write("b é.md", PLAN)
    assert found(repository) == ["b é.md:12"]
    git(repository.folder, "add", "-A")
    assert found(repository) == ["b é.md:12"]


def test_a_renamed_file_keeps_its_past(repository: World) -> None:
    git(repository.folder, "mv", "a.md", "anders.md")
    assert found(repository) == []
    repository.write("anders.md", PLAN + SECOND)
    assert found(repository) == ["anders.md:13"]


def test_a_change_that_causes_a_finding_elsewhere_shows_it(repository: World) -> None:
    rules = ("--isolated", "--select", "STR001")
    before = found(repository, *rules)
    repository.write("a.md", PLAN + "\n## Evaluatie\n\nIn december 2026.\n")
    commit(repository)
    repository.write("a.md", PLAN)
    assert before == []
    result = repository.run("check", *rules, "--changed-since", "HEAD")
    assert "evaluatie" in result.stdout.lower()


def test_what_others_did_on_the_other_branch_is_no_change_of_ours(repository: World) -> None:
    git(repository.folder, "checkout", "-q", "-b", "werk")
    repository.write("b.md", PLAN)
    commit(repository)
    git(repository.folder, "checkout", "-q", "main")
    repository.write("a.md", PLAN.replace("Sanne", "Piet"))
    commit(repository)
    git(repository.folder, "checkout", "-q", "werk")
    assert found(repository, revision="main") == ["b.md:12"]


def test_a_plan_in_a_subfolder_is_found(repository: World) -> None:
    repository.write("plannen/c.md", PLAN)
    commit(repository)
    repository.write("plannen/c.md", PLAN + SECOND)
    assert found(repository, "plannen") == ["plannen/c.md:13"]


@pytest.mark.parametrize("revision", ["nergens", "--output=x", ""])
def test_an_unknown_revision_is_a_usage_error(repository: World, revision: str) -> None:
    result = repository.run("check", f"--changed-since={revision}")
    assert result.exit_code == 2
    assert not (repository.folder / "x").exists()


def test_outside_a_repository_is_a_usage_error(world: World) -> None:
    world.write("a.md", PLAN)
    result = world.run("check", "--changed-since", "HEAD", GIT_CEILING_DIRECTORIES=str(world.folder.parent))
    assert result.exit_code == 2
    assert "git" in result.output


def test_standard_input_has_no_past(repository: World) -> None:
    assert repository.run("check", "-", "--changed-since", "HEAD", stdin=PLAN).exit_code == 2


def test_a_plan_in_a_repository_within_the_repository_is_new(repository: World) -> None:
    repository.write("binnen/b.md", PLAN)
    git(repository.folder / "binnen", "init", "-q", "-b", "main")
    git(repository.folder / "binnen", "add", "-A")
    git(repository.folder / "binnen", "commit", "-q", "-m", "Leg vast")
    assert found(repository) == ["binnen/b.md:12"]
    commit(repository)
    assert found(repository, revision="HEAD~1") == ["binnen/b.md:12"]


def test_a_plan_that_git_ignores_has_no_past(repository: World) -> None:
    repository.write(".gitignore", "apart.md\n")
    repository.write("apart.md", PLAN)
    assert found(repository, "apart.md") == ["apart.md:12"]
