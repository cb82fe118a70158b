"""Words as a reader sees them, each still knowing where it stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from implan_lint.diagnostic import Span


class Run(NamedTuple):
    """`length` characters of the plain text, from `plain` on, that stand in the source from `source` on.

    A run of `width` source characters that shows as something else (an entity, a line break) has length 1.
    """

    plain: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words without emphasis, link targets, code marks and escapes, and their place in the source."""

    plain: str
    span: Span
    runs: tuple[Run, ...] = ()
    struck: bool = False
    """All of it is struck through (~~...~~): withdrawn or done."""
    code: bool = False
    """All of it is inline code."""

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def __str__(self) -> str:
        return self.plain

    def span_of(self, start: int, end: int) -> Span:
        """The source span of plain[start:end]; of an empty range, the empty span where it would stand."""
        if not self.runs:
            return Span(self.span.start, self.span.start) if start == end else self.span
        first = self.runs[max(0, bisect_right(self.runs, (start, 1 << 62)) - 1)]
        begin = first.source + min(start - first.plain, first.width)
        if start == end:
            return Span(begin, begin)
        last = self.runs[max(0, bisect_right(self.runs, (end - 1, 1 << 62)) - 1)]
        inside = end - last.plain
        return Span(begin, last.source + (last.width if inside >= last.length else inside))

    def part(self, start: int, end: int) -> Text:
        """plain[start:end] without white space around it."""
        while start < end and self.plain[start].isspace():
            start += 1
        while end > start and self.plain[end - 1].isspace():
            end -= 1
        runs = []
        index = max(0, bisect_right(self.runs, (start, 1 << 62)) - 1)
        while index < len(self.runs) and self.runs[index].plain < end:
            run = self.runs[index]
            index += 1
            low, high = max(run.plain, start), min(run.plain + run.length, end)
            if low < high:
                source = run.source + (low - run.plain if run.width == run.length else 0)
                width = high - low if run.width == run.length else run.width
                runs.append(Run(low - start, source, high - low, width))
        return Text(self.plain[start:end], self.span_of(start, end), tuple(runs), self.struck, self.code)
