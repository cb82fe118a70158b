"""Tables in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implan_lint.document.model import Html, Table, TableForm
from implan_lint.document.parse import parse


def table(text: str) -> Table:
    (found,) = [block for block in parse(text).blocks() if isinstance(block, Table)]
    assert found.form is TableForm.HTML
    return found


def words(found: Table) -> list[list[str]]:
    return [[cell.text.plain for cell in cells] for cells in (found.header, *(row.cells for row in found.rows))]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "<table>\n<thead>\n<tr><td>A</td><td>B</td></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>",
        "<table>\n\n<tr>\n\n<td>A</td>\n\n<td>B</td></tr>\n\n<tr><td>1</td><td>2</td></tr>\n\n</table>\n",
        "<div>\n<table>\n<tr><td>A<td>B\n<tr><td>1<td>2\n</table>\n</div>\n",
        "<div>\n\n<TABLE border=1>\n<TR><TD>A</TD><TD>B</TD></TR><TR><TD>1</TD><TD>2</TD></TR></TABLE>\n\n</div>\n",
        "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2",
    ],
)
def test_reads_header_and_rows(text: str) -> None:
    assert words(table(text)) == [["A", "B"], ["1", "2"]]


def test_a_cell_has_the_place_of_its_words() -> None:
    head = "tekst\r\n\r\n<table>\r\n<tr><td>é😀</td></tr>\r\n"
    text = head + "<tr><td\r\n class='x'>\r\n  <b>Jan</b> en\r\n Piet </td></tr></table>\r\n"
    document = parse(text)
    found = table(text)
    assert document.source.slice(found.header[0].text.span) == "é😀"
    cell = found.rows[0].cells[0].text
    assert cell.plain == "Jan en Piet"
    assert document.source.slice(cell.span_of(7, 11)) == "Piet"
    assert found.rows[0].line == 5


def test_a_cell_that_spans_rows_is_inherited_and_one_that_spans_columns_repeated() -> None:
    found = table(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan=2>x</td><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr>"
        "<tr><td colspan=2>y</td><td>5</td></tr></table>"
    )
    assert words(found)[1:] == [["x", "1", "2"], ["x", "3", "4"], ["y", "y", "5"]]
    assert [row.cells[0].inherited for row in found.rows] == [False, True, False]
    assert found.rows[1].cells[0].text == found.rows[0].cells[0].text


def test_tags_and_entities_in_cells_show_as_text() -> None:
    assert words(table("<table><tr><td>a<br>b &amp; *c*<!-- x --></td></tr></table>")) == [["a b & *c*"]]


def test_short_rows_are_filled_up() -> None:
    found = table("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>")
    assert words(found)[1] == ["1", ""]
    assert found.rows[0].written == 1


def test_other_html_stays_html() -> None:
    (block,) = parse("<!-- vul dit\n\nin -->\n").blocks()
    assert isinstance(block, Html)
    assert block.is_comment


TAGS = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th rowspan=3>",
    "<td colspan='2'>",
    "a",
    "\n",
    "\n\n",
]


@given(
    st.lists(st.sampled_from([*TAGS, "<!--", "-->", "<", "&amp;", "<td\n", ">", "<thead>", "- ", "> "]), max_size=25)
)
def test_survives_tags_in_any_order(tags: list[str]) -> None:
    document = parse("<table>" + "".join(tags))
    for block in document.blocks():
        if isinstance(block, Table):
            for row in block.rows:
                assert len(row.cells) == len(block.header)
                assert all(
                    0 <= cell.text.span.start <= cell.text.span.end <= len(document.source.text) for cell in row.cells
                )
