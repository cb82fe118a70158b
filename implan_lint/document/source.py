"""The text of one file and its lines: the only place where an offset becomes a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from implan_lint.diagnostic import Position, Span

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Source:
    """Decoded text without its byte-order mark. Lines end in LF, CRLF or a lone CR."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.has_bom = text.startswith("\ufeff")
        self.text = text[1:] if self.has_bom else text

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; line n is at index n - 1."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    @property
    def line_count(self) -> int:
        return len(self.line_starts)

    def line_span(self, line: int) -> Span:
        """The characters of a line (1-based), without its line break. Raises IndexError past the last line."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < self.line_count else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line(self, line: int) -> str:
        return self.slice(self.line_span(line))

    def line_of(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        line = self.line_of(offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]
