"""Tables: those that a plan must have, the columns in them, rows that nobody filled in and rows that fall apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.repairs import with_columns
from implan_lint.checks.words import blocks, malformed_tables, tables_in
from implan_lint.diagnostic import Finding, Numbered, Repair, Span, Term, Value
from implan_lint.document.model import MalformedTable, Row, Section, Table, TableForm
from implan_lint.document.pipe_rows import split_row
from implan_lint.plan.model import Action, Communication, Origin, Plan, PlanSection, PlanTable, TableKind
from implan_lint.plan.profile import TableRule
from implan_lint.plan.reading import is_heading_row, is_template_row
from implan_lint.plan.words import fold

# ---------------------------------------------------------------- STR007

_IMAGE = re.compile(r"!\[|<img\b", re.IGNORECASE)


@check("table", "heading", "columns", variants=("", "unlike", "image"))
def missing_table(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """A section that must hold a table of some kind and holds prose. A list that says who and when will do."""
    for rule in look(rule for rule in plan.profile.tables if rule.required):
        if any(table.kind.value == rule.kind for table in plan.tables):
            continue
        section = next(plan.of_kind(*rule.sections), None)
        if section is None or section.is_empty or section.na_reason or malformed_tables(section.section):
            continue
        if not _has_list(plan, section.section):
            yield _without_table(plan, rule, section)


def _has_list(plan: Plan, section: Section) -> bool:
    """Items below the section that tell who or when, as rows would."""
    things: Iterable[Action | Communication] = (*plan.actions, *plan.communications)
    return any(
        thing.place.origin is Origin.LIST_ITEM and section.span.covers(thing.span) and _tells_who_or_when(thing)
        for thing in things
    )


def _tells_who_or_when(thing: Action | Communication) -> bool:
    if isinstance(thing, Action):
        return thing.owner is not None or thing.when is not None
    return thing.sender is not None or thing.moment is not None


def _without_table(plan: Plan, rule: TableRule, section: PlanSection) -> Finding:
    values: dict[str, Value] = {
        "table": Term("table", rule.kind),
        "heading": section.heading.title.plain,
        "columns": tuple(Term("column", column.split("|")[0]) for column in rule.columns),
    }
    about = (f"table:{rule.kind}", *(f"section:{kind}" for kind in section.kinds if kind in rule.sections))
    held = [table for table in tables_in(section.section) if any(cell.text for cell in table.header)]
    if held:
        return Finding(_header_span(held[0]), values, "unlike", about)
    image = _IMAGE.search(plan.document.source.slice(section.section.span))
    return Finding(section.heading.span, values, "image" if image else "", about)


# ---------------------------------------------------------------- STR008

_AS_GOOD_AS = {
    "wanneer": ("eind", "start", "frequentie"),
    "frequentie": ("wanneer",),
    "wie": ("afzender", "wie_legt_vast", "naam", "risico_eigenaar"),
    "afzender": ("wie",),
    "naam": ("wie",),
    "kans": ("kans_impact", "score"),
    "impact": ("kans_impact", "score"),
    "actie": ("actie_of_overleg", "mijlpaal"),
    "maatregel": ("preventief", "correctief"),
    "mijlpaal": ("actie", "fase"),
    "doel_ref": ("strategie",),
}
"""Columns under another name that say the same, so that nothing is missing."""
_SYNONYMS, _SHORTEST = 2, 4


_MANY = 3
"""So many tables of a kind that lack the same columns are one finding: their author never meant to have them."""


@check("table", "columns", "synonyms", "count", variants=("", "several", "alike"), fixes=True)
def missing_column(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Columns that the profile asks of a table of this kind. What a heading says for all rows is not missing."""
    told = _told_elsewhere(plan)
    alike: dict[tuple[TableKind, tuple[str, ...]], list[PlanTable]] = {}
    for table in look(plan.tables):
        rule = plan.profile.table(table.kind.value)
        if rule is None:
            continue
        missing = [column for column in rule.columns if not _has_column(table, column, told)]
        if missing and _is_surely(plan, table, rule, len(missing)):
            alike.setdefault((table.kind, tuple(missing)), []).append(table)
    for (_, columns), tables in alike.items():
        if len(tables) >= _MANY:
            yield _without_columns(plan, tables, columns)
        else:
            yield from (_without_columns(plan, [table], columns) for table in tables)


def _is_surely(plan: Plan, table: PlanTable, rule: TableRule, missing: int) -> bool:
    """Whether the table is what it was taken for, and not just a table with a column "Titel" in it.

    Half of the columns will do; so will a section about it, with the column's very name for a header.
    """
    if missing * 2 <= len(rule.columns):
        return True
    if not any(kind in rule.sections for kind in table.section_kinds[:1]):
        return False
    first = rule.columns[0]
    names = {first, *(fold(name) for name in plan.vocabulary.names.get("column", {}).get(first, {}).values())}
    header = fold(table.header(first))
    return rule.required or any(header in (name, f"{name}s", f"{name}'s") for name in names)


def _told_elsewhere(plan: Plan) -> set[tuple[int, str]]:
    """Tables, by identity, and the columns that their rows or the heading above ("### Doel 1") tell."""
    told: set[tuple[int, str]] = set()
    for action in plan.actions:
        parts = {"wie": action.owner, "wanneer": action.when, "doel_ref": action.goals}
        told |= {(id(action.place.table), name) for name, part in parts.items() if part is not None}
    for table in plan.tables:
        heading = table.section.heading
        if heading is not None and _GOAL_HEADING.search(heading.text.plain):
            told.add((id(table), "doel_ref"))
    return told


def _has_column(table: PlanTable, wanted: str, told: set[tuple[int, str]]) -> bool:
    names = wanted.split("|")
    names += [other for name in names for other in _AS_GOOD_AS.get(name, ())]
    return any(name in table.columns or (id(table), name) in told for name in names)


_GOAL_HEADING = re.compile(r"\b(?:doel|goal|objective)\s*\d", re.IGNORECASE)


def _without_columns(plan: Plan, tables: Sequence[PlanTable], missing: Sequence[str]) -> Finding:
    """The finding for tables that all lack these columns, at the first of them."""
    first = [column.split("|")[0] for column in missing]
    values: dict[str, Value] = {
        "table": Term("table", tables[0].kind.value),
        "columns": tuple(Term("column", column) for column in first),
        "synonyms": _synonyms(plan, first[0]),
        "count": len(tables) - 1,
    }
    about = tuple(
        f"column:{table.table.line}:{name}" for table in tables for column in missing for name in column.split("|")
    )
    variant = "alike" if len(tables) > 1 else "" if len(missing) == 1 else "several"
    fix = _columns_added(plan, [table.table for table in tables], first)
    return Finding(_header_span(tables[0].table), values, variant, about, fix=fix)


def _columns_added(plan: Plan, tables: Sequence[Table], columns: Sequence[str]) -> Repair | None:
    """Unsafe, for it brings empty cells that somebody has to fill in."""
    names = [plan.vocabulary.names["column"][column][plan.language] for column in columns]
    edits = [with_columns(plan.document.source, table, names) for table in tables]
    return Repair(tuple(edit for made in edits for edit in made), safe=False) if all(edits) else None


def _synonyms(plan: Plan, column: str) -> tuple[str, ...]:
    """Other names under which the column would have been recognised, for who prefers his own words."""
    own = {name.casefold() for name in plan.vocabulary.names.get("column", {}).get(column, {}).values()}
    found = [
        phrase
        for phrase, columns in plan.vocabulary.columns.items()
        if columns[0] == column and phrase not in own and len(phrase) >= _SHORTEST and "(" not in phrase
    ]
    return tuple(found[:_SYNONYMS]) or (column.replace("_", " "),)


def _header_span(table: Table) -> Span:
    spans = [cell.text.span for cell in table.header]
    return Span(spans[0].start, spans[-1].end) if spans else table.span


# ---------------------------------------------------------------- STR009


@check("row", variants=("", "blank"))
def template_row(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Rows with a number and nothing else, or with nothing at all."""
    for table in plan.tables:
        if table.kind in (TableKind.OTHER, TableKind.FIELDS):
            continue
        for number, row in enumerate(look(table.table.rows), 1):
            if is_template_row(table, row):
                blank = not any(cell.text for cell in row.cells)
                values: dict[str, Value] = {"row": Numbered(Term("row", table.kind.value), number)}
                yield Finding(row.span, values, "blank" if blank else "", (f"row:{row.line}",))


# ---------------------------------------------------------------- STR010

_CODE = re.compile(r"`[^`\n]{1,500}`")
_FEWEST_LINES = 3
"""So many lines with pipes, and no pipe at the start of any, are a table rather than a row of links."""


@check(
    "columns", "cells", "text", "row", "missing",
    variants=("no-separator", "separator", "more", "fewer", "mark", "swallowed"),
)  # fmt: skip
def malformed(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Tables that are none to Markdown, and rows that do not fit their header."""
    kinds = {id(table.table): table for table in plan.tables}
    for block in blocks(plan):
        if isinstance(block, MalformedTable):
            look.once()
            if _is_meant_as_table(plan, block):
                yield Finding(_first_line(plan, block), {**_NOTHING, "columns": len(block.header)}, block.reason)
        elif isinstance(block, Table) and block.form is TableForm.PIPE:
            known = kinds.get(id(block))
            for number, row in enumerate(look(block.rows), 1):
                where = Numbered(Term("row", known.kind.value if known else "overig"), number)
                yield from _misfit(plan, block, row, known, {**_NOTHING, "row": where})


_NOTHING: dict[str, Value] = {"columns": 0, "cells": 0, "text": "", "row": "", "missing": ()}


def _first_line(plan: Plan, block: MalformedTable) -> Span:
    line = plan.document.source.line_span(block.line)
    return Span(block.span.start, max(block.span.start, min(block.span.end, line.end)))


def _is_meant_as_table(plan: Plan, block: MalformedTable) -> bool:
    """Not two lines of links or of code that happen to hold pipes."""
    lines = [_CODE.sub("", line).strip() for line in plan.document.source.slice(block.span).splitlines()]
    rows = [line for line in lines if "|" in line]
    if any(line.startswith("|") for line in rows):
        return True
    return len(rows) >= _FEWEST_LINES and len({line.count("|") for line in rows}) == 1 and rows[0].count("|") > 1


def _misfit(plan: Plan, table: Table, row: Row, known: PlanTable | None, values: dict[str, Value]) -> Iterator[Finding]:
    values |= {"columns": len(table.header), "cells": row.written}
    if row.written > len(table.header):
        raw = plan.document.source.slice(row.span)
        lost = [raw[cell.start : cell.end].strip() for cell in split_row(raw, 0)[len(table.header) :]]
        if any(lost) and len(split_row(_CODE.sub("x", raw), 0)) > len(table.header):
            values["text"] = next(text for text in lost if text)
            yield Finding(row.span, values, "more", (f"row:{row.line}",))
    elif row.written < len(table.header):
        if "|" not in plan.document.source.slice(row.span):
            if len(table.header) > 1:
                values["text"] = row.cells[0].text.plain
                yield Finding(row.span, values, "swallowed", (f"row:{row.line}",))
        elif not is_heading_row(row, plan.document.source.text) and (missing := _missing_cells(table, row, known)):
            values["missing"] = missing
            about = {f"cell:{cell.text.span.start}-{cell.text.span.end}" for cell in row.cells[row.written :]}
            variant = "mark" if known is not None and _lacks_only_marks(row, known) else "fewer"
            yield Finding(row.span, values, variant, tuple(sorted(about)))


_MAY_BE_LEFT_OUT = ("gereed", "toelichting")
"""A mark or a remark at the end of a row, that is often left out while there is none."""


def _lacks_only_marks(row: Row, known: PlanTable) -> bool:
    """What isn't there is only the tick or the remark at the end."""
    marks = {known.columns[name] for name in _MAY_BE_LEFT_OUT if name in known.columns}
    return set(range(row.written, len(row.cells))) <= marks


def _missing_cells(table: Table, row: Row, known: PlanTable | None) -> tuple[str, ...]:
    """The headers of the cells that are not there, in a table of the plan whose rows are mostly whole."""
    if known is None or known.kind in (TableKind.OTHER, TableKind.FIELDS) or is_template_row(known, row):
        return ()
    whole = sum(1 for other in table.rows if other.written >= len(table.header))
    if whole * 2 < len(table.rows) - 1:
        return ()
    return tuple(cell.text.plain.strip() for cell in table.header[row.written :])
