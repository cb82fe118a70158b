"""Which parts a plan has: by a heading, or by what stands in it without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from implan_lint.diagnostic import Span
from implan_lint.document.model import ListBlock, Paragraph
from implan_lint.document.text import Text
from implan_lint.plan.model import Entity, MetaField, PlanTable, Presence, TableKind
from implan_lint.plan.parts import sentences
from implan_lint.plan.reading import Reading, paragraphs_of

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
        *_by_sentence(reading),
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
    """ "Nazorg: ..." at the start of a line or item, or a line that says just "Nazorg", is that part in short."""
    for section in reading.document.root.walk():
        if {"scope_uit", "scope_later"} & set(reading.kinds(section)):
            continue
        for block in section.blocks:
            if isinstance(block, Paragraph):
                leads, by = [_lead(line, alone=True) for line in block.lines], "label"
            elif isinstance(block, ListBlock):
                leads, by = [_lead(item.text, heads=bool(item.blocks)) for item in block.items], "list"
            else:
                continue
            for lead in leads:
                if lead is not None:
                    words = _BRACKETED.sub("", _OURS.sub("", lead.plain)).strip()
                    for kind in reading.lexicon.exact_heading_kinds(words):
                        yield Presence(kind, lead.span, reading.line_of(lead.span), by)


_OURS = re.compile(r"^\W*(?:jouw|je|ons|onze|mijn|our|your|my)\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)")


def _lead(text: Text, *, alone: bool = False, heads: bool = False) -> Text | None:
    """The few words before a colon and what follows; `alone`: or the whole line; `heads`: or above a list."""
    plain = text.plain.rstrip()
    colon = plain.find(":")
    if colon > 0 and (colon < len(plain) - 1 or heads):
        lead = text.part(0, colon)
    elif colon < 0 and alone:
        lead = text
    else:
        return None
    return lead if 0 < len(_BRACKETED.sub("", lead.plain).split()) <= _LABEL_WORDS else None


def _by_table(table: PlanTable) -> Presence:
    span = table.table.header[0].text.span if table.table.header else table.table.span
    return Presence(_TABLE_PARTS[table.kind], span, table.table.line, "table")


def _by_entity(entities: dict[str, tuple[Entity, ...]]) -> Iterator[Presence]:
    for kind, things in entities.items():
        if things:
            yield Presence(kind, things[0].span, things[0].line, "row")


_NO_HANDOVER = ("scope_uit", "scope_later", "risicos", "huidige_situatie", "aanleiding", "context")


def _by_sentence(reading: Reading) -> Iterator[Presence]:
    """A label behind another sentence ("... Voorwaarde: drie uur per week"), and who takes over the running."""
    for section in reading.document.root.walk():
        kinds = reading.kinds(section)
        if {"scope_uit", "scope_later"} & set(kinds):
            continue
        for paragraph in paragraphs_of(section):
            for sentence in islice(sentences(paragraph.text), 1, None):
                lead = _lead(sentence)
                for kind in reading.lexicon.exact_heading_kinds(lead.plain) if lead is not None else ():
                    yield Presence(kind, sentence.span, reading.line_of(sentence.span), "sentence")
            if not set(_NO_HANDOVER) & set(kinds):
                yield from _handover(reading, paragraph.text)


def _handover(reading: Reading, text: Text) -> Iterator[Presence]:
    for sentence in sentences(text):
        if _TAKES_OVER.search(sentence.plain) and not _NOT.search(sentence.plain):
            yield Presence("beheer", sentence.span, reading.line_of(sentence.span), "sentence")


_TAKES_OVER = re.compile(
    r"\b(?:neemt|nemen)\b[^.;]{1,60}\bbeheer\b[^.;]{0,60}\bover\b|\bbeheer\b[^.;]{0,60}\b(?:overgedragen|ondergebracht)\b"
    r"|\bdraagt\b[^.;]{1,60}\bbeheer\b[^.;]{0,60}\bover\b|\btakes? over (?:the )?(?:maintenance|operations)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|not|no)\b", re.IGNORECASE)


def _by_field(reading: Reading, meta: dict[str, MetaField]) -> Iterator[Presence]:
    for field, kind in (("doelen", "doelen"), ("scope", "scope"), ("scope_uit", "scope_uit")):
        if field in meta and meta[field].text and meta[field].from_front_matter:
            yield Presence(
                kind, _first_line(meta[field].span, reading), reading.line_of(meta[field].span), "front matter"
            )


def _first_line(span: Span, reading: Reading) -> Span:
    line = reading.document.source.line_span(reading.line_of(span))
    return Span(span.start, min(span.end, line.end))
