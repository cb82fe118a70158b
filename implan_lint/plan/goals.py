"""Judges the goals that were found: what in each is a measure, a term, a baseline and an avoidance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from implan_lint.diagnostic import Confidence, Span
from implan_lint.document.text import Text
from implan_lint.plan import smart, smart_support
from implan_lint.plan.goal_drafts import Draft, read_drafts
from implan_lint.plan.goal_noise import is_no_goal
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Evidence, Goal, Mention
from implan_lint.plan.reading import Reading, placed
from implan_lint.plan.smart_lines import is_support, with_smart_lines
from implan_lint.plan.time.period import Period, TimeKind
from implan_lint.plan.words import fold_keeping_places


def read_goals(reading: Reading) -> tuple[Goal, ...]:
    """All goals, judged, in the order of the text."""
    found = [draft for draft in read_drafts(reading) if not is_no_goal(reading, draft)]
    drafts = with_smart_lines(reading, found)
    about = smart_support.remarks(reading, drafts)
    in_section = Counter(id(draft.place.section) for draft in drafts)
    return tuple(_judge(reading, draft, about, alone=in_section[id(draft.place.section)] == 1) for draft in drafts)


def _judge(reading: Reading, draft: Draft, said: Sequence[smart_support.Remark], *, alone: bool) -> Goal:
    measures, terms = [], []
    read: list[tuple[Text, Sequence[Period]]] = []
    times: list[Period] = []
    baseline_cell = _baseline_cell(reading, draft)
    for text in (draft.text, *(text for text in draft.extra if not is_support(text))):
        found = reading.periods(text)
        read.append((text, found))
        measures.append(smart.measurable(text, found))
        if text.span != baseline_cell:
            ahead = [period for period in found if not _is_over(reading, text, period)]
            terms.append(smart.time_bound(text, ahead))
            times += [placed(period, text) for period in ahead]
    times += _column_period(reading, draft)
    if not any(period.kind.is_term for period in times) and draft.place.section is not None:
        about = "doelen" if "doelen" in reading.kinds(draft.place.section) else ""
        inherited = reading.period_of_heading(draft.place.section, about)
        if inherited:
            times.append(inherited[1])
    term = _merge("T", terms)
    if not term.found and any(period.kind.is_term for period in times):
        period = next(period for period in times if period.kind.is_term)
        term = (
            Evidence("T", (Mention(period.text, period.span),), Confidence.MEDIUM)
            if period.kind is not TimeKind.DURATION
            else term
        )
    measure = _merge("M", measures)
    if not measure.found and draft.place.table is not None and draft.place.row is not None:
        target = reading.value(draft.place.table, draft.place.row, "streefwaarde")
        if target is not None and re.search(r"\d", target.text):
            measure = Evidence("M", (target,), Confidence.HIGH)
    return Goal(
        draft.text.plain.strip(),
        draft.text.span,
        reading.line_of(draft.text.span),
        draft.place,
        draft.number,
        draft.id_text,
        draft.is_empty,
        measure,
        term,
        tuple(times),
        _baseline(reading, draft),
        _target(reading, draft, read),
        _horizon(reading, draft),
        None if measure.found else _vague_verb(draft.text, reading.lexicon),
        _negation(draft.text, reading.lexicon),
        smart_support.specific(read, reading.lexicon),
        smart_support.supported("A", reading, draft, said, alone=alone),
        smart_support.supported("R", reading, draft, said, alone=alone),
    )


def _is_over(reading: Reading, text: Text, period: Period) -> bool:
    """A date of a baseline, by its words or because it lies before the plan's start: no term."""
    start = reading.times.start
    if start is not None and reading.times.end is not None and reading.times.end < start:
        start = None  # one of the two is a mistake, and nobody can tell which
    before = start is not None and period.latest is not None and period.has_year and period.latest < start
    return before or smart.is_reference_date(text, period)


def _baseline_cell(reading: Reading, draft: Draft) -> Span | None:
    """Where the row says what the value is today; a date there is no term."""
    table, row = draft.place.table, draft.place.row
    cell = reading.text(table, row, "nulmeting") if table is not None and row is not None else None
    return cell.span if cell is not None else None


def _column_period(reading: Reading, draft: Draft) -> list[Period]:
    table, row = draft.place.table, draft.place.row
    if table is None or row is None:
        return []
    text = reading.text(table, row, "wanneer")
    period = reading.period(text) if text is not None and not reading.is_blank(text) else None
    return [period] if period else []


def _merge(letter: str, found: Sequence[Evidence]) -> Evidence:
    quotes = tuple(quote for evidence in found for quote in evidence.quotes)
    confidence = next((evidence.confidence for evidence in found if evidence.found), Confidence.HIGH)
    return Evidence(letter, quotes, confidence)


def _baseline(reading: Reading, draft: Draft) -> Mention | None:
    table, row = draft.place.table, draft.place.row
    if table is not None and row is not None and (value := reading.value(table, row, "nulmeting")):
        return value
    return next(
        (found for text in (draft.text, *draft.extra) if (found := smart.baseline(text, reading.lexicon))), None
    )


def _target(reading: Reading, draft: Draft, read: Sequence[tuple[Text, Sequence[Period]]]) -> Mention | None:
    table, row = draft.place.table, draft.place.row
    if table is not None and row is not None and (value := reading.value(table, row, "streefwaarde")):
        return value
    known = _baseline_cell(reading, draft)
    return next(
        (found for text, periods in read if text.span != known and (found := smart.target(text, periods))), None
    )


def _horizon(reading: Reading, draft: Draft) -> str:
    texts = [draft.text.plain]
    section = draft.place.section
    if section is not None:
        texts += [above.heading.text.plain for above in (section, *section.ancestors()) if above.heading is not None]
    for text in texts:
        if reading.lexicon.holds("horizon.short", text):
            return "kort"
        if reading.lexicon.holds("horizon.long", text):
            return "lang"
    return ""


def _vague_verb(text: Text, lexicon: Lexicon) -> Mention | None:
    return lexicon.find("vague.goal_verbs", text)


_AVOIDANCE = re.compile(
    r"^\W*(?:het\s+)?(?:voorkomen|vermijden|tegengaan|verhinderen)\b"
    r"|^\W*(?:\w+\s+){1,4}(?:voorkomen|vermijden|tegengaan)\W*$|\b(?:wordt|worden|is|zijn)\s+voorkomen\b"
    r"|\bvoorkomen\s+(?:we|wij|dat)\b|\bte\s+voorkomen\s+dat\b"
    r"|\b(?:we|wij)\s+stoppen\s+met\b|^\W*stoppen\s+met\b|^\W*(?:er\s+(?:is|zijn)\s+)?(?:geen"
    r"|niet\s+langer|nooit)\b|\bniet\s+langer\b|\bgeen\s+\w+(?:\s+\w+)?\s+meer\b"
    r"|\bniet\s+meer\b(?!\s+dan)|^\W*(?:avoid|prevent)\w*\b|\bno\s+longer\b",
)


def _negation(text: Text, lexicon: Lexicon) -> Mention | None:
    """The avoidance at the core of a goal; a norm that is negative by nature ("geen datalekken") is none."""
    folded = fold_keeping_places(text.plain)
    match = _AVOIDANCE.search(folded)
    if match is None or re.search(r"\bniet alleen\b", folded):
        return None
    if lexicon.pattern("negation.norm").search(folded, match.start(), min(len(folded), match.end() + 40)):
        return None
    return Mention(text.plain[match.start() : match.end()].strip(), text.span_of(match.start(), match.end()))
