"""GFM pipe tables: a block rule for markdown-it that keeps the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from implan_lint.diagnostic import Span
from implan_lint.document.pipe_rows import split_row

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

TOKEN = "pipe_table"
_SEPARATOR_LINE = re.compile(r"(?:[|:][-:| \t]|-[-:|])[-:| \t]*")
_SEPARATOR_CELL = re.compile(r":?-+:?")
_TRIM = " \t\n\r\f\v"
_MOST_FILLED_IN = 0x10000
"""How many missing cells a table may have: without a limit a small file makes a huge table."""


class RawRow(NamedTuple):
    """A row as written; offsets count in the text that markdown-it reads."""

    line: int
    """0-based."""
    span: Span
    cells: tuple[Span, ...]
    """Between the pipes, white space included."""


def is_separator(text: str, columns: int) -> bool:
    """Whether a trimmed line is a separator row of so many columns."""
    return _separator_columns(text) == columns > 0


def _separator_columns(text: str) -> int:
    if not _SEPARATOR_LINE.fullmatch(text):
        return 0
    cells = [cell.strip(_TRIM) for cell in text.split("|")]
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return len(cells) if all(_SEPARATOR_CELL.fullmatch(cell) for cell in cells) else 0


def pipe_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Takes the place of markdown-it's `table` rule, under the same conditions."""
    if start_line + 2 > end_line or state.sCount[start_line + 1] < state.blkIndent:
        return False
    if state.is_code_block(start_line + 1) or state.is_code_block(start_line):
        return False
    separator = _line(state, start_line + 1)
    columns = _separator_columns(separator)
    if not columns:
        return False
    header = _row(state, start_line)
    if "|" not in state.src[header.span.start : header.span.end] or len(header.cells) != columns:
        return False
    if silent:
        return True
    rows = _body(state, start_line + 2, end_line, columns)
    token = state.push(TOKEN, "table", 0)
    state.line = rows[-1].line + 1 if rows else start_line + 2
    token.map = [start_line, state.line]
    token.meta = {"rows": [header, *rows]}
    return True


def _body(state: StateBlock, line: int, end_line: int, columns: int) -> list[RawRow]:
    rows: list[RawRow] = []
    missing = 0
    old_parent, state.parentType = state.parentType, "table"
    ends = state.md.block.ruler.getRules("blockquote")
    while line < end_line and state.sCount[line] >= state.blkIndent:
        if any(rule(state, line, end_line, True) for rule in ends):
            break
        row = _row(state, line)
        if row.span.start == row.span.end or state.is_code_block(line):
            break
        missing += columns - len(row.cells)
        if missing > _MOST_FILLED_IN:
            break
        rows.append(row)
        line += 1
    state.parentType = old_parent
    return rows


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _row(state: StateBlock, line: int) -> RawRow:
    text = _line(state, line)
    start = state.bMarks[line] + state.tShift[line] + len(text) - len(text.lstrip(_TRIM))
    text = text.strip(_TRIM)
    return RawRow(line, Span(start, start + len(text)), split_row(text, start))


def looks_like_row(line: str) -> bool:
    """Whether a person would take a line for a row of a table."""
    return line.startswith("|") or line.count("|") >= 2


def malformed_runs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches (first, past the last) of at least two lines that look like rows."""
    runs: list[tuple[int, int]] = []
    first = -1
    for index, line in enumerate([*lines, ""]):
        if looks_like_row(line):
            first = index if first < 0 else first
        else:
            if first >= 0 and index - first >= 2:
                runs.append((first, index))
            first = -1
    return runs
