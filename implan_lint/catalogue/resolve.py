"""From a check's address on a rule page to the check itself."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from implan_lint.catalogue.model import Rule
from implan_lint.checks.base import Check

_CHECKS = "implan_lint.checks"
_ADDRESS = re.compile(r"(?:([A-Za-z][\w.-]*):)?((?:[a-z_][a-z0-9_]*\.)+)([a-z_][a-z0-9_]*)")


class UnknownCheckError(LookupError):
    """No check stands at this address; `known` are those that could have been meant."""

    def __init__(self, message: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.known = known


@cache
def resolve_check(address: str) -> Check[Any]:
    """The check at "module.function" below `implan_lint.checks`, or at "plugin:module.function" below the
    package that the plugin names in the entry-point group `implan_lint.checks`.

    Raises UnknownCheckError; an error inside the check's own module passes through.
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise UnknownCheckError(f"'{address}' is no address of a check: write module.function", known_checks())
    plugin, module, function = match[1], match[2][:-1], match[3]
    package = _plugin_package(plugin) if plugin else _CHECKS
    found = getattr(_module(f"{package}.{module}", address, plugin), function, None)
    if not isinstance(found, Check):
        raise UnknownCheckError(f"there is no check '{address}'", known_checks(plugin))
    return found


def parameters_of(rule: Rule) -> object:
    """The rule's parameters as its check takes them: an instance of `check.parameters`."""
    return resolve_check(rule.check).parameters(**rule.parameters)


def known_checks(plugin: str | None = None) -> tuple[str, ...]:
    """The address of every check that comes with the package, or with a plugin, sorted.

    Imports them all: for hints and overviews.
    """
    from pkgutil import walk_packages

    package = import_module(_plugin_package(plugin) if plugin else _CHECKS)
    prefix = f"{plugin}:" if plugin else ""
    addresses = []
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        below = prefix + found.name.removeprefix(f"{package.__name__}.")
        addresses += [f"{below}.{name}" for name, value in vars(module).items() if isinstance(value, Check)]
    return tuple(sorted(addresses))


def plugin_folders(plugin: str) -> tuple[Path, ...]:
    """Where the package of a plugin stands; nothing where it is not installed. Imports none of its checks."""
    from importlib.util import find_spec

    try:
        spec = find_spec(_plugin_package(plugin))
    except (UnknownCheckError, ModuleNotFoundError):
        return ()
    return tuple(map(Path, (spec.submodule_search_locations if spec is not None else None) or ()))


def _plugin_package(plugin: str) -> str:
    from importlib.metadata import entry_points

    points = entry_points(group=_CHECKS)
    for point in points:
        if point.name == plugin:
            return point.value
    raise UnknownCheckError(
        f"no installed package offers the checks '{plugin}' (entry-point group {_CHECKS})",
        tuple(sorted(point.name for point in points)),
    )


def _module(name: str, address: str, plugin: str | None) -> Any:  # noqa: ANN401 - a module's names are only known at run time
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        # Only this module's own absence is the address's fault; a missing import inside it is the check's.
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise
        raise UnknownCheckError(f"there is no check '{address}'", known_checks(plugin)) from error
