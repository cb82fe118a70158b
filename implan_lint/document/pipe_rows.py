"""The cells of one row of a pipe table; apart from the block rule, so that it needs no Markdown parser."""

from __future__ import annotations

import re

from implan_lint.diagnostic import Span

_COMMENT = re.compile(r"\s*<!--(?:(?!-->).)*-->\s*", re.DOTALL)


def split_row(text: str, start: int) -> tuple[Span, ...]:
    """The cells of a row whose trimmed text starts at offset `start`; a backslash keeps a pipe in its cell.

    A comment behind the last pipe is no cell: Markdown drops it, and so does its author.
    """
    cells: list[Span] = []
    escaped = False
    last = 0
    for position, character in enumerate(text):
        if character == "|" and not escaped:
            cells.append(Span(start + last, start + position))
            last = position + 1
        escaped = character == "\\"
    cells.append(Span(start + last, start + len(text)))
    if cells and cells[0].start == cells[0].end:
        del cells[0]
    if cells and (cells[-1].start == cells[-1].end or (len(cells) > 1 and _COMMENT.fullmatch(text, last))):
        del cells[-1]
    return tuple(cells)
