"""Days on which nobody works: weekends and Dutch public holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.timed import Timed, dated, is_done
from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Plan
from implan_lint.plan.time.period import Bound, Precision, TimeKind

_SATURDAY = 5
_IGNORED = ("Nieuwjaarsdag", "Goede vrijdag")
""" "Per 1 januari" is the day on which things take effect, and most people work on Good Friday."""


@check("text", "date", "name", variants=("", "weekend"))
def day_off(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Work to come on an exact day on which people are off. Going live then is often on purpose."""
    lexicon = lexicon_of(plan.vocabulary)
    for thing in look(dated(plan)):
        day = _exact_day(thing)
        if day is None or day < plan.today or is_done(thing.entity, lexicon) or _is_meant(thing, lexicon):
            continue
        name = holiday_name(day) if plan.language == "nl" else ""
        weekend = day.weekday() >= _SATURDAY
        if name or weekend:
            shown: Value = name or Term("day_off", "saturday" if day.weekday() == _SATURDAY else "sunday")
            values: dict[str, Value] = {"text": thing.entity.text, "date": day, "name": shown}
            span = thing.when.span
            yield Finding(span, values, "" if name else "weekend", (gaps.about_cell(span),))


def _exact_day(thing: Timed) -> date | None:
    """The one day that is written, year and all."""
    period = thing.period
    if period.kind is not TimeKind.MOMENT or period.precision is not Precision.DAY or not period.has_year:
        return None
    day = period.latest
    is_one = period.earliest == day or (period.earliest is None and period.bound is Bound.BEFORE)
    # "vóór 15 mei" ends on the 14th, but names the 15th.
    return day if day is not None and is_one and re.search(rf"(?<!\d)0?{day.day}(?!\d)", period.text) else None


def _is_meant(thing: Timed, lexicon: Lexicon) -> bool:
    """A go-live or a migration is put on a day off so that nobody is disturbed."""
    return any(lexicon.holds(name, thing.words) for name in ("order.go_live", "order.migration"))


@lru_cache(maxsize=256)
def holiday_name(day: date) -> str:
    """The Dutch name of the public holiday, or ""."""
    from holidays import country_holidays  # heavy; only plans with exact dates need it

    name = country_holidays("NL", years=day.year, language="nl").get(day, "")
    return "" if name in _IGNORED else name
