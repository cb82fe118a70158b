"""Facts about the front matter that the rest of the plan denies, and goals that are too many to keep an eye on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.goals import goals_place, judged_goals
from implan_lint.diagnostic import Finding, Related, Term, Value
from implan_lint.document.text import Text
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.meta import label_lines
from implan_lint.plan.model import MetaField, Plan
from implan_lint.plan.names import person_name
from implan_lint.plan.owners import is_blank
from implan_lint.plan.profile import Phase
from implan_lint.plan.time.reader import parse_day
from implan_lint.plan.words import fold

_DATES = ("laatst_bijgewerkt", "startdatum", "einddatum", "livegang")
_PEOPLE = ("opdrachtgever", "projectleider")
_WORD = re.compile(r"\w{3,}")
_DRAFT_VERSION = re.compile(r"v?\s?0(?:\.\d+)+", re.IGNORECASE)


# ---------------------------------------------------------------- MET007


@check("field", "text", "other")
def told_otherwise(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A label line at the head of the text that says something else than the front matter does."""
    lexicon, end = lexicon_of(plan.vocabulary), _end_of_head(plan)
    for label, value in label_lines(plan.document, lexicon):
        name = lexicon.field_of(label.plain)
        field = plan.meta.get(name) if name in (*_DATES, *_PEOPLE) else None
        if field is None or not field.from_front_matter or label.span.start >= end:
            continue
        look.once()
        if is_blank(value.plain, lexicon) or is_blank(field.text, lexicon) or not _differ(field, value):
            continue
        values: dict[str, Value] = {"field": Term("field", field.name), "text": value.plain, "other": field.text}
        yield Finding(
            value.span, values, about=(f"field:{field.name}",), related=(Related(field.span, Term("role", "again")),)
        )


def _end_of_head(plan: Plan) -> int:
    """Where the first part begins: below that, "Eigenaar:" and "Start:" are about an action or a phase."""
    starts = [found.heading.span.start for found in plan.sections if found.kinds and found.heading.level > 1]
    return min(starts, default=len(plan.document.source.text))


def _differ(field: MetaField, value: Text) -> bool:
    """Two dates, or two people; anything else may be the same in other words."""
    if field.name in _DATES:
        day = parse_day(value.plain)
        return field.day is not None and day is not None and day != field.day
    people = person_name(field.text), person_name(value.plain)
    return all(people) and not {*_WORD.findall(fold(field.text))} & {*_WORD.findall(fold(value.plain))}


# ---------------------------------------------------------------- MET008


@check("version", "status")
def draft_version(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A plan that is approved, with a version that is still below 1.0."""
    version, status = plan.meta.get("versie"), plan.meta.get("status")
    if version is None or status is None or not version.from_front_matter or not plan.phase_given:
        return
    look.once()
    if plan.phase is not Phase.CONCEPT and _DRAFT_VERSION.fullmatch(version.text.strip()):
        values: dict[str, Value] = {"version": version.text.strip(), "status": status.text.strip()}
        yield Finding(version.span, values, about=("field:versie",))


# ---------------------------------------------------------------- DOE018


@dataclass(frozen=True, slots=True)
class Most:
    goals: int = 7
    """More goals than this are too many."""


@check("count", "most", parameters=Most)
def many_goals(plan: Plan, look: Look, with_: Most) -> Iterator[Finding]:
    """More goals than anybody can steer by; only goals that have a number are counted."""
    # A list without numbers below a heading "Doel en afbakening" holds more than goals.
    goals = look(judged_goals(plan))
    count = len({goal.number for goal in goals if goal.number is not None})
    if count > with_.goals:
        yield Finding(goals_place(plan), {"count": count, "most": with_.goals}, about=("goals",))
