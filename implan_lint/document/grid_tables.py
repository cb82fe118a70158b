"""Pandoc's grid tables: cells drawn with `+---+` borders, of several lines each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from implan_lint.diagnostic import Span
from implan_lint.document import inline
from implan_lint.document.inline import Segment
from implan_lint.document.model import Cell, Row, Table, TableForm
from implan_lint.document.pipe_rows import split_row
from implan_lint.document.source import Source
from implan_lint.document.text import Text

_BORDER = re.compile(r"\+(?:[-=:]+\+)+")


def read_grid_table(source: Source, segments: Sequence[Segment], labels: frozenset[str]) -> Table | None:
    """The table that the lines of a paragraph draw; None if they draw none, or one with cells that span others."""
    lines = [_stripped(segment) for segment in segments]
    if len(lines) < 3 or not all(_BORDER.fullmatch(lines[index].text) for index in (0, -1)):
        return None
    columns = lines[0].text.count("+") - 1
    groups: list[list[Segment]] = [[]]
    for line in lines[1:]:
        if not _BORDER.fullmatch(line.text):
            groups[-1].append(line)
        elif line.text.count("+") - 1 != columns or not groups[-1]:
            return None
        else:
            groups.append([])
    rows = [_row(source, group, columns, labels) for group in groups[:-1]]
    whole = [row for row in rows if row is not None]
    if len(whole) < len(rows):
        return None
    span = Span(lines[0].source, lines[-1].source + len(lines[-1].text))
    return Table(whole[0].cells, tuple(whole[1:]), span, source.line_of(span.start), TableForm.GRID)


def _stripped(segment: Segment) -> Segment:
    text = segment.text.strip()
    return Segment(segment.source + len(segment.text) - len(segment.text.lstrip()), text)


def _row(source: Source, lines: Sequence[Segment], columns: int, labels: frozenset[str]) -> Row | None:
    parts: list[list[Segment]] = [[] for _ in range(columns)]
    for line in lines:
        cells = split_row(line.text, line.source)
        if len(cells) != columns:
            return None
        for part, cell in zip(parts, cells, strict=True):
            part.append(Segment(cell.start, source.slice(cell)))
    span = Span(lines[0].source, lines[-1].source + len(lines[-1].text))
    return Row(tuple(_cell(part, labels) for part in parts), columns, span, source.line_of(span.start))


def _cell(part: Sequence[Segment], labels: frozenset[str]) -> Cell:
    written = [segment for segment in part if segment.text.strip()]
    if written:
        return Cell(inline.read(written, labels=labels, cell=True).text)
    at = part[0].source + min(1, len(part[0].text) // 2)
    return Cell(Text("", Span(at, at)))
