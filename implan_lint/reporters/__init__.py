"""One module per output format, each with `render(run, view) -> str`; the command line prints what it gives."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

FORMATS = ("full", "concise", "json")
SPEAKS_FOR_ITSELF = frozenset({"full"})
"""Formats that end in a summary of their own; of the others people get it apart."""
MACHINE = frozenset({"json"})
"""Formats that nobody reads: no summary at all."""


def reporter(name: str) -> ModuleType:
    """The module of a format. KeyError for a name that is not in FORMATS."""
    if name not in FORMATS:
        raise KeyError(name)
    return import_module(f"implan_lint.reporters.{name}_format")
