"""Grid tables, as Pandoc writes them."""

from __future__ import annotations

import pytest

from implan_lint.document.model import MalformedTable, Table, TableForm
from implan_lint.document.parse import parse

GRID = """\
+-------+------------+
| Wie   | **Wat**    |
+=======+============+
| Jan   | bouwt en   |
| Smit  | test é     |
+-------+------------+
| Piet  |            |
+-------+------------+
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_cells_of_several_lines_are_joined_and_placed(line_break: str) -> None:
    document = parse("tekst\n\n".replace("\n", line_break) + GRID.replace("\n", line_break))
    _, found = document.blocks()
    assert isinstance(found, Table)
    assert (found.form, found.line) == (TableForm.GRID, 3)
    assert [cell.text.plain for cell in found.header] == ["Wie", "Wat"]
    assert [[cell.text.plain for cell in row.cells] for row in found.rows] == [
        ["Jan Smit", "bouwt en test é"],
        ["Piet", ""],
    ]
    cell = found.rows[0].cells[1].text
    assert document.source.slice(cell.span_of(9, 15)) == "test é"
    assert [row.line for row in found.rows] == [6, 9]


@pytest.mark.parametrize(
    "text",
    [
        "+---+\n| a |\n",
        "+---+\n+---+\n+---+\n",
        "+---+---+\n| a | b |\n+---+\n",
        "+---+---+\n| a | b | c |\n+---+---+\n",
    ],
)
def test_a_broken_drawing_is_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for block in parse(text).blocks())


WIDE = """\
+------+----------------+---------+
| Nr   | Wat            | Kosten  |
+:=====+:===============+========:+
| **Buiten**                      |
+------+----------------+---------+
| B1   | stoepen        | € 400   |
|      | verlagen       |         |
+------+----------------+---------+
| **Totaal**            | € 400   |
+-----------------------+---------+
"""


def test_a_cell_over_several_columns_stands_in_the_first_of_them() -> None:
    (found,) = parse(WIDE).blocks()
    assert isinstance(found, Table)
    assert [[cell.text.plain for cell in row.cells] for row in found.rows] == [
        ["Buiten", "", ""],
        ["B1", "stoepen verlagen", "€ 400"],
        ["Totaal", "", "€ 400"],
    ]
    assert [row.written for row in found.rows] == [1, 3, 2]


def test_a_title_over_the_whole_width_is_no_header() -> None:
    (found,) = parse("+--------------------+\n| Wie doet wat       |\n" + GRID).blocks()
    assert isinstance(found, Table)
    assert [cell.text.plain for cell in found.header] == ["Wie", "Wat"]
    assert len(found.rows) == 2


def test_a_drawing_that_cannot_be_read_is_told_as_one() -> None:
    (found,) = parse("+---+---+\n| a | b |\n| c +---+\n|   | d |\n+---+---+\n").blocks()
    assert isinstance(found, MalformedTable)
    assert found.line == 1
