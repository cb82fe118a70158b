"""Facts about what must be arranged: that it is written down, that people have time, that the technique is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said, says, texts
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Plan

_KIND = "randvoorwaarden"
_ELSEWHERE = (
    _KIND,
    "middelen",
    "voorbereiding",
    "projectorganisatie",
    "budget",
    "werkafspraken",
    "strategieen",
    "context",
)
_HOURS = re.compile(
    r"\d\s*(?:uur|uren|fte|dagdelen|dagen|hours?|days?|half-days?)\b|\b(?:uren|hours|fte)\b", re.IGNORECASE
)
_DEPENDS = re.compile(
    r"\b(?:randvoorwaard\w*|voorwaarde[n]?|op voorwaarde dat|afhankelijk van|preconditions?|prerequisites?"
    r"|provided that|depends on|dependenc\w+)\b",
    re.IGNORECASE,
)


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def absent(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing that must be arranged, neither below its own heading nor in a sentence elsewhere."""
    look.once()
    if plan.preconditions or is_fragment(plan) or is_waived(plan, _KIND):
        return
    if not plan.profile.requires(_KIND) and any(_DEPENDS.search(text) for text in texts(plan)):
        return
    yield not_said(plan, _KIND, *(["voorbereiding"] if plan.profile.requires("voorbereiding") else []))


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_availability(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on the time that people have for it, in a plan that says what is needed."""
    look.once()
    if is_fragment(plan) or is_waived(plan, _KIND, "middelen") or not plan.has(_KIND, "middelen"):
        return
    if says(plan, "condition.availability", *_ELSEWHERE) or any(_HOURS.search(text) for text in texts(plan)):
        return
    yield not_said(plan, _KIND, "middelen")


@check("heading")
def without_technique(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Preconditions of which none is about hardware, software or connections."""
    lexicon = lexicon_of(plan.vocabulary)
    stated = [one.text for one in look(plan.preconditions)]
    place = next(plan.of_kind(_KIND), None)
    if not stated or place is None or any(lexicon.holds("condition.technical", text) for text in stated):
        return
    if not says(plan, "condition.technical", _KIND, "middelen"):
        yield Finding(place.heading.span, {"heading": place.heading.title.plain}, about=(f"section:{_KIND}",))
