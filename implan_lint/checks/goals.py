"""Facts about goals: whether they are there, can be measured, end some day, and say what they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.gaps import FEW
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Numbered, Span, Term, Value
from implan_lint.document.model import Paragraph
from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.links import Reason
from implan_lint.plan.model import Goal, Indicator, Origin, Plan
from implan_lint.plan.time.period import Bound, Period, TimeKind
from implan_lint.plan.time.reader import TimeContext, find_periods
from implan_lint.plan.traces import indicators_of
from implan_lint.plan.words import fold

_DAYS_A_MONTH = 30.44
_MANY_PARTS = 3
"""A heading that stands so often above goals heads the goals of parts."""
_MANY_GOALS = 4
"""From so many goals on that all lack the same, one finding says so."""
_GOALS = re.compile(r"(?:doelen|doelstellingen|ambities|goals|objectives|aims)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_THRESHOLD = re.compile(r"\b(?:of|or)\s*$")
_THAN = re.compile(r"\s*(?:dan|than)\b")


def written_goals(plan: Plan) -> tuple[Goal, ...]:
    """The goals that say something; a template's empty "Doel 3" is none."""
    return tuple(goal for goal in plan.goals if not goal.is_empty)


def judged_goals(plan: Plan) -> tuple[Goal, ...]:
    """The goals of the plan itself, which must be SMART.

    Not judged are what a single phase is for ("Doel: ..." outside the goals, or a heading "Doel" in every chapter),
    the ambition in prose above a list of goals, and goals in what is no whole plan.
    """
    goals = written_goals(plan)
    kinds = {id(found.section): (*found.kinds, *found.inherited) for found in plan.sections}
    own = tuple(goal for goal in goals if "doelen" in kinds.get(id(goal.place.section), ()))
    if not own and is_fragment(plan):
        return ()
    parted = _titles_of_parts(own or goals)
    kept = tuple(goal for goal in own or goals if _title(goal) not in parted)
    listed = tuple(goal for goal in kept if goal.place.origin is not Origin.SENTENCE) or kept
    return listed if own or len(listed) < _MANY_PARTS else listed[:1]


def _titles_of_parts(goals: Sequence[Goal]) -> set[str]:
    """Headings that stand above goals in several places: each heads the goal of one part."""
    sections = {id(goal.place.section): _title(goal) for goal in goals}
    counted = Counter(sections.values())
    return {title for title, count in counted.items() if title and count >= _MANY_PARTS}


def _title(goal: Goal) -> str:
    section = goal.place.section
    return fold(section.heading.title.plain) if section is not None and section.heading is not None else ""


def goal_values(goal: Goal) -> dict[str, Value]:
    """What every message about a goal can use: "doel 2", and its words."""
    return {"goal": name_of(goal), "text": goal.text.rstrip(" .;")}


def name_of(goal: Goal) -> Value:
    """ "doel 2", or "dit doel" where it has no number."""
    return Term("role", "goal") if goal.number is None else Numbered(Term("object", "doel"), goal.number)


def about_goal(goal: Goal) -> tuple[str, ...]:
    return (f"goal:{goal.span.start}",)


def goals_place(plan: Plan) -> Span:
    """Where a finding about the goals together points: their heading, or else the first goal."""
    section = next(plan.of_kind("doelen"), None)
    if section is not None:
        return section.heading.span
    return plan.goals[0].span if plan.goals else plan.start_of_body


# ---------------------------------------------------------------- presence


@check(*PART_VALUES, variants=(*PART_VARIANTS, "template"), parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No goal at all; `template`: only a format's empty "Doel 1"."""
    field = plan.meta.get("doelen")
    if written_goals(plan) or is_fragment(plan) or (field is not None and field.text.strip()):
        look.once()
        return
    for finding in part_without(plan, look, "doelen", with_):
        if plan.goals:
            yield Finding(plan.goals[0].span, finding.values, "template", finding.about)
        else:
            yield finding


# ---------------------------------------------------------------- measurable and time-bound


@check("goal", "text", "count", "total", variants=("", "all", "many"))
def not_measurable(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal without a measure of its own or of an indicator that belongs to it; `all`: none has one."""
    yield from _each_or_all(plan, tuple(look(judged_goals(plan))), is_measured)


@check("goal", "text", "count", "total", variants=("", "all", "many"))
def without_term(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal that does not say when it is reached; `all`: none does."""
    yield from _each_or_all(plan, tuple(look(judged_goals(plan))), has_term)


def all_lack(goals: Sequence[Goal], lacking: Sequence[Goal]) -> str:
    """The variant that speaks of the goals together: "all" or "many"; "" where each is named."""
    if len(lacking) == len(goals) and len(goals) >= _MANY_GOALS:
        return "all"
    return "many" if len(lacking) > FEW else ""


def _each_or_all(plan: Plan, goals: Sequence[Goal], holds: Callable[[Plan, Goal], bool]) -> Iterator[Finding]:
    lacking = [goal for goal in goals if not holds(plan, goal)]
    together = all_lack(goals, lacking)
    if together:
        values: dict[str, Value] = {"count": len(lacking), "total": len(goals)}
        about = tuple(fact for goal in lacking for fact in about_goal(goal))
        yield Finding(lacking[0].span, values, together, about, certain=any(map(is_plainly_a_goal, lacking)))
        return
    for goal in lacking:
        yield Finding(goal.span, goal_values(goal), about=about_goal(goal), certain=is_plainly_a_goal(goal))


def is_plainly_a_goal(goal: Goal) -> bool:
    """A row of a goal table, a numbered goal, or an item under a heading that announces goals.

    Under a heading in the singular ("Doel") people also write what the document is for.
    """
    if goal.place.row is not None or goal.id_text or goal.measurable.found or goal.time_bound.found:
        return True
    return goal.place.origin is Origin.LIST_ITEM and _GOALS.search(_title(goal)) is not None


@check("goal", "text", "words")
def vague_term(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal whose only time is a vague one: "op termijn"."""
    for goal in look(judged_goals(plan)):
        vague = next((period for period in goal.times if period.kind is TimeKind.VAGUE), None)
        if vague is not None and not has_term(plan, goal):
            yield Finding(vague.span, {**goal_values(goal), "words": vague.text}, about=about_goal(goal))


def is_measured(plan: Plan, goal: Goal) -> bool:
    """Whether the goal, or an indicator with a target that belongs to it, says how much."""
    return goal.measurable.found or any(indicator.target for indicator in _own_indicators(plan, goal))


def has_term(plan: Plan, goal: Goal) -> bool:
    """Whether the goal, its row, its heading, the line above its list or its indicator names an end."""
    if goal.time_bound.found or any(_is_end(period) for period in goal.times):
        return True
    if any(_names_year(indicator) for indicator in _own_indicators(plan, goal)):
        return True
    return any(_is_end(period) for period in _lead_in(plan, goal))


def _is_end(period: Period) -> bool:
    return period.kind in (TimeKind.MOMENT, TimeKind.RELATIVE, TimeKind.EVENT)


def _names_year(indicator: Indicator) -> bool:
    return any(part is not None and _YEAR.search(part.text) for part in (indicator.target, indicator.rhythm))


def _lead_in(plan: Plan, goal: Goal) -> Iterable[Period]:
    """The times in "Op 1 juli 2026 hebben we dit bereikt:" above a list of goals."""
    section = goal.place.section
    if section is None:
        return ()
    above = [block for block in section.blocks if isinstance(block, Paragraph) and block.span.end <= goal.span.start]
    if not above or not above[-1].text.plain.rstrip().endswith(":"):
        return ()
    context = TimeContext(plan.lifetime.start, plan.lifetime.end, {}, plan.today)
    return find_periods(above[-1].text.plain, context)


def _own_indicators(plan: Plan, goal: Goal) -> list[Indicator]:
    """The indicators that measure this goal in particular."""
    return [link.thing for link in indicators_of(goal, plan) if link.reason is not Reason.ALL]


# ---------------------------------------------------------------- wording


@check("goal", "text", "words")
def vague_verb(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal that rests on "verbeteren" or "optimaliseren" and has no measure."""
    for goal in look(judged_goals(plan)):
        if goal.vague_verb is not None and not is_measured(plan, goal):
            yield Finding(
                goal.vague_verb.span, {**goal_values(goal), "words": goal.vague_verb.text}, about=about_goal(goal)
            )


@check("goal", "text", "words")
def negative(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A goal whose core is what must not happen."""
    for goal in look(judged_goals(plan)):
        if goal.negation is not None:
            values = {**goal_values(goal), "words": goal.negation.text}
            yield Finding(goal.negation.span, values, about=about_goal(goal))


@check("goal", "text", "words")
def without_baseline(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A measured change ("stijgt met 15%") of which nobody knows from what."""
    lexicon = Lexicon(plan.vocabulary)
    planned = any(lexicon.holds("smart.baseline", thing.text) for thing in (*plan.actions, *plan.milestones))
    for goal in look(judged_goals(plan)):
        change = _change(goal, lexicon)
        if change is None or not goal.measurable.found or goal.baseline is not None or planned:
            continue
        if not any(indicator.baseline for indicator in _own_indicators(plan, goal)):
            yield Finding(goal.span, {**goal_values(goal), "words": change}, about=about_goal(goal))


def _change(goal: Goal, lexicon: Lexicon) -> str | None:
    """The word that says that something rises or falls; "8 of hoger" and "sneller dan" are thresholds."""
    folded = fold(goal.text)
    for match in lexicon.pattern("smart.relative").finditer(folded):
        if not _THRESHOLD.search(folded[: match.start()]) and not _THAN.match(folded, match.end()):
            return match.group()
    return None


# ---------------------------------------------------------------- the goals together


@dataclass(frozen=True, slots=True)
class Horizons:
    """Months from the start: up to `short` is short term, past `long` is long term."""

    short: int = 6
    long: int = 12
    short_project: int = 12
    """A project of fewer months needs no long-term goal: it would lie past its end."""


@check("months", variants=("short", "long"), parameters=Horizons)
def one_horizon(plan: Plan, look: Look, with_: Horizons) -> Iterator[Finding]:
    """All goals lie near, or all lie far."""
    goals = judged_goals(plan)
    horizons = [horizon for goal in look(goals) for horizon in _horizons(plan, goal, with_)]
    if len(goals) < 2 or not horizons:
        return
    place = goals_place(plan)
    if "kort" not in horizons:
        yield Finding(place, {"months": with_.short}, "short", ("horizon",))
    if "lang" not in horizons and not _is_short(plan, with_):
        yield Finding(place, {"months": with_.long}, "long", ("horizon",))


def _horizons(plan: Plan, goal: Goal, with_: Horizons) -> Iterator[str]:
    """The horizon that a goal's heading names, or that its date has; "" for one in between."""
    if goal.horizon:
        yield goal.horizon
        return
    start, end = plan.lifetime.start, plan.lifetime.end
    for period in goal.times:
        last = period.latest or (period.earliest if period.bound is Bound.FROM else None)
        if start is None or last is None or not _is_end(period) or last < start:
            continue
        if last <= start + timedelta(days=with_.short * _DAYS_A_MONTH):
            yield "kort"
        elif last > start + timedelta(days=with_.long * _DAYS_A_MONTH) or (end is not None and last >= end):
            yield "lang"
        else:
            yield ""


def _is_short(plan: Plan, with_: Horizons) -> bool:
    start, end = plan.lifetime.start, plan.lifetime.end
    return start is not None and end is not None and (end - start).days < with_.short_project * _DAYS_A_MONTH


@check("count")
def without_success_criterion(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing says when the implementation is a success."""
    goals = judged_goals(plan)
    look.once()
    if not goals or is_fragment(plan) or plan.has("succescriteria"):
        return
    if any(indicator.target for indicator in plan.indicators):
        return
    if all(is_measured(plan, goal) and has_term(plan, goal) for goal in goals):
        return
    if not Lexicon(plan.vocabulary).holds("smart.success", plan.document.source.text):
        yield Finding(goals_place(plan), {"count": len(goals)}, about=("success",))
