"""Finds the actions: rows of tables, list items, and sentences that list tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import ListItem, Paragraph, Section
from implan_lint.document.text import Text
from implan_lint.plan.action_rows import TABLES, is_work, rows_of_work
from implan_lint.plan.doing import Doing, doing_of, goal_words, labelled_text, vague_verb, with_children
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Mention,
    Origin,
    Place,
    TableKind,
)
from implan_lint.plan.parties import leading_owner
from implan_lint.plan.parts import enumeration, labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.set_aside import without_what_is_set_aside
from implan_lint.plan.statements import is_contents_line, states_what_is
from implan_lint.plan.unnamed_lists import PHASE, QUESTION_SECTIONS, unnamed_list
from implan_lint.plan.words import fold

_TASK_SENTENCE = re.compile(
    r"^(?:de\s+|the\s+)?(?:taken|activiteiten|werkzaamheden|stappen|acties|tasks|activities|actions)\b", re.I
)


def read_actions(reading: Reading) -> tuple[Action, ...]:
    """All actions in the order of the text."""
    found: list[Action] = []
    for table in reading.tables:
        if table.kind in TABLES and is_work(table):
            found += rows_of_work(reading, table)
    for section in reading.document.root.walk():
        found += _items(reading, section)
        found += _lines_of_work(reading, section)
    if not any(action.kind is ActionKind.ACTION for action in found):
        for part in reading.about("acties"):
            found += _listed_in_sentences(reading, part.section)
    return tuple(sorted(found, key=lambda action: (action.span.start, action.span.end)))


def _items(reading: Reading, section: Section) -> Iterator[Action]:
    kinds = reading.kinds(section)
    beside_table = any(table.kind is TableKind.ACTIONS and table.table.rows for table in reading.tables_in(section))
    if beside_table:
        kinds = tuple(kind for kind in kinds if kind != "acties")
    acting = "acties" in kinds and not _describes(reading, section)
    listed = None if acting else unnamed_list(reading, section, kinds)
    responsible = _responsible_heading(reading, section) if not acting else None
    source = reading.document.source
    items = [item for item in items_of(section) if not is_contents_line(source.slice(item.span))]
    items = without_what_is_set_aside(reading, section, items)
    if states_what_is(items, reading.lexicon) and not any(
        doing_of(reading, section, item, None, None).owner for item in items
    ):
        return
    for item in items:
        boxed = (
            item.checked is not None and not beside_table and not any(kind in kinds[:1] for kind in QUESTION_SECTIONS)
        )
        labelled = "wie" in labelled_values(item.text, reading.lexicon, ("wie", "wanneer"))
        if item.text.plain.rstrip().endswith("?") or _heads_another_part(reading, item):
            continue
        if listed is not None:
            yield from _from_item(reading, section, item, ActionKind.ACTION, None, None, listed)
        elif kinds[:1] == ("strategieen",) and not acting and not boxed and _is_work_of_its_own(reading, section, item):
            yield from _from_item(reading, section, item, ActionKind.STRATEGY, None, None)
        elif acting or boxed or responsible or (labelled and not set(kinds[:1]) & _NO_LABELLED_WORK):
            sure = Confidence.LOW if acting and not boxed and kinds[:1] == ("resultaten",) else Confidence.MEDIUM
            yield from _from_item(reading, section, item, _kind_in(kinds), responsible, None, sure)


_DESCRIBES = re.compile(r"^\W*[A-Za-zÀ-ÿ]+(?: [A-Za-zÀ-ÿ]+)?\W{0,3}:")


def _describes(reading: Reading, section: Section) -> bool:
    """ "Probleem: ...", "Gevolg: ...", "Oplossing: ..." below a heading among actions: the list is about one thing."""
    found = reading.plan_section(section)
    items = [item for item in items_of(section) if item.text]
    if found is None or found.kinds or len(items) < 3 or any(item.checked is not None for item in items):
        return False
    labelled = [item for item in items if _DESCRIBES.match(item.text.plain) and not reading.leading_period(item.text)]
    return len(labelled) == len(items) and not any(leading_owner(reading, item.text, False) for item in items)


_NUMBERED_WORK = re.compile(r"^\W*(?:actie|action)\s*\d+\s*[:.)–-]\s", re.IGNORECASE)


def _lines_of_work(reading: Reading, section: Section) -> Iterator[Action]:
    """ "Actie 1: ... (wie: ..., wanneer: ...)": work in lines of a paragraph, each with its number or both labels."""
    kinds = reading.kinds(section)
    if set(kinds[:1]) & _NO_LABELLED_WORK:
        return
    for paragraph in paragraphs_of(section):
        for text in _pieces(reading, paragraph):
            if not _NUMBERED_WORK.match(text.plain) and not _says_who_and_when(reading, text):
                continue
            line = reading.line_of(text.span)
            item = ListItem(text, "", None, None, (), (text,), text.span, line)
            for action in _from_item(reading, section, item, _kind_in(kinds), None, None):
                yield replace(action, place=replace(action.place, origin=Origin.SENTENCE))


def _says_who_and_when(reading: Reading, text: Text) -> bool:
    values = labelled_values(text, reading.lexicon, ("wie", "wanneer"))
    return len(values) == 2 and text.plain[: min(value.start for value in values.values())].strip(" (") != ""


def _pieces(reading: Reading, paragraph: Paragraph) -> Iterator[Text]:
    """A paragraph cut where a line opens an action of its own; a line that only goes on stays with the one above."""
    numbered = any(_NUMBERED_WORK.match(line.plain) for line in paragraph.lines)
    starts, offset = [0], 0
    for line in paragraph.lines:
        if _NUMBERED_WORK.match(line.plain) if numbered else _says_who_and_when(reading, line):
            starts.append(offset)
        offset += len(line.plain) + 1
    for start, end in pairwise((*dict.fromkeys(starts), len(paragraph.text.plain))):
        yield paragraph.text.part(start, end)


def _heads_another_part(reading: Reading, item: ListItem) -> bool:
    """ "Scope: ...", "Doel: ...": an item that is a part of the plan in short, and no work."""
    lead = item.text.plain[: max(0, item.text.plain.find(":"))]
    return bool(set(reading.lexicon.exact_heading_kinds(lead)) & _OTHER_PARTS) if lead else False


_OTHER_PARTS = {
    "doelen",
    "scope",
    "scope_in",
    "scope_uit",
    "randvoorwaarden",
    "budget",
    "middelen",
    "risicos",
    "context",
    "aanleiding",
}

_KINDS = {
    "communicatie": ActionKind.COMMUNICATION,
    "gegevensverzameling": ActionKind.DATA,
    "borging": ActionKind.ASSURANCE,
    "verspreiding": ActionKind.ASSURANCE,
}


def _kind_in(kinds: tuple[str, ...]) -> ActionKind:
    """What work under a heading is; an action where the heading is about actions as well."""
    if "acties" in kinds:
        return ActionKind.ACTION
    return next((_KINDS[kind] for kind in kinds if kind in _KINDS), ActionKind.ACTION)


_NO_LABELLED_WORK = {*QUESTION_SECTIONS, "mijlpalen", "resultaten"}


def _responsible_heading(reading: Reading, section: Section) -> Mention | None:
    """Under "Verantwoordelijkheden", a heading that is a party owns the list below it."""
    found = reading.plan_section(section)
    if found is None or "projectorganisatie" not in found.inherited or len(list(items_of(section))) < 2:
        return None
    if set(found.kinds) - {"leverancier"} or len(found.heading.title.plain.split()) > 3:
        return None
    above = next(iter(section.ancestors()), None)
    if above is None or above.heading is None or not reading.lexicon.heading_kinds(above.heading.title.plain):
        return None
    if not re.search(r"verantwoordelijk|responsib|wie doet", fold(above.heading.title.plain)):
        return None
    return Mention(found.heading.title.plain, found.heading.title.span)


def _from_item(
    reading: Reading,
    section: Section,
    item: ListItem,
    kind: ActionKind,
    responsible: Mention | None,
    above: Doing | None,
    confidence: Confidence = Confidence.MEDIUM,
) -> Iterator[Action]:
    children = nested_items(item)
    if not item.text:
        return
    doing = doing_of(reading, section, item, above, responsible)
    if children and _heads_its_children(item):
        for child in children:
            yield from _from_item(reading, section, child, kind, responsible, doing, confidence)
        return
    if reading.is_blank(item.text):
        return
    for child in children:
        if _is_work_of_its_own(reading, section, child):
            yield from _from_item(reading, section, child, kind, responsible, doing, confidence)
    doing = with_children(reading, doing, children)
    yield Action(
        item.text.plain.strip(),
        item.text.span,
        item.line,
        Place(Origin.LIST_ITEM, section, confidence=confidence),
        kind,
        doing.owner,
        doing.owners,
        doing.owner_blank,
        doing.when,
        doing.when_blank,
        doing.period,
        doing.inherited,
        reading.reference(labelled_text(reading, item.text, "doel_ref") or goal_words(item.text)),
        item.checked,
        item.text.struck,
        vague_verb(item.text, reading.lexicon),
        "",
    )


def _heads_its_children(item: ListItem) -> bool:
    """A short or bold item, or one that ends in a colon, is the title of the list below it."""
    words = _IN_BRACKETS.sub("", item.text.plain).strip()
    if any(
        re.match(r"(?:wie|wanneer|eigenaar|deadline|owner|when|who)\b", child.text.plain, re.I)
        for child in nested_items(item)
    ):
        return False
    return words.endswith(":") or len(words.split()) <= 3 or PHASE.match(words) is not None


_IN_BRACKETS = re.compile(r"\s\([^()]*\)\s*$")


def _is_work_of_its_own(reading: Reading, section: Section, child: ListItem) -> bool:
    """Below an item that is work itself: "uitleg geven: Yvette, 4 mei" names who does it and when."""
    if len(child.text.plain.split()) < 3 or labelled_values(child.text, reading.lexicon, ("wie", "wanneer")):
        return False
    doing = doing_of(reading, section, child, None, None)
    return doing.owner is not None and doing.when is not None and not doing.inherited


def _listed_in_sentences(reading: Reading, section: Section) -> Iterator[Action]:
    for paragraph in paragraphs_of(section):
        for sentence in sentences(paragraph.text):
            if not _TASK_SENTENCE.match(sentence.plain):
                continue
            for part in enumeration(sentence):
                yield Action(
                    part.plain,
                    part.span,
                    reading.line_of(part.span),
                    Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM),
                    ActionKind.ACTION,
                    None,
                    (),
                    None,
                    None,
                    None,
                    None,
                    False,
                    None,
                    None,
                    False,
                    vague_verb(part, reading.lexicon),
                    "",
                )
