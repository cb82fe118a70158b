"""The line that a finding is about, with the words underlined, cut to the terminal's width."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.diagnostic import Position
from implan_lint.document.source import Source
from implan_lint.reporters.terminal import View, columns, paint, visible

_CUT = "…"
_NARROWEST = 20
"""Columns for the text, however narrow the terminal is."""


def frame(source: Source, start: Position, end: Position, color: str, view: View) -> Iterator[str]:
    """Three lines with a margin of the line number; none where the source has no such line or nothing stands on it."""
    if start.line > source.line_count:
        return
    line = source.line(start.line).expandtabs(1)
    if not line.strip():
        return
    first = min(start.column - 1, len(line))
    last = end.column - 1 if end.line == start.line else len(line.rstrip())
    last = max(first, min(last, len(line)))
    number = str(start.line)
    room = max(_NARROWEST, view.width - len(number) - 5)
    before, pointed, after = _cut(visible(line[:first]), visible(line[first:last]), visible(line[last:]), room)
    margin = " " * len(number)
    bar = paint("|", "blue", view)
    yield f"{margin}  {bar}"
    yield f" {paint(number, 'blue', view)} {bar} {before}{pointed}{after}".rstrip()
    carets = paint("^" * max(1, columns(pointed)), f"bold {color}", view)
    yield f"{margin}  {bar} {' ' * columns(before)}{carets}"


def _cut(before: str, pointed: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts in `room` columns: the pointed-at words first, then what stands around them."""
    if columns(before) + columns(pointed) + columns(after) <= room:
        return before, pointed, after
    if columns(pointed) > room - 2:
        pointed = _head(pointed, room - 2)
    rest = room - columns(pointed)
    left = min(columns(before), max(rest // 2, rest - columns(after)))
    before = _tail(before, left)
    return before, pointed, _head(after, rest - columns(before))


def _head(text: str, room: int) -> str:
    """As much of the beginning as fits, with an ellipsis where something is left off."""
    if columns(text) <= room:
        return text
    taken = 0
    for index, character in enumerate(text):
        taken += columns(character)
        if taken > room - 1:
            return text[:index] + _CUT
    return text


def _tail(text: str, room: int) -> str:
    """As much of the end as fits, with an ellipsis where something is left off."""
    if columns(text) <= room:
        return text
    taken = 0
    for index in range(len(text) - 1, -1, -1):
        taken += columns(text[index])
        if taken > room - 1:
            return _CUT + text[index + 1 :]
    return text
