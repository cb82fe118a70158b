"""YAML with the line of every key and value, so that a fault can be shown where it stands.

The data are built from the composed nodes by the YAML 1.2 core schema: the C loader's own resolver reads
`off`, `no` and `1:30` the YAML 1.1 way, and keeps the last of two equal keys in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"
Location: TypeAlias = "tuple[int | str, ...]"

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_CONSTANTS: Mapping[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class YamlError(Exception):
    """The text is no YAML that a page may hold."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class Lines:
    """The line of every place in a YAML text: of a key where there is one, of the value otherwise."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._lines: dict[Location, int] = {}

    def add(self, location: Location, node: Node) -> None:
        self._lines.setdefault(location, node.start_mark.line + self._first_line)

    def of(self, location: Location) -> int:
        """The line of a place, or of the nearest place around it that is in the text."""
        while location and location not in self._lines:
            location = location[:-1]
        return self._lines.get(location, self._first_line)


def read_yaml(text: str, first_line: int = 1) -> tuple[Data, Lines]:
    """The data and their lines. `first_line` is the 1-based line of the file at which `text` starts.

    Raises YamlError for wrong YAML, a key that is no text, a key given twice, an alias or a tag.
    """
    lines = Lines(first_line)
    try:
        node = _compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark is not None else 0)
        raise YamlError(line, str(error.problem or error.context or "unreadable YAML")) from error
    except YAMLError as error:  # a character that YAML does not allow
        raise YamlError(first_line, " ".join(str(error).split())) from error
    return (None if node is None else _data(node, (), lines, first_line)), lines


def _compose(text: str) -> Node | None:
    compose = _native_composer()
    if compose is not None:
        return compose(text)
    from ruamel.yaml import YAML

    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def _native_composer() -> Callable[[str], Node | None] | None:
    try:
        from ruamel.yaml.cyaml import CSafeLoader
    except ImportError:
        return None

    def compose(text: str) -> Node | None:
        loader: Any = CSafeLoader(text)
        try:
            node: Node | None = loader.get_single_node()
        finally:
            loader.dispose()
        return node

    return compose


def _data(node: Node, location: Location, lines: Lines, first_line: int) -> Data:
    lines.add(location, node)
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, SequenceNode):
        return [_data(item, (*location, index), lines, first_line) for index, item in enumerate(node.value)]
    if not isinstance(node, MappingNode):
        raise YamlError(node.start_mark.line + first_line, f"unexpected {node.tag}")
    found: dict[str, Data] = {}
    for key, value in node.value:
        line = key.start_mark.line + first_line
        if not isinstance(key, ScalarNode):
            raise YamlError(line, "a key must be a word")
        if key.value in found:
            raise YamlError(line, f"'{key.value}' is given twice")
        lines.add((*location, key.value), key)
        found[key.value] = _data(value, (*location, key.value), lines, first_line)
    return found


def _scalar(node: ScalarNode) -> Data:
    text: str = node.value
    if node.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
