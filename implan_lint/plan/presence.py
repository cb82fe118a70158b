"""Which parts a plan has: by a heading, or by what stands in it without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.diagnostic import Span
from implan_lint.document.model import ListBlock, Paragraph
from implan_lint.document.text import Text
from implan_lint.plan.model import Entity, MetaField, PlanTable, Presence, TableKind
from implan_lint.plan.reading import Reading

_TABLE_PARTS = {
    TableKind.GOALS: "doelen",
    TableKind.ACTIONS: "acties",
    TableKind.DATA: "gegevensverzameling",
    TableKind.COMMUNICATION: "communicatie",
    TableKind.ASSURANCE: "borging",
    TableKind.MILESTONES: "mijlpalen",
    TableKind.RISKS: "risicos",
    TableKind.STAKEHOLDERS: "stakeholders",
    TableKind.ROLES: "projectorganisatie",
    TableKind.INDICATORS: "monitoring",
    TableKind.BUDGET: "budget",
    TableKind.FACTORS: "factoren",
    TableKind.STRATEGIES: "strategieen",
    TableKind.PRECONDITIONS: "randvoorwaarden",
}
_LABEL_WORDS = 5


def read_presence(
    reading: Reading, meta: dict[str, MetaField], entities: dict[str, tuple[Entity, ...]]
) -> dict[str, Presence]:
    """Section kind -> where the plan has it. Headings come first, then labels, tables, entities and fields."""
    found: dict[str, Presence] = {}
    for presence in (
        *_by_heading(reading),
        *_by_label(reading),
        *(_by_table(table) for table in reading.tables if table.kind in _TABLE_PARTS and table.table.rows),
        *_by_entity(entities),
        *_by_field(reading, meta),
    ):
        found.setdefault(presence.kind, presence)
    return found


def _by_heading(reading: Reading) -> Iterator[Presence]:
    for real in (True, False):
        for section in reading.sections:
            if section.is_real_heading is real:
                by = "heading" if real else "label"
                yield from (Presence(kind, section.heading.span, section.heading.line, by) for kind in section.kinds)


def _by_label(reading: Reading) -> Iterator[Presence]:
    """ "Nazorg: ..." at the start of a line or an item is that part of the plan, in short."""
    for section in reading.document.root.walk():
        for block in section.blocks:
            texts = list(block.lines) if isinstance(block, Paragraph) else []
            by = "label"
            if isinstance(block, ListBlock):
                texts, by = [item.text for item in block.items if item.blocks or not _ends_in_colon(item.text)], "list"
            for text in texts:
                lead = _lead(text)
                for kind in (
                    reading.lexicon.exact_heading_kinds(_BRACKETED.sub("", _OURS.sub("", lead.plain)).strip())
                    if lead
                    else ()
                ):
                    yield Presence(kind, lead.span, reading.line_of(lead.span), by)


_OURS = re.compile(r"^\W*(?:jouw|je|ons|onze|mijn|our|your|my)\s+", re.IGNORECASE)


def _ends_in_colon(text: Text) -> bool:
    return text.plain.rstrip().endswith(":")


def _lead(text: Text) -> Text:
    """The words before the colon, or a whole line of a few words; empty for anything longer."""
    colon = text.plain.find(":")
    lead = text.part(0, colon if colon > 0 else len(text.plain))
    return lead if len(_BRACKETED.sub("", lead.plain).split()) <= _LABEL_WORDS else text.part(0, 0)


_BRACKETED = re.compile(r"\([^()]*\)")


def _by_table(table: PlanTable) -> Presence:
    span = table.table.header[0].text.span if table.table.header else table.table.span
    return Presence(_TABLE_PARTS[table.kind], span, table.table.line, "table")


def _by_entity(entities: dict[str, tuple[Entity, ...]]) -> Iterator[Presence]:
    for kind, things in entities.items():
        if things:
            yield Presence(kind, things[0].span, things[0].line, "row")


def _by_field(reading: Reading, meta: dict[str, MetaField]) -> Iterator[Presence]:
    for field, kind in (("doelen", "doelen"), ("scope", "scope"), ("scope_uit", "scope_uit")):
        if field in meta and meta[field].text and meta[field].from_front_matter:
            yield Presence(
                kind, _first_line(meta[field].span, reading), reading.line_of(meta[field].span), "front matter"
            )


def _first_line(span: Span, reading: Reading) -> Span:
    line = reading.document.source.line_span(reading.line_of(span))
    return Span(span.start, min(span.end, line.end))
