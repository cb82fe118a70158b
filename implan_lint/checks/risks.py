"""Facts about the risks: how likely and how grave they are, and what is done about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.diagnostic import Confidence, Finding, Term, Value
from implan_lint.document.model import Paragraph
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, Origin, Plan, PlanTable, Risk
from implan_lint.plan.names import names_in

_MEASURES = ("maatregel", "preventief", "correctief")
_CRITICAL = 4
_PART = re.compile(r"\s*(?:[,;/+&]|\ben\b|\band\b)\s*")


@check(*PART_VALUES, variants=PART_VARIANTS, parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No risk at all; in a plan that needs no risks, barriers will do."""
    if plan.risks:
        look.once()
    else:
        yield from part_without(plan, look, "risicos", with_)


# ---------------------------------------------------------------- likelihood and impact


@check(*gaps.VALUES, "missing", variants=gaps.VARIANTS)
def without_grade(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A risk without likelihood or impact, where the plan has columns for them or its profile asks for them."""
    asked = _asks(plan, "kans")
    rated = [risk for risk in look(plan.risks) if risk.score is None]
    in_rows = [risk for risk in rated if risk.place.row is not None]
    for table, risks in _by_table(in_rows):
        for column in ("kans", "impact"):
            if column not in table.columns and "kans_impact" not in table.columns and asked:
                yield gaps.column_gap(table, (column,), len(risks))
        yield from filter(None, (_ungraded(table, risk) for risk in risks))
    if asked:
        lexicon = Lexicon(plan.vocabulary)
        in_text = [risk for risk in rated if risk.place.row is None and _is_surely_risk(risk, lexicon)]
        yield from gaps.gaps(
            in_text, lambda risk: risk.likelihood is None or risk.impact is None, lambda _: ("kans",), certain=_is_plain
        )


def _ungraded(table: PlanTable, risk: Risk) -> Finding | None:
    """One finding for a row, whether likelihood, impact or both are missing."""
    values = {"kans": risk.likelihood, "impact": risk.impact}
    missing = [column for column, value in values.items() if value is None and column in table.columns]
    if not missing:
        return None
    terms: tuple[Value, ...] = tuple(Term("column", column) for column in missing)
    slots = [risk.slot(column) for column in missing]
    about = (*map(gaps.about_cell, slots), *gaps.about_short_row(risk, missing[0]))
    return Finding(slots[0], {**gaps.row_values(risk, missing[0]), "missing": terms}, about=about)


# ---------------------------------------------------------------- measures


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_measure(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A risk about which nothing is done: no measure of any kind, and not accepted either."""
    answered_apart, lexicon = _measures_stand_apart(plan), Lexicon(plan.vocabulary)
    risks = [
        risk
        for risk in look(plan.risks)
        if risk.place.origin is not Origin.LIST_ITEM or (not answered_apart and _is_surely_risk(risk, lexicon))
    ]
    yield from gaps.gaps(
        risks, lambda risk: not risk.measures and not risk.accepted, _measure_columns, certain=_is_plain
    )


def _is_plain(risk: Risk) -> bool:
    """Whether it says of itself, or a sibling does, what only risks say."""
    return any((risk.likelihood, risk.impact, risk.measures, risk.accepted, risk.number))


def _measure_columns(table: PlanTable) -> tuple[str, ...]:
    """The columns that a table has for measures, so that the finding points at the first of them."""
    return tuple(column for column in _MEASURES if column in table.columns) or ("maatregel",)


def _measures_stand_apart(plan: Plan) -> bool:
    """The measures have a heading or a paragraph of their own, away from the risks that they answer."""
    lexicon = Lexicon(plan.vocabulary)
    for found in plan.of_kind("risicos"):
        for section in found.section.walk():
            title = section.heading.title.plain if section.heading is not None and section is not found.section else ""
            leads = [block.text.plain for block in section.blocks if isinstance(block, Paragraph)]
            if any(lexicon.holds("risk.measure_words", words) for words in (title, *leads)):
                return True
    return False


@dataclass(frozen=True, slots=True)
class SideParameters:
    """Which side of the measures: `preventief` or `correctief`."""

    side: str = "preventief"


@check(*gaps.VALUES, variants=("", "item", "column", "split", "list"), parameters=SideParameters)
def one_sided(plan: Plan, look: Look, with_: SideParameters) -> Iterator[Finding]:
    """A risk with a measure, but none that prevents it, or none for when it happens.

    `column`: one column for all measures where the profile asks for two; `split`: the same where it only helps;
    `list`: a list of risks that doesn't tell the two apart.
    """
    lexicon = Lexicon(plan.vocabulary)
    side, other = with_.side, "correctief" if with_.side == "preventief" else "preventief"
    risks = [risk for risk in look(plan.risks) if risk.measures and not risk.accepted]
    for table, rows in _by_table(risk for risk in risks if risk.place.row is not None):
        held = side in table.columns or ("maatregel" in table.columns and other in table.columns)
        if held:
            column = side if side in table.columns else "maatregel"
            yield from (gaps.cell_gap(risk, column) for risk in rows if not _has(risk, side, lexicon))
        elif not all(_has(risk, side, lexicon) for risk in rows):
            asked = _asks(plan, side)
            values: dict[str, Value] = {"table": Term("table", "risicos"), "column": table.header("maatregel")}
            about = gaps.about_columns(table, ("preventief", "correctief"))
            if "maatregel" in table.columns:
                yield Finding(table.table.header[table.columns["maatregel"]].text.span, values,
                              "column" if asked else "split", about)  # fmt: skip
            elif asked:
                gap = gaps.column_gap(table, (side,), len(rows))
                yield Finding(gap.span, gap.values, "column", gap.about)
    items = [risk for risk in risks if risk.place.origin is Origin.LIST_ITEM]
    yield from _one_sided_items(plan, items, side, lexicon)


def _one_sided_items(plan: Plan, items: list[Risk], side: str, lexicon: Lexicon) -> Iterator[Finding]:
    lacking = [risk for risk in items if not _has(risk, side, lexicon)]
    if any(risk.preventive or risk.corrective for risk in items):
        for risk in lacking:
            yield Finding(risk.span, {"text": risk.text}, "item", about=(gaps.about_cell(risk.span),))
    elif lacking and _asks(plan, side):
        about = (f"measures:{items[0].span.start}",)
        yield Finding(lacking[0].span, {"text": lacking[0].text, "count": len(lacking)}, "list", about)


def _has(risk: Risk, side: str, lexicon: Lexicon) -> bool:
    """A measure on that side; one without a side counts by its words, or for whichever side has no column."""
    own = risk.preventive if side == "preventief" else risk.corrective
    if own is not None:
        return True
    if risk.measure is None:
        return False
    table = risk.place.table
    other = "correctief" if side == "preventief" else "preventief"
    if table is not None and side not in table.columns and other in table.columns:
        return True
    return lexicon.holds("risk.preventive" if side == "preventief" else "risk.corrective", risk.measure.text)


@check(*gaps.VALUES, "missing", variants=("", "item"))
def without_fallback(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A risk of the highest class with a measure, but without a word on what happens if it comes true."""
    lexicon = Lexicon(plan.vocabulary)
    for risk in look(risk for risk in plan.risks if risk.level == _CRITICAL):
        if risk.accepted or not risk.measures or _has_fallback(risk, lexicon):
            continue
        if risk.place.row is None or risk.place.table is None:
            yield Finding(risk.span, {"text": risk.text}, "item", about=(gaps.about_cell(risk.span),))
            continue
        column = next((name for name in ("correctief", "maatregel") if name in risk.place.table.columns), "correctief")
        slot = risk.slot(column)
        yield Finding(slot, gaps.row_values(risk, column), about=(gaps.about_cell(slot),))


def _has_fallback(risk: Risk, lexicon: Lexicon) -> bool:
    table = risk.place.table
    if risk.measure is not None and table is not None and "preventief" in table.columns:
        return True
    return risk.corrective is not None or any(lexicon.holds("risk.corrective", part.text) for part in risk.measures)


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_owner(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row of which nobody keeps an eye on the risk: no owner of its own, and no name in its measures."""
    rows = (risk for risk in look(plan.risks) if risk.place.row is not None)
    yield from gaps.gaps(rows, _is_nobodys, lambda _: ("risico_eigenaar", "wie"))


def _is_nobodys(risk: Risk) -> bool:
    named = any(next(names_in(measure.text), None) is not None for measure in risk.measures)
    return risk.owner is None and not risk.accepted and not named


@check("text", "row", "measure", variants=("", "item"))
def vague_measure(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A measure that says no more than "monitoren" or "goed communiceren"."""
    lexicon = Lexicon(plan.vocabulary)
    for risk in look(plan.risks):
        for measure in risk.measures:
            if _is_vague(measure, lexicon):
                values: dict[str, Value] = {"text": risk.text, "row": gaps.row_of(risk), "measure": measure.text}
                variant = "" if risk.place.row is not None else "item"
                yield Finding(measure.span, values, variant, about=(gaps.about_cell(measure.span),))


def _is_vague(measure: Mention, lexicon: Lexicon) -> bool:
    parts = [part for part in _PART.split(measure.text.strip(" .")) if part]
    return bool(parts) and (
        lexicon.is_one_of("vague.measure", measure.text)
        or all(lexicon.is_one_of("vague.measure", part) for part in parts)
    )


# ---------------------------------------------------------------- shared


def _is_surely_risk(risk: Risk, lexicon: Lexicon) -> bool:
    """Not a sentence that may be one, nor an item below a heading on risks that itself says what is done."""
    if risk.place.confidence is Confidence.LOW:
        return False
    lists = ("risk.measure_words", "risk.preventive", "risk.corrective")
    return bool(risk.measures) or not any(lexicon.holds(name, risk.text) for name in lists)


def _asks(plan: Plan, column: str) -> bool:
    """The profile asks for this column in a table of risks, and for no other instead."""
    table = plan.profile.table("risicos")
    return table is not None and column in table.columns


def _by_table(risks: Iterable[Risk]) -> Iterator[tuple[PlanTable, list[Risk]]]:
    tables: dict[int, list[Risk]] = {}
    for risk in risks:
        if risk.place.table is not None:
            tables.setdefault(risk.place.table.table.line, []).append(risk)
    for rows in tables.values():
        if rows[0].place.table is not None:
            yield rows[0].place.table, rows
