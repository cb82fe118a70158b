"""Whatever comes in: a document, with every span within the text and no block over another."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.diagnostic import Span
from implan_lint.document.model import Block, Document, ListBlock, Quote, Table
from implan_lint.document.parse import parse

PIECES = [
    "# ", "## ", "- ", "1. ", "> ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "| ", "|", "|---|---|", "---",
    "===", "**", "*", "_", "`", "```", "~~", "[", "](", ")", "[ ] ", "<table>", "<td>", "</table>", "<!--", "-->",
    "<div>", "a", "Doelen:", "**Doelen**", "Doelen", "é", "😀", "\x00", "\ud800", "\ufeff", "\u2028", "\x0b", "&amp;",
    "\\", "key: ", "...", "+++", "[^1]: ", "[a]: /b", "{#x}", "+---+", "\u00a0",
]  # fmt: skip
MARKDOWNISH = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def check(document: Document) -> None:
    end = len(document.source.text)
    for section in document.root.walk():
        assert 0 <= section.span.start <= section.span.end <= end
        if section.heading is not None:
            assert section.span.start == section.heading.span.start
            assert section.heading.span.covers(section.heading.text.span)
            assert document.source.line_of(section.heading.span.start) == section.heading.line
        apart([block.span for block in section.blocks], Span(0, end))
        apart([child.span for child in section.children], section.span)
        check_blocks(document, section.blocks)


def check_blocks(document: Document, blocks: Iterable[Block]) -> None:
    for block in blocks:
        assert document.source.line_of(block.span.start) == block.line
        if isinstance(block, Quote):
            apart([inner.span for inner in block.blocks], block.span)
            check_blocks(document, block.blocks)
        elif isinstance(block, ListBlock):
            apart([item.span for item in block.items], block.span)
            for item in block.items:
                apart([item.text.span, *(inner.span for inner in item.blocks)], item.span)
                check_blocks(document, item.blocks)
        elif isinstance(block, Table):
            apart([row.span for row in block.rows], block.span)
            for row in block.rows:
                assert len(row.cells) == len(block.header)


def apart(spans: list[Span], around: Span) -> None:
    """Each within `around`, in order and without overlap."""
    place = around.start
    for span in spans:
        assert place <= span.start <= span.end <= around.end
        place = span.end


@given(st.text(max_size=80))
def test_any_text_is_a_document(text: str) -> None:
    check(parse(text))


@given(MARKDOWNISH)
def test_any_markdown_is_a_document(text: str) -> None:
    check(parse(text))


@pytest.mark.parametrize(
    "unit",
    [
        "#",
        "> ",
        ">a\n",
        "- a\n",
        "  - ",
        "|a|\n",
        "|a|b|\n|-|-|\n",
        "a:\nb\n\n",
        "<table>\n\n",
        "<td>",
        "\x00",
        "a\n---\n",
        "\r",
    ],
)
def test_survives_repetition(unit: str) -> None:
    check(parse(unit * (20_000 // len(unit))))


def test_a_list_within_a_list_as_deep_as_anyone_goes_keeps_its_words() -> None:
    document = parse("".join(f"{'  ' * depth}- {depth}\n" for depth in range(15)))
    depth = 0
    blocks: tuple[Block, ...] = document.root.blocks
    while blocks:
        (block,) = blocks
        assert isinstance(block, ListBlock)
        assert block.items[0].text.plain == str(depth)
        blocks, depth = block.items[0].blocks, depth + 1
    assert depth == 15
