"""Facts about what a software plan delivers, and the work that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.texts import says
from implan_lint.diagnostic import Finding, Span, Term, Value
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.links import Reason
from implan_lint.plan.model import Milestone, MilestoneType, Plan
from implan_lint.plan.register import milestone_type
from implan_lint.plan.traces import activities_of, tasks_of

_WANTED = ("roles", "training", "functional", "technical", "migration", "agreements", "nazorg", "evaluatie")
_TYPES = {
    "roles": (MilestoneType.ROLES,),
    "training": (MilestoneType.TRAINING,),
    "migration": (MilestoneType.MIGRATION,),
    "agreements": (MilestoneType.AGREEMENTS,),
    "nazorg": (MilestoneType.AFTERCARE,),
    "evaluatie": (MilestoneType.EVALUATION, MilestoneType.INTERIM_EVALUATION),
}
_OWN_WORDS = {
    "roles": "milestone.roles",
    "training": "milestone.training",
    "functional": "management.functional",
    "technical": "management.technical",
    "migration": "milestone.migration",
    "agreements": "milestone.agreements",
    "nazorg": "aftercare.words",
    "evaluatie": "evaluation.final",
}
_PARTS = {
    "roles": "projectorganisatie",
    "training": "training",
    "migration": "migratie",
    "nazorg": "nazorg",
    "evaluatie": "evaluatie",
}
"""Parts of the plan that are that result themselves."""
_PLACES = ("resultaten", "mijlpalen")
_FEW = 3
"""Up to so many missing results each is a finding; above that they are one."""
_NO_MIGRATION = re.compile(
    r"\b(?:geen|zonder|no|without)\s+(?:\w+\s+){0,2}?(?:data)?(?:migratie|conversie|migration|conversion)",
    re.IGNORECASE,
)


@check("result", "heading", variants=("", "several"))
def missing(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A result that a software plan always has and that no milestone, action or part of the plan is about."""
    place = next(plan.of_kind(*_PLACES), None)
    if place is None or place.na_reason or not is_rolled_out(plan):
        return
    lacking = [name for name in look(_WANTED) if not _is_delivered(plan, name)]
    span, heading = place.heading.span, place.heading.title.plain
    if len(lacking) <= _FEW:
        for name in lacking:
            yield Finding(span, {"result": Term("deliverable", name), "heading": heading}, about=_about(name))
    else:
        names: tuple[Value, ...] = tuple(Term("deliverable", name) for name in lacking)
        yield Finding(span, {"result": names, "heading": heading}, "several", ("section:resultaten",))


def is_rolled_out(plan: Plan) -> bool:
    """A plan that says what kind it is, or has a supplier; software that is being built only looks like it."""
    return plan.profile_given or "leveranciers" in plan.meta or any(plan.of_kind("leverancier"))


def _about(name: str) -> tuple[str, ...]:
    return ("section:resultaten", f"result:{name}", f"section:{name}")


def _is_delivered(plan: Plan, name: str) -> bool:
    part = _PARTS.get(name)
    if part is not None and plan.has(part):
        return True
    if name == "technical" and says(plan, "supplier.hosted"):
        return True
    if name == "migration" and _NO_MIGRATION.search(plan.document.source.text):
        return True
    lexicon = lexicon_of(plan.vocabulary)
    things = [*(milestone.text for milestone in plan.milestones), *(action.text for action in plan.actions)]
    if any(lexicon.holds(_OWN_WORDS[name], text) for text in things):
        return True
    if any(milestone_type(text, lexicon) in _TYPES.get(name, ()) for text in things):
        return True
    return says(plan, _OWN_WORDS[name], *_PLACES, "beheer", "planning", "acties")


# ---------------------------------------------------------------- the work that leads to it


@check("text", "row", variants=("", "words"))
def without_activity(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A milestone that no action works on.

    Sure where actions name milestones by their number; `words`: in a plan whose actions mostly share words with the
    milestones, or where the milestone has an owner of its own.
    """
    tasks = tasks_of(plan)
    results = [milestone for milestone in look(plan.milestones) if _is_made(milestone) and _is_result(plan, milestone)]
    if not tasks or not results:
        return
    matches = {one.span: list(activities_of(one, tasks)) for one in results}
    linked = {span for span, found in matches.items() if found}
    explicit = any(match.reason is Reason.NUMBER for found in matches.values() for match in found)
    lexicon = lexicon_of(plan.vocabulary)
    types = {milestone_type(task.text, lexicon) for task in tasks} - {MilestoneType.OTHER}
    alone = [one for one in results if one.span not in linked and one.type not in types and not _same_place(one, plan)]
    if len(alone) * 3 > len(results):
        return  # the plan's actions are told in other words than its results
    for milestone in alone:
        values: dict[str, Value] = {"text": milestone.text.rstrip(" ."), "row": gaps.row_of(milestone)}
        # Who has a name and a date for it, may do it as one action.
        sure = explicit and milestone.owner is None and milestone.place.row is not None
        yield Finding(milestone.span, values, "" if sure else "words")


def _is_result(plan: Plan, milestone: Milestone) -> bool:
    """A row of a table, or an item below a heading about results: a month in a planning is none."""
    section = milestone.place.section
    return milestone.place.row is not None or any(found.section is section for found in plan.of_kind(*_PLACES))


def _is_made(milestone: Milestone) -> bool:
    """Something that work leads to; a go-live or the end of a phase is a moment."""
    moments = (MilestoneType.GO_LIVE, MilestoneType.AFTERCARE, MilestoneType.EVALUATION)
    return milestone.type not in (*moments, MilestoneType.INTERIM_EVALUATION) and not _MOMENT.search(milestone.text)


_MOMENT = re.compile(
    r"\b(?:start|kick-?off|begin|einde?|afsluiting|besluit|go/no-?go|oplevering|deadline|inleveren|demo|review|meeting"
    r"|sprint|fase|phase|week|end|close|decision|delivery|gesprek|presentatie|vergadering|overleg)\w*\b",
    re.IGNORECASE,
)


def _same_place(milestone: Milestone, plan: Plan) -> bool:
    """Actions stand in the milestone's own section or table, so its heading joins them."""
    section = milestone.place.section
    return any(action.place.section is section for action in plan.actions if section is not None)


def heading_span(plan: Plan, *kinds: str) -> Span:
    """The heading of the first part of these kinds, or where the text begins."""
    place = next((found for kind in kinds for found in plan.of_kind(kind)), None)
    return place.heading.span if place is not None else plan.start_of_body
