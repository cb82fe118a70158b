"""Grid tables, as Pandoc writes them."""

from __future__ import annotations

import pytest

from implan_lint.document.model import Table, TableForm
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
