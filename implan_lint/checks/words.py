"""The running text of a plan, piece by piece: headings, paragraphs and list items, however deeply nested."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from implan_lint.diagnostic import Span
from implan_lint.document.model import Block, ListBlock, MalformedTable, Paragraph, Quote, Section, Table
from implan_lint.document.source import Source
from implan_lint.document.text import Text
from implan_lint.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading, paragraph or list item."""

    text: Text
    lines: tuple[Text, ...]
    section: Section
    is_heading: bool = False
    is_quoted: bool = False


def passages(plan: Plan) -> Iterator[Passage]:
    """All running text outside tables, code and comments."""
    for section in plan.document.root.walk():
        heading = section.heading
        if heading is not None:
            yield Passage(heading.text, (heading.text,), section, is_heading=True)
        for block, quoted in _nested(section.blocks):
            if isinstance(block, Paragraph):
                yield Passage(block.text, block.lines, section, is_quoted=quoted)
            elif isinstance(block, ListBlock):
                for item in block.items:
                    yield Passage(item.text, item.lines, section, is_quoted=quoted)


def blocks(plan: Plan) -> Iterator[Block]:
    """Every block, those in quotes and list items included."""
    for section in plan.document.root.walk():
        yield from (block for block, _ in _nested(section.blocks))


def malformed_tables(section: Section) -> list[MalformedTable]:
    """Tables in and below a section that are none to Markdown."""
    return [block for part in section.walk() for block, _ in _nested(part.blocks) if isinstance(block, MalformedTable)]


def tables_in(section: Section) -> list[Table]:
    """Tables in and below a section."""
    return [block for part in section.walk() for block, _ in _nested(part.blocks) if isinstance(block, Table)]


def _nested(outer: Iterable[Block], quoted: bool = False) -> Iterator[tuple[Block, bool]]:
    for block in outer:
        yield block, quoted
        if isinstance(block, Quote):
            yield from _nested(block.blocks, quoted=True)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _nested(item.blocks, quoted)


_TICKS = re.compile(r"\\`|`+")
_EDGE = 3
"""Backticks at the very edge of a text lie outside its span."""


def code_spans(text: Text, source: Source) -> list[Span]:
    """The inline code in a text, from its first backtick to past its last, in order."""
    start = max(0, text.span.start - _EDGE)
    ticks = list(_TICKS.finditer(source.text, start, min(len(source.text), text.span.end + _EDGE)))
    places: dict[int, list[int]] = {}
    for index, tick in enumerate(ticks):
        places.setdefault(len(tick[0].lstrip("\\")), []).append(index)
    spans: list[Span] = []
    index = 0
    while index < len(ticks):
        same = places[len(ticks[index][0].lstrip("\\"))]
        close = bisect_right(same, index)
        if ticks[index][0].startswith("\\") or close == len(same):
            index += 1
        else:
            spans.append(Span(ticks[index].start(), ticks[same[close]].end()))
            index = same[close] + 1
    return spans


def is_within(span: Span, spans: list[Span]) -> bool:
    """Whether one of `spans`, which are in order, covers a span."""
    index = bisect_right(spans, (span.start, 1 << 62)) - 1
    return index >= 0 and spans[index].covers(span)


def touches(span: Span, spans: list[Span]) -> bool:
    """Whether one of `spans`, which are in order and apart, shares a character with a span."""
    index = bisect_right(spans, (span.end - 1, 1 << 62)) - 1
    return index >= 0 and spans[index].end > span.start
