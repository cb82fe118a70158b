"""The plugin in `examples/plugin`, really installed: its page is sound, and its README tells what it finds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent / "examples" / "plugin"
README = (PLUGIN / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin installed by pip, without a network."""
    folder = tmp_path_factory.mktemp("site")
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *offline, "--target", str(folder), str(PLUGIN)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def implan_lint(
    *arguments: str, folder: Path, site: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([*([str(site)] if site else []), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "implan_lint", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The example without its code: that must come from where it is installed."""
    folder = tmp_path / "home"
    shutil.copytree(PLUGIN, folder, ignore=shutil.ignore_patterns("privacy_checks"))
    return folder


def test_its_page_is_sound_once_it_is_installed(site: Path, home: Path) -> None:
    result = implan_lint("rule", "--check", "regels", folder=home, site=site)
    assert (result.returncode, result.stdout) == (0, "Regelpagina's: 1, voorbeelden uitgevoerd: 2, fouten: 0.\n")


def test_without_it_the_page_says_what_is_missing(home: Path) -> None:
    result = implan_lint("rule", "--check", "regels", folder=home)
    told = result.stdout.splitlines()[0]
    assert result.returncode == 1
    assert re.fullmatch(r"regels/privacy/PRV001-\S+\.md:4: no installed package offers the checks 'privacy' .*", told)


def test_it_finds_what_the_readme_says(site: Path, home: Path) -> None:
    plan, told = (re.search(rf"```{kind}\n(.*?)```", README, re.DOTALL) for kind in ("markdown", "text"))
    assert plan is not None and told is not None
    (home / "plan.md").write_text(plan[1], encoding="utf-8")
    result = implan_lint("check", "plan.md", "--output-format", "concise", folder=home, site=site)
    assert (result.returncode, result.stdout) == (0, told[1])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (None, "no installed package offers the checks 'privacy'"),
        (('"shown", "word"', '"word"'), "gives no value for {shown}"),
    ],
)
def test_a_plugin_that_went_or_changed_is_noticed_the_next_time(
    site: Path, home: Path, tmp_path: Path, change: tuple[str, str] | None, told: str
) -> None:
    installed, cache = tmp_path / "site", {"IMPLAN_LINT_CACHE_DIR": str(tmp_path / "cache")}
    shutil.copytree(site, installed)
    assert implan_lint("rule", "PRV001", folder=home, site=installed, **cache).returncode == 0
    if change is None:
        shutil.rmtree(installed)
    else:
        code = installed / "privacy_checks" / "numbers.py"
        code.write_text(code.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    result = implan_lint("rule", "PRV001", folder=home, site=installed, **cache)
    assert result.returncode == 2
    assert re.search(rf"PRV001-\S+\.md:\d+: .*{re.escape(told)}", result.stderr)
