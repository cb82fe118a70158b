from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import World
from tests.words_plugin import words_plugin, write_rule

__all__ = ["words_plugin", "world"]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `regels`, one rule, and `cache`."""
    folder = tmp_path_factory.mktemp("gedeeld")
    write_rule(folder / "regels")
    return folder


@pytest.fixture
def world(tmp_path: Path, shared: Path, words_plugin: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", str(shared / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return World(tmp_path / "werk", words_plugin, shared / "regels")
