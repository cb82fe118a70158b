"""Finds what a plan includes, excludes and postpones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import Section
from implan_lint.document.text import Text
from implan_lint.plan.model import MetaField, Origin, Place, PlanTable, ScopeItem, ScopeSide, TableKind
from implan_lint.plan.parts import enumeration, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.words import fold

_SIDES = {"scope_uit": ScopeSide.OUT, "scope_later": ScopeSide.LATER, "scope_in": ScopeSide.IN, "scope": ScopeSide.IN}


_LEAD = re.compile(
    r"^\W*(?:(?P<out>niet(?: (?:binnen|in)(?: de)? scope)?|buiten(?: de)? scope|out of scope|excluded|not)"
    r"|(?P<later>later|volgende fase|deferred)"
    r"|(?P<within>wel|binnen(?: de)? scope|in scope|included))\b"
    r"(?:\s*[:,]|\s+[–—-]\s|\s+(?=vall?t?|vallen|is|zijn|blij))",
    re.IGNORECASE,
)
_DRAWS_LINE = re.compile(
    r"\b(?:binnen|buiten|in|out of|within|outside|niet in)(?: (?:de|the))? scope\b"
    r"|\bscope (?:omvat|beperkt zich|includes|covers)\b"
)
_LEAD_SIDES = (("out", ScopeSide.OUT), ("later", ScopeSide.LATER), ("within", ScopeSide.IN))


def read_scope(reading: Reading, meta: dict[str, MetaField]) -> tuple[ScopeItem, ...]:
    """Items under scope headings, cells of an in/out table, sentences that draw the line, front-matter fields."""
    found: list[ScopeItem] = []
    for table in reading.tables:
        if table.kind is TableKind.SCOPE:
            found += _cells(reading, table)
    for section in reading.sections:
        side = _side(section.kinds or section.inherited)
        if side is not None:
            found += _in_section(reading, section.section, side)
        else:
            found += _in_prose(reading, section.section, of_whom="doelgroep" in section.kinds)
    for name, side in (("scope", ScopeSide.IN), ("scope_uit", ScopeSide.OUT)):
        if name in meta and meta[name].text.strip():
            field = meta[name]
            found.append(_item(reading, Text(field.text, field.span), None, Origin.FRONT_MATTER, side))
    return tuple(sorted(found, key=lambda item: item.span.start))


def _side(kinds: tuple[str, ...]) -> ScopeSide | None:
    return next((_SIDES[kind] for kind in ("scope_uit", "scope_later", "scope_in", "scope") if kind in kinds), None)


def _cells(reading: Reading, table: PlanTable) -> Iterator[ScopeItem]:
    for _, row in reading.rows(table):
        for column in ("scope_in", "scope_uit", "scope_later"):
            text = reading.text(table, row, column)
            if text is not None and not reading.is_blank(text):
                yield _item(reading, text, table.section, Origin.TABLE_ROW, _SIDES[column])


def _in_section(reading: Reading, section: Section, side: ScopeSide) -> Iterator[ScopeItem]:
    for item in items_of(section):
        if not item.text:
            continue
        own = _said_side(reading, item.text, side) or side
        children = nested_items(item)
        if children and len(item.text.plain.split()) <= 6:
            yield from (_item(reading, child.text, section, Origin.LIST_ITEM, own) for child in children if child.text)
        else:
            yield _item(reading, item.text, section, Origin.LIST_ITEM, own)
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            if sentence.plain.rstrip().endswith(":") or reading.is_blank(sentence):
                continue
            own = _said_side(reading, sentence, side) or side
            parts = enumeration(sentence) or (sentence,)
            yield from (_item(reading, part, section, Origin.SENTENCE, own) for part in parts)


def _in_prose(reading: Reading, section: Section, *, of_whom: bool) -> Iterator[ScopeItem]:
    """A sentence elsewhere that says what is in or out of scope; `of_whom`: or, of a target group, who is left out."""
    for text in (*(p.text for p in paragraphs_of(section)), *(item.text for item in items_of(section))):
        parts = list(sentences(text))
        leads = [(sentence, side) for sentence in parts if (side := _lead_side(sentence)) is not None]
        if len({side for _, side in leads}) >= 2:
            yield from (_item(reading, sentence, section, Origin.SENTENCE, side) for sentence, side in leads)
            continue
        for sentence in parts:
            draws = _DRAWS_LINE.search(fold(sentence.plain)) is not None
            side = _said_side(reading, sentence) if draws else None
            if side is None and of_whom and reading.lexicon.find("scope.out", sentence):
                side = ScopeSide.OUT
            if side is not None:
                yield _item(reading, sentence, section, Origin.SENTENCE, side)


def _said_side(reading: Reading, text: Text, around: ScopeSide | None = None) -> ScopeSide | None:
    """The side that the words themselves name: "Niet: ...", "Later ...", "... valt buiten scope".

    What is left out by the heading `around` and "hoort bij" something belongs to that other thing.
    """
    if (side := _lead_side(text)) is not None:
        return side
    if reading.lexicon.find("scope.out", text):
        return ScopeSide.OUT
    if reading.lexicon.find("scope.later", text):
        return ScopeSide.LATER
    draws_line = around is not ScopeSide.OUT or _DRAWS_LINE.search(fold(text.plain)) is not None
    if draws_line and reading.lexicon.find("scope.in", text):
        return ScopeSide.IN
    return None


def _lead_side(text: Text) -> ScopeSide | None:
    lead = _LEAD.match(text.plain)
    return next(side for name, side in _LEAD_SIDES if lead.group(name)) if lead else None


def _item(reading: Reading, text: Text, section: Section | None, origin: Origin, side: ScopeSide) -> ScopeItem:
    lead = _LEAD.match(text.plain)
    words = text.plain[lead.end() :].strip() if lead else text.plain
    trivial = reading.lexicon.is_one_of("scope.trivial", words) or reading.is_blank(text)
    return ScopeItem(
        text.plain.strip(),
        text.span,
        reading.line_of(text.span),
        Place(origin, section, confidence=Confidence.MEDIUM),
        side,
        trivial,
    )
