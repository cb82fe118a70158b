"""Tables in HTML, as exports from word processors and wikis leave them behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from implan_lint.diagnostic import Span
from implan_lint.document import inline
from implan_lint.document.inline import Segment
from implan_lint.document.model import Cell, Row, Table, TableForm
from implan_lint.document.source import Source
from implan_lint.document.text import Text

_SPAN_NUMBER = re.compile(r"\s*([0-9]{1,4})")
_WIDEST = 200
"""The largest colspan and rowspan that is taken at its word."""


@dataclass(slots=True)
class _RawCell:
    start: int
    end: int
    heading: bool
    columns: int
    rows: int


@dataclass(slots=True)
class _RawRow:
    start: int
    end: int
    in_head: bool
    cells: list[_RawCell] = field(default_factory=list)


@dataclass(slots=True)
class _RawTable:
    start: int
    end: int
    rows: list[_RawRow] = field(default_factory=list)


def read_tables(source: Source, segments: Sequence[Segment]) -> tuple[Table, ...]:
    """The tables in lines of raw HTML, in their order. A table within a cell is part of that cell's words."""
    reader = _Reader(segments)
    reader.feed("\n".join(segment.text for segment in segments))
    reader.close()
    reader.finish()
    return tuple(_Grid(source, segments, raw).table() for raw in reader.tables if any(row.cells for row in raw.rows))


class _Reader(HTMLParser):
    """Finds rows and cells; offsets count in the source."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        super().__init__(convert_charrefs=False)
        self.tables: list[_RawTable] = []
        self._segments = segments
        self._table: _RawTable | None = None
        self._row: _RawRow | None = None
        self._cell: _RawCell | None = None
        self._in_head = False
        self._nested = 0

    def _here(self) -> int:
        line, column = self.getpos()
        return self._segments[line - 1].source + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self._here()
        if tag == "table":
            if self._table is not None:
                self._nested += 1
                return
            self._table = _RawTable(here, here)
            self.tables.append(self._table)
        elif self._table is None or self._nested:
            return
        elif tag in ("thead", "tbody", "tfoot"):
            self._end_row(here)
            self._in_head = tag == "thead"
        elif tag == "tr":
            self._start_row(here)
        elif tag in ("td", "th"):
            self._start_cell(tag, here, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if self._table is None:
            return
        here = self._here()
        if tag == "table":
            if self._nested:
                self._nested -= 1
                return
            self._end_row(here)
            self._table.end = here + len("</table>")
            self._table = None
            self._in_head = False
        elif self._nested:
            return
        elif tag in ("td", "th"):
            self._end_cell(here)
        elif tag in ("tr", "thead", "tbody", "tfoot"):
            self._end_row(here)
            self._in_head = self._in_head and tag == "tr"

    def finish(self) -> None:
        """Closes what the author left open."""
        if self._table is not None:
            last = self._segments[-1]
            end = last.source + len(last.text)
            self._end_row(end)
            self._table.end = end

    def _start_row(self, here: int) -> _RawRow:
        self._end_row(here)
        self._row = _RawRow(here, here, self._in_head)
        if self._table is not None:
            self._table.rows.append(self._row)
        return self._row

    def _start_cell(self, tag: str, here: int, attributes: dict[str, str | None]) -> None:
        self._end_cell(here)
        row = self._row or self._start_row(here)
        start = self._after_tag()
        columns, rows = _number(attributes.get("colspan")), _number(attributes.get("rowspan"))
        self._cell = _RawCell(start, start, tag == "th", columns, rows)
        row.cells.append(self._cell)

    def _after_tag(self) -> int:
        written = self.get_starttag_text() or ""
        line, column = self.getpos()
        breaks = written.count("\n")
        if breaks:
            return self._segments[line - 1 + breaks].source + len(written) - written.rindex("\n") - 1
        return self._segments[line - 1].source + column + len(written)

    def _end_cell(self, here: int) -> None:
        if self._cell is not None:
            self._cell.end = max(here, self._cell.start)
            self._cell = None

    def _end_row(self, here: int) -> None:
        self._end_cell(here)
        if self._row is not None:
            self._row.end = here
            self._row = None


def _number(value: str | None) -> int:
    found = _SPAN_NUMBER.match(value or "")
    return min(max(int(found[1]), 1), _WIDEST) if found else 1


class _Grid:
    """Puts the cells of one table in rows and columns."""

    def __init__(self, source: Source, segments: Sequence[Segment], raw: _RawTable) -> None:
        self._source = source
        self._segments = segments
        self._starts = [segment.source for segment in segments]
        self._raw = raw

    def table(self) -> Table:
        rows = self._laid_out()
        width = max(len(cells) for _, cells in rows)
        header = rows[0][1]
        if not any(cell.text for cell in header):
            header += [header[-1]] * (width - len(header))
        columns = len(header)
        body = tuple(self._row(raw, cells, columns) for raw, cells in rows[1:] if not raw.in_head)
        span = Span(self._raw.start, self._raw.end)
        return Table(tuple(header), body, span, self._source.line_of(span.start), TableForm.HTML)

    def _row(self, raw: _RawRow, cells: list[Cell], columns: int) -> Row:
        filled = [*cells[:columns], *(Cell(Text("", Span(raw.end, raw.end))) for _ in range(columns - len(cells)))]
        return Row(tuple(filled), len(cells), Span(raw.start, raw.end), self._source.line_of(raw.start))

    def _laid_out(self) -> list[tuple[_RawRow, list[Cell]]]:
        """Rows with their cells; a cell that spans rows or columns stands in each of them."""
        laid_out: list[tuple[_RawRow, list[Cell]]] = []
        reaching: dict[int, tuple[int, Text]] = {}
        for raw in self._raw.rows:
            cells: list[Cell] = []
            coming = dict(reaching)
            reaching = {column: (left - 1, text) for column, (left, text) in coming.items() if left > 1}
            for cell in raw.cells:
                self._inherit(cells, coming)
                text = self._text(cell)
                for _ in range(cell.columns):
                    if cell.rows > 1:
                        reaching[len(cells)] = (cell.rows - 1, text)
                    cells.append(Cell(text))
            self._inherit(cells, coming)
            if cells:
                laid_out.append((raw, cells))
        return laid_out

    @staticmethod
    def _inherit(cells: list[Cell], coming: dict[int, tuple[int, Text]]) -> None:
        while len(cells) in coming:
            cells.append(Cell(coming.pop(len(cells))[1], inherited=True))

    def _text(self, cell: _RawCell) -> Text:
        first = max(bisect_right(self._starts, cell.start) - 1, 0)
        pieces: list[Segment] = []
        for segment in self._segments[first:]:
            if segment.source > cell.end:
                break
            low = max(cell.start, segment.source)
            high = min(cell.end, segment.source + len(segment.text))
            if low < high:
                pieces.append(Segment(low, segment.text[low - segment.source : high - segment.source]))
        return inline.read_html(pieces) if pieces else Text("", Span(cell.start, cell.start))
