"""The running text of a plan, piece by piece: headings, paragraphs and list items, however deeply nested."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


def is_code(text: Text, start: int, end: int, source: Source) -> bool:
    """Whether plain[start:end] lies within inline code: between backticks that the plain text no longer shows."""
    if text.code:
        return True
    index = bisect_right(text.runs, (start, 1 << 62)) - 1
    if index < 0 or end > text.runs[index].plain + text.runs[index].length:
        return False
    run = text.runs[index]
    before = source.text[max(0, run.source - 2) : run.source].rstrip()
    after = source.text[run.source + run.width : run.source + run.width + 2].lstrip()
    return before.endswith("`") and after.startswith("`")
