"""Facts about the stakeholders: what is known of them, and whether they hear anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.diagnostic import Confidence, Finding, Term, Value
from implan_lint.plan.audiences import TOLD, Audiences, row_text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, Plan, PlanTable, Stakeholder
from implan_lint.plan.words import fold

_ENOUGH = 2
"""Stakeholders from which on there is something to analyse."""
_REPORTED = (*TOLD, "stakeholders", "monitoring", "evaluatie", "gegevensverzameling")


@check(*PART_VALUES, "text", variants=(*PART_VARIANTS, "one"), parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """Fewer than two stakeholders."""
    if len(plan.stakeholders) >= _ENOUGH:
        look.once()
        return
    for finding in part_without(plan, look, "stakeholders", with_):
        only = next(_surely(plan), None)
        if only is not None:
            yield Finding(only.span, {"text": only.text}, "one", finding.about)
        else:
            yield finding


# ---------------------------------------------------------------- what is known of them


@check(*gaps.VALUES, "missing", variants=gaps.VARIANTS)
def incomplete(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A stakeholder of whom the profile's columns aren't filled; outside a table, of whom nothing is told."""
    asked = _asked(plan)
    people = list(look(_surely(plan)))
    tables: dict[int, list[Stakeholder]] = {}
    for person in people:
        if person.place.table is not None:
            tables.setdefault(person.place.table.table.line, []).append(person)
    for rows in tables.values():
        table = rows[0].place.table
        if table is not None:
            yield from _incomplete_rows(table, rows, asked)
    in_text = [person for person in people if person.place.table is None]
    yield from gaps.gaps(in_text, _is_only_a_name, lambda _: ("belang",))


def _surely(plan: Plan) -> Iterator[Stakeholder]:
    """Without whom a sentence only seems to be about."""
    return (person for person in plan.stakeholders if person.place.confidence is not Confidence.LOW)


def _asked(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Per fact the columns that can hold it; the approach has a rule of its own."""
    table = plan.profile.table("stakeholders")
    columns = table.columns if table is not None else ("belang|behoefte|invloed|betrokkenheid",)
    return tuple(tuple(c.split("|")) for c in columns if c not in ("stakeholder", "aanpak", "intern_extern"))


def _incomplete_rows(
    table: PlanTable, rows: list[Stakeholder], asked: tuple[tuple[str, ...], ...]
) -> Iterator[Finding]:
    present = []
    for columns in asked:
        if any(column in table.columns for column in columns):
            present.append(columns)
        else:
            yield gaps.column_gap(table, columns, len(rows))
    for person in rows:
        held = _facts(person)
        missing = [columns for columns in present if not any(held[column] for column in columns)]
        if missing:
            slots = [next(column for column in columns if column in table.columns) for columns in missing]
            names: tuple[Value, ...] = tuple(Term("column", slot) for slot in slots)
            spans = [person.slot(slot) for slot in slots]
            about = (*map(gaps.about_cell, spans), *gaps.about_short_row(person, slots[0]))
            yield Finding(spans[0], {**gaps.row_values(person, slots[0]), "missing": names}, about=about)


def _facts(person: Stakeholder) -> Mapping[str, Mention | None]:
    return {
        "belang": person.interest,
        "behoefte": person.interest,
        "invloed": person.influence,
        "betrokkenheid": person.involvement,
    }


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_approach(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A row without its approach; a table without the column where the profile asks for it."""
    table = plan.profile.table("stakeholders")
    asked = table is not None and "aanpak" in table.columns
    rows = (person for person in look(_surely(plan)) if person.place.row is not None)
    yield from gaps.gaps(rows, lambda person: person.approach is None, lambda _: ("aanpak",), column_asked=asked)


def _is_only_a_name(person: Stakeholder) -> bool:
    return not person.collective and not any((*_facts(person).values(), person.approach))


# ---------------------------------------------------------------- whether they hear anything


@check("text", "row", "count", variants=("", "item", "collective"))
def untold(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A stakeholder whom no agreement on communication names; `collective`: one for all of them together."""
    if not plan.communications:
        return
    told = Audiences(plan)
    named = [person for person in look(_surely(plan)) if not person.collective]
    missed = [person for person in named if not told.names(person)]
    everyone = next((row for row in plan.communications if row.collective), None)
    if everyone is not None:
        if missed:
            words = everyone.audience or Mention(everyone.text, everyone.span)
            yield Finding(words.span, {"text": words.text, "count": len(missed)}, "collective")
        return
    for person in missed:
        values: dict[str, Value] = {"text": person.text, "row": gaps.row_of(person)}
        yield Finding(person.span, values, "" if person.place.row is not None else "item")


# ---------------------------------------------------------------- the management


@check()
def management_left_out(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Neither a stakeholder, nor an audience, nor a report speaks of a board, a management or a sponsor."""
    if not plan.communications and not plan.stakeholders:
        return
    look.once()
    lexicon = Lexicon(plan.vocabulary)
    if any(_names_management(text, lexicon) for text in _spoken_of(plan)):
        return
    place = next(plan.of_kind("communicatie", "stakeholders"), None)
    yield Finding(place.heading.span if place is not None else plan.start_of_body)


def _spoken_of(plan: Plan) -> Iterator[str]:
    yield from (person.text for person in plan.stakeholders)
    yield from map(row_text, plan.communications)
    yield from (plan.document.source.slice(section.section.span) for section in plan.of_kind(*_REPORTED))


def _names_management(text: str, lexicon: Lexicon) -> bool:
    words: Iterable[str] = (match.group() for match in lexicon.pattern("management").finditer(fold(text)))
    return any(not lexicon.is_one_of("management.other", word) for word in words)
