"""The actions and milestones of a plan together: what is to happen, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from implan_lint.plan.lexicon import Lexicon
from implan_lint.plan.model import Action, ActionKind, Entity, Mention, Milestone, Plan
from implan_lint.plan.time.period import Period

_WORD = 4
"""A shorter mark than this ("x", "ja", "af") says nothing outside the column for progress."""


@dataclass(frozen=True, slots=True)
class Timed:
    """An action or milestone with the words for when, and what they mean."""

    entity: Action | Milestone
    when: Mention
    period: Period

    @property
    def words(self) -> str:
        """Its own words and, in a table, the name of the phase that it belongs to."""
        table, row = self.entity.place.table, self.entity.place.row
        phase = table.cell(row, "fase") if table is not None and row is not None else None
        return f"{self.entity.text} {phase.text.plain}" if phase is not None else self.entity.text


def is_done(thing: Action | Milestone, lexicon: Lexicon) -> bool:
    """It is ticked off in its box, or a cell of its row says so: any mark below "Gereed", a word in other columns."""
    if isinstance(thing, Action) and thing.done:
        return True
    table, row = thing.place.table, thing.place.row
    if table is None or row is None:
        return False
    progress = table.columns.get("gereed", -1)
    return any(
        lexicon.is_one_of("done", cell.text.plain)
        for index, cell in enumerate(row.cells)
        if cell.text and (index == progress or len(cell.text.plain.strip()) >= _WORD)
    )


def scheduled(plan: Plan) -> Iterator[Action | Milestone]:
    """Every action that still counts and every milestone; messages to be sent are no part of the planning."""
    for action in plan.actions:
        if not action.withdrawn and action.kind is not ActionKind.COMMUNICATION:
            yield action
    yield from plan.milestones


def dated(plan: Plan) -> Iterator[Timed]:
    """Those that say when in words that can be read."""
    for thing in scheduled(plan):
        if thing.when is not None and thing.period is not None:
            yield Timed(thing, thing.when, thing.period)


def kinds_around(plan: Plan, thing: Entity) -> tuple[str, ...]:
    """What the section around it is about, by its own heading and by those above."""
    found = next((found for found in plan.sections if found.section is thing.place.section), None)
    return (*found.kinds, *found.inherited) if found is not None else ()
