"""From a document to a plan: lets every reader have its turn, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from implan_lint.document.model import Block, Document, ListBlock, Quote, Table
from implan_lint.plan.actions import read_actions
from implan_lint.plan.budget import read_budgets
from implan_lint.plan.closing import read_aftercare, read_evaluations, read_exclusions
from implan_lint.plan.factors import read_factors
from implan_lint.plan.goals import read_goals
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.meta import derived_lifetime, language_of, read_lifetime, read_meta, read_phase
from implan_lint.plan.model import (
    Action,
    ActionKind,
    Entity,
    Lifetime,
    Milestone,
    MilestoneType,
    Plan,
    PlanSection,
    PlanTable,
    ScopeItem,
)
from implan_lint.plan.people import read_communications, read_stakeholders
from implan_lint.plan.preconditions import read_preconditions
from implan_lint.plan.presence import read_presence
from implan_lint.plan.profile import Profile
from implan_lint.plan.reading import Reading
from implan_lint.plan.recognise import named_profile, recognise_profile
from implan_lint.plan.register import milestone_type, read_indicators, read_milestones
from implan_lint.plan.risks import read_risks
from implan_lint.plan.roles import read_roles
from implan_lint.plan.scope import read_scope
from implan_lint.plan.sections import read_sections
from implan_lint.plan.tables import recognise
from implan_lint.plan.time.reader import TimeContext
from implan_lint.plan.vocabulary import Vocabulary


def read_plan(
    document: Document, *, vocabulary: Vocabulary, profiles: Mapping[str, Profile], profile: str | None, today: date
) -> Plan:
    """What the document means. `profile` wins over the plan's own word; KeyError if there is no such profile."""
    lexicon = lexicon_of(vocabulary)
    sections = read_sections(document, lexicon)
    tables = tuple(_tables(document, sections, lexicon))
    meta = read_meta(document, lexicon)
    lifetime = read_lifetime(document, meta)
    reading = Reading(document, lexicon, sections, tables, _times(lifetime, today))
    actions, milestones = read_actions(reading), read_milestones(reading)
    things: tuple[Action | Milestone, ...] = (*milestones, *actions)
    known = derived_lifetime(lifetime, [(thing.when, thing.period) for thing in things])
    go_live = _go_live(known, things, lexicon)
    if go_live != lifetime:
        # Now that the plan's years are known, dates without a year and "na livegang" can be placed.
        reading = Reading(document, lexicon, sections, tables, _times(go_live, today))
        actions, milestones = read_actions(reading), read_milestones(reading)
    milestones = tuple(m for m in milestones if m.span not in {a.span for a in actions})
    goals = read_goals(reading)
    scope = read_scope(reading, meta)
    stakeholders, communications, roles = read_stakeholders(reading), read_communications(reading), read_roles(reading)
    risks, indicators = read_risks(reading), read_indicators(reading)
    exclusions = read_exclusions(reading, scope)
    evaluations = read_evaluations(reading, actions, milestones, exclusions)
    aftercare = read_aftercare(reading, actions, milestones, exclusions)
    given = profiles[profile] if profile is not None else named_profile(meta, profiles)
    phase, phase_given = read_phase(meta, lexicon)
    presence = read_presence(
        reading,
        meta,
        {
            "doelen": goals,
            "acties": tuple(action for action in actions if action.kind is ActionKind.ACTION),
            "risicos": risks,
            "stakeholders": stakeholders,
            "communicatie": communications,
            "scope_in": tuple(item for item in scope if item.side == "in" and not item.trivial),
            "scope_uit": tuple(item for item in scope if item.side == "out" and not item.trivial),
            "training": _about_training(lexicon, (*actions, *milestones, *indicators, *scope)),
            "evaluatie": evaluations,
            "nazorg": aftercare,
        },
    )
    return Plan(
        document,
        given or recognise_profile(document, sections, tables, profiles, lexicon),
        given is not None,
        phase,
        phase_given,
        language_of(document),
        today,
        vocabulary,
        meta,
        go_live,
        sections,
        tables,
        presence,
        goals,
        actions,
        milestones,
        scope,
        stakeholders,
        communications,
        risks,
        indicators,
        roles,
        evaluations,
        aftercare,
        exclusions,
        tuple(profiles),
        *read_factors(reading),
        budgets=read_budgets(reading),
        preconditions=read_preconditions(reading),
    )


def _about_training(lexicon: Lexicon, things: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """What the plan does about training without a heading of its own."""
    return tuple(
        thing
        for thing in things
        if lexicon.holds("milestone.training", thing.text) and not (isinstance(thing, ScopeItem) and thing.side != "in")
    )


def _times(lifetime: Lifetime, today: date) -> TimeContext:
    events = {"livegang": lifetime.go_live} if lifetime.go_live is not None else {}
    return TimeContext(lifetime.start, lifetime.end, events, today)


def _go_live(lifetime: Lifetime, things: tuple[Action | Milestone, ...], lexicon: Lexicon) -> Lifetime:
    """The go-live of the front matter, or the first milestone or action that is one and has a day."""
    if lifetime.go_live is not None:
        return lifetime
    for thing in things:
        period = thing.period
        if period is not None and period.latest and milestone_type(thing.text, lexicon) is MilestoneType.GO_LIVE:
            return replace(lifetime, go_live=period.latest, go_live_span=period.span)
    return lifetime


def _tables(document: Document, sections: tuple[PlanSection, ...], lexicon: Lexicon) -> Iterator[PlanTable]:
    kinds = {
        id(found.section): (*found.kinds, *(k for k in found.inherited if k not in found.kinds)) for found in sections
    }
    for section in document.root.walk():
        for table in _tables_in(section.blocks):
            yield recognise(table, section, kinds.get(id(section), ()), lexicon)


def _tables_in(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Quote):
            yield from _tables_in(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _tables_in(item.blocks)
