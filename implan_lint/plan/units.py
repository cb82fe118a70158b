"""The sentences and items in which a plan says how it ends, and who and when in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from implan_lint.document.model import ListItem, Paragraph, Section
from implan_lint.document.text import Text
from implan_lint.plan.model import Mention, Origin
from implan_lint.plan.parties import find_party
from implan_lint.plan.parts import labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, nested_items, paragraphs_of
from implan_lint.plan.time.period import Period, TimeKind

_LEADER = re.compile(
    r"([A-ZÀ-Ý][\w'’-]+(?: (?:van|de|der|den|het|ter|ten|te)){0,3} [A-ZÀ-Ý][\w'’-]+) (?:leidt|organiseert|houdt|doet"
    r"|voert|evalueert|verzorgt|begeleidt|plant|coördineert|is verantwoordelijk|is bereikbaar|leads|holds|organises"
    r"|runs|is responsible)\b"
)
_IN_MONTH = re.compile(
    r"\b(?:in|per|by)\s+((?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|January|February|March|May|June|July|August|October)\b)",
    re.IGNORECASE,
)
_LABELLED_LINE = re.compile(r"\W*[^:.;]{2,40}:\s")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, item or paragraph of a section, with what belongs to it."""

    text: Text
    origin: Origin
    below: tuple[Text, ...] = ()


def units_of(section: Section) -> Iterator[Unit]:
    for paragraph in paragraphs_of(section):
        lines = paragraph.lines if _is_listed(paragraph) else (paragraph.text,)
        yield from (Unit(sentence, Origin.SENTENCE) for line in lines for sentence in sentences(line))
    for item in items_of(section):
        if item.text:
            yield Unit(item.text, Origin.LIST_ITEM, tuple(_words_below(item)))


def _is_listed(paragraph: Paragraph) -> bool:
    """Lines that each open with a label or a day: "1 mei: opening" above "april 2027: evaluatie"."""
    return len(paragraph.lines) > 1 and all(_LABELLED_LINE.match(line.plain) for line in paragraph.lines)


def _month(reading: Reading, text: Text) -> tuple[Mention, Period] | None:
    """ "In november kijken we terug": a month without a year, which elsewhere in prose is no moment."""
    match = _IN_MONTH.search(text.plain)
    month = text.part(*match.span(1)) if match else None
    period = reading.period(month) if month is not None else None
    return (Mention(month.plain, month.span), period) if month is not None and period is not None else None


def _leader(text: Text) -> Text | None:
    """ "Sanne de Wit leidt de evaluatie": a name that opens the sentence."""
    match = _LEADER.match(text.plain)
    return text.part(*match.span(1)) if match else None


def _words_below(item: ListItem) -> Iterator[Text]:
    for child in nested_items(item):
        if child.text:
            yield child.text
        yield from _words_below(child)


def who_and_when(reading: Reading, units: Sequence[Unit]) -> tuple[Mention | None, Mention | None, Period | None]:
    """The first party and the most telling time in some sentences."""
    owner: Mention | None = None
    when: Mention | None = None
    period: Period | None = None
    for unit in units:
        for text in (unit.text, *unit.below):
            values = labelled_values(text, reading.lexicon, ("wie", "wanneer"))
            if owner is None and "wie" in values and not reading.is_blank(values["wie"].value):
                owner = Mention(values["wie"].value.plain, values["wie"].value.span)
            if when is None and "wanneer" in values and not reading.is_blank(values["wanneer"].value):
                when, period = (
                    Mention(values["wanneer"].value.plain, values["wanneer"].value.span),
                    reading.period(values["wanneer"].value),
                )
            if owner is None and (party := find_party(reading, text) or _leader(text)):
                owner = Mention(party.plain, party.span)
            if when is None and (found := reading.period_in(text) or _month(reading, text)):
                when, period = found if found[1].kind is not TimeKind.VAGUE else (None, None)
    return owner, when, period
