"""Paragraphs, lists, quotes, fences: what Markdown makes of a text, with exact places."""

from __future__ import annotations

import pytest

from implan_lint.document.model import Block, Fence, Html, ListBlock, ListItem, Paragraph, Quote
from implan_lint.document.parse import parse


def blocks(text: str) -> list[Block]:
    return list(parse(text).blocks())


def items(text: str) -> tuple[ListItem, ...]:
    (block,) = blocks(text)
    assert isinstance(block, ListBlock)
    return block.items


def test_a_paragraph_has_its_lines_and_its_place() -> None:
    document = parse("\n  een **twee**  \r\n  drie\r\n")
    (paragraph,) = document.blocks()
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.plain == "een twee drie"
    assert [line.plain for line in paragraph.lines] == ["een twee", "drie"]
    assert document.source.slice(paragraph.span) == "een **twee**  \r\n  drie"
    assert paragraph.line == 2


@pytest.mark.parametrize(
    ("text", "marker", "number"),
    [("- a", "-", None), ("* a", "*", None), ("+ a", "+", None), ("3. a", "3.", 3), ("1) a", "1)", 1)],
)
def test_list_markers(text: str, marker: str, number: int | None) -> None:
    (item,) = items(text)
    assert (item.marker, item.number, item.text.plain) == (marker, number, "a")


@pytest.mark.parametrize(
    ("text", "checked", "plain"),
    [
        ("- [ ] doen", False, "doen"),
        ("- [x] klaar", True, "klaar"),
        ("1. [X] klaar", True, "klaar"),
        ("- [ ]", False, ""),
        ("- [a] niets", None, "[a] niets"),
        ("- [x](y) link", None, "x link"),
    ],
)
def test_task_boxes(text: str, checked: bool | None, plain: str) -> None:
    (item,) = items(text)
    assert (item.checked, item.text.plain) == (checked, plain)


def test_an_item_has_its_own_words_and_blocks_below() -> None:
    document = parse("1. een\n   twee\n\n   alinea\n\n   - diep\n2. drie\n")
    (block,) = document.blocks()
    assert isinstance(block, ListBlock)
    first, second = block.items
    assert block.ordered
    assert [line.plain for line in first.lines] == ["een", "twee"]
    assert [type(inner) for inner in first.blocks] == [Paragraph, ListBlock]
    assert (second.line, second.text.plain) == (7, "drie")
    assert document.source.slice(first.span) == "1. een\n   twee\n\n   alinea\n\n   - diep"


def test_an_item_that_starts_with_another_block_has_no_words_of_its_own() -> None:
    (item,) = items("- - a\n  - b\n")
    assert not item.text
    assert item.lines == ()
    assert [type(inner) for inner in item.blocks] == [ListBlock]
    assert [inner.line for inner in item.blocks[0].items] == [1, 2]  # type: ignore[union-attr]


def test_an_empty_item_is_an_item() -> None:
    (item,) = items("-\n")
    assert not item.text


def test_words_behind_tabs_and_markers_are_placed() -> None:
    document = parse("> -\té a\n>   b\n")
    (quote,) = document.blocks()
    assert isinstance(quote, Quote)
    (inner,) = quote.blocks
    assert isinstance(inner, ListBlock)
    assert [document.source.slice(line.span) for line in inner.items[0].lines] == ["é a", "b"]
    assert document.source.slice(inner.items[0].span) == "-\té a\n>   b"


def test_a_dash_without_a_space_is_no_list() -> None:
    assert [type(block) for block in blocks("-Foo\n-Bar\n")] == [Paragraph]


def test_fences_keep_their_content() -> None:
    (block,) = blocks("```mermaid\ngantt\n\n# geen kop\n```\n")
    assert isinstance(block, Fence)
    assert (block.info, block.content) == ("mermaid", "gantt\n\n# geen kop\n")


def test_a_heading_in_a_list_or_quote_is_a_paragraph_there() -> None:
    document = parse("- # a\n\n> ## b\n")
    assert not list(document.sections())


def test_a_blank_in_angle_brackets_is_words_and_not_html() -> None:
    (block,) = blocks("<naam opdrachtgever>\n")
    assert isinstance(block, Paragraph)
    assert [type(block) for block in blocks("<div>\n</div>\n")] == [Html]


def test_link_definitions_are_no_words() -> None:
    assert [
        block.text.plain
        for block in blocks("Zie [het plan][1].\n\n[1]: https://x.nl/a\n")
        if isinstance(block, Paragraph)
    ] == ["Zie het plan."]


def test_a_footnote_keeps_its_words() -> None:
    (block,) = blocks("[^1]: Bron: jaarverslag\n")
    assert isinstance(block, Paragraph)
    assert block.text.plain == "Bron: jaarverslag"


def test_dividers_are_nothing() -> None:
    assert [type(block) for block in blocks("a\n\n***\n\nb\n")] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        ("1\\. Eerste doel\n\n2\\. Tweede doel\n", [1, 2], ["Eerste doel", "Tweede doel"]),
        ("\\- folder maken\n\\- trainen\n", [None, None], ["folder maken", "trainen"]),
    ],
)
def test_a_list_that_a_converter_escaped_is_a_list(text, numbers, words):
    (block,) = parse(text).root.blocks
    assert isinstance(block, ListBlock)
    assert [item.number for item in block.items] == numbers
    assert [text[item.text.span.start : item.text.span.end] for item in block.items] == words
