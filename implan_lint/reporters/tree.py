"""What the tool understood of a plan, for people: `show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from implan_lint.plan.model import Entity, Goal, Mention, Plan
from implan_lint.reporters.certainty import certainty
from implan_lint.reporters.parties import party_lines
from implan_lint.reporters.smart_letters import letters
from implan_lint.reporters.terminal import View, paint, visible

Part: TypeAlias = "tuple[str, str | None]"

_NONE = {"nl": "niets gevonden", "en": "nothing found"}
_WORDS = {
    "nl": {
        "profile": "profiel", "recognised": "zelf herkend", "phase": "fase", "assumed": "aangenomen",
        "period": "looptijd", "go_live": "livegang", "sections": "Onderdelen", "goals": "Doelen", "actions": "Acties",
        "milestones": "Mijlpalen", "risks": "Risico's", "scope": "Scope", "stakeholders": "Stakeholders",
        "communications": "Communicatie", "roles": "Rollen", "indicators": "Indicatoren",
        "factors": "Bevorderende en belemmerende factoren", "strategies": "Strategieën",
        "evaluations": "Evaluaties", "aftercare": "Nazorg", "line": "regel",
        "budget": "Begroting", "amount": "bedrag",
        "owner": "wie", "when": "wanneer", "likelihood": "kans", "impact": "impact",
        "measure": "maatregel", "interest": "belang", "channel": "kanaal", "audience": "doelgroep",
        "moment": "moment", "person": "persoon", "target": "streefwaarde", "baseline": "nulmeting",
        "kind": "soort", "side": "kant", "in": "binnen", "out": "buiten", "later": "later",
        "works": "werking", "belemmerend": "belemmerend", "bevorderend": "bevorderend", "onbekend": "onbekend",
        "answer": "strategie",
    },
    "en": {
        "profile": "profile", "recognised": "recognised", "phase": "phase", "assumed": "assumed",
        "period": "period", "go_live": "go-live", "sections": "Parts", "goals": "Goals", "actions": "Actions",
        "milestones": "Milestones", "risks": "Risks", "scope": "Scope", "stakeholders": "Stakeholders",
        "communications": "Communication", "roles": "Roles", "indicators": "Indicators",
        "factors": "Barriers and facilitators", "strategies": "Strategies",
        "evaluations": "Evaluations", "aftercare": "Aftercare", "line": "line",
        "budget": "Budget", "amount": "amount",
        "owner": "who", "when": "when", "likelihood": "likelihood", "impact": "impact",
        "measure": "measure", "interest": "interest", "channel": "channel", "audience": "audience",
        "moment": "moment", "person": "person", "target": "target", "baseline": "baseline",
        "kind": "kind", "side": "side", "in": "in", "out": "out", "later": "later",
        "works": "effect", "belemmerend": "hinders", "bevorderend": "helps", "onbekend": "unknown",
        "answer": "strategy",
    },
}  # fmt: skip


def render_tree(plan: Plan, view: View) -> str:
    """A heading per kind of thing, a line per thing, its parts below it; a dash marks a part that isn't there."""
    lines = [*_head(plan, view), "", *_parts(plan, view)]
    for key, entities in _groups(plan):
        lines += ["", paint(f"{_WORDS[view.language][key]} ({len(entities)})", "bold", view)]
        lines += [f"  {paint(_NONE[view.language], 'dim', view)}"] if not entities else []
        for entity, parts in entities:
            lines += _entity(entity, parts, view)
            lines += letters(entity, plan, view) if isinstance(entity, Goal) else []
    lines += ["", *party_lines(plan, view)]
    return "\n".join(lines) + "\n"


def things_on(line: int, plan: Plan, view: View) -> Iterator[str]:
    """What was understood on one line, as in the tree, each below the name of its kind."""
    for key, entities in _groups(plan):
        for entity, parts in entities:
            if entity.line == line:
                yield f"{_WORDS[view.language][key]}:"
                yield from _entity(entity, parts, view)
                yield from letters(entity, plan, view) if isinstance(entity, Goal) else ()


def _head(plan: Plan, view: View) -> Iterator[str]:
    words = _WORDS[view.language]
    yield paint(visible(plan.document.source.path), "bold", view)
    given = "" if plan.profile_given else f" ({words['recognised']})"
    yield f"  {words['profile']}: {plan.profile.name}{given}"
    given = "" if plan.phase_given else f" ({words['assumed']})"
    yield f"  {words['phase']}: {plan.phase.value}{given}"
    lifetime = plan.lifetime
    yield f"  {words['period']}: {lifetime.start or '-'} … {lifetime.end or '-'}"
    if lifetime.go_live:
        yield f"  {words['go_live']}: {lifetime.go_live}"


def _parts(plan: Plan, view: View) -> Iterator[str]:
    yield paint(_WORDS[view.language]["sections"], "bold", view)
    names = plan.vocabulary.names.get("section", {})
    for section in plan.sections:
        named = [names.get(kind, {}).get(view.language, kind) for kind in section.kinds]
        yield f"{_line(section.heading.line, view)}{visible(section.heading.title.plain)}" + (
            paint(f"  → {', '.join(named)}", "cyan", view) if named else ""
        )


def _groups(plan: Plan) -> Iterator[tuple[str, Sequence[tuple[Entity, tuple[Part, ...]]]]]:
    yield (
        "goals",
        [(goal, (("baseline", _words(goal.baseline)), ("target", _words(goal.target)))) for goal in plan.goals],
    )
    yield "actions", [(item, (("owner", _words(item.owner)), ("when", _words(item.when)))) for item in plan.actions]
    yield "milestones", [(item, (("when", _words(item.when)),)) for item in plan.milestones]
    yield (
        "risks",
        [
            (
                risk,
                (
                    ("likelihood", _words(risk.likelihood)),
                    ("impact", _words(risk.impact)),
                    ("measure", _quotes(risk.measures)),
                    ("owner", _words(risk.owner)),
                ),
            )
            for risk in plan.risks
        ],
    )
    yield "scope", [(item, (("side", f"@{item.side.value}"),)) for item in plan.scope]
    yield (
        "factors",
        [(item, (("works", f"@{item.polarity.value}"), ("answer", _words(item.strategy)))) for item in plan.factors],
    )
    yield (
        "strategies",
        [(item, (("owner", _words(item.owner)), ("when", _words(item.when)))) for item in plan.strategies],
    )
    yield "stakeholders", [(item, (("interest", _words(item.interest)),)) for item in plan.stakeholders]
    yield (
        "communications",
        [
            (
                item,
                (
                    ("audience", _words(item.audience)),
                    ("channel", _words(item.channel)),
                    ("moment", _words(item.moment)),
                ),
            )
            for item in plan.communications
        ],
    )
    yield "roles", [(item, (("person", _words(item.person)),)) for item in plan.roles]
    yield (
        "indicators",
        [(item, (("baseline", _words(item.baseline)), ("target", _words(item.target)))) for item in plan.indicators],
    )
    yield (
        "evaluations",
        [
            (item, (("kind", item.kind.value), ("owner", _words(item.owner)), ("when", _words(item.when))))
            for item in plan.evaluations
        ],
    )
    yield "aftercare", [(item, (("owner", _words(item.owner)), ("when", _words(item.when)))) for item in plan.aftercare]
    if plan.budgets:
        yield (
            "budget",
            [
                (line, (("kind", line.kind.value), ("amount", line.amount.text if line.amount else None)))
                for budget in plan.budgets
                for line in budget.lines
            ],
        )


def _entity(entity: Entity, parts: tuple[Part, ...], view: View) -> Iterator[str]:
    words = _WORDS[view.language]
    yield f"{_line(entity.line, view)}{visible(' '.join(entity.text.split()))}"
    told = [f"{words[name]}: {_value(value, words)}" for name, value in parts]
    yield f"{'':10}{paint(' · '.join(told), 'dim', view)}"
    if sure := certainty(entity.place, view.language):
        yield f"{'':10}{paint(sure, 'dim', view)}"


def _value(value: str | None, words: dict[str, str]) -> str:
    if value is None:
        return "-"
    return words[value[1:]] if value.startswith("@") and value[1:] in words else visible(" ".join(value.split()))


def _line(number: int, view: View) -> str:
    return paint(f"  {number:>5}   ", "dim", view)


def _words(mention: Mention | None) -> str | None:
    return mention.text if mention is not None else None


def _quotes(mentions: Sequence[Mention]) -> str | None:
    return "; ".join(mention.text for mention in mentions) or None
