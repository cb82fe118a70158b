"""Facts about what stays when the project is over: for which goals, recorded in what, from when, and for whom else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.goals import about_goal, goal_values, judged_goals
from implan_lint.checks.measuring import own_words, says_outside
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Span
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.links import links_of_goal
from implan_lint.plan.model import Action, ActionKind, Plan, PlanSection
from implan_lint.plan.time.period import TimeKind

SUSTAINING = ("borging", "verspreiding")
_NOT_PLANNED = (
    *("context", "huidige_situatie", "aanleiding", "scope_uit", "scope_later", "begrippen", "bijlagen"),
    *("risicos", "belemmerend", "bevorderend", "factoren"),
)
"""Parts that tell what is, what may happen or what stays out."""
_ABOUT = tuple(f"section:{kind}" for kind in SUSTAINING)
_A_SENTENCE = 5
"""Words from which on a part says something."""


# ---------------------------------------------------------------- presence


@check(*PLACE_VALUES, variants=(*PLACE_VARIANTS, "prose"))
def absent(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing says how the new way of working stays; `prose`: the words under a wider heading may mean to."""
    look.once()
    if is_fragment(plan) or is_waived(plan, *SUSTAINING) or _is_sustained(plan):
        return
    finding = not_said(plan, *SUSTAINING)
    if any(map(_may_be_about_staying(plan), own_words(plan, *SUSTAINING))):
        finding = Finding(finding.span, finding.values, "prose", finding.about)
    yield finding


def _is_sustained(plan: Plan) -> bool:
    if any(map(_is_assurance, plan.actions)) or says_outside(plan, "sustain.words", _NOT_PLANNED):
        return True
    if plan.has("beheer") and not plan.profile.requires("borging"):
        return True  # somebody keeps it running
    parts = list(plan.of_kind(*SUSTAINING))
    if any(set(part.kinds) <= set(SUSTAINING) for part in parts):
        return sum(len(text.split()) for text in own_words(plan, *SUSTAINING)) >= _A_SENTENCE
    # Under a heading that is about evaluation as well, the words must be about staying.
    lexicon = lexicon_of(plan.vocabulary)
    return bool(parts) and any(lexicon.holds("sustain.structure", text) for text in own_words(plan, *SUSTAINING))


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_OTHER_THINGS = ("evaluation.final", "evaluation.interim", "evaluation.ongoing", "evaluation.adjust", "aftercare.words")


def _may_be_about_staying(plan: Plan) -> Callable[[str], bool]:
    lexicon = lexicon_of(plan.vocabulary)

    def judge(text: str) -> bool:
        sentences = (one for one in _SENTENCE_END.split(text) if len(one.split()) >= _A_SENTENCE)
        return any(not any(lexicon.holds(name, one) for name in _OTHER_THINGS) for one in sentences)

    return judge


def _is_assurance(action: Action) -> bool:
    return action.kind is ActionKind.ASSURANCE and not action.withdrawn


# ---------------------------------------------------------------- goals


@check("goal", "text")
def goal_not_sustained(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal that no row about sustaining serves, where the other rows say which goal they are for."""
    rows = list(filter(_is_assurance, plan.actions))
    if not any(row.goals is not None and (row.goals.numbers or row.goals.collective) for row in rows):
        return
    for goal in look(judged_goals(plan)):
        if not any(links_of_goal(goal, rows)):
            yield Finding(goal.span, goal_values(goal), about=about_goal(goal))


# ---------------------------------------------------------------- in what, and for whom else


@check("heading", variants=("", "rows"))
def not_structural(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No action names a document, a system or a meeting that stays; `rows`: they have no heading of their own."""
    lexicon = lexicon_of(plan.vocabulary)
    rows = list(filter(_is_assurance, plan.actions))
    said = [*own_words(plan, *SUSTAINING), *(row.text for row in rows)]
    structured = any(lexicon.holds("sustain.structure", text) for text in look(said))
    if structured or sum(len(text.split()) for text in said) < _A_SENTENCE:
        return
    part = _place(plan)
    if part is not None:
        yield Finding(part.heading.span, {"heading": part.heading.title.plain}, about=_ABOUT)
    elif rows:
        yield Finding(rows[0].span, {"heading": ""}, "rows", _ABOUT)


@check("heading", variants=("", "nowhere"))
def not_spread(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing is said about other teams or places; a plan that is about all of them needs no such words."""
    look.once()
    lexicon = lexicon_of(plan.vocabulary)
    if is_fragment(plan) or is_waived(plan, "verspreiding") or says_outside(plan, "spread.words", _NOT_PLANNED):
        return
    if any(lexicon.holds("spread.here", text) for text in own_words(plan, *SUSTAINING)):
        return
    if any(lexicon.holds("spread.all", text) for text in own_words(plan)):
        return
    part = _place(plan)
    if part is not None:
        yield Finding(part.heading.span, {"heading": part.heading.title.plain}, about=_ABOUT)
    else:
        yield Finding(plan.start_of_body, {"heading": ""}, "nowhere", _ABOUT)


def _place(plan: Plan) -> PlanSection | None:
    return next((part for part in plan.of_kind(*SUSTAINING) if not part.is_empty), None)


# ---------------------------------------------------------------- when


@check("count", "date", "end")
def too_late(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """All sustaining starts in the last quarter of the project, or after it."""
    life, lexicon = plan.lifetime, lexicon_of(plan.vocabulary)
    if life.start is None or life.end is None or life.derived or life.end <= life.start:
        return
    rows = [row for row in look(plan.actions) if not row.withdrawn and _sustains(row, lexicon.holds)]
    starts = [(start, row) for row in rows if (start := _start(row)) is not None]
    last_quarter = life.end - (life.end - life.start) / 4
    if not rows or len(starts) < len(rows) or min(start for start, _ in starts) <= last_quarter:
        return
    start, first = min(starts, key=lambda pair: pair[0])
    span: Span = first.when.span if first.when is not None else first.span
    yield Finding(span, {"count": len(rows), "date": start, "end": life.end})


def _sustains(row: Action, holds: Callable[[str, str], bool]) -> bool:
    return row.kind is ActionKind.ASSURANCE or holds("sustain.words", row.text)


def _start(row: Action) -> date | None:
    """The first day on which it can be going on; None for what has no day or a rhythm."""
    period = row.period
    if period is None or period.kind not in (TimeKind.MOMENT, TimeKind.RELATIVE):
        return None
    return period.earliest or period.latest
