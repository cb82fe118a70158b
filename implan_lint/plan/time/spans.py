"""Finding months, quarters, weeks, years, school years and seasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from implan_lint.plan.time.calendar import Interval, InYear, month_span, school_year, week_span
from implan_lint.plan.time.grammar import (
    MONTH,
    ORDINAL,
    ORDINAL_OF,
    YEAR,
    YEAR_OPT,
    YEAR_OR_SHORT,
    Pattern,
    month_number,
    year_number,
)
from implan_lint.plan.time.moment import Moment, impossible, undated
from implan_lint.plan.time.period import Precision

_MONTH = Pattern(rf"(?<![\w])(?P<month>{MONTH})(?![\w])(?:-?(?P<dashed>{YEAR})(?!\d|-\d)|{YEAR_OPT})", "@")
_ISO_MONTH = Pattern(rf"(?<![\w./,-])(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?![\w]|[-/.]\d)", "~")
_MONTH_ISO = Pattern(rf"(?<![\w./,-])(?P<month>0?[1-9]|1[0-2])[-/](?P<year>{YEAR})(?![\w]|[-/.]\d)", "~")
_QUARTER_NUMBER = r"(?P<n>iii|iv|ii|i|[1-4])(?![\w])"
_QUARTER_YEAR = rf"(?:\s?(?:van\s|of\s|[-/]\s?|,\s?)?(?P<year>{YEAR_OR_SHORT}))?"
_QUARTER = Pattern(
    rf"(?<!\w)(?:(?:q|k|kwartaal\s|kw\.?\s?|quarter\s){_QUARTER_NUMBER}|(?P<before>[1-4])q(?!\w)|"
    rf"(?P<ordinal>{ORDINAL})\s(?:kwartaal|quarter)(?!\w)){_QUARTER_YEAR}",
    *("q", "k1", "k2", "k3", "k4", "kw"),
)
_YEAR_QUARTER = Pattern(rf"(?<![\w])(?P<year>{YEAR})[-\s/]?q(?P<n>[1-4])(?!\w)", "q1", "q2", "q3", "q4")
_HALF = Pattern(
    rf"(?<!\w)(?:h(?P<n>[12])[\s-]?|(?P<ordinal>eerste|tweede|1e|2e|first|second)\s(?:half\s?jaar|helft|half)(?!\w)"
    rf"(?:\s(?:van|of))?(?:\s(?:het\sjaar|the\syear))?\s?)(?P<year>{YEAR})(?!\d)",
    *("h1", "h2", "hel", "half"),
)
_TERM = Pattern(
    rf"(?<!\w)(?:(?P<ordinal>eerste|tweede|derde|1e|2e|3e|first|second|third)\s(?P<unit>trimester|tertaal|semester)|"
    rf"(?P<block>blok|periode|semester)\s[1-5])(?!\w|[.,]\d){YEAR_OPT}",
    *("trimester", "tertaal", "semester", "blok", "periode"),
)
_WEEK = Pattern(
    rf"(?<!\w)(?<!\d\s)(?:weeknummer|weeknr\.?|weeks?|weken|wk\.?)\s{{0,2}}-?\s?(?P<first>\d{{1,2}})(?![\d]|[.,:]\d|\s?%)"
    rf"(?:\s{{0,3}}(?:t/m|tot en met|tot|-|en|and|to|&)\s{{0,3}}(?:(?:week|wk)\.?\s)?(?P<last>\d{{1,2}})"
    rf"(?![\d]|[-/.:]\d))?(?P<open>\s?\+|\sonwards?|\sen verder)?"
    rf"(?:\s{{0,3}},?\s{{0,3}}[-/(]?(?:van\s|of\s)?(?P<year>{YEAR_OR_SHORT}))?",
    *("week", "wk", "weken"),
)
_SENTENCE_END = re.compile(r"\s*(?:$|[,.;)])")
_ISO_WEEK = Pattern(
    rf"(?<!\w)(?P<year>{YEAR})-?w(?P<first>\d{{1,2}})(?!\w)", *(f"{digit}w" for digit in range(10)), "-w"
)
_SCHOOL_YEAR = Pattern(
    rf"(?<![\w./-])(?P<word>(?:school|studie|cursus|college)jaar\s|(?:school|academic)\syear\s)?"
    rf"(?P<year>{YEAR})\s?[-/]\s?(?P<next>{YEAR}|\d\d)(?![\w]|[-/.]\d)",
    "~",
)
_YEAR = Pattern(
    rf"(?<![\w.,/€$-])(?<![€$]\s)(?P<word>fy\s?|(?:boek|kalender|begrotings)?jaar\s|(?:fiscal\s)?year\s)?"
    rf"(?P<year>{YEAR})(?!\w|[.,]\d|[-/:]\d|\s?(?:euro|eur|%|x)\b)(?P<open>\+)?",
    *("20", "19"),
)
_NEW_YEAR = Pattern(
    rf"(?<!\w)(?:(?P<turn>jaarwisseling|nieuwjaar|turn of the year|het nieuwe jaar)|"
    rf"(?P<this>het|dit|the|this)\s(?:jaar|year)|"
    rf"(?:het\s|the\s)?(?P<new>nieuwe\s)?(?:(?P<school>school|studie|cursus|college)|kalender|boek)jaar)(?!\w){YEAR_OPT}",
    *("jaar", "turn of", " year"),
)
_SEASONS = {
    "kerstvakantie": (12, 20, 1, 5), "kerstreces": (12, 20, 1, 5), "kerst": (12, 24, 12, 26),
    "christmas": (12, 24, 12, 26),
    "zomervakantie": (7, 1, 8, 31), "zomerreces": (7, 1, 8, 31), "herfstvakantie": (10, 10, 10, 31),
    "voorjaarsvakantie": (2, 10, 3, 5), "meivakantie": (4, 20, 5, 10), "bouwvak": (7, 20, 8, 16),
    "zomer": (6, 21, 9, 22), "summer": (6, 21, 9, 22), "herfst": (9, 23, 12, 20), "najaar": (9, 23, 12, 20),
    "autumn": (9, 23, 12, 20), "fall": (9, 23, 12, 20), "winter": (12, 21, 3, 19), "voorjaar": (3, 20, 6, 20),
    "lente": (3, 20, 6, 20), "spring": (3, 20, 6, 20),
}  # fmt: skip
_SEASON = Pattern(rf"(?<!\w)(?P<season>{'|'.join(_SEASONS)})(?!\w){YEAR_OPT}", *dict.fromkeys(s[:5] for s in _SEASONS))


def find_spans(text: str, original: str, marks: str) -> Iterator[Moment]:
    """Every month, quarter, half year, week, (school) year or season in folded `text`."""
    for pattern, read in _READERS:
        for match in pattern.find(text, marks):
            if match.groupdict().get("month", "").startswith("may") and original[match.start("month")] != "M":
                continue
            moment = read(match)
            if moment is not None:
                yield moment


def _month(match: re.Match[str]) -> Moment:
    month = month_number(match["month"]) if not match["month"].isdigit() else int(match["month"])
    year = year_number(match["year"] or match.groupdict().get("dashed"))
    numeric = match["month"].isdigit()
    return _moment(
        match, Precision.MONTH, partial(month_span, first=month, last=month), year, weak=year is None or numeric
    )


def _moment(
    match: re.Match[str],
    precision: Precision,
    in_year: InYear,
    year: int | None,
    *,
    weak: bool = False,
    shape: str = "",
) -> Moment:
    return Moment(match.start(), match.end(), precision, in_year, year, weak, shape or precision.value)


def _quarter(match: re.Match[str]) -> Moment:
    groups = match.groupdict()
    if groups.get("ordinal"):
        number = ORDINAL_OF[groups["ordinal"]]
    else:
        written = groups.get("before") or groups["n"]
        number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(written) or int(written)
    number = 4 if number < 0 else number
    in_year = partial(month_span, first=number * 3 - 2, last=number * 3)
    return _moment(match, Precision.QUARTER, in_year, year_number(match["year"]))


def _half(match: re.Match[str]) -> Moment:
    second = match["n"] == "2" or match["ordinal"] in {"tweede", "2e", "second"}
    in_year = partial(month_span, first=7 if second else 1, last=12 if second else 6)
    return _moment(match, Precision.PART, in_year, year_number(match["year"]))


def _term(match: re.Match[str]) -> Moment:
    in_year: InYear = undated
    if match["unit"] == "tertaal":
        number = ORDINAL_OF[match["ordinal"]]
        in_year = partial(month_span, first=number * 4 - 3, last=number * 4)
    return _moment(match, Precision.SEASON, in_year, year_number(match["year"]))


def _week(match: re.Match[str]) -> Moment | None:
    groups = match.groupdict()
    first = int(match["first"])
    last = int(groups.get("last") or first)
    if match.string.endswith("per ", 0, match.start()) and not _SENTENCE_END.match(match.string, match.end()):
        return None
    if max(first, last) > 53 or last < first - 40:
        return impossible(match.start(), match.end())
    year = year_number(match["year"])

    def in_year(number: int) -> Interval | None:
        begin = week_span(number, first)
        end = week_span(number if last >= first else number + 1, last)
        return (begin[0], end[1]) if begin and end else None

    if year is not None and in_year(year) is None:
        return impossible(match.start(), match.end())
    return Moment(
        match.start(), match.end(), Precision.WEEK, in_year, year, shape="open" if groups.get("open") else "week",
        week=first, last_week=last,
    )  # fmt: skip


def _school_year(match: re.Match[str]) -> Moment | None:
    first = int(match["year"])
    following = match["next"]
    last = int(following) if len(following) == 4 else first // 100 * 100 + int(following)
    if last == first + 1 and match["word"]:
        return _moment(match, Precision.YEAR, school_year, first, shape="school year")
    if last <= first or last > first + 15 or (len(following) == 2 and last != first + 1):
        return None
    return _moment(match, Precision.YEAR, lambda _: (date(first, 1, 1), date(last, 12, 31)), first, shape="years")


def _year(match: re.Match[str]) -> Moment | None:
    year = int(match["year"])
    if year < 2010 and not match["word"]:
        return None
    shape = "open" if match["open"] else "year"
    return _moment(
        match, Precision.YEAR, partial(month_span, first=1, last=12), year, weak=not match["word"], shape=shape
    )


def _new_year(match: re.Match[str]) -> Moment:
    year = year_number(match["year"])
    if match["turn"]:
        return _moment(
            match, Precision.PART, _turn_of_the_year, year, weak=match["turn"] == "het nieuwe jaar", shape="season"
        )
    if match["this"]:
        return _moment(match, Precision.YEAR, partial(month_span, first=1, last=12), year, weak=True, shape="the year")
    in_year: InYear = school_year if match["school"] else partial(month_span, first=1, last=12)
    return _moment(match, Precision.YEAR, in_year, year, weak=year is None, shape="some year")


def _turn_of_the_year(year: int) -> Interval:
    """Named after the old year, as in "jaarwisseling 2026", or the new one: a week on either side of the old's end."""
    return date(year, 12, 24), date(min(year + 1, 2100), 1, 7)


def _season(match: re.Match[str]) -> Moment:
    month, day, to_month, to_day = _SEASONS[match["season"]]

    def in_year(year: int) -> Interval:
        return date(year, month, day), date(year + (to_month < month), to_month, to_day)

    year = year_number(match["year"])
    return _moment(
        match,
        Precision.SEASON,
        in_year,
        year,
        weak=year is None,
        shape="summer" if match["season"].startswith(("zomer", "summer")) else "season",
    )


_READERS: tuple[tuple[Pattern, Callable[[re.Match[str]], Moment | None]], ...] = (
    (_YEAR_QUARTER, _quarter),
    (_SCHOOL_YEAR, _school_year),
    (_ISO_WEEK, _week),
    (_MONTH, _month),
    (_ISO_MONTH, _month),
    (_MONTH_ISO, _month),
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_TERM, _term),
    (_WEEK, _week),
    (_NEW_YEAR, _new_year),
    (_SEASON, _season),
    (_YEAR, _year),
)
