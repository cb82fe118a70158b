"""From moments to periods: part words, ranges, lists that share a year, and direction words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from implan_lint.diagnostic import Span
from implan_lint.plan.time.calendar import Interval, TimeContext, add_days, add_units, infer_year, part_of
from implan_lint.plan.time.direction import Direction, direction_before, is_between
from implan_lint.plan.time.grammar import NUMBER, ORDINAL, UNIT, amount, unit_letter
from implan_lint.plan.time.moment import Moment
from implan_lint.plan.time.period import Bound, Period, Precision, TimeKind
from implan_lint.plan.time.relative import steps_from_start

_LOOK_BACK = 48
_PART = re.compile(
    r"(?<!\w)(?:(?:aan |tegen |op )?(?:het |the )?(?:(?P<begin>begin|beginning|early|start|vroeg)|"
    r"(?P<middle>half|medio|midden|mid|middle|halverwege)|(?P<end>einde|eind|end|late|laat))(?: in)?|"
    rf"(?P<nth>{ORDINAL}) (?P<size>week|weken|helft|half))(?P<of>[ -](?:van|of))?(?:[ -](?:de|het|the))?[ -]$"
)
_RANGE = re.compile(
    r"\s{0,3}(?:t/m|tot en met|tot|-|→|->|to|until|till|through|/)\s{0,3}(?:(?:de|het|the|uiterlijk) )?"
)
_AND = re.compile(r"\s{1,3}(?:en|and)\s{1,3}(?:(?:de|het|the) )?")
_COUNT = re.compile(rf"(?<!\w)(?:(?P<limit>binnen|uiterlijk|within|maximaal) )?(?P<n>{NUMBER}) (?P<unit>{UNIT}) $")
_LIST = re.compile(r"\s{0,3}(?:,|&|en|and|of|or|;|, en)\s{1,3}")
_UNTIL_NOW = re.compile(r"(?<!\w)(?:nu|heden|now)\s{0,3}(?:-|→|->|t/m|tot en met|tot|to)\s{0,3}$")
_SUPERSEDED = re.compile(
    r"(?<!\w)(?:oorspronkelijk|aanvankelijk|voorheen|eerder (?:gepland|voorzien)|originally|initially|previously)"
    r"(?: (?:gepland|voorzien|planned|scheduled|due))?(?: (?:op|in|voor|for|on|at))?\s{1,3}$"
)
_CELL_START = re.compile(r"(?:^|[,;(/+:])\W{0,5}(?:(?:in|op|op de|in de|in het|de|het|start) )?$")
_CELL_END = re.compile(r"[\s.]{0,5}(?:$|[,;()/+*])")
_DAY_MONTH_START = re.compile(r"(?:^|\s|[(])$")
_DAY_MONTH_END = re.compile(r"$|[\s,.;)]")
_COUNTED_SIDES = {"after", "before"}
_NO_DIRECTION = Direction()


@dataclass(frozen=True, slots=True)
class Place:
    """Where moments stand: the folded text, the text as written, and whether it is the cell of a date column."""

    text: str
    original: str
    in_cell: bool


def periods_of(moments: Sequence[Moment], place: Place, context: TimeContext) -> list[Period]:
    """The periods that non-overlapping `moments`, in order of place, stand for."""
    parted = [_with_part(moment, place.text) for moment in moments]
    joined = _with_shared_years(_join_ranges(parted, place.text), place.text)
    periods = (_period(moment, place, context) for moment in joined)
    return [period for period in periods if period is not None]


def _with_part(moment: Moment, text: str) -> Moment:
    if moment.precision is Precision.DAY or moment.impossible:
        return moment
    match = _PART.search(text, max(0, moment.start - _LOOK_BACK), moment.start)
    if match is None or (match["begin"] == "start" and not match["of"] and "year" not in moment.shape):
        return moment
    part = _part_name(match)
    in_year = moment.in_year

    def part_in_year(year: int) -> Interval | None:
        whole = in_year(year)
        return part_of(whole, part) if whole else None

    precision = Precision.WEEK if moment.precision is Precision.WEEK else Precision.PART
    return replace(
        moment, start=match.start(), in_year=part_in_year, precision=precision, weak=False,
        shape=f"part {part}" if moment.week is None else "week",
    )  # fmt: skip


def _part_name(match: re.Match[str]) -> str:
    if match["nth"] is None:
        return next(part for part in ("begin", "middle", "end") if match[part])
    first = match["nth"].startswith(("eerste", "1", "first"))
    if match["size"].startswith("h"):
        return "half1" if first else "half2"
    if first:
        return "begin"
    return "middle" if match["nth"].startswith(("tweede", "2", "second", "derde", "3", "third")) else "end"


def _join_ranges(moments: Sequence[Moment], text: str) -> list[Moment]:
    joined: list[Moment] = []
    for moment in moments:
        if joined and _is_range(joined[-1], moment, text):
            joined[-1] = _range(joined[-1], moment)
        else:
            joined.append(moment)
    return joined


def _is_range(left: Moment, right: Moment, text: str) -> bool:
    if left.impossible or right.impossible or left.shape == "range":
        return False
    if _RANGE.fullmatch(text, left.end, right.start):
        return True
    return bool(_AND.fullmatch(text, left.end, right.start)) and is_between(text, left.start)


def _range(left: Moment, right: Moment) -> Moment:
    """Each side lends the other its year; a side that would run backwards moves a year."""

    def in_year(year: int) -> Interval | None:
        first = left.in_year(left.year or year)
        last = right.in_year(right.year or year)
        if first and last and first[0] > last[1]:
            if left.year is None:
                first = left.in_year(year - 1)
            elif right.year is None:
                last = right.in_year(year + 1)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None

    both_days = left.shape == right.shape == "day-month"
    reversed_years = left.year is not None and right.year is not None and in_year(right.year) is None
    return Moment(
        left.start, right.end, right.precision, (lambda _: None) if reversed_years else in_year,
        right.year or left.year, weak=both_days, shape="day-month" if both_days else "range", is_range=True,
    )  # fmt: skip


def _with_shared_years(moments: list[Moment], text: str) -> list[Moment]:
    """In "1 mei en 1 juni 2026" the first has the second's year."""
    for index in range(len(moments) - 2, -1, -1):
        left, right = moments[index], moments[index + 1]
        alike = not left.impossible and left.year is None and right.year is not None
        if alike and left.shape != "range" and _LIST.fullmatch(text, left.end, right.start):
            lent = left.in_year(right.year) if right.year else None
            if lent is not None:
                moments[index] = replace(left, year=right.year, weak=left.weak and left.shape != "month")
    return moments


def _period(moment: Moment, place: Place, context: TimeContext) -> Period | None:
    text = place.text
    if moment.impossible:
        is_week = text.startswith("w", moment.start)
        alone = place.in_cell and (not moment.weak or _stands_alone(moment, text))
        if (is_week or moment.weak) and not alone:
            return None
        return _made(moment, moment.start, place, Period("", Span(0, 0), TimeKind.IMPOSSIBLE))
    direction = direction_before(text, moment.start, place.original)
    if moment.weak and not direction.helps(moment.shape) and not (place.in_cell and _stands_alone(moment, text)):
        return None
    start = moment.start if direction.start is None else direction.start
    if _SUPERSEDED.search(text, max(0, start - _LOOK_BACK), start):
        return None
    now = _UNTIL_NOW.search(text, max(0, moment.start - _LOOK_BACK), moment.start)
    if now:
        start, direction = now.start(), Direction(Bound.BEFORE, "until", now.start())
    counted = _COUNT.search(text, max(0, start - _LOOK_BACK), start) if direction.word in _COUNTED_SIDES else None
    if counted:
        return _made(
            moment, counted.start(), place, _counted(counted, direction.word, _dated(moment, _NO_DIRECTION, context))
        )
    return _made(moment, start, place, _dated(moment, direction, context))


def _counted(match: re.Match[str], side: str, base: Period) -> Period:
    """ "binnen 4 weken na 1 mei 2026": that long before or after `base`."""
    number, unit = amount(match["n"]), unit_letter(match["unit"])
    bound = Bound.BEFORE if match["limit"] else Bound.WITHIN
    day = base.earliest if side == "before" else base.latest
    if day is None:
        return replace(base, bound=bound)
    moved = add_units(day, -number if side == "before" else number, unit)
    if side == "before" and match["limit"] in {"binnen", "within"}:
        return replace(base, earliest=moved, latest=day, bound=Bound.WITHIN)
    return replace(base, earliest=None if match["limit"] else moved, latest=moved, bound=bound)


def _stands_alone(moment: Moment, text: str) -> bool:
    low = max(0, moment.start - _LOOK_BACK)
    if moment.shape == "day-month":
        return bool(_DAY_MONTH_START.search(text, max(0, moment.start - 1), moment.start)) and bool(
            _DAY_MONTH_END.match(text, moment.end)
        )
    return bool(_CELL_START.search(text, low, moment.start)) and bool(_CELL_END.match(text, moment.end))


def _made(moment: Moment, start: int, place: Place, period: Period) -> Period:
    return replace(period, text=place.original[start : moment.end], span=Span(start, moment.end))


def _dated(moment: Moment, direction: Direction, context: TimeContext) -> Period:
    nowhere = Span(0, 0)
    year = moment.year
    inferred = False
    if year is None and moment.week is not None and _counts_from_start(moment, context):
        return _project_weeks(moment, direction, context)
    if year is None:
        year = infer_year(moment.in_year, context)
        inferred = year is not None
    interval = moment.in_year(year) if year is not None else None
    bound = Bound.FROM if moment.shape == "open" else direction.bound
    if moment.is_range and direction.word == "from":
        bound = Bound.WITHIN
    if interval is None:
        kind = TimeKind.IMPOSSIBLE if moment.year and moment.precision is Precision.DAY else TimeKind.MOMENT
        return Period("", nowhere, kind, None, None, moment.precision, moment.year is not None, False, bound)
    earliest, latest = _bounded(interval, moment, direction, bound)
    return Period(
        "", nowhere, TimeKind.MOMENT, earliest, latest, moment.precision, moment.year is not None, inferred, bound
    )


def _counts_from_start(moment: Moment, context: TimeContext) -> bool:
    """Whether "week 3" must be the plan's third week: told so, week 0, or its calendar week is never in the plan."""
    if context.project_weeks or moment.week == 0:
        return True
    if context.start is None or context.end is None:
        return False
    year = infer_year(moment.in_year, context)
    interval = moment.in_year(year) if year is not None else None
    if interval is None or (interval[0] <= context.end and context.start <= interval[1]):
        return False
    # A week that fits neither way keeps the number of the calendar.
    return (context.end - context.start).days >= 7 * ((moment.week or 1) - 1)


def _project_weeks(moment: Moment, direction: Direction, context: TimeContext) -> Period:
    first = moment.week or 0
    days = steps_from_start(context.event("start"), "w", first, moment.last_week or first)
    bound = Bound.FROM if moment.shape == "open" else direction.bound
    earliest, latest = days
    if earliest and latest:
        earliest, latest = _bounded((earliest, latest), moment, direction, bound)
    return Period("", Span(0, 0), TimeKind.RELATIVE, earliest, latest, Precision.WEEK, False, False, bound, "start")


def _bounded(interval: Interval, moment: Moment, direction: Direction, bound: Bound) -> tuple[date | None, date | None]:
    first, last = interval
    summer = moment.shape == "summer"
    if bound is Bound.BEFORE:
        if direction.word != "before":
            return None, last
        if summer:
            return None, date(first.year, 6, 30)
        whole = moment.shape in {"part end", "part middle", "part half1", "part half2"}
        return None, last if whole else add_days(first, -1)
    if bound is Bound.FROM:
        if direction.word != "after":
            return first, None
        return (date(first.year, 9, 1) if summer else add_days(last, 1)), None
    return first, last
