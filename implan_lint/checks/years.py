"""Facts about dates without a year, in a plan that does not say which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import about_cell
from implan_lint.checks.timed import Timed, dated
from implan_lint.diagnostic import Finding, Value
from implan_lint.plan.model import Action, Plan
from implan_lint.plan.time.period import Precision, TimeKind

_YEAR = re.compile(r"(?<![\d.,/-])20[1-4]\d(?![\d.,])")
_WEEKDAY = re.compile(r"dag\b|day\b", re.IGNORECASE)
_NEEDS_YEAR = (Precision.DAY, Precision.PART, Precision.MONTH, Precision.QUARTER)
"""A week without a year is mostly a week of the project."""


@check("when", "count", variants=("", "many"))
def without_year(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Dates of which a reader can't tell the year: the plan covers several, or names none."""
    if _is_one_year(plan):
        return
    bare = [thing for thing in look(dated(plan)) if _lacks_year(thing)]
    if bare:
        span = bare[0].when.span
        values: dict[str, Value] = {"when": bare[0].when.text, "count": len(bare)}
        yield Finding(span, values, "many" if len(bare) > 1 else "", (about_cell(span),))


def _is_one_year(plan: Plan) -> bool:
    start, end = plan.lifetime.start, plan.lifetime.end
    if start is not None and end is not None:
        return start.year == end.year
    return len(set(_YEAR.findall(plan.document.source.text))) == 1


def _lacks_year(thing: Timed) -> bool:
    """Neither its own words say the year, nor its column, nor a heading above."""
    period = thing.period
    if period.kind is not TimeKind.MOMENT or period.has_year or period.precision not in _NEEDS_YEAR:
        return False
    if isinstance(thing.entity, Action) and thing.entity.when_inherited:
        return False
    whole = len(period.text.strip()) * 2 > len(thing.when.text) and not _WEEKDAY.search(thing.when.text)
    return whole and not any(_YEAR.search(words) for words in _above(thing))


def _above(thing: Timed) -> Iterator[str]:
    place = thing.entity.place
    if place.table is not None:
        yield from (cell.text.plain for cell in place.table.table.header)
    if place.section is not None:
        for section in (place.section, *place.section.ancestors()):
            if section.heading is not None:
                yield section.heading.text.plain
