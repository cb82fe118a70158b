"""What all readers share while a plan is read: the words, the sections, the tables, the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from implan_lint.diagnostic import Span
from implan_lint.document.model import Document, ListBlock, ListItem, Paragraph, Quote, Row, Section
from implan_lint.document.text import Text
from implan_lint.plan.initials import initials_in
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Mention, PlanSection, PlanTable, Reference
from implan_lint.plan.names import names_in
from implan_lint.plan.owners import is_blank, looks_like_person
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods, read_period
from implan_lint.plan.time.titles import read_title
from implan_lint.plan.words import fold

_NUMBERS = re.compile(r"(\d+)\s*(?:-|t/m|tot en met|to)\s*(\d+)|(\d+)")
_WEEKDAY_FIRST = re.compile(
    r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
_JAN = re.compile(r"(?<![\w-])(?<!\d )Jan\b(?!\.\s*\S|\s*['’]?\d|-)")
_OTHER_SHORT_MONTH = re.compile(r"\b(?:Feb|Febr|Mrt|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dec)\b")
_PLACE_COLUMNS = ("nummer", "doel_ref")
_GUIDANCE = re.compile(r"(?:denk|think)\b[^.:]{0,80}\b(?:aan|of)$")
_ROW_NUMBER = re.compile(r"[A-Za-z]{0,2}-?[\d.#]+")
_STILL_OPEN = re.compile(r"[.…_\-–—☐]+|\[ ?\]")
"""What a template puts in a cell: dots, a dash, an empty box."""


@dataclass(frozen=True)
class Reading:
    document: Document
    lexicon: Lexicon
    sections: tuple[PlanSection, ...]
    tables: tuple[PlanTable, ...]
    times: TimeContext

    # ------------------------------------------------------------ places

    def line_of(self, span: Span) -> int:
        return self.document.source.line_of(span.start)

    def plan_section(self, section: Section) -> PlanSection | None:
        return self._by_section.get(id(section))

    @cached_property
    def _by_section(self) -> dict[int, PlanSection]:
        return {id(found.section): found for found in self.sections}

    def kinds(self, section: Section) -> tuple[str, ...]:
        """What the section is about: its own heading's kinds, or else those of the nearest heading above."""
        found = self.plan_section(section)
        return (found.kinds or found.inherited) if found else ()

    def about(self, *kinds: str) -> Iterator[PlanSection]:
        """Sections about one of these, by their own heading or, without kinds of their own, by the one above."""
        for section in self.sections:
            if any(kind in kinds for kind in section.kinds or section.inherited):
                yield section

    def tables_in(self, section: Section) -> list[PlanTable]:
        return [table for table in self.tables if table.section is section]

    @cached_property
    def people(self) -> frozenset[str]:
        """Folded first names and whole names in the organisation and in owner columns."""
        names: set[str] = set()
        for table in self.tables:
            for column in ("naam", "wie", "risico_eigenaar", "wie_legt_vast"):
                for row in table.table.rows if column in table.columns else ():
                    name = self.value(table, row, column)
                    if name and looks_like_person(name.text):
                        names |= {fold(name.text), fold(name.text.split()[0])}
        for section in self.about("projectorganisatie", "leverancier"):
            for match in names_in(self.document.source.slice(section.section.span)):
                if looks_like_person(match.group()):
                    names |= {fold(match.group()), fold(match.group().split()[0])}
        return frozenset(names)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Initials that stand for somebody in the brackets behind an item."""
        return initials_in(self.document.source.text, self.people, self.lexicon)

    # ------------------------------------------------------------ times

    @cached_property
    def _jan_is_a_month(self) -> bool:
        """Jan is a name as well; he is January only in a plan that shortens other months too."""
        return _OTHER_SHORT_MONTH.search(self.document.source.text) is not None

    def _dated_words(self, text: Text) -> str:
        """The words without the Jans who are people, at the same places."""
        return text.plain if self._jan_is_a_month else _JAN.sub("~~~", text.plain)

    def period(self, text: Text) -> Period | None:
        """The meaning of a whole cell or label value, with its place in the source."""
        found = read_period(self._dated_words(text), self.times)
        return placed(found, text) if found else None

    def periods(self, text: Text) -> tuple[Period, ...]:
        """Every time expression in prose, with offsets into `text.plain`."""
        return find_periods(self._dated_words(text), self.times)

    def period_of_heading(self, section: Section, about: str = "") -> tuple[Mention, Period] | None:
        """The period that a phase heading gives to what stands under it: "Fase 1 (week 1-2)", "Week 3: ...".

        Only headings of sections `about` this kind count, if one is given; the title of the text never does.
        """
        title = next(self.document.sections(), None)
        for above in (section, *section.ancestors()):
            if above is title or (about and about not in self.kinds(above)):
                break
            if above.heading is not None and (
                found := self.period_in(above.heading.text, inherited=True) or self.period_named(above.heading.title)
            ):
                return found
        return None

    def period_named(self, title: Text) -> tuple[Mention, Period] | None:
        """The time that a heading or the head of a nested list is, as a whole: "Maart", "April en mei"."""
        found = read_title(self._dated_words(title), self.times)
        if found is None:
            return None
        return Mention(found.text, title.span_of(found.span.start, found.span.end)), placed(found, title)

    def period_in(self, text: Text, *, inherited: bool = False, firm: bool = False) -> tuple[Mention, Period] | None:
        """The most telling time expression in an item or heading; `firm` leaves out rhythms, events and vague ones."""
        order = _INHERITED if inherited else _FIRM if firm else _TELLING
        found = [period for period in self.periods(text) if period.kind in order and not _PHASE_NAME.match(period.text)]
        if not found:
            return None
        best = min(found, key=lambda period: order.index(period.kind))
        span = text.span_of(best.span.start, best.span.end)
        return Mention(best.text, span), placed(best, text)

    def leading_period(self, text: Text) -> tuple[Mention, Period | None, int] | None:
        """ "Week 0: kickoff", "Maandag (2 uur): ...": the time before the colon, and where the rest starts."""
        colon = text.plain.find(":")
        if not 0 < colon <= 40:
            return None
        lead = text.part(0, colon)
        found = read_period(self._dated_words(lead), self.times)
        if _PHASE_NAME.match(lead.plain):
            return None
        if found is not None and (found.kind.is_term or found.kind in (TimeKind.RECURRING, TimeKind.CONTINUOUS)):
            return Mention(found.text, lead.span_of(found.span.start, found.span.end)), placed(found, lead), colon + 1
        match = _WEEKDAY_FIRST.match(lead.plain)
        if match:
            return Mention(match.group(), lead.span_of(*match.span())), None, colon + 1
        return None

    # ------------------------------------------------------------ cells

    def is_blank(self, text: Text) -> bool:
        return not text or is_blank(text.plain, self.lexicon)

    def value(self, table: PlanTable, row: Row, column: str) -> Mention | None:
        """The words in a column of a row; None where it is empty, a placeholder, or the table has no such column."""
        text = self.text(table, row, column)
        if text is None or self.is_blank(text):
            return None
        return Mention(text.plain.strip(), text.span)

    def text(self, table: PlanTable, row: Row, column: str) -> Text | None:
        """A cell's words; "idem" stands for the nearest filled cell above it."""
        cell = table.cell(row, column)
        if cell is None:
            return None
        if cell.text and self.lexicon.is_one_of("same_as_above", cell.text.plain):
            above = [other for other in table.table.rows if other.line < row.line]
            for other in reversed(above):
                source = table.cell(other, column)
                if source and source.text and not self.lexicon.is_one_of("same_as_above", source.text.plain):
                    return Text(source.text.plain, cell.text.span)
        return cell.text

    def rows(self, table: PlanTable) -> Iterator[tuple[int, Row]]:
        """Body rows that hold something, with their 1-based number: no template rows, no rows that only head others."""
        for number, row in enumerate(table.table.rows, 1):
            if not is_template_row(table, row) and not is_heading_row(
                row, self.document.source.text, table.columns.get("nummer", -1) + 1
            ):
                yield number, row

    def reference(self, text: Text | None) -> Reference | None:
        """ "1, 3", "Doel 2", "1-3", "alle"."""
        if text is None or self.is_blank(text):
            return None
        numbers: list[int] = []
        for match in _NUMBERS.finditer(text.plain):
            if match.group(3):
                numbers.append(int(match.group(3)))
            elif int(match.group(2)) - int(match.group(1)) in range(50):
                numbers += range(int(match.group(1)), int(match.group(2)) + 1)
        collective = self.lexicon.is_one_of("collective", text.plain)
        return Reference(tuple(dict.fromkeys(numbers)), collective, text.plain.strip(), text.span)


_FIRM = (TimeKind.MOMENT, TimeKind.IMPOSSIBLE, TimeKind.RELATIVE)
"""Said in an item's own words, these win over what its heading says."""
_TELLING = (*_FIRM, TimeKind.RECURRING, TimeKind.DURATION, TimeKind.EVENT, TimeKind.CONTINUOUS, TimeKind.VAGUE)
_PHASE_NAME = re.compile(r"^(?:fase|phase|stap|step|sprint|iteratie)\b", re.IGNORECASE)
_INHERITED = (TimeKind.MOMENT, TimeKind.RELATIVE)


def placed(period: Period, text: Text) -> Period:
    """The same period with its span in the source instead of in the plain words."""
    return replace(period, span=text.span_of(period.span.start, period.span.end))


def is_template_row(table: PlanTable, row: Row) -> bool:
    """Nothing but a row or goal number: what a template leaves to be filled in."""
    filled = [
        index
        for index, cell in enumerate(row.cells)
        if cell.text and not cell.inherited and not _is_open(cell.text.plain.strip())
    ]
    places = {table.columns[column] for column in _PLACE_COLUMNS if column in table.columns}
    if not filled:
        return True
    numbers_only = all(_ROW_NUMBER.fullmatch(row.cells[index].text.plain.strip()) for index in filled)
    return numbers_only and (set(filled) <= places or (len(filled) == 1 and filled[0] == 0 and len(row.cells) > 2))


_CHOICES = re.compile(r"(?:\[ ?\]|☐)[^\[\]☐☑☒]*(?:(?:\[ ?\]|☐)[^\[\]☐☑☒]*)+")
"""Boxes to choose from, none of them ticked: "[ ] Project [ ] Proces"."""


def _is_open(cell: str) -> bool:
    return bool(_STILL_OPEN.fullmatch(cell) or _CHOICES.fullmatch(cell))


_QUESTION = re.compile(
    r"(?:wie|wat|welke|hoe|waarom|waarover|waarvoor|who|what|which|how|why)\b(?!\s*[:/])", re.IGNORECASE
)


def without_questions(items: Iterable[ListItem]) -> list[ListItem]:
    """The items but for what a template asks its author: "Hoe vaak is er contact?", "Welke overleggen zijn er".

    Only beside an item with a question mark is one that merely opens like a question taken for one.
    """
    items = list(items)
    asked = [item for item in items if item.text.plain.rstrip().endswith("?")]
    return [item for item in items if item not in asked and not (asked and _QUESTION.match(item.text.plain))]


def is_heading_row(row: Row, source: str, first: int = 0) -> bool:
    """One filled cell, first in a row of three or more, bold or upper case: it heads the rows below.

    Where the table numbers its rows in front, the cell may stand `first` behind the number that is left out.
    """
    filled = [cell for cell in row.cells if cell.text]
    if len(row.cells) < 3 or len(filled) != 1 or filled[0] not in row.cells[: max(0, first) + 1]:
        return False
    text = filled[0].text
    bold = source[max(0, text.span.start - 2) : text.span.start] in ("**", "__")
    return bold or text.plain.isupper() or fold(text.plain).startswith(("fase ", "phase ", "deel "))


def items_of(section: Section) -> Iterator[ListItem]:
    """The items of the lists that stand directly in a section, quotes included; not the nested ones.

    Below "Denk bijvoorbeeld aan:" a template tells what to write: that is no content.
    """
    if section.heading is not None and _GUIDANCE.match(fold(section.heading.title.plain)):
        return
    for block in section.blocks:
        if isinstance(block, ListBlock):
            yield from block.items
        elif isinstance(block, Quote):
            for inner in block.blocks:
                if isinstance(inner, ListBlock):
                    yield from inner.items


def paragraphs_of(section: Section) -> Iterator[Paragraph]:
    """The paragraphs that stand directly in a section, quotes included."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Quote):
            yield from (inner for inner in block.blocks if isinstance(inner, Paragraph))


def nested_items(item: ListItem) -> list[ListItem]:
    return [child for block in item.blocks if isinstance(block, ListBlock) for child in block.items]
