"""The files of a rules folder as read from disk: text, data and the line of everything in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from implan_lint.catalogue.problems import Problem
from implan_lint.catalogue.yaml_nodes import Data, Lines, YamlError, read_yaml

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sheet:
    path: Path
    folder: Path
    """The rules folder it belongs to."""
    text: str
    data: Data
    lines: Lines

    @property
    def shown(self) -> str:
        return str(self.path)

    def problem(self, location: tuple[int | str, ...], message: str, hint: str = "") -> Problem:
        return Problem(self.shown, self.lines.of(location), message, hint)


def read_sheet(path: Path, folder: Path) -> Sheet | Problem:
    """A YAML file, or the front matter of a Markdown page."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(str(path), 1, f"can't be read: {error}")
    yaml, first_line = text, 1
    if path.suffix == ".md":
        front = _FRONT_MATTER.match(text)
        if front is None:
            return Problem(str(path), 1, "a rule page starts with front matter between two lines of ---")
        yaml, first_line = front[1], 2
    try:
        data, lines = read_yaml(yaml, first_line)
    except YamlError as fault:
        return Problem(str(path), fault.line, fault.message)
    return Sheet(path, folder, text, data, lines)
