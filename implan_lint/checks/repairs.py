"""Edits in lists and tables: a number before an item, words in an empty cell, a column at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from implan_lint.diagnostic import Edit, Span
from implan_lint.document.model import ListItem, Row, Table, TableForm
from implan_lint.document.source import Source


def before_item(source: Source, item: ListItem, words: str) -> Edit:
    """Words at the head of an item, before the mark-up that its own words may open with."""
    start = item.text.span.start
    while source.text[start - 1 : start] in ("*", "_"):
        start -= 1
    return Edit(Span(start, start), words)


def into_cell(source: Source, table: Table, row: Row, index: int, words: str) -> Edit | None:
    """Words in an empty cell that its author wrote; the row keeps its width where there is room."""
    cell = row.cells[index]
    if table.form is not TableForm.PIPE or index >= row.written or cell.text or cell.inherited:
        return None
    start = cell.text.span.start
    room = len(list(takewhile(" ".__eq__, source.text[start : start + len(words) + 1])))
    return Edit(Span(start, start + min(len(words), max(0, room - 1))), words)


def with_columns(source: Source, table: Table, names: Sequence[str]) -> tuple[Edit, ...]:
    """Empty columns at the end of a pipe table; no edits where its rows don't fit their header."""
    columns = len(table.header)
    if table.form is not TableForm.PIPE or not columns or any(row.written > columns for row in table.rows):
        return ()
    blank = [" " * len(name) for name in names]
    edits = [
        _at_the_end(source, table.line, names),
        _at_the_end(source, table.line + 1, ["-" * len(name) for name in names]),
        *(_at_the_end(source, row.line, [""] * (columns - row.written) + blank) for row in table.rows),
    ]
    made = tuple(edit for edit in edits if edit is not None)
    return made if len(made) == len(edits) else ()


def _at_the_end(source: Source, line: int, cells: Sequence[str]) -> Edit | None:
    """New cells behind the last of a row, which from then on ends in a pipe."""
    row = source.line(line).rstrip()
    if "|" not in row or row.endswith("-->"):
        return None
    end = source.line_span(line).start + len(row)
    closed = row.endswith("|") and not row.endswith("\\|")
    return Edit(Span(end, end), ("" if closed else " |") + "".join(f" {cell} |" for cell in cells))
