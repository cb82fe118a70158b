"""What the tool understood of a plan, as plain data: `show --format json`.

A part that the plan does not give is null; lines are 1-based; dates are ISO 8601.
"""

from __future__ import annotations

from typing import TypeAlias

from implan_lint.document.source import Source
from implan_lint.plan.model import (
    Action,
    Amount,
    BudgetLine,
    Communication,
    Entity,
    Evidence,
    Goal,
    Mention,
    Milestone,
    Plan,
    Reference,
    Risk,
    Stakeholder,
)
from implan_lint.plan.time.period import Period
from implan_lint.reporters.parties import parties_data

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"


def understanding(plan: Plan) -> dict[str, Data]:
    """Everything that was read, in the order of the plan's text."""
    return {
        "path": plan.document.source.path,
        "profile": plan.profile.name,
        "profile_given": plan.profile_given,
        "phase": plan.phase.value,
        "phase_given": plan.phase_given,
        "language": plan.language,
        "today": plan.today.isoformat(),
        "meta": _meta(plan),
        "lifetime": _lifetime(plan),
        "sections": _sections(plan),
        "present": [*sorted(plan.presence)],
        "presence": _presence(plan),
        "goals": [_goal(goal, plan.document.source) for goal in plan.goals],
        "actions": [_action(action) for action in plan.actions],
        "milestones": [_milestone(milestone) for milestone in plan.milestones],
        "risks": [_risk(risk) for risk in plan.risks],
        "scope": [{**_entity(item), "side": item.side.value, "trivial": item.trivial} for item in plan.scope],
        "stakeholders": [_stakeholder(stakeholder) for stakeholder in plan.stakeholders],
        "communications": [_communication(item) for item in plan.communications],
        "roles": [
            {**_entity(role), "person": _words(role.person), "organisation": _words(role.organisation)}
            for role in plan.roles
        ],
        "parties": [*parties_data(plan)],
        "indicators": [
            {
                **_entity(item),
                "goals": _reference(item.goals),
                "baseline": _words(item.baseline),
                "target": _words(item.target),
                "owner": _words(item.owner),
                "source": _words(item.source),
                "rhythm": _words(item.rhythm),
            }
            for item in plan.indicators
        ],
        "evaluations": [
            {
                **_entity(item),
                "kind": item.kind.value,
                "owner": _words(item.owner),
                "when": _words(item.when),
                "period": _period(item.period),
            }
            for item in plan.evaluations
        ],
        "aftercare": [
            {
                **_entity(item),
                "owner": _words(item.owner),
                "when": _words(item.when),
                "period": _period(item.period),
            }
            for item in plan.aftercare
        ],
        "budget": [_budget_line(line) for budget in plan.budgets for line in budget.lines],
        "exclusions": [
            {"kind": item.kind, "line": plan.document.source.line_of(item.span.start)} for item in plan.exclusions
        ],
    }


def _meta(plan: Plan) -> dict[str, Data]:
    return {
        name: {
            "text": found.text,
            "line": plan.document.source.line_of(found.span.start),
            "date": found.day.isoformat() if found.day else None,
            "front_matter": found.from_front_matter,
        }
        for name, found in plan.meta.items()
    }


def _lifetime(plan: Plan) -> dict[str, Data]:
    lifetime = plan.lifetime
    return {
        "start": lifetime.start.isoformat() if lifetime.start else None,
        "end": lifetime.end.isoformat() if lifetime.end else None,
        "go_live": lifetime.go_live.isoformat() if lifetime.go_live else None,
        "derived": lifetime.derived,
    }


def _sections(plan: Plan) -> list[Data]:
    """Real headings only; a heading with two meanings gives two rows."""
    return [
        {
            "kind": kind,
            "line": section.heading.line,
            "title": section.heading.title.plain,
            "empty": section.is_empty,
            "not_applicable": section.na_reason or None,
        }
        for section in plan.sections
        if section.is_real_heading
        for kind in section.kinds
    ]


def _presence(plan: Plan) -> dict[str, Data]:
    return {kind: {"line": plan.presence[kind].line, "by": plan.presence[kind].by} for kind in sorted(plan.presence)}


def _goal(goal: Goal, source: Source) -> dict[str, Data]:
    return {
        **_entity(goal),
        "number": goal.number,
        "id": goal.id_text or None,
        "empty": goal.is_empty,
        "measurable": goal.measurable.found,
        "time_bound": goal.time_bound.found,
        "evidence": {"measurable": _quotes(goal.measurable), "time_bound": _quotes(goal.time_bound)},
        "periods": [_period(period) for period in goal.times],
        "smart": {evidence.letter: _letter(evidence, source) for evidence in goal.smart},
        "baseline": _words(goal.baseline),
        "target": _words(goal.target),
        "horizon": goal.horizon or None,
        "vague_verb": _words(goal.vague_verb),
        "negation": _words(goal.negation),
    }


def _letter(evidence: Evidence, source: Source) -> dict[str, Data]:
    """`looked_for` goes with A and R, which no text can decide; `missing` with S."""
    found: dict[str, Data] = {
        "found": evidence.found,
        "quotes": [_quote(quote, source) for quote in evidence.quotes],
        "confidence": evidence.confidence.value,
    }
    if evidence.looked_for:
        found["looked_for"] = [*evidence.looked_for]
    if evidence.missing:
        found["missing"] = [*evidence.missing]
    return found


def _quote(quote: Mention, source: Source) -> Data:
    position = source.position(quote.span.start)
    return {"text": quote.text, "line": position.line, "column": position.column}


def _action(action: Action) -> dict[str, Data]:
    return {
        **_entity(action),
        "kind": action.kind.value,
        "owner": _words(action.owner),
        "owners": [{"name": owner.name, "kind": owner.kind.value} for owner in action.owners],
        "owner_blank": _words(action.owner_blank),
        "when": _words(action.when),
        "when_blank": _words(action.when_blank),
        "when_inherited": action.when_inherited,
        "period": _period(action.period),
        "goals": _reference(action.goals),
        "done": action.done,
        "withdrawn": action.withdrawn,
        "status": action.status or None,
        "vague_verb": _words(action.vague_verb),
    }


def _milestone(milestone: Milestone) -> dict[str, Data]:
    return {
        **_entity(milestone),
        "type": milestone.type.value,
        "number": milestone.number,
        "owner": _words(milestone.owner),
        "when": _words(milestone.when),
        "period": _period(milestone.period),
    }


def _risk(risk: Risk) -> dict[str, Data]:
    return {
        **_entity(risk),
        "number": risk.number,
        "likelihood": _words(risk.likelihood),
        "impact": _words(risk.impact),
        "score": _words(risk.score),
        "level": risk.level,
        "measure": "; ".join(measure.text for measure in risk.measures) or None,
        "preventive": _words(risk.preventive),
        "corrective": _words(risk.corrective),
        "accepted": risk.accepted,
        "owner": _words(risk.owner),
    }


def _stakeholder(stakeholder: Stakeholder) -> dict[str, Data]:
    return {
        **_entity(stakeholder),
        "interest": _words(stakeholder.interest),
        "influence": _words(stakeholder.influence),
        "involvement": _words(stakeholder.involvement),
        "approach": _words(stakeholder.approach),
        "collective": stakeholder.collective,
    }


def _communication(item: Communication) -> dict[str, Data]:
    return {
        **_entity(item),
        "audience": _words(item.audience),
        "message": _words(item.message),
        "channel": _words(item.channel),
        "moment": _words(item.moment),
        "period": _period(item.period),
        "sender": _words(item.sender),
        "goals": _reference(item.goals),
        "collective": item.collective,
    }


def _budget_line(line: BudgetLine) -> dict[str, Data]:
    """Amounts are strings, for they are exact: "1780.50"."""
    return {
        **_entity(line),
        "kind": line.kind.value,
        "quantity": _number(line.quantity),
        "price": _number(line.price),
        "amount": _number(line.amount),
        "exact": line.amount.exact if line.amount else None,
    }


def _number(amount: Amount | None) -> str | None:
    return f"{amount.value:f}" if amount is not None else None


def _entity(entity: Entity) -> dict[str, Data]:
    place = entity.place
    return {
        "line": entity.line,
        "text": entity.text,
        "origin": place.origin.value,
        "table": place.table.kind.value if place.table else None,
        "row": place.row_number,
        "confidence": place.confidence.value,
    }


def _words(mention: Mention | None) -> str | None:
    return mention.text if mention is not None else None


def _quotes(evidence: Evidence) -> list[Data]:
    return [quote.text for quote in evidence.quotes]


def _reference(reference: Reference | None) -> Data:
    if reference is None:
        return None
    return {"text": reference.text, "numbers": list(reference.numbers), "collective": reference.collective}


def _period(period: Period | None) -> Data:
    if period is None:
        return None
    return {
        "text": period.text,
        "kind": period.kind.value,
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "precision": period.precision.value,
        "bound": period.bound.value,
        "anchor": period.anchor or None,
        "year_inferred": period.year_inferred,
    }
