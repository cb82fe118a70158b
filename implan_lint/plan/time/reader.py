"""Reading time expressions: what stands in a text, what a cell means, which day a field names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from implan_lint.diagnostic import Span
from implan_lint.plan.time.calendar import NO_CONTEXT, TimeContext
from implan_lint.plan.time.combine import Place, periods_of
from implan_lint.plan.time.days import find_days
from implan_lint.plan.time.grammar import marks_of
from implan_lint.plan.time.moment import Moment
from implan_lint.plan.time.period import Bound, Period, Precision, TimeKind
from implan_lint.plan.time.phrases import find_phrases, kind_of_cell
from implan_lint.plan.time.relative import find_relative
from implan_lint.plan.time.spans import find_spans
from implan_lint.plan.words import fold_keeping_places

__all__ = [
    "DayReading",
    "TimeContext",
    "find_periods",
    "has_term",
    "is_placeholder_time",
    "parse_day",
    "read_day",
    "read_period",
]

_SPACES = {ord(space): " " for space in "\t\n\r\x0b\x0c\u2007\u2009\u202f\u2003\u2002"}
_TRIGGERS = (
    *("kwart", "quarter", "jaar", "half", "helft", "trimester", "tertaal", "semester", "zomer", "summer", "herfst"),
    *("najaar", "winter", "voorjaar", "lente", "spring", "autumn", "fall", "kerst", "christmas", "vakantie", "bouwvak"),
    *("binnen", "within", "na ", "voor", "bij", "after", "before", "at ", "tijdens", "zodra", "rond", "vanaf"),
    *("lijks", "per ", "ly", "elk", "ieder", "om de", "every", "each", "keer", "maal", "times"),
    *("doorlopend", "gedurende", "hele", "ongoing", "throughout", "continuous", "week", "maand", "dag", "month", "day"),
    *("zsm", "z.s", "z. s", "mogelijk", "possible", "termijn", "tijd", "tzt", "t.", "toekomst", "stadium", "komende"),
    *("asap", "course", "future", "over ", "n.", "ntb", "nnb", "nader", "nog ", "tb", "to be", "xx", "dd", "jjjj"),
    *("wisseling", "turn of", "during", "upon", "yyyy", "eens", "once", "twice", "year", "prior"),
    *("medio", "moment", "gaandeweg", "weken"),
)  # fmt: skip
_TELLING = {
    TimeKind.IMPOSSIBLE: 0,
    TimeKind.MOMENT: 1,
    TimeKind.RELATIVE: 2,
    TimeKind.DURATION: 3,
    TimeKind.RECURRING: 4,
    TimeKind.EVENT: 5,
    TimeKind.CONTINUOUS: 6,
    TimeKind.VAGUE: 7,
    TimeKind.PLACEHOLDER: 8,
}
_FIRM_EVENTS = {"livegang", "oplevering", "afronding", "einde", "acceptatie", "kick-off", "start", "ondertekening"}
_BARE_SHORT_YEAR = re.compile(r"(\d{1,2}(?:\s|-)[a-z]{3,9}\.?(?:\s|-))(\d\d)")
_Spanned = TypeVar("_Spanned", Moment, Period)


def find_periods(text: str, context: TimeContext = NO_CONTEXT, *, in_cell: bool = False) -> tuple[Period, ...]:
    """Every time expression in `text`, left to right, without overlap; spans are offsets in `text`.

    `in_cell` adds what means time only in the cell of a date column: "mei", "20-08", "48 uur", "sprint 4".
    """
    folded = fold_keeping_places(text).translate(_SPACES)
    marks = marks_of(folded)
    if not marks and not _may_hold_time(folded):
        return ()
    place = Place(folded, text, in_cell)
    moments = _apart([*find_days(folded, text, marks), *find_spans(folded, text, marks)], len(text))
    found = periods_of(moments, place, context)
    found += find_relative(folded, context, marks, in_cell)
    found += (Period("", Span(start, end), kind) for start, end, kind in find_phrases(folded, marks))
    return tuple(replace(period, text=text[slice(*period.span)]) for period in _apart(found, len(text)))


def _may_hold_time(folded: str) -> bool:
    for trigger in _TRIGGERS:  # noqa: SIM110 - a plain loop is twice as fast, and every cell passes here
        if trigger in folded:
            return True
    return False


def _apart(found: Iterable[_Spanned], length: int) -> list[_Spanned]:
    """The longest of those that overlap, in order of place."""
    taken = bytearray(length)
    kept: list[tuple[int, _Spanned]] = []
    spanned = [(item.span if isinstance(item, Period) else Span(item.start, item.end), item) for item in found]
    for span, item in sorted(spanned, key=lambda pair: pair[0].start - pair[0].end):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append((span.start, item))
    return [item for _, item in sorted(kept, key=lambda pair: pair[0])]


def read_period(text: str, context: TimeContext = NO_CONTEXT) -> Period | None:
    """What a whole "wanneer" cell means: its most telling expression, or several moments taken together.

    None if it holds nothing that is about time; a blank cell means nothing, a "?" is a placeholder.
    """
    start, end = _trimmed(text)
    if start == end:
        return None
    words = fold_keeping_places(text[start:end]).translate(_SPACES)
    kind = kind_of_cell(words) or kind_of_cell(words.rstrip(" .!"))
    if kind is not None:
        return Period(text[start:end], Span(start, end), kind)
    periods = find_periods(text, context, in_cell=True)
    if not periods:
        return _weekday(words, Span(start, end), text)
    best = min(periods, key=lambda period: _TELLING[period.kind])
    if best.kind is not TimeKind.MOMENT:
        return best
    return _together([period for period in periods if period.kind is TimeKind.MOMENT], text)


def _trimmed(text: str) -> tuple[int, int]:
    stripped = text.strip()
    start = text.find(stripped)
    return start, start + len(stripped)


_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_WEEKDAY_CELL = re.compile(rf"(?:op |on )?{_WEEKDAY}(?:\s?(?:&|,|en|and|-|t/m)\s?{_WEEKDAY}){{0,6}}")


def _weekday(words: str, span: Span, text: str) -> Period | None:
    """A cell that is a weekday: a day, of a week that it does not say."""
    if _WEEKDAY_CELL.fullmatch(words):
        return Period(text[slice(*span)], span, TimeKind.MOMENT, precision=Precision.DAY)
    return None


def _together(moments: Sequence[Period], text: str) -> Period:
    """From the earliest day of the first moment to the latest of the last."""
    first, last = moments[0], moments[-1]
    if len(moments) == 1:
        return first
    span = Span(first.span.start, last.span.end)
    dated = [moment for moment in moments if moment.is_dated]
    if not dated:
        return replace(first, text=text[slice(*span)], span=span)
    starts = [moment.earliest for moment in dated if moment.earliest]
    ends = [moment.latest for moment in dated if moment.latest]
    earliest = min(starts) if starts and dated[0].earliest else None
    latest = max(ends) if ends and dated[-1].latest else None
    bound = Bound.WITHIN if earliest and latest else Bound.BEFORE if latest else Bound.FROM
    return replace(
        dated[0], text=text[slice(*span)], span=span, earliest=earliest, latest=latest, bound=bound,
        has_year=all(moment.has_year for moment in dated),
        year_inferred=any(moment.year_inferred for moment in dated),
    )  # fmt: skip


def has_term(periods: Iterable[Period]) -> bool:
    """Whether one of `periods` says by when something is done.

    A duration of a few days ("binnen twee werkdagen antwoord") is a measure, and "bij de implementatie" is a
    circumstance, unless the event's date is known.
    """
    return any(_is_end(period) for period in periods)


def _is_end(period: Period) -> bool:
    if period.kind is TimeKind.DURATION:
        return period.precision is not Precision.DAY
    if period.kind is TimeKind.EVENT:
        return period.is_dated or period.anchor in _FIRM_EVENTS
    return period.kind.is_term


def is_placeholder_time(text: str) -> bool:
    """Whether a cell only promises a time ("n.t.b.", "TBD", "?"); a blank one does not even do that."""
    period = read_period(text)
    return period is not None and period.kind is TimeKind.PLACEHOLDER


@dataclass(frozen=True, slots=True)
class DayReading:
    """What a field that should name a day holds."""

    day: date | None
    problem: str = ""
    """"" for a day, "unreadable", "impossible" (31-02-2026), or "no day": time, but no one day (Q2 2026)."""
    period: Period | None = None


def parse_day(text: str) -> date | None:
    """The one day that `text` names, day before month, with its year; None otherwise."""
    return read_day(text).day


def read_day(text: str) -> DayReading:
    """The day that `text` names, or why it names none."""
    stripped = text.strip()
    short = _BARE_SHORT_YEAR.fullmatch(fold_keeping_places(stripped))
    if short:
        period = read_period(f"{short[1]}20{short[2]}")
        period = period and replace(period, text=text, span=Span(0, len(text)))
    else:
        period = read_period(text)
    if period is None or period.kind in {TimeKind.PLACEHOLDER, TimeKind.VAGUE}:
        return DayReading(None, "unreadable", period)
    if period.kind is TimeKind.IMPOSSIBLE:
        return DayReading(None, "impossible", period)
    is_day = period.has_year and period.earliest is not None and period.earliest == period.latest
    whole = period.text.strip() == stripped
    if is_day and whole:
        return DayReading(period.earliest, "", period)
    return DayReading(None, "no day", period)
