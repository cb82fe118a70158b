"""Facts about the actions: who does them, when, and what exactly."""

from __future__ import annotations

from collections.abc import Iterator

from implan_lint.checks import gaps
from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.presence import VALUES as PART_VALUES
from implan_lint.checks.presence import VARIANTS as PART_VARIANTS
from implan_lint.checks.presence import PartParameters, part_without
from implan_lint.diagnostic import Confidence, Finding, Value
from implan_lint.document.model import Fence
from implan_lint.plan.lexicon import Lexicon, lexicon_of
from implan_lint.plan.model import Action, ActionKind, Owner, OwnerKind, Plan, PlanTable, TableKind
from implan_lint.plan.organisation import Organisation, can_be_looked_up
from implan_lint.plan.owners import who_is_meant
from implan_lint.plan.time.period import TimeKind

_OWNER = {ActionKind.DATA: "wie_legt_vast", ActionKind.COMMUNICATION: "afzender"}
_WHEN = {ActionKind.COMMUNICATION: ("frequentie",)}
_RHYTHMS = (TimeKind.RECURRING, TimeKind.CONTINUOUS)
_KEPT_GOING = ("borging", "nazorg", "beheer", "monitoring", "gegevensverzameling", "communicatie", "evaluatie")
"""Parts in which a rhythm is as it should be."""
_WORK = frozenset(
    ("acties", "planning", "voorbereiding", "strategieen", "training", "migratie", "beheer", "nazorg", "borging",
     "verspreiding")
)  # fmt: skip
_NO_WORK = frozenset(("doelen", "scope", "scope_in", "scope_uit", "context", "aanleiding", "risicos", "stakeholders"))


def open_actions(plan: Plan) -> Iterator[Action]:
    """The actions that are still to be done, rows of communication tables only where those plan actions."""
    for action in plan.actions:
        if not action.withdrawn and not action.done and (action.kind is not ActionKind.COMMUNICATION or _acts(action)):
            yield action


def _acts(action: Action) -> bool:
    """A row of a communication table that asks for an action or a meeting instead of a message."""
    table = action.place.table
    return table is not None and ("actie_of_overleg" in table.columns or "actie" in table.columns)


def _asked(plan: Plan) -> Iterator[Action]:
    """The actions whose owner and date are asked here, if they surely are actions; communication has its own rules."""
    lexicon = Lexicon(plan.vocabulary)
    for action in open_actions(plan):
        if action.kind is not ActionKind.COMMUNICATION and _is_surely_work(plan, action, lexicon):
            yield action


def _is_surely_work(plan: Plan, action: Action, lexicon: Lexicon) -> bool:
    """A list item that names nobody and no moment is an action only where the plan speaks of work."""
    if action.place.row is not None or action.owner is not None:
        return True
    lead = action.text[: max(0, action.text.find(":"))]
    if action.place.confidence is Confidence.LOW or set(lexicon.exact_heading_kinds(lead)) & _NO_WORK:
        return False
    return action.when is not None or bool(set(_kinds_around(plan, action.place.section)) & _WORK)


def _owner_columns(table: PlanTable) -> tuple[str, ...]:
    return ("wie_legt_vast", "wie") if table.kind is TableKind.DATA else ("wie",)


def _when_columns(_table: PlanTable) -> tuple[str, ...]:
    return ("wanneer", "eind", "start")


def _when_slot(action: Action) -> str:
    table = action.place.table
    columns = _WHEN.get(action.kind, ("wanneer", "eind", "start"))
    return next((column for column in columns if table is not None and column in table.columns), columns[0])


# ---------------------------------------------------------------- presence


@check(*PART_VALUES, variants=(*PART_VARIANTS, "diagram"), parameters=PartParameters)
def absent(plan: Plan, look: Look, with_: PartParameters) -> Iterator[Finding]:
    """No action at all; `diagram`: a Gantt chart in which the tasks have no owner."""
    if any(action.kind in (ActionKind.ACTION, ActionKind.STRATEGY) for action in plan.actions):
        look.once()
        return
    if any("acties" in _kinds_around(plan, milestone.place.section) for milestone in plan.milestones):
        look.once()
        return
    for finding in part_without(plan, look, "acties", with_):
        chart = next(filter(_is_gantt, plan.document.blocks()), None)
        if chart is None:
            yield finding
        elif plan.profile.requires("acties"):
            yield Finding(plan.document.source.line_span(chart.line), finding.values, "diagram", finding.about)


def _is_gantt(block: object) -> bool:
    return isinstance(block, Fence) and block.info.startswith("mermaid") and block.content.lstrip().startswith("gantt")


def _kinds_around(plan: Plan, section: object) -> tuple[str, ...]:
    found = next((found for found in plan.sections if found.section is section), None)
    return (*found.kinds, *found.inherited) if found is not None else ()


# ---------------------------------------------------------------- who


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_owner(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An action for which nobody is named: an empty cell, a placeholder, or an item without a name."""
    yield from gaps.gaps(
        look(_asked(plan)), lambda action: action.owner is None, _owner_columns, slot="wie", certain=_is_work
    )


def _is_work(action: Action) -> bool:
    """Whether it says itself that it is work: who, when, or at least a blank for them, or its number."""
    return any((action.owner, action.when, action.owner_blank, action.when_blank))


@check("text", "row", "column", "owner", variants=("", "item", "own_team"))
def vague_owner(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An owner that is nobody in particular; `own_team`: "het team" in a plan that says who the team is."""
    lexicon = Lexicon(plan.vocabulary)
    for action in look(open_actions(plan)):
        owner = action.owner
        if owner is None or not action.owners or not all(_is_vague(o.name, o.kind, lexicon) for o in action.owners):
            continue
        column = _OWNER.get(action.kind, "wie")
        values = {**gaps.row_values(action, column), "owner": owner.text}
        variant = "" if action.place.row is not None else "item"
        if plan.profile.name == "ips-onderwijs" and plan.roles and lexicon.is_one_of("owner.own_team", owner.text):
            variant = "own_team"
        yield Finding(owner.span, values, variant, about=(gaps.about_cell(owner.span),))


def _is_vague(name: str, kind: OwnerKind, lexicon: Lexicon) -> bool:
    return kind is OwnerKind.VAGUE or lexicon.is_one_of("not_applicable", name)


# ---------------------------------------------------------------- when


@check(*gaps.VALUES, variants=gaps.VARIANTS)
def without_date(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An action without any words for when; a date in the heading above counts."""
    yield from gaps.gaps(
        look(_asked(plan)), lambda action: action.when is None, _when_columns, slot="wanneer", certain=_is_work
    )


@check("text", "row", "column", "when", variants=("", "item"))
def vague_date(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A date that is none: "zsm", "binnenkort", "regelmatig"."""
    lexicon = Lexicon(plan.vocabulary)
    for action in look(_asked(plan)):
        when, period = action.when, action.period
        if when is None or action.when_inherited:
            continue
        if period.kind is TimeKind.VAGUE if period else lexicon.holds("vague.frequency", when.text):
            values = {**gaps.row_values(action, _when_slot(action)), "when": when.text}
            variant = "" if action.place.row is not None else "item"
            yield Finding(when.span, values, variant, about=(gaps.about_cell(when.span),))


@check("text", "row", "column", "when", variants=("", "item"))
def endless(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An action that only has a rhythm or goes on for ever, outside the parts where that is as it should be."""
    for action in look(action for action in open_actions(plan) if action.kind is ActionKind.ACTION):
        when, period = action.when, action.period
        if when is None or period is None or period.kind not in _RHYTHMS or period.is_dated:
            continue
        if set(_kinds_around(plan, action.place.section)) & set(_KEPT_GOING) or _is_of_a_part(action, when.text):
            continue
        values = {**gaps.row_values(action, _when_slot(action)), "when": when.text}
        yield Finding(
            when.span, values, "" if action.place.row is not None else "item", about=(gaps.about_cell(when.span),)
        )


def _is_of_a_part(action: Action, when: str) -> bool:
    """The rhythm of one of the things that an item lists: "Bouw: ontwerp, daily stand-ups, keuringen"."""
    if action.place.row is not None:
        return False
    between = action.text.split(", ")[1:-1]
    return ":" in action.text and any(part.startswith(f"{when} ") for part in between)


@check("text", "row", "date", "days", "count", variants=("", "item", "unkept"))
def overdue(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An action whose last day is past and that isn't ticked off; `unkept`: nothing in the table or list ever is."""
    lexicon = Lexicon(plan.vocabulary)
    kept: dict[int, list[Action]] = {}
    for action in look(plan.actions):
        if action.done is not None and (action.kind is not ActionKind.COMMUNICATION or _acts(action)):
            kept.setdefault(_whereabouts(action), []).append(action)
    for actions in kept.values():
        late = [action for action in actions if _is_late(plan, action, lexicon)]
        if late and not any(action.done for action in actions):
            yield Finding(late[0].span, {"text": late[0].text, "count": len(late)}, "unkept")
            continue
        for action in late:
            day = action.period.latest if action.period is not None else None
            if day is not None:
                days = (plan.today - day).days
                values: dict[str, Value] = {**gaps.row_values(action, "wanneer"), "date": day, "days": days}
                span = action.when.span if action.when is not None else action.span
                yield Finding(span, values, "" if action.place.row is not None else "item")


def _whereabouts(action: Action) -> int:
    return action.place.table.table.line if action.place.table is not None else 0


def _is_late(plan: Plan, action: Action, lexicon: Lexicon) -> bool:
    if action.done or action.withdrawn or action.period is None or action.period.latest is None:
        return False
    untouched = not action.status or lexicon.is_one_of("open", action.status)
    return untouched and action.period.latest < plan.today


# ---------------------------------------------------------------- what


@check("text", "row", "verb", variants=("", "item"))
def vague_verb(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """An action that says no more than "kijken naar" or "oppakken"."""
    for action in look(open_actions(plan)):
        if action.vague_verb is not None and action.kind is not ActionKind.DATA:
            values: dict[str, Value] = {
                "text": action.text,
                "row": gaps.row_of(action),
                "verb": action.vague_verb.text,
            }
            yield Finding(action.vague_verb.span, values, "" if action.place.row is not None else "item")


# ---------------------------------------------------------------- who of the organisation


@check("owner", "count", "near", variants=("", "more", "near", "near_more"))
def unknown_owner(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A person or role who owns actions and whom the project organisation doesn't know; one finding each.

    `near`: the organisation has a name that was probably meant.
    """
    if not plan.roles and not any(plan.of_kind("projectorganisatie")):
        return
    organisation, lexicon = Organisation(plan), lexicon_of(plan.vocabulary)
    strangers: dict[str, list[Owner]] = {}
    for action in look(_asked(plan)):
        for owner in action.owners:
            name, kind = who_is_meant(owner.name, lexicon)
            if can_be_looked_up(name, kind, lexicon) and not organisation.knows(owner.name):
                party = organisation.parties.resolve(owner.name)
                strangers.setdefault(party.name if party is not None else name, []).append(owner)
    for name, owners in strangers.items():
        near = organisation.parties.near(name)
        variant = "near" if near is not None else ""
        if len(owners) > 1:
            variant = f"{variant}_more".lstrip("_")
        values: dict[str, Value] = {"owner": name, "count": len(owners), "near": near.name if near is not None else ""}
        yield Finding(owners[0].span, values, variant)
