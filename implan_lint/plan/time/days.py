"""Finding days: 2026-03-15, 15-03-2026, 15 maart 2026, March 15, 2026, 10 t/m 14 maart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from implan_lint.plan.time.calendar import Interval, InYear
from implan_lint.plan.time.grammar import (
    MONTH,
    MONTH_NAMES,
    WEEKDAYS,
    YEAR,
    YEAR_OPT,
    Pattern,
    month_number,
    valid_day,
    year_number,
)
from implan_lint.plan.time.moment import Moment, impossible
from implan_lint.plan.time.period import Precision

_WEEKDAY = rf"(?:(?:(?<=\s)|(?<![\w.]))(?:{WEEKDAYS})\b\.?,?\s{{1,3}}(?:de\s)?)?"
_DAY_SUFFIX = r"(?:ste|de|st|nd|rd|th|e)?"
_THROUGH = r"\s{0,3}(?:t/m|tot en met|tot|-|en|to|and|&|,|until|through|→|->)\s{0,3}"

ISO = Pattern(rf"(?<![\w.])({YEAR})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d|[-/.]\d)", "~")
NUMERIC = Pattern(
    rf"{_WEEKDAY}(?<!\d)(?<!\d[./,])(?P<day>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<month>\d{{1,2}})\s?(?P=sep)\s?"
    rf"(?P<year>\d{{4}}|'?\d\d)(?!\d|[./]\d)",
    "~",
)
WORDED = Pattern(
    rf"{_WEEKDAY}(?<!\d)(?<!\d[.,])(?:(?P<from>\d{{1,2}}){_DAY_SUFFIX}(?:,\s?\d{{1,2}}){{0,4}}{_THROUGH}(?:{WEEKDAYS}\.?\s{{1,3}})?)?"
    rf"(?P<day>\d{{1,2}}){_DAY_SUFFIX}(?:\s{{1,3}}|-|\s(?:of|van)\s|(?=[a-z]))(?:of\s)?"
    rf"(?P<month>{MONTH})(?:-(?P<dashed>{YEAR}|\d\d)(?!\d)|{YEAR_OPT})(?!\d)",
    "@",
)
_ENGLISH_MONTHS = {"january", "february", "march", "may", "june", "july", "august", "october", "oct"}
_DUTCH_MONTHS = {"januari", "februari", "maart", "mrt", "mei", "juni", "juli", "augustus", "oktober", "okt"}
ENGLISH = Pattern(
    rf"{_WEEKDAY}(?<![\w])(?P<month>{MONTH_NAMES})\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:/]\d)"
    rf"(?:\s{{0,3}}-\s{{0,3}}(?P<to>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]))?(?:,?\s{{1,3}}(?P<year>{YEAR})(?!\d))?",
    "@",
)
_LONELY = re.compile(r"\s*(?:$|[.,;)/-]|(?:and|to|through|until)\b)")
DAY_MONTH = Pattern(r"(?<![\d./,-])(\d{1,2})([-/])(\d{1,2})(?!\d|[-/.,:%]\d)", "~")
_NO_DATE_AFTER = re.compile(
    r"\s*(?:%|dag|week|weken|wk|maand|mnd|uur|uren|keer|x\b|jaar|kwarta|days|months|hours|years|pers|punten)"
)
_TIME_OF_DAY = re.compile(
    r"(?:\s{0,3},)?\s{1,3}(?:om\s|at\s)?\d{1,2}[:.]\d\d(?:\s?(?:uur|u\b|am\b|pm\b))?|t\d\d:\d\d(?::\d\d)?z?"
)


def find_days(text: str, original: str, marks: str) -> Iterator[Moment]:
    """Every day or range of days in folded `text`; `original` tells May from may."""
    if "#" in marks:
        yield from filter(None, map(_iso, ISO.find(text, marks)))
        yield from filter(None, (_numeric(match, text) for match in NUMERIC.find(text, marks)))
        yield from filter(None, (_day_month(match, text) for match in DAY_MONTH.find(text, marks)))
        for match in WORDED.find(text, marks):
            if not _is_verb_may(match, original):
                yield _worded(match, text)
        for match in ENGLISH.find(text, marks):
            if not _is_verb_may(match, original) and _is_english_day(match, text):
                yield _english(match, text)


def with_time(text: str, end: int) -> int:
    """The end including a time of day that follows."""
    match = _TIME_OF_DAY.match(text, end)
    return match.end() if match else end


def _iso(match: re.Match[str]) -> Moment:
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    return _exact(match.start(), match.end(), match.string, (year, month, day))


def _exact(start: int, end: int, text: str, ymd: tuple[int, int, int]) -> Moment:
    found = valid_day(*ymd)
    if found is None:
        return impossible(start, end)
    return Moment(start, with_time(text, end), Precision.DAY, lambda _: (found, found), ymd[0])


def _numeric(match: re.Match[str], text: str) -> Moment | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    short = len(year) < 4
    if not short and not 1900 <= int(year) < 2100:
        return None
    if short and "'" not in year and match["sep"] == "." and min(len(match["day"]), len(match["month"])) < 2:
        return None
    if re.search(
        r"(?:versie|version|release|\bv\.?|artikel|art\.|paragraaf|§)\s?$",
        text[max(0, match.start() - 12) : match.start()],
    ):
        return None
    moment = _exact(match.start(), match.end(), text, (year_number(year) or 0, month, day))
    could_be_a_date = (1 <= month <= 12 and day <= 31) or (1 <= day <= 12 and month <= 31)
    return None if moment.impossible and short and not could_be_a_date else moment


def _day_month(match: re.Match[str], text: str) -> Moment | None:
    day, month = int(match[1]), int(match[3])
    if (day, month) == (24, 7) or not (1 <= month <= 12 and 1 <= day <= 31) or _NO_DATE_AFTER.match(text, match.end()):
        return None
    in_year = _days(month, day, day)
    exists = in_year(2024) is not None
    return Moment(
        match.start(), match.end(), Precision.DAY, in_year, weak=True, shape="day-month", impossible=not exists
    )


def _worded(match: re.Match[str], text: str) -> Moment:
    month = month_number(match["month"])
    day = int(match["day"])
    first = int(match["from"] or day)
    year = year_number(match["year"] or match["dashed"])
    start = match.start("day") if first > day else match.start()
    return _named(start, match.end(), text, (year, month, min(first, day), day))


def _english(match: re.Match[str], text: str) -> Moment:
    day = int(match["day"])
    last = int(match["to"] or day)
    span = (year_number(match["year"]), month_number(match["month"]), day, max(day, last))
    return _named(match.start(), match.end(), text, span)


def _named(start: int, end: int, text: str, span: tuple[int | None, int, int, int]) -> Moment:
    year, month, first, last = span
    in_year = _days(month, first, last)
    if in_year(year or 2024) is None:
        return impossible(start, end)
    return Moment(start, with_time(text, end), Precision.DAY, in_year, year)


def _days(month: int, first: int, last: int) -> InYear:
    def in_year(year: int) -> Interval | None:
        begin, end = valid_day(year, month, first), valid_day(year, month, last)
        return (begin, end) if isinstance(begin, date) and isinstance(end, date) else None

    return in_year


def _is_verb_may(match: re.Match[str], original: str) -> bool:
    """ "the 5 may be late": without a year, May the month has its capital."""
    return match["month"].startswith("may") and not match["year"] and original[match.start("month")] != "M"


def _is_english_day(match: re.Match[str], text: str) -> bool:
    """ "December 12" is a day, "in december 12 trainingen" is not."""
    month = match["month"]
    if month in _DUTCH_MONTHS:
        return False
    if match["year"] or match["to"]:
        return True
    return month in _ENGLISH_MONTHS or bool(_LONELY.match(text, match.end()))
