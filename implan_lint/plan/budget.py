"""Finds the budgets: tables of costs, and lists of costs in a section about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.model import ListBlock, ListItem, Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.budget_columns import Columns, columns_of
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Origin, Place, PlanTable
from implan_lint.plan.model.money import Amount, Blank, Budget, BudgetLine, LineKind
from implan_lint.plan.money import Notation, find_amounts, notation_of, read_amount, read_count
from implan_lint.plan.reading import Reading, nested_items
from implan_lint.plan.words import fold

_SECTIONS = ("budget", "middelen")
_FEWEST_ITEMS = 2
_PERCENTAGE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|procent\b|percent\b)")
_PARTIAL = re.compile(r"^\W*(?:waarvan|w\.v\.|of which)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"(?<![\w.,])(?P<count>\d+(?:[.,]\d+)?)\s?(?:[^\W\d]+\s)?(?:à|a|at|x|×|@)\s?(?P<price>(?:€|eur)\s?[\d.,]*\d)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(?:uur|uren|fte|dagen|dagdelen|hours|days)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PRO_MEMORIA = re.compile(r"p\.?\s?m\.?|pro memorie|memorie", re.IGNORECASE)


def read_budgets(reading: Reading) -> tuple[Budget, ...]:
    """All budgets in the order of the text."""
    notation = notation_of(_cells(*reading.tables))
    tables = (_of_table(reading, table, notation) for table in reading.tables)
    lists = (
        _of_list(reading, section.section, block, notation)
        for section in reading.about(*_SECTIONS)
        for block in section.section.blocks
        if isinstance(block, ListBlock)
    )
    found = (budget for budget in (*tables, *lists) if budget is not None)
    return tuple(sorted(found, key=lambda budget: budget.span.start))


def _cells(*tables: PlanTable) -> Iterator[str]:
    return (cell.text.plain for table in tables for row in table.table.rows for cell in row.cells)


# ---------------------------------------------------------------- tables


def _of_table(reading: Reading, table: PlanTable, plan_notation: Notation | None) -> Budget | None:
    columns = columns_of(table, reading.lexicon)
    if columns is None:
        return None
    notation = notation_of(_cells(table)) or plan_notation
    rows = list(reading.rows(table))
    lines = tuple(
        line for number, row in rows if (line := _line(reading, table, columns, number, row, notation)) is not None
    )
    return Budget(lines, columns.amounts, table, table.table.span) if lines else None


def _line(
    reading: Reading, table: PlanTable, columns: Columns, number: int, row: Row, notation: Notation | None
) -> BudgetLine | None:
    label = row.cells[columns.label].text
    texts = [row.cells[column.index].text for column in columns.amounts]
    if not label and not any(texts):
        return None
    cells = tuple(read_amount(text, notation, scale=scale) for text, scale in zip(texts, columns.scales, strict=True))
    main = columns.main
    amount = cells[main] if main is not None else None
    quantity = read_count(row.cells[columns.quantity].text, notation) if columns.quantity is not None else None
    price = read_amount(row.cells[columns.price].text, notation, rate=True) if columns.price is not None else None
    if quantity is None and price is None:
        quantity, price = _in_label(label, notation)
    unread = [text for text, cell in zip(texts, cells, strict=True) if cell is None]
    if len(unread) == len(texts):
        blank = _blank(reading.lexicon, texts, row, columns)
    else:
        blank = Blank.UNREADABLE if any(_DIGIT.search(text.plain) for text in unread) else Blank.NONE
    name = label if label else next(text for text in texts if text)
    return BudgetLine(
        name.plain.strip(),
        name.span,
        reading.line_of(name.span),
        Place(Origin.TABLE_ROW, table.section, table, row, number),
        _kind(reading.lexicon, label.plain, row),
        quantity,
        price,
        cells,
        tuple(text.span for text in texts),
        amount,
        _percentage(label.plain),
        blank,
    )


def _in_label(label: Text, notation: Notation | None) -> tuple[Amount | None, Amount | None]:
    """ "Consultancy, 22 dagen à € 1.150"."""
    match = _TIMES.search(label.plain)
    if match is None:
        return None, None
    count, price = (label.part(match.start(name), match.end(name)) for name in ("count", "price"))
    return read_amount(count, notation), read_amount(price, notation)


def _blank(lexicon: Lexicon, texts: list[Text], row: Row, columns: Columns) -> Blank:
    filled = [text for text in texts if text and text.plain.strip(" -–—.…_")]
    if not filled:
        others = (cell.text.plain for index, cell in enumerate(row.cells) if index != columns.label)
        if any(lexicon.holds("budget.covered", other) for other in others):
            return Blank.NONE
        explained = any(text for text in texts) and any(other.strip() for other in _remarks(row, columns))
        return Blank.NONE if explained else Blank.EMPTY
    plain = filled[0].plain.strip()
    if _PRO_MEMORIA.fullmatch(plain):
        return Blank.PRO_MEMORIA
    if lexicon.is_one_of("placeholder", plain) or plain.strip("?") == "" or plain.startswith("["):
        return Blank.PLACEHOLDER
    # Hours that nobody pays for are no gap: "120 uur (binnen formatie)".
    whole = " ".join(cell.text.plain for cell in row.cells)
    if _HOURS.search(plain) and not lexicon.holds("budget.covered", whole):
        return Blank.HOURS
    return Blank.UNREADABLE if _DIGIT.search(plain) and not _HOURS.search(plain) else Blank.NONE


def _remarks(row: Row, columns: Columns) -> Iterator[str]:
    """What the cells beside the label and the amounts say."""
    known = {columns.label, *(column.index for column in columns.amounts)}
    return (cell.text.plain for index, cell in enumerate(row.cells) if index not in known)


# ---------------------------------------------------------------- kinds of lines


def _kind(lexicon: Lexicon, label: str, row: Row | None) -> LineKind:
    words = label if label.strip() or row is None else next((c.text.plain for c in row.cells if c.text), "")
    if _PARTIAL.match(words):
        return LineKind.PART
    opening = fold(words).lstrip("*_=- ")
    for kind, name in (
        (LineKind.SUBTOTAL, "budget.subtotal"),
        (LineKind.TOTAL, "budget.total"),
        (LineKind.VAT, "budget.vat"),
        (LineKind.CONTINGENCY, "budget.contingency"),
    ):
        if lexicon.pattern(name).match(opening):
            return kind
    if lexicon.holds("budget.contingency", words):
        return LineKind.CONTINGENCY
    return LineKind.DEDUCTION if lexicon.holds("budget.deduction", words) else LineKind.LINE


def _percentage(label: str) -> Decimal | None:
    """The only rate that a label names."""
    found = _PERCENTAGE.findall(label)
    return Decimal(found[0].replace(",", ".")) if len(found) == 1 else None


# ---------------------------------------------------------------- lists


@dataclass(frozen=True, slots=True)
class _Priced:
    item: ListItem
    label: Text
    amount: Amount


def _of_list(reading: Reading, section: Section, block: ListBlock, notation: Notation | None) -> Budget | None:
    """A list in which most items end in an amount: "- Training: € 4.500"."""
    items = list(_all_items(block.items))
    priced = [found for item in items if (found := _priced(item, notation)) is not None]
    if len(priced) < _FEWEST_ITEMS or len(priced) * 2 <= len(items):
        return None
    lines = tuple(_listed(reading, section, found) for found in priced)
    if len(priced) < len(items) or any(nested_items(found.item) for found in priced):
        lines = tuple(line for line in lines if line.kind is not LineKind.TOTAL)
    return Budget(lines, (), None, block.span)


def _all_items(items: Iterable[ListItem]) -> Iterator[ListItem]:
    for item in items:
        yield item
        yield from _all_items(nested_items(item))


def _priced(item: ListItem, notation: Notation | None) -> _Priced | None:
    amounts = [amount for amount in find_amounts(item.text, notation) if amount.marked]
    if not amounts:
        return None
    read = read_amount(item.text, notation)
    start = item.text.plain.find(amounts[0].text)
    label = item.text.part(0, max(start, 0))
    label = item.text.part(0, len(label.plain.rstrip(" :-–—=(")))
    return _Priced(item, label, read or amounts[0]) if label else None


def _listed(reading: Reading, section: Section, found: _Priced) -> BudgetLine:
    return BudgetLine(
        found.label.plain,
        found.label.span,
        reading.line_of(found.label.span),
        Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM),
        _kind(reading.lexicon, found.label.plain, None),
        None,
        None,
        (),
        (),
        found.amount,
        _percentage(found.item.text.plain),
        Blank.NONE,
    )


def slot_of(line: BudgetLine) -> Span:
    """Where a line's amount stands, or should."""
    if line.amount is not None:
        return line.amount.span
    return line.cell_spans[-1] if line.cell_spans else line.span
