"""Pipe tables: the same tables as markdown-it's own rule finds, with a place for every cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from implan_lint.document.block_rules import tokens_of
from implan_lint.document.model import ListBlock, MalformedTable, Paragraph, Quote, Table
from implan_lint.document.parse import parse
from implan_lint.document.pipe_tables import TOKEN

LINE = st.text(alphabet="|-: \\`a*>\t1.", max_size=12)
ROW = st.lists(st.sampled_from(["a", "", " ", "`x|y`", r"\|", "-", "**b**", "\t", "\\", "é"]), max_size=4).map("|".join)
SEPARATOR = st.lists(st.sampled_from(["-", "---", ":-:", "--:", "", " - ", "=", "-:-"]), max_size=4).map("|".join)
LINES = st.lists(st.one_of(LINE, ROW, ROW.map("| {} |".format), SEPARATOR, SEPARATOR.map("|{}|".format)), max_size=8)


def table(text: str) -> Table:
    (block,) = parse(text).blocks()
    assert isinstance(block, Table)
    return block


def rows(found: Table) -> list[list[str]]:
    return [[cell.text.plain for cell in row.cells] for row in found.rows]


def stock_tables(text: str) -> list[list[list[str]]]:
    """The cells' raw words per row per table, by markdown-it's own rule."""
    markdown = MarkdownIt("commonmark").enable("table").disable("reference")
    tables: list[list[list[str]]] = []
    for token in markdown.parse(text):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level > 2 and tables and token.map and is_cell(token.level, tables):
            tables[-1][-1].append(token.content)
    return tables


def is_cell(level: int, tables: list[list[list[str]]]) -> bool:
    return bool(tables[-1]) and level >= 4


def own_tables(text: str) -> list[list[list[str]]]:
    tables = []
    for token in tokens_of(text):
        if token.type == TOKEN:
            columns = len(token.meta["rows"][0].cells)
            cells = [
                [text[cell.start : cell.end].strip(" \t\n\r\f\v").replace(r"\|", "|") for cell in row.cells[:columns]]
                for row in token.meta["rows"]
            ]
            tables.append([row + [""] * (columns - len(row)) for row in cells])
    return tables


@given(LINES)
def test_finds_the_tables_that_markdown_it_finds(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert own_tables(text) == stock_tables(text)


@pytest.mark.parametrize(
    "text",
    [
        "| foo | bar |\n| --- | --- |\n| baz | bim |",
        "| abc | defghi |\n:-: | -----------:\nbar | baz",
        "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
        "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
        "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
        "| abc | def |\n| --- |\n| bar |",
        "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
        "| abc | def |\n| --- | --- |",
        "a | b\n- | -",
        "    | a |\n    |---|",
        "| a |\n    |---|\n",
        "| a |\n|---|\n    | b |",
        "tekst\n| a |\n|---|\n| b |\n# kop",
        "||\n|-|",
        "|a|b\n|-|-|\n|||\n",
    ],
)
def test_agrees_with_markdown_it_on_the_examples_of_gfm(text: str) -> None:
    assert own_tables(text) == stock_tables(text)


def test_every_cell_knows_its_place() -> None:
    text = "intro\n\n| Wie  | **Wat** |\n|---|---|\n| Jan | é😀 bouwt |\n"
    document = parse(text)
    found = next(block for block in document.blocks() if isinstance(block, Table))
    assert [document.source.slice(cell.text.span) for cell in found.header] == ["Wie", "Wat"]
    assert [document.source.slice(cell.text.span) for cell in found.rows[0].cells] == ["Jan", "é😀 bouwt"]
    assert (found.line, found.rows[0].line) == (3, 5)
    assert document.source.slice(found.rows[0].span) == "| Jan | é😀 bouwt |"


def test_an_empty_cell_is_where_words_would_be_filled_in() -> None:
    found = table("| A | B |\n|---|---|\n| x |   |\n| y ||\n")
    assert [row.cells[1].text.span for row in found.rows] == [(26, 26), (35, 35)]


def test_missing_cells_are_added_at_the_end_of_the_row_and_extra_ones_only_counted() -> None:
    text = "| A | B | C |\n|---|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |\n"
    found = table(text)
    assert rows(found) == [["1", "", ""], ["1", "2", "3"]]
    assert [row.written for row in found.rows] == [1, 4]
    end = text.index("| 1 |") + len("| 1 |")
    assert found.rows[0].cells[2].text.span == (end, end)


def test_a_table_may_be_nothing_but_a_header() -> None:
    assert table("| A | B |\n|---|---|\n").rows == ()


def test_pipes_in_code_split_cells_unless_escaped() -> None:
    assert rows(table("| A | B |\n|---|---|\n| `x|y` |\n| `x\\|y` | z |\n")) == [["`x", "y`"], ["x|y", "z"]]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks_of_any_kind(line_break: str) -> None:
    text = "| A |\n|---|\n| é |\n".replace("\n", line_break)
    document = parse(text)
    (found,) = document.blocks()
    assert isinstance(found, Table)
    assert document.source.slice(found.rows[0].cells[0].text.span) == "é"


def test_tables_in_lists_and_quotes() -> None:
    document = parse("- punt\n\n  | A |\n  |---|\n  | x |\n\n> | A |\n> |---|\n> | y |\n")
    bullets, quote = document.blocks()
    assert isinstance(bullets, ListBlock)
    assert isinstance(quote, Quote)
    found = [bullets.items[0].blocks[0], quote.blocks[0]]
    spans = [block.rows[0].cells[0].text.span for block in found if isinstance(block, Table)]
    assert [document.source.slice(span) for span in spans] == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "reason", "header"),
    [
        ("| Wie | Wat |\n| Jan | bouwt |\n", "no-separator", ["Wie", "Wat"]),
        ("| Wie | Wat |\n|---|\n| Jan | bouwt |\n", "separator", ["Wie", "Wat"]),
        ("| Wie | Wat |\n|===|===|\n| Jan | bouwt |\n", "separator", ["Wie", "Wat"]),
        ("a | b | c\nd | e | f\n", "no-separator", ["a", "b", "c"]),
        ("| Wie | Wat |\n-----\n| Jan | bouwt |\n", "separator", ["Wie", "Wat"]),
    ],
)
def test_lines_that_only_look_like_a_table(text: str, reason: str, header: list[str]) -> None:
    block = next(iter(parse(text).blocks()))
    assert isinstance(block, MalformedTable)
    assert (block.reason, [cell.plain for cell in block.header]) == (reason, header)


def test_words_around_a_would_be_table_stay_paragraphs() -> None:
    kinds = [
        type(block) for block in parse("Dit is de planning van ons team.\n| a | b |\n| c | d |\nen verder\n").blocks()
    ]
    assert kinds == [Paragraph, MalformedTable, Paragraph]


def test_a_single_line_with_pipes_is_a_paragraph() -> None:
    assert [type(block) for block in parse("ma | di | wo\n").blocks()] == [Paragraph]
