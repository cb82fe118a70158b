"""Finds, among pieces of text that lie beside or inside each other, the one around a place; fast for very many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from implan_lint.diagnostic import Span


class Nesting:
    """Spans in the order of the text, each with the one around it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans), key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]
        self._around: list[int] = []
        open_: list[int] = []
        for index, span in enumerate(self._spans):
            while open_ and not self._spans[open_[-1]].covers(span):
                open_.pop()
            self._around.append(open_[-1] if open_ else -1)
            open_.append(index)

    def innermost(self, span: Span) -> Span | None:
        """The smallest of them that covers the span."""
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and not self._spans[index].covers(span):
            index = self._around[index]
        return self._spans[index] if index >= 0 else None

    def following(self, offset: int) -> Span | None:
        """The first that begins here or later; the widest of those that begin at one place."""
        index = bisect_left(self._starts, offset)
        return self._spans[index] if index < len(self._spans) else None
