"""Facts about single dates: ones that don't exist, run backwards, or can't be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell, row_values
from implan_lint.checks.goals import about_goal
from implan_lint.checks.timed import scheduled
from implan_lint.checks.words import blocks, code_spans, is_within, passages
from implan_lint.diagnostic import Finding, Numbered, Span, Term, Value
from implan_lint.document.model import Row, Table
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Action, Milestone, OwnerKind, Plan, PlanTable
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.time.reader import find_periods, read_period
from implan_lint.plan.words import fold

_DATE_COLUMNS = ("wanneer", "start", "eind")

# ---------------------------------------------------------------- PLN008

_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])([-/])(1[3-9]|2\d|3[01])\2((?:19|20)\d\d)")
_NO_QUARTER = re.compile(r"(?<!\w)(?:Q|[Kk]wartaal |[Qq]uarter )(?:0|[5-9])(?![\w.,])")
_NO_SCHOOL_YEAR = re.compile(
    r"\b(?:schooljaar|studiejaar|cursusjaar|collegejaar|school year|academic year) (20\d\d)\s?[-/–]\s?(20\d\d)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:nr|no|nummer|number|zaak|dossier|kenmerk|besluit|referentie|ref|ticket)|\w*nummer)\.?:?\s?$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LARGEST = 39
"""A day or month above this is no slip of the pen: the figures are no date at all."""


@dataclass(frozen=True, slots=True)
class _Impossible:
    start: int
    end: int
    variant: str
    suggestion: str = ""


@check("text", "suggestion", variants=("", "month_first", "week", "quarter", "school_year"))
def impossible(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Dates, weeks, quarters and school years that no calendar has."""
    source = plan.document.source
    for passage in look(passages(plan)):
        text = passage.text
        for found in () if text.struck else _impossible_in(text.plain, in_cell=False):
            usual = found.variant == "month_first" and plan.language == "en"
            if not usual and not is_within(text.span_of(found.start, found.end), code_spans(text, source)):
                yield _no_date(plan, text, found)
    for text, is_date in look(_cells(plan)):
        yield from (_no_date(plan, text, one) for one in _impossible_in(text.plain, in_cell=is_date))


def _impossible_in(text: str, *, in_cell: bool) -> Iterator[_Impossible]:
    for period in find_periods(text, in_cell=in_cell):
        if period.kind is TimeKind.IMPOSSIBLE and not is_reversed(period) and _is_meant_as_date(text, period, in_cell):
            american = _MONTH_FIRST.match(period.text)
            if american:
                turned = f"{american[3]}-{int(american[1]):02}-{american[4]}"
                yield _Impossible(period.span.start, period.span.end, "month_first", turned)
            else:
                yield _Impossible(*period.span, "week" if period.text[:1] in "wW" else "")
    for match in _NO_QUARTER.finditer(text) if in_cell else ():
        yield _Impossible(*match.span(), "quarter")
    for match in _NO_SCHOOL_YEAR.finditer(text):
        first, last = int(match[1]), int(match[2])
        if last != first + 1:
            yield _Impossible(*match.span(), "school_year", f"{first}-{first + 1}")


def _is_meant_as_date(text: str, period: Period, in_cell: bool) -> bool:
    """Outside a date column figures with dashes may be the number of a file."""
    if in_cell:
        return True
    small = [int(number) for number in _DIGITS.findall(period.text) if len(number) < 4]
    return all(number <= _LARGEST for number in small) and not _NUMBERED.search(text[: period.span.start][-24:])


def _no_date(plan: Plan, text: Text, found: _Impossible) -> Finding:
    span = text.span_of(found.start, found.end)
    about = [about_cell(span), about_cell(text.span)]
    about += [f"field:{field.name}" for field in plan.meta.values() if field.span.covers(span)]
    for goal in plan.goals:
        if goal.span.covers(span):
            about += about_goal(goal)
    values: dict[str, Value] = {"text": text.plain[found.start : found.end], "suggestion": found.suggestion}
    return Finding(span, values, found.variant, tuple(about))


# ---------------------------------------------------------------- PLN007

_BETWEEN = re.compile(r"\s{0,3}(?:t/m|tot en met|tot|-|–|—|→|->|/|until|till|through|to)\s{0,3}")
_ARROWS = ("→", "->", "/")
"""Between two dates these may mean that the one replaces the other, or stands beside it."""


@check("text", "row", "start", "end", variants=("", "range"))
def reversed_period(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row that ends before it begins, or a range in the text that runs backwards."""
    for table in plan.tables:
        yield from _reversed_rows(table, look)
    for text in look(_texts(plan)):
        for period in find_periods(text.plain):
            sides = _backward(period.text, plan)
            if sides is not None and not any(arrow in period.text.replace("t/m", "") for arrow in _ARROWS):
                yield _reversed(text.span_of(*period.span), period.text, sides, "range", "")


def _reversed_rows(table: PlanTable, look: Look) -> Iterator[Finding]:
    """Rows of a table with a column for the start and one for the end."""
    ends = [name for name in ("eind", "wanneer") if name in table.columns]
    if "start" not in table.columns or not ends or table.columns["start"] == table.columns[ends[0]]:
        return
    for number, row in enumerate(look(table.table.rows), 1):
        start, end = table.cell(row, "start"), table.cell(row, ends[0])
        if start is None or end is None or start.text.struck:
            continue
        first, last = read_period(start.text.plain), read_period(end.text.plain)
        if first is not None and last is not None and _runs_backwards(first, last):
            place = Numbered(Term("row", table.kind.value), number)
            yield _reversed(end.text.span, _name_of(table, row), (first, last), "", place)


def _name_of(table: PlanTable, row: Row) -> str:
    cells = (table.cell(row, name) for name in ("actie", "mijlpaal", "fase"))
    return next((cell.text.plain.strip() for cell in cells if cell is not None and cell.text), "")


def _reversed(span: Span, text: str, sides: tuple[Period, Period], variant: str, row: Value) -> Finding:
    first, last = sides
    values: dict[str, Value] = {"text": text, "row": row, "start": first.earliest or "", "end": last.latest or ""}
    return Finding(span, values, variant, (about_cell(span),))


def is_reversed(period: Period) -> bool:
    """It is a range whose end comes before its start."""
    return _backward(period.text) is not None


def _backward(text: str, plan: Plan | None = None) -> tuple[Period, Period] | None:
    """The two sides of a range that runs backwards.

    A first side without a year ("15 mei – 3 april 2026") belongs to the year before, unless the plan begins later.
    """
    for match in _BETWEEN.finditer(text):
        first, last = read_period(text[: match.start()]), read_period(text[match.end() :])
        if first is None or last is None or not last.has_year or last.latest is None:
            continue
        if not first.has_year and plan is not None:
            first = _within_plan(text[: match.start()], last.latest.year, plan) or first
        if _runs_backwards(first, last):
            return first, last
    return None


def _within_plan(text: str, year: int, plan: Plan) -> Period | None:
    """The moment in this year, if in the year before it lies outside the plan's period."""
    before, same = read_period(f"{text} {year - 1}"), read_period(f"{text} {year}")
    start = plan.lifetime.start
    if before is None or before.latest is None or start is None or plan.lifetime.derived:
        return None
    return same if before.latest < start else None


def _runs_backwards(first: Period, last: Period) -> bool:
    """The second ends before the first begins, and both say their year."""
    return (
        first.kind is last.kind is TimeKind.MOMENT
        and first.has_year
        and last.has_year
        and first.earliest is not None
        and last.latest is not None
        and last.latest < first.earliest
    )


# ---------------------------------------------------------------- PLN003


@check("text", "row", "column", "when", variants=("", "item", "owner"))
def no_moment(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Words where a moment belongs that are none: "als het uitkomt"; `owner`: somebody who owns work in this plan.

    Words that can't be read are mostly a moment all the same ("start cyclus", "P2"), so only these are told.
    """
    lexicon = lexicon_of(plan.vocabulary)
    owners = {fold(owner.name) for action in plan.actions for owner in action.owners if owner.kind in _SOMEBODY}
    for thing in look(scheduled(plan)):
        when = thing.when
        if when is None or thing.period is not None:
            continue
        variant = "" if thing.place.row is not None else "item"
        if fold(when.text) in owners and thing.place.row is not None:
            variant = "owner"
        elif not lexicon.holds("planning.no_time", when.text):
            continue
        values: dict[str, Value] = {**row_values(thing, _column_of(thing)), "when": when.text}
        yield Finding(when.span, values, variant, (about_cell(when.span),))


_SOMEBODY = (OwnerKind.PERSON, OwnerKind.ROLE, OwnerKind.GROUP)


def _column_of(thing: Action | Milestone) -> str:
    table = thing.place.table
    return next((name for name in _DATE_COLUMNS if table is not None and name in table.columns), "wanneer")


# ---------------------------------------------------------------- texts


def _texts(plan: Plan) -> Iterator[Text]:
    """All running text and every cell, without what is struck through."""
    for passage in passages(plan):
        if not passage.text.struck:
            yield passage.text
    for text, _ in _cells(plan):
        yield text


def _cells(plan: Plan) -> Iterator[tuple[Text, bool]]:
    """The filled cells of every table, and whether they stand in a column of dates."""
    dated = {
        (table.table.line, table.columns[name])
        for table in plan.tables
        for name in _DATE_COLUMNS
        if name in table.columns
    }
    for table in blocks(plan):
        for row in table.rows if isinstance(table, Table) else ():
            for index, cell in enumerate(row.cells):
                if cell.text and not cell.inherited and not cell.text.struck and not cell.text.code:
                    yield cell.text, (table.line, index) in dated
