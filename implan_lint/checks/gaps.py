"""What things of one kind lack, told once for each cause.

An empty cell is one finding; a table without the column is one finding for all its rows; lists that hardly
ever keep such a part are one finding as well, unless they are short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from implan_lint.diagnostic import Finding, Numbered, Span, Term, Value
from implan_lint.plan.model import Entity, PlanTable

Thing = TypeVar("Thing", bound=Entity)

VALUES = ("text", "row", "column", "table", "count")
"""What the findings of `gaps` hold; which of them depends on the variant."""
VARIANTS = ("", "column", "item", "list")
"""An empty cell, a table without the column, an item of a list or a sentence, a whole list."""

FEW = 6
"""Up to so many items of lists that don't keep a part, each is named; above that they are one finding."""


def gaps(
    things: Iterable[Thing],
    lacks: Callable[[Thing], bool],
    columns: Callable[[PlanTable], Sequence[str]],
    *,
    column_asked: bool = True,
    slot: str = "",
    certain: Callable[[Thing], bool] | None = None,
) -> Iterator[Finding]:
    """The things that lack a part.

    `columns` are the columns of a table that can hold it, the usual one first; without any of them the table is
    one finding, or none where `column_asked` is false. `slot` names the part in an item of a list: a finding
    points at the blank that its author left there ("Wanneer: n.t.b."), or else at the item. Where no item of a list
    is `certain`, the list may be about something else, and its findings say so.
    """
    tables: dict[int, list[Thing]] = {}
    lists: dict[int, list[Thing]] = {}
    for thing in things:
        if thing.place.table is not None and thing.place.row is not None:
            tables.setdefault(thing.place.table.table.line, []).append(thing)
        else:
            lists.setdefault(id(thing.place.section), []).append(thing)
    for rows in tables.values():
        table = rows[0].place.table
        if table is not None:
            yield from _in_table(table, [row for row in rows if lacks(row)], columns(table), column_asked)
    yield from _in_lists(list(lists.values()), lacks, slot, certain)


def _in_table(table: PlanTable, rows: list[Thing], columns: Sequence[str], column_asked: bool) -> Iterator[Finding]:
    held = next((column for column in columns if column in table.columns), None)
    if held is not None:
        for row in rows:
            yield cell_gap(row, held)
    elif rows and column_asked:
        yield column_gap(table, columns, len(rows))


def cell_gap(thing: Entity, column: str) -> Finding:
    """The finding for a cell without what it should hold."""
    slot = thing.slot(column)
    return Finding(slot, row_values(thing, column), about=(about_cell(slot), *about_short_row(thing, column)))


def column_gap(table: PlanTable, columns: Sequence[str], count: int) -> Finding:
    """The finding for a table that lacks a column; `count` rows miss it."""
    values: dict[str, Value] = {
        "table": Term("table", table.kind.value),
        "column": Term("column", columns[0]),
        "count": count,
    }
    return Finding(header_span(table), values, "column", about=about_columns(table, columns))


def _in_lists(
    lists: list[list[Thing]],
    lacks: Callable[[Thing], bool],
    slot: str,
    certain: Callable[[Thing], bool] | None,
) -> Iterator[Finding]:
    bare: list[Thing] = []
    single: list[Thing] = []
    sure: set[int] = set()
    for things in lists:
        if certain is None or any(map(certain, things)):
            sure |= {id(thing) for thing in things}
        lacking = [thing for thing in things if lacks(thing)]
        # Where most items have the part, the others were forgotten; where few do, the list doesn't keep it.
        (bare if len(lacking) * 2 > len(things) else single).extend(lacking)
    if len(bare) > FEW:
        yield Finding(
            bare[0].span,
            {"text": bare[0].text, "count": len(bare)},
            "list",
            certain=any(id(one) in sure for one in bare),
        )
        bare = []
    for thing in (*bare, *single):
        span = thing.slot(slot)
        yield Finding(span, {"text": thing.text}, "item", about=(about_cell(span),), certain=id(thing) in sure)


def row_values(thing: Entity, column: str) -> dict[str, Value]:
    """The values that every message about a cell can use."""
    table = thing.place.table
    header = table.header(column) if table is not None else ""
    return {"text": thing.text, "row": row_of(thing), "column": header or Term("column", column)}


def row_of(thing: Entity) -> Numbered:
    """ "rij 3 van de actietabel"."""
    kind = thing.place.table.kind.value if thing.place.table is not None else "overig"
    return Numbered(Term("row", kind), thing.place.row_number)


def header_span(table: PlanTable) -> Span:
    """From the first word of a table's header to the last."""
    header = table.table.header
    return Span(header[0].text.span.start, header[-1].text.span.end) if header else table.table.span


def about_cell(span: Span) -> str:
    return f"cell:{span.start}-{span.end}"


def about_columns(table: PlanTable, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"column:{table.table.line}:{column}" for column in columns)


def about_short_row(thing: Entity, column: str) -> tuple[str, ...]:
    """Names the row where its author wrote fewer cells than the header has, so that the cell isn't there at all."""
    table, row = thing.place.table, thing.place.row
    if table is None or row is None or table.columns.get(column, 0) < row.written:
        return ()
    return (f"row:{row.line}",)
