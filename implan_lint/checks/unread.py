"""Tables and lists that are meant as part of a plan and can't be read as such: said once, with the cause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import header_span
from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.document.model import ListBlock, ListItem, Section, Table
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Entity, Plan, PlanSection, PlanTable, TableKind
from implan_lint.plan.owners import is_blank
from implan_lint.plan.sections import is_phase
from implan_lint.plan.words import fold


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a table shows that it is meant as one of a kind."""

    kind: TableKind
    sections: tuple[str, ...]
    """Section kinds whose heading says so."""
    telling: tuple[tuple[str, ...], ...]
    """Groups of columns that say so."""
    alone: tuple[tuple[str, ...], ...]
    """Groups that say so together, without any heading, where the first column is none that is known; () if none do."""
    needs: tuple[tuple[str, ...], ...]
    """What such a table holds at least: one column of each group, the usual name first."""
    thing: str
    """The object that a row or an item of such a list is; "" where a list of them is read in another way."""


_WHO = ("wie", "afzender")
_WHEN = ("wanneer", "start", "eind")
_CHANCE = ("kans", "impact", "kans_impact")
_MEASURE = ("maatregel", "preventief", "correctief")
_INTEREST, _INFLUENCE = ("belang", "behoefte"), ("invloed", "betrokkenheid")

_LIKENESSES = (
    Likeness(
        TableKind.RISKS,
        ("risicos",),
        (("risico",), _CHANCE, _MEASURE),
        (_CHANCE, _MEASURE),
        (("risico",), _CHANCE, _MEASURE),
        "risico",
    ),
    Likeness(
        TableKind.STAKEHOLDERS,
        ("stakeholders",),
        (("stakeholder",), _INTEREST, _INFLUENCE),
        (_INTEREST, _INFLUENCE),
        (("stakeholder",), _INTEREST, _INFLUENCE),
        "",
    ),
    Likeness(
        TableKind.COMMUNICATION,
        ("communicatie",),
        (("doelgroep",), ("boodschap",), ("kanaal", "actie_of_overleg"), ("frequentie",), ("afzender",)),
        (),
        (("doelgroep",), ("boodschap",), ("kanaal", "actie_of_overleg"), ("frequentie",)),
        "",
    ),
    Likeness(
        TableKind.GOALS,
        ("doelen",),
        (("doeltekst",), ("streefwaarde",), ("nulmeting",), ("wanneer",)),
        (),
        (("doeltekst",),),
        "doel",
    ),
    Likeness(
        TableKind.ACTIONS,
        ("acties",),
        (("actie",), _WHO, _WHEN),
        (_WHO, _WHEN),
        (("actie",), _WHO, _WHEN),
        "actie",
    ),
)

_BESIDES = ("planning", "strategieen", "kernboodschap")
"""What a heading may be about besides, without another kind of table being likely."""
_OTHER_MATTERS = ("besluiten", "begrippen", "bijlagen", "budget", "middelen", "projectorganisatie", "samenvatting")
"""Headings over tables that may say who and when, and are about something else."""
_SIGNED = re.compile(
    r"\b(?:versie|version|handtekening|paraaf|signature|signed|akkoord|wijziging(?:en)?|changes?)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\b")
_RACI = re.compile(r"(?:[RASCIV](?:\s*[/,]\s*[RASCIV])*)?", re.IGNORECASE)
_SCALE = re.compile(r"\W*(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?|laag|midden|middel|hoog|low|medium|high)\W*", re.IGNORECASE)
_FEWEST_COLUMNS, _FEWEST_ITEMS, _FEWEST_WORDS = 3, 2, 3

_VARIANTS = ("", "several", "unasked", "unasked-several", "list", "unasked-list")


@check("table", "heading", "columns", "object", variants=_VARIANTS)
def unrecognised(plan: Plan, look: Look, with_: NoParameters) -> Iterator[Finding]:
    """Tables that fit no kind though their heading or header says what they are, and lists that hold nothing read."""
    lexicon = lexicon_of(plan.vocabulary)
    by_section = {id(found.section): found for found in plan.sections}
    told: set[tuple[TableKind, tuple[str, ...]]] = set()
    for table in look(table for table in plan.tables if table.kind is TableKind.OTHER):
        section = by_section.get(id(table.section))
        likeness = _meant_as(plan, table, section, lexicon) if _is_meant(table, lexicon) else None
        if likeness is None:
            continue
        cause = likeness.kind, tuple(fold(cell.text.plain) for cell in table.table.header)
        if cause not in told:  # one table for each team, all under the same header, are one thing to mend
            told.add(cause)
            yield from _table(plan, table, section, likeness, lexicon)
    for section in plan.sections:
        for block in look(block for block in section.section.blocks if isinstance(block, ListBlock)):
            yield from _list(plan, block, section, lexicon)


# ---------------------------------------------------------------- tables


def _is_meant(table: PlanTable, lexicon: Lexicon) -> bool:
    return _is_filled(table.table) and not _is_something_else(table, lexicon)


def _is_filled(table: Table) -> bool:
    """A row with words in more than one cell, so no template and no list of numbers."""
    return any(sum(1 for cell in row.cells if cell.text) > 1 for row in table.rows)


def _is_something_else(table: PlanTable, lexicon: Lexicon) -> bool:
    """The explanation of a scale, a RACI grid, a page of signatures or versions, a timetable."""
    header, rows = table.table.header, table.table.rows
    if any(_SIGNED.search(cell.text.plain) for cell in header):
        return True
    first = [row.cells[0].text.plain.strip() for row in rows if row.cells[0].text]
    rest = [cell.text.plain.strip() for row in rows for cell in row.cells[1:]]
    if all(_RACI.fullmatch(words) for words in rest):
        return True
    if _is_scale(_meanings(table, lexicon, 0), first):
        return True
    return any(_CLOCK.match(row.cells[index].text.plain) for row in rows for index in range(len(header)))


def _is_scale(meanings: Sequence[str], first: Sequence[str]) -> bool:
    """Its rows are grades, or it counts per grade; numbers of rows are none."""
    if not {"score", *_CHANCE}.isdisjoint(meanings):
        return True
    return "nummer" not in meanings and bool(first) and all(_SCALE.fullmatch(words) for words in first)


def _meanings(table: PlanTable, lexicon: Lexicon, index: int) -> tuple[str, ...]:
    return tuple(name for part in lexicon.columns_of(table.table.header[index].text.plain) for name in part)


def _columns(table: PlanTable, lexicon: Lexicon) -> set[str]:
    return {name for index in range(len(table.table.header)) for name in _meanings(table, lexicon, index)}


def _meant_as(plan: Plan, table: PlanTable, section: PlanSection | None, lexicon: Lexicon) -> Likeness | None:
    columns = _columns(table, lexicon)
    for likeness in _LIKENESSES if section is not None else ():
        if section is not None and _is_under(section, likeness, lexicon):
            told = sum(1 for group in likeness.telling if columns.intersection(group))
            named = len(table.table.header) >= _FEWEST_COLUMNS and _is_named(section, likeness, lexicon)
            alone = not _is_read(plan, section.section, likeness)
            return likeness if told > 1 or (alone and (told or named)) else None
    if not set(table.section_kinds).isdisjoint(_OTHER_MATTERS) or _subject_is_known(table, lexicon):
        return None
    for likeness in _LIKENESSES:
        if likeness.alone and all(columns.intersection(group) for group in likeness.alone):
            return likeness
    return None


def _is_under(section: PlanSection, likeness: Likeness, lexicon: Lexicon) -> bool:
    """The heading's own words say it, not the phase or the heading above."""
    own = lexicon.heading_kinds(section.heading.title.plain)
    return any(kind in own and kind in section.kinds for kind in likeness.sections) and not is_phase(section.heading)


def _is_named(section: PlanSection, likeness: Likeness, lexicon: Lexicon) -> bool:
    """The whole heading is a name of such a part and of nothing besides."""
    exact = set(lexicon.exact_heading_kinds(section.heading.title.plain))
    return bool(exact) and exact <= {*likeness.sections, *_BESIDES}


def _subject_is_known(table: PlanTable, lexicon: Lexicon) -> bool:
    """The first column that doesn't number the rows is one of some other kind of table."""
    first = next((i for i in range(len(table.table.header)) if "nummer" not in _meanings(table, lexicon, i)), 0)
    return bool(_meanings(table, lexicon, first))


def _is_read(plan: Plan, section: Section, likeness: Likeness) -> bool:
    """Something of the kind was read in the section, so that this is another list or table beside it."""
    return any(section.span.covers(thing.span) for thing in _things(plan, likeness.kind))


def _things(plan: Plan, kind: TableKind) -> Sequence[Entity]:
    things: dict[TableKind, Sequence[Entity]] = {
        TableKind.RISKS: plan.risks,
        TableKind.STAKEHOLDERS: plan.stakeholders,
        TableKind.COMMUNICATION: (*plan.communications, *plan.actions),
        TableKind.GOALS: plan.goals,
        TableKind.ACTIONS: (*plan.actions, *plan.milestones),
    }
    return things[kind]


def _table(
    plan: Plan, table: PlanTable, section: PlanSection | None, likeness: Likeness, lexicon: Lexicon
) -> Iterator[Finding]:
    columns = _columns(table, lexicon)
    missing = [group for group in likeness.needs if not columns.intersection(group)]
    if not missing:
        return
    values: dict[str, Value] = {
        "table": Term("table", likeness.kind.value),
        "heading": section.heading.title.plain if section is not None else "",
        "columns": tuple(Term("column", group[0]) for group in missing),
        "object": "",
    }
    line = table.table.line
    about = (
        f"table:{line}",
        *(f"column:{line}:{name}" for group in missing for name in group),
        *_about_section(section, likeness),
    )
    variant = "several" if len(missing) > 1 else ""
    yield Finding(header_span(table), values, _as_asked(plan, section, likeness, variant), about)


def _about_section(section: PlanSection | None, likeness: Likeness) -> tuple[str, ...]:
    if section is None or set(section.kinds).isdisjoint(likeness.sections):
        return ()
    return (f"table:{likeness.kind.value}", *(f"section:{kind}" for kind in likeness.sections))


def _as_asked(plan: Plan, section: PlanSection | None, likeness: Likeness, variant: str) -> str:
    """The graver variant where the profile wants a table of this kind in this section."""
    rule = plan.profile.table(likeness.kind.value)
    if rule is not None and section is not None and not set(section.kinds).isdisjoint(rule.sections):
        return variant
    return f"unasked-{variant}" if variant else "unasked"


# ---------------------------------------------------------------- lists


def _list(plan: Plan, block: ListBlock, section: PlanSection, lexicon: Lexicon) -> Iterator[Finding]:
    likeness = next((one for one in _LIKENESSES if one.thing and _is_named(section, one, lexicon)), None)
    if likeness is None or not _is_under(section, likeness, lexicon) or not _says_something(block, lexicon):
        return
    if _holds_table(plan, section.section) or _is_read(plan, section.section, likeness):
        return
    if any(block.span.covers(thing.span) for thing in _everything(plan)):
        return
    values: dict[str, Value] = {
        "table": Term("table", likeness.kind.value),
        "heading": section.heading.title.plain,
        "columns": tuple(Term("column", group[0]) for group in likeness.needs),
        "object": Term("object", likeness.thing),
    }
    about = (f"list:{block.line}", *_about_section(section, likeness))
    yield Finding(block.items[0].span, values, _as_asked(plan, section, likeness, "list"), about)


def _holds_table(plan: Plan, section: Section) -> bool:
    """A table that can be read stands in the section: then a list beside it explains or gives examples."""
    return any(table.kind is not TableKind.OTHER and section.span.covers(table.table.span) for table in plan.tables)


def _says_something(block: ListBlock, lexicon: Lexicon) -> bool:
    """Two items or more with words of their own, that are no blanks to be filled in."""
    items = [item for item in block.items if _has_words(item, lexicon)]
    return len(items) >= _FEWEST_ITEMS


def _has_words(item: ListItem, lexicon: Lexicon) -> bool:
    words = item.text.plain
    return len(words.split()) >= _FEWEST_WORDS and not is_blank(words, lexicon)


def _everything(plan: Plan) -> Iterator[Entity]:
    for things in (
        *(plan.goals, plan.actions, plan.milestones, plan.scope, plan.stakeholders, plan.communications),
        *(plan.risks, plan.indicators, plan.roles, plan.evaluations, plan.aftercare),
    ):
        yield from things
