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
_REACHES_DOWN = re.compile(r"\+-{3,}\+|^\+")
"""A border of some of the columns only: a cell beside it goes on below."""


def is_drawn(segments: Sequence[Segment]) -> bool:
    """Whether the lines of a paragraph open and end with a border, whatever stands between."""
    lines = [_stripped(segment) for segment in segments]
    return len(lines) >= 3 and all(_BORDER.fullmatch(lines[index].text) for index in (0, -1))


def read_grid_table(source: Source, segments: Sequence[Segment], labels: frozenset[str]) -> Table | None:
    """The table that the lines of a paragraph draw; None if they draw none, or one with cells that reach down.

    A cell that reaches over others stands in the first of them and leaves the others empty.
    """
    if not is_drawn(segments):
        return None
    lines = [_stripped(segment) for segment in segments]
    groups: list[list[Segment]] = [[]]
    edges: set[int] = set(_edges(lines[0]))
    for line in lines[1:]:
        if not _BORDER.fullmatch(line.text):
            groups[-1].append(line)
            if _REACHES_DOWN.search(line.text):
                return None
        elif not groups[-1] or len(line.text) != len(lines[0].text):
            return None
        else:
            edges.update(_edges(line))
            groups.append([])
    rows = [_row(source, group, sorted(edges), labels) for group in groups[:-1]]
    whole = [row for row in rows if row is not None]
    if len(whole) < len(rows) or max(row.written for row in whole) < len(edges) - 1:
        return None
    if whole[0].written == 1 and len(edges) > 2 and len(whole) > 2:
        del whole[0]  # a title over the whole width: the header stands below it
    span = Span(lines[0].source, lines[-1].source + len(lines[-1].text))
    return Table(whole[0].cells, tuple(whole[1:]), span, source.line_of(span.start), TableForm.GRID)


def _edges(border: Segment) -> list[int]:
    return [position for position, sign in enumerate(border.text) if sign == "+"]


def _stripped(segment: Segment) -> Segment:
    text = segment.text.strip()
    return Segment(segment.source + len(segment.text) - len(segment.text.lstrip()), text)


def _row(source: Source, lines: Sequence[Segment], edges: Sequence[int], labels: frozenset[str]) -> Row | None:
    columns = len(edges) - 1
    parts: list[list[Segment]] = [[] for _ in range(columns)]
    written: set[int] = set()
    for line in lines:
        cells = split_row(line.text, line.source)
        places = _places(cells, line, edges)
        if places is None:
            return None
        for place, cell in zip(places, cells, strict=True):
            parts[place].append(Segment(cell.start, source.slice(cell)))
        written.update(places)
    span = Span(lines[0].source, lines[-1].source + len(lines[-1].text))
    end = Segment(span.end, "")
    return Row(tuple(_cell(part or [end], labels) for part in parts), len(written), span, source.line_of(span.start))


def _places(cells: Sequence[Span], line: Segment, edges: Sequence[int]) -> Sequence[int] | None:
    """The column of each cell: by its turn in a full line, by the border it stands below in one with wider cells."""
    if len(cells) == len(edges) - 1:
        return range(len(cells))
    columns = {edge: column for column, edge in enumerate(edges[:-1])}
    starts = [cell.start - 1 - line.source for cell in cells]
    if len(cells) > len(edges) or len(line.text) != edges[-1] + 1 or not all(start in columns for start in starts):
        return None
    return [columns[start] for start in starts]


def _cell(part: Sequence[Segment], labels: frozenset[str]) -> Cell:
    written = [segment for segment in part if segment.text.strip()]
    if written:
        return Cell(inline.read(written, labels=labels, cell=True).text)
    at = part[0].source + min(1, len(part[0].text) // 2)
    return Cell(Text("", Span(at, at)))
