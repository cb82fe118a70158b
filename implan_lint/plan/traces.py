"""How the things of a plan hang together: which action serves a goal, who hears of it, what answers a risk.

The surest evidence speaks first: a number, then one row, then a name, then words. A thing that names numbers is
linked by those alone. A link by words is a guess and says how many of the words are shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from implan_lint.diagnostic import Confidence
from implan_lint.plan.audiences import Audiences, addressable
from implan_lint.plan.ids import has_letter, ids_in, own_ids
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.links import ENOUGH, Match, Reason, common_words, links_of_goal, same_party, shared_words
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Entity,
    Factor,
    Goal,
    Indicator,
    Mention,
    Milestone,
    Plan,
    Polarity,
    Risk,
    Strategy,
)
from implan_lint.plan.organisation import Organisation, can_be_looked_up
from implan_lint.plan.owners import without_brackets
from implan_lint.plan.words import fold

End: TypeAlias = Entity | Mention


class LinkKind(StrEnum):
    GOAL_ACTION = "goal_action"
    GOAL_INDICATOR = "goal_indicator"
    STAKEHOLDER_COMMUNICATION = "stakeholder_communication"
    RISK_MEASURE = "risk_measure"
    RISK_ACTION = "risk_action"
    BARRIER_STRATEGY = "barrier_strategy"
    MILESTONE_ACTION = "milestone_action"
    OWNER_ORGANISATION = "owner_organisation"


@dataclass(frozen=True, slots=True)
class Link:
    kind: LinkKind
    source: End
    target: End
    reason: Reason
    confidence: Confidence
    share: float
    """How much of the words they share (0 to 1); 1 for a link that does not rest on words."""


@dataclass(frozen=True, slots=True)
class Traces:
    links: tuple[Link, ...]
    """By kind, then in the order of the plan's text."""
    unlinked: Mapping[LinkKind, tuple[End, ...]]
    """Per kind what leads to nothing. A kind of which the plan has no sources, or that can't be told, is absent."""


def links_of(plan: Plan) -> Traces:
    """Every link that the plan shows or suggests."""
    links: list[Link] = []
    unlinked: dict[LinkKind, tuple[End, ...]] = {}
    for kind, pairs in _pairs(plan):
        alone: list[End] = []
        seen = False
        for source, matches in pairs:
            seen = True
            found = [Link(kind, source, m.thing, m.reason, _confidence(m), m.share) for m in matches]
            links += found
            if not found:
                alone.append(source)
        if seen:
            unlinked[kind] = tuple(alone)
    return Traces(tuple(links), unlinked)


Pairs: TypeAlias = "Iterator[tuple[End, Iterable[Match[End]]]]"


def _pairs(plan: Plan) -> Iterator[tuple[LinkKind, Pairs]]:
    tasks = tasks_of(plan)
    goals = [goal for goal in plan.goals if not goal.is_empty]
    yield LinkKind.GOAL_ACTION, ((goal, actions_of(goal, tasks)) for goal in goals)
    yield LinkKind.GOAL_INDICATOR, ((goal, indicators_of(goal, plan)) for goal in goals)
    audiences = Audiences(plan)
    yield (
        LinkKind.STAKEHOLDER_COMMUNICATION,
        ((person, audiences.reaching(person)) for person in addressable(plan)),
    )
    yield LinkKind.RISK_MEASURE, ((risk, _measures(risk)) for risk in plan.risks)
    yield LinkKind.RISK_ACTION, ((risk, _answers(risk, tasks)) for risk in plan.risks)
    barriers = (factor for factor in plan.factors if factor.polarity is not Polarity.FACILITATOR)
    yield LinkKind.BARRIER_STRATEGY, ((barrier, strategies_of(barrier, plan)) for barrier in barriers)
    yield LinkKind.MILESTONE_ACTION, ((milestone, activities_of(milestone, tasks)) for milestone in plan.milestones)
    yield LinkKind.OWNER_ORGANISATION, _owners(plan)


def _confidence(match: Match[End]) -> Confidence:
    if match.reason in (Reason.NUMBER, Reason.ROW, Reason.NAME):
        return Confidence.HIGH
    if match.reason in (Reason.MENTION, Reason.ROLE):
        return Confidence.MEDIUM
    return Confidence.MEDIUM if match.reason is Reason.WORDS and match.share >= _MANY else Confidence.LOW


_MANY = 0.75


# ---------------------------------------------------------------- goals


def tasks_of(plan: Plan) -> list[Action]:
    """The actions that can serve a goal: no data collection, messages or sustainment, and none withdrawn."""
    return [action for action in plan.actions if action.kind is ActionKind.ACTION and not action.withdrawn]


def actions_of(goal: Goal, tasks: Iterable[Action]) -> Iterator[Match[Action]]:
    """The tasks that work on a goal."""
    return links_of_goal(goal, tasks)


def indicators_of(goal: Goal, plan: Plan) -> Iterator[Match[Indicator]]:
    """The indicators that measure a goal."""
    return links_of_goal(goal, plan.indicators)


# ---------------------------------------------------------------- risks


def _measures(risk: Risk) -> Iterator[Match[End]]:
    return (Match(measure, Reason.ROW, 1.0) for measure in risk.measures)


def _answers(risk: Risk, tasks: Iterable[Action]) -> Iterator[Match[End]]:
    """Actions that name the risk, that a measure names, or that do what a measure says."""
    own = own_ids(f"{risk.number}", "R") if risk.number is not None else frozenset()
    measures = [measure.text for measure in risk.measures]
    named = frozenset().union(*map(ids_in, measures))
    for action in tasks:
        ids = ids_in(action.text)
        if own & ids or own_ids(_cell(action, "nummer"), "A") & named:
            yield Match(action, Reason.NUMBER, 1.0)
        elif has_letter(ids, "R"):
            continue
        elif any(fold(measure) == fold(action.text) for measure in measures):
            yield Match(action, Reason.NAME, 1.0)
        else:
            yield from _by_words(action, (*measures, risk.text), least=2)


# ---------------------------------------------------------------- barriers


def strategies_of(barrier: Factor, plan: Plan) -> Iterator[Match[End]]:
    """The answer in its own row, strategies that name the barrier, and those that share its words."""
    own, answer = own_ids(barrier.id_text, "B"), barrier.strategy
    asked = ids_in(answer.text) if answer is not None else frozenset()
    # "B1" may be explained in a list and answered in a row of its own.
    twins = [f.strategy.span for f in plan.factors if f.strategy is not None and own & own_ids(f.id_text, "B")]
    found: list[Match[End]] = []
    for strategy in plan.strategies:
        match = _strategy_match(barrier, strategy, own, asked)
        if match is None and strategy.span in twins:
            match = Match(strategy, Reason.NUMBER, 1.0)
        if match is not None:
            found.append(match)
    if answer is not None and not any(match.reason in (Reason.ROW, Reason.NUMBER) for match in found):
        found.insert(0, Match(answer, Reason.ROW, 1.0))
    yield from found


def _strategy_match(
    barrier: Factor, strategy: Strategy, own: frozenset[tuple[str, int]], asked: frozenset[tuple[str, int]]
) -> Match[End] | None:
    if barrier.strategy is not None and barrier.strategy.span == strategy.span:
        return Match(strategy, Reason.ROW, 1.0)
    if own_ids(strategy.id_text, "S") & asked or own & ids_in(strategy.text):
        return Match(strategy, Reason.NUMBER, 1.0)
    table = strategy.place.table
    if has_letter(ids_in(strategy.text), "BFK") or (table is not None and "factor" in table.columns):
        return None  # It answers another barrier.
    if any(words in fold(strategy.text) for words in _ALL_BARRIERS):
        return Match(strategy, Reason.ALL, 1.0)
    texts = (barrier.text, barrier.strategy.text) if barrier.strategy is not None else (barrier.text,)
    return next(_by_words(strategy, texts, least=2), None)


_ALL_BARRIERS = (
    "alle knelpunten",
    "alle belemmeringen",
    "alle belemmerende factoren",
    "alle barrieres",
    "all barriers",
)


# ---------------------------------------------------------------- milestones


def activities_of(milestone: Milestone, tasks: Iterable[Action]) -> Iterator[Match[End]]:
    """The tasks that name a milestone, do what it says or share its words."""
    own = own_ids(f"{milestone.number}", "M") if milestone.number is not None else frozenset()
    for action in tasks:
        cell = _cell(action, "mijlpaal")
        ids = ids_in(action.text) | (ids_in(cell) or own_ids(cell, "M"))
        if own & ids:
            yield Match(action, Reason.NUMBER, 1.0)
        elif has_letter(ids, "M"):
            continue
        elif fold(milestone.text) in (fold(action.text), fold(cell)):
            yield Match(action, Reason.NAME, 1.0)
        else:
            yield from _by_words(action, (milestone.text,), least=1)


# ---------------------------------------------------------------- owners


def _owners(plan: Plan) -> Pairs:
    """Each person or role that owns work, once; only in a plan that has an organisation."""
    if not plan.roles and not any(plan.of_kind("projectorganisatie")):
        return
    organisation, lexicon = Organisation(plan), lexicon_of(plan.vocabulary)
    seen: list[str] = []
    for action in plan.actions:
        for owner in action.owners if not action.withdrawn else ():
            name = without_brackets(owner.name)
            if not can_be_looked_up(name, owner.kind, lexicon) or any(same_party(name, other) for other in seen):
                continue
            seen.append(name)
            found = organisation.find(owner.name)
            yield Mention(owner.name, owner.span), ([found] if found is not None else [])


# ---------------------------------------------------------------- words


def _by_words(thing: Entity, texts: Iterable[str], least: int) -> Iterator[Match[End]]:
    """A match if one of the texts shares enough words with the thing, and not fewer than `least`."""
    shares = [shared_words(text, thing.text) for text in texts if common_words(text, thing.text) >= least]
    if shares and max(shares) >= ENOUGH:
        yield Match(thing, Reason.WORDS, max(shares))


def _cell(entity: Entity, column: str) -> str:
    place = entity.place
    cell = place.table.cell(place.row, column) if place.table is not None and place.row is not None else None
    return cell.text.plain.strip() if cell is not None else ""
