"""What a plan says about itself: front matter, label lines, header tables; and from them its phase and lifetime."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from implan_lint.diagnostic import Span
from implan_lint.document.model import Document, Field, ListBlock, Paragraph, Table
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Lifetime, Mention, MetaField
from implan_lint.plan.profile import Phase
from implan_lint.plan.tables import is_field_table
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.time.reader import find_periods, parse_day

DATE_FIELDS = ("datum", "laatst_bijgewerkt", "startdatum", "einddatum", "livegang")
_LABEL = re.compile(r"^\W{0,4}([A-Za-zÀ-ÿ][\w'’ _-]{1,40}?)\s*:\s*(.*)$", re.DOTALL)
_FIRST_LINES = 60
"""Label lines count on the first screen of the text; further down they are about something else."""
_FILL_IN = re.compile(
    r"\b(?:naam|datum|titel|invullen|vul|organisatie|opdrachtgever|name|date|title|fill)\b", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:project|traject|implementatie|pilot|plan|looptijd|projectduur)\b[^.]{0,40}?\b(?:loopt|looptijd"
    r"|duurt|runs|van|from)\b",
    re.IGNORECASE,
)


def read_meta(document: Document, lexicon: Lexicon) -> dict[str, MetaField]:
    """Canonical field -> what the plan says; the front matter wins over a label line in the text."""
    found: dict[str, MetaField] = {}
    for field in document.front_matter.fields:
        name = lexicon.field_of(field.key)
        if name is not None and name not in found:
            text = _words(field)
            day = field.value if isinstance(field.value, date) else parse_day(text) if text else None
            found[name] = MetaField(name, text, field.value_span, field.key_span, day, True)
    for label, value in label_lines(document, lexicon):
        name = lexicon.field_of(label.plain)
        if name is not None and name not in found and _may_be_label(name):
            found[name] = MetaField(name, value.plain, value.span, label.span, parse_day(value.plain), False)
    return found


def _words(field: Field) -> str:
    """The value as words; a list of suppliers is their names, but "[naam organisatie]" is still a blank."""
    if isinstance(field.value, list) and not (len(field.value) == 1 and _FILL_IN.search(str(field.value[0]))):
        return ", ".join(str(value) for value in field.value if value is not None)
    return field.raw.strip()


_IN_FRONT_MATTER = frozenset(
    (
        "scope",
        "scope_uit",
        "doelen",
        "afkortingen",
        "bijlagen",
        "profiel",
        "budget_totaal",
        "plan_id",
        "afhankelijk_van",
    )
)
"""Fields of which the name means something else as a label in the text."""


def _may_be_label(name: str) -> bool:
    """ "Scope:" and "Doelen:" in the text head a part of the plan; they say nothing about the document."""
    return name not in _IN_FRONT_MATTER


def label_lines(document: Document, lexicon: Lexicon) -> Iterator[tuple[Text, Text]]:
    """ "Opdrachtgever: ..." in lines, items, headings and two-column tables near the top."""
    last = document.source.line_of(document.front_matter.span.end) + _FIRST_LINES
    for text in _lines(document, last):
        match = _LABEL.match(text.plain)
        if match:
            yield text.part(match.start(1), match.end(1)), text.part(match.start(2), match.end(2))
    for block in document.blocks():
        if isinstance(block, Table) and block.line <= last and is_field_table(block, lexicon):
            yield block.header[0].text, block.header[1].text
            yield from ((row.cells[0].text, row.cells[1].text) for row in block.rows)


def _lines(document: Document, last: int) -> Iterator[Text]:
    for section in document.root.walk():
        if section.heading is not None:
            if section.heading.line > last:
                return
            yield section.heading.text
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.line <= last:
                yield from block.lines
            elif isinstance(block, ListBlock) and block.line <= last:
                yield from (item.text for item in block.items)


def read_phase(meta: Mapping[str, MetaField], lexicon: Lexicon) -> tuple[Phase, bool]:
    """The phase that the status names, and whether it names one; otherwise the plan is a concept."""
    status = meta.get("status")
    if status is not None and status.from_front_matter:
        for phase in Phase:
            name = f"status.{phase.value}"
            if name in lexicon.vocabulary.words and lexicon.is_one_of(name, status.text):
                return phase, True
        for phase in reversed(Phase):
            name = f"status.{phase.value}"
            if name in lexicon.vocabulary.words and lexicon.holds(name, status.text):
                return phase, True
    return Phase.CONCEPT, False


def read_lifetime(document: Document, meta: Mapping[str, MetaField]) -> Lifetime:
    """Start, end and go-live from fields, or else from the sentence that says how long the project runs."""
    start, end, live = (_day(meta, name) for name in ("startdatum", "einddatum", "livegang"))
    derived = False
    if start[0] is None and end[0] is None and (said := _running(document)):
        start, end, derived = (said[0].earliest, said[1]), (said[0].latest, said[1]), True
    return Lifetime(start[0], end[0], live[0], start[1], end[1], live[1], derived)


def _day(meta: Mapping[str, MetaField], name: str) -> tuple[date | None, Span | None]:
    field = meta.get(name)
    return (field.day, field.span) if field is not None and field.day is not None else (None, None)


def _running(document: Document) -> tuple[Period, Span] | None:
    """ "Het project loopt van 14 april 2025 tot en met 13 juni 2025"."""
    for section in document.root.walk():
        for block in section.blocks:
            said = _RUNS.search(block.text.plain) if isinstance(block, Paragraph) else None
            if isinstance(block, Paragraph) and said is not None:
                for period in find_periods(block.text.plain):
                    # "In mei 2026 evalueren we het project": what stands before these words is about something else.
                    if period.span.end <= said.start():
                        continue
                    whole = period.earliest and period.latest and period.earliest != period.latest
                    if period.kind is TimeKind.MOMENT and period.has_year and whole:
                        return period, block.text.span_of(period.span.start, period.span.end)
    return None


def derived_lifetime(lifetime: Lifetime, dated: Iterable[tuple[Mention | None, Period | None]]) -> Lifetime:
    """The same lifetime with a start and an end from the planning's first and last date that names its year."""
    if lifetime.start is not None or lifetime.end is not None:
        return lifetime
    moments = [
        (period, mention)
        for mention, period in dated
        if period and mention and period.has_year and period.kind is TimeKind.MOMENT
    ]
    starts = [(period.earliest or period.latest, mention.span) for period, mention in moments]
    ends = [(period.latest or period.earliest, mention.span) for period, mention in moments]
    firsts = [(day, span) for day, span in starts if day is not None]
    lasts = [(day, span) for day, span in ends if day is not None]
    if not firsts or not lasts:
        return lifetime
    first, last = min(firsts), max(lasts)
    return Lifetime(first[0], last[0], lifetime.go_live, first[1], last[1], lifetime.go_live_span, True)


def language_of(document: Document) -> str:
    """ "nl" or "en", by which of the two languages' small words stand in the text more often."""
    text = document.source.text[:20000].lower()
    dutch = len(re.findall(r"\b(?:de|het|een|en|van|voor|met|wordt|zijn|niet|wij|naar|door)\b", text))
    english = len(re.findall(r"\b(?:the|and|of|for|with|will|are|not|we|to|by|this)\b", text))
    return "en" if english > dutch else "nl"
