"""Finds milestones and indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.diagnostic import Confidence
from implan_lint.document.model import Section
from implan_lint.document.text import Text
from implan_lint.plan.action_rows import when_of_row
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Indicator, Mention, Milestone, MilestoneType, Origin, Place, PlanTable, TableKind
from implan_lint.plan.owners import looks_like_person
from implan_lint.plan.parts import Labelled, enumeration, labelled_values, sentences
from implan_lint.plan.reading import Reading, items_of, paragraphs_of
from implan_lint.plan.time.period import Period, TimeKind

# The order decides where words of two types meet: "evaluatie van de pilot" is an interim evaluation, not a pilot.
_TYPES = (
    ("evaluation.interim", MilestoneType.INTERIM_EVALUATION),
    ("evaluation.final", MilestoneType.EVALUATION),
    ("aftercare.words", MilestoneType.AFTERCARE),
    ("milestone.agreements", MilestoneType.AGREEMENTS),
    ("milestone.migration", MilestoneType.MIGRATION),
    ("milestone.roles", MilestoneType.ROLES),
    ("milestone.training", MilestoneType.TRAINING),
    ("milestone.operations", MilestoneType.OPERATIONS),
    ("milestone.test", MilestoneType.TEST),
    ("milestone.go_live", MilestoneType.GO_LIVE),
    ("milestone.pilot", MilestoneType.PILOT),
)
_NUMBER = re.compile(r"^\W*(?:M|mijlpaal|milestone|fase|phase)?\s*-?0*(\d+)\b", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^\W*M\d+\s*[:.)–-]\s*")
""" "M2: livegang" is the second milestone, not one in the second month."""
_KPI_SENTENCE = re.compile(
    r"^(?:de\s+|the\s+)?(?:KPI'?s?|indicatoren|prestatie-indicatoren|indicators|metrics)\b", re.IGNORECASE
)


def milestone_type(text: str, lexicon: Lexicon) -> MilestoneType:
    """What a milestone or action is about, by its words."""
    return next((kind for name, kind in _TYPES if lexicon.holds(name, text)), MilestoneType.OTHER)


def read_milestones(reading: Reading) -> tuple[Milestone, ...]:
    """Rows of milestone tables and dated items under a planning or milestone heading."""
    found: list[Milestone] = []
    for table in reading.tables:
        if table.kind is TableKind.MILESTONES:
            found += _rows(reading, table)
    for section in reading.about("mijlpalen", "planning", "resultaten"):
        kinds = section.kinds or section.inherited
        if "mijlpalen" in kinds:
            found += _lines(reading, section.section)
        if "acties" not in kinds:
            found += _items(
                reading,
                section.section,
                moments_only="planning" not in kinds and "mijlpalen" not in kinds,
                undated_too="mijlpalen" in kinds
                or _names_phases(section.section)
                or ("resultaten" in kinds[:1] and _are_milestones(reading, section.section)),
            )
    return tuple(sorted(found, key=lambda milestone: milestone.span.start))


def _rows(reading: Reading, table: PlanTable) -> Iterator[Milestone]:
    for number, row in reading.rows(table):
        texts = [reading.text(table, row, name) for name in ("mijlpaal", "actie", "fase", "toelichting")]
        text = next((text for text in texts if text is not None and text and not reading.is_blank(text)), None)
        if text is None:
            continue
        own = reading.text(table, row, "nummer") or text
        match = _NUMBER.match(own.plain)
        when, _, period = when_of_row(reading, table, row, "wanneer")
        yield Milestone(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            milestone_type(text.plain, reading.lexicon),
            reading.value(table, row, "wie"),
            when,
            period,
            int(match.group(1)) if match else None,
        )


def _item_period(reading: Reading, text: Text, said: Labelled | None) -> tuple[Mention, Period | None] | None:
    """When an item falls: its labelled moment, the time before its colon, or the most telling one in it."""
    if said is not None and not reading.is_blank(said.value):
        return Mention(said.value.plain, said.value.span), reading.period(said.value)
    own = _OWN_NUMBER.match(text.plain)
    rest = text.part(own.end(), len(text.plain)) if own else text
    lead = reading.leading_period(rest)
    return (lead[0], lead[1]) if lead else reading.period_in(rest)


def _names_phases(section: Section) -> bool:
    """ "Fasering", "Aanpak per fase": its items are phases, dated or not."""
    return (
        section.heading is not None
        and re.search(r"\bfaser|\bfases?\b|\bphas", section.heading.title.plain.lower()) is not None
    )


def _are_milestones(reading: Reading, section: Section) -> bool:
    """Deliverables that say who and when, or are numbered M1, M2, are the plan's milestones."""
    return any(labelled_values(item.text, reading.lexicon, ("wie", "wanneer")) for item in items_of(section))


def _items(reading: Reading, section: Section, *, moments_only: bool, undated_too: bool) -> Iterator[Milestone]:
    for item in items_of(section):
        if not item.text or reading.is_blank(item.text) or item.checked is not None:
            continue
        values = labelled_values(item.text, reading.lexicon, ("wie", "wanneer"))
        if "wie" in values and not undated_too:
            continue
        inside = _item_period(reading, item.text, values.get("wanneer"))
        if (
            inside is not None
            and inside[1] is not None
            and (inside[1].kind is TimeKind.VAGUE or (moments_only and not inside[1].kind.is_term))
        ):
            inside = None
        if inside is None and not undated_too:
            continue
        if inside is not None and not item.text.plain.replace(inside[0].text, "").strip(" .:;-–"):
            continue  # a date and nothing that happens on it: a day off
        match = _NUMBER.match(item.text.plain)
        owner = values["wie"].value if "wie" in values and not reading.is_blank(values["wie"].value) else None
        yield Milestone(
            item.text.plain.strip(),
            item.text.span,
            item.line,
            Place(Origin.LIST_ITEM, section, confidence=Confidence.MEDIUM),
            milestone_type(item.text.plain, reading.lexicon),
            Mention(owner.plain, owner.span) if owner is not None else None,
            inside[0] if inside else None,
            inside[1] if inside else None,
            int(match.group(1)) if match else item.number,
        )


_BY = re.compile(r"\b(?:door|by)\s+(?P<name>[^,;()]+?)[.\s]*$")


def _lines(reading: Reading, section: Section) -> Iterator[Milestone]:
    """ "4 oktober: opening", "april: evaluatie": lines of a paragraph that each open with their time."""
    for paragraph in paragraphs_of(section):
        leads = [(line, reading.leading_period(line)) for line in paragraph.lines]
        if any(lead is None or lead[1] is None or not lead[1].kind.is_term for _, lead in leads):
            continue
        for line, lead in leads:
            what = line.part(lead[2], len(line.plain)) if lead else line
            if lead is None or reading.is_blank(what):
                continue
            by = _BY.search(what.plain)
            owner = by if by is not None and looks_like_person(by["name"]) else None
            yield Milestone(
                line.plain.strip(),
                line.span,
                reading.line_of(line.span),
                Place(Origin.SENTENCE, section, confidence=Confidence.MEDIUM),
                milestone_type(what.plain, reading.lexicon),
                Mention(owner["name"], what.span_of(*owner.span("name"))) if owner else None,
                lead[0],
                lead[1],
                None,
            )


def read_indicators(reading: Reading) -> tuple[Indicator, ...]:
    """Rows of KPI and data tables, and the indicators that a sentence lists."""
    found: list[Indicator] = []
    for table in reading.tables:
        if table.kind in (TableKind.INDICATORS, TableKind.DATA):
            found += _indicator_rows(reading, table)
    for section in reading.about("monitoring", "gegevensverzameling"):
        for paragraph in paragraphs_of(section.section):
            for sentence in sentences(paragraph.text):
                if _KPI_SENTENCE.match(sentence.plain):
                    found += (_plain(reading, part, section.section, Origin.SENTENCE) for part in enumeration(sentence))
        for item in items_of(section.section):
            if item.text and not reading.is_blank(item.text):
                found.append(_plain(reading, item.text, section.section, Origin.LIST_ITEM))
    return tuple(sorted(found, key=lambda indicator: indicator.span.start))


def _indicator_rows(reading: Reading, table: PlanTable) -> Iterator[Indicator]:
    name = "kpi" if table.kind is TableKind.INDICATORS else "gegevens"
    for number, row in reading.rows(table):
        text = reading.text(table, row, name)
        if text is None or reading.is_blank(text):
            continue
        yield Indicator(
            text.plain.strip(),
            text.span,
            reading.line_of(text.span),
            Place(Origin.TABLE_ROW, table.section, table, row, number),
            reading.reference(reading.text(table, row, "doel_ref")),
            reading.value(table, row, "nulmeting"),
            reading.value(table, row, "streefwaarde"),
            reading.value(table, row, "wie") or reading.value(table, row, "wie_legt_vast"),
            reading.value(table, row, "waarmee") or reading.value(table, row, "hoe"),
            reading.value(table, row, "frequentie") or reading.value(table, row, "wanneer"),
        )


def _plain(reading: Reading, text: Text, section: Section, origin: Origin) -> Indicator:
    target = re.search(
        r"(?:≥|≤|>=|<=|>|<|\b(?:minimaal|target:?|streefwaarde:?|norm:?|at least))\s*[^,;()]*\d[^,;()]*",
        text.plain,
        re.IGNORECASE,
    )
    return Indicator(
        text.plain.strip(),
        text.span,
        reading.line_of(text.span),
        Place(origin, section, confidence=Confidence.MEDIUM),
        None,
        None,
        Mention(target.group(), text.span_of(*target.span())) if target else None,
        None,
        None,
        None,
    )
