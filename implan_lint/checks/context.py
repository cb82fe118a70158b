"""Facts about the situation that a plan starts in: why, for whom, with which team, what helps and what hinders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.checks.base import Look, NoParameters, check
from implan_lint.checks.texts import PLACE_VALUES, PLACE_VARIANTS, is_waived, not_said, says, tells, texts, texts_in
from implan_lint.checks.whole import is_fragment
from implan_lint.diagnostic import Finding, Term, Value
from implan_lint.plan.lexicon import lexicon_of
from implan_lint.plan.model import Factor, Plan, Polarity

_SURROUNDINGS = ("context", "aanleiding", "inleiding", "huidige_situatie", "samenvatting", "doelgroep")
_FACTORS = ("factoren", "belemmerend", "bevorderend")


# ---------------------------------------------------------------- the situation


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def absent(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Nothing about the surroundings; in a kind of plan without a context an introduction will do."""
    look.once()
    wanted = ("context",) if plan.profile.requires("context") else _SURROUNDINGS
    if is_fragment(plan) or is_waived(plan, "context") or tells(plan, *wanted, *_FACTORS):
        return
    if plan.factors or _has_preamble(plan):
        return
    yield not_said(plan, "context")


_PREAMBLE = 20
"""Words before the first part of a plan from which on they are an introduction."""


def _has_preamble(plan: Plan) -> bool:
    """Under the title, before any part, a plan tells where it stands."""
    if plan.profile.requires("context"):
        return False
    titles = [section for section in plan.sections if not section.kinds and not section.inherited]
    blocks = [*plan.document.root.blocks, *(block for found in titles for block in found.section.blocks)]
    spans = (plan.document.source.slice(block.span) for block in blocks)
    return sum(len(words.split()) for words in spans) >= _PREAMBLE


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_reason(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on why, or why now. A paragraph about the surroundings may say so in words that are not known."""
    look.once()
    if is_fragment(plan) or tells(plan, "aanleiding") or is_waived(plan, "aanleiding"):
        return
    lexicon = lexicon_of(plan.vocabulary)
    if any(lexicon.holds("context.reason", text) for text in _outside(plan, _ALWAYS_A_REASON)):
        return
    blocks = [block for found in plan.of_kind(*_SURROUNDINGS, "voorbereiding") for block in found.section.all_blocks()]
    if not any(len(text.split()) >= _PROSE for block in blocks for text in texts_in(block)):
        yield not_said(plan, "aanleiding", "voorbereiding", "context", "inleiding")


_PROSE = 8
"""Words in one paragraph or item that may well be a reason."""
_ALWAYS_A_REASON = ("risicos", "communicatie", "acties", "planning", "budget", "stakeholders", "monitoring")
"""Parts full of problems, needs and "omdat" that say nothing about why the plan is there."""


def _outside(plan: Plan, kinds: tuple[str, ...]) -> Iterator[str]:
    """The texts of all sections that are not about one of these, and what stands before the first."""
    for block in plan.document.root.blocks:
        yield plan.document.source.slice(block.span)
    for found in plan.sections:
        if not any(kind in kinds for kind in found.kinds or found.inherited):
            for block in found.section.blocks:
                yield plan.document.source.slice(block.span)


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_present(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on how things are today: no part about it, no baseline, no "nu" or "huidige" anywhere."""
    look.once()
    if is_fragment(plan) or is_waived(plan, "huidige_situatie") or any(goal.baseline for goal in plan.goals):
        return
    alone = any(found.kinds == ("huidige_situatie",) for found in plan.of_kind("huidige_situatie"))
    if alone and tells(plan, "huidige_situatie"):
        return
    if not says(plan, "context.now"):
        yield not_said(plan, "huidige_situatie", "context")


@check("heading")
def without_difference(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """How things are is told under a heading of its own; what they must become, or the difference, is not."""
    present = [found for found in look(plan.of_kind("huidige_situatie")) if not found.is_empty and not found.na_reason]
    goals = [goal for goal in plan.goals if not goal.is_empty]
    if not present or plan.has("gewenste_situatie"):
        return
    if goals and all(goal.baseline is not None or goal.measurable.found for goal in goals):
        return
    if not says(plan, "context.wanted", "huidige_situatie", *_SURROUNDINGS, "voorbereiding"):
        values = {"heading": present[0].heading.title.plain}
        yield Finding(present[0].heading.span, values, about=("section:gewenste_situatie",))


# ---------------------------------------------------------------- people


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_audience(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """No word on whom it is for: no target group, no stakeholder, no users."""
    look.once()
    if is_fragment(plan) or plan.stakeholders or is_waived(plan, "doelgroep", "stakeholders"):
        return
    alone = any(found.kinds == ("doelgroep",) for found in plan.of_kind("doelgroep"))
    if (alone and tells(plan, "doelgroep")) or tells(plan, "stakeholders"):
        return
    if not says(plan, "context.audience"):
        yield not_said(plan, "doelgroep", "stakeholders")


@check("heading")
def without_indirect(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A target group of direct users only; who is involved from a distance isn't named."""
    place = next((found for found in look(plan.of_kind("doelgroep", "stakeholders")) if not found.is_empty), None)
    if place is None or place.na_reason:
        return
    where = ("doelgroep", "stakeholders", "context", "huidige_situatie", "communicatie", "aanleiding", "inleiding")
    if not says(plan, "context.indirect", *where):
        yield Finding(place.heading.span, {"heading": place.heading.title.plain}, about=("section:doelgroep",))


@check(*PLACE_VALUES, variants=PLACE_VARIANTS)
def without_team(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """Neither who is in the team nor where it belongs."""
    look.once()
    if is_fragment(plan) or is_waived(plan, "context", "projectorganisatie"):
        return
    if plan.roles or any(map(_names_members, _team_texts(plan))) or _names_roles(plan):
        return
    if tells(plan, "projectorganisatie") or any(map(_HEADS_NAMES.search, _team_titles(plan))):
        return
    yield not_said(plan, "projectorganisatie", "context")


_HEADS_NAMES = re.compile(r":\s*\w")


def _team_titles(plan: Plan) -> Iterator[str]:
    """ "Teamleden: Sanne en Omar" says it in the heading."""
    return (found.heading.text.plain for found in plan.of_kind("projectorganisatie"))


_TEAM_PARTS = ("context", "projectorganisatie", "inleiding", "voorbereiding", "huidige_situatie", "doelgroep")


def _team_texts(plan: Plan) -> Iterator[str]:
    lexicon = lexicon_of(plan.vocabulary)
    return (text for text in texts(plan, *_TEAM_PARTS) if lexicon.holds("context.team", text))


_CONSISTS = re.compile(r"\b(?:bestaa[tn]|consists?|telt|leden|members)\b", re.IGNORECASE)


def _names_members(text: str) -> bool:
    """ "Het team bestaat uit drie begeleiders", or a number, or a colon or commas with members behind them."""
    return _CONSISTS.search(text) is not None or any(map(str.isdigit, text)) or ":" in text or text.count(",") > 1


def _names_roles(plan: Plan) -> bool:
    """Two roles, or the same role twice, in the parts where a team is told about."""
    pattern = lexicon_of(plan.vocabulary).pattern("owner.role")
    found = sum(len(pattern.findall(text.casefold())) for text in texts(plan, *_TEAM_PARTS))
    return found > 1


# ---------------------------------------------------------------- what helps and what hinders


@dataclass(frozen=True, slots=True)
class FactorParameters:
    """`side` is "belemmerend" or "bevorderend"; `words` the list that names it."""

    side: str = "belemmerend"
    words: str = "factor.barrier"


@check(*PLACE_VALUES, variants=(*PLACE_VARIANTS, "risks"), parameters=FactorParameters)
def without_factor(plan: Plan, look: Look, with_: FactorParameters) -> Iterator[Finding]:
    """No factor of one side is named; `risks`: only as a risk."""
    sides = (Polarity(with_.side), Polarity.UNKNOWN)
    if is_fragment(plan) or any(factor.polarity in sides for factor in look(plan.factors)):
        return
    look.once()
    if is_waived(plan, with_.side, "factoren") or _tells_one_side(plan, with_.side):
        return
    if says(plan, with_.words, *_SURROUNDINGS, *_FACTORS, "voorbereiding", "strategieen", "stakeholders"):
        return
    finding = not_said(plan, with_.side, "factoren", "context")
    if with_.side == Polarity.BARRIER and plan.risks:
        yield Finding(finding.span, finding.values, "risks", finding.about)
    else:
        yield finding


def _tells_one_side(plan: Plan, side: str) -> bool:
    """There are words below a heading that means this side and not the other."""
    both = {"belemmerend", "bevorderend"}
    return any(not found.is_empty and both & set(found.kinds) == {side} for found in plan.of_kind(side))


_GROUPS = ("individual", "environment", "organisation", "change")
_ENOUGH = 3
"""Factors from which on a plan looks at its surroundings from more than one side."""


@check("missing", "heading")
def group_left_out(plan: Plan, look: Look, _: NoParameters) -> Iterator[Finding]:
    """A side from which no factor was looked for, in a plan of which every factor's side is known."""
    groups = [_groups_of(plan, factor) for factor in look(plan.factors)]
    if len(groups) < _ENOUGH or not all(groups):
        return
    missing = [group for group in _GROUPS if not any(group in found for found in groups)]
    section = plan.factors[0].place.section
    if missing and section is not None and section.heading is not None:
        names: tuple[Value, ...] = tuple(Term("factor_group", group) for group in missing)
        yield Finding(section.heading.span, {"missing": names, "heading": section.heading.title.plain})


def _groups_of(plan: Plan, factor: Factor) -> list[str]:
    """The sides that a factor's own row or words name."""
    lexicon, row = lexicon_of(plan.vocabulary), factor.place.row
    words = " | ".join(cell.text.plain for cell in row.cells) if row is not None else factor.text
    return [group for group in _GROUPS if lexicon.holds(f"factor.group.{group}", words)]
