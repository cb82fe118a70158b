from __future__ import annotations

import os
from pathlib import Path

import pytest

from implan_lint.engine.discovery import Discovery, discover, looks_like_a_plan, says_it_is_a_plan
from implan_lint.engine.errors import UsageError
from implan_lint.engine.settings import Settings

PLAN = "---\nprofiel: software\n---\n# Invoering\n"
OTHER = "# Vergadering\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with plans, other files, ignored ones and folders to stay out of."""
    (tmp_path / ".git").mkdir()
    for name, text in {
        "b.md": PLAN,
        "a.markdown": PLAN,
        "lees-mij.md": OTHER,
        "tekst.txt": PLAN,
        "sub/c.md": PLAN,
        "sub/weg.md": PLAN,
        "sub/.gitignore": "weg.md\n",
        "bouw/d.md": PLAN,
        "bouw/houden.md": PLAN,
        "oud/e.md": PLAN,
        ".gitignore": "bouw/*\n!bouw/houden.md\noud/\n",
        ".verborgen/f.md": PLAN,
        "node_modules/g.md": PLAN,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def found_in(folder: Path, *paths: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Discovery:
    settings = Settings(folder, include=include, exclude=exclude)
    return discover(paths or (folder,), lambda _: settings)


def names(discovery: Discovery, folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in discovery.plans]


def test_a_folder_gives_its_plans_in_order_and_counts_the_rest(repository: Path) -> None:
    found = found_in(repository)
    assert names(found, repository) == ["a.markdown", "b.md", "bouw/houden.md", "sub/c.md"]
    assert found.others == 1


def test_what_a_folder_above_ignores_is_ignored(repository: Path) -> None:
    assert names(found_in(repository, repository / "bouw"), repository) == ["bouw/houden.md"]


def test_a_named_file_is_always_checked(repository: Path) -> None:
    paths = (repository / "lees-mij.md", repository / "oud/e.md", repository / "tekst.txt", repository)
    assert names(found_in(repository, *paths), repository)[:3] == ["lees-mij.md", "oud/e.md", "tekst.txt"]
    assert found_in(repository, *paths).others == 0


def test_a_file_is_checked_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(found_in(repository, repository / "b.md", repository), repository).count("b.md") == 1
    monkeypatch.chdir(repository)
    assert len(found_in(repository, Path("b.md"), repository / "b.md").plans) == 1


def test_include_makes_plans_and_exclude_unmakes_them(repository: Path) -> None:
    found = found_in(repository, include=("/lees*.md",), exclude=("sub", "b.md"))
    assert names(found, repository) == ["a.markdown", "bouw/houden.md", "lees-mij.md"]
    assert found.others == 0


def test_a_loop_of_links_ends(repository: Path) -> None:
    (repository / "sub/rond").symlink_to(repository, target_is_directory=True)
    assert names(found_in(repository), repository) == ["a.markdown", "b.md", "bouw/houden.md", "sub/c.md"]


def test_a_link_to_a_file_is_followed_and_one_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "echt.txt").write_text(PLAN)
    (tmp_path / "goed.md").symlink_to(tmp_path / "echt.txt")
    (tmp_path / "stuk.md").symlink_to(tmp_path / "nergens.md")
    assert names(found_in(tmp_path), tmp_path) == ["goed.md", "stuk.md"]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.md")
    (tmp_path / "a.md").write_text(PLAN, encoding="utf-8")
    assert names(found_in(tmp_path), tmp_path) == ["a.md"]


def test_a_folder_called_like_a_file_is_entered_in_a_walk_and_told_when_named(tmp_path: Path) -> None:
    (tmp_path / "map.md").mkdir()
    (tmp_path / "map.md/plan.md").write_text(PLAN)
    assert names(found_in(tmp_path), tmp_path) == ["map.md/plan.md"]
    assert names(found_in(tmp_path, tmp_path / "map.md"), tmp_path) == ["map.md"]


def test_a_line_of_gitignore_that_is_no_pattern_is_passed_over_as_git_does(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\n[z-a]\n[[:x]\nfoo\\\nweg.md\n")
    for name in ("blijft.md", "weg.md"):
        (tmp_path / name).write_text(PLAN)
    assert names(found_in(tmp_path), tmp_path) == ["blijft.md"]


def test_a_path_that_is_not_there_is_refused_with_the_nearest(repository: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no file or folder .*lees-mj\.md.*did you mean .*lees-mij\.md"):
        found_in(repository, repository / "lees-mj.md")


@pytest.mark.parametrize(
    "head",
    [
        PLAN,
        "---\r\ntitel: x\r\nprofile: software\r\n---\r\n",
        '\ufeff---\n"profiel": ips\n...\n',
        "---\ntype: Plan van aanpak\n---\n",
        "---\nsoort: [implementatieplan]\n---\n",
        "---\ntype: implementation plan 2026\n---\n",
        "---\nprofiel: x\nzonder einde\n",
    ],
)
def test_front_matter_that_says_it_is_a_plan(head: str) -> None:
    assert says_it_is_a_plan(head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "profiel: software\n",
        "---\nprofiel:\n---\n",
        "---\ntitel: Plan van aanpak\n---\n",
        "---\ntype: notulen\n---\nprofiel: software\n",
        "---\nauteur:\n  profiel: x\n---\n",
        "----\nprofiel: x\n---\n",
    ],
)
def test_front_matter_that_does_not(head: str) -> None:
    assert not says_it_is_a_plan(head)


@pytest.mark.parametrize(
    ("head", "stem"),
    [
        ("# Implementatieplan nieuw rooster\n", "x"),
        ("## Plan  van aanpak\n", "x"),
        ("---\ntitle: Roll-out plan\n---\n", "x"),
        ("", "2026_plan-van-aanpak"),
        ("", "projectplan-CRM"),
        ("", "webshop_PvA"),
    ],
)
def test_a_title_or_a_name_can_look_like_a_plan(head: str, stem: str) -> None:
    assert looks_like_a_plan(head, stem)


@pytest.mark.parametrize(("head", "stem"), [("# Notulen\nover het projectplan\n", "x"), ("", "plan"), ("", "planning")])
def test_other_words_do_not(head: str, stem: str) -> None:
    assert not looks_like_a_plan(head, stem)


def test_what_looks_like_a_plan_is_hinted_at(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Projectplan\n")
    (tmp_path / "b.md").write_text(OTHER)
    found = found_in(tmp_path)
    assert (found.plans, found.others, found.look_alikes) == ((), 2, (tmp_path / "a.md",))
