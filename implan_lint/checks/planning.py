"""Facts about the planning: whether there is one, and whether its dates lie where the plan does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.closing import is_closing
from implan_lint.checks.timed import Timed, dated, is_done, kinds_around
from implan_lint.diagnostic import Finding, Related, Span, Term, Value
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Action, ActionKind, Lifetime, Plan
from implan_lint.plan.time.calendar import add_months
from implan_lint.plan.time.period import TimeKind

# ---------------------------------------------------------------- PLN005

_AFTERWARDS = 12
"""So many months after the plan's end it may still look back and look after."""
_MANY = 4
"""From so many dates outside on, and most of them, it is the plan's own date that is wrong."""


@check("text", "row", "date", "day", "count", "total", variants=("early", "late", "early_many", "late_many"))
def outside_lifetime(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Work that lies wholly before the plan's start or after its end."""
    life = plan.lifetime
    if life.derived or (life.start is None and life.end is None) or _is_reversed(life):
        return
    lexicon = lexicon_of(plan.vocabulary)
    things = [thing for thing in look(dated(plan)) if thing.period.kind is TimeKind.MOMENT and thing.period.has_year]
    early = [thing for thing in things if _is_early(plan, thing, lexicon)]
    late = [thing for thing in things if _is_late(plan, thing)]
    yield from _outside(early, "early", life.start, life.start_span, len(things))
    yield from _outside(late, "late", life.end, life.end_span, len(things))


def _is_reversed(life: Lifetime) -> bool:
    return life.start is not None and life.end is not None and life.start > life.end


def _is_early(plan: Plan, thing: Timed, lexicon: Lexicon) -> bool:
    """It is over before the plan begins, and neither done nor a preparation."""
    start, last = plan.lifetime.start, thing.period.latest
    if start is None or last is None or last >= start or is_done(thing.entity, lexicon):
        return False
    prepares = "voorbereiding" in kinds_around(plan, thing.entity) or lexicon.holds("planning.preparation", thing.words)
    return not prepares


def _is_late(plan: Plan, thing: Timed) -> bool:
    """It begins, or must be ready, after the plan's end; what closes a plan may come up to a year later."""
    end, period = plan.lifetime.end, thing.period
    day = period.earliest or period.latest
    if end is None or day is None or day <= end:
        return False
    if isinstance(thing.entity, Action) and thing.entity.kind is not ActionKind.ACTION:
        return False
    return not is_closing(plan, thing.entity) or day > add_months(end, _AFTERWARDS)


def _outside(things: list[Timed], side: str, day: date | None, place: Span | None, total: int) -> Iterator[Finding]:
    role = Term("role", "start" if side == "early" else "end")
    field = "field:startdatum" if side == "early" else "field:einddatum"
    related = (Related(place, role),) if place is not None else ()
    if len(things) >= _MANY and len(things) * 2 > total:
        values: dict[str, Value] = {"text": "", "row": "", "date": "", "day": day or "", "count": len(things)}
        span = place or things[0].when.span
        yield Finding(span, {**values, "total": total}, f"{side}_many", (field,))
        return
    for thing in things:
        when = thing.when
        values = {"text": thing.entity.text, "row": gaps.row_of(thing.entity), "date": when.text, "day": day or ""}
        about = (gaps.about_cell(when.span), field)
        yield Finding(when.span, {**values, "count": len(things), "total": total}, side, about, related)
