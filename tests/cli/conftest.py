from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.world import World
from tests.words_plugin import words_plugin

__all__ = ["words_plugin", "world"]


@pytest.fixture
def world(tmp_path: Path, words_plugin: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("IMPLAN_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return World(tmp_path / "werk", words_plugin)
