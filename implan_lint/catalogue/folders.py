"""Where the law, the schemas and the user's cache stand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """The rules that come with the package: inside a wheel, or beside the package in a checkout."""
    return _beside_or_inside("rules")


def schemas_folder() -> Path:
    """The JSON Schemas that come with the package."""
    return _beside_or_inside("schemas")


def _beside_or_inside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def user_cache_folder() -> Path:
    """The folder for what can be made again. It need not exist; IMPLAN_LINT_CACHE_DIR overrides it."""
    override = os.environ.get("IMPLAN_LINT_CACHE_DIR")
    if override:
        return Path(override)
    return _platform_cache() / "implan-lint"


def _platform_cache() -> Path:
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    # Not Path.home(): that raises where there is no home, and a cache is never worth an error.
    home = Path(os.path.expanduser("~"))  # noqa: PTH111
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
