"""Facts about measuring: what a plan follows, against which target, who records it, and who hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.closing import FEEDS_BACK
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said, says, texts
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Span, Term, Value
from implan_lint.document.model import Fence
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Indicator, Origin, Plan, PlanSection, PlanTable, TableKind
from implan_lint.plan.owners import is_blank
from implan_lint.plan.traces import indicators_of
from implan_lint.plan.words import fold

MEASURING = ("monitoring", "gegevensverzameling")
_LOOKING_BACK = (*MEASURING, "succescriteria", "evaluatie")
_NOT_PLANNED = ("context", "huidige_situatie", "aanleiding", "scope_uit", "scope_later", "begrippen", "bijlagen")
"""Parts that tell what is, or what stays out: no promise to measure."""
_A_SENTENCE = 5
"""Words from which on a part says something."""


def own_kind(plan: Plan) -> str:
    """What a plan of this kind calls the part in which it says what is measured."""
    return "gegevensverzameling" if plan.profile.requires("gegevensverzameling") else "monitoring"


# ---------------------------------------------------------------- presence


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def absent(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing is measured or followed: no row, no item and no sentence says so."""
    look.once()
    if is_fragment(plan) or is_waived(plan, *MEASURING) or plan.indicators or _is_measured(plan):
        return
    kind = own_kind(plan)
    yield not_said(plan, kind, *(other for other in MEASURING if other != kind))


def _is_measured(plan: Plan) -> bool:
    own = sum(len(text.split()) for text in own_words(plan, *MEASURING))
    if own >= _A_SENTENCE or any(map(_draws, plan.of_kind(*MEASURING))):
        return True
    return not any(plan.of_kind(*MEASURING)) and says_outside(plan, "monitoring.words", _NOT_PLANNED)


def _draws(part: PlanSection) -> bool:
    """What is measured may stand in a table that is drawn with characters."""
    return any(isinstance(block, Fence) and block.content.strip() for block in part.section.all_blocks())


def own_words(plan: Plan, *kinds: str) -> Iterator[str]:
    """What the author wrote in these parts: no headers of tables, and nothing of the format's guidance."""
    headers = {cell.text.plain for table in plan.tables for cell in table.table.header}
    guidance = [fold(sentence) for sentence in plan.profile.template_sentences]
    for text in texts(plan, *kinds):
        folded = fold(text)
        if text not in headers and not folded.endswith("?") and not any(words in folded for words in guidance):
            yield text


def says_outside(plan: Plan, words: str, kinds: Sequence[str]) -> bool:
    """A word of the vocabulary's list stands in some part that is about none of these kinds."""
    lexicon = lexicon_of(plan.vocabulary)
    left_out = set(texts(plan, *kinds))
    return any(lexicon.holds(words, text) for text in texts(plan) if text not in left_out)


# ---------------------------------------------------------------- what is measured


@check("heading")
def without_indicator(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A part about monitoring in which nothing that can be measured is named."""
    part = next((part for part in look(plan.of_kind(*MEASURING)) if not part.is_empty and not part.na_reason), None)
    if part is None or is_fragment(plan) or plan.indicators or _names_a_measure(plan):
        return
    about = tuple(f"section:{kind}" for kind in MEASURING)
    yield Finding(part.heading.span, {"heading": part.heading.title.plain}, about=about)


_FIGURE = re.compile(r"\d\s?%|[≥≤<>]=?\s?\d")
_ITS_GOALS = re.compile(r"\b(?:doel(?:en|stelling(?:en)?)?|goals?|objectives?)\b")


def _names_a_measure(plan: Plan) -> bool:
    if any(table.kind is TableKind.OTHER and "monitoring" in table.section_kinds for table in plan.tables):
        return True
    if says(plan, "monitoring.indicator", *_LOOKING_BACK) or any(goal.target for goal in plan.goals):
        return True
    measured = any(goal.measurable.found for goal in plan.goals)
    return any(
        _FIGURE.search(text) or (measured and _ITS_GOALS.search(fold(text))) for text in texts(plan, *_LOOKING_BACK)
    )


@check(*gaps.VALUES, variants=(*gaps.VARIANTS, "unit"))
def without_target(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An indicator of which nobody knows what is enough; `unit`: its name says at least what is counted."""
    reached = {match.thing.span for goal in plan.goals if goal.measurable.found for match in indicators_of(goal, plan)}
    lexicon = lexicon_of(plan.vocabulary)
    rows: list[Indicator] = []
    said: list[Indicator] = []
    for indicator in look(plan.indicators):
        if indicator.place.table is not None:
            if _has_room_for_target(indicator.place.table):
                rows.append(indicator)
        elif _is_called_indicator(plan, indicator) and not _has_target(indicator) and indicator.span not in reached:
            said.append(indicator)

    def lacks(row: Indicator) -> bool:
        table = row.place.table
        asked = table is not None and "streefwaarde" in table.columns
        return not _has_target(row) and (asked or row.span not in reached)

    yield from gaps.gaps(rows, lacks, lambda _table: ("streefwaarde",))
    unnamed = [indicator for indicator in said if not lexicon.holds("monitoring.indicator", indicator.text)]
    yield from gaps.gaps(unnamed, lambda _row: True, lambda _table: ())
    for indicator in said:
        if indicator not in unnamed:
            yield Finding(indicator.span, {"text": _short(indicator)}, "unit")


def _has_room_for_target(table: PlanTable) -> bool:
    """It has the column, or else no column of an unknown meaning that may hold it."""
    if "streefwaarde" in table.columns:
        return True
    known = set(table.columns.values())
    return table.kind is TableKind.INDICATORS and known >= set(range(len(table.table.header)))


_SCALE = re.compile(r"\([^()]*\)|^\W*(?:KPI[ -]?)?\d+[.:)]?\s|\bKPI[ -]?\d+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w-])\d")


def _has_target(indicator: Indicator) -> bool:
    return indicator.target is not None or _NUMBER.search(_SCALE.sub(" ", indicator.text)) is not None


_CALLED = re.compile(r"\b(?:kpi|indicator|prestatie-indicator|meetpunt|metric)", re.IGNORECASE)


def _is_called_indicator(plan: Plan, indicator: Indicator) -> bool:
    """Named in a sentence about KPI's, or one of a list below a heading that says KPI; other items may be anything."""
    section = indicator.place.section
    if indicator.place.origin is Origin.SENTENCE or section is None:
        return True
    listed = sum(1 for other in plan.indicators if other.place.section is section)
    heading = section.heading.title.plain if section.heading is not None else ""
    return listed > 1 and _CALLED.search(heading) is not None and len(indicator.text.split()) <= _LONGEST_NAME


_LONGEST_NAME = 8
"""Words of an indicator's name; a longer item explains something."""


def _short(indicator: Indicator) -> str:
    return indicator.text.rstrip(" .;")


# ---------------------------------------------------------------- who, how, when, in what


_DATA = (("wie_legt_vast", "wie"), ("hoe",), ("wanneer", "frequentie"), ("waarmee",))
_KPI = (("wie", "wie_legt_vast"), ("waarmee", "hoe", "frequentie", "wanneer"))
"""What a row must say; each with the columns that can say it, the usual one first."""


@check("text", "row", "columns", "table", variants=("", "column"))
def incomplete_row(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row that doesn't say who records it, how, when and in what; a table that has no column for one of these."""
    rows: dict[int, list[Indicator]] = {}
    for indicator in look(plan.indicators):
        if indicator.place.table is not None and indicator.place.row is not None:
            rows.setdefault(indicator.place.table.table.line, []).append(indicator)
    for found in rows.values():
        yield from _in_table(plan, found)


def _in_table(plan: Plan, rows: Sequence[Indicator]) -> Iterator[Finding]:
    table = rows[0].place.table
    if table is None:
        return
    parts = _DATA if table.kind is TableKind.DATA else _KPI
    for row in rows:
        missing = [column for part in parts if (column := _blank(plan, row, table, part)) is not None]
        if missing:
            slots = [row.slot(column) for column in missing]
            values: dict[str, Value] = {
                "text": row.text,
                "row": gaps.row_of(row),
                "columns": tuple(table.header(column) for column in missing),
            }
            short = {fact for column in missing for fact in gaps.about_short_row(row, column)}
            yield Finding(slots[0], values, about=(*map(gaps.about_cell, slots), *sorted(short)))
    absent_parts = [part for part in parts if not any(column in table.columns for column in part)]
    if absent_parts and (table.kind is TableKind.DATA or _has_room_for_target(table)):
        names = tuple(Term("column", part[0]) for part in absent_parts)
        about = tuple(fact for part in absent_parts for fact in gaps.about_columns(table, part))
        span: Span = gaps.header_span(table)
        yield Finding(span, {"columns": names, "table": Term("table", table.kind.value)}, "column", about)


def _blank(plan: Plan, row: Indicator, table: PlanTable, part: Sequence[str]) -> str | None:
    """The first column of a part of which no cell in the row is filled; None if one is, or the table has none."""
    held = [column for column in part if column in table.columns]
    if row.place.row is None:
        return None
    cells = [table.cell(row.place.row, column) for column in held]
    lexicon = lexicon_of(plan.vocabulary)
    filled = any(cell is not None and cell.text and not is_blank(cell.text.plain, lexicon) for cell in cells)
    return held[0] if held and not filled else None


# ---------------------------------------------------------------- who hears of it


@check("heading", variants=("", "nowhere"))
def without_feedback(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Something is measured and nothing says who hears the results; `nowhere`: there is no heading to put it under."""
    look.once()
    if is_fragment(plan) or not (plan.indicators or any(own_words(plan, *MEASURING))) or _feeds_back(plan):
        return
    parts = [part for part in plan.of_kind(*MEASURING) if not part.na_reason]
    follows = [part for part in parts if "succescriteria" not in part.kinds]
    rows = [indicator for indicator in plan.indicators if indicator.place.row is not None]
    if follows:
        yield Finding(follows[0].heading.span, {"heading": follows[0].heading.title.plain}, about=("feedback",))
    elif rows:
        yield Finding(rows[0].span, {"heading": ""}, "nowhere", ("feedback",))


_TALKS = (*_LOOKING_BACK, "communicatie", "werkafspraken", "projectorganisatie", "planning", "mijlpalen", "acties")


def _feeds_back(plan: Plan) -> bool:
    """Results are fed back or discussed, reports are made, or a message is about results."""
    lexicon = lexicon_of(plan.vocabulary)
    own = list(own_words(plan, *_LOOKING_BACK))
    if any(lexicon.holds("evaluation.feedback", text) or FEEDS_BACK.search(text) for text in own):
        return True
    if any(lexicon.holds("monitoring.report", text) for text in own_words(plan, *_TALKS, "borging", "verspreiding")):
        return True
    told = [f"{message.text} {message.message.text if message.message else ''}" for message in plan.communications]
    return any(lexicon.holds("monitoring.results", text) for text in told)
