"""Finding what is counted from an event: "binnen 6 maanden na livegang", "T+4 weken", "na akkoord", "sprint 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from implan_lint.diagnostic import Span
from implan_lint.plan.time.calendar import TimeContext, add_days, add_units
from implan_lint.plan.time.grammar import (
    ARTICLE,
    DAYS_OF_UNIT,
    EVENT,
    EVENT_OF,
    NUMBER,
    ORDINAL,
    ORDINAL_OF,
    UNIT,
    Pattern,
    amount,
    unit_letter,
)
from implan_lint.plan.time.period import Bound, Period, Precision, TimeKind

_ADJECTIVE = r"(?:(?:eerste|tweede|nieuwe|succesvolle|laatste|volgende|geslaagde|definitieve|first|new)\s)?"
_AFTER = r"(?:na|vanaf|voor|after|before|from|following|prior to)"
_COUNTED = Pattern(
    rf"(?<!\w)(?:(?P<limit>binnen|uiterlijk|within|no later than|maximaal|by)\s(?:the\s)?)?(?:ca\.?\s)?"
    rf"(?P<n>{NUMBER})\s(?P<unit>{UNIT})\s(?P<side>{_AFTER})\s{ARTICLE}{_ADJECTIVE}(?P<event>{EVENT})",
    *("na ", "vanaf ", "voor ", "after ", "before ", "from ", "following ", "prior "),
)
_NTH_AFTER = Pattern(
    rf"(?<!\w)(?P<nth>{ORDINAL})\s(?:(?P<n>{NUMBER})\s)?(?P<unit>{UNIT})\s(?P<side>na|vanaf|after|from)\s"
    rf"{ARTICLE}(?P<event>{EVENT})",
    *("na ", "vanaf ", "after ", "from "),
)
_NTH = Pattern(
    rf"(?<!\w)(?:within\sthe\s)?(?P<nth>{ORDINAL})\s(?:(?P<n>{NUMBER})\s)?(?P<unit>{UNIT})",
    *("eerste", "tweede", "derde", "vierde", "laatste", "first", "second", "third", "last"),
    "1e",
    "2e",
    "3e",
)
_WITHIN = Pattern(
    rf"(?<!\w)(?:binnen|within)\s(?:ca\.?\s|maximaal\s|uiterlijk\s|the\s(?:next\s)?)?(?P<n>{NUMBER}|half)\s?(?P<unit>{UNIT})"
    r"|(?<!\w)binnen\s(?:een\s)?(?P<half>half\s?jaar)(?!\w)",
    *("binnen ", "within "),
)
_AHEAD = Pattern(
    rf"(?:^|[.!?:]\s{{1,3}})\W{{0,3}}(?P<expression>in\s(?P<n>(?!een\b|an?\b){NUMBER})\s(?P<unit>{UNIT}))"
    r"(?!\s(?:na|voor|vanaf|after|before|from|of|per)(?!\w))",
    "in ",
)
_FIRST_PART = Pattern(
    r"(?<!\w)(?:in|binnen|within|during)\s(?:de|het|the)\s(?:(?:aller)?eerste|komende|first|next|coming)\s"
    rf"(?:{NUMBER}\s{UNIT}|(?:week|maand|kwartaal|jaar|month|quarter|year)(?!\w))"
    r"(?!\s(?:na|voor|vanaf|after|before|from|of|van)(?!\w))",
    *("eerste ", "komende ", "first ", "next ", "coming "),
)
_LATER = Pattern(
    rf"(?<!\w)(?:(?P<n>{NUMBER})\s?(?P<unit>{UNIT})|(?:een\s)?(?P<half>half\s?jaar))\s"
    r"later(?!\w)(?!\s(?:dan|than)\b)",
    "later",
)
_BARE = Pattern(
    rf"\W*(?:(?:binnen|within|ca\.?|circa|max\.?|maximaal|de komende|the next)\s*)?(?P<n>{NUMBER})(?:\s?-\s?{NUMBER})?"
    rf"\s*(?P<unit>uren|uur|hours?|{UNIT})(?:\s(?:na|after)\s\w+)?\W*",
)
_T_PLUS = Pattern(
    r"(?P<base>[tmdw])(?<![\w-][tmdw])\s?(?P<sign>[+-])\s?(?P<n>\d{1,3})(?!\d)\s?"
    r"(?P<unit>dagen|dag|days?|d|weken|weeks?|wk|w|maanden|maand|months?|mnd|m|jaar)?(?!\w)"
    rf"(?:\s(?:na|voor|after|before)\s{ARTICLE}(?P<event>{EVENT}))?",
    "#",
)
_EVENT = Pattern(
    r"(?<!\w)(?P<side>bij|voorafgaand aan|vooraf gaand aan|direct na|meteen na|pas na|na|voor|tijdens|zodra|rond|"
    r"at|after|before|during|upon|prior to)\s(?:de\s|het\s|een\s|the\s)?"
    rf"{_ADJECTIVE}(?P<event>{EVENT}|mijlpaal|milestone|m\d{{1,2}}|pilot|evaluatie|vakantie|fix|release|test|training|"
    r"(?:fase|stap|sprint|iteratie|phase|step)\s\d{1,2})(?![a-z\d])",
    *("bij", "voor", "na ", "tijdens", "zodra", "rond", "at ", "after", "before", "during", "upon", "prior"),
)
_STEP = Pattern(
    r"(?<!\w)(?P<unit>projectmaand|maanden|maand|dagen|dag|sprints?|fase|stap|iteraties?|iteratie|months?|days?|phase|step|"
    r"iteration)\s(?P<first>\d{1,3})(?![\d]|[.,:/]\d)(?:\s?(?:-|t/m|tot|to|en|and|&)\s?(?P<last>\d{1,3})(?!\d))?"
    r"(?P<open>\s?\+|\sonwards?)?|(?<!\w)m(?P<m>\d{1,2})(?!\w|[.,]\d)",
    "#",
)
Days: TypeAlias = tuple[date | None, date | None]
_SHORT_DURATION = 14


def find_relative(text: str, context: TimeContext, marks: str, in_cell: bool) -> Iterator[Period]:
    """Every expression in folded `text` that leans on an event, and every "binnen ..."; spans only, texts later."""
    for match in _COUNTED.find(text, marks):
        yield _counted(match, context)
    for match in _NTH_AFTER.find(text, marks):
        yield _nth_after(match, context)
    for match in _T_PLUS.find(text, marks):
        if _is_code(match, in_cell):
            continue
        yield _t_plus(match, context)
    for match in (*_WITHIN.find(text, marks), *_LATER.find(text, marks)):
        yield _duration(match)
    if not in_cell:
        yield from _find_in_prose(text, marks)
    for match in _EVENT.find(text, marks):
        yield _event(match, context)
    if in_cell:
        yield from _find_in_cell(text, context, marks)


def _find_in_prose(text: str, marks: str) -> Iterator[Period]:
    """ "In 90 dagen ..." opens a sentence; "in de eerste twee weken" of what, only the words around it know."""
    for match in _AHEAD.find(text, marks):
        yield replace(_duration(match), span=Span(*match.span("expression")))
    for match in _FIRST_PART.find(text, marks):
        yield _period(match, TimeKind.RELATIVE, Precision.WEEK)


def _find_in_cell(text: str, context: TimeContext, marks: str) -> Iterator[Period]:
    bare = _BARE.compiled.fullmatch(text)
    if bare:
        yield _duration(bare)
    for match in _STEP.find(text, marks):
        yield _step(match, context)
    for match in _NTH.find(text, marks):
        yield _nth(match, context)


def _counted(match: re.Match[str], context: TimeContext) -> Period:
    number, unit, event = amount(match["n"]), unit_letter(match["unit"]), EVENT_OF[match["event"]]
    before = match["side"] in {"voor", "before", "prior to"}
    day = context.event(event)
    earliest = latest = None
    bound = Bound.WITHIN
    if match["limit"]:
        bound = Bound.BEFORE
    if day is not None:
        latest = add_units(day, -number if before else number, unit)
        earliest = latest if bound is Bound.WITHIN else None
        if before and match["limit"] in {"binnen", "within"}:
            earliest, latest = latest, day
    return _period(match, TimeKind.RELATIVE, _precision(unit), event, (earliest, latest), bound=bound)


def _nth_after(match: re.Match[str], context: TimeContext) -> Period:
    unit, event = unit_letter(match["unit"]), EVENT_OF[match["event"]]
    span = _nth_interval(context.event(event), match, unit)
    return _period(match, TimeKind.RELATIVE, _precision(unit), event, span)


def _nth(match: re.Match[str], context: TimeContext) -> Period:
    """ "Eerste week" counts from the plan's start, "laatste week" from its end."""
    unit = unit_letter(match["unit"])
    event = "einde" if ORDINAL_OF[match["nth"]] < 0 else "start"
    return _period(match, TimeKind.RELATIVE, _precision(unit), event, _nth_interval(context.event(event), match, unit))


def _nth_interval(day: date | None, match: re.Match[str], unit: str) -> Days:
    if day is None:
        return None, None
    nth = ORDINAL_OF[match["nth"]]
    size = amount(match["n"]) if match["n"] else 1
    if nth < 0:
        return min(day, add_days(add_units(day, -size, unit), 1)), day
    begin = add_units(day, (nth - 1) * size, unit)
    return begin, max(begin, add_days(add_units(day, nth * size, unit), -1))


def _is_code(match: re.Match[str], in_cell: bool) -> bool:
    """ "W-10" and "M-19" number a weakness or a measure as often as they are time; "W-01" counts things, not weeks."""
    if match["unit"] or match["sign"] == "+":
        return False
    padded = match["n"].startswith("0") and len(match["n"]) > 1
    return padded or (not in_cell and match["base"] != "t")


def _t_plus(match: re.Match[str], context: TimeContext) -> Period:
    unit = (match["unit"] or {"t": "w"}.get(match["base"], match["base"]))[0]
    unit = "y" if unit == "j" else unit
    event = EVENT_OF[match["event"]] if match["event"] else "t0"
    day = context.event(event)
    sign = -1 if match["sign"] == "-" else 1
    moment = add_units(day, sign * int(match["n"]), unit) if day and (match["unit"] or match["base"] != "t") else None
    return _period(match, TimeKind.RELATIVE, _precision(unit), event, (moment, moment))


def _duration(match: re.Match[str]) -> Period:
    groups = match.groupdict()
    if groups.get("half") or groups["n"] == "half":
        return _period(match, TimeKind.DURATION, Precision.MONTH, bound=Bound.BEFORE)
    unit = unit_letter(groups["unit"])
    days = amount(groups["n"]) * DAYS_OF_UNIT[unit]
    precision = Precision.DAY if days < _SHORT_DURATION and unit in "dh" else _precision(unit)
    precision = Precision.WEEK if precision is Precision.DAY and days >= _SHORT_DURATION else precision
    return _period(match, TimeKind.DURATION, precision, bound=Bound.BEFORE)


def _event(match: re.Match[str], context: TimeContext) -> Period:
    event = EVENT_OF.get(match["event"], match["event"])
    day = context.event(event)
    side = match["side"]
    if side in {"voor", "voorafgaand aan", "before", "prior to"}:
        return _period(
            match, TimeKind.EVENT, Precision.NONE, event, (None, add_days(day, -1) if day else None), bound=Bound.BEFORE
        )
    if side in {"na", "direct na", "meteen na", "pas na", "zodra", "after", "upon"}:
        return _period(match, TimeKind.EVENT, Precision.NONE, event, (day, None), bound=Bound.FROM)
    bound = Bound.AROUND if side == "rond" else Bound.WITHIN
    return _period(match, TimeKind.EVENT, Precision.NONE, event, (day, day), bound=bound)


def _step(match: re.Match[str], context: TimeContext) -> Period:
    """ "maand 1-3" and "dag 1" count from the start; "sprint 4" and "fase 2" are events of their own."""
    if match["m"]:
        return _project_steps(match, context, "m", (int(match["m"]), int(match["m"])))
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if match["unit"].startswith(("projectmaand", "maand", "month", "dag", "day")):
        unit = "d" if match["unit"].startswith("da") else "m"
        return _project_steps(match, context, unit, (first, last))
    name = match["unit"].rstrip("s") if match["unit"].startswith(("sprint", "iterat")) else match["unit"]
    event = f"{name} {last}"
    day = context.event(event)
    return _period(match, TimeKind.EVENT, Precision.NONE, event, (day, day))


def _project_steps(match: re.Match[str], context: TimeContext, unit: str, steps: tuple[int, int]) -> Period:
    span = steps_from_start(context.event("start"), unit, *steps)
    if match.group("open"):
        return _period(match, TimeKind.RELATIVE, _precision(unit), "start", (span[0], None), bound=Bound.FROM)
    return _period(match, TimeKind.RELATIVE, _precision(unit), "start", span)


def steps_from_start(start: date | None, unit: str, first: int, last: int) -> Days:
    """Project weeks, months or days `first`..`last`, counted from 1 on the day of the start; 0 is just before it."""
    if start is None:
        return None, None
    begin = add_units(start, first - 1, unit)
    return begin, max(begin, add_days(add_units(start, max(first, last), unit), -1))


def _precision(unit: str) -> Precision:
    return {
        "w": Precision.WEEK,
        "m": Precision.MONTH,
        "q": Precision.QUARTER,
        "y": Precision.YEAR,
    }.get(unit, Precision.DAY)


def _period(
    match: re.Match[str],
    kind: TimeKind,
    precision: Precision,
    anchor: str = "",
    days: Days = (None, None),
    *,
    bound: Bound = Bound.WITHIN,
) -> Period:
    return Period("", Span(*match.span()), kind, *days, precision, bound=bound, anchor=anchor)
