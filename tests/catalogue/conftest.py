"""A law on disk and an installed plugin for each test that asks for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.catalogue.law import CHECKS, Law


@pytest.fixture(scope="session")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An installed distribution whose entry point `acme` offers checks."""
    site = tmp_path_factory.mktemp("site")
    for name, text in {
        "acme_checks/__init__.py": "",
        "acme_checks/rooms.py": CHECKS,
        "kapot_checks/__init__.py": "",
        "kapot_checks/rooms.py": "import a_module_that_nobody_installed\n",
        "acme-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n",
        "acme-1.0.dist-info/entry_points.txt": "[implan_lint.checks]\nacme = acme_checks\nkapot = kapot_checks\n",
    }.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text)
    sys.path.insert(0, str(site))
    yield
    sys.path.remove(str(site))


@pytest.fixture
def law(tmp_path: Path, plugin: None) -> Law:
    return Law(tmp_path / "rules")
