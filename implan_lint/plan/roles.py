"""Finds who holds which role: the register that owners are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Section
from implan_lint.document.text import Text
from implan_lint.plan.model import Mention, Origin, OwnerKind, Place, PlanTable, Role, TableKind
from implan_lint.plan.owners import kind_of, looks_like_person
from implan_lint.plan.parties import PERSON_IN_PROSE
from implan_lint.plan.parts import before_brackets, sentences
from implan_lint.plan.reading import Reading, items_of, paragraphs_of

_COMMA = re.compile(r",\s+")
_SEPARATED = re.compile(r"\s*(?::|\s[–—=-]\s)\s*")


def read_roles(reading: Reading) -> tuple[Role, ...]:
    """Rows of role tables and "Projectleider: Sanne de Wit" items under an organisation heading."""
    found: list[Role] = []
    for table in reading.tables:
        if table.kind is TableKind.ROLES:
            found += _role_rows(reading, table)
    for section in reading.about("projectorganisatie", "leverancier"):
        for item in items_of(section.section):
            found += _role_item(reading, section.section, item)
    for section in reading.about("projectorganisatie", "voorbereiding", "leverancier"):
        for paragraph in paragraphs_of(section.section):
            for sentence in sentences(paragraph.text):
                found += _roles_in_sentence(reading, section.section, sentence)
    return tuple(sorted(found, key=lambda role: role.span.start))


_HOLDS = re.compile(
    r"^\s*(?:\(([^()]+)\)|,?\s*(?:is|wordt|leidt|doet|trekt|als)\s+(?:als\s+)?(?:(?:de|het|een|onze)\s+)?"
    r"((?:(?!(?:van|in|bij|voor|naar|met|en|op|aan|die|dat|door|tot|of|uit|om|te|de|het|een|als)\b)[\w'’-]+\s*){1,3}))"
)


def _roles_in_sentence(reading: Reading, section: Section, sentence: Text) -> Iterator[Role]:
    """ "Nel Groen is opdrachtgever", "verder doen Joost Reus (jurist) en Farah Amin mee": who is named, and as what."""
    for match in PERSON_IN_PROSE.finditer(sentence.plain):
        name = sentence.part(*match.span())
        behind = _HOLDS.match(sentence.plain[match.end() :])
        role = name
        if behind is not None and behind.lastindex is not None:
            start, end = behind.span(behind.lastindex)
            role = sentence.part(match.end() + start, match.end() + end)
        place = Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM)
        yield Role(
            role.plain,
            role.span,
            reading.line_of(role.span),
            place,
            Mention(name.plain, name.span),
            None,
        )


def _role_rows(reading: Reading, table: PlanTable) -> Iterator[Role]:
    for number, row in reading.rows(table):
        role = reading.text(table, row, "rol") or reading.text(table, row, "naam")
        if role is None or reading.is_blank(role):
            continue
        yield Role(
            role.plain.strip(),
            role.span,
            reading.line_of(role.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            reading.value(table, row, "naam"),
            reading.value(table, row, "organisatie"),
        )


def _role_item(reading: Reading, section: Section, item: ListItem) -> Iterator[Role]:
    cut = _SEPARATED.search(item.text.plain) or _person_first(item.text)
    name, brackets = before_brackets(item.text)
    if cut and 0 < cut.start() <= 50:
        role, person = item.text.part(0, cut.start()), item.text.part(cut.end(), len(item.text.plain))
        if looks_like_person(role.plain) and _can_be_role(reading, person):
            role, person = person, role
    elif brackets is not None and len(name.plain.split()) <= 5:
        role, person = brackets, name
    elif 0 < len(item.text.plain.split()) <= 5:
        role, person = item.text, item.text
    else:
        return
    if not role or reading.is_blank(role):
        return
    yield Role(
        role.plain,
        role.span,
        item.line,
        Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM),
        None if reading.is_blank(person) else Mention(person.plain, person.span),
        None,
    )


def _person_first(text: Text) -> re.Match[str] | None:
    """The comma of "Sanne de Wit, projectleider"; not one between two names."""
    comma = _COMMA.search(text.plain)
    if comma is None or not looks_like_person(text.plain[: comma.start()]):
        return None
    return None if looks_like_person(text.plain[comma.end() :]) else comma


def _can_be_role(reading: Reading, words: Text) -> bool:
    """One to six words that name nobody."""
    if not 0 < len(words.plain.split()) <= 6 or looks_like_person(words.plain):
        return False
    return kind_of(words.plain, reading.lexicon) in (OwnerKind.ROLE, OwnerKind.GROUP)
